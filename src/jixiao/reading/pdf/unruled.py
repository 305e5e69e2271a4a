"""Lines of a PDF as rows of a table without rules: columns from the header, rows from what fills.

Where lines of one cell stand nearer to each other than rows do, that tells the rows. Where they do
not, a line goes on with the one above that is full, and what nothing tells is doubted.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from attrs import define, evolve

from jixiao.reading.grid import key
from jixiao.reading.labels import FIELD_LABELS
from jixiao.reading.pdf.layout import Line, texts_are_header
from jixiao.reading.pdf.splits import (
    PageRow,
    Piece,
    Roles,
    Torn,
    full,
    is_level,
    roles_of,
    together,
    torn,
)
from jixiao.reading.segments import title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["unruled_rows"]

_WRAP = 0.45
"""Lines nearer than this share of their height, and nearer than rows are, are one wrapped text."""

_TOUCH = -0.1
"""Lines that reach into each other by more than this stand in cells that are centred."""
_CLEAR = 0.8
"""Lines further from each other than this share of their height are no lines of one text."""

_SENTENCE = re.compile(r"[。；]|^[一二三四五六七八九十\d]{1,2}[、.．]|^(备?注|说明)[:：]")

_Chunk = tuple[str, float, float]


def unruled_rows(lines: Sequence[Line]) -> list[Line | PageRow]:
    """The lines between two ruled tables as rows; those that are text only stay lines."""
    head = next((line for line in lines if _heads(line)), None)
    if head is None:
        return list(lines)
    gaps = sorted(
        after.top - line.bottom for line, after in pairwise(lines) if line.page == after.page
    )
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    columns, widths = _columns(lines, lines.index(head))
    done: list[Line | PageRow] = []
    part = _Part(None, 0)
    last: Line | None = None
    for at, line in enumerate(lines):
        header = _heads(line)
        if header or _ends_part(line):
            _close(part, done)
            part = _Part(None, len(done))
        if header:
            columns, widths = _columns(lines, at)
        before = done[-1] if done else None
        wraps = last is not None and isinstance(before, PageRow) and _wraps(last, line, usual)
        if (
            len(line.chunks) == 1
            and not wraps
            and not (part.roles and _fits(line, columns, widths))
        ):
            done.append(line)
        else:
            row = _row(line, columns, widths)
            if last is not None:
                part.see(row, _gap(last, line), line.page == last.page)
            if isinstance(before, PageRow) and last is not None:
                done[-1:] = _placed(before, row, part.roles, _gap(last, line), wraps=wraps)
            else:
                done.append(row)
            if header:
                part = _Part(roles_of(row), len(done))
        last = line
    _close(part, done)
    return done


@define
class _Part:
    """The rows below a header: whether cells are wrapped in it, and whether gaps tell its rows.

    Without a header, as where fields stand, nothing tells that no cell is wrapped.
    """

    roles: Roles | None
    start: int
    wrapped: bool = False
    spaced: bool = True
    parted: bool = False

    def see(self, row: PageRow, gap: float, same_page: bool) -> None:  # noqa: FBT001 - one caller
        """Take account of one more line."""
        self.wrapped = self.wrapped or self.roles is None or not _whole(row, self.roles)
        self.parted = self.parted or gap > _CLEAR
        apart = gap > _CLEAR or _TOUCH < gap < _WRAP
        self.spaced = self.spaced and (apart or not same_page)


def _close(part: _Part, done: list[Line | PageRow]) -> None:
    """Doubt the rows of a part that has wrapped cells and no gaps that tell its rows."""
    if not part.wrapped or (part.spaced and part.parted):
        return
    for at in range(part.start, len(done)):
        row = done[at]
        if isinstance(row, PageRow) and row.doubt is None:
            done[at] = evolve(row, doubt=(row.page, row.page))


def _columns(lines: Sequence[Line], at: int) -> tuple[tuple[_Chunk, ...], list[float]]:
    """The columns that a header names, and how wide they are up to the next header."""
    columns = tuple(lines[at].chunks)
    return columns, _widths(takewhile(lambda line: not _heads(line), lines[at + 1 :]), columns)


def _placed(
    before: PageRow, row: PageRow, roles: Roles | None, gap: float, *, wraps: bool
) -> list[PageRow]:
    """Two lines as one row or two: by how near they stand, then by what they hold."""
    whole = roles is not None and _whole(before, roles) and _whole(row, roles)
    if wraps and (gap < 0 or not whole):
        return [together(before, row)]
    if roles is None or (gap > _CLEAR and not wraps):
        return [before, row]
    return _compared(before, row, roles)


def _compared(before: PageRow, row: PageRow, roles: Roles) -> list[PageRow]:
    """Two lines as one row or two, doubted where nothing tells."""
    if texts_are_header(before.texts):
        return [before, row]
    match torn(before, row, roles, opened=False):
        case Torn.JOINED:
            return [together(before, row)]
        case Torn.APART if _whole(before, roles) and _whole(row, roles):
            if not _goes_on(before, row, roles):
                return [before, row]
    pages = (before.page, row.page)
    return [evolve(before, doubt=pages), evolve(row, doubt=pages)]


def _whole(row: PageRow, roles: Roles) -> bool:
    """Whether a row has a name and a value."""
    held = row.held().keys()
    return bool(roles.names & held) and bool(roles.values & held)


def _goes_on(before: PageRow, row: PageRow, roles: Roles) -> bool:
    """Whether a row that looks whole may be the lower half of the one above."""
    above, below = before.held(), row.held()
    labels = any(is_level(below[at].text) for at in roles.levels & below.keys())
    if labels and roles.levels & above.keys():
        return False
    return all(full(above[at], below[at].text) for at in above.keys() & below.keys())


def _gap(last: Line, line: Line) -> float:
    """How far two lines are from each other, in heights of the lower; nothing is over a page."""
    if last.page != line.page:
        return 0.0
    return (line.top - last.bottom) / max(1.0, line.bottom - line.top)


def _ends_part(line: Line) -> bool:
    """Whether a line begins something else than a row of indicators."""
    first = line.chunks[0][0]
    return key(first).rstrip(":") in FIELD_LABELS or title_of(line.text) is not None


def _row(line: Line, columns: Sequence[_Chunk], widths: Sequence[float]) -> PageRow:
    """A line as a row, each piece in the column that it stands nearest to."""
    size = max(1.0, line.bottom - line.top)
    cells: dict[int, tuple[str, float, float]] = {}
    twice = False
    for text, left, right in line.chunks:
        at = _column(columns, left, right)
        held = cells.get(at)
        twice = twice or held is not None
        cells[at] = (text, left, right) if held is None else (f"{held[0]} {text}", held[1], right)
    pieces = tuple(
        Piece(text, at, free=max(0.0, widths[at] - (right - left)) / size)
        for at, (text, left, right) in sorted(cells.items())
    )
    over = any(_over_several(columns, left, right) for _, left, right in line.chunks)
    return PageRow(line.page, 0, pieces, doubt=(line.page, line.page) if over or twice else None)


def _over_several(columns: Sequence[_Chunk], left: float, right: float) -> bool:
    """Whether a piece stands below the names of several columns, whose texts touch each other."""
    return sum(left < (first + last) / 2 < right for _, first, last in columns) > 1


def _widths(lines: Iterable[Line], columns: Sequence[_Chunk]) -> list[float]:
    """How wide the widest piece of each column is, of lines that have more than one."""
    widths = [right - left for _, left, right in columns]
    for line in lines:
        if len(line.chunks) > 1:
            for _, left, right in line.chunks:
                at = _column(columns, left, right)
                widths[at] = max(widths[at], right - left)
    return widths


def _fits(line: Line, columns: Sequence[_Chunk], widths: Sequence[float]) -> bool:
    """Whether a lone piece may be the rest of a cell: it is no wider than its column."""
    _, left, right = line.chunks[0]
    at = _column(columns, left, right)
    if at and not _over_several(columns, left, right) and not _SENTENCE.search(line.text):
        return True
    near = _apart(columns[at], left, right) <= widths[at]
    return near and right - left <= widths[at] + _WRAP * (line.bottom - line.top)


def _column(columns: Sequence[_Chunk], left: float, right: float) -> int:
    return min(range(len(columns)), key=lambda at: _apart(columns[at], left, right))


def _heads(line: Line) -> bool:
    """Whether a line is the header of an indicator part."""
    return texts_are_header([text for text, _, _ in line.chunks])


def _apart(column: _Chunk, left: float, right: float) -> float:
    """How far a piece of text stands from a column, by its left, middle or right."""
    _, first, last = column
    middle = abs((first + last) - (left + right)) / 2
    return min(abs(first - left), abs(last - right), middle)


def _wraps(last: Line, line: Line, usual: float) -> bool:
    """Whether a line is the rest of the one above: nearer to it than rows are to each other."""
    if last.page != line.page:
        return False
    gap = line.top - last.bottom
    return _gap(last, line) < _WRAP and gap < usual / 2
