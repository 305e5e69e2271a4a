"""Workbooks of the old Excel: the cells that a reader beside finds, as the rows of a grid.

Numbers come without the format they are shown in, so the file says that.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from jixiao.findings import Finding, Where, finding
from jixiao.reading.beside import Json, answers, can_start
from jixiao.reading.file_reads import FileRead, file_row, refused
from jixiao.reading.files.xls_cells import xls_sheets
from jixiao.reading.grid import GridCell, GridRow
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.limits import Limits

__all__ = ["read_xls"]


def read_xls(data: bytes, *, file: str | None, limits: Limits) -> FileRead:
    """The rows of every sheet of a workbook; raises `Refused`."""
    if find_spec("python_calamine") is None:
        raise refused("T101", file, kind="xls", extra="xlsx")
    groups: list[tuple[GridRow, ...]] = []
    said: list[Finding] = []
    numbers = 0
    whole = False
    for answer in _beside(data, limits):
        if "stop" in answer:
            raise refused(answer.pop("stop"), file, **answer)
        whole = whole or "whole" in answer
        if "sheet" not in answer:
            continue
        origin = Origin(file=file, sheet=answer["sheet"])
        rows = _rows(answer, origin)
        numbers += answer["numbers"]
        if rows and answer["hidden"]:
            said.append(finding("T107", Where(origin=origin), sheet=answer["sheet"]))
        groups.append(rows)
    if not whole:
        raise refused("T104", file, kind="xls", part="Workbook")
    if numbers:
        said.append(finding("T111", Where(origin=Origin(file=file)), count=numbers))
    return FileRead(tuple(groups), tuple(said))


def _beside(data: bytes, limits: Limits) -> Iterator[Json]:
    """The sheets as a process of its own reads them; in this one where none can be started."""
    if not can_start():
        yield from xls_sheets(data, limits)
        return
    given = {"cells": limits.cells, "reader_memory": limits.reader_memory}
    yield from answers("jixiao.reading.files.xls_cells", given, data, limits.xls_seconds)


def _rows(sheet: Json, origin: Origin) -> tuple[GridRow, ...]:
    """The cells of a sheet by row."""
    by_row: dict[int, list[GridCell]] = {}
    for row, column, text, down, across in sheet["cells"]:
        place = Origin(file=origin.file, sheet=origin.sheet, row=row + 1, column=column + 1)
        by_row.setdefault(row, []).append(GridCell(text, row, column, down, across, place))
    width = max((cells[-1].column + 1 for cells in by_row.values()), default=0)
    return tuple(file_row(at, cells, width, columns=width) for at, cells in by_row.items())
