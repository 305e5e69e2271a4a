"""Where a wrapped row that ends with its figures is cut, as far as what values are tells it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.reading.wrapped.cuts import Cut, How, is_figure, is_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.fragments import Piece
    from jixiao.reading.wrapped.rows import Body


__all__ = ["by_grammar"]

_FIGURE = re.compile(r"[≥≤=<>]{0,2}\d[^≥≤=<>]*")
_TAIL = 10
"""Pieces that the values of a row may be together."""


def by_grammar(body: Body, count: int) -> Body | None:
    """The row cut where its last pieces are as many values as there are columns, in one way only.

    No name holds a piece that is a figure, and none ends in a sign.
    """
    pieces = body.pieces
    if count not in {1, 2} or len(pieces) <= count:
        return None
    found: list[Cut] = []
    least = max(1, len(pieces) - _TAIL)
    for last in range(len(pieces) - 1, least - 1 + (count > 1), -1):
        if not _is_figure(pieces[last:]):
            continue
        if count == 1:
            found.append(Cut(pieces[:last], (pieces[last:],), How.WIDTH))
            continue
        for first in range(last - 1, least - 1, -1):
            if _is_figure(pieces[first:last]):
                values = (pieces[first:last], pieces[last:])
                found.append(Cut(pieces[:first], values, How.WIDTH))
    named = [one for one in found if not any(_is_value_piece(piece) for piece in one.name)]
    if len(named) != 1 or named[0].name[-1].text[-1:] in "≥≤=<>":
        return None
    return evolve(body, cut=named[0])


def _is_value_piece(piece: Piece) -> bool:
    return is_figure(piece) or is_value(piece.text)


def _is_figure(pieces: Sequence[Piece]) -> bool:
    """Whether pieces together are one value that begins with its number or sign."""
    text = "".join(piece.compared for piece in pieces)
    return _FIGURE.fullmatch(text) is not None and is_value(text)
