"""What is to be said of every table of a document alike is said once, of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.findings import Finding, Where
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

__all__ = ["said_once"]


def said_once(findings: list[Finding], codes: AbstractSet[str], tables: int) -> tuple[Finding, ...]:
    """The findings in their order; one of `codes` that all tables share stands once, with them.

    >>> from jixiao.findings import finding
    >>> several = [finding("E10", Where(table=name, table_index=0)) for name in ("甲", "乙")]
    >>> [(one.where.table, one.count) for one in said_once(several, {"E10"}, 2)]
    [(None, 2)]
    """
    groups: dict[tuple[str, tuple[tuple[str, str], ...]], list[Finding]] = {}
    for one in findings:
        groups.setdefault((one.code, one.context), []).append(one)
    kept: list[Finding] = []
    for one in findings:
        group = groups[one.code, one.context]
        if one.code not in codes or tables == 1 or len(group) != tables:
            kept.append(one)
        elif one is group[0]:
            items = tuple(each.where for each in group)
            whole = Where(origin=Origin(file=one.where.origin.file))
            kept.append(evolve(one, where=whole, items=items, count=len(items)))
    return tuple(kept)
