"""Documents of Word: tables by `w:tr` and `w:tc` with their spans, and the paragraphs between them.

A cell that goes on from the one above is empty, as in every grid here; a table inside a cell comes
after the row it stands in. What was deleted or is only drawn twice for old programs is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from jixiao.findings import Finding, Where, finding
from jixiao.reading.file_reads import FileRead, file_row, refused, text_lines
from jixiao.reading.files.archives import open_archive
from jixiao.reading.files.xml_stream import read_xml, whole
from jixiao.reading.grid import GridCell, GridRow
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.limits import Limits

__all__ = ["read_docx"]

_MAIN = "word/document.xml"
_ASIDE = frozenset({"Fallback", "del", "moveFrom", "instrText", "delText", "rt"})
"""Elements whose text is not part of what is printed."""
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@define
class _Cell:
    """A cell while it is read: how many columns it spans, whether it goes on from above."""

    span: int = 1
    continues: bool = False
    paragraphs: list[str] = field(factory=list)


@define
class _Row:
    """A row while it is read: the columns left free before it, its cells so far."""

    before: int = 0
    after: int = 0
    cells: list[_Cell] = field(factory=list)


@define
class _Table:
    """A table while it is read: its number, rows, and the tables inside the row that is open."""

    number: int
    rows: list[_Row] = field(factory=list)
    inner: list[tuple[int, _Table]] = field(factory=list)
    """Tables inside of cells, each with the row it comes after."""


@define
class _Reader:
    """Goes through the body once; `blocks` are paragraphs and tables in their order."""

    file: str | None
    limits: Limits
    blocks: list[str | _Table] = field(factory=list)
    _tables: list[_Table] = field(factory=list)
    _cells: list[_Cell] = field(factory=list)
    _texts: list[list[str]] = field(factory=list)
    _in_text: bool = False
    _aside: int = 0
    _count: int = 0
    _left: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._left = self.limits.cells

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _ASIDE:
            self._aside += 1
        elif self._aside:
            return
        elif name == "t":
            self._in_text = True
        elif name in _MARKS:
            if self._texts:
                self._texts[-1].append(_MARKS[name])
        elif name == "p":
            self._texts.append([])
        else:
            self._start_table(name, attributes)

    def _start_table(self, name: str, attributes: Mapping[str, str]) -> None:
        match name:
            case "tbl":
                self._count += 1
                self._tables.append(_Table(self._count))
            case "tr" if self._tables:
                self._tables[-1].rows.append(_Row())
            case "tc" if self._tables and self._tables[-1].rows:
                self._left -= 1
                if self._left < 0:
                    raise refused("L38", self.file, limit=self.limits.cells)
                cell = _Cell()
                self._tables[-1].rows[-1].cells.append(cell)
                self._cells.append(cell)
            case "gridSpan" if self._cells:
                self._cells[-1].span = self._number(attributes)
            case "vMerge" if self._cells:
                self._cells[-1].continues = attributes.get("val", "continue") != "restart"
            case "gridBefore" if self._tables and self._tables[-1].rows:
                self._tables[-1].rows[-1].before = self._number(attributes)
            case "gridAfter" if self._tables and self._tables[-1].rows:
                self._tables[-1].rows[-1].after = self._number(attributes)
            case _:
                pass

    def _number(self, attributes: Mapping[str, str]) -> int:
        number = whole(attributes.get("val", "1").strip(), 1)
        if number > self.limits.cell_span:
            raise refused("L40", self.file, size=number, limit=self.limits.cell_span)
        return number

    def end(self, name: str) -> None:
        if name in _ASIDE:
            self._aside -= 1
        elif self._aside:
            return
        elif name == "t":
            self._in_text = False
        elif name == "p" and self._texts:
            self._paragraph("".join(self._texts.pop()))
        elif name == "tc" and self._cells and self._tables:
            self._cells.pop()
        elif name == "tbl" and self._tables:
            self._end_table(self._tables.pop())

    def _paragraph(self, text: str) -> None:
        if self._cells:
            self._cells[-1].paragraphs.append(text)
        elif not self._tables:
            self.blocks.append(text)

    def _end_table(self, table: _Table) -> None:
        if self._tables and self._cells:
            outer = self._tables[-1]
            outer.inner.append((len(outer.rows), table))
        else:
            self.blocks.append(table)

    def text(self, text: str) -> None:
        if self._in_text and not self._aside and self._texts:
            self._texts[-1].append(text)


@define
class _Rows:
    """The blocks as rows of one grid, numbered through."""

    file: str | None
    limits: Limits
    rows: list[GridRow] = field(factory=list)
    index: int = 0

    def paragraph(self, text: str, number: int) -> None:
        """The lines of a paragraph."""
        rows, self.index = text_lines(
            text, self.index, Origin(file=self.file, line=number), self.limits
        )
        self.rows += rows

    def table(self, table: _Table) -> None:
        """The rows of a table, those of a table inside of it after the row that holds it."""
        widths = [
            row.before + sum(cell.span for cell in row.cells) + row.after for row in table.rows
        ]
        width = max(widths, default=0)
        spans = _row_spans(table)
        inner: dict[int, list[_Table]] = {}
        for after, one in table.inner:
            inner.setdefault(after, []).append(one)
        for at, row in enumerate(table.rows):
            cells: list[GridCell] = []
            column = row.before
            for order, cell in enumerate(row.cells):
                text = "\n".join(cell.paragraphs).strip()
                if text:
                    place = Origin(
                        file=self.file,
                        sheet=f"第{table.number}张表",
                        row=at + 1,
                        column=column + 1,
                    )
                    rows = spans.get((at, order), 1)
                    cells.append(GridCell(text, self.index, column, rows, cell.span, place))
                column += cell.span
            if cells:
                self.rows.append(file_row(self.index, cells, widths[at], columns=width))
            self.index += 1
            for one in inner.get(at + 1, ()):
                self.table(one)


def _row_spans(table: _Table) -> dict[tuple[int, int], int]:
    """How many rows each cell goes on for, by its row and its place in it."""
    spans: dict[tuple[int, int], int] = {}
    open_at: dict[int, tuple[int, int]] = {}
    for at, row in enumerate(table.rows):
        column = row.before
        above, open_at = open_at, {}
        for order, cell in enumerate(row.cells):
            first = above.get(column) if cell.continues else None
            if first is None:
                first = (at, order)
                spans[first] = 0
            spans[first] += 1
            open_at[column] = first
            column += cell.span
    return spans


def read_docx(data: bytes, *, file: str | None, limits: Limits) -> FileRead:
    """The rows of a document's tables and the lines between them; raises `Refused`."""
    archive = open_archive(data, kind="docx", file=file, limits=limits)
    reader = _Reader(file, limits)
    read_xml(archive.part(_MAIN), reader, part=_MAIN, file=file, limits=limits)
    rows = _Rows(file, limits)
    number = 0
    for block in reader.blocks:
        if isinstance(block, str):
            number += 1
            rows.paragraph(block, number)
        else:
            rows.table(block)
    said: list[Finding] = []
    if any(name.endswith("vbaProject.bin") for name in archive.names):
        said.append(finding("T103", Where(origin=Origin(file=file))))
    return FileRead((tuple(rows.rows),), tuple(said))
