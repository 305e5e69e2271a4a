"""Tables as pages turned into text print them: cells parted by pipes, a row or a cell a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from office_files import Span
from self_evaluation_grids import NAMES, grid_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from self_evaluation_grids import Filled

__all__ = ["LAYOUTS", "drawn", "filled_up", "markdown", "run_on", "streamed"]

_Row = list[str | Span | None]


def _title(table: Filled) -> list[_Row]:
    return [[table.title], [f"（{table.year}年度）"]]


def _texts(row: Sequence[str | Span | None]) -> list[str]:
    return [cell.text if isinstance(cell, Span) else cell or "" for cell in row]


def _repeated(rows: Sequence[_Row]) -> list[list[str]]:
    """The rows with the text of a merged cell in each cell that it covers down the rows."""
    found: list[list[str]] = []
    head = next(at for at, row in enumerate(rows) if row[0] == NAMES[0])
    for at, row in enumerate(rows):
        cells = _texts(row)
        if at > head and row[0] is None:
            covered = 1 if isinstance(row[1], Span) else 2
            for place in range(covered):
                cells[place] = cells[place] or found[-1][place]
        found.append(cells)
    return found


def markdown(
    table: Filled, *, outer: bool = True, repeated: bool = False, pipe: str = "|", gap: str = " "
) -> str:
    """A table of Markdown: the rule below its first row, blank cells printed."""
    grid = grid_of(table)
    rows = _repeated(grid) if repeated else [_texts(row) for row in grid]
    lines = [cells[0] or "" for cells in _title(table) if isinstance(cells[0], str)]
    for at, cells in enumerate(rows):
        safe = [cell.replace("|", "\\|") for cell in cells]
        line = f"{gap}{pipe}{gap}".join(safe)
        lines.append(f"{pipe}{gap}{line}{gap}{pipe}" if outer else line)
        if not at:
            rule = "|".join("---" for _ in cells)
            lines.append(f"|{rule}|" if outer else rule)
    return "\n".join(lines) + "\n"


def drawn(table: Filled) -> str:
    """A table in a drawn frame, with a rule between all rows."""
    rows = [_texts(row) for row in grid_of(table)]
    bar = "─" * 6
    lines = [table.title, f"（{table.year}年度）", f"┌{'┬'.join(bar for _ in rows[0])}┐"]
    for cells in rows:
        lines += [f"│{'│'.join(f' {cell} ' for cell in cells)}│"]
        lines += [f"├{'┼'.join(bar for _ in cells)}┤"]
    lines[-1] = f"└{'┴'.join(bar for _ in rows[0])}┘"
    return "\n".join(lines) + "\n"


def filled_up(table: Filled) -> str:
    """A row a line, blank and merged cells left out, filled up with pipes at its end."""
    rows = [*_title(table), *grid_of(table)]
    width = max(len(row) for row in rows)
    lines = []
    for row in rows:
        cells = [text for text in _texts(row) if text]
        lines.append(" | ".join(cells) + " | " + "|" * (width - len(cells)))
    return "\n".join(lines) + "\n"


def _printed(row: Sequence[str | Span | None]) -> list[str]:
    """The cells of a row that a page prints: all but those that another covers."""
    cells = [cell for cell in row if cell is not None]
    return _texts(cells)


def streamed(table: Filled, *, padded: bool = False, end: str = "\n") -> str:
    """A cell a line with a pipe behind it; a blank cell is a pipe alone, a covered one nothing.

    `padded`: covered cells are blank, and all rows above the indicators filled up with pipes.
    """
    grid = grid_of(table)
    width = len(grid[0])
    cells: list[str] = []
    for row in [*_title(table), *grid]:
        if not padded:
            cells += [f"{cell} |" if cell else "|" for cell in _printed(row)]
            continue
        texts = _texts(row)
        while len(texts) > 1 and not texts[-1]:
            texts.pop()
        cells += [f"{cell} |" if cell else "|" for cell in texts]
        short = width - len(texts)
        if short > 1:
            cells.append("|" * short)
        elif short:
            cells.append("|")
    return end.join(cells) + "\n"


def run_on(table: Filled) -> str:
    """Cells one after the other, with a new line only where a cell is blank."""
    return streamed(table, end=" ").replace("| |", "|\n|")


LAYOUTS: Mapping[str, Callable[[Filled], str]] = {
    "markdown": markdown,
    "markdown-repeated": lambda table: markdown(table, repeated=True),
    "without-outer-pipes": lambda table: markdown(table, outer=False),
    "wide": lambda table: markdown(table, pipe="｜"),
    "tight": lambda table: markdown(table, gap=""),
    "tabs": lambda table: markdown(table, gap="\t"),
    "drawn": drawn,
    "filled-up": filled_up,
    "a-cell-a-line": streamed,
    "a-cell-a-line-filled-up": lambda table: streamed(table, padded=True),
    "run-on": run_on,
}
