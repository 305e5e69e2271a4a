"""Where in a report the rows of a file stand: from the place of a finding to the id of an element.

The ids are made here out of numbers, never of what stood in a file.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jixiao.findings import Where
    from jixiao.source import Origin

__all__ = ["Anchors", "RowPlace", "anchors_of"]

Levels = tuple[str, str, str]


@frozen
class RowPlace:
    """A row of a table: the table's index in its file, its levels, where it was read, its id."""

    table: int
    levels: Levels
    anchor: str
    origins: tuple[Origin, ...] = ()


@frozen
class Anchors:
    """The ids of one file's tables, rows, and labelled parts (fields, lines of money)."""

    tables: Mapping[int, str] = field(factory=dict)
    rows: Mapping[tuple[int, Levels], tuple[RowPlace, ...]] = field(factory=dict)
    parts: Mapping[tuple[int, str], str] = field(factory=dict)

    def find(self, where: Where) -> str | None:
        """The id of the row a place speaks of; else of its part, else of its table; else None."""
        index = where.table_index
        if index is None or index not in self.tables:
            return None
        if where.level3 is not None:
            levels = (where.level1 or "", where.level2 or "", where.level3)
            rows = self.rows.get((index, levels), ())
            for row in rows:
                if where.origin in row.origins:
                    return row.anchor
            if rows:
                return rows[0].anchor
        return self.parts.get((index, where.column or ""), self.tables[index])


def anchors_of(
    tables: Mapping[int, str],
    rows: Iterable[RowPlace],
    parts: Mapping[tuple[int, str], str] | None = None,
) -> Anchors:
    """The anchors of one file.

    >>> from jixiao.findings import Where
    >>> found = anchors_of({0: "t1"}, [RowPlace(0, ("产出", "数量", "次数"), "t1r1")])
    >>> found.find(Where(table_index=0, level1="产出", level2="数量", level3="次数"))
    't1r1'
    >>> found.find(Where(table_index=0, column="年度目标")), found.find(Where(table_index=3))
    ('t1', None)
    """
    groups: dict[tuple[int, Levels], tuple[RowPlace, ...]] = {}
    for row in rows:
        key = (row.table, row.levels)
        groups[key] = (*groups.get(key, ()), row)
    return Anchors(
        MappingProxyType(dict(tables)), MappingProxyType(groups), MappingProxyType(parts or {})
    )
