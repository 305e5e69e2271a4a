"""Rulesets built by hand for the tests of scoring, and short ways to write values."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.expressions import Binary, Conditional, Expression, Name, Number
from jixiao.parsing import parse_actual, parse_value
from jixiao.rules import (
    Bands,
    Citation,
    CitedText,
    ColumnRule,
    Completion,
    DecisionRow,
    DecisionTable,
    DefaultMethods,
    IndicatorRule,
    KindRule,
    Method,
    Rounding,
    Ruleset,
    Scale,
    Scoring,
    Synonym,
    TableRule,
    Test,
    Tests,
    Tree,
    Vocabulary,
)
from jixiao.scoring import IndicatorScore, score_indicator
from jixiao.units import Quantity, parse_unit
from jixiao.values import NO_CONTEXT, Actual, Comparison, Context, Value

if TYPE_CHECKING:
    from fractions import Fraction

    from jixiao.expressions import Result

TARGET, ACTUAL, DONE = Name(("目标值",)), Name(("实际值",)), Name(("完成率",))
QUOTIENT = Binary("÷", TARGET, ACTUAL)
EXCESS = Binary("-", Number(Decimal(2)), Binary("÷", ACTUAL, TARGET))
NOTICE = Citation((CitedText("项目支出绩效评价管理办法", "财预〔2020〕10号"),))


def percent(number: int) -> Number:
    return Number(Decimal(number), "%")


def bound(sign: str, number: int, unit: str = "%") -> Test:
    return Test(sign, number=Decimal(number), unit=unit)


def word(text: str) -> Tests:
    return ((Test("=", word=text),),)


def bands_method(name: str, middle: int) -> Method:
    """定性三档, the second band ending at `middle` percent (60 or 50)."""
    rows = (
        DecisionRow((word("达成"), ((bound("≥", 80), bound("≤", 100)),))),
        DecisionRow((word("部分达成"), ((bound("≥", middle), bound("<", 80)),))),
        DecisionRow((word("未达成"), ((bound("≥", 0), bound("<", middle)),))),
    )
    return Method(name, table=DecisionTable(("达成程度",), "得分率", rows), cite=NOTICE)


PROPORTION = Method("按比例赋分", rate=DONE, cap=Decimal(1), floor=Decimal(0), cite=NOTICE)
DIRECT = Method(
    "直接赋分",
    table=DecisionTable(
        ("是否达成",),
        "得分率",
        (
            DecisionRow((word("是"), ((bound("=", 100),),))),
            DecisionRow((word("否"), ((bound("=", 0),),))),
        ),
    ),
)
EXECUTION = Method(
    "预算执行率赋分",
    rate=Binary("÷", Name(("全年执行数",)), Name(("全年预算数",))),
    cap=Decimal(1),
)
PASS_LINE = Method(
    "及格线赋分",
    rate=Binary("÷", Binary("-", DONE, percent(60)), Binary("-", percent(100), percent(60))),
    pass_line=Decimal("0.6"),
    cap=Decimal(1),
)
ZERO: Expression = Conditional(Binary("≤", ACTUAL, Number(Decimal(0))), percent(100), percent(0))


def levels(weights: dict[str, int | None], *, execution: bool = False) -> tuple[IndicatorRule, ...]:
    """一级 with a weight each; 过程 holding 预算执行率 at 10 where asked."""
    roots = [
        IndicatorRule(1, name, weight=None if weight is None else Decimal(weight))
        for name, weight in weights.items()
    ]
    if execution:
        leaf = IndicatorRule(3, "预算执行率", weight=Decimal(10), methods=("预算执行率赋分",))
        process = IndicatorRule(
            1, "过程", children=(IndicatorRule(2, "资金管理", children=(leaf,)),)
        )
        roots.insert(0, process)
    return tuple(roots)


KIND = "项目绩效目标表"

NATIONAL = Ruleset(
    id="试验国家-2020",
    title="试验",
    digest="0" * 64,
    vocabulary=Vocabulary(
        scales=(
            Scale("及时程度", ("及时", "较及时", "不及时")),
            Scale("规范程度", ("规范", "较规范", "不规范")),
            Scale("影响程度", ("高", "较高", "一般", "较低")),
            Scale("达成程度", ("达成", "部分达成", "未达成")),
        ),
        synonyms=(
            Synonym("及时", ("按时", "按期")),
            Synonym("达成", ("达成预期指标", "基本达成预期指标")),
        ),
    ),
    tables=(
        TableRule(
            KIND,
            columns=(
                ColumnRule("半年指标值", role="目标值", due=(6, 30)),
                ColumnRule("全年指标值", role="目标值", due=(12, 31)),
            ),
        ),
    ),
    trees=(
        Tree(
            (KIND,),
            levels(
                {"决策": None, "产出指标": 50, "效益指标": 30, "满意度指标": 10}, execution=True
            ),
        ),
    ),
    scoring=Scoring(
        roundings=(Rounding("逐项", 2),),
        completions=(
            Completion("正向", Binary("÷", ACTUAL, TARGET)),
            Completion("零值", ZERO),
            Completion("进度", Binary("÷", ACTUAL, Name(("应达值",)))),
        ),
        defaults=(
            DefaultMethods(
                (KindRule("数值"), KindRule("百分比"), KindRule("进度")), ("按比例赋分",)
            ),
            DefaultMethods((KindRule("等级"), KindRule("自由文字")), ("定性三档",)),
            DefaultMethods((KindRule("期限"),), ("直接赋分",)),
        ),
        methods=(PROPORTION, DIRECT, EXECUTION, PASS_LINE, bands_method("定性三档", 60)),
    ),
    bands=Bands(
        Decimal(100),
        (
            ("优", ((bound("≥", 90, ""),),)),
            ("良", ((bound("≥", 80, ""), bound("<", 90, "")),)),
            ("中", ((bound("≥", 60, ""), bound("<", 80, "")),)),
            ("差", ((bound("<", 60, ""),),)),
        ),
    ),
)


def with_reverse(expression: Expression, rules: Ruleset = NATIONAL) -> Ruleset:
    """The ruleset with a 完成率 反向 of its own."""
    scoring = rules.scoring
    completions = (*scoring.completions, Completion("反向", expression))
    return evolve(rules, scoring=evolve(scoring, completions=completions))


def with_method(method: Method, rules: Ruleset = NATIONAL) -> Ruleset:
    """The ruleset with one more method."""
    scoring = rules.scoring
    return evolve(rules, scoring=evolve(scoring, methods=(*scoring.methods, method)))


def scored(  # noqa: PLR0913 - the arguments of a score, as texts
    target: str,
    actual: str,
    weight: str | None = "10",
    rules: Ruleset = NATIONAL,
    *,
    name: str = "",
    method: str | None = None,
    context: Context = NO_CONTEXT,
    judgement: Fraction | None = None,
    explained: str | None = None,
    names: dict[str, Result] | None = None,
    rule: IndicatorRule | None = None,
) -> IndicatorScore:
    """Score texts."""
    value = parse_value(target)
    return score_indicator(
        value,
        parse_actual(actual, value),
        None if weight is None else Decimal(weight),
        rules,
        name=name,
        method=method,
        context=context,
        judgement=judgement,
        explained=explained,
        names=names,
        rule=rule,
    )


def judged(target: Value, actual: Actual, context: Context = NO_CONTEXT) -> IndicatorScore:
    """Score values that were built, not read, at 10 points by the national rules."""
    return score_indicator(target, actual, Decimal(10), NATIONAL, context=context)


def filed(number: str, unit: str = "") -> Actual:
    """An actual of one figure."""
    quantity = Quantity(Decimal(number), parse_unit(unit))
    return Actual(number + unit, Comparison(op=None, quantity=quantity))
