"""How the money was managed, in words: 资金管理情况, 情况说明, 存在问题和改进措施."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.reading.goals import heads_goal, heads_goals
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.headers.rows import is_header
from jixiao.tables import Cell, Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.forms import Form

__all__ = ["Managing", "managing_rows", "read_managing"]

_TOLD = "情况说明"
_HEAD = re.compile(r"(?:项目|专项)?资金(?:使用)?管理(?:使用)?情况(?:\(\d{1,2}分\))?")
_LABEL = 14
_TWO = 2


@frozen
class Managing:
    """The fields of the block, its cells, and those that stand in none of its columns."""

    fields: tuple[Field, ...] = ()
    cells: tuple[Cell, ...] = ()
    leftovers: tuple[Cell, ...] = ()


def _opens(row: GridRow) -> bool:
    """Whether a row heads the block: 资金管理情况 and 情况说明 stand on it."""
    if row.plain or len(row.cells) < _TWO:
        return False
    return _HEAD.fullmatch(row.names[0]) is not None and _TOLD in row.names[1:]


def _goes_on(row: GridRow, form: Form) -> bool:
    """Whether a row is a name and what is told of it, and opens nothing else."""
    if row.plain or not row.cells or row.indicator:
        return False
    first = row.cells[0].text
    known = form.field_name(first) or form.source_name(first) or form.is_level1(first)
    ends = known or is_header(row) or heads_goals(row) or heads_goal(row)
    return not ends and len(key(first)) <= _LABEL


def managing_rows(
    rows: Sequence[GridRow], form: Form
) -> tuple[tuple[GridRow, ...], tuple[GridRow, ...]]:
    """The rows of the block, its head first, and the others."""
    start = next((at for at, row in enumerate(rows) if _opens(row)), len(rows))
    end = min(start + 1, len(rows))
    while end < len(rows) and _goes_on(rows[end], form):
        end += 1
    return tuple(rows[start:end]), (*rows[:start], *rows[end:])


def read_managing(rows: Sequence[GridRow]) -> Managing:
    """What is told of each as a field of its name; what stands in the other columns as more.

    分配科学性 is a field, and 分配科学性：存在问题和改进措施 another. Columns go by their order
    where a row fills all of them, and by their place elsewhere.
    """
    if not rows:
        return Managing()
    heads = rows[0].cells[1:]
    fields: list[Field] = []
    cells = [Cell(cell.text, cell.origin, "label") for cell in rows[0].cells]
    leftovers: list[Cell] = []
    for row in rows[1:]:
        label, *texts = row.cells
        name = key(label.text).rstrip(":")
        cells.append(Cell(label.text, label.origin, "label"))
        for cell, head in _columns(texts, heads):
            if head is None:
                leftovers.append(Cell(cell.text, cell.origin))
                continue
            column = key(head.text)
            called = name if column == _TOLD else f"{name}：{column}"
            fields.append(Field(called, cell.text.strip(), cell.origin))
            cells.append(Cell(cell.text, cell.origin, f"field:{called}"))
    return Managing(tuple(fields), tuple(cells), tuple(leftovers))


def _columns(
    texts: Sequence[GridCell], heads: Sequence[GridCell]
) -> list[tuple[GridCell, GridCell | None]]:
    """The head of each text; none for one that stands below none of them."""
    if len(texts) == len(heads):
        return list(zip(texts, heads, strict=True))
    places = {head.column: head for head in heads}
    return [(cell, places.get(cell.column)) for cell in texts]
