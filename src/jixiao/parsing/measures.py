"""From amounts and the operators around them to a comparison or a range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.lexicon import (
    RANKS,
    SIGNS,
    WEAK_OPERATORS,
    WORDS_AFTER,
    WORDS_BEFORE,
)
from jixiao.parsing.amounts import Amount, Doubtful, Piece
from jixiao.parsing.bounds import Measure, closing, combine
from jixiao.units import NO_UNIT, Quantity, Unit, parse_unit
from jixiao.values.numeric import Comparison, Range
from jixiao.values.verdicts import Note, doubt

if TYPE_CHECKING:
    from jixiao.values.base import Value

__all__ = ["measured"]


def _unit_notes(*units: Unit) -> tuple[Note, ...]:
    notes = []
    for unit in dict.fromkeys(units):
        if not unit.known:
            code = "V09" if unit.symbol.startswith("/") else "V01"
            notes.append(doubt(code, unit=unit.symbol))
    return tuple(notes)


def _left(text: str) -> tuple[str | None, tuple[Note, ...]]:
    if not text:
        return None, ()
    if any(char.isdigit() for char in text):
        raise Doubtful(doubt("V02", number=text))
    return text, (doubt("V03", words=text),)


_CALENDAR = range(1900, 2101)
"""Numbers before 年, 版, 级 that name a year and count none."""


_TIMES = ("前", "后", "之前", "之后", "以前", "以后")
"""What follows a day and no count: 5.31前."""


def _names_something(quantity: Quantity) -> bool:
    """Whether a number is a year or a version: 2025年, 2024级, 3.0版."""
    name, number = quantity.unit.name, quantity.number
    if name in {"年", "学年", "版", "级", "届"} and number in _CALENDAR:
        return True
    return name == "版" and -number.as_tuple().exponent > 0  # type: ignore[operator]


def _ranks(word: str, unit: str) -> bool:
    """Whether a word before a number of such a unit ranks: 不低于二级, but not 不少于3类."""
    if WORDS_BEFORE[word] == "=":
        return False
    return "级" in unit or not any(char in word for char in "少多超")


def _rank(measure: Measure) -> str | None:
    """The rank that stands there and is no number of levels: 二级以上 takes in 一级."""
    quantity = measure.low.quantity
    if quantity.unit.name not in RANKS:
        return None
    if any(piece.type == "AFTER" for piece in measure.after):
        return f"{quantity}{measure.after[0].text}"
    for piece in measure.before:
        if piece.type == "BEFORE" and _ranks(piece.text, quantity.unit.name):
            return f"{piece.text}{quantity}"
    return None


def measured(measure: Measure) -> Value:
    """A comparison or a range from what was measured."""
    if measure.high is None:
        rank = _rank(measure)
        if rank is not None:
            raise Doubtful(doubt("V02", number=rank))
        op, approx = combine(measure)
        rest, notes = _left(measure.low.left)
        vague = () if approx is None else (doubt("V04", word=approx),)
        quantity = measure.low.quantity
        if _names_something(quantity) or quantity.unit.symbol.startswith(_TIMES):
            raise Doubtful(doubt("V02", number=quantity))
        negative_zero = quantity.number == 0 and quantity.number.is_signed()
        zero = (doubt("V12", number=quantity),) if negative_zero else ()
        return Comparison(
            op=op,
            quantity=quantity,
            approx=approx,
            rest=rest,
            notes=(*_unit_notes(quantity.unit), *vague, *zero, *notes),
        )
    return _range(measure, measure.high)


def _range(measure: Measure, upper: Amount) -> Value:
    low, high = _one_unit(measure.low.quantity, upper.quantity)
    if _names_something(low) and _names_something(high):
        raise Doubtful(doubt("V22", text=f"{low.number}-{high}"))
    if low.unit.dimension != high.unit.dimension or measure.low.left:
        raise Doubtful(doubt("V17", low=low, high=high))
    vague_word, signs, above = _range_words(measure)
    approx = measure.low.approx or upper.approx or vague_word
    low_closed, high_closed = measure.closed
    low_closed = low_closed and not above
    rest, notes = _left(upper.left)
    reversed_ends = (doubt("V10", low=low, high=high),) if low.exact > high.exact else ()
    vague = () if approx is None else (doubt("V04", word=approx),)
    return Range(
        low=low,
        high=high,
        low_closed=low_closed and closing(measure.after, low) is not False,
        high_closed=high_closed and closing(measure.high_after, high) is not False,
        approx=approx,
        subject=measure.name,
        rest=rest,
        notes=(
            *_unit_notes(low.unit, high.unit),
            *vague,
            *reversed_ends,
            *(doubt("V20", sign=sign, range=f"{low}-{high}") for sign in signs),
            *notes,
        ),
    )


def _one_unit(low: Quantity, high: Quantity) -> tuple[Quantity, Quantity]:
    """Both ends with their units, where one end leaves it to the other: 3-5次, 1万-2万元."""
    if low.unit == NO_UNIT:
        return Quantity(low.number, high.unit), high
    if high.unit == NO_UNIT:
        return low, Quantity(high.number, low.unit)
    if not low.unit.dimension and high.unit.dimension:
        joined = parse_unit(low.unit.symbol + high.unit.symbol.lstrip("十百千万亿"))
        if joined.known:
            return Quantity(low.number, joined), high
    return low, high


def _range_words(measure: Measure) -> tuple[str | None, list[str], bool]:
    """What makes a range vague, signs that a range does not need, and whether one is “above”.

    ≥95%-100% says its lower end twice, and 3-5天内 its upper end; any other sign is a doubt.
    """
    approx, above = None, False
    signs: list[str] = []
    if any(piece.type == "AFTER" for piece in measure.after):
        raise Doubtful(doubt("V16", sign=measure.after[0].text))
    for piece in (*measure.before, *measure.after, *measure.high_before, *measure.high_after):
        op = _named_operator(piece)
        if piece.type in {"ABOUT", "ROUGH"}:
            approx = piece.text
        elif op is None:
            continue
        elif piece in measure.before and op in {">=", ">"} and not signs:
            signs.append(piece.text)
            above = op == ">"
        elif piece.type == "AFTER" and op == "<=" and not signs:
            signs.append(piece.text)
        else:
            raise Doubtful(doubt("V16", sign=piece.text))
    return approx, signs, above


def _named_operator(piece: Piece) -> str | None:
    """The operator that a piece beside a range says, where it says more than a range does."""
    if piece.type == "SIGN":
        return SIGNS[piece.text]
    if piece.type == "AFTER" and piece.text not in {"范围内", "之间以内"}:
        return WORDS_AFTER[piece.text]
    if piece.type == "BEFORE" and piece.text not in WEAK_OPERATORS:
        op = WORDS_BEFORE[piece.text]
        return None if op == "=" else op
    return None
