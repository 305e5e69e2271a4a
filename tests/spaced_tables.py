"""Self-evaluations as the text torn out of a PDF: cells parted by spaces, wrapped or whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from office_files import Span
from self_evaluation_grids import NAMES, grid_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from self_evaluation_grids import Filled

__all__ = ["Shape", "as_cells", "as_columns", "as_lines", "as_one_line", "as_runs"]


@frozen
class Shape:
    """How a table is printed: how wide its columns are, and where a cell stands in its row."""

    widths: tuple[int, ...] = (4, 6, 7, 8, 8, 5, 5, 8)
    gap: int = 3
    middle: bool = False
    page_after: int = 0
    """Rows of indicators on the first page; 0 for all."""
    mark: str = "— 1 —"


def _cells(row: Sequence[str | Span | None]) -> list[str]:
    return [cell.text if isinstance(cell, Span) else cell or "" for cell in row]


def _parts(table: Filled) -> tuple[list[list[str]], list[list[str]], list[list[str]]]:
    """The rows above the header of the indicators, the indicators with sums, the rows below."""
    rows = [_cells(row) for row in grid_of(table)]
    head = next(at for at, row in enumerate(rows) if row[0] == NAMES[0])
    foot = len(rows) - bool(table.grade)
    return rows[:head], rows[head + 1 : foot], rows[foot:]


def as_lines(table: Filled, gap: str = " ") -> str:
    """A line for each row, its filled cells parted by a gap."""
    lines = [table.title, f"（{table.year}年度）"]
    above, rows, below = _parts(table)
    shown = (*above, list(NAMES), *rows, *below)
    lines += (gap.join(cell for cell in cells if cell) for cells in shown)
    return "\n".join(lines) + "\n"


def as_one_line(table: Filled, gap: str = " ") -> str:
    """The whole page on one line, as it is saved by what takes the text out of a page."""
    return gap.join(as_lines(table, gap).split("\n")).strip() + "\n"


def as_cells(table: Filled, *, blank: bool = True) -> str:
    """A line for each filled cell, with a blank one behind it."""
    above, rows, below = _parts(table)
    lines = [table.title, f"（{table.year}年度）"]
    lines += (cell for cells in (*above, list(NAMES), *rows, *below) for cell in cells if cell)
    return ("\n\n" if blank else "\n").join(lines) + "\n"


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a cell; a number is never parted."""
    lines: list[str] = []
    now = ""
    for token in re.findall(r"[\d.,%≥≤=]+|.", text):
        if now and len(now) + len(token) > width:
            lines.append(now)
            now = ""
        now += token
    return [*lines, now] if now else lines


def _block(cells: Sequence[str], shape: Shape) -> list[list[str]]:
    """The lines of a row: what each cell has on each of them."""
    parts = [wrapped(cell, width) for cell, width in zip(cells, shape.widths, strict=True)]
    height = max(len(part) for part in parts)
    if shape.middle:
        height += 1 - height % 2
    lines = [[""] * len(parts) for _ in range(height)]
    for column, whole in enumerate(parts):
        even = shape.middle and len(whole) > 1 and not len(whole) % 2
        part = [*whole[:-2], whole[-2] + whole[-1]] if even else whole
        first = (height - len(part)) // 2 if shape.middle else 0
        for at, text in enumerate(part):
            lines[first + at][column] = text
    return lines


def _printed(line: Sequence[str], shape: Shape) -> str:
    text = ""
    at = 0
    for cell, width in zip(line, shape.widths, strict=True):
        text = text.ljust(at) + cell if cell else text
        at += width + shape.gap
    return text.rstrip()


def as_columns(table: Filled, shape: Shape, *, spaced: bool = True) -> str:
    """Line by line over all columns, as a page shows it; without `spaced` one space between."""
    lines = [table.title, f"（{table.year}年度）", f"项目名称   {table.name}"]
    head = [_printed(one, shape) for one in _block(NAMES, evolve(shape, middle=False))]
    lines += head
    _, rows, below = _parts(table)
    for count, cells in enumerate(rows):
        if shape.page_after and count == shape.page_after:
            lines += ["", shape.mark, "", *head]
        lines += [_printed(one, shape) for one in _block(cells, shape)]
    lines += ["   ".join(cell for cell in cells if cell) for cells in below]
    if not spaced:
        lines = [" ".join(line.split()) for line in lines]
    return "\n".join(lines) + "\n"


def as_runs(table: Filled, shape: Shape, *, blank: bool = False) -> str:
    """Cell after cell, each line of each on its own; cells of one line side by side."""
    lines = [table.title, f"（{table.year}年度）", f"项目名称 {table.name}"]
    _, rows, below = _parts(table)
    for cells in (list(NAMES), *rows):
        fresh = True
        for cell, width in zip(cells, shape.widths, strict=True):
            for at, text in enumerate(wrapped(cell, width)):
                if at or fresh:
                    lines.append(text)
                else:
                    lines[-1] += f" {text}"
                fresh = at > 0
    lines += [" ".join(cell for cell in cells if cell) for cells in below]
    return ("\n\n" if blank else "\n").join(lines) + "\n"
