"""How a printed score stands to what the ruleset in force gives: one of five results, with why.

A score that is below what the formula gives is stricter and never a mistake. One that fits after
rounding is explained; whole points explain only where the whole table prints no finer, and no
rounding but the ruleset's where it would turn a missed target into full marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.recomputing.printed import places
from jixiao.rules import Rounding
from jixiao.scoring.figures import Points, exact_text, rounded
from jixiao.scoring.rounding import item_rounding
from jixiao.units import as_decimal, decimal_text
from jixiao.values import doubt

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from jixiao.recomputing.tally import Result
    from jixiao.rules import Ruleset
    from jixiao.scoring import IndicatorScore
    from jixiao.values import Note

__all__ = ["Claim", "Judged", "classified", "shown"]

_JUDGED = frozenset({"E44", "E45"})
"""Reasons that leave the number to whoever assesses."""
_LEFT_OPEN = "E85"
"""The step that says: anything between nothing and the weight."""
_PLACES = 4


@frozen
class Judged:
    """A result, and how it was reached."""

    result: Result
    why: tuple[Note, ...] = ()


def shown(number: Fraction) -> str:
    """An exact figure for a sentence: a long or endless one by its first digits.

    >>> from fractions import Fraction
    >>> shown(Fraction("8.62")), shown(Fraction(931, 108))
    ('8.62', '8.6203…')
    """
    finite = as_decimal(number)
    short = rounded(number, Rounding("逐项", _PLACES, cut=True))
    return exact_text(number) if finite is not None and finite == short else f"{short:f}…"


@frozen(eq=False)
class Claim:
    """A printed score, what the ruleset gives, and how many decimals the table prints."""

    printed: Decimal
    grain: int
    score: IndicatorScore
    rules: Ruleset

    @property
    def words(self) -> dict[str, str]:
        """The figures of the sentences."""
        weight = self.score.weight
        return {
            "printed": decimal_text(self.printed),
            "method": self.score.method or "—",
            "ruleset": self.rules.id,
            "computed": str(self.score.points),
            "weight": "—" if weight is None else decimal_text(weight),
        }

    def rounding(self, exact: Fraction) -> Rounding | None:
        """The rounding by which an exact score is printed so, the ruleset's before any other.

        Else to the decimals that are printed, of which there is at least one, or to whole points
        where the table prints no finer. None for one of these by which a score below full marks
        would be printed as full marks.
        """
        own, _ = item_rounding(self.rules)
        if rounded(exact, own) == self.printed:
            return own
        weight = self.score.weight
        if weight is not None and exact < weight <= self.printed:
            return None
        digits = {self.grain, places(self.printed) or self.grain}
        several = (Rounding("逐项", one) for one in sorted(digits, reverse=True))
        return next((one for one in several if rounded(exact, one) == self.printed), None)

    def how(self, rounding: Rounding) -> dict[str, str]:
        """The words of a rounding: the ruleset's own, or that of the table."""
        own, _ = item_rounding(self.rules)
        digits = str(rounding.digits)
        if rounding == own:
            return {"rounding": "E111" if own.cut else "E110", "digits": digits}
        return {"rounding": "E170" if rounding.digits else "E171", "digits": digits}

    def above(self, limit: Decimal) -> str:
        """How much more is printed than a limit."""
        return decimal_text(self.printed - limit)


def classified(claim: Claim) -> Judged:
    """The result for a printed score."""
    score = claim.score
    exact, points, weight = score.exact, score.points, score.weight
    if exact is None or points is None or weight is None:
        return Judged("unscored", score.reasons)
    if claim.printed > weight and claim.rounding(exact[1]) is None:
        return Judged("differs", (doubt("E405", **claim.words), *score.reasons))
    if any(one.code == "E40" for one in score.reasons):
        return Judged("unscored", (doubt("E411"),))
    if exact[0] == exact[1]:
        return _point(claim, exact[0], points)
    return _interval(claim, exact, points)


def _point(claim: Claim, exact: Fraction, points: Points) -> Judged:
    rounding = claim.rounding(exact)
    if rounding is not None:
        words = claim.words | claim.how(rounding)
        return Judged("explained", (doubt("E400", exact=shown(exact), **words),))
    if claim.printed < exact:
        return Judged("stricter", (doubt("E403", **claim.words),))
    gap = claim.above(points.high)
    return Judged("differs", (doubt("E404", gap=gap, **claim.words),))


def _interval(claim: Claim, exact: tuple[Fraction, Fraction], points: Points) -> Judged:
    """A score that the rules leave open between two ends."""
    score, words = claim.score, claim.words
    judged = any(one.code in _JUDGED for one in score.reasons)
    if not judged and any(one.code == _LEFT_OPEN for one in score.steps):
        return Judged("unscored", score.reasons)
    low, high = _ends(claim, exact, points)
    if claim.printed < low:
        return Judged("stricter", (doubt("E403", **words), *score.reasons))
    if claim.printed > high:
        gap = claim.above(points.high)
        return Judged("differs", (doubt("E404", gap=gap, **words), *score.reasons))
    if judged:
        return Judged("judgement", (doubt("E402", **words), *score.reasons))
    for end in exact:
        rounding = claim.rounding(end)
        if rounding is not None:
            told = doubt("E408", exact=shown(end), **words, **claim.how(rounding))
            return Judged("explained", (told, *score.reasons))
    return Judged("explained", (doubt("E401", **words), *score.reasons))


def _ends(
    claim: Claim, exact: tuple[Fraction, Fraction], points: Points
) -> tuple[Decimal, Decimal]:
    """The ends as the ruleset rounds them, or as the table prints, whichever lie wider apart.

    The upper end is widened only where that does not make full marks of less.
    """
    digits = places(claim.printed) or claim.grain
    low, high = (rounded(one, Rounding("逐项", digits)) for one in exact)
    weight = claim.score.weight
    hides = weight is not None and high >= weight > exact[1]
    return min(points.low, low), points.high if hides else max(points.high, high)
