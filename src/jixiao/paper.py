"""A paper before it is written, frozen: a title, paragraphs and grids of cells, for any format.

What goes to people as a workbook and as a text document is laid out once, in these; the writers
(`jixiao.writing.paper_sheets`, `jixiao.writing.docx_files`) only draw it, so both say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.sheets import Cell, Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.sheets import Across, Area

__all__ = ["Grid", "Paper", "Paragraph", "told"]


@frozen
class Paragraph:
    """A line or more across the whole paper: a caption over a grid, a note below it."""

    text: str
    style: Style = Style.NOTE
    across: Across = "left"


@frozen
class Grid:
    """Rows of cells under the first `head` rows, which are repeated on every page.

    Merged areas are counted from 1 within the grid; the first cell of an area is what it shows.
    """

    rows: tuple[tuple[Cell, ...], ...]
    head: int = 1
    merges: tuple[Area, ...] = ()


@frozen
class Paper:
    """One paper. All its grids share the columns of `widths`, in columns of a terminal.

    `name` is short, for the tab of a sheet.

    >>> paper = Paper("单", "修改意见单", widths=(8,), blocks=(Grid(((Cell("甲"),),)),))
    >>> list(told(paper))
    ['修改意见单', '甲']
    """

    name: str
    title: str
    widths: tuple[int, ...]
    blocks: tuple[Paragraph | Grid, ...] = ()
    landscape: bool = False


def told(paper: Paper) -> Iterator[str]:
    """Every text of a paper in its order, blank cells left out."""
    yield paper.title
    for block in paper.blocks:
        match block:
            case Paragraph():
                yield block.text
            case Grid():
                yield from (cell.text for row in block.rows for cell in row if cell.text)
