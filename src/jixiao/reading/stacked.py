"""The line-per-cell dialect: a tab and a text on each line, a blank line at the end of a row.

An empty cell is a lone tab; a line without a tab goes on with the cell above. A blank line inside a
cell tears a row in two; the torn end is joined to its row again, and the row knows it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jixiao.limits import DEFAULT_LIMITS, Limits
from jixiao.reading.grid import GridCell, GridRow, split_lines
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["is_stacked", "stacked_rows"]

_ENOUGH = 12
_SHARE = 0.6
"""The share of lines that are one cell for a text to be in this dialect."""


def is_stacked(text: str) -> bool:
    r"""Whether a text has one cell a line: most lines begin with their only tab.

    >>> is_stacked("\t一级指标\n\t二级指标\n\n" * 10), is_stacked("一级指标\t二级指标\n" * 10)
    (True, False)
    """
    cells = others = 0
    for line in split_lines(text):
        if line and not line.isspace():
            if line.startswith("\t") and "\t" not in line[1:].rstrip():
                cells += 1
            else:
                others += 1
        elif line.startswith("\t"):
            cells += 1
    return cells >= _ENOUGH and cells >= _SHARE * (cells + others)


def stacked_rows(
    text: str, *, file: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> Iterator[GridRow]:
    """The rows of a text in this dialect; lines outside any row are rows of their own."""
    gathered: list[tuple[int, list[str]]] = []
    rows: list[GridRow] = []
    index = 0

    def close() -> None:
        nonlocal index
        if gathered:
            rows.append(_row(index, gathered, file))
            index += 1
            gathered.clear()

    for number, line in enumerate(split_lines(text), 1):
        if not line:
            close()
        elif len(line) > limits.line_chars:
            close()
            whole = GridCell(line, index, 0, origin=Origin(file=file, line=number, column=1))
            rows.append(GridRow(index, (whole,), 1, plain=True, too_long=True))
            index += 1
        elif line.startswith("\t"):
            gathered.append((number, [line[1:].rstrip("\t")]))
        elif line.isspace():
            continue
        elif gathered:
            gathered[-1][1].append(line)
        else:
            whole = GridCell(line, index, 0, origin=Origin(file=file, line=number, column=1))
            rows.append(GridRow(index, (whole,), 1, plain=True))
            index += 1
    close()
    yield from (row for row in _joined(rows) if row.cells)


def _row(index: int, gathered: Sequence[tuple[int, list[str]]], file: str | None) -> GridRow:
    cells = tuple(
        GridCell(text, index, at, origin=Origin(file=file, line=number, column=at + 1))
        for at, (number, parts) in enumerate(gathered)
        if (text := "\n".join(parts)) and not text.isspace()
    )
    return GridRow(index, cells, len(gathered))


def _joined(rows: Sequence[GridRow]) -> Iterator[GridRow]:
    """The rows with torn ends joined: what makes a short row as wide as the usual one."""
    widths = Counter(row.width for row in rows if not row.plain)
    usual = widths.most_common(1)[0][0] if widths else 0
    held: GridRow | None = None
    for row in rows:
        if held is None:
            held = row
            continue
        short = not held.plain and not row.plain and held.width < usual
        if short and held.width + row.width == usual:
            held = _join(held, row)
        else:
            yield held
            held = row
    if held is not None:
        yield held


def _join(row: GridRow, end: GridRow) -> GridRow:
    moved = tuple(
        GridCell(
            cell.text,
            row.index,
            cell.column + row.width,
            origin=Origin(
                file=cell.origin.file,
                line=cell.origin.line,
                column=cell.column + row.width + 1,
            ),
        )
        for cell in end.cells
    )
    return GridRow(row.index, (*row.cells, *moved), row.width + end.width, joined=True)
