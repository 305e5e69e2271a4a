"""The long term held against the year: two tables of one form, or two columns of one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.checking.figures import number_text, value_text
from jixiao.checking.history import history_columns
from jixiao.checking.rows import final_column, firm_rows
from jixiao.directions import direction_of_name
from jixiao.findings import finding
from jixiao.parsing import parse_value
from jixiao.source import squeeze
from jixiao.units import comparable
from jixiao.values import Comparison, Operator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Document, Indicator, Table

__all__ = ["years_of_the_long_term"]

_LASTING = ("长期", "中期", "实施期", "总体", "总目标")
_YEARLY = ("年度", "当年", "本年", "全年")
_DOWN = (Operator.LE, Operator.LT)
_ALL = 100
"""A bare 100% of a name that says no direction is no limit: those end in 控制率, 调整率 …."""


@frozen
class _Pair:
    """One indicator in the long term and in the year, with the years before it."""

    table: Table
    row: Indicator
    column: str
    lasting: Comparison
    yearly: Comparison
    before: tuple[Comparison, ...]
    history: tuple[str, ...]

    @property
    def counted(self) -> bool:
        """Whether the figure is a quantity that may be added up, and more of it is better."""
        if self.lasting.quantity.unit.base == "%" or self.lasting.op in _DOWN:
            return False
        known = direction_of_name(self.row.level3)
        return self.yearly.op not in _DOWN and (known is None or known.direction == "more")

    @property
    def years(self) -> Fraction | None:
        """The years before and this one added up; None where there is no year before."""
        if not self.before:
            return None
        return sum((one.quantity.exact for one in self.before), self.yearly.quantity.exact)


def years_of_the_long_term(document: Document, ruleset: Ruleset) -> Iterator[Finding]:
    """S28, S29 and S30: a year that brings the long term no nearer, exceeds it, or does not sum.

    A long-term figure that is the sum of its years is right (F3), as is one that is the same as the
    year's; a yearly ratio below the long-term one is asked about only where the years before stand
    at the same figure, so that no step towards it is seen. That a long-term count is not the sum is
    asked only where it is the sum for at least two other indicators of the same table.
    """
    del ruleset
    for table in document.tables:
        yield from _judged(tuple(_in_columns(table)))
    lasting: dict[str, Table] = {}
    for table in document.tables:
        if _is_lasting(table):
            lasting[squeeze(table.name)] = table
        elif history_columns(table) and squeeze(table.name) in lasting:
            yield from _judged(tuple(_in_tables(lasting[squeeze(table.name)], table)))


def _is_lasting(table: Table) -> bool:
    """Whether a table holds the long term of a department: a goal says so and no year before."""
    named = any("长期目标" in squeeze(one.name) for one in table.fields)
    return not history_columns(table) and (named or "长期" in table.title)


def _in_tables(lasting: Table, yearly: Table) -> Iterator[_Pair]:
    first, last = final_column(lasting), final_column(yearly)
    if first is None or last is None:
        return
    known = {
        (squeeze(row.level1), squeeze(row.level3)): row.value(first) for row in firm_rows(lasting)
    }
    columns = history_columns(yearly)
    for row in firm_rows(yearly):
        value = known.get((squeeze(row.level1), squeeze(row.level3)))
        yield from _pair(yearly, row, last, value, columns)


def _in_columns(table: Table) -> Iterator[_Pair]:
    names = [column.name for column in table.columns if column.role == "目标值"]
    lasting = next((name for name in names if any(word in name for word in _LASTING)), None)
    yearly = next((name for name in names if any(word in name for word in _YEARLY)), None)
    if lasting is None or yearly is None or lasting == yearly:
        return
    for row in firm_rows(table):
        yield from _pair(table, row, yearly, row.value(lasting), history_columns(table))


def _pair(
    table: Table, row: Indicator, column: str, lasting: object, history: tuple[str, ...]
) -> Iterator[_Pair]:
    """The pair, if both are figures of one dimension and so are the years before."""
    yearly = row.value(column)
    if not (isinstance(lasting, Comparison) and isinstance(yearly, Comparison)):
        return
    read = tuple(parse_value(row.text(name) or "") for name in history)
    before = tuple(one for one in read if isinstance(one, Comparison))
    if len(before) < len(read):
        before = ()
    if all(comparable(one.quantity, lasting.quantity) for one in (yearly, *before)):
        yield _Pair(table, row, column, lasting, yearly, before, history)


def _judged(pairs: tuple[_Pair, ...]) -> Iterator[Finding]:
    sums = [pair for pair in pairs if pair.counted and _is_sum(pair)]
    for pair in pairs:
        goal, year = pair.lasting.quantity.exact, pair.yearly.quantity.exact
        total = pair.years
        if pair.counted and year > goal:
            yield _said(pair, "S29")
        elif pair.counted and len(sums) > 1 and total is not None and goal not in (year, total):
            unit = pair.yearly.quantity.base_unit
            yield _said(pair, "S30", total=number_text(total) + unit, other=sums[0].row.level3)
        elif not pair.counted and _no_step(pair):
            yield _said(pair, "S28", earlier="、".join(pair.history))


def _said(pair: _Pair, code: str, **more: str) -> Finding:
    value = value_text(pair.yearly)
    if code != "S30":
        more["value"] = value
    where = pair.table.where_row(pair.row, pair.column)
    name, lasting = pair.row.level3, value_text(pair.lasting)
    held = (("name", name), ("lasting", lasting), *more.items())
    return evolve(finding(code, where, raw=value), context=held)


def _is_sum(pair: _Pair) -> bool:
    total = pair.years
    return (
        total == pair.lasting.quantity.exact and pair.lasting.quantity.exact != 0
    ) and total != pair.yearly.quantity.exact


def _no_step(pair: _Pair) -> bool:
    """Whether a ratio that is better high stands below the long term in this and former years."""
    goal, year = pair.lasting, pair.yearly
    if goal.quantity.unit.base != "%" or not pair.before:
        return False
    known = direction_of_name(pair.row.level3)
    if goal.op in _DOWN or year.op in _DOWN or (known is not None and known.direction != "more"):
        return False
    if known is None and goal.op is None and goal.quantity.base_number != _ALL:
        return False
    here = year.quantity.exact
    return here < goal.quantity.exact and all(one.quantity.exact == here for one in pair.before)
