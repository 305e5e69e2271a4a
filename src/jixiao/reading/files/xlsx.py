"""Workbooks of Excel: cells with what was typed, what is shown, what is merged and what is hidden.

The XML is read once, as a stream: formula and stored result stand side by side, and a cell far
away costs no more than one beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.findings import Finding, Where, finding
from jixiao.form_marks import LISTS_SHEET, MARKS_SHEET, is_row_id
from jixiao.reading.file_reads import FileRead, file_row, refused
from jixiao.reading.files.archives import Archive, open_archive
from jixiao.reading.files.number_formats import show_number
from jixiao.reading.files.xlsx_book import Book, Relations, Strings, Styles, Workbook, plain_text
from jixiao.reading.files.xlsx_sheet import SheetReader
from jixiao.reading.files.xml_stream import read_xml
from jixiao.reading.grid import GridCell, GridRow
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.limits import Limits
    from jixiao.reading.files.xlsx_book import SheetName
    from jixiao.reading.files.xlsx_sheet import RawCell
    from jixiao.reading.files.xml_stream import XmlHandler

__all__ = ["read_xlsx"]

_LITERAL = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?%?")


def read_xlsx(data: bytes, *, file: str | None, limits: Limits, marks: bool = False) -> FileRead:
    """The rows of every sheet of a workbook, hidden ones too; raises `Refused`.

    The marks of a form that jixiao wrote are no part of its tables: they are passed over unless
    `marks` asks for them.
    """
    archive = open_archive(data, kind="xlsx", file=file, limits=limits)

    def parse(part: str, handler: XmlHandler) -> None:
        read_xml(archive.part(part), handler, part=part, file=file, limits=limits)

    workbook, relations, strings, styles = Workbook(), Relations(), Strings(), Styles()
    parse("xl/workbook.xml", workbook)
    parse("xl/_rels/workbook.xml.rels", relations)
    parts = set(relations.targets.values())
    for name in parts:
        if name.endswith("haredStrings.xml") and archive.has(name):
            parse(name, strings)
        elif name.endswith("tyles.xml") and archive.has(name):
            parse(name, styles)
    book = Book(tuple(strings.texts), styles, workbook.since_1904)
    where = Where(origin=Origin(file=file))
    said: list[Finding] = []
    if any(name.endswith("vbaProject.bin") for name in archive.names):
        said.append(finding("T103", where))
    groups: list[tuple[GridRow, ...]] = []
    left = limits.cells
    ours = any(sheet.hidden and sheet.name == MARKS_SHEET for sheet in workbook.sheets)
    passed = () if marks or not ours else (MARKS_SHEET, LISTS_SHEET)
    for sheet in workbook.sheets:
        if sheet.hidden and sheet.name in passed:
            continue
        part = relations.targets.get(sheet.relation, "")
        if not _is_sheet(part, archive):
            continue
        reader = SheetReader(sheet.name, file, limits, left)
        parse(part, reader)
        reader.check_merges()
        left = reader.left
        origin = Origin(file=file, sheet=sheet.name)
        said += _about(sheet, reader, origin, ids=ours)
        rows = _rows(reader, book, origin, said)
        groups.append(_without_ids(rows) if passed else rows)
    if not groups:
        raise refused("T104", file, kind="xlsx", part="xl/worksheets")
    return FileRead(tuple(groups), tuple(said))


def _is_sheet(part: str, archive: Archive) -> bool:
    """Whether a part is a sheet with cells; charts and dialogs are none."""
    return "chartsheets/" not in part and "dialogsheets/" not in part and archive.has(part)


def _without_ids(rows: tuple[GridRow, ...]) -> tuple[GridRow, ...]:
    """The rows of a form without the ids that stand in its last column."""
    found = []
    for row in rows:
        cells = [cell for cell in row.cells if not is_row_id(cell.text)]
        if len(cells) == len(row.cells):
            found.append(row)
        elif cells:
            width = row.width - 1
            found.append(file_row(row.index, cells, width, columns=width))
    return tuple(found)


def _about(
    sheet: SheetName, reader: SheetReader, origin: Origin, *, ids: bool
) -> Iterable[Finding]:
    """What a sheet hides; a column of ids is ours."""
    where = Where(origin=origin)
    if sheet.hidden and reader.cells:
        yield finding("T107", where, sheet=sheet.name)
    rows, columns = reader.hidden()
    columns -= 1 if ids and columns else 0
    if rows or columns:
        yield finding("T106", where, sheet=sheet.name, rows=rows, columns=columns)


def _rows(
    reader: SheetReader, book: Book, origin: Origin, said: list[Finding]
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


def _shown(raw: RawCell, book: Book, place: Origin, said: list[Finding]) -> str:
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
            text = plain_text(raw.value)
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
