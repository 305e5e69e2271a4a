"""What the signs and words around an amount say: its operator, and whether its end is meant too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.lexicon import SIGNS, WEAK_OPERATORS, WORDS_AFTER, WORDS_BEFORE
from jixiao.parsing.amounts import Amount, Doubtful, Piece
from jixiao.parsing.numerals import parse_arabic
from jixiao.units import Quantity, parse_unit
from jixiao.values.base import Operator
from jixiao.values.verdicts import doubt

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Measure", "closing", "combine", "operator_of"]


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


_INCLUDED = re.compile(r"([0-9.,]+)([^()0-9]*)\)")
"""The number in （含95%） and its unit."""


def closing(pieces: Sequence[Piece], end: Quantity) -> bool | None:
    """Whether an end is included; （含95%） must name the end that it stands at, 95%.

    It may name it in another scale: 1万元以上（含10000元）.
    """
    for piece in pieces:
        if piece.type == "INCLUSIVE":
            said = _INCLUDED.search(piece.text)
            if said is not None:
                unit = end.unit if not said[2] else parse_unit(said[2])
                number = parse_arabic(said[1])
                if (
                    number is None
                    or unit.dimension != end.unit.dimension
                    or Quantity(number, unit).exact != end.exact
                ):
                    raise Doubtful(doubt("V02", number=said[1]))
            return "不" not in piece.text
    return None


def combine(measure: Measure) -> tuple[Operator | None, str | None]:
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
    closed = closing(measure.after, measure.low.quantity)
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
