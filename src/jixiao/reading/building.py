"""An indicator out of a placed row: its values parsed, its other columns, its doubts said."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.findings import Finding, Where, finding
from jixiao.parsing import parse_actual, parse_value
from jixiao.reading.files.serial_days import is_number, serial_day
from jixiao.reading.grid import key
from jixiao.reading.money.amounts import is_blank_mark
from jixiao.tables import Column, Indicator, RowStatus, Table
from jixiao.values import Absent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jixiao.reading.drafts import Doubt, Draft
    from jixiao.reading.grid import GridRow
    from jixiao.reading.headers.columns import Header
    from jixiao.values import Value

__all__ = ["bad_weight", "build_indicator", "outside_doubts"]

_OPERATOR = re.compile(r"[≥≤=<>]{1,2}")
_DRAWN = ("═", "=")
"""A line of a frame drawn for the sign of equality, as some programs print it."""
_TICKS = frozenset("√✓✔☑■●是1Vv")
_WEIGHT = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)(?:分|%)?")


def build_indicator(draft: Draft, header: Header, where: Where) -> Indicator:
    """The indicator of a draft, its values read with the sign and unit of their own columns."""
    texts = {one.layout.name: one.token.text for one in draft.cells}
    texts |= _chosen(texts, header)
    origins = {one.layout.name: one.token.cell.origin for one in draft.cells}
    sign = _sign(texts, header)
    printed = _by_role(texts, header, "单位")
    unit = None if printed is not None and is_number(printed) else printed
    unread = draft.status is RowStatus.UNREAD
    valued = [] if unread else [one for one in header.columns if one.role in {"目标值", "实际值"}]
    others = [one for one in header.columns if one.role not in {"目标值", "实际值"}]
    level3 = draft.level3 or ""
    place = Where(
        where.table,
        where.table_index,
        where.unit,
        draft.level1 or None,
        draft.level2 or None,
        level3 or None,
        origin=draft.origin,
    )
    values = _values(valued, texts, sign, unit)
    doubts = tuple(_doubt_finding(doubt, place, draft.raw) for doubt in draft.doubts)
    strange = () if unit else _no_figures(texts, valued, level3, printed, place)
    status = RowStatus.SUSPECTED if strange and draft.status.certain else draft.status
    return Indicator(
        level1=draft.level1,
        level2=draft.level2,
        level3=level3,
        values=values,
        texts=tuple((one.name, texts[one.name]) for one in others if one.name in texts),
        description=_by_role(texts, header, "描述"),
        basis=_by_role(texts, header, "依据"),
        weight=_weight(_by_role(texts, header, "权重")),
        status=status,
        doubts=(*doubts, *strange),
        origin=draft.origin,
        goal=draft.goal,
        value_origins=tuple((one.name, origins[one.name]) for one in valued if one.name in origins),
    )


def _no_figures(
    texts: dict[str, str], columns: Sequence[Column], name: str, unit: str | None, place: Where
) -> tuple[Finding, ...]:
    """A number in the place of a unit, and days that were saved as numbers: neither is a figure."""
    found = () if unit is None else (finding("T124", place, raw=unit, text=unit),)
    days = (
        (one.name, texts[one.name], day)
        for one in columns
        if (day := serial_day(texts.get(one.name, ""), name)) is not None
    )
    return (
        *found,
        *(
            finding("T125", evolve(place, column=column), raw=text, text=text, day=day.isoformat())
            for column, text, day in days
        ),
    )


def _chosen(texts: dict[str, str], header: Header) -> dict[str, str]:
    """What was ticked in columns that each stand for a word, by the column of them all."""
    found: dict[str, list[str]] = {}
    for one in header.choices:
        text = texts.get(one.layout, "").strip()
        if text and not is_blank_mark(text):
            found.setdefault(one.column, []).append(one.word if key(text) in _TICKS else text)
    return {column: "、".join(words) for column, words in found.items()}


def outside_doubts(rows: Iterable[GridRow], where: Where) -> Iterator[Finding]:
    """What is doubtful about rows that are none of indicators: fields, money, sums."""
    for row in rows:
        at = evolve(where, origin=row.origin)
        yield from (_doubt_finding(one, at, row.cells[0].text) for one in row.doubts)


def _doubt_finding(doubt: Doubt, where: Where, raw: str) -> Finding:
    said = finding(doubt.code, where, raw=raw)
    return evolve(said, context=doubt.context)


def _by_role(texts: dict[str, str], header: Header, role: str) -> str | None:
    return next(
        (texts[one.name] for one in header.columns if one.role == role and one.name in texts), None
    )


def _sign(texts: dict[str, str], header: Header) -> str | None:
    """The sign of a row: of several columns (指标性质, 指标方向) the one that holds an operator."""
    signs = [
        texts[one.name].replace(*_DRAWN)
        for one in header.columns
        if one.role == "符号" and one.name in texts
    ]
    return next((one for one in signs if _OPERATOR.fullmatch(key(one))), next(iter(signs), None))


def _values(
    columns: Sequence[Column], texts: dict[str, str], sign: str | None, unit: str | None
) -> tuple[tuple[str, Value], ...]:
    """The values of a row: a target with the sign of its own column, an actual by its target."""
    found = {
        one.name: _target(texts.get(one.name, ""), sign, unit)
        for one in columns
        if one.role == "目标值"
    }
    target = next((value for value in found.values() if not isinstance(value, Absent)), None)
    own = unit if target is None else None  # the target has it already, and tells 0.65 from 65%
    found |= {
        one.name: parse_actual(texts.get(one.name, ""), target, unit=own).value
        for one in columns
        if one.role == "实际值"
    }
    return tuple((one.name, found[one.name]) for one in columns)


def _target(text: str, sign: str | None, unit: str | None) -> Value:
    return parse_value(text, operator=sign, unit=unit) if text else parse_value("")


def _weight(text: str | None) -> Decimal | None:
    match = _WEIGHT.fullmatch(key(text)) if text else None
    return Decimal(match[1]) if match else None


def bad_weight(row: Indicator, table: Table) -> list[Finding]:
    """What is to be said about a weight that is no number."""
    name = next((one.name for one in table.columns if one.role == "权重"), None)
    text = row.text(name) if name else None
    if not text or row.weight is not None or is_blank_mark(text):
        return []
    return [finding("T34", table.where_row(row, name), raw=text, text=text)]
