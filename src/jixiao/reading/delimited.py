"""Comma-separated text as lines of cells, also where a quotation mark was never closed."""

from __future__ import annotations

import csv
import io

from attrs import frozen

from jixiao.reading.file_reads import file_row
from jixiao.reading.grid import GridCell, GridRow
from jixiao.reading.headers import is_header
from jixiao.source import Origin

__all__ = ["Line", "csv_rows", "delimited_lines", "is_csv"]

_SPAN = 40
"""A cell over more lines than this comes from a quotation mark that was never closed."""
_GUARDED = "=+-@＝＋－＠"
_ENOUGH = 400
"""Lines that are looked at to see whether a text is CSV."""


@frozen
class Line:
    """A record of the file: the line it begins on, and its cells."""

    number: int
    cells: tuple[str, ...]


def delimited_lines(text: str, delimiter: str) -> tuple[tuple[Line, ...], bool]:
    r"""The records of a text, and whether a quotation mark in it is not closed.

    >>> delimited_lines('a,"b\nc"\nd', ",")[0]
    (Line(number=1, cells=('a', 'b\nc')), Line(number=3, cells=('d',)))
    """
    found: list[Line] = []
    before = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            if reader.line_num - before > _SPAN:
                break
            found.append(Line(before + 1, tuple(_unguarded(cell) for cell in cells)))
            before = reader.line_num
        else:
            if not _swallowed(text, found, delimiter):
                return tuple(found), False
    except csv.Error:
        pass
    plain = (line.split(delimiter) for line in text.replace("\r\n", "\n").split("\n"))
    return tuple(
        Line(number + 1, tuple(_unguarded(cell.strip('"')) for cell in cells))
        for number, cells in enumerate(plain)
    ), True


def _swallowed(text: str, found: list[Line], delimiter: str) -> bool:
    """Whether a cell took in rows behind it, as one does whose mark is closed by another's."""
    odd = text.count('"') % 2 == 1
    return any(
        odd or inside.count(delimiter) >= len(line.cells)
        for line in found
        for cell in line.cells
        for inside in cell.split("\n")[1:]
    )


def _unguarded(cell: str) -> str:
    """A cell without the ' that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] and cell[1] in _GUARDED else cell


def is_csv(text: str) -> bool:
    r"""Whether a text without tabs has the header of an indicator part parted by commas.

    >>> is_csv("一级指标,二级指标,三级指标,指标值\n产出,数量,场次,≥10场")
    True
    """
    lines = text.split("\n", _ENOUGH)[:_ENOUGH]
    return any(
        line.count(",") > 1 and "\t" not in line and is_header(_row(0, Line(0, _parts(line)), None))
        for line in lines
    )


def _parts(line: str) -> tuple[str, ...]:
    return tuple(part.strip('" \r') for part in line.split(","))


def _row(index: int, line: Line, file: str | None) -> GridRow:
    cells = tuple(
        GridCell(cell, index, at, origin=Origin(file=file, line=line.number, column=at + 1))
        for at, cell in enumerate(line.cells)
        if cell.strip()
    )
    return file_row(index, cells, len(line.cells))


def csv_rows(text: str, *, file: str | None) -> tuple[tuple[GridRow, ...], bool]:
    """The rows of a CSV text that hold something, and whether a quotation mark is not closed."""
    lines, unclosed = delimited_lines(text, ",")
    rows = (_row(index, line, file) for index, line in enumerate(lines))
    return tuple(row for row in rows if row.cells), unclosed
