"""What of a table may be judged: its firm rows, the columns of targets by date, its money."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.findings import Where
from jixiao.money_names import total_at
from jixiao.source import squeeze
from jixiao.tables import RowStatus
from jixiao.units import parse_unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.rules import Ruleset, TableRule
    from jixiao.tables import Column, Field, Indicator, SpendingLine, Table
    from jixiao.units import Quantity

__all__ = [
    "MONEY",
    "at_field",
    "bare_level",
    "earlier_columns",
    "final_column",
    "firm_rows",
    "form_of",
    "money_total",
    "of_level",
    "same_level",
    "spending_columns",
    "spending_total",
    "sure_amounts",
    "yuan",
]

MONEY = "元"
_YEAR_END = (12, 31)
_LEVELS = {"level1": 1, "level2": 2}


def firm_rows(table: Table) -> tuple[Indicator, ...]:
    """The rows whose reading is exact: the only ones that anything may be said about (F5)."""
    return tuple(row for row in table.indicators if row.status.certain)


def form_of(table: Table, ruleset: Ruleset) -> TableRule | None:
    """What the ruleset says of this kind of table."""
    return ruleset.table(table.kind)


def at_field(table: Table, field: Field) -> Where:
    """The place of a labelled text of a table."""
    return Where(
        table=table.name,
        table_index=table.index,
        unit=table.unit,
        column=field.name,
        origin=field.origin,
    )


def bare_level(name: str) -> str:
    """The name of a level without 指标 and spaces, the form in which levels are compared.

    >>> bare_level("经济效益指标")
    '经济效益'
    """
    return squeeze(name).removesuffix("指标") or squeeze(name)


def same_level(name: str, others: Iterable[str]) -> bool:
    """Whether a level is one of those named, with or without 指标."""
    return bare_level(name) in {bare_level(other) for other in others}


def of_level(row: Indicator, word: str) -> bool:
    """Whether a row stands under a 一级 or 二级 whose name holds the word."""
    return any(word in getattr(row, level) for level in _LEVELS)


def _targets(table: Table) -> tuple[Column, ...]:
    return tuple(column for column in table.columns if column.role == "目标值")


def final_column(table: Table) -> str | None:
    """The column of targets that counts at the end: the one without a date, else the latest."""
    columns = _targets(table)
    if not columns:
        return None
    return max(enumerate(columns), key=lambda held: (held[1].due or _YEAR_END, held[0]))[1].name


def earlier_columns(table: Table) -> tuple[str, ...]:
    """The columns of targets that are due before the end of the year (半年指标值), in order."""
    last = final_column(table)
    return tuple(
        column.name
        for column in _targets(table)
        if column.name != last and column.due is not None and column.due < _YEAR_END
    )


def yuan(amount: Quantity, table: Table) -> Fraction | None:
    """An amount in 元; a bare number is in the table's own unit of money. None for other units."""
    unit = amount.unit if amount.unit.symbol else parse_unit(table.money_unit)
    return Fraction(amount.number) * unit.ratio if unit.base == MONEY else None


def money_total(table: Table) -> Quantity | None:
    """资金总额, where the form has it filled in."""
    filled = [line for line in table.funding if line.amount() is not None]
    at = total_at([line.source for line in filled])
    return None if at is None else filled[at].amount()


def spending_columns(table: Table) -> tuple[str | None, str | None]:
    """The column of spending planned for the first half, and that of the whole year.

    >>> from jixiao.tables import Table
    >>> spending_columns(Table(kind="", title="", name=""))
    (None, None)
    """
    names = [name for line in table.spending for name, _ in line.amounts]
    half = next((name for name in names if "半年" in name or "6月" in name), None)
    whole = next((name for name in names if "全年" in name or name == "预算数"), None)
    return half, whole


def sure_amounts(line: SpendingLine) -> bool:
    """Whether the amounts of a line may be reckoned with.

    A line that only stood beside its column holds the same money; one whose place was guessed may
    not.
    """
    return line.status not in (RowStatus.SUSPECTED, RowStatus.UNREAD)


def spending_total(table: Table, column: str | None) -> Fraction | None:
    """A column of spending added up, in 元; None without lines or with a blank cell (F18)."""
    if column is None or not table.spending:
        return None
    total = Fraction()
    for line in table.spending:
        amount = line.amount(column)
        money = None if amount is None else yuan(amount, table)
        if money is None or not sure_amounts(line):
            return None
        total += money
    return total
