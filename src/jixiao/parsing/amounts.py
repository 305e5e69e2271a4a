"""From what the grammar recognised to a number with its unit: digits, numerals, shares."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.lexicon import CURRENCIES
from jixiao.parsing.numerals import (
    CHINESE_DIGITS,
    parse_arabic,
    parse_number,
    percent_of,
    split_scale,
)
from jixiao.parsing.tails import split_unit
from jixiao.units import Quantity, Unit, parse_unit
from jixiao.values.verdicts import Note, doubt

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Amount", "Doubtful", "Piece", "amount"]


class Doubtful(Exception):  # noqa: N818 - not an error: it carries the doubt to the value of words
    """A form that was recognised and cannot be read with confidence; carries the note, if any."""

    def __init__(self, note: Note | None = None) -> None:
        super().__init__(note)
        self.note = note


@frozen
class Piece:
    """One terminal that was recognised: its name, its text."""

    type: str
    text: str


@frozen
class Amount:
    """A number with its unit, how vague it is, and the words left of the unit."""

    quantity: Quantity
    approx: str | None = None
    left: str = ""


def amount(kind: str, pieces: Sequence[Piece]) -> Amount:
    """The amount of a rule of the grammar: number, numeral, share, ratio."""
    match kind:
        case "share":
            return _share(pieces[0].text)
        case "money" | "sum":
            bare = "number" if kind == "money" else "numeral"
            return _money(pieces[0].text, amount(bare, pieces[1:]))
        case "ratio":
            first, _, second = pieces[0].text.partition(":")
            above, below = _arabic(first), _arabic(second)
            if below == 0:
                raise Doubtful(doubt("V02", number=pieces[0].text))
            unit = Unit(f":{second}", f":{second}", dimension=":", ratio=1 / Fraction(below))
            return Amount(Quantity(above, unit))
        case "numeral":
            return _numeral(pieces)
        case _:
            number = Decimal("0.5") if kind == "half" else _arabic(pieces[0].text)
            return _with_unit(number, "", pieces[1:])


def _numeral(pieces: Sequence[Piece]) -> Amount:
    digits, scale = split_scale(pieces[0].text)
    number = parse_number(digits)
    if number is None:
        digits, scale = pieces[0].text, ""
        number = parse_number(digits)
    if number is None:
        raise Doubtful
    found = _with_unit(number, scale, pieces[1:])
    if not found.quantity.unit.known or found.left:
        raise Doubtful
    return found


def _arabic(text: str) -> Decimal:
    number = parse_arabic(text)
    if number is None:
        raise Doubtful(doubt("L02", number=text, integer=30, fraction=10))
    return number


def _with_unit(number: Decimal, scale: str, pieces: Sequence[Piece]) -> Amount:
    approx, symbol, other = None, scale, ""
    for piece in pieces:
        if piece.type == "INSIDE":
            approx = piece.text
        elif piece.type == "OTHER_UNIT":
            other = piece.text
        elif piece.type == "BRACKETED":
            symbol += _bracketed(piece.text)
        else:
            symbol += piece.text
    halved = None if approx is not None else _and_a_half(number, symbol)
    if halved is not None:
        return Amount(halved)
    unit, left = split_unit(symbol)
    if left == "半" or (left.startswith("半") and parse_unit(left[1:]).known):
        raise Doubtful(doubt("V02", number=f"{number}{symbol}"))
    return Amount(Quantity(number, unit), approx, left + other)


def _money(sign: str, found: Amount) -> Amount:
    """An amount with its currency before it: ¥50万 is 50万元; $3万元 says two, which is a doubt."""
    money, unit = parse_unit(CURRENCIES[sign]), found.quantity.unit
    if found.left:
        raise Doubtful(doubt("V16", sign=sign))
    if unit.dimension.partition("/")[0] != money.dimension:
        above, stroke, below = unit.symbol.partition("/")
        unit = parse_unit(f"{above}{money.symbol}{stroke}{below}")
        if unit.dimension.partition("/")[0] != money.dimension:
            raise Doubtful(doubt("V16", sign=sign))
    return Amount(Quantity(found.quantity.number, unit), found.approx)


_HALF = re.compile("(个?)半(.+)|(.+)半")
_SPANS = frozenset(["秒", "月", "学期"])


def _and_a_half(number: Decimal, symbol: str) -> Quantity | None:
    """1个半小时, 2年半: a whole number of spans of time, and half a one."""
    half = _HALF.fullmatch(symbol)
    if half is None or number != number.to_integral_value() or parse_unit(symbol).known:
        return None
    unit = parse_unit(half[3] or half[1] + half[2])
    if not unit.known and half[2]:
        unit = parse_unit(half[2])
    known = unit.known and unit.dimension in _SPANS
    return Quantity(number + Decimal("0.5"), unit) if known else None


def _bracketed(text: str) -> str:
    """A unit in brackets as the unit, 100(%); other words in brackets stay as written."""
    return text[1:-1] if parse_unit(text[1:-1]).known else text


_MONTHS = 12
_LATE_DAYS = range(13, 32)
"""Below a stroke these may be days: no month has such a number."""


def _sold_at(digits: str) -> Decimal:
    """What is paid of a hundred: 85折 and 8.5折 are 八五折, 5折 is 50."""
    tenths = digits.replace(".", "")
    if tenths == digits and digits.endswith("0"):  # 10折, 50折: no one sells so
        raise Doubtful(doubt("V02", number=f"{digits}折"))
    return Decimal(tenths.ljust(2, "0"))


def _below(text: str) -> Decimal:
    denominator = parse_number(text)
    if denominator is None or denominator == 0:
        raise Doubtful
    return denominator


def _share(text: str) -> Amount:
    percent = parse_unit("%")
    if text in {"一半", "半数"}:
        return Amount(Quantity(Decimal(50), percent))
    if "折" in text and text[0].isascii():
        return Amount(Quantity(_sold_at(text.rstrip("折")), percent))
    if "折" in text or "成" in text:
        digits = text.replace("个", "").rstrip("折")
        whole, _, tenth = digits.partition("成") if "成" in digits else (digits[0], "", digits[1:])
        number = parse_number(whole)
        if number is None:
            raise Doubtful
        part = {"": 0, "半": 5}.get(tenth, CHINESE_DIGITS.get(tenth, 0))
        return Amount(Quantity(number * 10 + part, percent))
    if "分之" in text:
        below, _, above = text.partition("分之")
    else:
        above, _, below = text.partition("/")
    named = {"百": "%", "千": "‰", "万": "‱", "一百": "%", "100": "%", "1000": "‰"}.get(below)
    numerator = Decimal(100) if above == "百" else parse_number(above)
    if numerator is None:
        raise Doubtful
    if named is not None:
        return Amount(Quantity(numerator, parse_unit(named)))
    denominator = _below(below)
    if "/" in text and numerator <= _MONTHS and denominator in _LATE_DAYS:
        raise Doubtful(doubt("V22", text=text))  # 12/31 may be a day
    exact = percent_of(numerator, denominator)
    if exact is not None:
        return Amount(Quantity(exact, percent))
    return Amount(Quantity(numerator, parse_unit(f"/{denominator}")))
