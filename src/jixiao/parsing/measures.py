"""From amounts and the operators around them to a comparison or a range."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.lexicon import (
    SIGNS,
    WEAK_OPERATORS,
    WORDS_AFTER,
    WORDS_BEFORE,
)
from jixiao.parsing.amounts import Amount, Doubtful, Piece
from jixiao.parsing.numerals import parse_arabic
from jixiao.units import NO_UNIT, Quantity, Unit, parse_unit
from jixiao.values.base import Operator, Value
from jixiao.values.numeric import Comparison, Range
from jixiao.values.verdicts import Note, doubt

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Measure", "measured", "operator_of"]


@frozen
class Measure:
    """One or two amounts with the operators around them."""

    low: Amount
    before: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()
    high: Amount | None = None
    high_before: tuple[Piece, ...] = ()
    high_after: tuple[Piece, ...] = ()
    closed: tuple[bool, bool] = (True, True)
    name: str | None = None
    """X in 60≤X<80."""


def operator_of(pieces: Sequence[Piece]) -> tuple[Operator | None, bool, bool]:
    """The operator of the pieces before an amount, whether it is weak, and whether all is said."""
    found: list[tuple[str, bool]] = []
    for piece in pieces:
        if piece.type == "SIGN":
            found.append((SIGNS[piece.text], False))
        elif piece.type == "BEFORE":
            op = WORDS_BEFORE[piece.text]
            if op == "=" and piece.text not in {"等于", "等於"}:
                continue
            found.append((op, piece.text in WEAK_OPERATORS))
        elif piece.type == "BETWEEN":
            continue
    strong = {op for op, weak in found if not weak}
    if len(strong) > 1:
        raise Doubtful(doubt("V16", sign="".join(piece.text for piece in pieces)))
    if strong:
        return Operator(strong.pop()), False, True
    if found:
        return Operator(found[-1][0]), True, True
    return None, False, False


_INCLUDED = re.compile(r"([0-9.]+)([^()0-9]*)\)")
"""The number in （含95%） and its unit."""


def _closing(pieces: Sequence[Piece], end: Quantity) -> bool | None:
    """Whether an end is included; （含95%） must name the end that it stands at, 95%."""
    for piece in pieces:
        if piece.type == "INCLUSIVE":
            said = _INCLUDED.search(piece.text)
            if said is not None:
                unit = end.unit if not said[2] else parse_unit(said[2])
                if parse_arabic(said[1]) != end.number or unit != end.unit:
                    raise Doubtful(doubt("V02", number=said[1]))
            return "不" not in piece.text
    return None


def _combine(measure: Measure) -> tuple[Operator | None, str | None]:
    """The operator and the vagueness of a single amount."""
    op, weak, _ = operator_of(measure.before)
    approx = measure.low.approx
    after = _operator_after(measure.after)
    for piece in measure.after:
        if piece.type == "ROUGH":
            approx = piece.text
    for piece in measure.before:
        if piece.type == "ABOUT":
            approx = piece.text
    if after is not None:
        if op is not None and not weak and not _agree(op, after):
            words = "".join(piece.text for piece in measure.before)
            raise Doubtful(doubt("V16", sign=words))
        op = after if op is None or weak else op
    elif weak and approx is not None and any(piece.type == "ROUGH" for piece in measure.after):
        op = None
    closed = _closing(measure.after, measure.low.quantity)
    if closed is not None:
        op = _closed(op, closed=closed)
    return op, approx


def _operator_after(pieces: Sequence[Piece]) -> Operator | None:
    """5%以上, 5%范围内; 之间 after a single number has nothing to stand between."""
    after = None
    for piece in pieces:
        if piece.type in {"AFTER", "BETWEEN_END"}:
            said = WORDS_AFTER.get(piece.text)
            if said is None or (after is not None and after.value[0] != said[0]):
                raise Doubtful(doubt("V16", sign=piece.text))
            after = Operator(said)
    return after


def _agree(op: Operator, after: Operator) -> bool:
    return op.value[0] == after.value[0]


def _closed(op: Operator | None, *, closed: bool) -> Operator | None:
    if closed:
        return {Operator.GT: Operator.GE, Operator.LT: Operator.LE}.get(op, op) if op else None
    return {Operator.GE: Operator.GT, Operator.LE: Operator.LT}.get(op, op) if op else None


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
    if name in {"年", "版", "级", "届"} and number in _CALENDAR:
        return True
    return name == "版" and -number.as_tuple().exponent > 0  # type: ignore[operator]


def measured(measure: Measure) -> Value:
    """A comparison or a range from what was measured."""
    if measure.high is None:
        op, approx = _combine(measure)
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
        low_closed=low_closed and _closing(measure.after, low) is not False,
        high_closed=high_closed and _closing(measure.high_after, high) is not False,
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
