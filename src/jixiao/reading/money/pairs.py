"""Money in labels with their amounts beside them: 年初预算数 50 全年执行数 48, 当年预算 50."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.money_names import is_granted
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.labels import FUNDING_HEADS
from jixiao.reading.money.amounts import is_amount, is_blank_mark
from jixiao.reading.money.columns import money_meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.forms import Form

__all__ = ["Pairs", "apart", "heads_only", "is_filled", "opens_pairs", "pairs_of", "unit_in"]

_MONEY = frozenset({"年初预算数", "全年预算数", "全年执行数"})
_UNIT = re.compile(r"[(:,](?:单位:)?(元|千元|万元|亿元)\)?$")
_TWO = 2


@frozen
class Pairs:
    """A source, where one stands before them, each label with its amount, and parts behind them."""

    source: GridCell | None
    pairs: tuple[tuple[GridCell, GridCell], ...]
    parts: tuple[tuple[GridCell, GridCell], ...] = ()


def is_filled(cell: GridCell) -> bool:
    """Whether a cell holds an amount or was crossed out."""
    return is_amount(cell.text) or is_blank_mark(cell.text)


def unit_in(label: str) -> str | None:
    """The unit of money that a label states for its own amount.

    >>> unit_in("当年预算（元）"), unit_in("年初预算数（A）") is None
    ('元', True)
    """
    match = _UNIT.search(key(label))
    return match[1] if match else None


def _meaning(cell: GridCell) -> str | None:
    return money_meaning(key(cell.text).rstrip(":"))


def pairs_of(cells: Sequence[GridCell], form: Form) -> Pairs | None:
    """The labels of columns with their amounts, where a row holds nothing else but sources.

    A row of one label that may be a source itself (预算数) is none: it is a source with its amount.
    Sources behind a label (当年预算 50 其中：财政拨款 40) are its parts.
    """
    source = None
    if len(cells) % 2 and form.source_name(cells[0].text) and not is_filled(cells[0]):
        source, cells = cells[0], cells[1:]
    if not cells or len(cells) % 2:
        return None
    found = list(zip(cells[::2], cells[1::2], strict=True))
    parts: list[tuple[GridCell, GridCell]] = []
    while len(found) > 1 and _meaning(found[-1][0]) is None and form.source_name(found[-1][0].text):
        parts.insert(0, found.pop())
    meanings = [_meaning(label) for label, _ in found]
    if None in meanings or not all(is_filled(amount) for _, amount in (*found, *parts)):
        return None
    own = all(form.source_name(label.text) for label, _ in found)
    whole = len(set(meanings)) == len(meanings) and not own
    return Pairs(source, tuple(found), tuple(parts)) if whole else None


def heads_only(cells: Sequence[GridCell], form: Form) -> bool:
    """Whether cells head columns of money, and there is nothing else among them."""
    named = [_meaning(cell) for cell in cells if not form.source_name(cell.text)]
    return len(cells) == len(named) >= _TWO and None not in named and bool(_MONEY & set(named))


def opens_pairs(row: GridRow, form: Form) -> bool:
    """Whether a row is of labels with their amounts, or of labels whose amounts stand below."""
    if row.plain or not row.cells:
        return False
    at = FUNDING_HEADS.fullmatch(key(row.cells[0].text)) is not None
    cells = row.cells[at:]
    pairs = pairs_of(cells, form)
    money = pairs is not None and any(_meaning(label) in _MONEY for label, _ in pairs.pairs)
    return money or heads_only(cells, form)


def apart(row: GridRow, form: Form) -> tuple[GridRow, ...]:
    """A row of fields with the amount of the budget among them as two: the fields, and the money.

    实施单位 某局 预算金额（万元） 50: any other row as it is.
    """
    if row.plain or len(row.cells) <= _TWO or opens_pairs(row, form):
        return (row,)
    money: list[GridCell] = []
    fields: list[GridCell] = []
    at = 0
    while at < len(row.cells):
        cell, behind = row.cells[at], row.cells[at + 1 : at + 2]
        amount = bool(behind) and is_amount(behind[0].text)
        told = _meaning(cell) in _MONEY or is_granted(cell.text)
        named = form.field_name(cell.text) is None and told
        part = bool(money) and form.source_name(cell.text) is not None
        if amount and (named or part):
            money += (cell, behind[0])
            at += 2
        else:
            fields.append(cell)
            at += 1
    first = row.cells.index(money[0]) if money else 0
    labels = not any(is_filled(cell) for cell in fields[::2])
    paired = labels and len(fields) % 2 == 0 and first % 2 == 0
    known = paired or any(form.field_name(cell.text) is not None for cell in fields)
    if not money or not fields or not known:
        return (row,)
    return evolve(row, cells=tuple(fields)), evolve(row, cells=tuple(money))
