"""Money printed the other way round: sources side by side, amounts below them; set upright here.

Cells keep their text and place; only where they stand among each other changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.money.amounts import is_amount, is_blank_mark
from jixiao.reading.money.columns import money_meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jixiao.reading.forms import Form

__all__ = ["upright"]

_TWO = 2


def upright(rows: Iterable[GridRow], form: Form) -> tuple[GridRow, ...]:
    """The rows of the money, with a block whose sources stand side by side turned.

    A row of two sources and more without an amount heads such a block, where the next row is the
    name of a column and amounts.
    """
    held = tuple(rows)
    for at, row in enumerate(held):
        end = at + 1
        if not _heads(row, form):
            continue
        while end < len(held) and _column(held[end], form) is not None:
            end += 1
        if end > at + 1:
            return (*held[:at], *_turned(row, held[at + 1 : end], form), *held[end:])
    return held


def _heads(row: GridRow, form: Form) -> bool:
    sources = [cell for cell in row.cells if form.source_name(cell.text)]
    return not row.plain and len(sources) >= _TWO and not any(map(_filled, row.cells))


def _filled(cell: GridCell) -> bool:
    return is_amount(cell.text) or is_blank_mark(cell.text)


def _column(row: GridRow, form: Form) -> GridCell | None:
    """The cell that names the column of a turned row: all that is behind it is filled in."""
    if row.plain:
        return None
    at = next(
        (at for at, cell in enumerate(row.cells) if money_meaning(key(cell.text)) is not None), None
    )
    if at is None or at > 1 or any(form.source_name(cell.text) for cell in row.cells):
        return None
    behind = row.cells[at + 1 :]
    return row.cells[at] if behind and all(map(_filled, behind)) else None


def _turned(head: GridRow, rows: Sequence[GridRow], form: Form) -> list[GridRow]:
    """A header row of the columns, then a row for each source with its amounts."""
    names = [_column(row, form) for row in rows]
    columns = [cell for cell in names if cell is not None]
    sources = [cell for cell in head.cells if form.source_name(cell.text)]
    beside = [cell for cell in head.cells if cell not in sources]
    labels = [
        cell
        for row, name in zip(rows, names, strict=True)
        for cell in row.cells
        if name is not None and cell.column < name.column
    ]
    first = len(beside) + len(labels)
    width = first + len(columns) + 1
    heads = [
        *(evolve(cell, column=at) for at, cell in enumerate((*beside, *labels))),
        *(evolve(cell, column=first + at) for at, cell in enumerate(columns, 1)),
    ]
    turned = [GridRow(head.index, tuple(heads), width)]
    for source in sources:
        cells = [evolve(source, column=first)]
        for at, row in enumerate(rows, 1):
            cells += [
                evolve(cell, column=first + at)
                for cell in row.cells
                if cell.column == source.column
            ]
        turned.append(GridRow(head.index, tuple(cells), width))
    taken = {cell.origin for row in turned for cell in row.cells}
    loose = tuple(cell for row in rows for cell in row.cells if cell.origin not in taken)
    return turned if not loose else [*turned, GridRow(head.index, loose, width)]
