"""Pages of HTML: their tables with row and column spans, and the lines of text between them.

Exports of office programs that call themselves xls are often such pages.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from attrs import define, field

from jixiao.reading.file_reads import FileRead, file_row, refused, text_lines
from jixiao.reading.grid import GridCell, GridRow
from jixiao.source import Origin

if TYPE_CHECKING:
    from jixiao.limits import Limits

__all__ = ["read_html"]

_SKIPPED = frozenset({"script", "style", "head", "template", "noscript"})
_BLOCKS = frozenset(
    {
        *("p", "div", "li", "ul", "ol", "section", "article", "header", "footer", "center"),
        *("caption", "body", "h1", "h2", "h3", "h4", "h5", "h6"),
    }
)
_RAW = frozenset({"script", "style"})
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})([^<>]*)>")
_GIVEN = re.compile(r"""([a-zA-Z:-]{1,40})\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s"']+)""")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_DIGITS = 9
_MOST = 1000
"""Columns and rows that a cell may span; browsers read no more either."""


@define
class _Cell:
    """A cell while it is read."""

    column: int
    rows: int
    columns: int
    pieces: list[str] = field(factory=list)


@define
class _Table:
    """A table while it is read: the row that is open and the columns taken from above."""

    number: int
    row: int = -1
    cells: list[_Cell] = field(factory=list)
    taken: dict[int, int] = field(factory=dict)
    """Column to the rows below in which a cell from above still stands there."""
    cell: _Cell | None = None
    inner: list[tuple[int, int, list[_Cell]]] = field(factory=list)
    done: list[tuple[int, int, list[_Cell]]] = field(factory=list)
    """Rows that are closed: number of the table, of the row, and its cells."""


class _Reader:
    """Goes through the page once; `blocks` are lines of text and rows, in their order."""

    def __init__(self, file: str | None, limits: Limits) -> None:
        self.file = file
        self.limits = limits
        self.blocks: list[tuple[int, str] | list[tuple[int, int, list[_Cell]]]] = []
        self.tables: list[_Table] = []
        self.line: list[str] = []
        self.skipped = 0
        self.count = 0
        self.left = limits.cells
        self.covered = 0
        self.number = 1

    # ── the text ──────────────────────────────────────────────────────────────

    def feed(self, text: str) -> None:
        """Go through a page; every character is looked at a bounded number of times.

        The parser of the standard library takes the square of the time for marks that are never
        closed.
        """
        at = counted = 0
        while at < len(text):
            mark = text.find("<", at)
            if mark < 0:
                mark = len(text)
            if mark > at:
                self.handle_data(unescape(text[at:mark]))
            if mark == len(text):
                return
            self.number += text.count("\n", counted, mark)
            counted = mark
            at = self.markup(text, mark)

    def markup(self, text: str, at: int) -> int:
        """Take in what begins with a mark, and say where it ends."""
        if text.startswith("<!--", at):
            end = text.find("-->", at)
            return len(text) if end < 0 else end + 3
        tag = _TAG.match(text, at)
        if tag is None:
            aside = text.startswith(("<!", "<?"), at)
            end = text.find(">", at) if aside else -1
            if end < 0:
                self.handle_data("<")
            return at + 1 if end < 0 else end + 1
        name = tag[2].lower()
        if tag[1]:
            self.handle_endtag(name)
        else:
            given = {
                one[1].lower(): unescape(one[2].strip("\"'")) for one in _GIVEN.finditer(tag[3])
            }
            self.handle_starttag(name, given)
            if name in _RAW:
                close = re.compile(f"</{name}", re.IGNORECASE).search(text, tag.end())
                return len(text) if close is None else close.start()
        return tag.end()

    # ── elements ──────────────────────────────────────────────────────────────

    def handle_starttag(self, tag: str, given: dict[str, str]) -> None:
        """An element begins."""
        if tag in _SKIPPED:
            self.skipped += 1
        elif tag == "table":
            self.start_table()
        elif tag == "tr":
            if self.tables:
                self.close_row()
                self.open_row()
        elif tag in {"td", "th"}:
            if self.tables:
                self.start_cell(given)
        elif tag == "br":
            self.pieces().append("\n")
        elif tag in _BLOCKS:
            self.break_line()

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if tag in _SKIPPED:
            self.skipped = max(0, self.skipped - 1)
        elif tag == "table":
            if self.tables:
                self.end_table()
        elif tag == "tr":
            if self.tables:
                self.close_row()
        elif tag in {"td", "th"}:
            if self.tables:
                self.close_cell()
        elif tag in _BLOCKS:
            self.break_line()

    def handle_data(self, data: str) -> None:
        """A piece of text."""
        if not self.skipped:
            self.pieces().append(_SPACES.sub(" ", data))

    # ── tables ────────────────────────────────────────────────────────────────

    def pieces(self) -> list[str]:
        """Where text goes: the cell that is open, or the line between tables."""
        cell = self.tables[-1].cell if self.tables else None
        return self.line if cell is None else cell.pieces

    def start_table(self) -> None:
        self.count += 1
        if len(self.tables) == self.limits.xml_depth:
            raise refused("L39", self.file, part="table", limit=self.limits.xml_depth)
        if not self.tables:
            self.flush()
        self.tables.append(_Table(self.count))

    def end_table(self) -> None:
        self.close_row()
        table = self.tables.pop()
        if self.tables:
            self.tables[-1].inner += table.done
        else:
            self.flush()
            self.blocks.append(table.done)

    def open_row(self) -> None:
        table = self.tables[-1]
        table.row += 1
        table.taken = {column: left - 1 for column, left in table.taken.items() if left > 1}

    def close_row(self) -> None:
        """Keep the row that is open, then the rows of tables that stand in its cells."""
        self.close_cell()
        table = self.tables[-1]
        if table.cells:
            table.done.append((table.number, table.row, table.cells))
            table.cells = []
        table.done += table.inner
        table.inner = []

    def start_cell(self, attributes: dict[str, str]) -> None:
        self.close_cell()
        table = self.tables[-1]
        if table.row < 0:
            self.open_row()
        self.left -= 1
        if self.left < 0:
            raise refused("L38", self.file, limit=self.limits.cells)
        rows, columns = _span(attributes, "rowspan"), _span(attributes, "colspan")
        self.covered += rows * columns if rows > 1 or columns > 1 else 0
        if self.covered > self.limits.merged_cells:
            size, limit = self.covered, self.limits.merged_cells
            raise refused("L37", self.file, part="table", size=size, limit=limit)
        column = table.cells[-1].column + table.cells[-1].columns if table.cells else 0
        while column in table.taken:
            column += 1
        if rows > 1:
            # The row that is open counts as one of them when the next row opens.
            table.taken |= dict.fromkeys(range(column, column + columns), rows)
        table.cell = _Cell(column, rows, columns)
        table.cells.append(table.cell)

    def close_cell(self) -> None:
        self.tables[-1].cell = None

    # ── lines ─────────────────────────────────────────────────────────────────

    def break_line(self) -> None:
        if self.tables:
            if self.tables[-1].cell is not None and self.tables[-1].cell.pieces:
                self.tables[-1].cell.pieces.append("\n")
        else:
            self.flush()

    def flush(self) -> None:
        """Keep the line of text between tables that is open."""
        text = _tidy("".join(self.line))
        self.line = []
        if text:
            self.blocks.append((self.number, text))


def _span(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1").strip()
    number = text.isascii() and text.isdecimal() and len(text) <= _DIGITS
    return min(max(1, int(text)), _MOST) if number else 1


def _tidy(text: str) -> str:
    """A text without blank lines and white space at the ends of lines."""
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def read_html(text: str, *, file: str | None, limits: Limits) -> FileRead:
    """The rows of a page's tables and the lines between them; raises `Refused`."""
    reader = _Reader(file, limits)
    reader.feed(text)
    while reader.tables:
        reader.end_table()
    reader.flush()
    rows: list[GridRow] = []
    index = 0
    for block in reader.blocks:
        if isinstance(block, tuple):
            number, line = block
            found, index = text_lines(line, index, Origin(file=file, line=number), limits)
            rows += found
            continue
        widths: dict[int, int] = {}
        for table, _, cells in block:
            end = cells[-1].column + cells[-1].columns
            widths[table] = max(widths.get(table, 0), end)
        for table, at, cells in block:
            held = tuple(
                GridCell(
                    tidy,
                    index,
                    one.column,
                    one.rows,
                    one.columns,
                    Origin(file=file, sheet=f"第{table}张表", row=at + 1, column=one.column + 1),
                )
                for one in cells
                if (tidy := _tidy("".join(one.pieces)))
            )
            if held:
                end = cells[-1].column + cells[-1].columns
                rows.append(file_row(index, held, end, columns=widths[table]))
            index += 1
    return FileRead((tuple(rows),))
