"""Whether a quantity can stand beside the money: what one piece costs shows a slip of the unit."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.checking.figures import amount_text, number_text, value_text
from jixiao.checking.rows import (
    MONEY,
    earlier_columns,
    final_column,
    firm_rows,
    money_total,
    spending_columns,
    spending_total,
    yuan,
)
from jixiao.findings import finding
from jixiao.units import parse_unit
from jixiao.values import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Table
    from jixiao.units import Quantity

__all__ = ["unit_slips"]

_SMALLEST_COST = Fraction(1, 10000)
"""0.01 分 a piece: below it nothing is bought, printed or sent."""
_LARGEST_PRINTED = 10000
"""A figure in 万 or 亿 that reaches this would be written with the next scale."""


def unit_slips(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S01: a scaled count (万条) so large that a piece costs next to nothing.

    All of this must come together, so that ≥320万亩, 5000万元 or 2亿人次 of a large programme are
    left alone: a counting unit with 万 or 亿; a printed number of 10000 or more that ends in zeros;
    all the money of the table buying it for less than 0.01 分 a piece; and a piece that costs at
    least 0.01 分 once the scale is dropped. No other figure is proposed (F17).
    """
    del ruleset
    last = final_column(table)
    total = money_total(table)
    half_column, _ = spending_columns(table)
    half = spending_total(table, half_column)
    for row in firm_rows(table):
        for column in (last, *earlier_columns(table)):
            value = None if column is None else row.value(column)
            if not isinstance(value, Comparison) or not _overlarge(value.quantity):
                continue
            if column == last:
                name = "资金总额"
                money = None if total is None else yuan(total, table)
                text = "" if total is None else amount_text(total, table.money_unit)
            else:
                name, money = half_column or "", half
                text = "" if half is None else _in_table_unit(half, table)
            if not money:
                continue
            scale = Fraction(value.quantity.unit.scale)
            printed = money / (Fraction(value.quantity.number) * scale)
            if printed < _SMALLEST_COST <= printed * scale:
                yield finding(
                    "S01",
                    table.where_row(row, column),
                    raw=value_text(value),
                    value=value_text(value),
                    money_name=name,
                    money=text,
                    unit=value.quantity.base_unit,
                    scale=value.quantity.unit.symbol.removesuffix(value.quantity.base_unit),
                    printed=number_text(printed),
                    plain=number_text(printed * scale),
                )


def _overlarge(quantity: Quantity) -> bool:
    unit = quantity.unit
    if unit.scale < _LARGEST_PRINTED or not unit.known or unit.base in ("", MONEY, "%"):
        return False
    return quantity.number >= _LARGEST_PRINTED and quantity.number % 1000 == 0


def _in_table_unit(money: Fraction, table: Table) -> str:
    return f"{number_text(money / parse_unit(table.money_unit).ratio)} {table.money_unit}"
