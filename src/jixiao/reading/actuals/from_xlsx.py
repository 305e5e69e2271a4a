"""Actuals in a workbook: each sheet by its header; a merged cell counts for every row it covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.reading.actuals.rows import ActualsLine, row_records
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jixiao.findings import Finding
    from jixiao.reading.actuals.records import Record
    from jixiao.reading.file_reads import FileRead
    from jixiao.reading.grid import GridRow

__all__ = ["workbook_records"]


def _lines(rows: tuple[GridRow, ...]) -> Iterator[ActualsLine]:
    """The rows of a sheet with merged cells filled down; a project's name stands so in many."""
    held: dict[int, tuple[str, int]] = {}
    for row in rows:
        texts = {
            column: text for column, (text, last) in held.items() if row.index <= last and text
        }
        for cell in row.cells:
            texts[cell.column] = cell.text
            if cell.rowspan > 1:
                held[cell.column] = (cell.text, cell.row + cell.rowspan - 1)
        width = max(texts, default=-1) + 1
        origin = evolve(row.origin, column=None) if row.cells else Origin()
        yield ActualsLine(tuple(texts.get(at, "") for at in range(width)), origin)


def workbook_records(read: FileRead, *, say: Callable[[Finding], None]) -> Iterator[Record]:
    """The rows of every sheet by column; what is wrong with them is said.

    A sheet without a header of actuals is passed over where another sheet has one.
    """
    kept: list[Finding] = []
    count = 0
    for rows in read.groups:
        said: list[Finding] = []
        found = 0
        for record in row_records(_lines(rows), say=said.append, titled=True):
            found += 1
            yield record
        count += found
        if found:
            for one in said:
                say(one)
        else:
            kept += said
    if not count:
        for one in kept:
            say(one)
