"""What would give a printed score without being in force: named for reference, and clears nothing.

Formulas that people use by hand (the value times the weight, a ratio without its cap, digits cut
off), the other methods of the ruleset, and the rulesets of other places.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.evaluation.leaves import bare
from jixiao.recomputing.classifying import shown
from jixiao.rules import IndicatorRule, Rounding
from jixiao.scoring.choosing import needs_actual
from jixiao.scoring.figures import rounded
from jixiao.scoring.kinds import kinds_of
from jixiao.units import decimal_text
from jixiao.values import Comparison, doubt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jixiao.evaluation.leaves import Leaf
    from jixiao.recomputing.classifying import Claim
    from jixiao.rules import Method, Ruleset
    from jixiao.scoring import IndicatorScore
    from jixiao.units import Quantity
    from jixiao.values import Actual, Note, Value

__all__ = ["by_hand", "by_methods", "by_rulesets"]

_MOST = 3
"""More rulesets that fit are no help."""


def by_hand(claim: Claim, target: Value, actual: Actual) -> Iterator[Note]:
    """The formulas in use by hand that give the printed score where the rules do not."""
    weight, exact = claim.score.weight, claim.score.exact
    if weight is None or exact is None:
        return
    if exact[0] == exact[1]:
        yield from _roundings(claim, exact[0])
    figures = _figures(target, actual)
    if figures is None:
        return
    wanted, filed = figures
    words = claim.words | {"target": str(wanted), "actual": str(filed)}
    if filed.unit.base == "%":
        product = filed.exact / 100 * Fraction(weight)
        if claim.rounding(product) is not None and product != exact[1]:
            yield doubt("E432", **words)
    if wanted.exact > 0 and claim.score.direction != "反向":
        product = filed.exact / wanted.exact * Fraction(weight)
        if product > Fraction(weight) and claim.rounding(product) is not None:
            yield doubt("E433", exact=shown(product), **words)


def _roundings(claim: Claim, exact: Fraction) -> Iterator[Note]:
    words = claim.words | {"exact": shown(exact)}
    for cut in (True, False):
        for digits in sorted({0, 1, 2, claim.grain}):
            if rounded(exact, Rounding("逐项", digits, cut=cut)) == claim.printed:
                how = "E172" if cut else "E173" if digits else "E176"
                yield doubt("E434", rounding=how, digits=str(digits), **words)
                return


def _figures(target: Value, actual: Actual) -> tuple[Quantity, Quantity] | None:
    filed = actual.quantity
    if not isinstance(target, Comparison) or filed is None:
        return None
    same = target.quantity.unit.dimension == filed.unit.dimension
    return (target.quantity, filed) if same else None


def by_methods(
    claim: Claim, leaf: Leaf, rescored: Callable[[Leaf], IndicatorScore]
) -> Iterator[Note]:
    """Methods of the ruleset itself that are not the one for this indicator."""
    nearest = kinds_of(leaf.target, claim.rules.vocabulary)[:1]
    for method in claim.rules.scoring.methods:
        elsewhere = _is_of_another_level(method, leaf, claim.rules)
        if method.name == claim.score.method or elsewhere or not _suits(method, nearest):
            continue
        own = IndicatorRule(3, None, methods=(method.name,))
        other = rescored(evolve(leaf, path=(own,)))
        if other.method == method.name and _fits(claim, other):
            yield doubt("E431", method=method.name, printed=decimal_text(claim.printed))


def _is_of_another_level(method: Method, leaf: Leaf, rules: Ruleset) -> bool:
    """满意度赋分 is for 满意度指标: a method named after a 一级 is for the rows below it."""
    stem = method.name.removesuffix("赋分")
    roots = {root.name or "" for tree in rules.trees for root in tree.roots}
    named = any(stem in bare(name) for name in roots)
    return named and not any(stem in name for name in leaf.row.key)


def _suits(method: Method, nearest: tuple[str, ...]) -> bool:
    """Whether a method is meant for indicators of that kind, and looks at what was achieved."""
    kinds = tuple(one.kind for one in method.kinds)
    return needs_actual(method) and (not kinds or nearest[:1] in [(one,) for one in kinds])


def by_rulesets(
    claim: Claim, others: Iterable[tuple[Ruleset, Callable[[], IndicatorScore | None]]]
) -> Iterator[Note]:
    """Rulesets of other places and years whose own method gives the printed score."""
    found = 0
    for rules, rescored in others:
        other = rescored() if found < _MOST else None
        if other is not None and _fits(claim, other):
            found += 1
            yield doubt(
                "E430",
                ruleset=rules.id,
                method=other.method or "—",
                printed=decimal_text(claim.printed),
            )


def _fits(claim: Claim, other: IndicatorScore) -> bool:
    """Whether another score is one number, that which is printed, and not the one in force."""
    exact = other.exact
    if exact is None or exact[0] != exact[1] or exact == claim.score.exact:
        return False
    return claim.rounding(exact[0]) is not None
