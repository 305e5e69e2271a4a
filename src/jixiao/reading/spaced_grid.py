"""Rows whose cells were wrapped and stand line by line, each word below the header of its column.

A word goes to the column whose room it stands in alone. The lines around the one with the figures
belong to its row where all cells begin on that line, or where all are set about it in the middle;
which of the two it is must be told by the lines themselves, or it is a guess and said to be.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.reading.doubts import Doubt
from jixiao.reading.fitting import Need
from jixiao.reading.fragments import Gap, Piece, joined, width_of
from jixiao.reading.spaced_fit import fit_line, is_figure_word
from jixiao.reading.spaced_rows import Label, SpacedRow, guessed
from jixiao.reading.wrapped_cuts import Cut, How, fits
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.reading.spaced_header import SpacedHeader
    from jixiao.reading.spaced_words import SpacedLine, Word
    from jixiao.reading.wrapped_words import Words

__all__ = ["Placed", "grid_rows", "placed_lines"]

_LEVELS = (Need.LEVEL1, Need.LEVEL2)


@frozen
class Placed:
    """A line with its words by column; an anchor has the figures of a row."""

    at: int
    number: int
    held: Mapping[int, tuple[Piece, ...]]
    anchor: bool
    unsure: bool = False
    """Whether a word of it stands between two columns."""


def placed_lines(
    lines: Sequence[SpacedLine], header: SpacedHeader, words: Words
) -> list[Placed] | None:
    """The lines with their words by column; None where any word stands in none for certain."""
    spans = _spans(lines, header, words)
    if spans is None:
        return None
    needs = header.needs
    numbers = [at for at, need in enumerate(needs) if need is Need.NUMBER]
    found: list[Placed] = []
    for at, line in enumerate(lines):
        held: dict[int, tuple[Piece, ...]] = {}
        unsure = False
        for word in line.words:
            column, sure = _column(word, spans)
            if column is None or (needs[column] is Need.NUMBER and not is_figure_word(word.text)):
                return None
            unsure = unsure or not sure
            again = column in held
            held[column] = (*held.get(column, ()), word.piece(Gap.SPACE if again else Gap.BLANK))
        anchor = all(column in held for column in numbers) and bool(numbers)
        if not anchor and any(column in held for column in numbers):
            return None
        found.append(Placed(at, line.number, held, anchor, unsure))
    return found


def _column(word: Word, spans: Sequence[tuple[int, int]]) -> tuple[int | None, bool]:
    """The column in whose room a word stands, and whether it is the only one."""
    last = len(spans) - 1
    over = [
        at
        for at in range(last + 1)
        if (at == 0 or spans[at - 1][1] <= word.start)
        and (at == last or word.end <= spans[at + 1][0])
    ]
    if len(over) == 1:
        return over[0], True
    inside = [at for at, (low, high) in enumerate(spans) if word.start < high and low < word.end]
    if len(inside) == 1:
        return inside[0], len(over) == 0
    if not over:
        return None, False
    return min(over, key=lambda at: max(spans[at][0] - word.end, word.start - spans[at][1])), False


def _spans(
    lines: Sequence[SpacedLine], header: SpacedHeader, words: Words
) -> list[tuple[int, int]] | None:
    """From where to where each column is known to reach; None where lines lost their shape.

    What stands in a column is known from the header and from the lines that fit in one way only.
    """
    spans = [(one.start, one.end) for one in header.headings]
    wide = 0
    for line in lines:
        wide += any(word.spaces > 1 for word in line.words)
        fit = fit_line(line.words, header.needs, words.form)
        if fit is None or not fit.certain or len(line.words) < len(header.needs) // 2:
            continue
        for word, column in zip(line.words, fit.columns, strict=True):
            low, high = spans[column]
            spans[column] = (min(low, word.start), max(high, word.end))
    if 2 * wide < len(lines) or any(one[1] > after[0] for one, after in pairwise(spans)):
        return None
    return spans


# ── which row a line belongs to ───────────────────────────────────────────────


def grid_rows(
    lines: Sequence[Placed], needs: Sequence[Need]
) -> tuple[list[SpacedRow], list[Label]] | None:
    """The rows without their labels, and the labels; None where nothing tells them apart."""
    anchors = [line.at for line in lines if line.anchor]
    if not anchors:
        return None
    body = [at for at, need in enumerate(needs) if need not in _LEVELS and need is not Need.NUMBER]
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
    for start, end in zip(anchors, [*anchors[1:], len(lines)], strict=True):
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
        if need not in _LEVELS:
            continue
        open_: Label | None = None
        for line in lines:
            own = line.held.get(column)
            if own is None:
                continue
            if open_ is not None and line.at == open_.bottom + 1:
                open_ = evolve(open_, pieces=(*open_.pieces, *own), bottom=line.at)
                found[-1] = open_
            else:
                open_ = Label(column, own, line.at, line.at)
                found.append(open_)
    return found
