"""What the formulas of a ruleset may name beside target and actual: the table, and what was filed.

First what was filed beside the row of the actuals or its money in columns of their own
(项目已完成), then the items and blocks of the table, then its plan of payments as a whole
(资金支出计划), which is a column of pairs: the share of the year gone, and the share due by then.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.checking.scope import TableScope
from jixiao.expressions import Undetermined
from jixiao.parsing import parse_value
from jixiao.periods import closed_months, last_day_of_month, resolve_deadline
from jixiao.source import squeeze
from jixiao.values import Absent, Comparison

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from jixiao.actuals import ActualRow, FundingActual
    from jixiao.rules import Ruleset
    from jixiao.tables import Table

__all__ = ["TableNames", "plan_of"]


@frozen(eq=False)
class TableNames:
    """The names of one table and of what was filed for one of its rows."""

    table: Table
    rules: Ruleset
    filed: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(
        cls,
        table: Table,
        rules: Ruleset,
        rows: Iterable[ActualRow] = (),
        funding: Iterable[FundingActual] = (),
    ) -> TableNames:
        """The names for some rows of the actuals and the money of their table."""
        beside = [pair for one in rows for pair in one.extra]
        beside += [pair for one in funding for pair in one.extra]
        return cls(table, rules, tuple(beside))

    def lookup(self, parts: tuple[str, ...]) -> object:
        """What the name stands for; unknown where nothing was filed and the form has no such."""
        if len(parts) == 1:
            for name, text in self.filed:
                if squeeze(name) == squeeze(parts[0]) and text.strip():
                    return _filed(text)
            if parts[0] in self._blocks():
                return plan_of(self.table) or Undetermined("missing", parts[0])
        return TableScope(self.table, self.rules, parse_value).lookup(parts)

    def _blocks(self) -> frozenset[str]:
        """The names of the plan: what the items with a day stand below."""
        form = self.rules.table(self.table.kind)
        fields = () if form is None else form.fields
        return frozenset(one.path[0] for one in fields if len(one.path) > 1 and one.due is not None)


def _filed(text: str) -> object:
    """A figure where one was filed, else the words."""
    value = parse_value(text)
    if isinstance(value, Absent):
        return value
    return value if isinstance(value, Comparison) and value.op is None else text.strip()


def plan_of(table: Table) -> tuple[tuple[Fraction, Fraction], ...]:
    """The plan of payments as pairs, in the order of the year.

    >>> from decimal import Decimal
    >>> from jixiao.tables import ScheduleStep, Table
    >>> steps = (ScheduleStep("3月底", (3, 31), Decimal("0.25")),)
    >>> plan_of(Table("项目绩效目标表", "", "培训", schedule=steps))
    ((Fraction(1, 4), Fraction(1, 4)),)
    """
    year = 2024 if table.year is None else table.year
    return tuple(
        (_share_of_year(resolve_deadline(year, *one.due)), Fraction(one.share))
        for one in sorted(table.schedule, key=lambda step: step.due)
        if one.share is not None
    )


def _share_of_year(day: date) -> Fraction:
    """How much of the year has gone by a day: whole months, and of a month begun its days."""
    last = last_day_of_month(day.year, day.month)
    begun = Fraction(0) if day == last else Fraction(day.day, last.day)
    return (closed_months(day) + begun) / 12
