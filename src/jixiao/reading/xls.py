"""Workbooks of the old Excel, read by python-calamine: texts, numbers, days and merged ranges.

The library gives numbers without the format they are shown in, so the file says that.
"""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from jixiao.findings import Finding, Where, finding
from jixiao.reading.file_reads import FileRead, file_row, refused
from jixiao.reading.grid import GridCell, GridRow
from jixiao.source import Origin

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

    from jixiao.limits import Limits

__all__ = ["read_xls"]


def read_xls(data: bytes, *, file: str | None, limits: Limits) -> FileRead:
    """The rows of every sheet of a workbook; raises `Refused`."""
    try:
        from python_calamine import CalamineWorkbook, PasswordError, SheetVisibleEnum
    except ImportError as error:
        raise refused("T101", file, kind="xls", extra="xlsx") from error
    groups: list[tuple[GridRow, ...]] = []
    said: list[Finding] = []
    numbers = 0
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for meta in book.sheets_metadata:
            sheet = book.get_sheet_by_name(meta.name)
            origin = Origin(file=file, sheet=meta.name)
            rows, count = _rows(sheet, origin, limits)
            numbers += count
            if rows and meta.visible != SheetVisibleEnum.Visible:
                said.append(finding("T107", Where(origin=origin), sheet=meta.name))
            groups.append(rows)
    except PasswordError as error:
        raise refused("T102", file) from error
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:
        # A panic of the library is no Exception; what we refuse ourselves goes on as it is.
        if hasattr(error, "finding"):
            raise
        raise refused("T104", file, kind="xls", part=type(error).__name__) from error
    if numbers:
        said.append(finding("T111", Where(origin=Origin(file=file)), count=numbers))
    return FileRead(tuple(groups), tuple(said))


def _rows(sheet: CalamineSheet, origin: Origin, limits: Limits) -> tuple[tuple[GridRow, ...], int]:
    """The rows of a sheet, and how many bare numbers are in it."""
    if sheet.height * sheet.width > 4 * limits.cells:
        raise refused("L38", origin.file, limit=limits.cells)
    spans = {
        first: (last[0] - first[0] + 1, last[1] - first[1] + 1)
        for first, last in sheet.merged_cell_ranges or ()
    }
    rows: list[GridRow] = []
    numbers = 0
    for at, values in enumerate(sheet.to_python(skip_empty_area=False)):
        cells: list[GridCell] = []
        for column, value in enumerate(values):
            text = _text(value)
            if not text or text.isspace():
                continue
            numbers += isinstance(value, (int, float)) and not isinstance(value, bool)
            place = Origin(file=origin.file, sheet=origin.sheet, row=at + 1, column=column + 1)
            down, across = spans.get((at, column), (1, 1))
            cells.append(GridCell(text, at, column, down, across, place))
        if cells:
            rows.append(file_row(at, cells, len(values), columns=len(values)))
    return tuple(rows), numbers


def _text(value: object) -> str:
    """A value as text; a number without the digits that only binary has."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return str(value)
        case float():
            text = format(Decimal(repr(value)), "f")
            return text.rstrip("0").rstrip(".") if "." in text else text
        case datetime():
            return (
                value.isoformat(" ", "minutes") if value.time() != time() else f"{value:%Y-%m-%d}"
            )
        case date() | time() | timedelta():
            return str(value)
        case _:
            return str(value)
