"""What a reviewer would ask about a table as a whole, in findings: never an accusation.

Rows whose reading is not exact take no part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from jixiao.findings import finding, fold_repeats
from jixiao.units import decimal_text
from jixiao.values import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.evaluation.leaves import Leaf
    from jixiao.findings import Finding, Where
    from jixiao.recomputing.opening import Opened
    from jixiao.recomputing.result_rows import RecomputedRow, RecomputedTotal

__all__ = ["patterns"]

_ENOUGH = 4
"""Fewer figures that all agree are no pattern."""
_NAMED = 3
_OF_TOTAL = {
    "weights": "E483",
    "score": "E486",
    "rate": "E487",
    "parts": "E488",
    "grade": "E489",
    "label": "E491",
}

Pairs: TypeAlias = "list[tuple[Where, Leaf, RecomputedRow]]"


def patterns(
    held: Opened, rows: tuple[RecomputedRow, ...], totals: tuple[RecomputedTotal, ...]
) -> tuple[Finding, ...]:
    """The findings of one table, those that repeat folded into one."""
    pairs: Pairs = [
        (held.table.where_row(leaf.row), leaf, row)
        for (leaf, _), row in zip(held.rows, rows, strict=False)
        if leaf.row.status.certain
    ]
    every = [(where, row) for where, _, row in pairs]
    every += [(_of_money(held, row), row) for row in rows if row.kind == "budget"]
    found = [each for where, row in every for each in _of_row(where, row)]
    return (
        *_differing(held, every),
        *fold_repeats(found),
        *_of_totals(held, totals),
        *_equal_throughout(held, pairs),
        *_supposed(held, rows),
    )


def _of_money(held: Opened, row: RecomputedRow) -> Where:
    """The place of a line of money."""
    return evolve(held.table.where(), level1=row.level1, level3=row.indicator, origin=row.origin)


def _differing(held: Opened, every: list[tuple[Where, RecomputedRow]]) -> Iterator[Finding]:
    """The rows that differ, in one finding that names the first of them."""
    several = [(where, row) for where, row in every if row.result == "differs"]
    if not several:
        return
    names = [f"“{row.indicator}”" for _, row in several]
    more = "…" if len(names) > _NAMED else ""
    named = "、".join(names[:_NAMED]) + more
    one = finding("E480", several[0][0], count=len(several), names=named)
    if len(several) == 1:
        yield one
        return
    places = tuple(where for where, _ in several)
    yield evolve(one, where=held.table.where(), items=places, count=len(several))


def _of_row(where: Where, row: RecomputedRow) -> Iterator[Finding]:
    printed, weight = row.printed, row.weight
    for note in row.notes:
        yield note.finding(where)
    if printed is None or weight is None or row.result not in ("differs", "unscored"):
        return
    words = {
        "indicator": row.indicator,
        "target": row.target,
        "actual": row.actual or "",
        "printed": decimal_text(printed),
        "weight": decimal_text(weight),
    }
    if row.result == "differs" and printed > weight:
        yield finding("E485" if row.inferred else "E484", where, **words)  # type: ignore[arg-type]
    full = printed == weight and row.verdict == "not_met" and row.reason is None
    if row.result == "differs" and full:
        yield finding("E482", where, **words)  # type: ignore[arg-type]
    if any(one.code == "E413" for one in row.why):
        yield finding("E496", where, **words)  # type: ignore[arg-type]


def _of_totals(held: Opened, totals: tuple[RecomputedTotal, ...]) -> Iterator[Finding]:
    for one in totals:
        where = evolve(held.table.where(), origin=one.origin)
        if one.result == "differs":
            words = dict(one.why[0].context)
            yield finding(_OF_TOTAL[one.kind], where, name=one.name, **words)  # type: ignore[arg-type]
        elif any(why.code == "E467" for why in one.why):
            yield finding("E490", where, **dict(one.why[0].context))  # type: ignore[arg-type]


def _equal_throughout(held: Opened, pairs: Pairs) -> Iterator[Finding]:
    """Every figure achieved is the very figure of its target: often copied, so it is asked."""
    figures = [
        (leaf.target.quantity, held.actual(leaf).quantity)
        for _, leaf, _ in pairs
        if isinstance(leaf.target, Comparison)
    ]
    filed = [(wanted, got) for wanted, got in figures if got is not None]
    whole = len(filed) == len(figures) >= _ENOUGH
    if whole and all(got.number == wanted.number for wanted, got in filed):
        yield finding("E481", held.table.where(), count=len(filed))


def _supposed(held: Opened, rows: tuple[RecomputedRow, ...]) -> Iterator[Finding]:
    inferred = [one for one in rows if one.inferred]
    if inferred:
        yield finding("E495", held.table.where(), count=len(inferred))
