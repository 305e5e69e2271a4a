"""Printed sums of scores recomputed: 总分 of the table, 小计 of a 一级 or 二级."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.evaluation.leaves import bare
from jixiao.recomputing.classifying import shown
from jixiao.recomputing.printed import places
from jixiao.recomputing.result_rows import RecomputedTotal
from jixiao.rules import Rounding
from jixiao.scoring.figures import rounded
from jixiao.units import decimal_text
from jixiao.values import doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.recomputing.opening import Opened
    from jixiao.recomputing.result_rows import RecomputedRow
    from jixiao.source import Origin
    from jixiao.tables import Table
    from jixiao.totals import PrintedTotal

__all__ = ["doubted", "score_sums", "total_budget", "whole_origin"]

_NAMED = 3

Rows = tuple["RecomputedRow", ...]


def total_budget(rows: Rows) -> Rows:
    """预算执行率 as it counts in the total: the first line of the money that prints points."""
    return tuple(one for one in rows if one.kind == "budget" and one.printed is not None)[:1]


def whole_origin(table: Table) -> Origin:
    """Where the sum of the whole table stands; the table itself where it prints none."""
    sums = (one.origin for one in table.totals if one.level1 is None)
    return next(sums, table.origin)


def doubted(held: Opened, one: RecomputedTotal) -> RecomputedTotal:
    """A sum over rows or figures whose reading is not exact differs from nothing."""
    if held.certain or one.result != "differs":
        return one
    return evolve(one, result="unscored", why=(doubt("E414"),))


def score_sums(held: Opened, rows: Rows) -> Iterator[RecomputedTotal]:
    """总分, 合计, 小计: each against the scores as printed, then as they were before rounding."""
    for total in held.table.totals:
        if total.points is not None:
            named = RecomputedTotal(
                held.table.name,
                held.table.index,
                "score",
                total.name if total.level1 is None else f"{total.level1} {total.name}",
                decimal_text(total.points),
                origin=total.origin,
            )
            found = _held(named, total.points, _candidates(total, rows))
            yield doubted(held, _without_money(held, found, total, rows))


def _without_money(
    held: Opened, found: RecomputedTotal, total: PrintedTotal, rows: Rows
) -> RecomputedTotal:
    """A total above its scores by no more than the money may give, where none is printed for it."""
    rule = held.funding_rule
    whole = total.level1 is None and found.result == "differs" and not total_budget(rows)
    if not whole or rule is None or rule.weight is None or total.points is None:
        return found
    more = total.points - Decimal(found.computed or 0)
    if not 0 < more <= rule.weight:
        return found
    return evolve(found, result="unscored", why=(doubt("E472", gap=decimal_text(more)),))


def _candidates(total: PrintedTotal, rows: Rows) -> tuple[Rows, ...]:
    """What a sum may be of: its level; else the whole table, with or without the money."""
    indicators = tuple(one for one in rows if one.kind == "indicator")
    if total.level1 is None:
        return (*indicators, *total_budget(rows)), indicators
    level = bare(total.level1)
    below = tuple(one for one in indicators if level in (bare(one.level1), bare(one.level2)))
    if total.level2 is not None:
        part = bare(total.level2)
        return (tuple(one for one in below if bare(one.level2) == part),)
    return (below or total_budget(rows),)


def _held(named: RecomputedTotal, printed: Decimal, several: tuple[Rows, ...]) -> RecomputedTotal:
    whole = several[0]
    missing = [one.indicator for one in whole if one.printed is None]
    if missing or not whole:
        names = "、".join(missing[:_NAMED]) or "—"
        return evolve(named, why=(doubt("E453", count=len(missing), names=names),))
    for rows in several:
        figure = sum((one.printed or Decimal(0) for one in rows), Decimal(0))
        words = {"printed": decimal_text(printed), "count": str(len(rows))}
        if figure == printed:
            why = doubt("E450", computed=decimal_text(figure), **words)
            return evolve(named, computed=decimal_text(figure), result="explained", why=(why,))
        exact = sum((_exact(one) for one in rows), Fraction(0))
        if rounded(exact, Rounding("合计", places(printed))) == printed:
            why = doubt("E451", exact=shown(exact), **words)
            return evolve(named, computed=decimal_text(printed), result="explained", why=(why,))
    figure = sum((one.printed or Decimal(0) for one in whole), Decimal(0))
    words = {"printed": decimal_text(printed), "count": str(len(whole))}
    gap = decimal_text(abs(printed - figure))
    why = doubt("E452", computed=decimal_text(figure), gap=gap, **words)
    return evolve(named, computed=decimal_text(figure), result="differs", why=(why,))


def _exact(row: RecomputedRow) -> Fraction:
    """The score before rounding, of one that is explained by a single number; else as printed."""
    if row.result == "explained" and row.exact is not None and row.exact[0] == row.exact[1]:
        return row.exact[0]
    return Fraction(row.printed or 0)
