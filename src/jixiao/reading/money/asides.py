"""What stands beside the money and is none: codes, kinds and subjects, each a field of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.money.amounts import is_amount
from jixiao.reading.money.columns import money_meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.forms import Form

__all__ = ["asides", "names_no_money", "rate_told"]

_NO_MONEY = re.compile(r".{2,12}(?:代码|编码|编号|科目|分类|类别|类型|性质|文号)")
_TWO = 2


def names_no_money(cell: GridCell, form: Form) -> bool:
    """Whether a cell is a label that never stands before an amount: 财政资金科目代码."""
    name = key(cell.text).rstrip(":")
    return form.source_name(cell.text) is None and _NO_MONEY.fullmatch(name) is not None


def asides(row: GridRow, form: Form) -> tuple[GridRow, GridRow | None]:
    """A row of money without the labels beside it that name none, and those with their texts.

    财政资金 100 财政资金科目代码 2130505-生产发展: the code is a field. A label before the first
    amount may head a column, and stays.
    """
    if row.plain or len(row.cells) < _TWO:
        return row, None
    money: list[GridCell] = []
    fields: list[GridCell] = []
    at = 0
    while at < len(row.cells):
        cell, behind = row.cells[at], row.cells[at + 1 : at + _TWO]
        heads = not behind or money_meaning(key(behind[0].text)) is not None
        amounts = any(is_amount(one.text) for one in money)
        if not heads and amounts and names_no_money(cell, form):
            fields += (cell, *behind)
            at += _TWO
        else:
            money.append(cell)
            at += 1
    if not fields:
        return row, None
    return evolve(row, cells=tuple(money)), evolve(row, cells=tuple(fields))


def rate_told(cells: Sequence[GridCell]) -> tuple[tuple[str, GridCell, GridCell], ...]:
    """A share and the points for it, as fields with their labels: 预算执行率 100% 分值 10分."""
    if len(cells) not in {_TWO, 2 * _TWO}:
        return ()
    labels, texts = cells[::2], cells[1::2]
    names = [key(label.text).rstrip(":") for label in labels]
    if [money_meaning(name) for name in names] != ["执行率", "分值"][: len(names)]:
        return ()
    if not key(texts[0].text).endswith("%"):
        return ()
    called = (names[0], *(f"{names[0]}：{name}" for name in names[1:]))
    return tuple(zip(called, labels, texts, strict=True))
