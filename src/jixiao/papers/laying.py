"""Small pieces that every paper is laid out of: rows of heads, merged areas, captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, mutable

from jixiao.messages.paper_words import paper_word
from jixiao.paper import Grid
from jixiao.sheets import Area, Cell, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jixiao.findings import Lang

__all__ = ["Laying", "caption", "centred", "file_caption", "head_row", "notes", "text"]


def text(value: str, *, bold: bool = False) -> Cell:
    """A cell of text."""
    return Cell(value or None, bold=bold)


def centred(value: str) -> Cell:
    """A cell of text that stands in the middle."""
    return Cell(value or None, across="center")


def head_row(names: Iterable[str], lang: Lang) -> tuple[Cell, ...]:
    """The heads of columns, by the names of their words."""
    return tuple(Cell(paper_word(name, lang), Style.HEADER) for name in names)


def caption(parts: Iterable[str], lang: Lang) -> str:
    """Parts of a caption on one line, those that are there."""
    return paper_word("gap", lang).join(part for part in parts if part)


def file_caption(file: str | None, lang: Lang) -> str:
    r"""The name of a file without its folders; nothing where it is not known.

    >>> file_caption("D:\\目标\\甲.xlsx", "zh"), file_caption(None, "zh")
    ('文件：甲.xlsx', '')
    """
    if not file:
        return ""
    name = file.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return paper_word("file_caption", lang, file=name or file)


@mutable
class Laying:
    """Rows and merged areas while a grid is laid out; `grid` gives what cannot change any more."""

    columns: int
    rows: list[tuple[Cell, ...]] = field(factory=list)
    merges: list[Area] = field(factory=list)

    def add(self, *cells: Cell) -> None:
        """A row; cells that are left out at its end are blank ones with a frame."""
        self.rows.append((*cells, *(Cell() for _ in range(self.columns - len(cells)))))

    def across(self, cell: Cell, *, left: int = 1, right: int = 0) -> None:
        """Merge a stretch of a new row, the whole of it unless said otherwise."""
        row = [Cell() for _ in range(self.columns)]
        row[left - 1] = cell
        self.rows.append(tuple(row))
        self.merge(len(self.rows), left, len(self.rows), right or self.columns)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge an area of rows that are there; one cell alone needs no merging."""
        if (top, left) != (bottom, right):
            self.merges.append(Area(top, left, bottom, right))

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def grid(self, head: int = 1) -> Grid:
        """The grid as it is now."""
        return Grid(tuple(self.rows), head, tuple(self.merges))


def notes(several: Sequence[str]) -> str:
    """Notes, numbered where there are more than one."""
    if len(several) == 1:
        return several[0]
    return "\n".join(f"{number}. {one}" for number, one in enumerate(several, 1))
