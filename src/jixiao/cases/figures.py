"""The figures that a case may write: points, rates, ends of an interval, dates, money."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

from jixiao.source import fold
from jixiao.units import Quantity, parse_unit

__all__ = ["day_of", "interval_of", "money_of_text", "number_of", "rate_of", "shown_rate"]

_NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,6})?")
_BETWEEN = re.compile(r"[~至]")
_RATE = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)%")
_QUOTIENT = re.compile(r"(\d{1,12})/(\d{1,12})")
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日|(\d{4})-(\d{1,2})-(\d{1,2})")
_MONEY = re.compile(r"(-?\d{1,15}(?:\.\d{1,8})?)(元|千元|万元|百万元|亿元)?")


def number_of(text: str) -> Decimal | None:
    """A number not below 0; 分 may stand behind it.

    >>> number_of("9.69分"), number_of("十")
    (Decimal('9.69'), None)
    """
    bare = fold(text).strip().removesuffix("分").strip()
    return Decimal(bare) if _NUMBER.fullmatch(bare) else None


def interval_of(text: str) -> tuple[Decimal, Decimal] | None:
    """A number, or two with ～ between them, the lower one first.

    >>> interval_of("8.00～8.33"), interval_of("9")
    ((Decimal('8.00'), Decimal('8.33')), (Decimal('9'), Decimal('9')))
    """
    ends = [number_of(part) for part in _BETWEEN.split(fold(text))]
    known = [end for end in ends if end is not None]
    if len(known) != len(ends) or len(known) not in (1, 2) or known[0] > known[-1]:
        return None
    return known[0], known[-1]


def rate_of(text: str) -> tuple[Fraction, int | None] | None:
    """A rate as a fraction of 1, and the decimals of a percent that were written.

    >>> rate_of("96.94%"), rate_of("95/98")
    ((Fraction(4847, 5000), 2), (Fraction(95, 98), None))
    """
    bare = "".join(fold(text).split())
    percent = _RATE.fullmatch(bare)
    if percent is not None:
        return Fraction(percent[1]) / 100, len(percent[1].partition(".")[2])
    quotient = _QUOTIENT.fullmatch(bare)
    if quotient is None or int(quotient[2]) == 0:
        return None
    return Fraction(int(quotient[1]), int(quotient[2])), None


def shown_rate(rate: Fraction, digits: int | None) -> Fraction:
    """A rate at so many decimals of a percent, half up; exact where None.

    >>> shown_rate(Fraction(95, 98), 2)
    Fraction(4847, 5000)
    """
    if digits is None:
        return rate
    scale = 100 * 10**digits
    return Fraction(int(rate * scale + Fraction(1, 2)), scale)


def day_of(text: str) -> date | None:
    """A date as 2025年6月30日 or 2025-06-30.

    >>> day_of("2025年6月30日"), day_of("2025-02-30")
    (datetime.date(2025, 6, 30), None)
    """
    match = _DAY.fullmatch("".join(fold(text).split()))
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def money_of_text(text: str, unit: str) -> Quantity | None:
    """An amount in its own unit of money, or else in `unit`.

    >>> str(money_of_text("1,200", "万元")), str(money_of_text("3亿元", "万元"))
    ('1200万元', '3亿元')
    """
    match = _MONEY.fullmatch("".join(fold(text).split()).replace(",", ""))
    return None if match is None else Quantity(Decimal(match[1]), parse_unit(match[2] or unit))
