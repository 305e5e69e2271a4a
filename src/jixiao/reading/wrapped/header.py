"""The header of an indicator part in wrapped text: its words out of pieces, its columns in order.

A header on several lines comes line by line, so that a word over several columns stands before
what it is over: 指标值, then 近两年指标值 and 预期当年实现值, then 前2022年 and 上2023年.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.reading.fragments import compared, joined
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.labels import LEVEL_HEADERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.fragments import Piece
    from jixiao.reading.wrapped.words import Words

__all__ = ["WrappedHeader", "header_at", "header_cells"]

_MOST = 120
"""Pieces of a header at most: 40 columns of three letters."""
_LONGEST = 14
_LEVELS = 2
_FIRST = frozenset(name[0] for name in LEVEL_HEADERS)
_OVER = frozenset({"指标值", "目标值", "绩效指标值", "年度指标值"})
"""Headers that may stand over several columns of values."""


@frozen
class Heading:
    """A header and its pieces; `over` are the headers it stands over."""

    text: str
    pieces: tuple[Piece, ...]
    over: tuple[Heading, ...] = ()

    def leaves(self) -> tuple[Heading, ...]:
        """The columns it stands over, or itself."""
        if not self.over:
            return (self,)
        return tuple(leaf for one in self.over for leaf in one.leaves())


@frozen
class WrappedHeader:
    """The headers of a part as a tree, and how many pieces they are."""

    headings: tuple[Heading, ...]
    count: int

    @property
    def columns(self) -> tuple[Heading, ...]:
        """The columns from left to right."""
        return tuple(leaf for one in self.headings for leaf in one.leaves())

    @property
    def names(self) -> tuple[str, ...]:
        """The columns as compared."""
        return tuple(key(one.text) for one in self.columns)


def header_at(pieces: Sequence[Piece], start: int, words: Words) -> WrappedHeader | None:
    """The longest header that begins with a piece; None where none with two levels does."""
    first = pieces[start].compared
    if first[:1] not in _FIRST or not any(name.startswith(first) for name in LEVEL_HEADERS):
        return None
    ways = [way for way in _ways(pieces, start, words) if _levels(pieces, start, way) >= _LEVELS]
    longest = max(ways, key=lambda way: way[-1], default=None)
    if longest is None:
        return None
    found = []
    at = start
    for stop in longest:
        found.append(Heading(joined(pieces[at:stop]), tuple(pieces[at:stop])))
        at = stop
    return WrappedHeader(_tree(found, words), longest[-1] - start)


def _ways(pieces: Sequence[Piece], start: int, words: Words) -> list[tuple[int, ...]]:
    """The ways to read pieces as headers, by where each ends; of two to one end the shorter.

    No header stands twice in one row.
    """
    best: dict[int, tuple[int, ...]] = {start: ()}
    names: dict[int, frozenset[str]] = {start: frozenset()}
    end = min(len(pieces), start + _MOST)
    for at in range(start, end):
        if at not in best:
            continue
        text = ""
        for stop in range(at + 1, min(end, at + _LONGEST) + 1):
            text += pieces[stop - 1].compared
            if len(text) > _LONGEST or not words.may_head(text):
                break
            if not words.is_header(text) or text in names[at]:
                continue
            if stop not in best or len(best[at]) + 1 < len(best[stop]):
                best[stop], names[stop] = (*best[at], stop), names[at] | {text}
    return [way for way in best.values() if way]


def _levels(pieces: Sequence[Piece], start: int, way: tuple[int, ...]) -> int:
    names = set()
    at = start
    for stop in way:
        names.add(LEVEL_HEADERS.get(compared(pieces[at:stop]), 0))
        at = stop
    return len(names - {0})


def _tree(found: Sequence[Heading], words: Words) -> tuple[Heading, ...]:
    """The headers with what they stand over: values that come again after other columns."""
    values = [at for at, one in enumerate(found) if words.is_value(one.text)]
    upper = [at for at in values if at == values[0] + values.index(at)]
    lower = [at for at in values if at not in upper]
    head = upper[-1] if upper else 0
    if len(lower) < _LEVELS or key(found[head].text) not in _OVER:
        return tuple(_over_years(found, words))
    below = _over_years([found[at] for at in lower], words)
    return tuple(
        evolve(one, over=tuple(below)) if at == head else one
        for at, one in enumerate(found)
        if at not in lower
    )


def _over_years(found: Sequence[Heading], words: Words) -> list[Heading]:
    """The headers with those of single years under the one that stands over years."""
    years = [one for one in found if words.is_year(one.text)]
    if not years or not any(words.heads_years(one.text) for one in found):
        return list(found)
    return [
        evolve(one, over=tuple(years)) if words.heads_years(one.text) else one
        for one in found
        if one not in years
    ]


def header_cells(
    header: WrappedHeader, index: int, side: tuple[Piece, ...] = ()
) -> tuple[GridRow, ...]:
    """The one or two rows of a header in the grid; column 0 is for what stands beside it."""
    upper: list[GridCell] = []
    lower: list[GridCell] = []
    if side:
        upper.append(GridCell(joined(side), index, 0, origin=side[0].origin))
    column = 1

    def put(heading: Heading, at: int, *, top: bool) -> None:
        span = len(heading.leaves())
        row, place = (upper, index) if top or span > 1 else (lower, index + 1)
        row.append(GridCell(heading.text, place, at, 1, span, heading.pieces[0].origin))
        for one in heading.over:
            put(one, at, top=False)
            at += len(one.leaves())

    for heading in header.headings:
        put(heading, column, top=True)
        column += len(heading.leaves())
    rows = (GridRow(index, tuple(upper), column),)
    return (*rows, GridRow(index + 1, tuple(lower), column)) if lower else rows
