"""Marks of other formats that stand before a line as text: Word's bookmarks, Markdown's # and -."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.tables import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.reading.grid import GridRow

__all__ = ["without_marks"]

_MARK = re.compile(r"\s*(?:(?:#{1,6}|[>*•-])\s+|\[bookmark:[^\]]{0,80}\]\s*)+(?=\S)")


def without_marks(rows: Iterable[GridRow]) -> tuple[list[GridRow], list[Cell]]:
    """The rows with no marks before lines that have no grid, and the marks.

    >>> from jixiao.reading.grid import text_rows
    >>> rows, marks = without_marks(text_rows("### [bookmark: _Toc_1]一、总体绩效目标"))
    >>> rows[0].cells[0].text, marks[0].text, marks[0].use
    ('一、总体绩效目标', '### [bookmark: _Toc_1]', 'markup')
    """
    bare: list[GridRow] = []
    marks: list[Cell] = []
    for row in rows:
        match = _MARK.match(row.cells[0].text) if row.plain and row.cells else None
        if match is None or row.too_long:
            bare.append(row)
            continue
        cell = row.cells[0]
        marks.append(Cell(match[0], cell.origin, "markup"))
        rest = evolve(cell, text=cell.text[match.end() :])
        bare.append(evolve(row, cells=(rest, *row.cells[1:])))
    return bare, marks
