"""What must never be said (F1 to F20): a wrong accusation is worse than a missed hint.

Each test sets the trap beside its counterpart: the same check is shown to fire where it is right,
so that the test fails both when the guard is removed and when the check no longer works at all.
F11 to F15 and F20 are about scoring; they are tested where a table's targets meet them here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from by_hand import PLAIN, document, level, row, ruleset, spending, table
from department_tables import department, of_money, task
from jixiao.checking import check_document, check_table
from jixiao.findings import Finding, Severity
from jixiao.library import Library
from jixiao.messages import CATALOGUE
from jixiao.rules import KindRule
from jixiao.tables import Field, Indicator, RowStatus, Table
from table_strategies import filled_tables, indicators

if TYPE_CHECKING:
    from jixiao.rules import Ruleset

PROPOSED = re.compile(r"应(?:为|改为|填|是)\s*[\d≥≤=＝]")
OF_MANY_ROWS = ("S02", "S25", "S44", "S52")
"""What only several rows together can show."""
FEW = settings(max_examples=40, deadline=None)
NANTONG = Library.default().load("江苏南通-2025")


def codes(held: Table, rules: Ruleset = NANTONG) -> set[str]:
    """The codes found in a table, those of the ruleset without its name."""
    return {one.code.rsplit("/", 1)[-1] for one in check_table(held, rules)}


def execution(half: str, planned: str, whole: str = "10") -> Table:
    """A table of one 预算执行率 beside one line of spending."""
    return table(
        f"过程/资金管理/预算执行率 | {half} | =100%",
        lines=(spending("业务调研", planned, whole),),
        total=whole,
    )


def test_f1_half_year_100_percent_is_asked_for_its_meaning_only() -> None:
    found = {
        one.code.rsplit("/", 1)[-1]: one for one in check_table(execution("=100%", "2.8"), NANTONG)
    }
    assert "N06" not in found
    assert found["N07"].severity is Severity.HINT
    assert "N06" in codes(execution("=2%", "2.8"))


def test_f2_a_plan_near_the_norm_of_one_half_is_fine() -> None:
    assert not {"N06", "N07"} & codes(execution("=50%", "4.3"))
    assert "N06" in codes(execution("=50%", "2"))


def test_f3_a_goal_of_several_years_may_be_the_sum_of_the_years() -> None:
    held = table(
        "产出指标/质量指标/培训合格率 | =90%",
        "产出指标/数量指标/培训场次 | ≥10场",
        fields=(("中长期目标", "三年培训30场，培训合格率达到100%"),),
    )
    assert not {"S04", "S05"} & codes(held, PLAIN)
    yearly = evolve(held, fields=(Field("年度目标", "培训合格率达到100%"),))
    assert "S04" in codes(yearly, PLAIN)


def test_f4_two_projects_of_one_name_in_two_units_are_two() -> None:
    held = "产出指标/数量指标/维护次数 | ≥2次 | ≥4次"
    other = "产出指标/数量指标/维护次数 | ≥3次 | ≥9次"
    one = table(held, name="网络运行与维护费", unit="某局", index=0)
    two = table(other, name="网络运行与维护费", unit="某中心", index=1)
    assert check_document(document(one, two), PLAIN) == ()
    in_words = "效益指标/社会效益/群众知晓率 | 较高 | 较高"
    both = [
        table(in_words, name="网络运行与维护费", unit=unit, index=place)
        for place, unit in enumerate(("某局", "某中心"))
    ]
    findings = check_document(document(*both), PLAIN)
    assert [(each.where.unit, each.count) for each in findings] == [("某局", 1), ("某中心", 1)]


@pytest.mark.parametrize("status", [RowStatus.MOVED, RowStatus.RESTORED, RowStatus.SUSPECTED])
def test_f5_nothing_of_place_or_form_on_a_row_that_reading_moved(status: RowStatus) -> None:
    text = "效益指标/经济效益/资金专款专用率 | =50% | =100%"
    assert {"S03", "S08"} <= codes(table(text), PLAIN)
    assert codes(table(row(text, status)), PLAIN) == {"T50"}


def test_f6_empty_optional_rows() -> None:
    slots = tuple(("效益指标", name) for name in ("经济效益", "生态效益", "可持续影响", "社会效益"))
    held = table(
        "产出指标/数量指标/维护次数 | ≥2次 | ≥4次",
        "效益指标/社会效益/指标1: |  | ",
        "效益指标/生态效益/…… |  | ",
        "效益指标/经济效益/…… | …… | ……",
        "效益指标/可持续影响/指标2: | 无 | 无",
        slots=slots,
    )
    optional = ruleset(level(1, "效益指标", *(level(2, name) for _, name in slots)))
    assert codes(held, optional) == set()


@pytest.mark.parametrize("contact", ["", "略", "***"])
def test_f7_masked_contact_persons(contact: str) -> None:
    plain = table("产出指标/数量指标/维护次数 | ≥2次 | ≥4次")
    held = evolve(plain, fields=(Field("项目负责人/联系电话", contact),))
    assert codes(held) == codes(plain)


@pytest.mark.parametrize(
    "text",
    [
        "产出指标/数量指标/参训率 | ≥98% | ≥95%",
        "满意度指标/服务对象满意度/公众满意度 | ≥98% | ≥95%",
        "产出指标/数量指标/投诉件数 | ≤5件 | ≤3件",
    ],
)
def test_f8_half_above_full_for_rates_satisfaction_and_limits(text: str) -> None:
    assert "N03" not in codes(table(text))


def test_f8_half_above_full_for_counts_is_asked_about_and_no_more() -> None:
    held = table("产出指标/数量指标/检查次数 | ≥20次 | ≥10次")
    (one,) = (one for one in check_table(held, NANTONG) if one.code.endswith("/N03"))
    assert one.severity is Severity.WARNING


FIXED = (
    "决策/项目立项/立项依据充分性 | 充分 | 充分",
    "过程/组织实施/管理制度健全性 | 健全 | 健全",
)


def test_f9_words_that_the_form_prescribes_need_no_number() -> None:
    not_quantified = {"C02", "S10", "S12", "S13", "T59", "T61"}
    assert not not_quantified & codes(table(*FIXED))
    assert "C02" in codes(table("产出指标/质量指标/检查合规性 | 较好 | 较好"))
    rate = "过程/组织实施/制度知晓率 | 充分 | 充分"
    fixed = level(3, "制度知晓率", kinds=(KindRule("等级", "充分程度"),), expected="充分")
    prescribed = ruleset(level(1, "过程", level(2, "组织实施", fixed)))
    assert "S10" in codes(table(rate), PLAIN)
    assert codes(table(rate), prescribed) == set()


def test_f10_half_equal_to_full_is_fine_for_ratios() -> None:
    assert codes(table("产出指标/质量指标/验收合格率 | =100% | =100%"), PLAIN) == set()


def test_f11_and_f13_over_all_or_to_the_brim_is_no_finding_about_a_target() -> None:
    held = table("产出指标/数量指标/任务完成率 | =100% | ≥130%")
    assert not {"S20", "S21"} & codes(held, PLAIN)
    assert "S21" in codes(table("产出指标/质量指标/验收合格率 | =100% | ≥130%"), PLAIN)


def test_f12_a_cost_that_asks_for_less_in_the_end_is_fine() -> None:
    held = table("产出指标/成本指标/单位成本 | ≤6万元 | ≤5万元")
    assert codes(held, PLAIN) == set()


def test_f15_execution_above_the_budget_is_no_error() -> None:
    held = execution("=50%", "5")
    (line,) = held.indicators
    high = evolve(held, indicators=(row("过程/资金管理/预算执行率 | =50% | ≥105%"),))
    assert line.level3 == "预算执行率"
    assert not [
        one
        for one in check_table(high, NANTONG)
        if one.where.level3 == "预算执行率" and one.severity is Severity.ERROR
    ]


FIELDS = ("立项必要性", "年度目标", "项目类型", "实施单位", "填报日期", "主管部门及代码")
SLOTS = tuple(("效益指标", name) for name in ("经济效益", "生态效益", "社会效益", "可持续影响"))


@given(filled_tables(), st.sampled_from([one for one in RowStatus if not one.certain]))
@FEW
def test_f5_whatever_a_moved_row_holds_only_the_doubt_is_said(
    held: Table, status: RowStatus
) -> None:
    moved = evolve(held, indicators=tuple(evolve(one, status=status) for one in held.indicators))
    other = evolve(held, index=1, name="另一项目")
    for one in check_document(document(moved, other), PLAIN):
        for place in one.items or (one.where,):
            if place.table_index == 0 and place.level3 is not None:
                assert one.code == "T50"


@given(
    st.lists(st.sampled_from(FIELDS), unique=True),
    st.lists(st.sampled_from(SLOTS), unique=True),
    st.integers(0, 2),
)
@FEW
def test_f16_however_many_labels_a_blank_table_prints(
    fields: list[str], slots: list[tuple[str, str]], lines: int
) -> None:
    blank = table(
        fields=tuple((name, "") for name in fields),
        slots=tuple(slots),
        lines=(spending("培训费", None, None),) * lines,
        name="中央补助资金",
    )
    assert [one.code for one in check_table(blank, NANTONG)] == ["T51"]


def test_f16_texts_of_a_blank_table_are_not_judged_either() -> None:
    said = "子项目1: 培训费 子项目2: 档案整理费；支出72万元，其中：人员经费50万元、公用经费29万元。"
    blank = table(fields=(("立项必要性", said),), lines=(spending("差旅费", None, None),))
    assert [one.code for one in check_table(blank, PLAIN)] == ["T51"]
    filled = table("产出指标/数量指标/检查次数 | ≥2次", fields=(("立项必要性", said),))
    assert "S63" in codes(filled, PLAIN)


@given(st.lists(filled_tables(), min_size=1, max_size=3))
@FEW
def test_f17_no_sentence_says_what_a_figure_should_be(tables: list[Table]) -> None:
    held = document(*(evolve(one, index=at) for at, one in enumerate(tables)))
    for one in check_document(held, PLAIN):
        assert not PROPOSED.search(one.message().replace("一般均应为 100%", ""))


def test_f17_no_entry_leaves_room_for_a_figure_that_should_be() -> None:
    for code, entry in CATALOGUE.items():
        if code.startswith("S"):
            assert not re.search(r"应(?:为|改为|填|是)\s*\{", entry.zh)


AMOUNT = st.sampled_from([None, "0", "0.5", "7", "20"])


@given(st.lists(st.tuples(AMOUNT, AMOUNT), min_size=1, max_size=5), st.integers(0, 4), AMOUNT)
@FEW
def test_f18_a_blank_among_amounts_is_never_reckoned_as_zero(
    amounts: list[tuple[str | None, str | None]], blank: int, total: str | None
) -> None:
    amounts[blank % len(amounts)] = (None, None)
    lines = tuple(spending(f"第{at}项费", *one) for at, one in enumerate(amounts))
    rows = ("过程/资金管理/预算执行率 | =2% | =100%", "产出指标/数量指标/检查次数 | ≥9次 | ≥10次")
    assert not {"S14", "S17", "S23", "S37", "N06", "N07", "N02"} & codes(
        table(*rows, lines=lines, total=total)
    )
    sources = (("资金总额", total), *(("其他资金", whole) for _, whole in amounts))
    assert "S68" not in codes(of_money(table(*rows), *sources), PLAIN)
    tasks = tuple(task(f"任务{at}", whole, "检查") for at, (_, whole) in enumerate(amounts))
    assert "S33" not in codes(department(rows[1], tasks=tasks, total="99"), PLAIN)


@given(st.lists(indicators(), min_size=1, max_size=4), st.integers(2, 40))
@FEW
def test_f19_rows_that_come_again_bring_no_more_findings(rows: list[Indicator], times: int) -> None:
    once = check_table(table(*rows), PLAIN)
    again = check_table(table(*rows * times), PLAIN)
    assert len(again) == len({one.code for one in again})
    assert len(again) <= len({one.code for one in once}) + len(OF_MANY_ROWS)


def test_f16_a_blank_table_has_one_finding() -> None:
    blank = table(
        fields=(("立项必要性", ""), ("年度目标", ""), ("项目类型", "")),
        slots=(("产出指标", "数量指标"), ("产出指标", "成本指标")),
        name="中央补助资金",
    )
    assert codes(blank) == {"T51"}
    assert len(check_table(blank, NANTONG)) == 1


def test_f17_no_figure_is_proposed() -> None:
    held = table(
        "产出指标/数量指标/发送短信数量 | ≥620000万条 | ≥1870000万条",
        total="7.44",
        lines=(spending("网络租赁", "0.8", "7.44"),),
    )
    (one,) = (one for one in check_table(held, PLAIN) if one.code == "S01")
    assert "应为" not in one.message()
    assert "187" not in one.message().replace("≥1870000万条", "")


def test_f18_zeros_beside_blanks() -> None:
    rows = ("产出指标/数量指标/检查次数 | ≥2次 | ≥10次",)
    mixed = (spending("检查", "0", "5"), spending("奖励", None, "5"))
    assert "S14" not in codes(table(*rows, lines=mixed, total="10"), PLAIN)
    zeros = (spending("检查", "0", "5"), spending("奖励", "0", "5"))
    assert "S14" in codes(table(*rows, lines=zeros, total="10"), PLAIN)


def test_f19_the_same_finding_is_said_once_a_table_and_once_a_document() -> None:
    rows = tuple(f"效益指标/社会效益/第{place}项知晓率 | 较高 | 较高" for place in range(50))
    (one,) = check_table(table(*rows), PLAIN)
    assert (one.code, one.count, len(one.items)) == ("S10", 50, 50)
    tables = tuple(table(*rows, index=place, name=f"项目{place}") for place in range(20))
    findings: tuple[Finding, ...] = check_document(document(*tables), PLAIN)
    assert [(one.code, one.count) for one in findings] == [("S10", 1000)]


def test_f20_a_bare_control_rate_is_no_finding() -> None:
    held = table("产出指标/成本指标/公用经费控制率 | 92% | 100%")
    assert codes(held, PLAIN) == set()
