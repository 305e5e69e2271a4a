"""Values that are sets of numbers: a comparison with one quantity, and a range between two."""

from __future__ import annotations

from typing import Self

from attrs import evolve, frozen

from jixiao.intervals import End, Interval
from jixiao.units import Quantity, UnitsDifferError, decimal_text
from jixiao.values.absence import too_little
from jixiao.values.base import Actual, Json, Operator, Value
from jixiao.values.operators import operator_json, operator_of
from jixiao.values.verdicts import Context, Verdict, doubt, met, undetermined
from jixiao.values.written import approximate, around, quantity_of

__all__ = ["Comparison", "Range", "judge_number"]


@frozen(kw_only=True)
class Comparison(Value):
    """An operator and a quantity; `op` is None for a bare number, whose direction is not said.

    As a set a bare number is its point; `contains` says undetermined for any other number.

    >>> from decimal import Decimal
    >>> str(Comparison(op=Operator.GE, quantity=Quantity(Decimal("28.40"))))
    '≥28.40'
    """

    op: Operator | None
    quantity: Quantity

    @property
    def implied(self) -> bool:
        """Whether the operator was left unsaid."""
        return self.op is None

    def interval(self) -> Interval:
        """The numbers that are meant, in roots of the dimension, exact."""
        end = End(self.quantity.exact, closed=self.op not in {Operator.GT, Operator.LT})
        match self.op:
            case Operator.GE | Operator.GT:
                return Interval(end, None)
            case Operator.LE | Operator.LT:
                return Interval(None, end)
            case _:
                return Interval(end, end)

    @property
    def is_empty(self) -> bool:
        """False: every comparison is met by some number."""
        return self.interval().is_empty

    def is_subset(self, other: Comparison | Range) -> bool:
        """Whether every number that meets this meets the other; exact over units.

        Raises `UnitsDifferError` where the dimensions differ.
        """
        _same_dimension(self, other)
        return self.interval().is_subset(other.interval())

    def __and__(self, other: Comparison | Range) -> Comparison | Range:
        return _intersection(self, other)

    def _json(self) -> Json:
        quantity = self.quantity
        return {
            "op": operator_json(self.op),
            "implied": self.op is None,
            "number": decimal_text(quantity.number),
            "unit": quantity.unit.symbol,
            "base_number": decimal_text(quantity.base_number),
            "base_unit": quantity.base_unit,
        }

    @classmethod
    def _of_json(cls, shown: Json, common: Json) -> Self:
        quantity = quantity_of(shown["number"], shown["unit"])
        return cls(op=operator_of(shown), quantity=quantity, **common)

    def _core(self) -> str:
        sign = "" if self.op is None else self.op.sign
        return sign + approximate(self.quantity, self.approx)

    def _judge(self, actual: Actual, context: Context) -> Verdict:
        del context
        if self.approx is not None:
            return undetermined("V40", word=self._core())
        if too_little(actual.text, self.op, self.quantity.number):
            return met(holds=True)
        verdict = judge_number(self, actual)
        if verdict.status == "not_met" and self.quantity.unit.name in {"级", "等级"}:
            return undetermined("V38", actual=actual.text)  # 一级 is above 二级
        return verdict


@frozen(kw_only=True)
class Range(Value):
    """Between two quantities of one dimension, each end open or closed.

    >>> from decimal import Decimal
    >>> str(Range(low=Quantity(Decimal(3)), high=Quantity(Decimal(5)), high_closed=False))
    '3-5(不含)'
    """

    low: Quantity
    high: Quantity
    low_closed: bool = True
    high_closed: bool = True

    def __attrs_post_init__(self) -> None:
        if self.low.unit.dimension != self.high.unit.dimension:
            raise UnitsDifferError(self.low.unit.symbol, self.high.unit.symbol)

    def interval(self) -> Interval:
        """The numbers that are meant, in roots of the dimension, exact."""
        return Interval(
            End(self.low.exact, closed=self.low_closed),
            End(self.high.exact, closed=self.high_closed),
        )

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in it."""
        return self.interval().is_empty

    def is_subset(self, other: Comparison | Range) -> bool:
        """Whether every number of this range meets the other; exact over units.

        Raises `UnitsDifferError` where the dimensions differ.
        """
        _same_dimension(self, other)
        return self.interval().is_subset(other.interval())

    def __and__(self, other: Comparison | Range) -> Comparison | Range:
        return _intersection(self, other)

    def _json(self) -> Json:
        low, high = self.low, self.high
        return {
            "low": decimal_text(low.number),
            "high": decimal_text(high.number),
            "low_closed": self.low_closed,
            "high_closed": self.high_closed,
            "unit": high.unit.symbol,
            "base_low": decimal_text(low.base_number),
            "base_high": decimal_text(high.base_number),
            "base_unit": high.base_unit,
        } | ({} if low.unit == high.unit else {"low_unit": low.unit.symbol})

    @classmethod
    def _of_json(cls, shown: Json, common: Json) -> Self:
        return cls(
            low=quantity_of(shown["low"], str(shown.get("low_unit", shown["unit"]))),
            high=quantity_of(shown["high"], shown["unit"]),
            low_closed=shown["low_closed"],
            high_closed=shown["high_closed"],
            **common,
        )

    def _core(self) -> str:
        low = str(self.low) + ("" if self.low_closed else "(不含)")
        high = str(self.high) + ("" if self.high_closed else "(不含)")
        before, after = around(self.approx)
        joint = "~" if self.high.number.is_signed() or self.low.number.is_signed() else "-"
        return f"{before}{low}{joint}{high}{after}"

    def _judge(self, actual: Actual, context: Context) -> Verdict:
        del context
        if self.approx is not None:
            return undetermined("V40", word=self._core())
        return judge_number(self, actual)


def _unit_of(value: Comparison | Range) -> tuple[str, str]:
    quantity = value.quantity if isinstance(value, Comparison) else value.low
    return quantity.unit.dimension, quantity.unit.symbol


def _same_dimension(a: Comparison | Range, b: Comparison | Range) -> None:
    (left, left_symbol), (right, right_symbol) = _unit_of(a), _unit_of(b)
    if left != right:
        raise UnitsDifferError(left_symbol, right_symbol)


def _ends(value: Comparison | Range) -> tuple[Quantity, ...]:
    return (value.quantity,) if isinstance(value, Comparison) else (value.low, value.high)


def _intersection(a: Comparison | Range, b: Comparison | Range) -> Comparison | Range:
    _same_dimension(a, b)
    common = a.interval() & b.interval()
    written = {quantity.exact: quantity for quantity in (*_ends(b), *_ends(a))}
    match common:
        case Interval(low=End(at=at, closed=closed), high=None):
            return Comparison(op=Operator.GE if closed else Operator.GT, quantity=written[at])
        case Interval(low=None, high=End(at=at, closed=closed)):
            return Comparison(op=Operator.LE if closed else Operator.LT, quantity=written[at])
        case Interval(low=End(at=at), high=End(at=same)) if at == same and not common.is_empty:
            return Comparison(op=Operator.EQ, quantity=written[at])
        case Interval(low=End(at=low, closed=left), high=End(at=high, closed=right)):
            return Range(low=written[low], high=written[high], low_closed=left, high_closed=right)
    raise AssertionError  # pragma: no cover - every operand has an end


def _judge_unitless(
    target: Comparison | Range, actual: Actual, filed: Comparison | Range
) -> Verdict:
    """A target without a unit: the numbers as printed, unless the unit filed carries a scale."""
    ends = _ends(filed)
    if any(end.unit.scale != 1 or end.unit.dimension in _SCALED for end in ends):
        return undetermined("V52", target=target, actual=actual.text)
    bare = tuple(Quantity(end.number) for end in ends)
    as_printed = (
        evolve(filed, quantity=bare[0])
        if isinstance(filed, Comparison)
        else evolve(filed, low=bare[0], high=bare[1])
    )
    verdict = judge_number(target, evolve(actual, value=as_printed))
    if verdict.status == "undetermined":
        return verdict
    return Verdict(verdict.status, doubt("V51", target=target, actual=actual.text))


_SCALED = frozenset(["%", "百分点", ":"])
"""Dimensions in which a printed number alone does not say its size."""


def judge_number(  # noqa: PLR0911 - one for each reason
    target: Comparison | Range, actual: Actual
) -> Verdict:
    """Literal set membership of a filed number, or span of numbers, in a set of numbers."""
    filed = actual.value
    if not isinstance(filed, Comparison | Range):
        return undetermined("V38", actual=actual.text)
    if any(note.code == "V11" for note in actual.notes):
        return undetermined("V37", actual=actual.text)
    (wanted, symbol), (given, given_symbol) = _unit_of(target), _unit_of(filed)
    if wanted != given:
        if symbol:
            return undetermined("V34", target=symbol, actual=given_symbol)
        return _judge_unitless(target, actual, filed)
    if filed.approx is not None:
        return undetermined("V40", word=filed.approx)
    inside = filed.interval().is_subset(target.interval())
    if isinstance(target, Comparison) and target.op is None and not inside:
        return undetermined("V35", target=str(target))
    if inside:
        return met(holds=True)
    if (filed.interval() & target.interval()).is_empty:
        return met(holds=False)
    return undetermined("V46", actual=actual.text)
