"""Expressions: exact, three-valued, total, and bounded in steps."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from attrs import field, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

import rule_strategies
from jixiao.expressions import (
    Binary,
    Call,
    Choice,
    Conditional,
    Expression,
    Function,
    IsBlank,
    IsIn,
    IsKind,
    Name,
    Negate,
    Not,
    Number,
    Signature,
    Text,
    Undetermined,
    evaluate,
    parts_of,
    walk,
)
from jixiao.functions import FUNCTIONS
from jixiao.units import Quantity, parse_unit
from jixiao.values import (
    Absent,
    Comparison,
    Compound,
    Deadline,
    Operator,
    Pace,
    Qualitative,
    Range,
    Reference,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


@frozen
class Cells:
    """A scope over named cells."""

    cells: Mapping[str, object] = field(factory=dict)

    def lookup(self, parts: tuple[str, ...]) -> object:
        name = ".".join(parts)
        return self.cells.get(name, Undetermined("unknown", name))


def value(op: Operator | None, number: str, unit: str) -> Comparison:
    text = f"{op.value if op else ''}{number}{unit}"
    return Comparison(text=text, op=op, quantity=Quantity(Decimal(number), parse_unit(unit)))


HALF = value(Operator.EQ, "50", "%")
COUNT = value(Operator.GE, "620000", "万条")
COST = value(Operator.LE, "30", "万元")
BARE = value(None, "35", "辆")
WORD = Qualitative(text="较高", word="较高")
CELLS = Cells(
    {
        "金额单位": "万元",
        "资金总额": Decimal(72),
        "支出.全年预算数": (Decimal(70), Decimal(2)),
        "支出.半年计划执行数": (Decimal(34), None),
        "半年": HALF,
        "数量指标值": COUNT,
        "成本": COST,
        "辆数": BARE,
        "评价": WORD,
        "空": Absent(text=""),
        "不适用": Absent(text="不适用", reason="not_applicable"),
        "名称": "租赁车辆车次",
        "真": True,
        "假": False,
        "缺": None,
    }
)


def name(text: str) -> Name:
    return Name(tuple(text.split(".")))


def number(text: str, unit: str = "") -> Number:
    return Number(Decimal(text), unit)


def of(expression: Expression, **more: object) -> object:
    return evaluate(expression, CELLS, FUNCTIONS, **more)  # type: ignore[arg-type]


TRUE, FALSE, MISSING = name("真"), name("假"), name("缺")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (number("25", "%"), Fraction(1, 4)),
        (number("100", "万元"), Fraction(100)),
        (number("2", "亿元"), Fraction(20_000)),
        (number("5", "万条"), Fraction(50_000)),
        (number("5", "光年"), Undetermined("units", "光年")),
        (name("半年.数量"), Fraction(1, 2)),
        (name("数量指标值.数量"), Fraction(6_200_000_000)),
        (name("数量指标值.单位"), "条"),
        (name("成本.数量"), Fraction(30)),
        (name("成本.符号"), "≤"),
        (name("辆数.符号"), ""),
        (name("评价.数量"), Undetermined("not_applicable", "评价.数量")),
        (name("空.数量"), Undetermined("missing", "空.数量")),
        (name("不适用.数量"), Undetermined("not_applicable", "不适用.数量")),
        (name("没有"), Undetermined("unknown", "没有")),
        (name("缺"), Undetermined("missing", "缺")),
        (Negate(number("2")), Fraction(-2)),
        (Binary("÷", number("1"), number("3")), Fraction(1, 3)),
        (Binary("÷", number("1"), number("0")), Undetermined("zero_division")),
        (Binary("+", number("1"), Text("甲")), Undetermined("kinds")),
        (Binary("≤", name("成本"), name("资金总额")), True),
        (Binary("<", name("半年"), name("辆数")), Undetermined("units", "%、辆")),
        (Binary("=", name("半年"), number("50", "%")), True),
        (Binary("=", name("评价"), Text("较高")), True),
        (Binary("≠", name("评价"), Text("高")), True),
        (Binary("=", name("名称"), Text("租赁 车辆车次")), True),
        (Binary("=", name("名称"), number("1")), Undetermined("kinds")),
        (Binary("=", name("空"), Text("较高")), Undetermined("missing")),
        (IsBlank(name("空")), True),
        (IsBlank(name("缺")), True),
        (IsBlank(name("缺"), negated=True), False),
        (IsBlank(name("没有")), Undetermined("unknown", "没有")),
        (IsBlank(name("不适用")), False),
        (IsIn(name("评价"), (Choice("高"), Choice("较高"))), True),
        (IsIn(name("成本.符号"), (Choice("≤"),), negated=True), False),
        (IsIn(name("缺"), (Choice("高"),)), Undetermined("missing", "缺")),
        (IsKind(name("半年"), ("百分比",)), True),
        (IsKind(name("成本"), ("数值",)), True),
        (IsKind(name("评价"), ("数值", "百分比")), False),
        (IsKind(name("评价"), ("自由文字",)), True),
        (IsKind(name("空"), ("数值",)), Undetermined("missing")),
        (Call("合计", (name("支出.全年预算数"),)), Fraction(72)),
        (Call("合计", (name("支出.半年计划执行数"),)), Undetermined("missing")),
        (Call("计数", (name("支出.半年计划执行数"),)), Fraction(1)),
        (Call("可比", (name("空"), name("半年"))), False),
        (Call("可比", (name("半年"), name("半年"))), True),
        (Call("没有", ()), Undetermined("unknown", "没有")),
        (Call("相差", (number("1"),)), Undetermined("function", "相差")),
        (Call("最大", (number("0"), Negate(number("3")))), Fraction(0)),
        (Call("插值", (name("资金总额"),)), Undetermined("unknown", "年内进度")),
        (Conditional(TRUE, number("1"), MISSING), Fraction(1)),
        (Conditional(MISSING, number("1"), number("2")), Undetermined("missing", "缺")),
    ],
)
def test_what_an_expression_yields(expression: Expression, expected: object) -> None:
    assert of(expression) == expected


UNKNOWN = Undetermined("missing", "缺")


@pytest.mark.parametrize(
    ("sign", "rows"),
    [
        ("且", [(True, False, UNKNOWN), (False, False, False), (UNKNOWN, False, UNKNOWN)]),
        ("或", [(True, True, True), (True, False, UNKNOWN), (True, UNKNOWN, UNKNOWN)]),
    ],
)
def test_and_and_or_are_three_valued(sign: str, rows: list[tuple[object, ...]]) -> None:
    operands = (TRUE, FALSE, MISSING)
    for left, row in zip(operands, rows, strict=True):
        for right, expected in zip(operands, row, strict=True):
            assert of(Binary(sign, left, right)) == expected


def test_not_is_three_valued() -> None:
    assert [of(Not(one)) for one in (TRUE, FALSE, MISSING)] == [False, True, UNKNOWN]


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (Pace(text="序时进度"), "进度"),
        (Deadline(text="12月底前", month=12), "期限"),
        (Reference(text="不超预算", to="预算"), "金额"),
        (Qualitative(text="全覆盖", word="全覆盖", means=HALF), "百分比"),
        (Compound(text="…", parts=(WORD, HALF)), "百分比"),
        (
            Range(
                text="3-5次",
                low=Quantity(Decimal(3), parse_unit("次")),
                high=Quantity(Decimal(5), parse_unit("次")),
            ),
            "数值",
        ),
    ],
)
def test_kinds_of_values(one: Value, kind: str) -> None:
    assert evaluate(IsKind(name("值"), (kind,)), Cells({"值": one}), {}) is True
    assert evaluate(IsKind(name("值"), ("等级",)), Cells({"值": one}), {}) is False


def test_a_grade_is_told_from_other_words_by_the_scales() -> None:
    kind = IsKind(name("评价"), ("等级",))
    assert of(kind) is False
    assert of(kind, grades=frozenset({"较高"})) is True


def test_phrases_stand_for_what_the_scope_does_not_know() -> None:
    due = Binary("÷", name("资金总额"), number("12"))
    assert of(name("应达"), phrases={"应达": due}) == Fraction(6)
    assert of(name("资金总额"), phrases={"资金总额": number("1")}) == Fraction(72)
    assert of(name("甲"), phrases={"甲": name("甲")}) == Undetermined("budget", "甲")


def test_steps_are_counted_and_shared_trees_do_not_explode() -> None:
    doubled: Expression = number("1")
    for _ in range(60):
        doubled = Binary("+", doubled, doubled)
    assert of(doubled) == Undetermined("budget")
    assert of(Binary("+", number("1"), number("1")), budget=3) == Fraction(2)
    assert of(Binary("+", number("1"), number("1")), budget=2) == Undetermined("budget")
    deep: Expression = number("1")
    for _ in range(5_000):
        deep = Negate(deep)
    assert of(deep) == Undetermined("budget")


def test_a_function_of_somebody_else_that_fails_is_an_answer() -> None:
    def fails(figure: Fraction) -> Fraction:
        raise RuntimeError(figure)

    functions = {"坏": Function("坏", Signature(("figure",), "figure"), fails)}
    call = Call("坏", (number("1"),))
    assert evaluate(call, CELLS, functions) == Undetermined("function", "坏")


def test_a_function_of_decimals_gets_decimals() -> None:
    def month_on_month(now: Decimal, before: Decimal) -> Decimal:
        return now / before - 1

    functions = {"环比": Function.of("环比", month_on_month)}
    call = Call("环比", (number("3"), number("2")))
    assert evaluate(call, CELLS, functions) == Fraction(1, 2)


# ── laws ──

RESULTS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 5),
    st.decimals(-9, 9, places=2),
    st.sampled_from(
        ["", "较高", "≥", HALF, COUNT, COST, BARE, WORD, Absent(), Undetermined("missing")]
    ),
    st.tuples(st.integers(0, 3), st.none()),
)


@given(rule_strategies.expressions(4), RESULTS, st.sampled_from(sorted(FUNCTIONS)))
@settings(max_examples=400, deadline=None)
def test_evaluation_is_total(expression: Expression, cell: object, function: str) -> None:
    class Everything:
        def lookup(self, _: tuple[str, ...]) -> object:
            return cell

    allowed = (bool, Fraction, str, Value, tuple, Undetermined)
    for one in (expression, Call(function, (expression, expression))):
        result = evaluate(one, Everything(), FUNCTIONS)
        assert isinstance(result, allowed)


FIGURES = st.fractions(-100, 100, max_denominator=50)


@given(FIGURES, FIGURES, FIGURES)
def test_arithmetic_is_that_of_fractions(a: Fraction, b: Fraction, c: Fraction) -> None:
    cells = Cells({"甲": a, "乙": b, "丙": c})
    both = Binary("-", Binary("×", name("甲"), name("乙")), name("丙"))
    assert evaluate(both, cells, {}) == a * b - c
    quotient = evaluate(Binary("÷", both, name("丙")), cells, {})
    assert quotient == ((a * b - c) / c if c else Undetermined("zero_division"))
    assert evaluate(Binary("≤", name("甲"), name("乙")), cells, {}) is (a <= b)


@given(FIGURES, FIGURES)
def test_the_gap_of_two_figures(a: Fraction, b: Fraction) -> None:
    gap = evaluate(Call("相差", (name("甲"), name("乙"))), Cells({"甲": a, "乙": b}), FUNCTIONS)
    back = evaluate(Call("相差", (name("乙"), name("甲"))), Cells({"甲": a, "乙": b}), FUNCTIONS)
    assert gap == back
    assert isinstance(gap, Fraction)
    assert (gap == 0) is (a == b)
    if a >= 0 and b >= 0:
        assert gap <= 1


@given(rule_strategies.expressions(3))
@settings(max_examples=100, deadline=None)
def test_walking_meets_every_node_once(expression: Expression) -> None:
    def size(node: Expression) -> int:
        return 1 + sum(size(one) for one in parts_of(node))

    assert len(list(walk(expression))) == size(expression)


def test_a_plan_is_read_between_its_points() -> None:
    plan = tuple(
        (Fraction(month, 12), Fraction(share, 100))
        for month, share in ((3, 25), (6, 50), (10, 75), (12, 100))
    )
    cells = {"资金支出计划": plan}
    for month, due in ((0, 0), (3, 25), (8, Fraction(125, 2)), (10, 75), (12, 100)):
        scope = Cells({**cells, "年内进度": Fraction(month, 12)})
        assert (
            evaluate(Call("插值", (name("资金支出计划"),)), scope, FUNCTIONS) == Fraction(due) / 100
        )
