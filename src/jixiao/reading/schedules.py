"""The plan of payments of a table: days of the year above, shares of the year below."""

from __future__ import annotations

import calendar
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.tables import Cell, ScheduleStep

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Schedule", "opens_schedule", "read_schedule"]

_DUE = re.compile(r"(\d{1,2})月(底|末|(\d{1,2})日)前?")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,6})?)%?")
_STEPS = 2
_LEAP = 2024
_HUNDRED = Decimal(100)


@frozen
class Schedule:
    """The steps of a plan, its cells, and those that belong to no step."""

    steps: tuple[ScheduleStep, ...] = ()
    cells: tuple[Cell, ...] = ()
    leftovers: tuple[Cell, ...] = ()


def _due(text: str) -> tuple[int, int] | None:
    """The day a header names; the end of a month is its last day, 29 in February.

    >>> _due("6月底"), _due("12月31日"), _due("13月底")
    ((6, 30), (12, 31), None)
    """
    match = _DUE.fullmatch(key(text))
    if match is None or not 1 <= int(match[1]) <= 12:  # noqa: PLR2004 - months
        return None
    month = int(match[1])
    last = calendar.monthrange(_LEAP, month)[1]
    day = int(match[3]) if match[3] else last
    return (month, day) if 1 <= day <= last else None


def opens_schedule(row: GridRow) -> bool:
    """Whether a row names at least two days of a plan: 3月底, 6月底 …."""
    return not row.plain and sum(_due(cell.text) is not None for cell in row.cells) >= _STEPS


def read_schedule(rows: Sequence[GridRow]) -> Schedule:
    """The steps of the plan whose days are in the first row and whose shares are in the second.

    Shares go by the columns of the grid where those agree, else in order where there are as many
    as days; anything else is left over.
    """
    if not rows:
        return Schedule()
    days: list[tuple[GridCell, tuple[int, int]]] = []
    cells: list[Cell] = []
    for cell in rows[0].cells:
        due = _due(cell.text)
        cells.append(Cell(cell.text, cell.origin, "header" if due else "label"))
        if due is not None:
            days.append((cell, due))
    numbers = [cell for row in rows[1:] for cell in row.cells if _SHARE.fullmatch(key(cell.text))]
    others = [cell for row in rows[1:] for cell in row.cells if cell not in numbers]
    by_column = {cell.column: cell for cell in numbers}
    if not set(by_column) <= {cell.column for cell, _ in days}:
        if len(numbers) != len(days):
            others, numbers = [*others, *numbers], []
        by_column = {head.column: cell for (head, _), cell in zip(days, numbers, strict=False)}
    steps = []
    for head, due in days:
        found = by_column.get(head.column)
        share = None if found is None else _share(found.text)
        origin = head.origin if found is None else found.origin
        steps.append(ScheduleStep(key(head.text), due, share, origin))
        if found is not None:
            cells.append(Cell(found.text, found.origin, f"schedule:{key(head.text)}"))
    return Schedule(
        tuple(steps), tuple(cells), tuple(Cell(cell.text, cell.origin) for cell in others)
    )


def _share(text: str) -> Decimal | None:
    match = _SHARE.fullmatch(key(text))
    return Decimal(match[1]) / _HUNDRED if match else None
