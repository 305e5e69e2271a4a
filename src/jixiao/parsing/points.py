"""Points in time as written: 2024年12月底, 三季度末, 2023.07, 年内; and spans of months."""

from __future__ import annotations

import re

from jixiao.parsing.numerals import CHINESE_DIGITS, parse_chinese
from jixiao.periods import is_date

__all__ = ["Parts", "day_of_month", "months", "names_day", "point"]

Parts = tuple[int | None, int | None, int | None]
"""Year, month, day; None where unsaid."""

_NUMERIC = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?(?:日)?(?:底|末)?")
_YEAR = re.compile(r"([0-9]{4}|[一二〇零三四五六七八九]{4})年(?:度)?(?:的)?")
_MONTH = re.compile(
    r"([0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?"
    r"(?:(?P<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号]?(?:24(?:时|点|:00))?|(?P<part>底|末|初|[上中下]旬|中))?"
)
_QUARTER = re.compile(r"[第前]?([一二三四1-4])季(?:度)?(?:末|底)?")
_MONTHS = re.compile(r"([0-9]{1,2})[-~至到—]([0-9]{1,2})月(?:份)?(?:底)?")

_PARTS_OF_MONTH = {"初": 10, "上旬": 10, "中": 20, "中旬": 20}
"""The last day that 初, 上旬, 中 and 中旬 still take in; 下旬, 底 and 末 end with the month."""


def _number(text: str) -> int:
    if text.isascii():
        return int(text)
    return int(parse_chinese(text) or 0)


def _year(text: str) -> tuple[int | None, str]:
    match = _YEAR.match(text)
    if match is None:
        return None, text
    digits = match[1]
    if not digits.isascii():
        digits = "".join(str(CHINESE_DIGITS[char]) for char in digits)
    return int(digits), text[match.end() :]


def point(text: str) -> Parts | None:
    """Year, month and day of a point in time; None where there is no such date.

    >>> point("2024年12月31日"), point("三季度末"), point("2023.07"), point("2月30日")
    ((2024, 12, 31), (None, 9, None), (2023, 7, None), None)
    """
    numeric = _NUMERIC.fullmatch(text)
    if numeric is not None:
        year, month = int(numeric[1]), int(numeric[2])
        parts: Parts = (year, month, int(numeric[3]) if numeric[3] else None)
        return parts if is_date(*parts) else None
    year_said, rest = _year(text)
    parts = (year_said, *_within_year(rest))
    return parts if is_date(*parts) else None


_DAY = re.compile(r"([0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号]")


def day_of_month(text: str) -> int | None:
    """The day that a text names in a month it does not name: 每月15日.

    >>> day_of_month("每月15日"), day_of_month("每月底")
    (15, None)
    """
    match = _DAY.search(text)
    return None if match is None else _number(match[1])


def names_day(text: str, month: int | None, day: int | None) -> bool:
    """Whether what stands in brackets after a day names that day: （含31日）, （含）.

    >>> names_day("(含12月31日)", 12, 31), names_day("(含30日)", 12, 31)
    (True, False)
    """
    said = text.strip("()").removeprefix("包").removeprefix("含")
    if said in {"", "当日", "当天", "当月"}:
        return True
    named = point(said)
    if named is not None and named[1] is not None:
        return named[1:] == (month, day)
    return day is not None and day_of_month(said) == day


def _within_year(text: str) -> tuple[int | None, int | None]:
    quarter = _QUARTER.search(text)
    if quarter is not None:
        return 3 * _number(quarter[1]), None
    if "上半年" in text:
        return 6, None
    month = _MONTH.search(text)
    if month is None:
        return None, None
    day = month["day"]
    if day is not None:
        return _number(month[1]), _number(day)
    return _number(month[1]), _PARTS_OF_MONTH.get(month["part"] or "")


def months(text: str) -> tuple[Parts, Parts] | None:
    """The ends of a span of months within a year: 1-12月, 2025年1-6月, 全年.

    >>> months("2025年1-6月"), months("全年")
    (((2025, 1, None), (2025, 6, None)), ((None, 1, None), (None, 12, None)))
    """
    year, rest = _year(text)
    match = _MONTHS.fullmatch(rest)
    if match is None:
        return (year, 1, None), (year, 12, None)
    first, last = int(match[1]), int(match[2])
    return ((year, first, None), (year, last, None)) if first <= last else None
