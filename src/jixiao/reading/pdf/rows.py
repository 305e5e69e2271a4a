"""Tables and lines of a PDF as rows of the grid, with their place by page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from jixiao.reading.doubts import Doubt
from jixiao.reading.file_reads import file_row
from jixiao.reading.grid import GridCell, GridRow
from jixiao.reading.pdf.layout import Box, Line, Part, Table
from jixiao.reading.pdf.splits import PageRow, Piece, mended
from jixiao.reading.pdf.unruled import unruled_rows
from jixiao.source import Origin
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Builder"]

_EDGE = 4.0
"""Edges nearer to each other than this are one, in points."""


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

    def place(self, page: int) -> int:
        """The number of the next row of a page."""
        if page != self._page:
            self._page, self._on_page = page, 0
        self._on_page += 1
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
                    place = self.origin(row.page, row.number, cell)
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
            near = (*by_row.get(at - 1, ()), *by_row[at], *by_row.get(at + 1, ()))
            spilled = any(box.spilled for box in near)
            row = PageRow(part.page, self.place(part.page), tuple(cells), spilled=spilled)
            rows.append(row)
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
        width = max((len(line.chunks) for line in lines), default=1)
        for one in unruled_rows(lines):
            if isinstance(one, Line):
                self.plain(one)
                continue
            self.unruled.add(one.page)
            number = self.place(one.page)
            cells = [
                GridCell(
                    cell.text, self._index, cell.column, origin=self.origin(one.page, number, cell)
                )
                for cell in one.cells
            ]
            doubt = Doubt(RowStatus.SUSPECTED, "T119", (("page", str(one.page)),))
            self.row(cells, width, (doubt,) if one.doubt else ())

    def origin(self, page: int, number: int, cell: Piece) -> Origin:
        """The place of a cell."""
        return Origin(file=self.file, page=page, row=number, column=cell.column + 1)


def _doubts(row: PageRow) -> tuple[Doubt, ...]:
    """What is not sure of a row: where it ends, and which row some of its letters belong to."""
    doubts: list[Doubt] = []
    if row.doubt is not None:
        page, after = map(str, row.doubt)
        doubts.append(Doubt(RowStatus.SUSPECTED, "T115", (("page", page), ("next", after))))
    if row.spilled:
        doubts.append(Doubt(RowStatus.SUSPECTED, "T118", (("page", str(row.page)),)))
    return tuple(doubts)
