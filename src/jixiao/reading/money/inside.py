"""Amounts in the cell of their source: 年度资金总额：50万, 资金总额:35其中:财政拨款35."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.reading.money.amounts import is_amount
from jixiao.source import fold

if TYPE_CHECKING:
    from jixiao.reading.forms import Form
    from jixiao.reading.grid import GridCell, GridRow

__all__ = ["amounts_inside"]

_MOST = 120
_PARTS = ("name", "amount")
_PIECE = re.compile(
    r"(?P<name>[\s,;、]{0,4}(?:其中:)?[^\d:,;、]{2,20}:?\s{0,4})"
    r"(?P<amount>\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?(?:万元|元|万|亿元|亿)?)"
)


def amounts_inside(row: GridRow, form: Form) -> GridRow:
    """A row whose cells that hold sources with their amounts are each several cells.

    Only a cell that is made of nothing else is taken apart.
    """
    if row.plain:
        return row
    cells: list[GridCell] = []
    for cell in row.cells:
        cells += _pieces(cell, form)
    return row if len(cells) == len(row.cells) else evolve(row, cells=tuple(cells))


def _pieces(cell: GridCell, form: Form) -> list[GridCell]:
    text = fold(cell.text) if len(cell.text) <= _MOST else ""
    found: list[GridCell] = []
    at = 0
    while at < len(text):
        match = _PIECE.match(text, at)
        if match is None or form.source_name(match["name"]) is None:
            return [cell]
        if not is_amount(match["amount"]):
            return [cell]
        found += (evolve(cell, text=cell.text[slice(*match.span(one))]) for one in _PARTS)
        at = match.end()
    return found or [cell]
