"""The headers of the part about money as a table prints them, beside those that its form has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.reading.grid import GridRow, key
from jixiao.reading.labels.so_far import so_far
from jixiao.reading.money.amounts import is_amount
from jixiao.reading.money.blocks import Block
from jixiao.reading.money.columns import money_meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.forms import Form

__all__ = ["funding_block"]

_TWO = 2


def funding_block(form: Form, rows: Sequence[GridRow]) -> Block:
    """The block of the form's sources, with the columns that the table prints in place of others.

    1-6月执行数 is printed where the form has 1-7月执行数: the column keeps the months printed. One
    that the form has not (全年预算数 in a table of monitoring) is a column of its own.
    """
    block, spending = Block.of(form.funding), Block.of(form.spending)
    if not block.aliases:
        return block
    for row in rows:
        for text in _headers(row, form):
            of_spending = bool(spending.aliases) and spending.header(text) is not None
            if of_spending or block.header(text) is not None:
                continue
            name = key(text)
            reached = so_far(name)
            what = name if reached is None else reached.what
            instead = next((one for one in block.columns if _what(one) == what), None)
            if instead is not None:
                block.rename(instead, name)
            elif money_meaning(name) is not None:
                block.add(text)
    return block


def _what(column: str) -> str | None:
    reached = so_far(key(column))
    return None if reached is None else reached.what


def _headers(row: GridRow, form: Form) -> tuple[str, ...]:
    """The headers of a row that holds two and more of them, and no amount."""
    if row.plain or any(is_amount(cell.text) for cell in row.cells):
        return ()
    named = [
        cell.text
        for cell in row.cells
        if form.source_name(cell.text) is None and _heads(key(cell.text))
    ]
    return tuple(named) if len(named) >= _TWO else ()


def _heads(name: str) -> bool:
    reached = so_far(name)
    return money_meaning(name) is not None or (
        reached is not None and reached.what.endswith(("数", "率", "额"))
    )
