"""Rows that may be the second line of the row above: nothing but how wide their cells are tells.

A table without figures has no cell that ends a row. A line whose every word stands below a cell
that is as wide as its column may go on with those cells; so may a line that lacks a text which the
one above has, where its value is nothing but words.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from jixiao.reading.fitting import PARENTS, Need
from jixiao.reading.fragments import joined, width_of
from jixiao.reading.grid import key
from jixiao.reading.spaced.fit import is_figure_word, is_value
from jixiao.reading.spaced.rows import guessed
from jixiao.reading.wrapped.cuts import first_width

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from jixiao.reading.fragments import Piece
    from jixiao.reading.spaced.rows import SpacedRow

__all__ = ["goes_on", "with_continuing"]

_ITEM = re.compile(r"(指标)?\d{1,2}[:.、]")
_LOOSE = 2
"""What is set between letters and figures, in half letters."""
_NONE: tuple[Piece, ...] = ()


def with_continuing(
    rows: Sequence[SpacedRow], labelled: Collection[int], needs: Sequence[Need]
) -> list[SpacedRow]:
    """The rows, both doubted where one may go on with the other.

    `labelled` are the lines by place on which a label begins, and so a row.
    """
    body = [at for at, need in enumerate(needs) if need not in PARENTS]
    wide = {at: max((_width(row.held.get(at, _NONE)) for row in rows), default=0) for at in body}
    doubted: set[int] = set()
    for at, (before, row) in enumerate(pairwise(rows)):
        if row.top not in labelled and goes_on(before.held, row.held, needs, wide):
            doubted |= {at, at + 1}
    name = needs.index(Need.LEVEL3)
    return [
        row.doubted(guessed(row.held.get(name, ()))) if at in doubted else row
        for at, row in enumerate(rows)
    ]


def goes_on(
    before: Mapping[int, Sequence[Piece]],
    row: Mapping[int, Sequence[Piece]],
    needs: Sequence[Need],
    wide: Mapping[int, int],
) -> bool:
    """Whether the words of a row may be the second line of the cells of the one above."""
    held = [at for at in wide if row.get(at)]
    for at in held:
        text = joined(row[at])
        if needs[at] is Need.LEVEL3 and _ITEM.match(key(text)):
            return False
        if needs[at] is Need.LEVEL3 and _counts(text):
            return True
        if needs[at] is Need.VALUE and _counts(text) and _counts(joined(before.get(at, ()))):
            return False
    wordy = any(needs[at] is Need.VALUE and not is_value(joined(row[at])) for at in held)
    lacks = any(needs[at] is Need.TEXT and not row.get(at) and before.get(at) for at in wide)
    return (wordy and lacks) or all(_is_full(before.get(at, ()), row[at], wide[at]) for at in held)


def _counts(text: str) -> bool:
    """Whether a text is a quantity, so that no other line of its cell is one again."""
    return (is_value(text) or is_figure_word(text)) and any(char.isdigit() for char in text)


def _is_full(before: Sequence[Piece], after: Sequence[Piece], wide: int) -> bool:
    """Whether no letter of the cell below had room beside the cell above."""
    text = joined(after)
    return bool(before) and _width(before) + first_width(text) + _LOOSE * text[:1].isascii() >= wide


def _width(pieces: Sequence[Piece]) -> int:
    return width_of(joined(pieces))
