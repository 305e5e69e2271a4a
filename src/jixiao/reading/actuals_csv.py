"""Actuals in CSV: comma or tab, a header with names and aliases, a second header for the money."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.findings import Finding, Where, finding
from jixiao.reading.records import Record, column_of, money_unit_of
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["csv_records"]

_KNOWN = 2
_SPAN = 40
"""A cell over more lines than this comes from a quotation mark that was never closed."""
_GUARDED = "=+-@＝＋－＠"


@frozen
class _Line:
    """A record of the file: the line it begins on, and its cells."""

    number: int
    cells: tuple[str, ...]


@frozen
class _Header:
    """The columns by position: known ones by name, the others as written."""

    line: _Line
    columns: tuple[str | None, ...]

    def record(self, line: _Line, file: str | None) -> Record:
        """The cells of a line by column."""
        texts: dict[str, str] = {}
        extra: list[tuple[str, str]] = []
        names: dict[str, str] = {}
        units: dict[str, str] = {}
        places: dict[str, Origin] = {}
        pairs = zip(self.line.cells, self.columns, line.cells, strict=False)
        for at, (header, column, text) in enumerate(pairs):
            if column is None or column in names:
                if text.strip():
                    extra.append((header.strip(), text.strip()))
                continue
            texts[column] = text
            names[column] = header.strip()
            places[column] = Origin(file=file, line=line.number, column=at + 1)
            unit = money_unit_of(header)
            if unit is not None:
                units[column] = unit
        origin = Origin(file=file, line=line.number)
        return Record(texts, origin, places, names, units, tuple(extra))


def _lines(text: str, delimiter: str) -> tuple[tuple[_Line, ...], bool]:
    """The records of a text, and whether a quotation mark in it is not closed."""
    found: list[_Line] = []
    before = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            if reader.line_num - before > _SPAN:
                break
            found.append(_Line(before + 1, tuple(_unguarded(cell) for cell in cells)))
            before = reader.line_num
        else:
            return tuple(found), False
    except csv.Error:
        pass
    plain = (line.split(delimiter) for line in text.replace("\r\n", "\n").split("\n"))
    return tuple(
        _Line(number + 1, tuple(_unguarded(cell.strip('"')) for cell in cells))
        for number, cells in enumerate(plain)
    ), True


def _unguarded(cell: str) -> str:
    """A cell without the ' that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] and cell[1] in _GUARDED else cell


def _as_header(line: _Line) -> _Header | None:
    """The line as a header, if at least two of its cells are columns that are known."""
    columns = tuple(column_of(cell) if cell.strip() else None for cell in line.cells)
    known = {column for column in columns if column is not None}
    named = sum(bool(cell.strip()) for cell in line.cells)
    if len(known) < _KNOWN or 2 * len(known) < named:
        return None
    return _Header(line, columns)


def csv_records(text: str, *, file: str | None, say: Callable[[Finding], None]) -> Iterator[Record]:
    """The rows of a CSV text by column; what is wrong with it is said."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    lines, unclosed = _lines(text, "\t" if "\t" in first else ",")
    if unclosed:
        say(finding("T38", Where(origin=Origin(file=file))))
    header: _Header | None = None
    count = 0
    for line in lines:
        if not any(cell.strip() for cell in line.cells):
            continue
        found = _as_header(line)
        if found is not None:
            header = found
            _about(header, file, say)
        elif header is None:
            if count == 0:
                names = "、".join(cell.strip() for cell in line.cells if cell.strip())
                where = Where(origin=Origin(file=file, line=line.number))
                wanted = "项目名称、三级指标、实际完成值"
                say(finding("T41", where, raw=names[:80], columns=wanted, read=names[:80]))
            return
        else:
            count += 1
            _too_many(header, line, file, say)
            yield header.record(line, file)
    if header is not None and count == 0:
        names = "、".join(cell.strip() for cell in header.line.cells if cell.strip())
        where = Where(origin=Origin(file=file, line=header.line.number))
        say(finding("T44", where, read=names))


def _about(header: _Header, file: str | None, say: Callable[[Finding], None]) -> None:
    """What a header lacks, and what it has that is not known."""
    where = Where(origin=Origin(file=file, line=header.line.number))
    known = {column for column in header.columns if column is not None}
    wanted: Sequence[tuple[set[str], str]] = (({"project", "code"}, "项目名称"),)
    if "source" in known and "level3" not in known:
        wanted = (*wanted, ({"executed", "budget", "initial"}, "全年执行数"))
    else:
        wanted = (*wanted, ({"level3"}, "三级指标"), ({"actual"}, "实际完成值"))
    missing = [name for columns, name in wanted if not columns & known]
    names = [cell.strip() for cell in header.line.cells if cell.strip()]
    if missing:
        say(finding("T41", where, columns="、".join(missing), read="、".join(names)))
    unknown = [
        cell.strip()
        for cell, column in zip(header.line.cells, header.columns, strict=True)
        if column is None and cell.strip()
    ]
    if unknown:
        say(finding("T42", where, columns="、".join(unknown)))


def _too_many(
    header: _Header, line: _Line, file: str | None, say: Callable[[Finding], None]
) -> None:
    rest = [cell.strip() for cell in line.cells[len(header.columns) :] if cell.strip()]
    if rest:
        where = Where(origin=Origin(file=file, line=line.number, column=len(header.columns) + 1))
        said = finding(
            "T48",
            where,
            raw="、".join(rest),
            count=len(line.cells),
            columns=len(header.columns),
            text="、".join(rest),
        )
        say(said)
