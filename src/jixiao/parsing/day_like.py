"""Plain numbers that may be days: 2024.10, 202410, 20241031 without a unit are no plain numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.parsing.amounts import Doubtful
from jixiao.periods import is_date
from jixiao.units import NO_UNIT, decimal_text
from jixiao.values.base import Deadline, Operator
from jixiao.values.numeric import Comparison, Range
from jixiao.values.times import Period
from jixiao.values.verdicts import doubt

if TYPE_CHECKING:
    from jixiao.values.base import Value

__all__ = ["DATED", "MAY_BE_DAY", "day_of", "days_apart"]

MAY_BE_DAY = re.compile(
    r"((?:19|20)[0-9]{2})(?:\.(1[0-2]|0?[1-9])|(1[0-2]|0[1-9])([0-2][0-9]|3[01])?)"
)
"""Year and month, or year, month and day, as one number."""

_UPWARDS = frozenset([Operator.GE, Operator.GT])
"""No day is due at least: ≥2024.10 counts something."""

DATED = re.compile("(?:时间|日期|时限|期限|节点|日)$")
"""What a subject ends with whose number is a day: 完成时间2024.10."""


_SERIAL_DAYS = range(32874, 73415)
"""What a spreadsheet keeps for the days of 1990 to 2100: 44561 is 31 December 2021."""


def day_of(digits: str) -> Deadline | None:
    """The month or day that a plain number may be.

    >>> str(day_of("2024.10")), str(day_of("20241031")), day_of("20241301"), day_of("2024.13")
    ('2024年10月底前', '2024年10月31日前', None, None)
    """
    found = MAY_BE_DAY.fullmatch(digits)
    if found is None:
        return None
    year, month = int(found[1]), int(found[2] or found[3])
    day = None if found[4] is None else int(found[4])
    return Deadline(year=year, month=month, day=day) if is_date(year, month, day) else None


def days_apart(value: Value, text: str) -> Value:
    """A value that was read of a text; days where it is sure that they are meant.

    Raises `Doubtful` for a number without a unit that may as well be a day.
    """
    match value:
        case Range(low=low, high=high) if low.unit == high.unit == NO_UNIT:
            return _span(value, text)
        case Comparison(op=op, quantity=one, approx=None) if one.unit == NO_UNIT:
            day = None if op in _UPWARDS else day_of(decimal_text(one.number))
            if op is None and one.number in _SERIAL_DAYS and DATED.search(value.subject or ""):
                raise Doubtful(doubt("V22", text=text))
            if day is None:
                return value
            if op is None and value.subject is not None and DATED.search(value.subject):
                return evolve(day, subject=value.subject, rest=value.rest, notes=value.notes)
            raise Doubtful(doubt("V22", text=text))
        case _:
            return value


_MONTHS = range(1, 13)
_YEARS = range(1990, 2101)


def _span(value: Range, text: str) -> Value:
    """202001-202012 and 2024.1-12 are spans of time; 2024-2025 may be one."""
    low, high = value.low.number, value.high.number
    start, end = day_of(decimal_text(low)), day_of(decimal_text(high))
    if start is not None and end is None and high in _MONTHS and start.day is None:
        end = evolve(start, month=int(high))
    if start is None or end is None:
        if low in _YEARS and high in _YEARS:
            raise Doubtful(doubt("V22", text=text))
        return value
    first, last = ((one.year, one.month, one.day or 0) for one in (start, end))
    plain = value.low_closed and value.high_closed and value.approx is None
    if not plain or first >= last or (start.day is None) != (end.day is None):
        raise Doubtful(doubt("V22", text=text))
    return Period(start=start, end=end, subject=value.subject, rest=value.rest)
