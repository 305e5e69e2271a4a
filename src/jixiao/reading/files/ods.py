"""Workbooks of OpenDocument: the text that each cell shows, with its span.

A cell or row that repeats is written once with a count; one that holds something is read as often
as it is there, within the limits, and empty ones cost nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from jixiao.findings import Finding, Where, finding
from jixiao.reading.file_reads import FileRead, file_row, refused
from jixiao.reading.files.archives import open_archive
from jixiao.reading.files.xml_stream import read_xml, whole
from jixiao.reading.grid import GridCell, GridRow
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.limits import Limits

__all__ = ["read_ods"]

_MAIN = "content.xml"
_ASIDE = frozenset({"annotation", "tracked-changes", "ruby-text", "forms"})
_MARKS = {"tab": "\t", "line-break": "\n"}
_MOST_ROWS = 1_048_576


@define
class _Cell:
    """A cell while it is read."""

    column: int
    rows: int
    columns: int
    repeated: int
    paragraphs: list[str] = field(factory=list)


@define
class _Sheet:
    """A sheet while it is read."""

    name: str
    rows: dict[int, list[GridCell]] = field(factory=dict)
    row: int = 0
    column: int = 0
    cells: list[_Cell] = field(factory=list)
    repeated: int = 1
    row_hidden: bool = False
    hidden_rows: int = 0
    merges: int = 0
    covered: int = 0


@define
class _Reader:
    """Goes through the content once."""

    file: str | None
    limits: Limits
    sheets: list[_Sheet] = field(factory=list)
    _left: int = field(init=False)
    _texts: list[list[str]] = field(factory=list)
    _cell: _Cell | None = None
    _aside: int = 0
    _depth: int = 0

    def __attrs_post_init__(self) -> None:
        self._left = self.limits.cells

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _ASIDE:
            self._aside += 1
        if self._aside:
            return
        if name == "table":
            self._depth += 1
            if self._depth == 1:
                self.sheets.append(_Sheet(attributes.get("name", "")))
            return
        if self._depth == 1:
            self._start_inside(self.sheets[-1], name, attributes)

    def _start_inside(self, sheet: _Sheet, name: str, attributes: Mapping[str, str]) -> None:
        """An element of a sheet begins."""
        if name == "table-row":
            sheet.column, sheet.cells = 0, []
            sheet.repeated = _count(attributes, "number-rows-repeated")
            sheet.row_hidden = attributes.get("visibility", "visible") != "visible"
        elif name in {"table-cell", "covered-table-cell"}:
            self._start_cell(sheet, attributes)
        elif name == "p" and self._cell is not None:
            self._texts.append([])
        elif name == "s" and self._texts:
            self._texts[-1].append(" " * min(_count(attributes, "c"), 100))
        elif name in _MARKS and self._texts:
            self._texts[-1].append(_MARKS[name])

    def _start_cell(self, sheet: _Sheet, attributes: Mapping[str, str]) -> None:
        repeated = _count(attributes, "number-columns-repeated")
        rows = _count(attributes, "number-rows-spanned")
        columns = _count(attributes, "number-columns-spanned")
        if rows > 1 or columns > 1:
            sheet.merges += 1
            sheet.covered += rows * columns
            limits = self.limits
            if sheet.merges > limits.merges:
                context = {"part": sheet.name, "size": sheet.merges, "limit": limits.merges}
                raise refused("L36", self.file, **context)
            if sheet.covered > limits.merged_cells:
                context = {"part": sheet.name, "size": sheet.covered, "limit": limits.merged_cells}
                raise refused("L37", self.file, **context)
        self._cell = _Cell(sheet.column, rows, columns, repeated)
        sheet.column += repeated

    def end(self, name: str) -> None:
        if name in _ASIDE:
            self._aside -= 1
            return
        if self._aside:
            return
        if name == "table":
            self._depth -= 1
        if self._depth != 1:
            return
        sheet = self.sheets[-1]
        if name == "p" and self._texts:
            text = "".join(self._texts.pop())
            if self._cell is not None and not self._texts:
                self._cell.paragraphs.append(text)
        elif name in {"table-cell", "covered-table-cell"} and self._cell is not None:
            if any(text.strip() for text in self._cell.paragraphs):
                sheet.cells.append(self._cell)
            self._cell = None
        elif name == "table-row":
            self._end_row(sheet)

    def _end_row(self, sheet: _Sheet) -> None:
        if sheet.cells:
            count = sum(cell.repeated for cell in sheet.cells) * sheet.repeated
            self._left -= count
            if self._left < 0:
                raise refused("L38", self.file, limit=self.limits.cells)
            if sheet.row_hidden:
                sheet.hidden_rows += sheet.repeated
            for at in range(sheet.row, sheet.row + sheet.repeated):
                sheet.rows[at] = [
                    self._grid_cell(sheet, cell, at, cell.column + step)
                    for cell in sheet.cells
                    for step in range(cell.repeated)
                ]
        sheet.row += sheet.repeated
        if sheet.row > 2 * _MOST_ROWS:
            raise refused("T104", self.file, kind="ods", part=sheet.name)

    def _grid_cell(self, sheet: _Sheet, cell: _Cell, row: int, column: int) -> GridCell:
        place = Origin(file=self.file, sheet=sheet.name, row=row + 1, column=column + 1)
        text = "\n".join(cell.paragraphs).strip()
        return GridCell(text, row, column, cell.rows, cell.columns, place)

    def text(self, text: str) -> None:
        if self._texts and not self._aside:
            self._texts[-1].append(text)


def _count(attributes: Mapping[str, str], name: str) -> int:
    return max(1, whole(attributes.get(name), 1))


def read_ods(data: bytes, *, file: str | None, limits: Limits) -> FileRead:
    """The rows of every sheet of a workbook; raises `Refused`."""
    archive = open_archive(data, kind="ods", file=file, limits=limits)
    if archive.has("META-INF/manifest.xml") and b"encryption-data" in archive.part(
        "META-INF/manifest.xml"
    ).read(1 << 16):
        raise refused("T102", file)
    reader = _Reader(file, limits)
    read_xml(archive.part(_MAIN), reader, part=_MAIN, file=file, limits=limits)
    groups: list[tuple[GridRow, ...]] = []
    said: list[Finding] = []
    for sheet in reader.sheets:
        if sheet.hidden_rows:
            where = Where(origin=Origin(file=file, sheet=sheet.name))
            hidden = sheet.hidden_rows
            said.append(finding("T106", where, sheet=sheet.name, rows=hidden, columns=0))
        width = max((cells[-1].column + 1 for cells in sheet.rows.values()), default=0)
        groups.append(
            tuple(
                file_row(at, cells, width, columns=width)
                for at, cells in sorted(sheet.rows.items())
            )
        )
    return FileRead(tuple(groups), tuple(said))
