"""Targets of the first half held against the money planned for it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.checking.figures import percent_text, value_text
from jixiao.checking.names import EVENTS, core
from jixiao.checking.rows import (
    MONEY,
    bare_level,
    earlier_columns,
    final_column,
    firm_rows,
    spending_columns,
    spending_total,
    yuan,
)
from jixiao.checking.value_findings import about_value
from jixiao.findings import finding
from jixiao.units import comparable
from jixiao.values import Comparison, Operator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Table

__all__ = ["pace_of_work", "share_of_one_line", "work_without_money"]

EXECUTION = "预算执行率"
_FAR = Fraction(1, 4)
"""A share this far from the planned one, as a part of the larger, is worth a look."""
_FAR_PACE = Fraction(1, 2)


def work_without_money(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S14: outputs counted for the first half, or a 预算执行率, while all its spending is 0.

    Every line must say 0; a blank is no 0 (F18). Other rates and limits (≤) ask for no money.
    """
    del ruleset
    half, _ = spending_columns(table)
    if half is None or spending_total(table, half) != 0:
        return
    for row in firm_rows(table):
        execution = core(row.level3) == EXECUTION
        if not execution and bare_level(row.level1) != "产出":
            continue
        for column in earlier_columns(table):
            value = row.value(column)
            if (
                isinstance(value, Comparison)
                and value.op not in (Operator.LE, Operator.LT)
                and (execution or value.quantity.unit.base not in ("%", MONEY))
                and value.quantity.number > 0
            ):
                text = value_text(value)
                yield finding(
                    "S14",
                    table.where_row(row, column),
                    raw=text,
                    name=row.level3,
                    column=column,
                    value=text,
                    money_column=half,
                )


def share_of_one_line(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S23: a half-year 预算执行率 that is, to its printed digits, the share of one line alone.

    Said where the share of all lines is far from it and one line only comes to it; which of the
    two was meant is asked, not told (F17).
    """
    del ruleset
    half, whole = spending_columns(table)
    planned, total = spending_total(table, half), spending_total(table, whole)
    if half is None or not planned or not total:
        return
    for row in firm_rows(table):
        for column in earlier_columns(table) if core(row.level3) == EXECUTION else ():
            value = row.value(column)
            if not isinstance(value, Comparison) or value.quantity.unit.base != "%":
                continue
            filed = Fraction(value.quantity.base_number) / 100
            if abs(filed - planned / total) <= max(filed, planned / total) * _FAR:
                continue
            digits = -int(value.quantity.number.as_tuple().exponent)
            shares = [
                (line.name, yuan(amount, table) or Fraction())
                for line in table.spending
                if (amount := line.amount(half)) is not None
            ]
            near = [
                (name, money / total)
                for name, money in shares
                if money and _to_digits(money / total, digits) == filed
            ]
            if len(near) == 1 and len(shares) > 1:
                yield about_value(
                    "S23",
                    (table, row, column),
                    value,
                    line=near[0][0],
                    share=percent_text(near[0][1]),
                    planned=percent_text(planned / total),
                )


def pace_of_work(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S37: a count that runs far ahead of the money planned for the same time, or far behind it.

    Shares of the year are compared; half of the year's plan between them is far. Work without any
    money is S14.
    """
    del ruleset
    half, whole = spending_columns(table)
    planned, total = spending_total(table, half), spending_total(table, whole)
    last = final_column(table)
    if not planned or not total or last is None:
        return
    paid = planned / total
    for row in firm_rows(table):
        year = row.value(last)
        if bare_level(row.level1) != "产出" or not isinstance(year, Comparison):
            continue
        for column in earlier_columns(table):
            value = row.value(column)
            if not isinstance(value, Comparison) or not _adds_up(value, year):
                continue
            pace = value.quantity.exact / year.quantity.exact
            if pace <= 1 and abs(pace - paid) >= _FAR_PACE:
                yield finding(
                    "S37",
                    table.where_row(row, column),
                    raw=value_text(value),
                    name=row.level3,
                    half_column=column,
                    pace=percent_text(pace),
                    paid=percent_text(paid),
                )


def _adds_up(value: Comparison, year: Comparison) -> bool:
    """Whether both are counts of events, which add up over the year; people and things may stay."""
    return (
        value.op not in (Operator.LE, Operator.LT)
        and value.quantity.unit.base in EVENTS
        and comparable(value.quantity, year.quantity)
        and year.quantity.number > 0
    )


def _to_digits(share: Fraction, digits: int) -> Fraction:
    """A share rounded half up to so many digits of its percentage."""
    scale = 100 * Fraction(10) ** digits
    return int(share * scale + Fraction(1, 2)) / scale
