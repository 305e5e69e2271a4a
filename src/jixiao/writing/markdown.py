"""Markdown for pages that are written: tables whose cells can hold anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["cell_text", "table_lines"]


def cell_text(text: str) -> str:
    r"""A text as a cell of a table: on one line, its pipes and tags shown as they are.

    >>> print(cell_text("甲|乙"), cell_text("1 < 2"))
    甲\|乙 1 &lt; 2
    """
    flat = " ".join(text.split())
    for mark, shown in (
        ("\\", "\\\\"),
        ("|", "\\|"),
        ("<", "&lt;"),
        ("*", "\\*"),
        ("`", "\\`"),
        ("](", "]\\("),
    ):
        flat = flat.replace(mark, shown)
    return flat


def table_lines(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    r"""A table with its header and an empty line behind it; nothing where there are no rows.

    A column in which no row says anything is left out.

    >>> print("\n".join(table_lines(["甲", "乙"], [["1", ""], ["2", ""]])))
    | 甲 |
    | --- |
    | 1 |
    | 2 |
    <BLANKLINE>
    """
    held = [tuple(row) for row in rows]
    if not held:
        return
    shown = [at for at in range(len(columns)) if any(row[at] for row in held)]
    yield _line([columns[at] for at in shown])
    yield _line(["---"] * len(shown))
    for row in held:
        yield _line([cell_text(row[at]) for at in shown])
    yield ""


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
