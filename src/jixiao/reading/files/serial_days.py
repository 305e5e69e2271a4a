"""Days that a table saved as the numbers a spreadsheet counts them by: 44,561 is 2021-12-31."""

from __future__ import annotations

import re
from datetime import date, timedelta

from jixiao.reading.grid import key

__all__ = ["is_number", "serial_day"]

_DAYS = re.compile(r"[34]\d,?\d{3}(?:[.]0+)?")
_NUMBER = re.compile(r"[\d.,，]*\d[\d.,，]*")
_FIRST = date(1899, 12, 30)
"""The day 0 of a spreadsheet, which takes 1900 for a leap year."""
_TIMED = re.compile("时间|日期|期限|时限|时点|完成时|时效")


def is_number(text: str) -> bool:
    """Whether a text is a bare number, which no unit is.

    >>> is_number("44,561"), is_number("人次"), is_number("100米")
    (True, False, False)
    """
    return _NUMBER.fullmatch(key(text)) is not None


def serial_day(text: str, name: str = "") -> date | None:
    """The day that a number may stand for, where a time is asked for; None for any other number.

    >>> serial_day("44,561", "工作完成时间"), serial_day("44561", "发放人次")
    (datetime.date(2021, 12, 31), None)
    """
    compared = key(text)
    if _DAYS.fullmatch(compared) is None or _TIMED.search(key(name)) is None:
        return None
    return _FIRST + timedelta(days=int(compared.partition(".")[0].replace(",", "")))
