"""Tables and lines of a PDF as rows of the grid, with their place by page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from jixiao.reading.doubts import Doubt
from jixiao.reading.file_reads import file_row
from jixiao.reading.grid import GridCell, GridRow
from jixiao.reading.pdf_layout import Box, Line, Part, Table, texts_are_header
from jixiao.reading.pdf_splits import PageRow, Piece, mended
from jixiao.source import Origin
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Builder"]

_EDGE = 4.0
"""Edges nearer to each other than this are one, in points."""
_WRAP = 0.45
"""Lines nearer than this share of their height, and nearer than rows are, are one wrapped text."""


def _edges(values: Iterable[float]) -> list[float]:
    """Edges that are one where they nearly are."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _EDGE:
            found.append(value)
    return found


def _nearest(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - value))


@define
class Builder:
    """Blocks to rows; rows are numbered through, and by page for their place."""

    file: str | None
    rows: list[GridRow] = field(factory=list)
    unruled: set[int] = field(factory=set)
    joined: list[int] = field(factory=list)
    """Pages whose last row goes on on the next and was joined."""
    unsure: list[int] = field(factory=list)
    """Pages whose last row may go on on the next."""
    _index: int = 0
    _page: int = 0
    _on_page: int = 0

    def build(self, blocks: Sequence[Table | Line]) -> None:
        """All blocks; a run of lines is looked at as a whole."""
        run: list[Line] = []
        for block in blocks:
            if isinstance(block, Line):
                run.append(block)
                continue
            self.run(run)
            run = []
            self.table(block)
        self.run(run)

    def lines_apart(self, lines: Sequence[Line]) -> tuple[GridRow, ...]:
        """Lines that are no part of the text: page numbers."""
        before, self.rows = self.rows, []
        for line in lines:
            self.plain(line)
        apart, self.rows = self.rows, before
        return tuple(apart)

    def row(self, cells: Sequence[GridCell], width: int, doubts: tuple[Doubt, ...] = ()) -> None:
        """Keep a row and count it."""
        if cells:
            made = file_row(self._index, cells, width, columns=width)
            self.rows.append(evolve(made, doubts=doubts) if doubts else made)
        self._index += 1

    def place(self, page: int, *, new: bool = True) -> int:
        """The number of the next row of a page."""
        if page != self._page:
            self._page, self._on_page = page, 0
        self._on_page += new
        return self._on_page

    def table(self, table: Table) -> None:
        """The rows of a table, page by page, in the columns of all its pages."""
        boxes = [box for part in table.parts for box in part.boxes]
        edges = _edges(edge for box in boxes for edge in (box.left, box.right))
        width = max(1, len(edges) - 1)
        opened = [one.open_bottom or other.open_top for one, other in pairwise(table.parts)]
        whole = mended([self.page_rows(part, edges) for part in table.parts], opened)
        self.joined += whole.joined
        self.unsure += whole.unsure
        for row in whole.rows:
            found: list[GridCell] = []
            for cell in row.cells:
                if cell.text:
                    place = Origin(
                        file=self.file, page=row.page, row=row.number, column=cell.column + 1
                    )
                    span = (cell.rowspan, cell.colspan)
                    found.append(GridCell(cell.text, self._index, cell.column, *span, place))
            self.row(found, width, _doubts(row))

    def page_rows(self, part: Part, edges: Sequence[float]) -> list[PageRow]:
        """The rows of a table on one page."""
        tops = _edges(edge for box in part.boxes for edge in (box.top, box.bottom))
        by_row: dict[int, list[Box]] = {}
        for box in part.boxes:
            by_row.setdefault(_nearest(tops, box.top), []).append(box)
        rows: list[PageRow] = []
        for at in sorted(by_row):
            cells: list[Piece] = []
            for box in sorted(by_row[at], key=lambda one: one.left):
                first, last = _nearest(edges, box.left), _nearest(edges, box.right)
                down = max(1, _nearest(tops, box.bottom) - at)
                cells.append(Piece(box.text, first, max(1, last - first), down, box.free))
            rows.append(PageRow(part.page, self.place(part.page), tuple(cells)))
        return rows

    def plain(self, line: Line) -> None:
        """A line of text as it stands."""
        text = " ".join(chunk[0] for chunk in line.chunks)
        place = Origin(file=self.file, page=line.page, row=self.place(line.page), column=1)
        self.rows.append(
            GridRow(self._index, (GridCell(text, self._index, 0, origin=place),), 1, plain=True)
        )
        self._index += 1

    def run(self, lines: Sequence[Line]) -> None:
        """Lines between tables: text, or a table without rules where a header stands in them."""
        heads = [line for line in lines if _heads(line)]
        if not heads:
            for line in lines:
                self.plain(line)
            return
        columns = heads[0].chunks
        gaps = sorted(
            after.top - line.bottom for line, after in pairwise(lines) if line.page == after.page
        )
        usual = gaps[len(gaps) // 2] if gaps else 0.0
        last: Line | None = None
        for line in lines:
            if len(line.chunks) == 1 and not _wraps(last, line, usual):
                self.plain(line)
            else:
                self.unruled_row(line, columns, joins=_wraps(last, line, usual))
            last = line

    def unruled_row(
        self, line: Line, columns: Sequence[tuple[str, float, float]], *, joins: bool
    ) -> None:
        """A line as a row, or as the rest of the row above."""
        self.unruled.add(line.page)
        number = self.place(line.page, new=not joins)
        cells: dict[int, GridCell] = {}
        for text, left, right in line.chunks:
            at = min(range(len(columns)), key=lambda one: _apart(columns[one], left, right))
            place = Origin(file=self.file, page=line.page, row=number, column=at + 1)
            before = cells.get(at)
            whole = text if before is None else f"{before.text} {text}"
            cells[at] = GridCell(whole, self._index, at, origin=place)
        if joins and self.rows and not self.rows[-1].plain:
            above = self.rows[-1]
            held = {cell.column: cell for cell in above.cells}
            for at, cell in cells.items():
                first = held.get(at)
                if first is None:
                    held[at] = GridCell(cell.text, above.index, at, origin=cell.origin)
                else:
                    whole = first.text + cell.text
                    held[at] = GridCell(whole, above.index, at, origin=first.origin)
            together = tuple(held[at] for at in sorted(held))
            self.rows[-1] = GridRow(above.index, together, above.width)
            return
        self.row([cells[at] for at in sorted(cells)], len(columns))


def _doubts(row: PageRow) -> tuple[Doubt, ...]:
    """What is not sure of a row at the end of a page."""
    if row.doubt is None:
        return ()
    page, after = map(str, row.doubt)
    return (Doubt(RowStatus.SUSPECTED, "T115", (("page", page), ("next", after))),)


def _heads(line: Line) -> bool:
    """Whether a line is the header of an indicator part."""
    return texts_are_header([text for text, _, _ in line.chunks])


def _apart(column: tuple[str, float, float], left: float, right: float) -> float:
    """How far a piece of text stands from a column, by its left, middle or right."""
    _, first, last = column
    middle = abs((first + last) - (left + right)) / 2
    return min(abs(first - left), abs(last - right), middle)


def _wraps(last: Line | None, line: Line, usual: float) -> bool:
    """Whether a line is the rest of the one above: nearer to it than rows are to each other."""
    if last is None or last.page != line.page or len(last.chunks) < 2:  # noqa: PLR2004
        return False
    gap = line.top - last.bottom
    return gap < _WRAP * (line.bottom - line.top) and gap < usual / 2
