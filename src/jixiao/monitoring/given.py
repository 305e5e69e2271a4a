"""What the monitoring of one table depends on, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.periods import resolve_deadline

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from jixiao.actuals import ActualRow, FundingActual
    from jixiao.evaluation.leaves import Leaf
    from jixiao.expressions import Function
    from jixiao.monitoring.due import By, Due, Point
    from jixiao.rules import Ruleset
    from jixiao.tables import Column, Table

__all__ = ["Given", "day_of"]


@frozen(eq=False)
class Given:
    """A table with its actuals, the day, the rules, and what is due of it by that day.

    `counted` is the column of targets that is due, None before the first; `annual` that of the
    year. `due` holds for what has no plan of its own.
    """

    table: Table
    leaves: tuple[Leaf, ...]
    rows: Mapping[int, ActualRow]
    funding: tuple[FundingActual, ...]
    rules: Ruleset
    functions: Mapping[str, Function]
    as_of: date
    year: int
    by: By
    due: Due
    plan: tuple[Point, ...]
    counted: Column | None
    annual: Column

    @property
    def over(self) -> bool:
        """Whether the year has ended."""
        return self.as_of >= resolve_deadline(self.year, None, None)

    @property
    def final(self) -> bool:
        """Whether the target of the year itself is due."""
        return self.counted is not None and self.counted.name == self.annual.name


def day_of(column: Column, year: int) -> date:
    """The day a column's targets fall due."""
    month, day = column.due or (12, 31)
    return resolve_deadline(year, month, day)
