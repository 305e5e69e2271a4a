"""Rows whose cells were wrapped and stand line by line, each word below the header of its column.

A word goes to the column whose room it stands in alone. The lines around the one with the figures
belong to its row where all cells begin on that line, or where all are set about it in the middle;
which of the two it is must be told by the lines themselves, or it is a guess and said to be.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.reading.doubts import Doubt
from jixiao.reading.fitting import PARENTS, Need
from jixiao.reading.fragments import Gap, Piece, joined, width_of
from jixiao.reading.spaced.rows import Label, SpacedRow, guessed
from jixiao.reading.wrapped.cuts import Cut, How, fits
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.reading.spaced.columns import Placed

__all__ = ["grid_rows"]


def grid_rows(
    lines: Sequence[Placed], needs: Sequence[Need]
) -> tuple[list[SpacedRow], list[Label]] | None:
    """The rows without their labels, and the labels; None where nothing tells them apart."""
    anchors = [line.at for line in lines if line.anchor]
    if not anchors:
        return None
    body = [at for at, need in enumerate(needs) if need not in PARENTS and need is not Need.NUMBER]
    ways = [
        way
        for way in (_top(lines, anchors, body), _middle(lines, anchors, body))
        if way is not None
    ]
    if len(ways) > 1 and _shape(ways[0]) != _shape(ways[1]):
        ways = [way for way in ways if not _torn(way, body)]
    if len(ways) != 1 and (not ways or _shape(ways[0]) != _shape(ways[1])):
        return None
    torn = _torn(ways[0], body)
    numbers = [at for at, need in enumerate(needs) if need is Need.NUMBER]
    rows: list[SpacedRow] = []
    by_number: dict[int | None, int] = {line.number: line.at for line in lines}
    for place, anchor in enumerate(anchors):
        cells = dict(ways[0][place])
        wrapped = any(len({piece.origin.line for piece in own}) > 1 for own in cells.values())
        cells |= {at: lines[anchor].held[at] for at in numbers}
        name = joined(cells.get(_name(needs), ()))[:30]
        doubt = Doubt(RowStatus.MOVED, "T95", (("name", name),))
        owned = [by_number[piece.origin.line] for own in cells.values() for piece in own]
        rows.append(
            SpacedRow(
                lines[anchor].number,
                cells,
                (doubt,) if wrapped else (),
                min(owned),
                max(owned),
            )
        )
        top, bottom = rows[-1].top, rows[-1].bottom
        unsure = any(line.unsure for line in lines[top : bottom + 1])
        if unsure or place in torn or not name or _lacks(cells, needs):
            rows[-1] = rows[-1].doubted(guessed(cells.get(_name(needs), ())))
    return rows, _labels(lines, needs)


def _name(needs: Sequence[Need]) -> int:
    return needs.index(Need.LEVEL3) if Need.LEVEL3 in needs else 0


_Way = list[dict[int, tuple[Piece, ...]]]


def _lacks(cells: Mapping[int, tuple[Piece, ...]], needs: Sequence[Need]) -> bool:
    """Whether a value is missing."""
    return any(not cells.get(at) for at, need in enumerate(needs) if need is Need.VALUE)


def _shape(way: _Way) -> dict[tuple[int, int], list[str]]:
    return {
        (place, column): [piece.text for piece in own]
        for place, cells in enumerate(way)
        for column, own in cells.items()
        if own
    }


def _top(lines: Sequence[Placed], anchors: Sequence[int], body: Sequence[int]) -> _Way | None:
    """The rows where every cell begins on the line of the figures."""
    if any(column in line.held for line in lines[: anchors[0]] for column in body):
        return None
    way: _Way = []
    for start, end in pairwise([*anchors, len(lines)]):
        cells: dict[int, tuple[Piece, ...]] = {}
        for column in body:
            own = [column in line.held for line in lines[start:end]]
            if own != sorted(own, reverse=True):
                return None
            cells[column] = _pieces(lines[start:end], column)
        way.append(cells)
    return way


def _middle(lines: Sequence[Placed], anchors: Sequence[int], body: Sequence[int]) -> _Way | None:
    """The rows where every cell is set about the line of the figures, as much above as below."""
    way: _Way = [{} for _ in anchors]
    edges = [-1, *anchors, len(lines)]
    for column in body:
        below = 0
        for place in range(len(edges) - 1):
            between = [
                line for line in lines[edges[place] + 1 : edges[place + 1]] if column in line.held
            ]
            if len(between) < below or (place == len(anchors) and len(between) != below):
                return None
            if place:
                own = way[place - 1]
                own[column] = (*own[column], *_pieces(between[:below], column))
            if place < len(anchors):
                above = between[below:]
                here = lines[anchors[place]]
                way[place][column] = _pieces([*above, here], column)
                below = len(above)
    return way


def _pieces(lines: Sequence[Placed], column: int) -> tuple[Piece, ...]:
    return tuple(piece for line in lines for piece in line.held.get(column, ()))


def _torn(way: _Way, body: Sequence[int]) -> frozenset[int]:
    """The rows with a cell whose lines, but for the last, are shorter than its column is wide."""
    found: set[int] = set()
    for column in body:
        cells = [_by_line(cells.get(column, ())) for cells in way]
        width = max((width_of(piece.text) for cell in cells for piece in cell), default=0)
        found |= {
            at for at, cell in enumerate(cells) if not fits(Cut(cell, (), How.FORM), (width,))
        }
    return frozenset(found)


def _by_line(cell: Sequence[Piece]) -> tuple[Piece, ...]:
    """The lines of a cell, each as one piece."""
    found: list[Piece] = []
    for piece in cell:
        if found and found[-1].origin.line == piece.origin.line:
            found[-1] = evolve(found[-1], text=f"{found[-1].text} {piece.text}")
        else:
            found.append(evolve(piece, gap=Gap.BLANK))
    return tuple(found)


def _labels(lines: Sequence[Placed], needs: Sequence[Need]) -> list[Label]:
    """What stands in the columns of the levels, lines that follow each other put together."""
    found: list[Label] = []
    for column, need in enumerate(needs):
        if need not in PARENTS:
            continue
        open_: Label | None = None
        for line in lines:
            own = line.held.get(column)
            if own is None:
                continue
            if open_ is not None and line.at == open_.bottom + 1:
                places = (*open_.places, *(line.at for _ in own))
                open_ = evolve(open_, pieces=(*open_.pieces, *own), places=places)
                found[-1] = open_
            else:
                open_ = Label(column, own, (line.at,) * len(own))
                found.append(open_)
    return found
