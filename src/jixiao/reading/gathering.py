"""The rows of a file as tables: segment by segment, with what goes on from the table before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, evolve, field

from jixiao.findings import Finding, Where, finding
from jixiao.reading.assembling import read_table
from jixiao.reading.department import read_department, speaks_of_department
from jixiao.reading.grid import GridRow, is_page_mark
from jixiao.reading.headers.storeys import mended_headers
from jixiao.reading.marks import without_marks
from jixiao.reading.project_lists import cut_projects
from jixiao.reading.segments import Segment, segments
from jixiao.reading.unread import about_bare, with_unread
from jixiao.source import Origin
from jixiao.tables import Cell, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jixiao.limits import Limits
    from jixiao.rules import Ruleset

__all__ = ["Gathered", "gather"]


@define
class Gathered:
    """The tables of a file so far, what is to be said about them, and what was left over."""

    tables: list[Table] = field(factory=list)
    findings: list[Finding] = field(factory=list)
    leftovers: list[Cell] = field(factory=list)


def gather(
    groups: Iterable[Sequence[GridRow]],
    rulesets: Sequence[Ruleset],
    *,
    file: str | None,
    limits: Limits,
) -> Gathered:
    """The tables in groups of rows; a table never reaches over the end of its group."""
    got = Gathered()
    full = False
    for rows in groups:
        # a row of blank cells says nothing, and whoever asks for its first cell would find none
        held = [row for row in rows if row.cells]
        shown, marks = without_marks(row for row in held if not is_page_mark(row))
        got.leftovers += marks
        got.leftovers += (
            Cell(cell.text, cell.origin, "page")
            for row in rows
            if is_page_mark(row)
            for cell in row.cells
        )
        before: Table | None = None
        cut = (one for whole in segments(mended_headers(shown)) for one in cut_projects(whole))
        for segment in cut:
            if not full and not _is_table(segment):
                _prose(got, segment, rulesets)
                _behind(got, segment, before)
                continue
            if full:
                got.leftovers += _loose(segment)
                continue
            if len(got.tables) == limits.tables:
                where = Where(origin=Origin(file=file))
                got.findings.append(finding("L04", where, limit=limits.tables))
                got.leftovers += _loose(segment)
                full = True
                continue
            before = _add(got, segment, rulesets, _above(segment, before))
    return got


def _above(segment: Segment, before: Table | None) -> Table | None:
    """The table above from which one has its unit and year; of a list not its name and code."""
    if before is not None and segment.listed:
        return evolve(before, name="", code=None)
    return before if segment.goes_on else None


def _add(
    got: Gathered, segment: Segment, rulesets: Sequence[Ruleset], before: Table | None
) -> Table:
    read = read_table(segment, len(got.tables), rulesets, before=before)
    late = before is not None and before.year is None and read.table.year is not None
    if late and segment.goes_on:
        got.tables[-1] = evolve(got.tables[-1], year=read.table.year)
    got.tables.append(read.table)
    got.findings += read.findings
    got.leftovers += read.leftovers
    return read.table


def _prose(got: Gathered, segment: Segment, rulesets: Sequence[Ruleset]) -> None:
    """A segment without a grid: a department's goals in prose, or nothing that is a table."""
    start = speaks_of_department(segment.rows)
    if start is None:
        got.leftovers += _loose(segment)
        return
    got.leftovers += _loose(evolve(segment, rows=segment.rows[:start]))
    read = read_department(segment.rows[start:], len(got.tables), rulesets)
    got.tables.append(read.table)
    got.findings += read.findings
    got.leftovers += read.leftovers


def _behind(got: Gathered, segment: Segment, before: Table | None) -> None:
    """Text of indicators behind a table of which nothing was read is that table's."""
    if before is not None and got.tables[-1].index == before.index:
        got.tables[-1] = with_unread(got.tables[-1], _loose(segment))
        got.findings = about_bare(got.tables[-1], got.findings)


def _is_table(segment: Segment) -> bool:
    """Whether a segment is a performance table: it has an indicator part, or its title says so."""
    known = segment.has_header or any(row.indicator for row in segment.rows)
    return known or (segment.performance and segment.has_grid)


def _loose(segment: Segment) -> list[Cell]:
    rows = (segment.title, *segment.rows) if segment.title else segment.rows
    return [Cell(cell.text, cell.origin) for row in rows for cell in row.cells]
