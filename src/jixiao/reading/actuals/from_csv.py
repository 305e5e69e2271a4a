"""Actuals in CSV: comma or tab, a header with names and aliases, a second header for the money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.findings import Finding, Where, finding
from jixiao.reading.actuals.rows import ActualsLine, row_records
from jixiao.reading.files.delimited import delimited_lines
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jixiao.reading.actuals.records import Record

__all__ = ["csv_records"]


def csv_records(text: str, *, file: str | None, say: Callable[[Finding], None]) -> Iterator[Record]:
    """The rows of a CSV text by column; what is wrong with it is said."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    lines, unclosed = delimited_lines(text, "\t" if "\t" in first else ",")
    if unclosed:
        say(finding("T38", Where(origin=Origin(file=file))))
    placed = (ActualsLine(line.cells, Origin(file=file, line=line.number)) for line in lines)
    yield from row_records(placed, say=say)
