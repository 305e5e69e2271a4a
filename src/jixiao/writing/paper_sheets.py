"""Papers as the sheets of a workbook: a sheet each, its grids below one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.harmless import without_controls
from jixiao.paper import Grid, Paragraph
from jixiao.sheets import BLANK, Area, Cell, Page, Sheet, Style, Workbook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.paper import Paper

__all__ = ["paper_sheet", "paper_workbook"]


def paper_workbook(papers: Sequence[Paper]) -> Workbook:
    """A workbook with a sheet for every paper."""
    title = papers[0].title if papers else ""
    return Workbook(tuple(paper_sheet(one) for one in papers), title=title)


def paper_sheet(paper: Paper) -> Sheet:
    """The sheet of a paper: the title, then its blocks; the head of the first grid is repeated.

    >>> from jixiao.paper import Paper
    >>> sheet = paper_sheet(Paper("单", "意见单", (8, 8), (Grid(((Cell("甲"), Cell("乙")),)),)))
    >>> [row[0].text for row in sheet.rows], sheet.page.repeat
    (['意见单', '甲'], (2, 2))
    """
    columns = len(paper.widths)
    rows: list[tuple[Cell, ...]] = []
    merges: list[Area] = []
    repeat: tuple[int, int] | None = None

    def across(cell: Cell) -> None:
        rows.append((cell, *(BLANK for _ in range(columns - 1))))
        if columns > 1:
            merges.append(Area(len(rows), 1, len(rows), columns))

    across(_shown(Cell(paper.title, Style.TITLE)))
    for block in paper.blocks:
        match block:
            case Paragraph():
                across(_shown(Cell(block.text, block.style, across=block.across)))
            case Grid():
                above = len(rows)
                if block.head and repeat is None:
                    repeat = (above + 1, above + block.head)
                rows += [tuple(_shown(cell) for cell in row) for row in block.rows]
                merges += [
                    Area(one.top + above, one.left, one.bottom + above, one.right)
                    for one in block.merges
                ]
    return Sheet(
        without_controls(paper.name),
        tuple(rows),
        tuple(merges),
        paper.widths,
        page=Page(landscape=paper.landscape, repeat=repeat),
        freeze=0 if repeat is None else repeat[1],
    )


def _shown(cell: Cell) -> Cell:
    """The cell with what would be obeyed or hidden written out."""
    if not isinstance(cell.value, str):
        return cell
    return evolve(cell, value=without_controls(cell.value.replace("\r\n", "\n")))
