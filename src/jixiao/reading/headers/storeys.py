"""Headers in two storeys whose blanks were lost, and headers that a line break tore in two."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.headers.rows import is_header, known_column
from jixiao.reading.labels import CAUSE_HEADERS, LEVEL_HEADERS, LIKELIHOODS, ROLE_HEADERS
from jixiao.reading.labels.so_far import so_far

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jixiao.reading.forms import Form

__all__ = ["full_name", "groups_of", "mended_headers", "unfolded"]

_VALUE = frozenset(
    name for name, role in ROLE_HEADERS.items() if role in {"目标值", "符号", "单位"}
)
_BELOW: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "偏差原因分析": frozenset(CAUSE_HEADERS),
        "偏差原因": frozenset(CAUSE_HEADERS),
        "完成目标可能性": frozenset(LIKELIHOODS),
        "完成可能性": frozenset(LIKELIHOODS),
        "年度指标值": _VALUE,
        "指标值": _VALUE,
    }
)
"""What may stand below the head of several columns."""


def unfolded(rows: Sequence[GridRow]) -> tuple[GridRow, ...]:
    """The lines of a header, each header of the second storey below the one that it belongs to.

    Where a text lost its blanks the second line begins below 一级指标, which heads one column only.
    Lines that stand where they belong are left alone, and so are those that fit no head.
    """
    at = next((at for at, row in enumerate(rows) if is_header(row)), None)
    if at is None or at + 2 != len(rows):
        return tuple(rows)
    upper, lower = rows[at], rows[at + 1]
    levels = {one.column for one in upper.cells if key(one.text) in LEVEL_HEADERS}
    if not levels & {one.column for one in lower.cells}:
        return tuple(rows)
    heads: list[GridCell] = []
    subs: list[GridCell] = []
    waiting = list(lower.cells)
    column = upper.cells[0].column
    for cell in upper.cells:
        column = max(column, cell.column)
        heads.append(evolve(cell, column=column))
        own = _BELOW.get(key(cell.text), frozenset())
        before = len(subs)
        while waiting and key(waiting[0].text) in own:
            subs.append(evolve(waiting.pop(0), column=column))
            column += 1
        column += len(subs) == before
    if waiting:
        return tuple(rows)
    return (*rows[:at], evolve(upper, cells=tuple(heads)), evolve(lower, cells=tuple(subs)))


def groups_of(rows: Sequence[GridRow]) -> tuple[dict[GridCell, frozenset[int]], ...]:
    """The cells that head several columns with headers of their own below them, by line.

    Each has the columns that it heads: its own, and those up to the next cell on its line where
    only the line below has headers.
    """
    groups: list[dict[GridCell, frozenset[int]]] = []
    below: set[int] = set()
    for row in reversed(rows):
        line: dict[GridCell, frozenset[int]] = {}
        ends = [*(cell.column for cell in row.cells[1:]), max(below, default=0) + 1]
        for cell, end in zip(row.cells, ends, strict=True):
            if below & set(range(cell.column, cell.column + cell.colspan)):
                line[cell] = frozenset(one for one in below if cell.column <= one < end)
        groups.append(line)
        below |= {cell.column for cell in row.cells}
    return tuple(groups)


def full_name(cell: GridCell, groups: Sequence[dict[GridCell, frozenset[int]]], form: Form) -> str:
    """The name of a column with that of the group above it, where only both together are known."""
    name = key(cell.text)
    above = [
        key(head.text)
        for line in groups
        for head, held in line.items()
        if cell.column in held and head.row < cell.row
    ]
    for head in above:
        if not known_column(form, head) and so_far(head + name) is not None:
            return head + name
    return name


def mended_headers(rows: Iterable[GridRow]) -> list[GridRow]:
    """The rows with each header in one line again that a break inside a cell tore in two.

    It was torn where its last cell heads no known column, nor the first of the next line, and both
    together do: 1-7月 and 执行情况, 全年预计 and 完成情况.
    """
    mended: list[GridRow] = []
    for row in rows:
        last = mended[-1] if mended else None
        if last is not None and _torn(last, row):
            mended[-1] = _joined(last, row)
        else:
            mended.append(row)
    return mended


def _torn(head: GridRow, row: GridRow) -> bool:
    if not is_header(head) or not row.cells or is_header(row):
        return False
    end, start = head.cells[-1], row.cells[0]
    if start.column > 0 or end.column + 1 != head.width:
        return False
    last, first = key(end.text), key(start.text)
    return not known_column(None, last) and known_column(None, last + first)


def _joined(head: GridRow, row: GridRow) -> GridRow:
    end, start = head.cells[-1], row.cells[0]
    whole = evolve(end, text=f"{end.text}\n{start.text}")
    rest = tuple(evolve(one, column=one.column + end.column) for one in row.cells[1:])
    return evolve(
        head, cells=(*head.cells[:-1], whole, *rest), width=end.column + max(row.width, 1)
    )
