"""Clauses that many lines share: 修改 and 取消, kinds, choices, demands, sources, aligned rows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from jixiao.expressions.text import name_text, names_text
from jixiao.rules import Change, Demand, KindRule
from jixiao.rules.text import citation_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jixiao.rules import Citation

__all__ = [
    "aligned",
    "cell_width",
    "change_text",
    "choice_text",
    "closing_clauses",
    "demand_clauses",
    "heading",
    "kind_text",
    "kinds_text",
    "with_clauses",
]


def change_text(change: Change) -> str:
    """修改 or 取消 before a statement; 沿用 is a clause."""
    return f"{change.value} " if change in (Change.MODIFY, Change.CANCEL) else ""


def heading(heading: str, lines: list[str]) -> list[str]:
    """A heading and its lines; nothing where there are none."""
    return [heading, *lines] if lines else []


def with_clauses(head: str, clauses: Iterable[str]) -> str:
    """A statement and its clauses."""
    said = "，".join(clauses)
    return f"{head}：{said}" if said else head


def choice_text(choice: str) -> str:
    """One of 可选: a name or a sign."""
    signs = {">": "＞", "<": "＜"}
    return signs.get(choice, choice) if choice in "≥≤≠=><" else name_text(choice)


def kind_text(kind: KindRule) -> str:
    """A kind and its scale."""
    return kind.kind + (f"（{name_text(kind.scale)}）" if kind.scale is not None else "")


def kinds_text(kinds: Sequence[KindRule]) -> str:
    """Kinds, one or another."""
    return " 或 ".join(kind_text(kind) for kind in kinds)


def demand_clauses(demand: Demand) -> Iterator[str]:
    """How much must be there, and how grave it is where it is not."""
    if demand.required is not None:
        yield "必填" if demand.required else "选填"
    if demand.at_least is not None:
        yield f"至少 {demand.at_least} 项"
    if demand.at_most is not None:
        yield f"至多 {demand.at_most} 项"
    if demand.severity is not None:
        yield demand.severity.label()


def closing_clauses(
    choices: tuple[str, ...], aliases: tuple[str, ...], cite: Citation | None
) -> Iterator[str]:
    """可选, 别名 and 依据, with which fields, columns and indicators end."""
    if choices:
        yield f"可选 {'、'.join(choice_text(choice) for choice in choices)}"
    if aliases:
        yield f"别名 {names_text(aliases)}"
    if cite is not None:
        yield f"依据 {citation_text(cite)}"


def cell_width(text: str) -> int:
    """The columns a cell takes in an editor: signs such as ≥ take one there, Chinese takes two.

    >>> cell_width("≥80% 且 ＜90%")
    13
    """
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows of pipes, the cells of a column as wide as its widest on a terminal."""
    widths = [max(map(cell_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell + " " * (width - cell_width(cell)) for cell, width in zip(row, widths, strict=True)
        ]
        yield f"| {' | '.join(cells)} |"
