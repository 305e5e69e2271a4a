"""The cells of decision tables: whether a value meets one, and which numbers one allows."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.expressions import Undetermined
from jixiao.intervals import End, Interval
from jixiao.source import squeeze
from jixiao.units import Quantity, parse_unit
from jixiao.values import Absent, Qualitative, Value

if TYPE_CHECKING:
    from jixiao.expressions import Result
    from jixiao.rules import Test, Tests

__all__ = ["allowed", "holds", "test_figure"]

_EVERY = Interval()


def test_figure(test: Test) -> Fraction | None:
    """The number of a test in base units, a percentage as a fraction of 1."""
    if test.number is None:
        return None
    if not test.unit:
        return Fraction(test.number)
    quantity = Quantity(test.number, parse_unit(test.unit))
    number = Fraction(quantity.number) * Fraction(quantity.unit.factor)
    return number / 100 if quantity.unit.base == "%" else number


def holds(cell: Tests, value: Result) -> bool | None:
    """Whether a value meets a cell; None where that cannot be said.

    >>> from decimal import Decimal
    >>> from jixiao.rules import Test
    >>> holds(((Test("≥", number=Decimal(60), unit="%"),),), Fraction(3, 5))
    True
    """
    groups = [_all(group, value) for group in cell]
    if any(one is True for one in groups):
        return True
    return None if any(one is None for one in groups) else False


def _all(group: tuple[Test, ...], value: Result) -> bool | None:
    answers = [_one(test, value) for test in group]
    if any(one is False for one in answers):
        return False
    return None if any(one is None for one in answers) else True


def _one(test: Test, value: Result) -> bool | None:
    if test.sign == "-":
        return True
    answer = _plain(test, value)
    return answer if answer is None or not test.negated else not answer


def _plain(test: Test, value: Result) -> bool | None:
    match value:
        case Undetermined() | Absent() | tuple():
            return None
        case bool():
            word = "是" if value else "否"
        case str():
            word = value
        case Qualitative():
            word = value.word
        case Value():
            return None
        case Fraction():
            number = test_figure(test)
            return None if number is None else value in _interval(test.sign, number)
    if test.word is None:
        return None
    same = squeeze(word) == squeeze(test.word)
    return same if test.sign == "=" else not same if test.sign == "≠" else None


def _interval(sign: str, number: Fraction) -> Interval:
    match sign:
        case "≥" | ">":
            return Interval(End(number, closed=sign == "≥"), None)
        case "≤" | "<":
            return Interval(None, End(number, closed=sign == "≤"))
        case _:
            return Interval(End(number), End(number))


def allowed(cell: Tests) -> tuple[Interval, ...]:
    """The numbers a cell allows, an interval for each of its groups that is not empty.

    >>> from decimal import Decimal
    >>> from jixiao.rules import Test
    >>> band = (Test("≥", number=Decimal(80), unit="%"), Test("≤", number=Decimal(100), unit="%"))
    >>> allowed((band,))[0].high
    End(at=Fraction(1, 1), closed=True)
    """
    found = []
    for group in cell:
        interval = _EVERY
        for test in group:
            number = test_figure(test)
            if number is not None and test.sign not in ("-", "≠") and not test.negated:
                interval &= _interval(test.sign, number)
        if not interval.is_empty:
            found.append(interval)
    return tuple(found)
