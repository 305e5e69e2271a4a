"""A unit as written: what it counts and by what factor, exact; and exact decimals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import Factory, field, frozen

__all__ = ["NO_UNIT", "Unit", "as_decimal", "plain"]


@frozen
class Unit:
    """A unit as written, with its exact factor to the base unit of its dimension.

    `万条` has symbol `万条`, base `条`, factor 10000; `%` has base `%` and factor 1 (a percentage
    is compared as printed); the empty symbol is a bare number. Two units are equal when their
    canonical `name` is: `㎡` and `平方米` are one unit, `万条` and `亿条` are two. Where no finite
    decimal leads to the base unit (亩), the unit is its own base; `ratio` is exact for every unit.

    >>> from jixiao.units import parse_unit
    >>> parse_unit("万条").factor
    Decimal('10000')
    >>> parse_unit("㎡") == parse_unit("平方米"), str(parse_unit("㎡"))
    (True, '㎡')
    """

    symbol: str = field(default="", eq=False)
    base: str = field(default="", eq=False)
    factor: Decimal = field(default=Decimal(1), eq=False)
    dimension: str = field(default="", eq=False)
    known: bool = field(default=True, eq=False)
    name: str = Factory(lambda self: self.symbol, takes_self=True)
    """The canonical name; the symbol unless said otherwise."""
    ratio: Fraction = field(default=Fraction(1), eq=False)
    """The exact ratio to the root of the dimension."""
    scale: Decimal = field(default=Decimal(1), eq=False)
    """10000 in 万条: what the written prefix multiplies by."""
    terms: tuple[tuple[str, int, Fraction], ...] = field(default=(), eq=False)
    """The defined units it is made of: identifier, 1 above or -1 below the line, multiple."""

    def __str__(self) -> str:
        return self.symbol


NO_UNIT = Unit()
"""The unit of a bare number."""


def as_decimal(value: Fraction) -> Decimal | None:
    """The fraction as a finite decimal, or None where it has none.

    >>> as_decimal(Fraction(3, 8)), as_decimal(Fraction(1, 3))
    (Decimal('0.375'), None)
    """
    rest, powers = value.denominator, {2: 0, 5: 0}
    for prime in tuple(powers):
        while rest % prime == 0:
            rest //= prime
            powers[prime] += 1
    if rest != 1:
        return None
    exponent = max(powers.values())
    numerator = value.numerator * 10**exponent // value.denominator
    sign = 1 if numerator < 0 else 0
    return Decimal((sign, tuple(int(digit) for digit in str(abs(numerator))), -exponent))


def plain(number: Decimal) -> Decimal:
    """The number without an exponent and without zeros after the point where it is whole."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number
