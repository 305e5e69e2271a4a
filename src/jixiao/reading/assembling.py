"""One table put together from its segment: form, fields, money, indicators, findings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.findings import Finding, Where, finding
from jixiao.reading.building import bad_weight, build_indicator, outside_doubts
from jixiao.reading.forms import Form, choose_form
from jixiao.reading.goals import read_goals
from jixiao.reading.grid import GridRow, key
from jixiao.reading.headers.columns import Header, default_header, read_header
from jixiao.reading.headers.rows import header_names, part_named
from jixiao.reading.indicators import IndicatorPart, is_note, read_rows
from jixiao.reading.labelled import is_field_row, pairs_in, read_fields, read_prose
from jixiao.reading.labels import CODE_LABELS, NAME_LABELS, UNIT_LABELS
from jixiao.reading.money.managing import Managing, read_managing
from jixiao.reading.money.part import MoneyPart, read_money
from jixiao.reading.parts import Parts, header_rows, split_rows
from jixiao.reading.persons import persons_apart
from jixiao.reading.placing import place_rows
from jixiao.reading.schedules import Schedule, read_schedule
from jixiao.reading.scores_stated import scores_in
from jixiao.reading.segments import title_text, year_in, year_of
from jixiao.reading.sums.lines import read_sum_text
from jixiao.reading.sums.rows import read_sum
from jixiao.reading.tasks import TaskPart, read_tasks
from jixiao.tables import Cell, Field, Slot, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.drafts import Draft
    from jixiao.reading.segments import Segment
    from jixiao.rules import Ruleset
    from jixiao.source import Origin
    from jixiao.totals import PrintedTotal

__all__ = ["TableRead", "read_table"]

_LAST_YEAR = re.compile(r"上(20\d{2})年")
_WORD = re.compile(r"\w")
"""What a name has: a bare | or — is none."""
_TELLING = re.compile(r"[\u4e00-\u9fff\d]")
_MONEY_UNIT = re.compile(r"\((?:单位:)?(元|千元|万元|亿元)\)")


@frozen
class TableRead:
    """A table, what is to be said about its reading, and the cells that found no place in it."""

    table: Table
    findings: tuple[Finding, ...]
    leftovers: tuple[Cell, ...]


def read_table(
    segment: Segment, index: int, rulesets: Sequence[Ruleset], *, before: Table | None = None
) -> TableRead:
    """The table of a segment, read by the form that its title and headers name.

    `before` is the table whose form goes on in this one: it has the name and the unit of both.
    """
    title = (title_text(segment.title) if segment.title else segment.heading) or ""
    printed = header_rows(segment.rows)
    form, sure = choose_form(rulesets, title, header_names(printed), part_named(printed))
    parts = split_rows(segment.rows, form)
    header = read_header(parts.header, form) if parts.header else default_header(form)
    origin = segment.title.origin if segment.title else segment.rows[0].origin
    builder = _Builder(Where(table_index=index, origin=origin), form, before)
    builder.title(segment)
    builder.read_parts(parts, header)
    table = builder.table(title, index, header, origin)
    findings = [finding("T06", table.where(), name=table.name or title or "—")]
    if table.bare and table.unread:
        findings = [finding("T123", table.where(), count=table.unread)]
    if not table.bare:
        findings = [*_about_form(form, table, sure=sure), *_about_header(header, table)]
        findings += builder.findings(table)
    where = table.where()
    placed = (_placed(one, where) for one in findings)
    return TableRead(table, tuple(placed), tuple(builder.leftovers))


def _placed(one: Finding, where: Where) -> Finding:
    at = one.where
    if (at.table, at.table_index, at.unit) == (where.table, where.table_index, where.unit):
        return one
    return one.at(evolve(at, table=where.table, table_index=where.table_index, unit=where.unit))


class _Builder:
    """Gathers the pieces of one table; every cell ends in `cells` or in `leftovers`."""

    def __init__(self, where: Where, form: Form, before: Table | None = None) -> None:
        self.before = before
        self.where = where
        self.form = form
        self.fields: list[Field] = []
        self.cells: list[Cell] = []
        self.leftovers: list[Cell] = []
        self.year: int | None = None
        self.money_unit = form.money_unit if before is None else before.money_unit
        self.money = MoneyPart()
        self.schedule = Schedule()
        self.tasks = TaskPart()
        self.managing = Managing()
        self.part = IndicatorPart((), (), (), ())
        self.drafts: tuple[Draft, ...] = ()
        self.grid = (0, 0)
        self.order: dict[Origin, int] = {}
        self.first = 0
        self.totals: list[PrintedTotal] = []
        self.said: list[Finding] = []

    def title(self, segment: Segment) -> None:
        inside = [row.index for row in segment.rows if not row.plain]
        self.grid = (inside[0], inside[-1]) if inside else (0, 0)
        self.order = {cell.origin: row.index for row in segment.rows for cell in row.cells}
        self.first = min(self.order.values(), default=0)
        if segment.title is not None:
            cell = segment.title.cells[0]
            self.cells.append(Cell(cell.text, cell.origin, "title"))
            self.year = year_in(cell.text)
        self.fields += segment.lead
        self.cells += segment.lead_cells
        self.leftovers += segment.loose

    def read_parts(self, parts: Parts, header: Header) -> None:
        goals = read_goals(parts.fields, self.form)
        self.fields += goals.fields
        self.cells += goals.cells
        for row in (*goals.others, *parts.after):
            self.field_or_sum(row, header)
        for row in parts.money[:1]:
            stated = _MONEY_UNIT.search("".join(key(cell.text) for cell in row.cells))
            self.money_unit = stated[1] if stated else self.money_unit
        self.schedule = read_schedule(parts.schedule)
        self.money = read_money(parts.money, self.form, self.money_unit, self.where)
        side = {cell.origin for cell in header.side}
        for cell in header.cells:
            use = "label" if cell.origin in side else "header"
            self.cells.append(Cell(cell.text, cell.origin, use))
        self.part = read_rows(parts.rows, header, self.form, self.where)
        self.drafts = place_rows(self.part.drafts, self.part.slots, self.form)
        self.tasks = read_tasks(parts.tasks, self.money_unit, self.where)
        self.managing = read_managing(parts.managing)
        self.fields += (*self.money.fields, *self.managing.fields)
        for part in (self.money, self.schedule, self.tasks, self.managing, self.part):
            self.cells += part.cells
            self.leftovers += part.leftovers
        self.totals += scores_in(self.fields)
        self.said += outside_doubts((*parts.fields, *parts.money, *parts.after), self.where)

    def field_row(self, row: GridRow) -> None:
        year = year_of(row)
        if year is not None:
            self.year = year
            self.cells.append(Cell(row.cells[0].text, row.cells[0].origin, "year"))
            return
        stated = read_sum_text(row.cells[0].text) if len(row.cells) == 1 else None
        if stated is not None and not pairs_in(row.cells[0].text, self.form):
            cell = row.cells[0]
            self.totals.append(evolve(stated, origin=cell.origin))
            self.cells.append(Cell(cell.text, cell.origin, "total:name"))
            return
        single = row.plain or (len(row.cells) == 1 and not is_field_row(row, self.form))
        read = read_prose(row, self.form) if single else read_fields(row, self.form)
        self.fields += read.fields
        self.cells += read.cells
        self.leftovers += read.leftovers
        self.money_unit = read.money_unit or self.money_unit

    def field_or_sum(self, row: GridRow, header: Header) -> None:
        """A row beside the indicators: a sum whose figures stand in its columns, or fields."""
        read = read_sum(row, header, self.form, self.where)
        if read is None or read.stated or (read.findings and is_field_row(row, self.form)):
            self.field_row(row)
            return
        self.totals += () if read.total is None else (read.total,)
        self.cells += read.cells
        self.leftovers += read.leftovers
        self.said += read.findings

    def first_field(self, names: Sequence[str]) -> str | None:
        told = (one for one in reversed(self.fields) if _WORD.search(one.text))
        filled = {key(one.name): one.text for one in told}
        return next((filled[name] for name in names if name in filled), None)

    def table(self, title: str, index: int, header: Header, origin: Origin) -> Table:
        """The table; rows know their doubts."""
        above = self.before
        self.fields = list(persons_apart(self.fields, self.form))
        name = self.first_field(NAME_LABELS) or (above.name if above else "")
        unit = self.first_field(UNIT_LABELS) or (above.unit if above else None)
        where = Where(table=name or None, table_index=index, unit=unit)
        year = self.year or self.year_field() or _year_of_columns(header)
        year = year or (above.year if above else None)
        return Table(
            kind=self.form.name,
            title=title,
            name=name,
            index=index,
            unit=unit,
            code=self.first_field(CODE_LABELS) or (above.code if above else None),
            year=year,
            stage=self.form.stage,
            money_unit=self.money_unit,
            columns=header.columns,
            fields=tuple(self.fields),
            funding=(*self.money.funding, *self.tasks.total),
            tasks=self.tasks.tasks,
            spending=self.money.spending,
            schedule=self.schedule.steps,
            indicators=tuple(build_indicator(draft, header, where) for draft in self.drafts),
            slots=tuple(Slot(one.level1, one.level2, one.origin) for one in self.part.slots),
            totals=(*self.part.totals, *self.totals),
            cells=tuple(sorted(self.cells, key=self.place)),
            origin=origin,
            ruleset=self.form.ruleset,
            unread=sum(map(self.tells, self.leftovers)),
        )

    def year_field(self) -> int | None:
        text = self.first_field(("开始时间", "年度", "实施期限"))
        match = re.match(r"20\d{2}", text or "")
        return int(match[0]) if match else None

    def within(self, cell: Cell) -> bool:
        """Whether a cell stands inside the grid, and not in the lines above or below it."""
        first, last = self.grid
        return first <= self.order.get(cell.origin, first) <= last

    def tells(self, cell: Cell) -> bool:
        """Whether a cell that found no place may be something that was filled in."""
        below = self.order.get(cell.origin, self.first - 1) >= self.first
        return below and not is_note(cell.text) and _TELLING.search(cell.text) is not None

    def place(self, cell: Cell) -> tuple[int, int]:
        """Where a cell stands in the order of the file."""
        return (self.order.get(cell.origin, -1), cell.origin.column or 0)

    def findings(self, table: Table) -> list[Finding]:
        """Everything to be said about the reading of the parts."""
        said = [*self.money.findings, *self.tasks.findings, *self.part.findings, *self.said]
        for row in table.indicators:
            said += row.doubts
            said += bad_weight(row, table)
        loose = [cell for cell in self.leftovers if self.within(cell) and not is_note(cell.text)]
        if loose:
            where = evolve(self.where, origin=loose[0].origin)
            text = "、".join(dict.fromkeys(cell.text.strip()[:20] for cell in loose[:3]))
            said.append(finding("T08", where, count=len(loose), text=text))
        return said


def _year_of_columns(header: Header) -> int | None:
    """The year that follows the last one of which a column gives the figures: 上2023年."""
    years = (_LAST_YEAR.fullmatch(key(cell.text)) for cell in header.cells)
    return next((int(match[1]) + 1 for match in years if match), None)


def _about_form(form: Form, table: Table, *, sure: bool) -> list[Finding]:
    where = table.where()
    said: list[Finding] = []
    if not table.title:
        said.append(finding("T07", where))
    if not sure:
        said.append(finding("T05", where, title=table.title or "—", form=form.name or "—"))
    if sure and form.until is not None and table.year is not None and table.year > form.until:
        last, id_ = form.until, form.ruleset or "—"
        said.append(finding("T68", where, year=table.year, until=last, ruleset=id_))
    return said


def _about_header(header: Header, table: Table) -> list[Finding]:
    where = table.where()
    said: list[Finding] = []
    if not header.printed and table.indicators:
        said.append(finding("T09", where))
    if header.missing:
        said.append(finding("T32", where, columns="、".join(header.missing)))
    if header.unknown:
        said.append(finding("T33", where, columns="、".join(header.unknown)))
    if header.scores:
        own, *others = header.scores
        count = len(header.scores)
        said.append(finding("T70", where, count=count, own=own, others="、".join(others)))
    return said
