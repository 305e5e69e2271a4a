"""Exact figures of scoring: their text, their rounding, and the interval that points are."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.units import as_decimal, decimal_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.rules import Rounding

__all__ = ["Points", "exact_text", "percent_text", "quotient_text", "rounded", "share_text"]


@frozen
class Points:
    """Points as an interval: one number where `low` and `high` are equal.

    >>> Points(Decimal("6.00"), Decimal("8.00")).is_point
    False
    """

    low: Decimal
    high: Decimal

    @property
    def is_point(self) -> bool:
        """Whether nothing is left open."""
        return self.low == self.high

    def __str__(self) -> str:
        low, high = decimal_text(self.low), decimal_text(self.high)
        return low if self.is_point else f"{low}～{high}"

    def to_json(self) -> dict[str, str]:
        """Both ends as strings."""
        return {"low": decimal_text(self.low), "high": decimal_text(self.high)}

    @classmethod
    def from_json(cls, data: dict[str, str]) -> Points:
        """The interval that `to_json` wrote."""
        return cls(Decimal(data["low"]), Decimal(data["high"]))

    @classmethod
    def sum(cls, several: Iterable[Points]) -> Points:
        """The ends added up."""
        every = tuple(several)
        return cls(
            sum((one.low for one in every), Decimal(0)),
            sum((one.high for one in every), Decimal(0)),
        )


def rounded(number: Fraction, rounding: Rounding) -> Decimal:
    """The number at so many digits: half away from zero (四舍五入), or cut off (截断).

    >>> from jixiao.rules import Rounding
    >>> rounded(Fraction("8.618304"), Rounding("逐项", 2)), rounded(Fraction("2.675"),
    ...         Rounding("逐项", 2))
    (Decimal('8.62'), Decimal('2.68'))
    >>> rounded(Fraction("8.618304"), Rounding("合计", 1, cut=True))
    Decimal('8.6')
    """
    scaled = abs(number) * 10**rounding.digits
    whole = int(scaled if rounding.cut else scaled + Fraction(1, 2))
    digits = tuple(int(digit) for digit in str(whole))
    return Decimal((1 if number < 0 and whole else 0, digits, -rounding.digits))


def exact_text(number: Fraction) -> str:
    """The number as a decimal where it has a finite one, else as a fraction.

    >>> exact_text(Fraction(3, 8)), exact_text(Fraction(2, 3))
    ('0.375', '2/3')
    """
    finite = as_decimal(number)
    if finite is None:
        return f"{number.numerator}/{number.denominator}"
    return decimal_text(finite.normalize() if finite else Decimal(0))


def quotient_text(above: Fraction, below: Fraction) -> str:
    """A quotient: finite as a decimal, else by the two figures it came from, unreduced.

    >>> quotient_text(Fraction(4164), Fraction(11442)), quotient_text(Fraction(1), Fraction(4))
    ('4164/11442', '0.25')
    >>> quotient_text(Fraction("37.24"), Fraction("43.2"))
    '3724/4320'
    """
    quotient = above / below
    if as_decimal(quotient) is not None:
        return exact_text(quotient)
    ends = as_decimal(above), as_decimal(below)
    if ends[0] is None or ends[1] is None:
        return exact_text(quotient)
    places = max(0, *(-int(end.normalize().as_tuple().exponent) for end in ends if end is not None))
    scale = 10**places
    sign = -1 if below < 0 else 1
    return f"{int(above * scale) * sign}/{int(below * scale) * sign}"


def percent_text(share: Fraction) -> str:
    """A share of 1 as a percentage; exact where finite, else to two decimals of a percent.

    >>> percent_text(Fraction(4, 5)), percent_text(Fraction(1, 3))
    ('80%', '33.33%')
    """
    finite = as_decimal(share * 100)
    if finite is not None:
        return decimal_text(finite.normalize() if finite else Decimal(0)) + "%"
    scaled = int(abs(share) * 10000 + Fraction(1, 2))
    text = f"{scaled // 100}.{scaled % 100:02d}"
    return ("-" if share < 0 else "") + text + "%"


def share_text(low: Fraction, high: Fraction, *, low_closed: bool, high_closed: bool) -> str:
    """A band of rates as the rules write it.

    >>> share_text(Fraction(3, 5), Fraction(4, 5), low_closed=True, high_closed=False)
    '≥60% 且 <80%'
    """
    if low == high:
        return percent_text(low)
    signs = "≥" if low_closed else ">", "≤" if high_closed else "<"
    return f"{signs[0]}{percent_text(low)} 且 {signs[1]}{percent_text(high)}"
