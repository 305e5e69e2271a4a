"""Laws of values: canonical text, sets, membership, conversions, and what reading may not lose."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.parsing import parse_actual, parse_value
from jixiao.periods import last_day_of_month, resolve_deadline
from jixiao.source import fold
from jixiao.units import Quantity, UnitsDifferError, comparable, parse_unit
from jixiao.units.definitions import unit_table
from jixiao.values import Comparison, Deadline, Operator, Range, Value
from strategies import (
    SYMBOLS,
    actual_of,
    actuals,
    deadlines,
    numeric_of,
    quantities,
    values,
)

Numeric = Comparison | Range
numeric = numeric_of("条")


@settings(max_examples=400, deadline=None)
@given(values)
def test_canonical_text_reads_back_to_an_equal_value(value: Value) -> None:
    assert parse_value(str(value)) == value


@settings(max_examples=300, deadline=None)
@given(values)
def test_json_gives_the_value_back(value: Value) -> None:
    assert Value.from_json(value.to_json()) == value


@given(quantities, st.sampled_from([">=", "≥", "≧", "⩾", "＞＝", "=>", "不低于", "不少于", "至少"]))
def test_every_spelling_of_an_operator_is_one_value(quantity: Quantity, sign: str) -> None:
    assert parse_value(f"{sign}{quantity}") == Comparison(op=Operator.GE, quantity=quantity)


@given(numeric, numeric)
def test_intersection_commutes_as_a_set(a: Numeric, b: Numeric) -> None:
    left, right = a & b, b & a
    assert left.is_empty == right.is_empty
    assert left.is_subset(right)
    assert right.is_subset(left)


@given(numeric, numeric, numeric)
def test_intersection_is_associative_as_a_set(a: Numeric, b: Numeric, c: Numeric) -> None:
    left, right = (a & b) & c, a & (b & c)
    assert left.is_empty == right.is_empty
    if not left.is_empty:
        assert left.is_subset(right)
        assert right.is_subset(left)


@given(numeric, numeric)
def test_an_intersection_lies_in_both(a: Numeric, b: Numeric) -> None:
    both = a & b
    assert both.is_subset(a)
    assert both.is_subset(b)
    assert (a & a).is_subset(a)
    assert a.is_subset(a & a)


@given(numeric, numeric, st.integers(0, 12))
def test_membership_of_an_intersection_is_membership_of_both(
    a: Numeric, b: Numeric, number: int
) -> None:
    point = Fraction(number)
    inside = point in a.interval() and point in b.interval()
    assert (point in (a & b).interval()) == inside


@given(numeric, numeric, st.integers(0, 12))
def test_a_member_of_a_subset_is_a_member(a: Numeric, b: Numeric, number: int) -> None:
    point = Fraction(number)
    if a.is_subset(b) and point in a.interval():
        assert point in b.interval()


@given(quantities, st.integers(0, 100), st.sampled_from([Operator.GE, Operator.GT]))
def test_more_never_turns_met_into_missed(quantity: Quantity, more: int, op: Operator) -> None:
    target = Comparison(op=op, quantity=quantity)
    here = target.contains(actual_of(quantity))
    above = Quantity(quantity.number + more, quantity.unit)
    if here.status == "met":
        assert target.contains(actual_of(above)).status == "met"
    below = Comparison(op=Operator.LE, quantity=quantity)
    if more:
        assert below.contains(actual_of(above)).status == "not_met"


@settings(deadline=None)
@given(values, actuals)
def test_contains_always_answers(value: Value, actual: object) -> None:
    verdict = value.contains(actual)  # type: ignore[arg-type]
    assert verdict.status in {"met", "not_met", "undetermined"}
    assert verdict.status != "undetermined" or verdict.reason is not None
    assert verdict.message()
    assert verdict.message("en")


def test_two_dimensions_are_neither_met_nor_missed() -> None:
    target = parse_value("≥5条")
    verdict = target.contains(parse_actual("6次", target))
    assert verdict.status == "undetermined"
    assert verdict.reason is not None
    assert verdict.reason.code == "V34"
    with pytest.raises(UnitsDifferError):
        Comparison(op=None, quantity=Quantity(Decimal(1), parse_unit("条"))).is_subset(
            Comparison(op=None, quantity=Quantity(Decimal(1), parse_unit("次")))
        )


def test_scales_are_mutual_subsets_and_not_equal() -> None:
    left, right = parse_value("≥62亿条"), parse_value("≥620000万条")
    assert isinstance(left, Comparison)
    assert isinstance(right, Comparison)
    assert left.is_subset(right)
    assert right.is_subset(left)
    assert left != right


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_conversions_agree_with_pint(symbol: str) -> None:
    quantity = Quantity(Decimal("12.5"), parse_unit(symbol))
    for other in SYMBOLS:
        unit = parse_unit(other)
        one = Quantity(Decimal(1), unit)
        if comparable(quantity, one):
            assert quantity.to_pint().to(one.to_pint().units).magnitude == (
                quantity.to(unit) * one.to_pint().magnitude
            )


def test_every_unit_of_the_file_converts_as_pint_converts() -> None:
    table = unit_table()
    for definition in {unit.label: unit for unit in table.units.values()}.values():
        root = table.roots.get(definition.dimensions)
        if root is not None:
            one = Quantity(Decimal(1), parse_unit(definition.label)).to_pint()
            target = Quantity(Decimal(1), parse_unit(root.label)).to_pint()
            assert one.to(target.units).magnitude == definition.ratio


def test_counts_never_add_up_across_kinds() -> None:
    assert not comparable(
        Quantity(Decimal(1), parse_unit("条")), Quantity(Decimal(1), parse_unit("次"))
    )
    assert not comparable(
        Quantity(Decimal(1), parse_unit("%")), Quantity(Decimal(1), parse_unit("百分点"))
    )


@given(deadlines(), st.integers(2015, 2035))
def test_a_deadline_resolves_within_its_month(deadline: Deadline, year: int) -> None:
    day = deadline.resolve(year)
    assert day is not None
    assert day == resolve_deadline(day.year, deadline.month, deadline.day)
    assert day <= last_day_of_month(day.year, day.month)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_any_text_reads_and_keeps_itself(text: str) -> None:
    value = parse_value(text)
    assert value.text == text
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
    assert parse_value(str(value)) == value or value.notes
