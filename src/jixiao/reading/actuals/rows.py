"""Actuals in rows of cells, wherever they stand: a header by names, rows below it, another header.

A file of CSV and a sheet of a workbook are the same from here on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.findings import Finding, Where, finding
from jixiao.reading.actuals.record_columns import column_of, money_unit_of
from jixiao.reading.actuals.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from jixiao.source import Origin

__all__ = ["ActualsLine", "row_records"]

_KNOWN = 2


@frozen
class ActualsLine:
    """A row of cells by column, and where it stands; its cells stand in columns from 1."""

    cells: tuple[str, ...]
    origin: Origin

    def place(self, at: int) -> Origin:
        """The place of the cell in a column counted from 0."""
        return evolve(self.origin, column=at + 1)


@frozen
class _Header:
    """The columns by position: known ones by name, the others as written."""

    line: ActualsLine
    columns: tuple[str | None, ...]

    def record(self, line: ActualsLine) -> Record:
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
            places[column] = line.place(at)
            unit = money_unit_of(header)
            if unit is not None:
                units[column] = unit
        return Record(texts, line.origin, places, names, units, tuple(extra))


def _as_header(line: ActualsLine) -> _Header | None:
    """The line as a header, if at least two of its cells are columns that are known."""
    columns = tuple(column_of(cell) if cell.strip() else None for cell in line.cells)
    known = {column for column in columns if column is not None}
    named = sum(bool(cell.strip()) for cell in line.cells)
    if len(known) < _KNOWN or 2 * len(known) < named:
        return None
    return _Header(line, columns)


def row_records(
    lines: Iterable[ActualsLine], *, say: Callable[[Finding], None], titled: bool = False
) -> Iterator[Record]:
    """The rows below a header by column; what is wrong with them is said.

    `titled` lets lines stand above the first header, as a sheet has its title there.
    """
    header: _Header | None = None
    first: ActualsLine | None = None
    count = 0
    for line in lines:
        if not any(cell.strip() for cell in line.cells):
            continue
        first = first or line
        found = _as_header(line)
        if found is not None:
            header = found
            _about(header, say)
        elif header is not None:
            count += 1
            _too_many(header, line, say)
            yield header.record(line)
        elif not titled:
            break
    if header is None and first is not None:
        names = "、".join(cell.strip() for cell in first.cells if cell.strip())
        wanted = "项目名称、三级指标、实际完成值"
        where = Where(origin=first.origin)
        say(finding("T41", where, raw=names[:80], columns=wanted, read=names[:80]))
    if header is not None and count == 0:
        names = "、".join(cell.strip() for cell in header.line.cells if cell.strip())
        say(finding("T44", Where(origin=header.line.origin), read=names))


def _about(header: _Header, say: Callable[[Finding], None]) -> None:
    """What a header lacks, and what it has that is not known."""
    where = Where(origin=header.line.origin)
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


def _too_many(header: _Header, line: ActualsLine, say: Callable[[Finding], None]) -> None:
    rest = [cell.strip() for cell in line.cells[len(header.columns) :] if cell.strip()]
    if rest:
        said = finding(
            "T48",
            Where(origin=line.place(len(header.columns))),
            raw="、".join(rest),
            count=len(line.cells),
            columns=len(header.columns),
            text="、".join(rest),
        )
        say(said)
