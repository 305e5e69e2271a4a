"""The years before: histories without a change, in other units, or of a year that had not ended."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.checking.figures import value_text
from jixiao.checking.rows import at_field, final_column, firm_rows
from jixiao.findings import finding
from jixiao.parsing import parse_value
from jixiao.source import squeeze
from jixiao.units import comparable
from jixiao.values import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding, Where
    from jixiao.rules import Ruleset
    from jixiao.tables import Document, Indicator, Table

__all__ = ["flat_history", "history_columns", "other_units", "unfinished_year"]

_FEWEST = 5
"""A history of fewer rows may well be flat."""
_SAME_PART = 9
_OF_TEN = 10
"""Nine rows in ten without a change are taken for all of them."""
_DATE = re.compile(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?")
_LAST_YEAR = ("上年", "去年")
_YEAR = re.compile(r"\d{4}")


def history_columns(table: Table) -> tuple[str, ...]:
    """The columns of years before (基期值), in the order of the form."""
    return tuple(column.name for column in table.columns if column.role == "基期值")


def _told(row: Indicator, columns: tuple[str, ...]) -> list[str]:
    """What a row says of the years before; empty where one of them is blank."""
    texts = [squeeze(row.text(column) or "") for column in columns]
    return texts if all(texts) else []


def flat_history(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S25: the years before and this one hold the same text in nine rows of ten.

    Rows whose words or bounds are the same in all years by their meaning (规范, 0%, 100%) count
    among the rows, but the table must also hold at least one figure that could have moved.
    """
    del ruleset
    columns, last = history_columns(table), final_column(table)
    if not columns or last is None:
        return
    held = [
        (row, squeeze(row.value(last).text))
        for row in firm_rows(table)
        if _told(row, columns) and squeeze(row.value(last).text)
    ]
    same = [row for row, text in held if set(_told(row, columns)) == {text}]
    free = any(_may_move(row, last) for row in same)
    if len(held) >= _FEWEST and free and len(same) * _OF_TEN >= len(held) * _SAME_PART:
        yield finding(
            "S25",
            table.where(),
            count=len(held),
            same=len(same),
            earlier="、".join(columns),
            column=last,
        )


def _may_move(row: Indicator, column: str) -> bool:
    value = row.value(column)
    return isinstance(value, Comparison) and value.quantity.base_number not in (0, 100)


def other_units(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S26: an earlier year in a unit that this year's target cannot be held against, once a row."""
    del ruleset
    last = final_column(table)
    if last is None:
        return
    for row in firm_rows(table):
        value = row.value(last)
        if not isinstance(value, Comparison) or not value.quantity.unit.symbol:
            continue
        for column in history_columns(table):
            text = row.text(column) or ""
            before = parse_value(text)
            if (
                isinstance(before, Comparison)
                and before.quantity.unit.symbol
                and not comparable(before.quantity, value.quantity)
            ):
                yield finding(
                    "S26",
                    table.where_row(row, last),
                    raw=value_text(value),
                    name=row.level3,
                    earlier=column,
                    before=text.strip(),
                    column=last,
                    value=value_text(value),
                )
                break


def unfinished_year(document: Document, ruleset: Ruleset) -> Iterator[Finding]:
    """S27: figures of 上年 in a form that was filed before that year was over.

    The year is that of the column's name, else the one before the year of the table. A form in two
    tables (long term and year) is filed on one day, so the date of either counts for both.
    """
    del ruleset
    filed: dict[str, tuple[Where, str, date]] = {}
    for table in document.tables:
        for field in table.fields:
            day = _day(field.text) if squeeze(field.name) == "填报日期" else None
            if day is not None:
                filed[squeeze(table.name)] = (at_field(table, field), field.text, day)
    for table in document.tables:
        held = filed.get(squeeze(table.name))
        for column in history_columns(table) if held is not None else ():
            year = _year_of(column, table.year)
            told = (row for row in firm_rows(table) if squeeze(row.text(column) or ""))
            if held is None or year is None or held[2] > date(year, 12, 31):
                continue
            if next(told, None) is not None:
                where, raw, _ = held
                yield finding(
                    "S27",
                    evolve(table.where(), column=column, origin=where.origin),
                    raw=raw,
                    date=squeeze(raw),
                    column=column,
                    year=year,
                )


def _day(text: str) -> date | None:
    match = _DATE.search(squeeze(text))
    try:
        return None if match is None else date(*(int(one) for one in match.groups()))
    except ValueError:
        return None


def _year_of(column: str, year: int | None) -> int | None:
    named = _YEAR.search(column)
    if named is not None:
        return int(named[0])
    return year - 1 if year is not None and column.startswith(_LAST_YEAR) else None
