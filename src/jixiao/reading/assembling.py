"""One table put together from its segment: form, fields, money, indicators, findings."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.findings import Finding, Where, finding
from jixiao.parsing import parse_value
from jixiao.reading.forms import Form, choose_form
from jixiao.reading.grid import GridRow, key
from jixiao.reading.headers import (
    Header,
    continues_header,
    default_header,
    header_names,
    is_header,
    read_header,
)
from jixiao.reading.indicators import IndicatorPart, is_note, read_rows
from jixiao.reading.labelled import is_field_row, read_fields, read_prose
from jixiao.reading.labels import CODE_LABELS, NAME_LABELS, UNIT_LABELS
from jixiao.reading.money import MoneyPart, opens_money, read_money
from jixiao.reading.placing import place_rows
from jixiao.reading.segments import title_text, year_in, year_of
from jixiao.tables import Cell, Field, Indicator, RowStatus, Slot, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.drafts import Doubt, Draft
    from jixiao.reading.segments import Segment
    from jixiao.rules import Ruleset
    from jixiao.source import Origin
    from jixiao.values import Value

__all__ = ["TableRead", "read_table"]

_MONEY_UNIT = re.compile(r"\((元|千元|万元|亿元)\)")
_WEIGHT = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)(?:分|%)?")


@frozen
class TableRead:
    """A table, what is to be said about its reading, and the cells that found no place in it."""

    table: Table
    findings: tuple[Finding, ...]
    leftovers: tuple[Cell, ...]


@frozen
class _Parts:
    """The rows of a segment by part."""

    fields: tuple[GridRow, ...]
    money: tuple[GridRow, ...]
    header: tuple[GridRow, ...]
    rows: tuple[GridRow, ...]
    after: tuple[GridRow, ...]


def read_table(segment: Segment, index: int, rulesets: Sequence[Ruleset]) -> TableRead:
    """The table of a segment, read by the form that its title and headers name."""
    title = (title_text(segment.title) if segment.title else None) or ""
    header_rows = _header_rows(segment.rows)
    form, sure = choose_form(rulesets, title, header_names(header_rows))
    parts = _parts(segment.rows, form)
    header = read_header(parts.header, form) if parts.header else default_header(form)
    origin = segment.title.origin if segment.title else segment.rows[0].origin
    builder = _Builder(Where(table_index=index, origin=origin), form)
    builder.title(segment)
    builder.read_parts(parts, header)
    table = builder.table(title, index, header, origin)
    findings = [finding("T06", table.where(), name=table.name or title or "—")]
    if not table.blank:
        findings = [*_about_form(form, table, sure=sure), *_about_header(header, table)]
        findings += builder.findings(table)
    where = table.where()
    placed = (_placed(one, where) for one in findings)
    return TableRead(table, tuple(placed), tuple(builder.leftovers))


def _placed(one: Finding, where: Where) -> Finding:
    known = evolve(one.where, table=where.table, table_index=where.table_index, unit=where.unit)
    return one.at(known)


def _header_rows(rows: Sequence[GridRow]) -> tuple[GridRow, ...]:
    for at, row in enumerate(rows):
        if is_header(row):
            after = rows[at + 1 : at + 2]
            return (row, *(one for one in after if continues_header(one)))
    return ()


def _opens_indicators(row: GridRow, form: Form) -> bool:
    """Whether a row is the first of an indicator part whose header was lost."""
    if row.plain or len(row.cells) < 3:  # noqa: PLR2004 - two labels and a name or value
        return False
    first, second = row.cells[0].text, row.cells[1].text
    return form.is_level1(first) and form.is_level2(second)


def _parts(rows: Sequence[GridRow], form: Form) -> _Parts:
    """The rows by part: fields with money between them, the header, the indicators."""
    fields: list[GridRow] = []
    money: list[GridRow] = []
    header: list[GridRow] = []
    below: list[GridRow] = []
    after: list[GridRow] = []
    state = "fields"
    for row in rows:
        if state == "indicators":
            if len(header) == 1 and not below and continues_header(row, form):
                header.append(row)
            elif after or _ends_indicators(row, form):
                after.append(row)
            else:
                below.append(row)
        elif is_header(row):
            state = "indicators"
            header.append(row)
        elif _opens_indicators(row, form):
            state = "indicators"
            below.append(row)
        elif is_field_row(row, form):
            state = "fields"
            fields.append(row)
        elif state == "money" or opens_money(row, form):
            state = "money"
            money.append(row)
        else:
            fields.append(row)
    return _Parts(tuple(fields), tuple(money), tuple(header), tuple(below), tuple(after))


def _ends_indicators(row: GridRow, form: Form) -> bool:
    """Whether a row below the indicators begins with the label of a field: 备注, 填报人."""
    if row.plain or row.cells[0].column > 0:
        return False
    first = row.cells[0].text
    return (
        form.field_name(first) is not None
        and not form.is_level1(first)
        and not form.is_level2(first)
        and not is_header(row)
    )


class _Builder:
    """Gathers the pieces of one table; every cell ends in `cells` or in `leftovers`."""

    def __init__(self, where: Where, form: Form) -> None:
        self.where = where
        self.form = form
        self.fields: list[Field] = []
        self.cells: list[Cell] = []
        self.leftovers: list[Cell] = []
        self.year: int | None = None
        self.money_unit = form.money_unit
        self.money = MoneyPart()
        self.part = IndicatorPart((), (), (), ())
        self.drafts: tuple[Draft, ...] = ()
        self.grid = (0, 0)

    def title(self, segment: Segment) -> None:
        lines = [row.index + 1 for row in segment.rows if not row.plain]
        self.grid = (lines[0], lines[-1]) if lines else (0, 0)
        if segment.title is not None:
            cell = segment.title.cells[0]
            self.cells.append(Cell(cell.text, cell.origin, "title"))
            self.year = year_in(cell.text)

    def read_parts(self, parts: _Parts, header: Header) -> None:
        for row in (*parts.fields, *parts.after):
            self.field_row(row)
        for row in parts.money[:1]:
            stated = _MONEY_UNIT.search("".join(key(cell.text) for cell in row.cells))
            self.money_unit = stated[1] if stated else self.money_unit
        self.money = read_money(parts.money, self.form, self.money_unit, self.where)
        side = {cell.origin for cell in header.side}
        for cell in header.cells:
            use = "label" if cell.origin in side else "header"
            self.cells.append(Cell(cell.text, cell.origin, use))
        self.part = read_rows(parts.rows, header, self.form)
        self.drafts = place_rows(self.part.drafts, self.part.slots, self.form)
        self.cells += [*self.money.cells, *self.part.cells]
        self.leftovers += [*self.money.leftovers, *self.part.leftovers]

    def field_row(self, row: GridRow) -> None:
        year = year_of(row)
        if year is not None:
            self.year = year
            self.cells.append(Cell(row.cells[0].text, row.cells[0].origin, "year"))
            return
        single = row.plain or (len(row.cells) == 1 and not is_field_row(row, self.form))
        read = read_prose(row, self.form) if single else read_fields(row, self.form)
        self.fields += read.fields
        self.cells += read.cells
        self.leftovers += read.leftovers
        self.money_unit = read.money_unit or self.money_unit

    def first_field(self, names: Sequence[str]) -> str | None:
        filled = {key(one.name): one.text for one in reversed(self.fields) if one.text}
        return next((filled[name] for name in names if name in filled), None)

    def table(self, title: str, index: int, header: Header, origin: Origin) -> Table:
        """The table; rows know their doubts."""
        name = self.first_field(NAME_LABELS) or ""
        unit = self.first_field(UNIT_LABELS)
        where = Where(table=name or None, table_index=index, unit=unit)
        year = self.year or self.year_field()
        return Table(
            kind=self.form.name,
            title=title,
            name=name,
            index=index,
            unit=unit,
            code=self.first_field(CODE_LABELS),
            year=year,
            stage=self.form.stage,
            money_unit=self.money_unit,
            columns=header.columns,
            fields=tuple(self.fields),
            funding=self.money.funding,
            spending=self.money.spending,
            indicators=tuple(_indicator(draft, header, where) for draft in self.drafts),
            slots=tuple(Slot(one.level1, one.level2, one.origin) for one in self.part.slots),
            cells=tuple(sorted(self.cells, key=_place)),
            origin=origin,
            ruleset=self.form.ruleset,
        )

    def year_field(self) -> int | None:
        text = self.first_field(("开始时间", "年度", "实施期限"))
        match = re.match(r"20\d{2}", text or "")
        return int(match[0]) if match else None

    def within(self, cell: Cell) -> bool:
        """Whether a cell stands inside the grid, and not in the lines above or below it."""
        first, last = self.grid
        return cell.origin.line is None or first <= cell.origin.line <= last

    def findings(self, table: Table) -> list[Finding]:
        """Everything to be said about the reading of the parts."""
        said = list(self.money.findings)
        for row in table.indicators:
            said += row.doubts
            said += _bad_weight(row, table)
        loose = [cell for cell in self.leftovers if self.within(cell) and not is_note(cell.text)]
        if loose:
            where = evolve(self.where, origin=loose[0].origin)
            text = "、".join(dict.fromkeys(cell.text.strip()[:20] for cell in loose[:3]))
            said.append(finding("T08", where, count=len(loose), text=text))
        return said


def _place(cell: Cell) -> tuple[int, int]:
    return (cell.origin.line or 0, cell.origin.column or 0)


def _about_form(form: Form, table: Table, *, sure: bool) -> list[Finding]:
    where = table.where()
    said: list[Finding] = []
    if not table.title:
        said.append(finding("T07", where))
    if not sure:
        said.append(finding("T05", where, title=table.title or "—", form=form.name or "—"))
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
    return said


# ── indicators ────────────────────────────────────────────────────────────────


def _indicator(draft: Draft, header: Header, where: Where) -> Indicator:
    texts = {one.layout.name: one.token.text for one in draft.cells}
    origins = {one.layout.name: one.token.cell.origin for one in draft.cells}
    sign = _by_role(texts, header, "符号")
    unit = _by_role(texts, header, "单位")
    unread = draft.status is RowStatus.UNREAD
    valued = [] if unread else [one for one in header.columns if one.role in {"目标值", "实际值"}]
    others = [one for one in header.columns if one.role not in {"目标值", "实际值"}]
    level3 = draft.level3 or ""
    place = evolve(
        where,
        level1=draft.level1 or None,
        level2=draft.level2 or None,
        level3=level3 or None,
        origin=draft.origin,
    )
    return Indicator(
        level1=draft.level1,
        level2=draft.level2,
        level3=level3,
        values=tuple((one.name, _value(texts.get(one.name, ""), sign, unit)) for one in valued),
        texts=tuple((one.name, texts[one.name]) for one in others if one.name in texts),
        description=_by_role(texts, header, "描述"),
        basis=_by_role(texts, header, "依据"),
        weight=_weight(_by_role(texts, header, "权重")),
        status=draft.status,
        doubts=tuple(_doubt_finding(doubt, place, draft.raw) for doubt in draft.doubts),
        origin=draft.origin,
        value_origins=tuple((one.name, origins[one.name]) for one in valued if one.name in origins),
    )


def _doubt_finding(doubt: Doubt, where: Where, raw: str) -> Finding:
    said = finding(doubt.code, where, raw=raw)
    return evolve(said, context=doubt.context)


def _by_role(texts: dict[str, str], header: Header, role: str) -> str | None:
    return next(
        (texts[one.name] for one in header.columns if one.role == role and one.name in texts), None
    )


def _value(text: str, sign: str | None, unit: str | None) -> Value:
    return parse_value(text, operator=sign, unit=unit) if text else parse_value("")


def _weight(text: str | None) -> Decimal | None:
    match = _WEIGHT.fullmatch(key(text)) if text else None
    return Decimal(match[1]) if match else None


def _bad_weight(row: Indicator, table: Table) -> list[Finding]:
    name = next((one.name for one in table.columns if one.role == "权重"), None)
    text = row.text(name) if name else None
    if not text or row.weight is not None or text.strip() in {"/", "—", "-", "——"}:
        return []
    return [finding("T34", table.where_row(row, name), raw=text, text=text)]
