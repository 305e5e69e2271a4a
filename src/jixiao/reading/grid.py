"""The one grid model under every reader: cells with their place, and rows of a tab grid.

One line of text is one row, tabs part its cells, and a merged cell leaves empty ones behind it.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.limits import DEFAULT_LIMITS, Limits
from jixiao.source import Origin, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.reading.doubts import Doubt

__all__ = [
    "GridCell",
    "GridRow",
    "is_page_mark",
    "is_page_text",
    "key",
    "may_begin",
    "split_lines",
    "text_rows",
]

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


def key(text: str) -> str:
    """The form in which labels are compared: folded, no white space, nothing invisible.

    >>> key(" 半年（程）\u200b 指标值")
    '半年(程)指标值'
    """
    return _short_key(text) if len(text) <= _SHORT else _key(text)


def may_begin(text: str, heads: frozenset[str]) -> bool:
    """Whether a text may begin with one of some letters, as compared.

    >>> may_begin(" （盖章）", frozenset("(")), may_begin("甲", frozenset("乙"))
    (True, False)
    """
    head = key(text.lstrip()[:1])
    return not head or head in heads


_SHORT = 200
"""Longer texts are no labels and are not remembered."""


def _key(text: str) -> str:
    squeezed = squeeze(text)
    return squeezed if squeezed.isascii() else _INVISIBLE.sub("", squeezed)


_short_key = lru_cache(maxsize=8192)(_key)


@frozen
class GridCell:
    """One cell that holds something: its text as written and the place of its upper left corner.

    Rows and columns count from 0; a cell that is not merged spans one of each.
    """

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    origin: Origin = Origin()

    def at(self, row: int, column: int | None = None) -> GridCell:
        """It in another place of the grid.

        >>> cell = GridCell("甲", 0, 2).at(5)
        >>> cell.row, cell.column
        (5, 2)
        """
        column = self.column if column is None else column
        return GridCell(self.text, row, column, self.rowspan, self.colspan, self.origin)


@frozen
class GridRow:
    """The cells of one row that hold something, left to right, and how many columns it has.

    `plain` says that the line has no grid at all: a title, a note, prose.
    """

    index: int
    cells: tuple[GridCell, ...]
    width: int
    plain: bool = False
    too_long: bool = False
    joined: bool = False
    """Whether the row was torn in two and put together again."""
    placed: bool = False
    """Whether each cell is known to stand in the column of its header, so that none is moved."""
    doubts: tuple[Doubt, ...] = ()
    """What is not exact about how the row was put together."""
    indicator: bool = False
    """Whether it is known to be a row of indicators, where no header says so."""
    opens: bool = False
    """Whether another table is known to begin with it that prints no title."""

    @property
    def origin(self) -> Origin:
        """The place of its first cell, or of the line."""
        return self.cells[0].origin if self.cells else Origin()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The texts of its cells in the form in which labels are compared."""
        return tuple([key(cell.text) for cell in self.cells])


_LINE = re.compile("\r\n|\r|\n")


def split_lines(text: str) -> list[str]:
    r"""The lines of a text; only the ends that files have end a line.

    >>> split_lines("甲\r\n乙\u2028丙")
    ['甲', '乙\u2028丙']
    """
    return _LINE.split(text)


def text_rows(
    text: str, *, file: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> Iterator[GridRow]:
    r"""The rows of a text, one a line; lines without any character that shows are left out.

    >>> [[cell.text for cell in row.cells] for row in text_rows("题目\n\n一级指标\t\t指标值")]
    [['题目'], ['一级指标', '指标值']]
    """
    for index, line in enumerate(split_lines(text)):
        if not line or line.isspace():
            continue
        if len(line) > limits.line_chars:
            whole = GridCell(line, index, 0, origin=Origin(file=file, line=index + 1, column=1))
            yield GridRow(index, (whole,), 1, plain=True, too_long=True)
            continue
        parts = line.split("\t")
        cells = tuple(
            GridCell(part, index, at, origin=Origin(file=file, line=index + 1, column=at + 1))
            for at, part in enumerate(parts)
            if part and not part.isspace()
        )
        yield GridRow(index, cells, len(parts), plain=len(parts) == 1)


_LONGEST_PAGE = 30
_PAGE = re.compile(r"第\d{1,4}页(,?共\d{1,4}页)?|[-—]{1,2}\d{1,4}[-—]{1,2}|\d{1,4}/\d{1,4}")


def is_page_mark(row: GridRow) -> bool:
    r"""Whether a row is the number of a page and nothing else: — 3 —, 第3页 共9页.

    >>> [is_page_mark(row) for row in text_rows("— 3 —\n3次")]
    [True, False]
    """
    return row.plain and len(row.cells) == 1 and is_page_text(row.cells[0].text)


def is_page_text(text: str) -> bool:
    """Whether a text is the number of a page and nothing else.

    >>> is_page_text("- 12 -"), is_page_text("12")
    (True, False)
    """
    return len(text) <= _LONGEST_PAGE and _PAGE.fullmatch(key(text)) is not None
