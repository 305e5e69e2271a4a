"""The header of an indicator part among cells in a row: its columns, on one storey or on two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from jixiao.reading.fitting import Need
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.headers.rows import known_column
from jixiao.reading.labels import LEVEL_HEADERS
from jixiao.reading.labels.weighted import split_weight
from jixiao.reading.spaced.headings import Heading
from jixiao.reading.wrapped.words import SIDE_LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["PipedCell", "PipedHeader", "find_header", "heads_level", "is_known"]

_TWO = 2
_LEVELS = 3
_MOST = 24
"""Columns of a header at most."""


@frozen
class PipedCell:
    """A cell in the order of the text; `fills` says that it only fills a row up."""

    text: str
    cell: GridCell
    fills: bool = False
    joined: bool = False
    """Whether lines without a pipe were taken into it."""

    @property
    def blank(self) -> bool:
        """Whether it holds nothing."""
        return not self.text.strip()

    def at(self, index: int, column: int) -> GridCell:
        """It as a cell of the grid."""
        return self.cell.at(index, column)


_Storey = tuple[tuple[PipedCell, int, int], ...]
"""The cells of a line of a header, each with its first column and how many it spans."""


@frozen
class PipedHeader:
    """A header: the rows that it is, its first cell and the one behind it, what columns hold.

    `starts` are the columns with which a row may begin: 一级, or what is left of it where the cells
    of the levels are merged with those above.
    """

    rows: tuple[_Storey, ...]
    first: int
    end: int
    needs: tuple[Need, ...]
    starts: tuple[int, ...] = field(init=False)

    @starts.default
    def _starts(self) -> tuple[int, ...]:
        later = [at for at, need in enumerate(self.needs) if need in {Need.LEVEL2, Need.LEVEL3}]
        return (0, *later)

    def grid_rows(self) -> list[GridRow]:
        """The storeys as rows of the grid; column 0 is for what stands beside them."""
        width = len(self.needs) + 1
        return [
            GridRow(
                0,
                tuple(evolve(one.at(0, column), colspan=span) for one, column, span in row),
                width,
            )
            for row in self.rows
        ]


def heads_level(text: str) -> int:
    """The level that a cell heads; 0 where it is none."""
    return LEVEL_HEADERS.get(key(text), 0) if text and len(text) <= _MOST else 0


def is_known(text: str) -> bool:
    """Whether a cell heads a column."""
    return len(text) <= _MOST and known_column(None, key(text))


def _beside(text: str) -> bool:
    """Whether a cell stands beside the header of a part: 绩效指标（90分）."""
    return len(text) <= _MOST and split_weight(key(text))[0] in SIDE_LABELS


def find_header(cells: Sequence[PipedCell], at: int, floor: int = 0) -> PipedHeader | None:
    """The header whose 一级指标 is a cell; None where the cells behind it are no header.

    No cell before `floor` belongs to it.
    """
    levels = at
    while levels < len(cells) and levels - at < _LEVELS and heads_level(cells[levels].text):
        levels += 1
    if levels - at < _TWO:
        return None
    end = levels
    while end < len(cells) and end - at < _MOST and is_known(cells[end].text):
        if heads_level(cells[end].text) == 1:
            return None
        end += 1
    above = at
    while above > floor and at - above < _MOST and _heads_above(cells[above - 1].text):
        above -= 1
    beside = above
    if beside > floor and _beside(cells[beside - 1].text):
        beside -= 1
    side = tuple((one, 0, 1) for one in cells[beside:above])
    found = _storeys(cells[above:at], cells[at:end], levels - at)
    if found is None:
        return None
    storeys, needs = found
    rows = ((*side, *storeys[0]), *storeys[1:])
    return PipedHeader(rows, beside, end, needs)


def _heads_above(text: str) -> bool:
    return is_known(text) and not heads_level(text) and not _beside(text)


def _storeys(
    upper: Sequence[PipedCell], lower: Sequence[PipedCell], levels: int
) -> tuple[tuple[_Storey, ...], tuple[Need, ...]] | None:
    """The cells of a header with their columns, storey by storey, and what the columns hold.

    On two storeys the cells below that head no level stand under the only header of a target.
    """
    own = [Heading(one.text, ()).need for one in lower]
    if not upper:
        return (tuple((one, at + 1, 1) for at, one in enumerate(lower)),), tuple(own)
    below, holds = lower[levels:], own[:levels]
    needs = [Heading(one.text, ()).need for one in upper]
    head = needs.index(Need.VALUE) if below and Need.VALUE in needs else -1
    if below and (head < 0 or own[levels:].count(Need.VALUE) > 1):
        return None
    under = [(one, at + 1, 1) for at, one in enumerate(lower[:levels])]
    over: list[tuple[PipedCell, int, int]] = []
    for at, one in enumerate(upper):
        column = len(holds) + 1
        over.append((one, column, len(below) if at == head else 1))
        if at == head:
            under += ((each, column + to, 1) for to, each in enumerate(below))
            holds += own[levels:]
        else:
            holds.append(needs[at])
    return (tuple(over), tuple(under)), tuple(holds)
