"""Totals and the grades that they can reach."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.intervals import End, Interval
from jixiao.scoring.bands import allowed
from jixiao.scoring.figures import Points, rounded
from jixiao.scoring.rounding import item_rounding

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from jixiao.rules import Bands, Ruleset
    from jixiao.scoring import IndicatorScore

__all__ = ["Total", "reachable", "totalled"]


@frozen
class Total:
    """The sum of a table's points and out of how many."""

    low: Decimal
    high: Decimal
    out_of: Decimal

    @property
    def points(self) -> Points:
        """Both ends."""
        return Points(self.low, self.high)


def totalled(
    scores: Iterable[IndicatorScore], rules: Ruleset, scale: Fraction = Fraction(1)
) -> Points:
    """The sum of points: of the rounded ones, or rounded once where the ruleset says 合计.

    `scale` is what 折算 multiplies the sum by; a sum that was scaled is rounded as points are.
    """
    counted = [one for one in scores if one.points is not None]
    roundings = rules.scoring.roundings
    whole = next((one for one in roundings if one.place == "合计"), None)
    if whole is None:
        plain = Points.sum(one.points for one in counted if one.points is not None)
        if scale == 1:
            return plain
        rounding, _ = item_rounding(rules)
        ends = (Fraction(plain.low) * scale, Fraction(plain.high) * scale)
        return Points(rounded(ends[0], rounding), rounded(ends[1], rounding))
    by_item = any(one.place == "逐项" for one in roundings)
    low, high = Fraction(0), Fraction(0)
    for one in counted:
        if by_item and one.points is not None:
            ends = (Fraction(one.points.low), Fraction(one.points.high))
        else:
            ends = one.exact or (Fraction(0), Fraction(0))
        low, high = low + ends[0], high + ends[1]
    return Points(rounded(low * scale, whole), rounded(high * scale, whole))


def reachable(points: Points, bands: Bands | None) -> tuple[str, ...]:
    """All grades that some total between the two ends has, best first as the ruleset lists them."""
    if bands is None:
        return ()
    span = Interval(End(Fraction(points.low)), End(Fraction(points.high)))
    return tuple(
        grade
        for grade, tests in bands.rows
        if any(not (one & span).is_empty for one in allowed(tests))
    )
