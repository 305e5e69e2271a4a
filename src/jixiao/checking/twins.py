"""One quantity set twice in a table under names that mean one thing, with two values."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from jixiao.checking.figures import value_text
from jixiao.checking.names import core
from jixiao.checking.rows import firm_rows
from jixiao.findings import finding
from jixiao.source import squeeze
from jixiao.units import comparable
from jixiao.values import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Indicator, Table

__all__ = ["two_values"]

_TOO_GENERAL = 4
"""Cores shorter than this (完成率, 满意度, 覆盖率) may be about different things in two rows."""

_MANY = 40
"""So many rows of one name and other values show what there is to show."""


def two_values(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S02: two firm rows whose names reduce to one core, with different figures in a column.

    Only figures of one dimension are held against each other, and rows that describe themselves in
    different words, or that serve different goals, are left alone. The finding stands at the row
    outside 过程, since that one is the unit's own.
    """
    del ruleset
    groups: dict[tuple[str, str | None], dict[object, Indicator]] = {}
    for row in firm_rows(table):
        name = core(row.level3)
        if len(name) >= _TOO_GENERAL:
            said = (row.level1, row.description, tuple(value.text for _, value in row.values))
            groups.setdefault((name, row.goal), {}).setdefault(said, row)
    for held in groups.values():
        for one, other in itertools.combinations(list(held.values())[:_MANY], 2):
            if not _differently_described(one, other):
                yield from _differences(table, one, other)


def _differently_described(one: Indicator, other: Indicator) -> bool:
    words = {squeeze(row.description) for row in (one, other) if row.description}
    return len(words) > 1


def _differences(table: Table, one: Indicator, other: Indicator) -> Iterator[Finding]:
    if other.level1 == "过程":
        one, other = other, one
    for column, first in one.values:
        second = other.value(column)
        if not (isinstance(first, Comparison) and isinstance(second, Comparison)):
            continue
        same = first.quantity.exact == second.quantity.exact
        if not same and comparable(first.quantity, second.quantity):
            yield finding(
                "S02",
                table.where_row(other, column),
                raw=value_text(second),
                related=(table.where_row(one, column),),
                name=other.level3,
                value=value_text(second),
                other=one.level3,
                other_value=value_text(first),
                place=f"{one.level1} › {one.level2}",
            )
