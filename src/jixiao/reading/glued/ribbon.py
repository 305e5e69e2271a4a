"""A text without its white space, each letter with its place: what is glued is cut by it.

Sites that show documents break words over lines and number the pages on which they show them, so
that neither a space nor a line says where a cell ends.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import field, frozen

from jixiao.reading.grid import GridCell, GridRow, split_lines
from jixiao.source import Origin, fold

if TYPE_CHECKING:
    from jixiao.limits import Limits

__all__ = ["Ribbon", "ribbon_of"]

_PAGE = re.compile(r"(\d{1,2})、")
"""The number of a page before its text: 2、."""
_PAGES = 2
"""Pages that are numbered one after the other, so that the numbers are those of pages."""


@frozen
class Ribbon:
    """The letters of a text that show, folded, and where each of them stands.

    `gaps` are the letters with white space before them, `breaks` those that begin a line.
    """

    text: str
    lines: tuple[str, ...] = field(repr=False)
    places: tuple[tuple[int, int], ...] = field(repr=False)
    gaps: frozenset[int] = frozenset()
    breaks: frozenset[int] = frozenset()
    file: str | None = None
    aside: tuple[GridRow, ...] = ()
    """What stands beside the text: numbers of pages, and lines that are too long."""

    def cell(self, start: int, end: int, column: int = 0) -> GridCell:
        """The letters from one to another as a cell, as they are written."""
        parts: list[str] = []
        at = start
        while at < end:
            line, first = self.places[at]
            last = at
            while last + 1 < end and self.places[last + 1][0] == line:
                last += 1
            parts.append(self.lines[line][first : self.places[last][1] + 1])
            at = last + 1
        line, first = self.places[start]
        origin = Origin(file=self.file, line=line + 1, column=first + 1)
        return GridCell("".join(parts), 0, column, origin=origin)

    def plain(self, start: int, end: int) -> tuple[GridRow, ...]:
        """The letters from one to another as rows without a grid, one a line."""
        rows: list[GridRow] = []
        at = start
        while at < end:
            last = at + 1
            while last < end and last not in self.breaks:
                last += 1
            rows.append(GridRow(0, (self.cell(at, last),), 1, plain=True))
            at = last
        return tuple(rows)


def ribbon_of(text: str, file: str | None, limits: Limits) -> Ribbon:
    r"""The ribbon of a text.

    >>> from jixiao.limits import DEFAULT_LIMITS
    >>> ribbon = ribbon_of("产出 指标\n≥10次", None, DEFAULT_LIMITS)
    >>> ribbon.text, sorted(ribbon.gaps), sorted(ribbon.breaks), ribbon.cell(0, 4).text
    ('产出指标≥10次', [0, 2, 4], [0, 4], '产出 指标')
    """
    lines = tuple(split_lines(text))
    pages = _pages(lines)
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    gaps: set[int] = set()
    breaks: set[int] = set()
    aside: list[GridRow] = []
    for number, line in enumerate(lines):
        if not line or line.isspace():
            continue
        origin = Origin(file=file, line=number + 1, column=1)
        if len(line) > limits.line_chars:
            cell = GridCell(line, 0, 0, origin=origin)
            aside.append(GridRow(0, (cell,), 1, plain=True, too_long=True))
            continue
        first = pages.get(number, 0)
        if first:
            aside.append(GridRow(0, (GridCell(line[:first], 0, 0, origin=origin),), 1, plain=True))
        else:
            breaks.add(len(letters))
        gap = not first
        for column, char in enumerate(fold(line[first:]), first):
            if char.isspace():
                gap = True
                continue
            if gap:
                gaps.add(len(letters))
            gap = False
            letters.append(char)
            places.append((number, column))
    return Ribbon(
        "".join(letters),
        lines,
        tuple(places),
        frozenset(gaps),
        frozenset(breaks),
        file,
        tuple(aside),
    )


def _pages(lines: tuple[str, ...]) -> dict[int, int]:
    """How many letters of which lines are the number of a page: 1、, 2、, 3、 in their order."""
    found: dict[int, int] = {}
    for number, line in enumerate(lines):
        match = _PAGE.match(line)
        if match is not None and int(match[1]) == len(found) + 1:
            found[number] = match.end()
    return found if len(found) >= _PAGES else {}
