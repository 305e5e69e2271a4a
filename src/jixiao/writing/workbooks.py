"""A workbook as the bytes of an `.xlsx`: the same sheets give the same bytes, and no formula.

Text is always a string, whatever it begins with, and a number is written with the digits it has.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, cast

from jixiao.findings import MissingExtraError
from jixiao.messages.words import word
from jixiao.writing.files import write_whole
from jixiao.writing.sheet_cells import put_cell
from jixiao.writing.sheet_checks import Lists, put_check
from jixiao.writing.sheet_fitting import fitted
from jixiao.writing.sheet_merges import covered, put_merges
from jixiao.writing.sheet_text import cell_text, header_text, sheet_names

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from openpyxl.cell import Cell as BookCell
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.worksheet.worksheet import Worksheet

    from jixiao.sheets import Cell, Page, Sheet, Visibility, Workbook
    from jixiao.writing.sheet_fitting import Fitted

__all__ = ["workbook_bytes", "write_workbook"]

LISTS = "_lists"
_VISIBILITY: Mapping[Visibility, Literal["visible", "hidden", "veryHidden"]] = {
    "visible": "visible",
    "hidden": "hidden",
    "very_hidden": "veryHidden",
}
_MARGIN = 0.5
_DAY = (2020, 1, 1)
"""The day every file says it was made on, since a file is to be the same on every day."""


def write_workbook(path: Path, workbook: Workbook) -> None:
    """Write a workbook whole or not at all.

    Raises:
        MissingExtraError: `jixiao[xlsx]` is not installed.
        OSError: the folder cannot be written to; the file at `path` is as it was.
    """
    write_whole(path, workbook_bytes(workbook))


def workbook_bytes(workbook: Workbook) -> bytes:
    """The `.xlsx` of a workbook.

    Raises:
        MissingExtraError: `jixiao[xlsx]` is not installed.
    """
    try:
        from openpyxl import Workbook as NewBook
        from openpyxl.writer.excel import ExcelWriter
    except ImportError as cause:
        raise MissingExtraError("xlsx") from cause

    book = NewBook()
    book.remove(book.worksheets[0])
    book.properties.title = cell_text(workbook.title) or None
    book.properties.subject = cell_text(workbook.subject) or None
    book.properties.creator = "jixiao"
    book.properties.created = book.properties.modified = datetime(*_DAY, tzinfo=UTC)
    names = sheet_names((*(sheet.name for sheet in workbook.sheets), LISTS))
    lists = Lists(names[-1])
    looks: dict[Cell, StyleArray] = {}
    for sheet, name in zip(workbook.sheets, names, strict=False):
        _write_sheet(book.create_sheet(name), fitted(sheet), lists, looks)
    lists.write(book)
    shown = (at for at, sheet in enumerate(workbook.sheets) if sheet.visibility == "visible")
    book.active = next(shown, 0)
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).save()
    return _timeless(raw.getvalue())


def _timeless(data: bytes) -> bytes:
    """The same archive with one date on everything in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, (*_DAY, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            new.writestr(info, old.read(name))
    return out.getvalue()


def _write_sheet(
    into: Worksheet, held: Fitted, lists: Lists, looks: dict[Cell, StyleArray]
) -> None:
    from openpyxl.utils import get_column_letter

    sheet = held.sheet
    into.sheet_state = _VISIBILITY[sheet.visibility]
    hidden = covered(sheet.merges)
    for number, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row, 1):
            if (number, column) not in hidden:
                put_cell(cast("BookCell", into.cell(number, column)), cell, looks)
    put_merges(into, sheet.merges)
    for column, width in enumerate(held.widths, 1):
        into.column_dimensions[get_column_letter(column)].width = width
    for column in sheet.hidden_columns:
        into.column_dimensions[get_column_letter(column)].hidden = True
    for number, height in enumerate(held.heights, 1):
        into.row_dimensions[number].height = height
    if sheet.freeze:
        into.freeze_panes = f"A{sheet.freeze + 1}"
    for check in sheet.checks:
        put_check(into, check, lists)
    _write_page(into, sheet, len(held.heights))


def _write_page(into: Worksheet, sheet: Sheet, rows: int) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.properties import PageSetupProperties

    page: Page = sheet.page
    setup = into.page_setup
    setup.paperSize = 9
    setup.orientation = "landscape" if page.landscape else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    into.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    into.print_options.horizontalCentered = True
    margins = into.page_margins
    margins.left = margins.right = _MARGIN
    margins.top = margins.bottom = _MARGIN * 1.5
    if page.repeat is not None:
        into.print_title_rows = f"{page.repeat[0]}:{page.repeat[1]}"
    columns = sheet.print_columns or sheet.columns
    if rows and columns and sheet.visibility == "visible":
        into.print_area = f"A1:{get_column_letter(columns)}{rows}"
    if header_text(page.header):
        into.oddHeader = HeaderFooterItem()
        into.oddHeader.center.text = header_text(page.header)
    footer = [said] if (said := header_text(page.footer)) else []
    footer += [word("page_of", page="&P", pages="&N")] if page.page_numbers else []
    if footer:
        into.oddFooter = HeaderFooterItem()
        into.oddFooter.center.text = "　".join(footer)
