"""A form that came back: known by its marks, read by its ids, with what a person changed in it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.form_marks import MARKS_SHEET
from jixiao.limits import DEFAULT_LIMITS
from jixiao.official.changes import Change
from jixiao.official.comparing import changes_of, table_of
from jixiao.official.edited import edited_sheet
from jixiao.official.marks import Origins, marks_of
from jixiao.official.rebuilding import rebuilt
from jixiao.reading.documents import read_rows
from jixiao.reading.file_reads import FileRead, Refused
from jixiao.reading.files.xlsx import read_xlsx
from jixiao.reading.kinds import FileKind, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jixiao.official.marks import Mark
    from jixiao.reading.grid import GridRow
    from jixiao.rules import Ruleset
    from jixiao.tables import Document

__all__ = ["ReturnedForm", "returned_form"]


@frozen
class ReturnedForm:
    """An edited form: its tables, what was changed since it was written, and what it came from.

    `origins` is None for a workbook that bears no marks; then nothing can be said of changes.
    """

    document: Document
    changes: tuple[Change, ...] = ()
    origins: Origins | None = None

    @property
    def known(self) -> bool:
        """Whether the file is a form that was written by `write_form`."""
        return self.origins is not None


def returned_form(
    data: bytes,
    *,
    file: str | None,
    rules_of: Callable[[Origins], tuple[Ruleset, ...]],
    read: Callable[[bytes], Document],
) -> ReturnedForm:
    """A form by its bytes; `rules_of` gives its rulesets, `read` reads what bears no marks."""
    groups = _groups(data, file)
    found = marks_of(_texts(groups.get(MARKS_SHEET, ())))
    if found is None:
        return ReturnedForm(read(data))
    origins, marks = found
    by_sheet: dict[str, list[Mark]] = {}
    for mark in marks:
        by_sheet.setdefault(mark.sheet, []).append(mark)
    changes: list[Change] = []
    rows: list[tuple[GridRow, ...]] = []
    for name, held in by_sheet.items():
        group = _sheet_of(groups, name, held)
        number = table_of(held[0].row)
        if group is None:
            changes.append(Change("sheet_removed", name, number))
            continue
        sheet = edited_sheet(group, held)
        if sheet is None:
            changes.append(Change("ids_lost", name, number))
            rows.append(group)
            continue
        changes += changes_of(sheet, held)
        rows.append(rebuilt(sheet, held))
    document = read_rows(
        FileRead(tuple(rows)),
        digest=hashlib.sha256(data).hexdigest(),
        file=file,
        rulesets=rules_of(origins),
    )
    return ReturnedForm(document, tuple(changes), origins)


def _groups(data: bytes, file: str | None) -> dict[str, tuple[GridRow, ...]]:
    """The rows of every sheet with their marks, by the sheet's name."""
    if kind_of(data) is not FileKind.XLSX:
        return {}
    try:
        read = read_xlsx(data, file=file, limits=DEFAULT_LIMITS, marks=True)
    except Refused:
        return {}
    return {rows[0].origin.sheet or "": rows for rows in read.groups if rows}


def _texts(rows: Sequence[GridRow]) -> list[list[str]]:
    """The texts of a sheet by column, blank where nothing stands."""
    found = []
    for row in rows:
        texts = [""] * (max(cell.column for cell in row.cells) + 1)
        for cell in row.cells:
            texts[cell.column] = cell.text
        found.append(texts)
    return found


def _sheet_of(
    groups: dict[str, tuple[GridRow, ...]], name: str, marks: Sequence[Mark]
) -> tuple[GridRow, ...] | None:
    """The sheet with ids of the form, whatever it is called now; else the one of that name."""
    ids = {one.row for one in marks}
    for sheet, rows in groups.items():
        if sheet != MARKS_SHEET and any(cell.text in ids for row in rows for cell in row.cells):
            return rows
    return groups.get(name)
