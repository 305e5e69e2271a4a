"""Findings put together for people: one per code and table, one for what all tables share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.findings import Where, fold_repeats
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.findings import Finding

__all__ = ["arranged"]

_FEW = 3
"""Two tables that share a finding are no pattern of the document."""
_ODD_ONES = 10
"""One table in ten may be free of what the others share."""

_Subject = tuple[str, str | None]


def arranged(findings: Iterable[Finding], tables: int, file: str | None) -> tuple[Finding, ...]:
    """The findings folded and in order.

    What stands in every filled-in table of a document (of at least three; one in ten may lack it),
    or is a habit of filling in that three tables share, becomes one finding for the document, with
    all places listed; the rest becomes one finding per code and table (F19). The order is: the
    document, then its tables; in each the gravest first, then by line and code.
    """
    held = tuple(findings)
    shared = _shared(held, tables)
    loose = [one for one in held if _subject(one) not in shared]
    joint = []
    for subject in shared:
        group = [one for one in held if _subject(one) == subject]
        joint.append(
            evolve(
                group[0],
                where=Where(
                    level1=_common(one.where.level1 for one in group),
                    level2=_common(one.where.level2 for one in group),
                    origin=Origin(file=file),
                ),
                count=len(group),
                items=tuple(one.where for one in group),
            )
        )
    ordered = sorted(loose, key=_order)
    return tuple(sorted((*joint, *fold_repeats(ordered)), key=_order))


def _common(names: Iterable[str | None]) -> str | None:
    """The name if all are the same."""
    held = set(names)
    return held.pop() if len(held) == 1 else None


def _subject(one: Finding) -> _Subject:
    """What a finding is about across tables: its code, and the class or field it speaks of.

    A finding of the ruleset or about the whole of a table has its code only.
    """
    context = dict(one.context)
    return (one.code, context.get("name") if one.code in _BY_NAME else None)


_OF_EACH_TABLE = frozenset({"T50"})
"""What is always said table by table: the rows to compare with the original."""
_HABITS = frozenset({"S40", "S45", "S52", "S55", "S58", "S66", "S70"})
"""How a unit fills in all its forms: three tables that share one of these share a habit."""
_BY_NAME = frozenset({"T52", "T53", "T54", "T55", "T56", "T57", "T63"})


def _shared(held: tuple[Finding, ...], tables: int) -> tuple[_Subject, ...]:
    where: dict[_Subject, set[int | None]] = {}
    for one in held:
        where.setdefault(_subject(one), set()).add(one.where.table_index)
    if tables < _FEW:
        return ()
    return tuple(
        subject
        for subject, found in where.items()
        if subject[0] not in _OF_EACH_TABLE
        and len(found) >= (_FEW if subject[0] in _HABITS else tables - tables // _ODD_ONES)
    )


def _order(one: Finding) -> tuple[int, int, int, str, str, str]:
    index = -1 if one.where.table_index is None else one.where.table_index
    return (
        index,
        one.severity.rank,
        one.where.origin.line or one.where.origin.row or 0,
        one.code,
        one.where.column or "",
        one.message(),
    )
