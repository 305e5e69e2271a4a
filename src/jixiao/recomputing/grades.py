"""The printed grade against the bands: of the printed total, exact and rounded to whole points."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.evaluation.grading import reachable
from jixiao.recomputing.result_rows import RecomputedTotal
from jixiao.recomputing.sums import whole_origin
from jixiao.rules import Rounding
from jixiao.scoring import Points
from jixiao.scoring.figures import rounded
from jixiao.units import decimal_text
from jixiao.values import doubt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from jixiao.recomputing.opening import Opened
    from jixiao.rules import Bands
    from jixiao.tables import Table

__all__ = ["grade_of", "printed_total"]

_SHORT = {"优秀": "优", "良好": "良", "中等": "中", "较差": "差"}
"""Longer words of the four grades."""


def printed_total(table: Table) -> Decimal | None:
    """The printed sum of the whole table; None where none is, or several that differ."""
    found = {one.points for one in table.totals if one.level1 is None and one.points is not None}
    return found.pop() if len(found) == 1 else None


def grade_of(held: Opened) -> Iterator[RecomputedTotal]:
    """The printed grade held against the printed total; a total in no band is said without one."""
    table, bands = held.table, held.rules.bands
    total, printed = printed_total(table), table.grade
    if bands is None or total is None:
        return
    exact = _grade(total, bands)
    whole = rounded(Fraction(total), Rounding("合计", 0))
    about = _grade(whole, bands)
    words = {"total": decimal_text(total), "whole": decimal_text(whole)}
    named = RecomputedTotal(
        table.name, table.index, "grade", "等次", printed, origin=whole_origin(table)
    )
    if exact is None:
        yield evolve(named, why=(doubt("E467", **words),))
        return
    if printed is None:
        return
    order = [name for name, _ in bands.rows]
    said = _SHORT.get(printed, printed)
    words |= {"printed": printed, "grade": exact}
    named = evolve(named, computed=exact)
    if said == exact:
        yield evolve(named, result="explained", why=(doubt("E464", **words),))
    elif said == about:
        yield evolve(named, result="explained", why=(doubt("E468", **words),))
    elif said not in order:
        yield evolve(named, result="unscored", why=(doubt("E471", **words),))
    elif order.index(said) > order.index(exact):
        yield evolve(named, result="stricter", why=(doubt("E465", **words),))
    else:
        yield evolve(named, result="differs", why=(doubt("E466", **words),))


def _grade(total: Decimal, bands: Bands) -> str | None:
    grades = reachable(Points(total, total), bands)
    return grades[0] if len(grades) == 1 else None
