"""What the names of a rule stand for: items, blocks, rows of blocks, weights, plans, roles."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from by_hand import document, money, row, ruleset, spending, table
from jixiao.checking import check_document
from jixiao.checking.scope import RowScope, TableScope
from jixiao.expressions import Binary, Name, Number, Undetermined
from jixiao.findings import Severity
from jixiao.library import Library
from jixiao.parsing import parse_value
from jixiao.rules import FieldRule, KindRule, Phrase, Ruleset, Vocabulary
from jixiao.tables import Field, FundingLine, ScheduleStep, Table

RULES = ruleset(
    fields=(
        FieldRule(("立项必要性",), (KindRule("文本"),)),
        FieldRule(("补助人数",), (KindRule("数值"),)),
        FieldRule(("资金支出计划", "3月底"), (KindRule("百分比"),)),
        FieldRule(("缺项",), (KindRule("文本"),)),
    )
)
HELD = evolve(
    table(
        "产出指标/数量指标/检查次数 | ≥2次 | ≤10次",
        total="10",
        lines=(spending("检查", "1", "6"), spending("培训", None, "4")),
        fields=(("立项必要性", " 保障运转 "), ("补助人数", "12"), ("空栏", "")),
    ),
    schedule=(
        ScheduleStep("3月底", (3, 31), Decimal("0.25")),
        ScheduleStep("6月底", (6, 30), None),
    ),
)


def scope(held: Table = HELD, rules: Ruleset = RULES) -> TableScope:
    """The scope of a table."""
    return TableScope(held, rules, parse_value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("阶段", "目标"),
        ("金额单位", "万元"),
        ("立项必要性", "保障运转"),
        ("空栏", None),
        ("缺项", None),
        ("项目名称", "试验项目"),
        ("资金总额", Fraction(10)),
        ("全年预算数", Fraction(10)),
        ("支出.全年预算数", (Fraction(6), Fraction(4))),
        ("支出.检查.半年计划执行数", Fraction(1)),
        ("支出.没有.半年计划执行数", None),
        ("资金支出计划.下级", (Fraction(1, 4), None)),
        ("资金支出计划.3月底", Fraction(1, 4)),
        ("资金支出计划.6月底", None),
        ("不知道", Undetermined("unknown", "不知道")),
        ("不知道.列", Undetermined("unknown", "不知道.列")),
    ],
)
def test_names_of_a_table(name: str, value: object) -> None:
    assert scope().lookup(tuple(name.split("."))) == value


def test_a_blank_cell_of_a_column_knows_its_name() -> None:
    assert scope().lookup(("支出", "半年计划执行数")) == (
        Fraction(1),
        Undetermined("missing", "支出.半年计划执行数"),
    )


def test_money_is_told_in_the_unit_of_the_table() -> None:
    in_yuan = evolve(HELD, money_unit="元")
    assert scope(in_yuan).lookup(("资金总额",)) == Fraction(100000)


def test_a_figure_in_a_field_is_a_value() -> None:
    assert scope().lookup(("补助人数",)) == parse_value("12")


def test_phrases_are_reckoned_where_they_are_named() -> None:
    phrase = Phrase("一半", Binary("÷", Name(("资金总额",)), Number(Decimal(2))))
    rules = evolve(RULES, vocabulary=Vocabulary(phrases=(phrase,)))
    assert scope(rules=rules).lookup(("一半",)) == Fraction(5)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("一级指标", "产出指标"),
        ("三级指标", "检查次数"),
        ("目标值", parse_value("≤10次")),
        ("半年指标值", parse_value("≥2次")),
        ("半年指标值.符号", "≥"),
        ("全年指标值.符号", "≤"),
        ("立项必要性.符号", Undetermined("not_applicable", "立项必要性")),
        ("权重", None),
        ("实际值", None),
        ("描述", "查了几次"),
        ("依据", None),
        ("得分", "4"),
        ("资金总额", Fraction(10)),
    ],
)
def test_names_of_a_row(name: str, value: object) -> None:
    (one,) = HELD.indicators
    told = evolve(one, description="查了几次", texts=(("得分", "4"),))
    assert RowScope(scope(), told).lookup(tuple(name.split("."))) == value


NATIONAL = Library.default().load("财政部-2020")


def self_evaluation(*weights: str | None, budget: str | None = None) -> Table:
    """A self-evaluation with these weights, and that of 预算执行率 where the form prints it."""
    rows = tuple(
        evolve(
            row(f"{level}/某类/第{place}项 | 100%"),
            weight=None if weight is None else Decimal(weight),
        )
        for place, (level, weight) in enumerate(
            zip(("产出指标", "产出指标", "效益指标", "满意度指标"), weights, strict=False)
        )
    )
    texts = () if budget is None else (("分值", budget),)
    total = FundingLine("年度资金总额", (("全年预算数", money("10")),), texts=texts)
    return evolve(
        table(*rows),
        kind="项目支出绩效自评表",
        stage="自评",
        funding=(total,),
        fields=(Field("备注", ""),),
    )


@pytest.mark.parametrize(
    ("weights", "budget", "severity"),
    [
        (("30", "20", "30", "10"), "10", None),
        (("30", "20", "30", "10"), None, None),
        (("30", "30", "30", "10"), None, None),
        (("30", "20", "30", "15"), "10", Severity.ERROR),
        (("30", "20", "30", "15"), None, Severity.HINT),
        (("30", None, "30", "10"), "10", Severity.HINT),
    ],
)
def test_weights_are_added_up_with_those_of_the_funds(
    weights: tuple[str | None, ...], budget: str | None, severity: Severity | None
) -> None:
    held = self_evaluation(*weights, budget=budget)
    found = [
        one.severity
        for one in check_document(document(held), NATIONAL)
        if one.code.endswith("/C01") or one.code == "T64"
    ]
    assert found == ([] if severity is None else [severity])
