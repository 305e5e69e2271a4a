"""Merged cells of a sheet: which cells the first one covers, and how those look."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from openpyxl.cell import Cell as BookCell
    from openpyxl.worksheet.worksheet import Worksheet

    from jixiao.sheets import Area

__all__ = ["covered", "put_merges"]


def covered(areas: tuple[Area, ...]) -> dict[tuple[int, int], tuple[int, int]]:
    """Every (row, column) that a merge hides, and the first cell of that merge.

    >>> from jixiao.sheets import Area
    >>> covered((Area(1, 1, 2, 2),))
    {(1, 2): (1, 1), (2, 1): (1, 1), (2, 2): (1, 1)}
    """
    return {
        (row, column): (area.top, area.left)
        for area in areas
        for row in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
        if (row, column) != (area.top, area.left)
    }


def put_merges(into: Worksheet, areas: tuple[Area, ...]) -> None:
    """Merge the areas; a covered cell looks like the first, as when a person merges them.

    Programs draw the frame of a merge from the cells at its edges, so each must have its own. The
    sheet's own way of merging works out every frame anew and took half of all writing.
    """
    from openpyxl.worksheet.cell_range import CellRange

    for area in areas:
        into.merged_cells.ranges.add(CellRange(None, area.left, area.top, area.right, area.bottom))
    for (row, column), (top, left) in covered(areas).items():
        first = into.cell(top, left)
        if first.has_style:
            hidden = cast("BookCell", into.cell(row, column))
            hidden._style = copy(cast("BookCell", first)._style)  # type: ignore[attr-defined]  # noqa: SLF001
