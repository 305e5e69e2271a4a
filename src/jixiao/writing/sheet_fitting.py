"""How wide the columns and how high the rows must be so that nothing in a sheet is cut."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.sheets import BLANK, Area, Style
from jixiao.source import display_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.sheets import Cell, Sheet

__all__ = ["Fitted", "fitted", "line_count"]

LINE_HEIGHTS = {Style.TITLE: 30, Style.NOTE: 15}
"""Points a line takes, by style."""
LINE_HEIGHT = 16
PADDING = 4
LEAST_HEIGHT = 18
HIGHEST = 400
"""Points; no row of a workbook may be higher than 409."""
NARROWEST = 6
WIDEST = 36
_TOKEN = re.compile(r"[!-~]+|.", re.DOTALL)
_TITLE_SCALE = Decimal("1.75")


@frozen
class Fitted:
    """A sheet whose rows are low enough, with the width of every column and height of every row."""

    sheet: Sheet
    widths: tuple[int, ...]
    heights: tuple[int, ...]


def line_count(text: str, width: int) -> int:
    r"""How many lines a text takes in a column; words are kept whole where they fit on a line.

    >>> line_count("严格执行相关财经法规制度", 13), line_count("", 10), line_count("甲\n乙", 10)
    (2, 1, 2)
    """
    room = max(2, width - 1)
    return sum(_paragraph(line, room) for line in text.split("\n"))


def _paragraph(text: str, room: int) -> int:
    lines, at = 1, 0
    for token in _TOKEN.findall(text):
        size = display_width(token)
        if at + size <= room:
            at += size
            continue
        if size <= room:
            lines, at = lines + 1, size
            continue
        # a word longer than a line is broken where the line ends
        whole, rest = divmod(size, room)
        lines += whole + (1 if at else 0)
        at = rest
        if not rest:
            lines, at = lines - 1, room
    return lines


def fitted(sheet: Sheet) -> Fitted:
    """The sheet with its measures; a row that would be too high is laid over several rows."""
    columns = max(sheet.columns, *(area.right for area in sheet.merges), 1, len(sheet.widths))
    widths = _widths(sheet, columns)
    heights = _heights(sheet, widths)
    if all(height <= HIGHEST for height in heights):
        return Fitted(sheet, widths, heights)
    return _split(sheet, widths, heights)


def _merged(sheet: Sheet) -> dict[tuple[int, int], Area]:
    """Every cell of a merged area."""
    return {
        (row, column): area
        for area in sheet.merges
        for row in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
    }


def _widths(sheet: Sheet, columns: int) -> tuple[int, ...]:
    """The widths given; a number, which cannot be broken, and a column without one ask for more."""
    given = [*sheet.widths, *(0 for _ in range(columns - len(sheet.widths)))]
    merged = _merged(sheet)
    free = [not width for width in given]
    found = [width or NARROWEST for width in given]
    for number, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row, 1):
            if (number, column) in merged or cell.value is None:
                continue
            size = max(display_width(line) for line in cell.text.split("\n")) + 2
            if isinstance(cell.value, Decimal):
                found[column - 1] = max(found[column - 1], size)
            elif free[column - 1]:
                found[column - 1] = max(found[column - 1], min(size, WIDEST))
    return tuple(found)


def _need(cell: Cell, width: int) -> int:
    """Points a cell takes at a width."""
    line = LINE_HEIGHTS.get(cell.style, LINE_HEIGHT)
    if cell.style is Style.TITLE:
        width = int(Decimal(width) / _TITLE_SCALE)
    elif cell.bold or cell.style is Style.HEADER:
        width -= 1
    lines = line_count(cell.text, width) if cell.wrap else cell.text.count("\n") + 1
    return lines * line + PADDING


def _heights(sheet: Sheet, widths: Sequence[int]) -> tuple[int, ...]:
    merged = _merged(sheet)
    count = max(len(sheet.rows), *(area.bottom for area in sheet.merges), 0)
    found = [LEAST_HEIGHT] * count
    for at, height in sheet.heights:
        found[at - 1] = max(found[at - 1], height)
    tall: list[tuple[Area, int]] = []
    for number, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row, 1):
            if not cell.text or column in sheet.hidden_columns:
                continue
            area = merged.get((number, column), Area.cell(number, column))
            if (area.top, area.left) != (number, column):
                continue
            room = sum(
                widths[at - 1]
                for at in range(area.left, area.right + 1)
                if at not in sheet.hidden_columns
            )
            need = _need(cell, room)
            if area.rows == 1:
                found[number - 1] = max(found[number - 1], need)
            else:
                tall.append((area, need))
    for area, need in sorted(tall):
        missing = need - sum(found[area.top - 1 : area.bottom])
        if missing > 0:
            each = int((Decimal(missing) / area.rows).to_integral_value(ROUND_CEILING))
            for at in range(area.top - 1, area.bottom):
                found[at] += each
    return tuple(found)


def _split(sheet: Sheet, widths: tuple[int, ...], heights: tuple[int, ...]) -> Fitted:
    """Rows that are too high become several, with every cell merged over all of them."""
    parts = [-(-height // HIGHEST) for height in heights]
    starts = [1 + sum(parts[:at]) for at in range(len(parts) + 1)]

    def moved(area: Area) -> Area:
        return Area(
            starts[area.top - 1], area.left, starts[min(area.bottom, len(parts))] - 1, area.right
        )

    merged = _merged(sheet)
    rows: list[tuple[Cell, ...]] = []
    merges = [moved(area) for area in sheet.merges]
    for number, count in enumerate(parts, 1):
        row = sheet.rows[number - 1] if number <= len(sheet.rows) else ()
        rows.append(row)
        rows += [
            tuple(evolve(cell, value=None, comment="") if cell.value else cell for cell in row)
        ] * (count - 1)
        if count > 1:
            merges += [
                moved(Area.cell(number, column))
                for column, cell in enumerate(row, 1)
                if (number, column) not in merged
                and cell != BLANK
                # what is hidden stays on one row: it says which row it is
                and column not in sheet.hidden_columns
            ]
    repeat = sheet.page.repeat
    page = evolve(
        sheet.page,
        repeat=None if repeat is None else (starts[repeat[0] - 1], starts[repeat[1]] - 1),
    )
    grown = evolve(
        sheet,
        rows=tuple(rows),
        merges=tuple(merges),
        heights=(),
        page=page,
        checks=tuple(evolve(one, area=moved(one.area)) for one in sheet.checks),
        freeze=starts[sheet.freeze] - 1 if sheet.freeze else 0,
    )
    shares = [
        -(-height // count)
        for height, count in zip(heights, parts, strict=True)
        for _ in range(count)
    ]
    return Fitted(grown, widths, tuple(shares))
