"""Across years, tables, tasks and projects: each finding where it is right, and where it is not."""

from __future__ import annotations

import time

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from by_hand import PLAIN, document, level, ruleset, spending, table
from check_cases_tables import FLAT, OWN, SUMMED, YEARS
from department_tables import department, lasting, of_money, task, yearly
from jixiao.checking import check_document
from jixiao.findings import Finding, Severity, Where
from jixiao.findings import finding as made
from jixiao.tables import Document, Field, RowStatus, Table

CHECK = "产出指标/数量指标/检查次数 | ≥2次"


def found(code: str, *tables: Table) -> tuple[Finding, ...]:
    """The findings of one code in a document of these tables."""
    held = check_document(document(*tables), PLAIN)
    return tuple(one for one in held if one.code == code)


def said(code: str, *tables: Table) -> str:
    """The sentence of the one finding of a code."""
    (one,) = found(code, *tables)
    return one.message()


def test_a_history_without_a_change() -> None:
    assert said("S25", yearly(*FLAT, index=0)) == (
        "5 项指标填有前年、上年和当年指标值的数值，其中 5 项各年完全相同，"
        "建议核实历史数据，并说明当年目标的依据"
    )


@pytest.mark.parametrize(
    "rows",
    [
        FLAT[:4],
        (*FLAT[:4], "履职效能/核心业务产出/宣传 | 1次 | 2次 | 3次"),
        tuple(f"运行成本/公用经费控制/第{at}项控制率 | 100% | 100% | 100%" for at in range(9)),
        tuple(f"履职效能/核心业务产出/第{at}类检查 |  | 3次 | 3次" for at in range(9)),
    ],
    ids=["few rows", "one moves", "bounds", "blank years"],
)
def test_histories_that_may_be_right(rows: tuple[str, ...]) -> None:
    assert found("S25", yearly(*rows, index=0)) == ()


def test_years_in_other_units() -> None:
    held = yearly("履职效能/核心业务产出/培训 | 85% | 90% | 5次", index=0)
    assert said("S26", held) == (
        "“培训”的前年填报为 85%，当年指标值填报为 5次，计量单位不同，无法比较，请统一口径或说明"
    )


@pytest.mark.parametrize(
    "text", ["2万人 | 2万人 | 20000人", "无 | 90% | 5%", "5 | 5 | 5次", "好 | 好 | 5次"]
)
def test_years_that_can_be_compared(text: str) -> None:
    assert found("S26", yearly(f"履职效能/核心业务产出/培训 | {text}", index=0)) == ()


def test_a_year_that_had_not_ended_when_the_table_was_filed() -> None:
    held = yearly(FLAT[0], index=0, filed="2024 年 10 月 31 日")
    assert said("S27", held) == (
        "填报日期为 2024年10月31日，上年（2024 年）尚未结束，该栏数值为预计数的，建议注明"
    )


def test_the_date_may_stand_in_the_other_table_of_the_form() -> None:
    dated = (Field("填报日期", "2024-10-31"), Field("长期目标", "保障运转"))
    held = evolve(lasting("履职效能/核心业务产出/检查 | 9次"), fields=dated)
    assert len(found("S27", held, yearly(FLAT[0]))) == 1


@pytest.mark.parametrize("filed", ["2025年1月3日", "", "略", "2024年13月41日"])
def test_filed_later_or_without_a_day(filed: str) -> None:
    assert found("S27", yearly(FLAT[0], index=0, filed=filed)) == ()


RATIO = "管理效率/绩效管理/绩效监控开展率"


def test_a_yearly_ratio_that_stays_below_the_long_term() -> None:
    tables = lasting(f"{RATIO} | 100%"), yearly(f"{RATIO} | 90% | 90% | 90%")
    assert said("S28", *tables) == (
        "“绩效监控开展率”的长期指标值为 100%，年度指标值为 90%，与前年、上年相同，"
        "未见向长期目标推进，请核实或说明安排"
    )


@pytest.mark.parametrize(
    ("goal", "years"),
    [
        ("100%", "80% | 85% | 90%"),
        ("90%", "90% | 90% | 90%"),
        ("≤10%", "5% | 5% | 5%"),
        ("95%", "无 | 90% | 90%"),
        ("90%", "95% | 95% | 95%"),
    ],
)
def test_a_yearly_ratio_on_its_way(goal: str, years: str) -> None:
    assert found("S28", lasting(f"{RATIO} | {goal}"), yearly(f"{RATIO} | {years}")) == ()


def test_rows_in_doubt_are_not_held_against_the_long_term() -> None:
    held = yearly(f"{RATIO} | 90% | 90% | 90%", status=RowStatus.MOVED)
    assert found("S28", lasting(f"{RATIO} | 100%"), held) == ()


COUNT = "履职效能/核心业务产出/检查次数"


def test_a_year_above_the_long_term() -> None:
    tables = lasting(f"{COUNT} | 9次"), yearly(f"{COUNT} | 3次 | 3次 | 12次")
    assert said("S29", *tables) == (
        "“检查次数”的年度指标值为 12次，大于长期指标值 9次，请核实或说明口径"
    )


def test_a_long_term_that_is_not_the_sum_while_its_neighbours_are() -> None:
    assert said("S30", lasting(*SUMMED), yearly(*YEARS)) == (
        "“宣传次数”的长期指标值为 16次，各年合计为 12次；同表的“检查次数”等指标的长期指标值"
        "等于各年合计，请核实或说明口径"
    )
    assert found("S30", lasting(*SUMMED[1:]), yearly(*YEARS[1:])) == ()


@given(st.lists(st.tuples(*[st.integers(0, 999)] * 3), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_f3_the_sum_of_the_years_is_never_asked_about(years: list[tuple[int, ...]]) -> None:
    name = "履职效能/核心业务产出/第{}项检查次数"
    goals = [f"{name.format(at)} | {sum(one)}次" for at, one in enumerate(years)]
    held = [
        f"{name.format(at)} | " + " | ".join(f"{each}次" for each in one)
        for at, one in enumerate(years)
    ]
    tables = lasting(*goals), yearly(*held)
    assert not [one for code in ("S28", "S29", "S30") for one in found(code, *tables)]


def test_an_indicator_of_the_department_and_of_its_project() -> None:
    whole = department("产出指标/质量指标/培训机构覆盖率 | ≥80%")
    part = table("产出指标/质量指标/培训机构覆盖率 | ≥50%", name="能力提升", index=1)
    assert said("S31", whole, part) == (
        "“培训机构覆盖率”在部门整体表中填报为 ≥80%，在项目“能力提升”中填报为 ≥50%，请核实或说明口径"
    )


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("培训机构覆盖率 | ≥80%", "培训机构覆盖率 | 80%"),
        ("业务培训次数 | ≥8次", "业务培训次数 | ≥5次"),
        ("预算执行率 | 100%", "预算执行率 | ≥95%"),
        ("服务对象满意度 | ≥95%", "服务对象满意度 | ≥90%"),
        ("完成率 | ≥95%", "完成率 | ≥90%"),
        ("业务培训次数 | ≥8次", "业务培训次数 | 100%"),
    ],
)
def test_indicators_that_may_differ_between_levels(whole: str, part: str) -> None:
    held = table(f"产出指标/质量指标/{part}", name="能力提升", index=1)
    assert found("S31", department(f"产出指标/质量指标/{whole}"), held) == ()


def test_a_task_and_the_project_of_its_name() -> None:
    whole = department(CHECK, tasks=(task("任务1", "35", "能力提升（专项）"),))
    assert said("S32", whole, table(CHECK, total="30", name="能力提升", index=1)) == (
        "年度主要任务“能力提升（专项）”的预算金额为 35 万元，同名项目的资金总额为 30 万元，"
        "请核实或说明口径"
    )


def test_f4_a_task_may_be_any_of_the_projects_of_its_name() -> None:
    whole = department(CHECK, tasks=(task("能力提升", "35"),))
    parts = [
        table(CHECK, total=total, name="能力提升", unit=unit, index=index)
        for index, (total, unit) in enumerate((("30", "某局"), ("35", "某中心")), start=1)
    ]
    assert found("S32", whole, *parts) == ()


def test_projects_that_come_to_more_than_their_department() -> None:
    whole = department(CHECK, total="40")
    parts = [table(CHECK, total=one, name=one, index=at) for at, one in enumerate(("30", "20"), 1)]
    assert said("S72", whole, *parts) == (
        "文件中 2 个项目的资金合计为 50 万元，大于部门整体的资金 40 万元，请核实或说明口径"
    )
    same = [evolve(one, name="能力提升") for one in parts]
    assert found("S72", whole, *same) == ()
    assert found("S72", whole, parts[0]) == ()
    assert found("S72", whole, evolve(whole, index=3, name="另一局"), *parts) == ()


TASKS = (task("任务1", "20", "检查"), task("任务2", "15.5", "公用经费"))


def test_tasks_that_do_not_come_to_their_total() -> None:
    (one,) = found("S33", department(CHECK, tasks=TASKS, total="40"))
    assert one.severity is Severity.ERROR
    assert one.message() == (
        "年度主要任务的总额逐项相加为 35.5 万元，填报的合计为 40 万元，请核对更正"
    )


@pytest.mark.parametrize(
    ("tasks", "total"),
    [
        (TASKS, "35.5"),
        (TASKS, "35.51"),
        ((*TASKS, task("其他", None)), "40"),
        (TASKS, None),
        ((), "40"),
    ],
    ids=["right", "rounded", "blank", "no total", "no tasks"],
)
def test_totals_of_tasks_that_may_be_right(tasks: tuple[object, ...], total: str | None) -> None:
    assert found("S33", department(CHECK, tasks=tasks, total=total)) == ()  # type: ignore[arg-type]


def test_money_that_was_read_with_a_doubt_is_not_added_up() -> None:
    held = department(CHECK, tasks=TASKS, total="40")
    doubt = made("T27", Where(table_index=0), name="金额合计")
    doubtful: Document = evolve(document(held), findings=(doubt,))
    assert "S33" not in {one.code for one in check_document(doubtful, PLAIN)}


def test_sources_that_do_not_come_to_the_total() -> None:
    held = of_money(table(CHECK), ("资金总额", "30"), ("其中：财政拨款", "20"), ("其他资金", "5"))
    (one,) = found("S68", held)
    assert one.severity is Severity.ERROR
    assert one.message() == (
        "资金来源“其中：财政拨款”、“其他资金”相加为 25 万元，资金总额填报为 30 万元，请核对更正"
    )


@pytest.mark.parametrize(
    "amounts",
    [
        (("资金总额", "30"), ("财政拨款", "20"), ("其他资金", "10")),
        (("资金总额", "30"), ("财政拨款", "20"), ("其他资金", None)),
        (("资金总额", None), ("财政拨款", "20"), ("其他资金", "5")),
        (("资金总额", "30"), ("财政拨款小计", "20"), ("一般公共预算资金", "20"), ("其他资金", "5")),
        (("资金总额", "30"), ("财政拨款", "20"), ("社保基金", "9"), ("其他资金", "5")),
    ],
    ids=["right", "blank part", "blank total", "subtotals", "unknown source"],
)
def test_sources_that_may_be_right(amounts: tuple[tuple[str, str | None], ...]) -> None:
    assert found("S68", of_money(table(CHECK), *amounts)) == ()


def test_tasks_that_no_indicator_names() -> None:
    tasks = (task("任务1", "20", "检查"), task("任务2", "15", "档案整理"))
    assert said("S34", department(CHECK, tasks=tasks)) == (
        "年度主要任务中“档案整理”共 15 万元，占任务金额的 42.86%，未见名称对应的指标，建议补充"
    )
    classes = (task("任务1", "900", "工资福利支出"), task("任务2", "50", "公用经费总额"))
    assert found("S34", department(CHECK, tasks=(*classes, tasks[0]))) == ()


def test_two_projects_with_the_same_rows_and_other_money() -> None:
    one, two = table(*OWN, total="80", name="门诊"), table(*OWN, total="2100", name="住院", index=1)
    assert said("S35", one, two) == (
        "本项目资金 2100 万元，与项目“门诊”（80 万元）有 4 项指标的名称和指标值完全相同，"
        "资金相差 26 倍，建议按各自的规模和内容设定"
    )
    assert found("S35", one, evolve(two, name="门诊", unit="某中心")) == ()
    assert found("S35", one, table(*OWN, total="300", name="住院", index=1)) == ()
    assert found("S35", one, table(*OWN, name="住院", index=1)) == ()


def test_rows_that_the_form_prescribes_are_not_the_project_s_own() -> None:
    rows = tuple(f"过程/资金管理/第{at}项 | 合规" for at in range(6))
    fixed = level(1, "过程", level(2, "资金管理", *(level(3, f"第{at}项") for at in range(6))))
    held = [table(*rows, total=total, name=total, index=at) for at, total in enumerate(("1", "90"))]
    findings = check_document(document(*held), ruleset(fixed))
    assert "S35" not in {one.code for one in findings}


def test_the_name_of_another_project() -> None:
    own = table("产出指标/成本指标/资金用途 | 用于提高贫困人口医疗保障救助水平新增", name="门诊")
    other = table(CHECK, name="提高贫困人口医疗保障救助水平资金", index=1)
    assert said("S36", own, other) == (
        "“资金用途”一行中的“提高贫困人口医疗保障救助水平”与另一项目“提高贫困人口医疗保障救助水平资金”"
        "的名称相同，可能沿用了他表文字，建议核对"
    )
    spoken = evolve(own, fields=table(fields=(("用途", "提高贫困人口医疗保障救助水平"),)).fields)
    assert found("S36", spoken, other) == ()
    assert found("S36", own, evolve(other, name="救助水平")) == ()


def test_work_far_ahead_of_its_money() -> None:
    held = table("产出指标/数量指标/检查次数 | ≥9次 | ≥10次", lines=(spending("检查", "1", "10"),))
    assert said("S37", held) == (
        "“检查次数”到半年指标值完成全年的 90%，支出计划到同期为 10%，进度相差较大，"
        "建议核实资金或工作安排"
    )


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("检查次数 | ≥5次 | ≥10次", "1"),
        ("受益人数 | ≥9人 | ≥10人", "1"),
        ("参训率 | 90% | 100%", "1"),
        ("检查次数 | ≥9次 | ≥10次", None),
        ("投诉次数 | ≤9次 | ≤10次", "1"),
    ],
)
def test_work_that_keeps_pace_or_does_not_add_up(text: str, half: str | None) -> None:
    held = table(f"产出指标/数量指标/{text}", lines=(spending("检查", half, "10"),))
    assert found("S37", held) == ()


def test_a_thousand_tables_take_a_few_seconds() -> None:
    rows = (*OWN, "产出指标/成本指标/资金用途 | 用于提高贫困人口医疗保障救助水平新增")
    parts = (("立项必要性", "子项目1: 培训费 子项目2: 档案整理费"),)
    tables = tuple(
        table(
            *rows,
            total=str(1 + at % 50),
            lines=(spending(f"第{at}项费", "1", "2"),),
            fields=parts,
            name=f"提高贫困人口医疗保障救助水平第{at}项资金",
            index=at,
        )
        for at in range(1000)
    )
    started = time.perf_counter()
    assert check_document(document(*tables), PLAIN)
    assert time.perf_counter() - started < 10
