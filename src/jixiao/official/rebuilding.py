"""An edited form as the grid it was written as: printed words as printed, entries as they are now.

So a form reads the same whether rows were sorted, merged cells parted or labels written over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.official.comparing import LEVELS
from jixiao.official.edited import part_of
from jixiao.reading.file_reads import file_row
from jixiao.reading.grid import GridCell
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jixiao.official.edited import EditedRow, EditedSheet
    from jixiao.official.marks import Mark
    from jixiao.reading.grid import GridRow

__all__ = ["rebuilt"]


def rebuilt(sheet: EditedSheet, marks: Sequence[Mark]) -> tuple[GridRow, ...]:
    """The rows of a sheet in the order of its parts, each part in the order of today."""
    by_row: dict[str, list[Mark]] = {}
    for mark in marks:
        by_row.setdefault(mark.row, []).append(mark)
    order: dict[str, int] = {}
    for name in by_row:
        order.setdefault(_block(name), len(order))
    width = max(one.right for one in marks)
    placed: list[tuple[str, EditedRow, list[Mark]]] = []
    last = ""
    for row in sheet.rows:
        if row.id:
            last = row.id
            placed.append((row.id, row, by_row[row.id]))
        elif row.filled() and last:
            placed.append((last, row, _like(by_row[last], row)))
    placed.sort(key=lambda one: order[_block(one[0])])
    return tuple(_rows(placed, width))


def _block(name: str) -> str:
    """The block a row stands in: filled and empty rows of indicators together, money by block.

    >>> _block("jx:t0.i7") == _block("jx:t0.s2"), _block("jx:t0.g1.2")
    (True, 'jx:t0.g1')
    """
    part = part_of(name)
    if part == "g":
        return name.rpartition(".")[0]
    return "i" if part in ("i", "s") else part


def _like(marks: Sequence[Mark], row: EditedRow) -> list[Mark]:
    """Marks for a new row: it is filled like the one above; its own words stand as its labels."""
    found = []
    for one in marks:
        text = row.text(one.left, one.right)
        if one.name in LEVELS:
            covered = row.covered.get(one.left)
            text = text or ("" if covered is None else covered.text) or one.text
        found.append(evolve(one, text=text))
    return found


def _rows(placed: Iterable[tuple[str, EditedRow, Sequence[Mark]]], width: int) -> Iterable[GridRow]:
    levels: dict[str, str] = {}
    for index, (name, row, marks) in enumerate(placed):
        cells: list[GridCell] = []
        if part_of(name) not in ("i", "s"):
            levels = {}
        for one in sorted(marks, key=lambda each: each.left):
            text = _text(one, row)
            if one.name in LEVELS:
                if levels.get(one.name) == text:
                    continue
                if one.name == LEVELS[0]:
                    levels = {}
                levels[one.name] = text
            if not text.strip():
                continue
            now = row.cell(one.left, one.right)
            origin = now.origin if now is not None else _origin(row)
            cells.append(GridCell(text, index, one.left - 1, 1, one.right - one.left + 1, origin))
        if cells:
            yield file_row(index, cells, width, columns=width)


def _origin(row: EditedRow) -> Origin:
    first = next((cell.origin for _, cell in sorted(row.cells.items())), Origin())
    return evolve(first, column=None)


def _text(mark: Mark, row: EditedRow) -> str:
    """An entry as it is now; a printed word as it was printed, a level as it was changed."""
    if mark.part != "label":
        return row.text(mark.left, mark.right)
    if mark.name not in LEVELS:
        return mark.text if row.id else row.text(mark.left, mark.right) or mark.text
    now = row.text(mark.left, mark.right)
    covered = row.covered.get(mark.left)
    return now or ("" if covered is None else covered.text) or mark.text
