"""PDF read beside this process, and its pages put together: tables that go on, lines between them.

A table that fills the next page from its top with the same edges is one table; its columns are the
edges of all its pages together. Where a page has no rules, the header says where columns stand.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import define, field

from jixiao.findings import Finding, Where, finding
from jixiao.reading.beside import Json, answers, can_start
from jixiao.reading.file_reads import FileRead, file_row, refused
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.headers import is_header
from jixiao.reading.pdf_pages import pdf_pages
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jixiao.limits import Limits

__all__ = ["read_pdf", "rows_of_pages"]

_PAGE_NUMBER = re.compile(
    r"[-—–·\s]*\d{1,4}[-—–·\s]*|第\d{1,4}页[/,，]?(共\d{1,4}页)?|\d{1,4}/\d{1,4}"
)
_EDGE = 4.0
"""Edges nearer to each other than this are one, in points."""
_SAME = 6.0
_WRAP = 0.45
"""Lines nearer than this share of their height, and nearer than rows are, are one wrapped text."""


@define
class _Table:
    """A table over one page or several: its left and right end, and its cells by page."""

    left: float
    right: float
    pages: list[tuple[int, list[list[float | str]]]] = field(factory=list)


@define
class _Line:
    """A line of text without rules around it: its place, and its pieces [text, left, right]."""

    page: int
    top: float
    bottom: float
    chunks: list[tuple[str, float, float]]


def read_pdf(data: bytes, *, file: str | None, limits: Limits) -> FileRead:
    """The rows of a PDF; raises `Refused`."""
    if find_spec("pdfplumber") is None:
        raise refused("T101", file, kind="pdf", extra="pdf")
    return rows_of_pages(_beside(data, limits), file=file)


def _beside(data: bytes, limits: Limits) -> Iterator[Json]:
    """The pages as a process of its own reads them; in this one where none can be started."""
    if not can_start():
        yield from pdf_pages(data, limits)
        return
    names = ("pdf_pages", "pdf_page_bytes", "pdf_page_seconds", "reader_memory")
    given = {name: getattr(limits, name) for name in names}
    count = page = 0
    for answer in answers("jixiao.reading.pdf_pages", given, data, limits.pdf_page_seconds):
        match answer:
            case {"silent": True}:
                yield {"stop": "L42", "page": page + 1, "limit": limits.pdf_page_seconds}
                return
            case {"ended": True}:
                if page < count or not count:
                    yield {"stop": "L44", "limit": limits.reader_memory}
                return
            case _:
                yield answer
                count = answer.get("pages", count)
                page = answer.get("page", page)


def rows_of_pages(pages: Iterable[Json], *, file: str | None) -> FileRead:
    """The rows of all pages in one group, page numbers in another; raises `Refused`."""
    blocks: list[_Table | _Line] = []
    numbers: list[_Line] = []
    silent: list[int] = []
    for answer in pages:
        if "stop" in answer:
            code = answer.pop("stop")
            raise refused(code, file, **answer)
        if "page" not in answer:
            continue
        page = answer["page"]
        if not answer["letters"]:
            silent.append(page)
        _take_page(answer, blocks, numbers)
    builder = _Builder(file)
    builder.build(blocks)
    said: list[Finding] = []
    where = Where(origin=Origin(file=file))
    if silent:
        said.append(finding("T113", where, pages=_listed(silent)))
    if builder.unruled:
        said.append(finding("T114", where, pages=_listed(sorted(builder.unruled))))
    group = tuple(builder.rows)
    aside = builder.lines_apart(numbers)
    return FileRead((group, aside) if aside else (group,), tuple(said))


def _listed(pages: Sequence[int]) -> str:
    shown = "、".join(map(str, pages[:12]))
    return shown if len(pages) <= 12 else f"{shown}…"  # noqa: PLR2004 - as many as are read


def _take_page(answer: Json, blocks: list[_Table | _Line], numbers: list[_Line]) -> None:
    """The tables and lines of a page in their order; a table that goes on joins the one before."""
    page = answer["page"]
    lines = [
        _Line(page, top, bottom, [(text, left, right) for text, left, right in chunks])
        for top, bottom, chunks in answer["lines"]
    ]
    for end in (lines[-1:], lines[:1]):
        if end and _PAGE_NUMBER.fullmatch(key("".join(one[0] for one in end[0].chunks))):
            numbers.append(end[0])
            lines.remove(end[0])
    placed: list[tuple[float, _Table | _Line]] = [(line.top, line) for line in lines]
    for table in answer["tables"]:
        left, top, right, _ = table["box"]
        placed.append((top, _Table(left, right, [(page, table["cells"])])))
    placed.sort(key=lambda one: one[0])
    for at, (_, block) in enumerate(placed):
        last = blocks[-1] if blocks else None
        goes_on = (
            at == 0
            and isinstance(block, _Table)
            and isinstance(last, _Table)
            and abs(last.left - block.left) < _SAME
            and abs(last.right - block.right) < _SAME
        )
        if goes_on and isinstance(block, _Table) and isinstance(last, _Table):
            last.pages += block.pages
        else:
            blocks.append(block)


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
class _Builder:
    """Blocks to rows; rows are numbered through, and by page for their place."""

    file: str | None
    rows: list[GridRow] = field(factory=list)
    unruled: set[int] = field(factory=set)
    _index: int = 0
    _page: int = 0
    _on_page: int = 0

    def build(self, blocks: Sequence[_Table | _Line]) -> None:
        """All blocks; a run of lines is looked at as a whole."""
        run: list[_Line] = []
        for block in blocks:
            if isinstance(block, _Line):
                run.append(block)
                continue
            self.run(run)
            run = []
            self.table(block)
        self.run(run)

    def lines_apart(self, lines: Sequence[_Line]) -> tuple[GridRow, ...]:
        """Lines that are no part of the text: page numbers."""
        before, self.rows = self.rows, []
        for line in lines:
            self.plain(line)
        apart, self.rows = self.rows, before
        return tuple(apart)

    def row(self, cells: Sequence[GridCell], width: int, columns: int) -> None:
        """Keep a row and count it."""
        if cells:
            self.rows.append(file_row(self._index, cells, width, columns=columns))
        self._index += 1

    def place(self, page: int, *, new: bool = True) -> int:
        """The number of the next row of a page."""
        if page != self._page:
            self._page, self._on_page = page, 0
        self._on_page += new
        return self._on_page

    def table(self, table: _Table) -> None:
        """The rows of a table, page by page, in the columns of all its pages."""
        cells = [cell for _, held in table.pages for cell in held]
        edges = _edges(float(edge) for cell in cells for edge in (cell[1], cell[3]))
        width = max(1, len(edges) - 1)
        for page, held in table.pages:
            tops = _edges(float(edge) for cell in held for edge in (cell[2], cell[4]))
            by_row: dict[int, list[list[float | str]]] = {}
            for cell in held:
                by_row.setdefault(_nearest(tops, float(cell[2])), []).append(cell)
            for at in sorted(by_row):
                number = self.place(page)
                found: list[GridCell] = []
                for cell in sorted(by_row[at], key=lambda one: float(one[1])):
                    text = str(cell[0])
                    if not text:
                        continue
                    first, last = _nearest(edges, float(cell[1])), _nearest(edges, float(cell[3]))
                    rows = max(1, _nearest(tops, float(cell[4])) - at)
                    place = Origin(file=self.file, page=page, row=number, column=first + 1)
                    span = max(1, last - first)
                    found.append(GridCell(text, self._index, first, rows, span, place))
                self.row(found, width, width)

    def plain(self, line: _Line) -> None:
        """A line of text as it stands."""
        text = " ".join(chunk[0] for chunk in line.chunks)
        place = Origin(file=self.file, page=line.page, row=self.place(line.page), column=1)
        self.rows.append(
            GridRow(self._index, (GridCell(text, self._index, 0, origin=place),), 1, plain=True)
        )
        self._index += 1

    def run(self, lines: Sequence[_Line]) -> None:
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
        last: _Line | None = None
        for line in lines:
            if len(line.chunks) == 1 and not _wraps(last, line, usual):
                self.plain(line)
            else:
                self.unruled_row(line, columns, joins=_wraps(last, line, usual))
            last = line

    def unruled_row(
        self, line: _Line, columns: Sequence[tuple[str, float, float]], *, joins: bool
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
        self.row([cells[at] for at in sorted(cells)], len(columns), len(columns))


def _heads(line: _Line) -> bool:
    """Whether a line is the header of an indicator part."""
    cells = tuple(GridCell(text, 0, at) for at, (text, _, _) in enumerate(line.chunks))
    return is_header(GridRow(0, cells, len(cells)))


def _apart(column: tuple[str, float, float], left: float, right: float) -> float:
    """How far a piece of text stands from a column, by its left, middle or right."""
    _, first, last = column
    middle = abs((first + last) - (left + right)) / 2
    return min(abs(first - left), abs(last - right), middle)


def _wraps(last: _Line | None, line: _Line, usual: float) -> bool:
    """Whether a line is the rest of the one above: nearer to it than rows are to each other."""
    if last is None or last.page != line.page or len(last.chunks) < 2:  # noqa: PLR2004
        return False
    gap = line.top - last.bottom
    return gap < _WRAP * (line.bottom - line.top) and gap < usual / 2
