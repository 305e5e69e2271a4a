"""Comma-separated text as lines of cells, also where a quotation mark was never closed."""

from __future__ import annotations

import csv
import io

from attrs import evolve, frozen

from jixiao.level_names import LEVEL1_NAMES, LEVEL2_PARENTS, base_name
from jixiao.reading.file_reads import file_row
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.headers.rows import is_header, known_column
from jixiao.source import Origin

__all__ = ["Line", "csv_rows", "delimited_lines", "delimiter_of"]

_SPAN = 40
"""A cell over more lines than this comes from a quotation mark that was never closed."""
_GUARDED = "=+-@＝＋－＠"
_MARKS = (",", "，", ";", "；")
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
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
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


def delimiter_of(text: str) -> str | None:
    r"""What parts the header of an indicator part in a text without tabs; None where nothing does.

    Lines may break inside a cell that stands in quotation marks.

    >>> delimiter_of("一级指标,二级指标,三级指标,指标值\n产出,数量,场次,≥10场")
    ','
    >>> delimiter_of('"一级\n指标";"二级\n指标";指标值')
    ';'
    """
    head = "\n".join(text.split("\n", _ENOUGH)[:_ENOUGH])
    return next((mark for mark in _MARKS if _headed(head, mark)), None)


def _headed(text: str, delimiter: str) -> bool:
    """Whether a line, or a record over several, is a header.

    Sentences have commas and semicolons too: where another mark than a plain comma parts cells,
    all of them head columns.
    """
    if delimiter not in text:
        return False
    plain = [_parts(line, delimiter) for line in text.split("\n")]
    records = [line.cells for line in delimited_lines(text, delimiter)[0]]
    return any(
        is_header(_row(0, Line(0, cells), None))
        and (delimiter == "," or all(known_column(None, key(cell)) for cell in cells if cell))
        for cells in (*plain, *records)
        if len(cells) > 1 and not any("\t" in cell for cell in cells)
    )


def _parts(line: str, delimiter: str) -> tuple[str, ...]:
    return tuple(part.strip('" \r') for part in line.split(delimiter))


def _row(index: int, line: Line, file: str | None) -> GridRow:
    cells = tuple(
        GridCell(cell, index, at, origin=Origin(file=file, line=line.number, column=at + 1))
        for at, cell in enumerate(line.cells)
        if cell.strip()
    )
    return file_row(index, cells, len(line.cells))


def csv_rows(
    text: str, *, file: str | None, delimiter: str = ","
) -> tuple[tuple[GridRow, ...], bool]:
    """The rows of a CSV text that hold something, and whether a quotation mark is not closed."""
    lines, unclosed = delimited_lines(text, delimiter)
    rows: list[GridRow] = []
    width = before = 0
    for index, line in enumerate(lines):
        row = _row(index, line, file)
        if is_header(row):
            width, before = len(line.cells), 0
        elif rows and before and _goes_on(rows[-1], before, row, (len(line.cells), width)):
            rows[-1] = _joined(rows[-1], row, before)
            before = 0
            continue
        else:
            before = len(line.cells) if width else 0
        if row.cells:
            rows.append(row)
    return tuple(rows), unclosed


def _goes_on(row: GridRow, count: int, below: GridRow, sizes: tuple[int, int]) -> bool:
    """Whether a row broke inside a cell without quotation marks: both parts make up one row.

    A label of a level begins a row, and an empty cell is no part of another.
    """
    own, width = sizes
    if own < 2 or count < 2 or count + own - 1 != width or not below.cells:  # noqa: PLR2004
        return False
    first = below.cells[0]
    name = base_name(key(first.text))
    label = name in LEVEL1_NAMES or name in LEVEL2_PARENTS
    return first.column == 0 and row.cells[-1].column == count - 1 and not label


def _joined(row: GridRow, below: GridRow, count: int) -> GridRow:
    """A row that was torn inside a cell, put together; it says so."""
    last, first = row.cells[-1], below.cells[0]
    whole = evolve(last, text=f"{last.text}\n{first.text}")
    rest = (evolve(one, row=row.index, column=one.column + count - 1) for one in below.cells[1:])
    width = count + below.width - 1
    return evolve(row, cells=(*row.cells[:-1], whole, *rest), width=width, plain=False, joined=True)
