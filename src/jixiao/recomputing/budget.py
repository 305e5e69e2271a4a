"""预算执行率 recomputed: the points that a line of money prints, by the ruleset's own method."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.evaluation.money import money_of
from jixiao.evaluation.weights import Weight
from jixiao.recomputing.classifying import Claim, Judged, classified, shown
from jixiao.recomputing.money import BUDGET, INITIAL, RATE, exact_rate
from jixiao.recomputing.printed import amount_named, grain_of
from jixiao.recomputing.rates import rate_of
from jixiao.recomputing.references import by_rulesets
from jixiao.recomputing.result_rows import RecomputedRow
from jixiao.recomputing.rows import not_held
from jixiao.scoring.figures import percent_text
from jixiao.values import doubt

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.recomputing.money import BudgetLine
    from jixiao.recomputing.opening import Opened
    from jixiao.scoring import IndicatorScore
    from jixiao.values import Note

__all__ = ["budget_rows"]

_NAME = "预算执行率"


def budget_rows(held: Opened) -> tuple[RecomputedRow, ...]:
    """预算执行率 of every line that bears points."""
    grain = max(held.grain, grain_of(one.points for one in held.budget))
    return tuple(_row(held, one, grain) for one in held.budget)


def _score(held: Opened, one: BudgetLine) -> IndicatorScore | None:
    """What the ruleset gives the line for its own money; None where it has no method for it."""
    leaf = held.budget_leaf(one.line)
    if leaf is None:
        return None
    number = one.weight if one.weight is not None else leaf.path[-1].weight
    weight = Weight(number, "E128" if one.weight is not None else "E130")
    money = money_of(evolve(held.table, funding=(one.line,)), ())
    return held.score(leaf, weight, money)


def _row(held: Opened, one: BudgetLine, grain: int) -> RecomputedRow:
    score, printed = _score(held, one), one.points.number
    rate = exact_rate(one.line, BUDGET)
    plain = RecomputedRow(
        table=held.table.name,
        table_index=held.table.index,
        level1=_NAME,
        level2="",
        indicator=one.line.source,
        target="100%",
        actual=None if rate is None else percent_text(rate),
        weight=one.weight,
        printed=printed,
        computed=None,
        result="unscored",
        why=(doubt("E415", ruleset=held.rules.id),),
        kind="budget",
        printed_text=one.points.text,
        ruleset=held.rules.id,
        origin=one.line.origin,
    )
    judged = not_held(one.points)
    if score is None:
        return plain if judged is None else evolve(plain, why=judged.why)
    references: tuple[Note, ...] = ()
    if judged is None and printed is not None:
        claim = Claim(printed, grain, score, held.rules)
        judged = _judged(claim, one)
        if judged.result in ("differs", "stricter"):
            references = _references(claim, held, one)
    judged = judged or Judged("unscored")
    return evolve(
        plain,
        weight=score.weight,
        computed=score.points,
        result=judged.result,
        why=judged.why,
        references=references,
        exact=score.exact,
        verdict=score.verdict,
        method=score.method,
        steps=score.steps,
        cites=score.cites,
    )


def _judged(claim: Claim, one: BudgetLine) -> Judged:
    """By the exact rate; else by the rate as printed, where that is itself the exact one rounded.

    The form says 分值 × 执行率, and what it prints as 执行率 is a rounded figure.
    """
    judged = classified(claim)
    weight, exact = claim.score.weight, claim.score.exact
    rate, quantity = exact_rate(one.line, BUDGET), amount_named(one.line, *RATE)
    if judged.result not in ("differs", "stricter") or weight is None or exact is None:
        return judged
    if rate is None or quantity is None or claim.printed == weight:
        return judged
    filed, full = rate_of(quantity, rate), Fraction(weight)
    if filed is None or not exact[0] == exact[1] == _share(rate) * full:
        return judged
    product = _share(filed) * full
    rounding = claim.rounding(product)
    if rounding is None:
        return judged
    words = claim.words | claim.how(rounding)
    told = doubt("E407", rate=str(quantity), exact=shown(product), **words)
    return Judged("explained", (told,))


def _share(rate: Fraction) -> Fraction:
    return min(rate, Fraction(1))


def _references(claim: Claim, held: Opened, one: BudgetLine) -> tuple[Note, ...]:
    found: list[Note] = []
    initial, weight = exact_rate(one.line, INITIAL), claim.score.weight
    if initial is not None and weight is not None:
        product = _share(initial) * Fraction(weight)
        if claim.rounding(product) is not None:
            found.append(doubt("E436", rate=percent_text(initial), **claim.words))

    def by(other: Opened) -> Callable[[], IndicatorScore | None]:
        return lambda: _score(other, one)

    others = [(each.rules, by(each)) for each in held.others()]
    return (*found, *by_rulesets(claim, others))
