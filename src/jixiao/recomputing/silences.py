"""Rows of which rules and figures say too little for a difference to be claimed.

Each is told apart before the formula is held against the printed score: a figure that meets its
target once it is rounded as the target is written, units that are not known, targets whose miss no
rule of the place scores.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.recomputing.classifying import Judged
from jixiao.recomputing.printed import places
from jixiao.rules import Rounding
from jixiao.scoring.figures import rounded
from jixiao.units import NO_UNIT
from jixiao.values import Comparison, doubt

if TYPE_CHECKING:
    from jixiao.evaluation.leaves import Leaf
    from jixiao.recomputing.classifying import Claim
    from jixiao.units import Quantity
    from jixiao.values import Actual

__all__ = ["before_comparing"]

_FAR = 10
"""Figures without any unit that lie further apart than so many times may be of different units."""
_UNIT_IN_NAME = re.compile(r"[(（][^()（）]+[)）]\s*$")


def before_comparing(claim: Claim, leaf: Leaf, actual: Actual) -> Judged | None:
    """What is said instead of a comparison; None where the formula may be held against a row."""
    score, target, filed = claim.score, leaf.target, actual.quantity
    if score.verdict == "met" or not isinstance(target, Comparison) or filed is None:
        return None
    full = claim.printed == score.weight
    words = {"target": score.target, "actual": actual.text, "ruleset": claim.rules.id}
    if full and _met_as_written(claim, target, filed):
        figure = rounded(filed.exact, Rounding("逐项", places(target.quantity.number)))
        return Judged("explained", (doubt("E409", rounded=f"{figure:f}%", **words),))
    silent = None
    if full and _unit_unclear(leaf.row.level3, target, filed):
        silent = "E413"
    elif _zero_rate(claim, leaf.row.level3, target):
        silent = "E417"
    elif _beyond_the_very_figure(claim, target, filed):
        silent = "E418"
    if silent is None or claim.printed > (score.weight or 0):
        return None
    return Judged("unscored", (doubt(silent, **words),))


def _met_as_written(claim: Claim, target: Comparison, filed: Quantity) -> bool:
    """99.6% is 100% as the target =100% is written: it is not missed before it is rounded."""
    wanted = target.quantity
    if wanted.unit.base != "%" or filed.unit.base != "%" or wanted.unit.scale != filed.unit.scale:
        return False
    figure = rounded(Fraction(filed.number), Rounding("逐项", places(wanted.number)))
    if claim.score.direction == "反向":
        return figure <= wanted.number
    if claim.score.direction == "正向":
        return figure >= wanted.number
    return figure == wanted.number


def _zero_rate(claim: Claim, name: str, target: Comparison) -> bool:
    """A missed rate of 0%, which places score by steps of their own, by a ruleset without any."""
    method = claim.rules.scoring.method(claim.score.method or "")
    if target.quantity.number != 0 or method is None or method.table is not None:
        return False
    rate = target.quantity.unit.base == "%" or name.endswith("率")
    return rate and claim.score.exact == (Fraction(0), Fraction(0)) and claim.printed > 0


def _beyond_the_very_figure(claim: Claim, target: Comparison, filed: Quantity) -> bool:
    """More than a standard that asks for the very figure: no national rule says what it scores."""
    same = target.quantity.unit.dimension == filed.unit.dimension
    points = claim.score.points
    more = same and filed.exact > target.quantity.exact
    above = points is not None and claim.printed > points.high
    return claim.score.direction == "精确" and more and above


def _unit_unclear(name: str, target: Comparison, filed: Quantity) -> bool:
    """Two bare figures, far apart, of an indicator whose name gives no unit either."""
    bare = target.quantity.unit == NO_UNIT and filed.unit == NO_UNIT and target.op is None
    if not bare or _UNIT_IN_NAME.search(name) or not filed.exact:
        return False
    ratio = target.quantity.exact / filed.exact
    return ratio > _FAR or ratio < Fraction(1, _FAR)
