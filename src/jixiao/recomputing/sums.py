"""Printed sums recomputed: 总分 and 小计 from the scores, the sum of 分值, those behind a 一级."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.evaluation.leaves import bare
from jixiao.recomputing.printed import places
from jixiao.recomputing.result_rows import RecomputedTotal
from jixiao.rules import Rounding
from jixiao.scoring.figures import exact_text, rounded
from jixiao.source import fold, squeeze
from jixiao.units import decimal_text
from jixiao.values import doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.recomputing.opening import Opened
    from jixiao.recomputing.result_rows import RecomputedRow
    from jixiao.tables import Table
    from jixiao.totals import PrintedTotal

__all__ = ["Sums", "label_weights", "score_sums", "weight_sums"]

_LABEL = re.compile(r"(.+?)\(?(\d{1,3}(?:\.\d{1,2})?)分\)?")


@frozen
class Sums:
    """The rows of one table that a sum is made of; `budget` those of the money."""

    indicators: tuple[RecomputedRow, ...]
    budget: tuple[RecomputedRow, ...]

    @classmethod
    def of(cls, rows: tuple[RecomputedRow, ...]) -> Sums:
        """The rows apart; of the money the first only, which is the total."""
        indicators = tuple(one for one in rows if one.kind == "indicator")
        budget = tuple(one for one in rows if one.kind == "budget" and one.printed is not None)
        return cls(indicators, budget[:1])


def score_sums(held: Opened, rows: tuple[RecomputedRow, ...]) -> Iterator[RecomputedTotal]:
    """总分, 合计, 小计: each against the scores as printed, then as they were before rounding."""
    for total in held.table.totals:
        if total.points is not None:
            yield _score_sum(held.table, total, total.points, Sums.of(rows))


def _score_sum(table: Table, total: PrintedTotal, printed: Decimal, sums: Sums) -> RecomputedTotal:
    named = RecomputedTotal(table.name, table.index, "score", _name(total), decimal_text(printed))
    own = tuple(one for one in sums.indicators if _below(one, total.level1))
    several = (own,) if total.level1 is not None else ((*own, *sums.budget), own)
    missing = [one for one in several[0] if one.printed is None]
    if missing or not several[0]:
        names = "、".join(one.indicator for one in missing[:3]) or "—"
        why = doubt("E453", count=len(missing), names=names)
        return evolve(named, result="unscored", why=(why,))
    found = [
        sum((one.printed for one in rows if one.printed is not None), Decimal(0))
        for rows in several
    ]
    words = {"printed": decimal_text(printed), "count": str(len(several[0]))}
    for figure in found:
        if figure == printed:
            shown = decimal_text(figure)
            return evolve(
                named,
                computed=shown,
                result="explained",
                why=(doubt("E450", computed=shown, **words),),
            )
    grain = places(printed)
    for rows in several:
        exact = sum((_exact(one) for one in rows), Fraction(0))
        if rounded(exact, Rounding("合计", grain)) == printed:
            shown = decimal_text(printed)
            why = doubt("E451", exact=exact_text(exact), **words)
            return evolve(named, computed=shown, result="explained", why=(why,))
    shown = decimal_text(found[0])
    gap = decimal_text(abs(printed - found[0]))
    why = doubt("E452", computed=shown, gap=gap, **words)
    return evolve(named, computed=shown, result="differs", why=(why,))


def _exact(row: RecomputedRow) -> Fraction:
    """The score before rounding, of one that is explained by a single number; else as printed."""
    if row.result == "explained" and row.exact is not None and row.exact[0] == row.exact[1]:
        return row.exact[0]
    return Fraction(row.printed or 0)


def _name(total: PrintedTotal) -> str:
    return total.name if total.level1 is None else f"{total.level1} {total.name}"


def _below(row: RecomputedRow, level1: str | None) -> bool:
    return level1 is None or bare(row.level1) == bare(level1)


def weight_sums(held: Opened, rows: tuple[RecomputedRow, ...]) -> Iterator[RecomputedTotal]:
    """The sum of all printed 分值 against full marks; without those of the money where none are.

    Nothing is said where a row prints no weight, or full marks are not known.
    """
    bands, table = held.rules.bands, held.table
    sums = Sums.of(rows)
    weights = [leaf.row.weight for leaf, _ in held.rows if leaf.present or leaf.inapplicable]
    if bands is None or not weights or any(one is None for one in weights):
        return
    plain = sum((one for one in weights if one is not None), Decimal(0))
    money = next((one.weight for one in sums.budget if one.weight is not None), None)
    full = bands.full
    allowed = {full} if money is not None else {full, *_without_money(held, full)}
    whole = plain + (money or 0)
    words = {
        "computed": decimal_text(whole),
        "indicators": decimal_text(plain),
        "money": decimal_text(money or Decimal(0)),
        "expected": " 或 ".join(decimal_text(one) for one in sorted(allowed, reverse=True)),
        "parts": "E174" if money is not None else "E175",
    }
    fits = whole in allowed
    yield RecomputedTotal(
        table.name,
        table.index,
        "weights",
        "分值合计",
        decimal_text(whole),
        words["expected"],
        "explained" if fits else "differs",
        (doubt("E454" if fits else "E455", **words),),
    )


def _without_money(held: Opened, full: Decimal) -> tuple[Decimal, ...]:
    """Full marks without those of 预算执行率, for a table that prints none for the money."""
    roots = held.rules.roots(held.table.kind)
    money = [one.weight for one in roots if one.level == 1 and one.methods and not one.children]
    return tuple(full - one for one in money if one is not None)


def label_weights(table: Table) -> Iterator[RecomputedTotal]:
    """产出指标（50分）: what a 一级 prints behind its name against the 分值 of its rows."""
    if any(row.goal is not None for row in table.indicators):
        return
    seen: set[str] = set()
    for cell in table.cells:
        match = _LABEL.fullmatch(squeeze(fold(cell.text))) if cell.use == "level1" else None
        if match is None or match[1] in seen:
            continue
        seen.add(match[1])
        own = [
            one.weight
            for one in table.indicators
            if bare(_unlabelled(one.level1)) == bare(match[1])
        ]
        if not own or any(one is None for one in own):
            continue
        total = sum((one for one in own if one is not None), Decimal(0))
        fits = total == Decimal(match[2])
        words = {"level": match[1], "printed": match[2], "computed": decimal_text(total)}
        why = doubt("E469" if fits else "E470", **words)
        yield RecomputedTotal(
            table.name,
            table.index,
            "label",
            match[1],
            match[2],
            decimal_text(total),
            "explained" if fits else "differs",
            (why,),
        )


def _unlabelled(level: str) -> str:
    match = _LABEL.fullmatch(squeeze(fold(level)))
    return level if match is None else match[1]
