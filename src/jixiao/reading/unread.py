"""A table of which nothing was read although text of a form stands behind it: it is not blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.findings import finding
from jixiao.level_names import LEVEL1_NAMES, LEVEL2_PARENTS
from jixiao.reading.forms import level_key
from jixiao.reading.grid import key
from jixiao.reading.labels import LEVEL_HEADERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.findings import Finding
    from jixiao.tables import Cell, Table

__all__ = ["about_bare", "with_unread"]


def with_unread(table: Table, cells: Sequence[Cell]) -> Table:
    """The table with the cells behind it counted, where nothing was read of it and they are its.

    >>> from jixiao.source import Origin
    >>> from jixiao.tables import Cell, Table
    >>> names = ("产出指标", "数量指标", "培训场次")
    >>> cells = [Cell(name, Origin(line=9)) for name in names]
    >>> with_unread(Table("项目绩效目标表", "", "培训"), cells).unread
    3
    """
    if not table.bare or not any(_of_indicators(cell.text) for cell in cells):
        return table
    return evolve(table, unread=table.unread + len(cells))


def _of_indicators(text: str) -> bool:
    name = level_key(text)
    bare = key(text).partition("(")[0]
    return bare in LEVEL_HEADERS or name in LEVEL1_NAMES or name in LEVEL2_PARENTS


def about_bare(table: Table, findings: Sequence[Finding]) -> list[Finding]:
    """The findings with what is true of a table of which nothing was read, blank or not."""
    if table.blank or not table.bare:
        return list(findings)
    said = finding("T123", table.where(), count=table.unread)
    return [
        said if one.code in {"T06", "T123"} and one.where.table_index == table.index else one
        for one in findings
    ]
