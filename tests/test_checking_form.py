"""What a form demands: missing classes, empty entries, kinds, units, choices; how grave it is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve

from by_hand import (
    KIND,
    READ,
    RECALLED,
    REQUIRED,
    document,
    level,
    row,
    ruleset,
    spending,
    table,
)
from jixiao.checking import check_document, check_table
from jixiao.expressions import Binary, Call, IsKind, Name, Number, Text
from jixiao.findings import Finding, Severity
from jixiao.rules import Check, ColumnRule, Demand, FieldRule, KindRule, Ruleset
from jixiao.tables import RowStatus, Table

DECISION = level(
    1,
    "决策",
    level(
        2,
        "项目立项",
        level(
            3,
            "立项依据充分性",
            demand=REQUIRED,
            kinds=(KindRule("等级", "充分程度"),),
            expected="充分",
        ),
        demand=REQUIRED,
    ),
    demand=REQUIRED,
)
OUTPUT = "产出指标/数量指标/检查次数 | ≥2次 | ≥10次"
RIGHT = "决策/项目立项/立项依据充分性 | 充分 | 充分"


def codes(held: Table, rules: Ruleset) -> list[str]:
    """The codes of all findings."""
    return [one.code for one in check_table(held, rules)]


def only(held: Table, rules: Ruleset) -> Finding:
    """The one finding there is."""
    (one,) = check_table(held, rules)
    return one


def test_a_right_table_has_no_finding() -> None:
    assert codes(table(RIGHT, OUTPUT), ruleset(DECISION)) == []


@pytest.mark.parametrize(
    ("rows", "code", "sentence"),
    [
        ((OUTPUT,), "T52", "未填写一级指标“决策”，表式要求必填，请补充"),
        (
            ("决策/绩效目标/绩效目标合理性 | 合理 | 合理",),
            "T53",
            "“决策”下未填写二级指标“项目立项”，表式要求必填，请补充",
        ),
        (
            ("决策/项目立项/立项程序规范性 | 规范 | 规范",),
            "T54",
            "“项目立项”下未填写三级指标“立项依据充分性”，表式要求必填，请补充",
        ),
    ],
)
def test_the_highest_missing_class_is_named_once(
    rows: tuple[str, ...], code: str, sentence: str
) -> None:
    one = only(table(*rows), ruleset(DECISION))
    assert (one.code, one.severity, one.message()) == (code, Severity.ERROR, sentence)
    assert one.cite == "“样表”（核实）"
    assert one.heading == "完整性"


def test_a_form_that_is_only_recalled_does_not_insist() -> None:
    one = only(table(OUTPUT), ruleset(DECISION, cite=RECALLED))
    assert one.severity is Severity.WARNING


def test_the_ruleset_has_the_last_word_on_severity() -> None:
    soft = evolve(DECISION, demand=Demand(required=True, severity=Severity.HINT))
    assert only(table(OUTPUT), ruleset(soft)).severity is Severity.HINT


@pytest.mark.parametrize("status", [RowStatus.MOVED, RowStatus.RESTORED, RowStatus.SUSPECTED])
def test_where_reading_is_in_doubt_the_original_is_asked_for(status: RowStatus) -> None:
    doubtful = row("决策/项目立项/立项程序规范性 | 规范 | 规范", status)
    findings = check_table(table(doubtful, OUTPUT), ruleset(DECISION))
    assert [(one.code, one.severity) for one in findings] == [
        ("T50", Severity.HINT),
        ("T63", Severity.HINT),
    ]
    assert findings[1].message() == (
        "未读到“立项依据充分性”，本文件该处有移位或缺失，读取存疑，请核对原表："
        "原表已填的不必修改，未填的请补充"
    )


def test_doubts_about_the_same_place_in_another_table_count_too() -> None:
    other = "决策/项目立项/立项程序规范性 | 规范 | 规范"
    doubtful = table(row(other, RowStatus.MOVED), RIGHT, OUTPUT, index=1)
    findings = check_document(document(table(other, OUTPUT), doubtful), ruleset(DECISION))
    assert [one.code for one in findings] == ["T63", "T50"]


def test_too_few_and_too_many() -> None:
    cost = level(2, "成本指标", demand=Demand(at_least=1, severity=Severity.HINT))
    count = level(2, "数量指标", demand=Demand(at_most=1))
    one, two = check_table(
        table(OUTPUT, OUTPUT.replace("检查", "宣传"), slots=(("产出指标", "成本指标"),)),
        ruleset(level(1, "产出指标", cost, count)),
    )
    assert one.message() == "“数量指标”填写了 2 项指标，至多应为 1 项，请精简"
    assert (two.severity, two.message()) == (
        Severity.HINT,
        "“成本指标”填写了 0 项指标，至少应有 1 项，请补充",
    )


def test_an_optional_class_may_still_ask_for_something_below_it() -> None:
    asked = level(2, "服务对象满意度", demand=Demand(at_least=1, severity=Severity.HINT))
    required = level(2, "联系部门满意度", demand=REQUIRED)
    one = only(table(OUTPUT), ruleset(level(1, "满意度指标", asked, required)))
    assert one.message() == "“服务对象满意度”填写了 0 项指标，至少应有 1 项，请补充"


def test_level_names_with_and_without_suffix_are_one() -> None:
    rules = ruleset(level(1, "效益指标", level(2, "经济效益指标", demand=REQUIRED)))
    assert codes(table("效益/经济效益/节约资金 | ≥2万元 | ≥5万元"), rules) == []


FIELDS = (
    FieldRule(("立项必要性",), (KindRule("文本"),), REQUIRED),
    FieldRule(("项目类型",), (KindRule("文本"),), choices=("常年安排项目", "当年一次性项目")),
    FieldRule(("开始时间",), (KindRule("年份"),), REQUIRED),
)


@pytest.mark.parametrize(
    ("fields", "code", "sentence"),
    [
        (("立项必要性", " "), "T57", "“立项必要性”未填写，表式要求必填，请补充"),
        (
            ("项目类型", "其他"),
            "T62",
            "“项目类型”填报为“其他”，表式的可选项为常年安排项目、当年一次性项目，请核实",
        ),
        (("开始时间", "今年"), "T59", "“开始时间”填报为“今年”，表式要求为年份，请核实"),
    ],
)
def test_fields(fields: tuple[str, str], code: str, sentence: str) -> None:
    one = only(table(OUTPUT, fields=(fields,)), ruleset(fields=FIELDS))
    assert (one.code, one.message()) == (code, sentence)


@pytest.mark.parametrize("year", ["2025", "2025年", "2025年1月", "2025-01-01"])
def test_years_as_people_write_them(year: str) -> None:
    assert codes(table(OUTPUT, fields=(("开始时间", year),)), ruleset(fields=FIELDS)) == []


def test_an_empty_required_column() -> None:
    one = only(table("产出指标/数量指标/检查次数 | ≥2次 | "), ruleset())
    assert (one.code, one.message()) == ("T58", "“检查次数”的全年指标值未填写，请补充")


def test_a_choice_of_signs() -> None:
    columns = (
        ColumnRule("指标值", "目标值"),
        ColumnRule("指标性质", "符号", choices=("≥", "=")),
    )
    held = table("产出指标/数量指标/检查次数 | 2次")
    (one,) = held.indicators
    signed = evolve(
        held,
        indicators=(evolve(one, texts=(("指标性质", "大于"),)),),
        columns=(*held.columns, evolve(held.columns[0], name="指标性质", role="符号")),
    )
    assert only(signed, ruleset(columns=columns)).message() == (
        "“指标性质”填报为“大于”，表式的可选项为≥、=，请核实"
    )


def test_kind_unit_and_expected_word() -> None:
    rate = level(3, "资金到位率", kinds=(KindRule("百分比"), KindRule("进度")))
    count = level(3, "检查次数", units=("次",))
    rules = ruleset(DECISION, level(1, "产出指标", level(2, "数量指标", rate, count)))
    held = table(
        "决策/项目立项/立项依据充分性 | 充分 | 较充分",
        "产出指标/数量指标/资金到位率 | 序时进度 | 及时",
        "产出指标/数量指标/检查次数 | ≥2家 | ≥1万次",
    )
    said = {one.code: one.message() for one in check_table(held, rules)}
    assert said["T59"] == "“资金到位率”填报为“及时”，表式要求为百分比、进度，请核实"
    assert said["T60"] == "“检查次数”填报为“≥2家”，表式要求计量单位为次，请核实"
    assert said["T61"] == ("“立项依据充分性”填报为“较充分”，表式的参考值为“充分”，请核实或说明原因")


def test_a_blank_form_has_one_finding() -> None:
    blank = table(fields=(("立项必要性", ""),), slots=(("产出指标", "成本指标"),))
    one = only(blank, ruleset(DECISION, fields=FIELDS))
    assert (one.code, one.severity) == ("T51", Severity.WARNING)


TOTAL = Name(("资金总额",))
SPENT = Call("合计", (Name(("支出", "全年预算数")),))
SUM = Check(
    "N02",
    Severity.ERROR,
    "支出明细之和应等于资金总额",
    KIND,
    condition=Binary("=", SPENT, TOTAL),
    tolerance=Decimal("0.005"),
    message=("资金总额 ", TOTAL, " 万元，支出合计 ", SPENT, " 万元，请核实"),
    cite=READ,
)


def checked(*checks: Check) -> Ruleset:
    """A ruleset with these 校验."""
    return evolve(ruleset(), checks=checks)


def test_a_sum_that_does_not_come_out() -> None:
    held = table(OUTPUT, total="10", lines=(spending("检查", "1", "9.3333"),))
    one = only(held, checked(SUM))
    assert (one.code, one.severity) == ("试验-2025/N02", Severity.ERROR)
    assert one.message() == "资金总额 10 万元，支出合计 9.33 万元，请核实"
    assert (one.heading, one.cite) == ("适当性", "“样表”（核实）")


@pytest.mark.parametrize("whole", ["10", "10.005", "9.995"])
def test_tolerance_reaches_to_its_end(whole: str) -> None:
    held = table(OUTPUT, total="10", lines=(spending("检查", "1", whole),))
    assert codes(held, checked(SUM)) == []


def test_a_blank_cell_makes_a_check_undecided_and_is_named() -> None:
    held = table(OUTPUT, total="10", lines=(spending("检查", "1", None),))
    one = only(held, checked(SUM))
    assert (one.code, one.severity) == ("T64", Severity.HINT)
    assert one.message() == (
        "“支出明细之和应等于资金总额”无法判断：未读到“支出.全年预算数”，请核对原表后补充"
    )


PLANNED = Binary(
    "÷",
    Call("合计", (Name(("支出", "半年计划执行数")),)),
    Call("合计", (Name(("支出", "全年预算数")),)),
)
HALF = Check(
    "N06",
    Severity.WARNING,
    "半年预算执行率与半年计划相差较大",
    "指标",
    each=True,
    when=Binary(
        "且",
        Binary("=", Name(("三级指标",)), Text("预算执行率")),
        IsKind(Name(("半年指标值",)), ("百分比",)),
    ),
    condition=Binary(
        "≤",
        Call("相差", (Name(("半年指标值", "数量")), PLANNED)),
        Number(Decimal(25), "%"),
    ),
    message=(
        "填报为 ",
        Name(("半年指标值",)),
        "，按半年计划折算为 ",
        PLANNED,
        "，请核实或说明口径",
    ),
)


@pytest.mark.parametrize(
    ("value", "half", "whole", "sentence"),
    [
        ("=2%", "2.2", "9.8", "填报为 =2%，按半年计划折算为 22.45%，请核实或说明口径"),
        ("=0.05%", "0.5", "65.75", "填报为 =0.05%，按半年计划折算为 0.76%，请核实或说明口径"),
        ("=50%", "43.4", "100", None),
        ("序时进度", "2.2", "9.8", None),
        ("", "2.2", "9.8", None),
    ],
)
def test_a_check_of_each_row(value: str, half: str, whole: str, sentence: str | None) -> None:
    held = table(
        f"过程/资金管理/预算执行率 | {value} | =100%",
        OUTPUT,
        lines=(spending("检查", half, whole),),
    )
    said = [one.message() for one in check_table(held, checked(HALF))]
    assert said == ([] if sentence is None else [sentence])


def test_a_check_is_not_put_to_a_doubtful_row() -> None:
    doubtful = row("过程/资金管理/预算执行率 | =2% | =100%", RowStatus.MOVED)
    held = table(doubtful, lines=(spending("检查", "5", "10"),))
    assert codes(held, checked(HALF)) == ["T50"]


def test_what_all_tables_share_is_said_once() -> None:
    cost = level(2, "成本指标", demand=Demand(at_least=1, severity=Severity.HINT))
    rules = ruleset(level(1, "产出指标", cost))
    tables = tuple(table(OUTPUT, index=place, name=f"项目{place}") for place in range(4))
    (one,) = check_document(document(*tables), rules)
    assert (one.code, one.count, one.where.table) == ("T55", 4, None)
    assert [item.table for item in one.items] == ["项目0", "项目1", "项目2", "项目3"]
    assert len(check_document(document(*tables[:2]), rules)) == 2


def test_tables_may_have_rulesets_of_their_own() -> None:
    one, other = table(OUTPUT), table(OUTPUT, index=1)
    rules = {1: ruleset(DECISION)}
    (finding,) = check_document(document(one, other), rules)
    assert finding.where.table_index == 1
