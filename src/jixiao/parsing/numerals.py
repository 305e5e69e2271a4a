"""Numbers as written: Arabic digits with grouping, Chinese numerals plain and financial.

Only what a number may look like is read: no exponents, no underscores, no other scripts' digits, no
infinities; and never more digits than the limits allow.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from jixiao.limits import DEFAULT_LIMITS
from jixiao.units import as_decimal

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "ARABIC",
    "CHINESE",
    "CHINESE_CHARS",
    "CHINESE_DIGITS",
    "parse_arabic",
    "parse_chinese",
    "parse_number",
    "percent_of",
    "split_scale",
]

ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
"""Pattern of an Arabic number after folding, unsigned; grouping is by threes or not at all."""

_ARABIC = re.compile(rf"[+-]?{ARABIC}")

CHINESE_DIGITS: Mapping[str, int] = MappingProxyType(
    dict(zip("零一二三四五六七八九", range(10), strict=True))
    | dict(zip("〇壹贰叁肆伍陆柒捌玖", range(10), strict=True))
    | {"两": 2, "兩": 2, "貳": 2, "叄": 3, "參": 3, "陸": 6}
)
"""The digits, plain, financial and colloquial."""

_SMALL: Mapping[str, int] = MappingProxyType(
    {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
)
_LARGE: Mapping[str, int] = MappingProxyType({"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8})
CHINESE_CHARS = "".join((*CHINESE_DIGITS, *_SMALL, *_LARGE))

CHINESE = rf"[{CHINESE_CHARS}]+(?:点[{''.join(CHINESE_DIGITS)}]+)?"
"""Pattern of a Chinese numeral after folding, unsigned."""


def parse_arabic(text: str) -> Decimal | None:
    """The number of a folded text, or None where it is not one or passes the limits on digits.

    >>> parse_arabic("1,234.50"), parse_arabic("1_000"), parse_arabic("12,34")
    (Decimal('1234.50'), None, None)
    """
    if _ARABIC.fullmatch(text) is None:
        return None
    plain = text.replace(",", "")
    whole, _, part = plain.lstrip("+-").partition(".")
    limits = DEFAULT_LIMITS
    if len(whole) > limits.integer_digits or len(part) > limits.fraction_digits:
        return None
    return Decimal(plain)


def _section(text: str) -> int | None:
    """A numeral below 万: 三百二十, 十二, 一百零五."""
    total, digit, last = 0, None, 10**4
    for char in text:
        if char in _SMALL:
            unit = _SMALL[char]
            if unit >= last or (digit is None and (unit > 10 or total)):  # noqa: PLR2004 - 十
                return None
            total += (1 if digit is None else digit) * unit
            digit, last = None, unit
        elif CHINESE_DIGITS[char] == 0:
            if digit is not None:
                return None
        elif digit is not None:
            return None
        else:
            digit = CHINESE_DIGITS[char]
    if digit is None:
        return total
    if last > 10 and last < 10**4 and text[-2:-1] in _SMALL:  # noqa: PLR2004 - 三百二 is 320
        return total + digit * last // 10
    return total + digit


def _integer(text: str) -> int | None:
    if all(char in CHINESE_DIGITS for char in text):
        digits = tuple(CHINESE_DIGITS[char] for char in text)
        # 三五 and 五六 say three to five, five or six; they are no number.
        ambiguous = len(digits) == 2 and 0 not in digits  # noqa: PLR2004 - two digits
        return None if ambiguous else int("".join(map(str, digits)))
    total, section, largest = 0, "", 0
    for char in text:
        if char not in _LARGE:
            section += char
            continue
        value = _section(section) if section else 0
        if value is None or not (section or total):
            return None
        scale = _LARGE[char]
        if scale >= largest or not section:  # 四万万, 三万亿: the scale takes all before it
            total = (total + value) * scale
        else:
            total += value * scale
        largest, section = scale, ""
    value = _section(section) if section else 0
    if value is None:
        return None
    if len(section) == 1 and total:  # 一万二 is 12000
        return total + value * largest // 10
    return total + value


def parse_chinese(text: str) -> Decimal | None:  # noqa: PLR0911 - one for each way to be none
    """The number of a Chinese numeral, or None where it is not a well-formed one.

    >>> parse_chinese("三百二十"), parse_chinese("一万两千"), parse_chinese("贰拾万")
    (Decimal('320'), Decimal('12000'), Decimal('200000'))
    >>> parse_chinese("四万万"), parse_chinese("九十八点五"), parse_chinese("百十")
    (Decimal('400000000'), Decimal('98.5'), None)
    """
    whole, point, part = text.partition("点")
    if not whole or any(char not in CHINESE_CHARS for char in whole):
        return None
    if len(text) > DEFAULT_LIMITS.integer_digits:
        return None
    number = _integer(whole)
    if number is None:
        return None
    if not point:
        return Decimal(number)
    if not part or any(char not in CHINESE_DIGITS for char in part):
        return None
    if len(part) > DEFAULT_LIMITS.fraction_digits:
        return None
    return Decimal(f"{number}." + "".join(str(CHINESE_DIGITS[char]) for char in part))


def parse_number(text: str) -> Decimal | None:
    """The number of a folded text in either script.

    >>> parse_number("1,200"), parse_number("十二")
    (Decimal('1200'), Decimal('12'))
    """
    if text[:1].isascii():
        return parse_arabic(text)
    return parse_chinese(text)


def split_scale(text: str) -> tuple[str, str]:
    """A Chinese numeral without its trailing 万 or 亿, and that scale: 二十万 is 20 and 万.

    One that holds another 万 or 亿 stays whole: 一亿零五百万 is one number.

    >>> split_scale("二十万"), split_scale("一万两千"), split_scale("一亿零五百万")
    (('二十', '万'), ('一万两千', ''), ('一亿零五百万', ''))
    """
    if len(text) > 1 and text[-1] in _LARGE and not _LARGE.keys() & set(text[:-1]):
        return text[:-1], "万" if _LARGE[text[-1]] == 10**4 else "亿"
    return text, ""


def percent_of(numerator: Decimal, denominator: Decimal) -> Decimal | None:
    """The share in percent where it is a finite decimal: 四分之三 is 75."""
    if denominator == 0:
        return None
    return as_decimal(Fraction(numerator) / Fraction(denominator) * 100)
