"""Workbooks of Excel: cells with what was typed, what is shown, what is merged and what is hidden.

The XML is read once, as a stream: formula and stored result stand side by side, and a cell far
away costs no more than one beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from jixiao.findings import Finding, Where, finding
from jixiao.reading.archives import Archive, open_archive
from jixiao.reading.file_reads import FileRead, file_row, refused
from jixiao.reading.grid import GridCell, GridRow
from jixiao.reading.number_formats import BUILT_IN, show_number
from jixiao.reading.xml_stream import read_xml
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jixiao.limits import Limits
    from jixiao.reading.xml_stream import XmlHandler

__all__ = ["read_xlsx"]

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")
_LITERAL = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?%?")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_ROWS, _COLUMNS = 1_048_576, 16_384
_DIGITS = 9
_MOST_HIDDEN = 100
"""Stretches of hidden columns that are told apart; a file has one or two."""


def _column(letters: str) -> int:
    """The number of a column from 0.

    >>> _column("A"), _column("XFD")
    (0, 16383)
    """
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number - 1


def _plain_text(text: str) -> str:
    """A text without the escapes that Excel writes for characters XML cannot hold."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


@frozen
class _Sheet:
    """A sheet of the workbook: its name, the part it is in, and whether it is hidden."""

    name: str
    relation: str
    hidden: bool


@define
class _Workbook:
    """The list of sheets, and whether days are counted from 1904."""

    sheets: list[_Sheet] = field(factory=list)
    since_1904: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            sheet = _Sheet(attributes.get("name", ""), attributes.get("id", ""), hidden)
            self.sheets.append(sheet)
        elif name == "workbookPr":
            self.since_1904 = attributes.get("date1904", "0") in {"1", "true"}

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


@define
class _Relations:
    """Where the parts of the workbook are."""

    targets: dict[str, str] = field(factory=dict)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            path = target[1:] if target.startswith("/") else f"xl/{target}"
            self.targets[attributes.get("Id", "")] = path

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


@define
class _Strings:
    """The texts that sheets share; readings for the ear (rPh) are left out."""

    texts: list[str] = field(factory=list)
    _pieces: list[str] = field(factory=list)
    _in_text: bool = False
    _aside: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._aside += 1
        elif name == "t":
            self._in_text = not self._aside

    def end(self, name: str) -> None:
        if name == "si":
            self.texts.append(_plain_text("".join(self._pieces)))
        elif name == "rPh":
            self._aside -= 1
        elif name == "t":
            self._in_text = False

    def text(self, text: str) -> None:
        if self._in_text:
            self._pieces.append(text)


@define
class _Styles:
    """The number format of each style of a cell."""

    formats: dict[int, str] = field(factory=lambda: dict(BUILT_IN))
    of_style: list[int] = field(factory=list)
    _in_cells: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        number = attributes.get("numFmtId", "0")
        if name == "numFmt" and number.isdecimal():
            self.formats[int(number)] = attributes.get("formatCode", "General")
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            self.of_style.append(int(number) if number.isdecimal() else 0)

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cells = False

    def text(self, text: str) -> None:
        pass

    def form(self, style: str) -> str:
        at = int(style) if style.isdecimal() else 0
        number = self.of_style[at] if at < len(self.of_style) else 0
        return self.formats.get(number, "General")


@frozen
class _Merge:
    """A merged range: its upper left corner and how far it goes."""

    row: int
    column: int
    rows: int
    columns: int


@define
class _Raw:
    """A cell as stored: its place, type and style, the formula and the value as text."""

    row: int
    column: int
    kind: str
    style: str
    formula: str | None = None
    value: str = ""


@define
class _SheetReader:
    """Gathers the cells of a sheet that hold something, its merged ranges, and what is hidden."""

    part: str
    file: str | None
    limits: Limits
    left: int
    cells: list[_Raw] = field(factory=list)
    merges: list[_Merge] = field(factory=list)
    covered: int = 0
    hidden_rows: set[int] = field(factory=set)
    hidden_columns: list[tuple[int, int]] = field(factory=list)
    _row: int = -1
    _at: int = -1
    _cell: _Raw | None = None
    _pieces: list[str] = field(factory=list)
    _open: str = ""
    _aside: int = 0
    _merge_count: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        match name:
            case "c":
                self._start_cell(attributes)
            case "v" | "f" | "t":
                if self._cell is not None and not self._aside:
                    self._open = name
                    self._pieces = []
            case "row":
                self._start_row(attributes)
            case "rPh":
                self._aside += 1
            case "mergeCell":
                self._merge(attributes.get("ref", ""))
            case "col":
                if attributes.get("hidden") in {"1", "true"}:
                    self._hide_columns(attributes)
            case _:
                pass

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        number = attributes.get("r", "")
        self._row = (
            int(number) - 1 if number.isdecimal() and len(number) <= _DIGITS else self._row + 1
        )
        if not 0 <= self._row < _ROWS:
            raise refused("T104", self.file, kind="xlsx", part=self.part)
        self._at = -1
        if attributes.get("hidden") in {"1", "true"}:
            self.hidden_rows.add(self._row)

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        match = _REFERENCE.fullmatch(attributes.get("r", ""))
        if match is None:
            self._at += 1
        else:
            self._at, self._row = _column(match[1]), int(match[2]) - 1
        if not (0 <= self._at < _COLUMNS and 0 <= self._row < _ROWS):
            raise refused("T104", self.file, kind="xlsx", part=self.part)
        self.left -= 1
        if self.left < 0:
            raise refused("L38", self.file, limit=self.limits.cells)
        kind, style = attributes.get("t", "n"), attributes.get("s", "0")
        self._cell = _Raw(self._row, self._at, kind, style)

    def _merge(self, reference: str) -> None:
        self._merge_count += 1
        if self._merge_count > self.limits.merges:
            # The count is known at the end only; what matters is that it is over the limit.
            return
        match = _RANGE.fullmatch(reference.replace("$", ""))
        if match is None:
            return
        row, column = int(match[2]) - 1, _column(match[1])
        last_row = int(match[4]) - 1 if match[4] else row
        last_column = _column(match[3]) if match[3] else column
        rows, columns = last_row - row + 1, last_column - column + 1
        if rows < 1 or columns < 1:
            return
        self.covered += rows * columns
        self.merges.append(_Merge(row, column, rows, columns))

    def check_merges(self) -> None:
        """Raise `Refused` where there are too many merged ranges, or they cover too much."""
        limits = self.limits
        if self._merge_count > limits.merges:
            size = self._merge_count
            raise refused("L36", self.file, part=self.part, size=size, limit=limits.merges)
        if self.covered > limits.merged_cells:
            size = self.covered
            raise refused("L37", self.file, part=self.part, size=size, limit=limits.merged_cells)

    def _hide_columns(self, attributes: Mapping[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if first.isdecimal() and last.isdecimal() and len(self.hidden_columns) < _MOST_HIDDEN:
            self.hidden_columns.append((int(first) - 1, int(last) - 1))

    def hidden(self) -> tuple[int, int]:
        """How many of the rows and columns that hold something are hidden."""
        rows = {cell.row for cell in self.cells} & self.hidden_rows
        columns = {
            cell.column
            for cell in self.cells
            if any(first <= cell.column <= last for first, last in self.hidden_columns)
        }
        return len(rows), len(columns)

    def end(self, name: str) -> None:
        if name == self._open and self._cell is not None:
            text = "".join(self._pieces)
            if name == "f":
                self._cell.formula = text
            else:
                self._cell.value += text
            self._open = ""
        elif name == "rPh":
            self._aside -= 1
        elif name == "c" and self._cell is not None:
            if self._cell.value or self._cell.formula:
                self.cells.append(self._cell)
            self._cell = None

    def text(self, text: str) -> None:
        if self._open:
            self._pieces.append(text)


@frozen
class _Book:
    """What the cells of all sheets need: shared texts, number formats, the first day."""

    strings: tuple[str, ...]
    styles: _Styles
    since_1904: bool

    def shared(self, number: str) -> str:
        """The shared text of a number; the number itself where there is no such text."""
        at = int(number) if number.isdecimal() and len(number) <= _DIGITS else len(self.strings)
        return self.strings[at] if at < len(self.strings) else number


def read_xlsx(data: bytes, *, file: str | None, limits: Limits) -> FileRead:
    """The rows of every sheet of a workbook, hidden ones too; raises `Refused`."""
    archive = open_archive(data, kind="xlsx", file=file, limits=limits)

    def parse(part: str, handler: XmlHandler) -> None:
        read_xml(archive.part(part), handler, part=part, file=file, limits=limits)

    workbook, relations, strings, styles = _Workbook(), _Relations(), _Strings(), _Styles()
    parse("xl/workbook.xml", workbook)
    parse("xl/_rels/workbook.xml.rels", relations)
    parts = set(relations.targets.values())
    for name in parts:
        if name.endswith("haredStrings.xml") and archive.has(name):
            parse(name, strings)
        elif name.endswith("tyles.xml") and archive.has(name):
            parse(name, styles)
    book = _Book(tuple(strings.texts), styles, workbook.since_1904)
    where = Where(origin=Origin(file=file))
    said: list[Finding] = []
    if any(name.endswith("vbaProject.bin") for name in archive.names):
        said.append(finding("T103", where))
    groups: list[tuple[GridRow, ...]] = []
    left = limits.cells
    for sheet in workbook.sheets:
        part = relations.targets.get(sheet.relation, "")
        if not _is_sheet(part, archive):
            continue
        reader = _SheetReader(sheet.name, file, limits, left)
        parse(part, reader)
        reader.check_merges()
        left = reader.left
        origin = Origin(file=file, sheet=sheet.name)
        said += _about(sheet, reader, origin)
        groups.append(_rows(reader, book, origin, said))
    if not groups:
        raise refused("T104", file, kind="xlsx", part="xl/worksheets")
    return FileRead(tuple(groups), tuple(said))


def _is_sheet(part: str, archive: Archive) -> bool:
    """Whether a part is a sheet with cells; charts and dialogs are none."""
    return "chartsheets/" not in part and "dialogsheets/" not in part and archive.has(part)


def _about(sheet: _Sheet, reader: _SheetReader, origin: Origin) -> Iterable[Finding]:
    """What a sheet hides."""
    where = Where(origin=origin)
    if sheet.hidden and reader.cells:
        yield finding("T107", where, sheet=sheet.name)
    rows, columns = reader.hidden()
    if rows or columns:
        yield finding("T106", where, sheet=sheet.name, rows=rows, columns=columns)


def _rows(
    reader: _SheetReader, book: _Book, origin: Origin, said: list[Finding]
) -> tuple[GridRow, ...]:
    """The cells by row, each with its span."""
    spans = {(one.row, one.column): one for one in reader.merges}
    by_row: dict[int, list[GridCell]] = {}
    for raw in reader.cells:
        place = Origin(file=origin.file, sheet=origin.sheet, row=raw.row + 1, column=raw.column + 1)
        text = _shown(raw, book, place, said)
        if not text or text.isspace():
            continue
        span = spans.get((raw.row, raw.column))
        cell = GridCell(
            text,
            raw.row,
            raw.column,
            span.rows if span else 1,
            span.columns if span else 1,
            place,
        )
        by_row.setdefault(raw.row, []).append(cell)
    for cells in by_row.values():
        cells.sort(key=lambda one: one.column)
    width = max((cells[-1].column + 1 for cells in by_row.values()), default=0)
    rows: list[GridRow] = []
    for at in sorted(by_row):
        cells = by_row[at]
        rows.append(file_row(at, cells, width, columns=width))
    return tuple(rows)


def _shown(raw: _Raw, book: _Book, place: Origin, said: list[Finding]) -> str:
    """The text of a cell as a person sees it, or as it was typed where that was lost."""
    typed = _typed(raw.formula) if raw.formula else None
    if typed is not None:
        said.append(finding("T108", Where(origin=place), raw=typed, text=typed))
        return typed
    if raw.formula and not raw.value and raw.kind != "str":
        text = f"={raw.formula}"
        said.append(finding("T109", Where(origin=place), raw=text, text=text[:80]))
        return text
    match raw.kind:
        case "s":
            text = book.shared(raw.value)
        case "str" | "inlineStr" | "d":
            text = _plain_text(raw.value)
        case "b":
            text = {"1": "TRUE", "0": "FALSE"}.get(raw.value, raw.value)
        case "e":
            text = raw.value
            said.append(finding("T110", Where(origin=place), raw=text, text=text))
        case _:
            form = book.styles.form(raw.style)
            shown = show_number(raw.value, form, since_1904=book.since_1904)
            text = shown.text
            if not shown.sure:
                said.append(finding("T112", Where(origin=place), raw=text, form=form, text=text))
    return text


def _typed(formula: str) -> str | None:
    """What was typed where a formula is nothing but a number with a sign before it: =100%."""
    bare = formula.strip()
    return f"={bare}" if _LITERAL.fullmatch(bare) else None
