"""Rows of pipes as a grid: each cell in the place it is printed in, as tab text has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from jixiao.reading.grid import GridRow, key
from jixiao.reading.money.amounts import is_amount
from jixiao.reading.money.columns import money_meaning
from jixiao.reading.piped.header import heads_level
from jixiao.reading.piped.part import names_sum, packed_row, uncertain, unlike

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.reading.piped.header import PipedCell
    from jixiao.reading.wrapped.words import Words

__all__ = [
    "PipedRow",
    "as_grid",
    "beyond",
    "is_grid",
    "is_header_row",
    "outside_rows",
    "spans",
]

_MOSTLY = 0.8
_PAIR = 2
"""Cells of a row that may be mixed up."""


@frozen
class PipedRow:
    """A row as printed, its blank cells too; `plain` where the line has no pipe.

    `padded` says that it is filled up at its end, so that its number of pipes is that of columns.
    """

    cells: tuple[PipedCell, ...]
    padded: bool = False
    plain: bool = False
    too_long: bool = False
    joined: bool = False
    after_text: bool = False
    """Whether a line without a pipe stands before it."""
    filled: tuple[PipedCell, ...] = field(init=False)
    """Its cells that hold something."""

    @filled.default
    def _filled(self) -> tuple[PipedCell, ...]:
        return tuple(one for one in self.cells if not one.blank)

    def grid_row(self, *, packed: bool = False) -> GridRow:
        """The row as it stands; `packed` without its blank cells."""
        cells = self.filled if packed else self.cells
        held = tuple(one.at(0, at) for at, one in enumerate(cells) if not one.blank)
        doubts = (uncertain(self.cells),) if any(one.joined for one in self.filled) else ()
        return GridRow(
            0,
            held,
            len(cells),
            plain=self.plain,
            too_long=self.too_long,
            joined=self.joined,
            doubts=doubts,
        )


def is_header_row(row: PipedRow) -> bool:
    """Whether a row heads the levels of an indicator part."""
    levels = {heads_level(one.text) for one in row.filled} - {0}
    return not row.plain and len(levels) > 1 and 1 in levels


def spans(rows: Sequence[PipedRow], heads: Sequence[int]) -> list[tuple[int, Sequence[PipedRow]]]:
    """The width of each header, and the rows below it."""
    ends = [*heads[1:], len(rows)]
    return [
        (len(rows[at].cells), [row for row in rows[at + 1 : end] if not row.plain])
        for at, end in zip(heads, ends, strict=True)
    ]


def is_grid(rows: Sequence[PipedRow], heads: Sequence[int]) -> bool:
    """Whether most rows are as wide as their header, so that blank and merged cells are printed."""
    if not heads:
        return True
    found = spans(rows, heads)
    alike = sum(len(row.cells) == width for width, below in found for row in below)
    return alike >= _MOSTLY * sum(len(below) for _, below in found)


def as_grid(rows: Sequence[PipedRow], heads: Sequence[int], words: Words) -> list[GridRow]:
    """The rows as they stand; those of another width than their header are doubted."""
    first = heads[0] if heads else len(rows)
    width = len(rows[first].cells) if heads else 0
    of_one = _is_of_one_width(rows, width)
    found = [
        _narrowed(one, row, width) if of_one else one
        for row, one in zip(rows[:first], outside_rows(rows[:first], packed=False), strict=True)
    ]
    for row in rows[first:]:
        width = len(row.cells) if is_header_row(row) else width
        one = row.grid_row()
        odd = not row.plain and len(row.cells) != width and bool(row.filled)
        if odd and names_sum(row.filled[0].text):
            one = packed_row(row.cells, width)
            one = _narrowed(one, row, width) if of_one else one
        elif odd and of_one:
            one = _narrowed(one, row, width)
        elif odd and not _is_beside(row, words):
            one = evolve(one, doubts=(*one.doubts, unlike(row.cells, width)))
        if row.after_text and not row.plain and not (row.filled and _is_beside(row, words)):
            one = evolve(one, doubts=(*one.doubts, uncertain(row.cells)))
        found.append(one)
    return [row for row in found if row.cells]


def _is_of_one_width(rows: Sequence[PipedRow], width: int) -> bool:
    """Whether all rows of a table are as wide as its header, but for a few that are torn."""
    held = [row for row in rows if not row.plain]
    return sum(len(row.cells) == width for row in held) >= _MOSTLY * len(held)


def _narrowed(one: GridRow, row: PipedRow, width: int) -> GridRow:
    """A row of the grid, doubted where it is of another width than all others."""
    if row.plain or len(row.cells) == width or len(row.filled) < _PAIR:
        return one
    return evolve(one, doubts=(*one.doubts, unlike(row.cells, width)))


def _is_beside(row: PipedRow, words: Words) -> bool:
    """Whether a row is a field, which may be of any width."""
    return words.is_label(row.filled[0].text) or len(row.filled) == 1


# ── above and below the indicators ────────────────────────────────────────────


def outside_rows(rows: Sequence[PipedRow], *, packed: bool) -> Iterator[GridRow]:
    """The rows that stand outside the indicators.

    The amounts of a row that has other cells than the headers of money above it ask for stand under
    none of them for certain: they are put beside all columns, so that the reader of money doubts
    them.
    """
    expected = 0
    for row in rows:
        cells = row.filled if packed else row.cells
        names = [one for one in row.filled if money_meaning(key(one.text)) is not None]
        one = row.grid_row(packed=packed)
        amounts = sum(is_amount(cell.text) for cell in row.filled[1:])
        if not row.plain and len(names) > 1:
            expected = len(cells) + (packed and row.filled[0] in names)
        elif amounts and (len(cells) < expected if packed else expected not in {0, len(cells)}):
            one = beyond(one, expected)
        yield one


def beyond(row: GridRow, far: int) -> GridRow:
    """A row whose amounts stand under no header."""
    moved = (evolve(cell, column=cell.column + far) for cell in row.cells[1:])
    return evolve(row, cells=(row.cells[0], *moved))
