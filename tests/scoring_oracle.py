"""What a score must be, reckoned again from the rules of the field and from nothing of jixiao.

Only whole numbers and fractions, written down from the text of the rules: 完成值 ÷ 指标值 for what
is to be reached, both formulas in use for what is to be kept below, the pass line, the steps of
满意度, the points off for each percentage point, 序时进度 by closed months, and rounding.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

__all__ = ["Case", "points", "rounded"]

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True)
class Case:
    """One indicator: all figures in one unit, a percentage as its number of percent."""

    way: str
    """more, less, range, bare, pass, steps, off, pace, far, judged."""
    target: Fraction
    actual: Fraction
    weight: Fraction
    op: str = ">="
    high: Fraction = ZERO
    reverse: str = "silent"
    digits: int = 2
    cut: bool = False
    months: int = 12
    judgement: Fraction = ZERO
    grade: str = "达成"


def rounded(number: Fraction, digits: int, *, cut: bool) -> Fraction:
    """Half away from zero, or cut off; the numbers here are never below 0."""
    scaled = number * 10**digits
    whole = scaled.numerator // scaled.denominator
    if not cut and 2 * (scaled - whole) >= 1:
        whole += 1
    return Fraction(whole, 10**digits)


def within(share: Fraction) -> Fraction:
    """A share of the points is never below 0 and never above 1."""
    return ZERO if share < 0 else ONE if share > 1 else share


def shares_of_more(target: Fraction, actual: Fraction) -> list[Fraction]:
    """Reached in proportion; a target of 0 is reached by anything that is not below."""
    return [ONE] if target == 0 or actual >= target else [actual / target]


def shares_of_less(target: Fraction, actual: Fraction, reverse: str) -> list[Fraction]:
    """Kept, or missed by one of the two formulas; a target of 0 is kept or not."""
    if actual <= target:
        return [ONE]
    if target == 0:
        return [ZERO]
    by_quotient, by_excess = target / actual, 2 - actual / target
    return {
        "silent": [by_quotient, by_excess],
        "quotient": [by_quotient],
        "excess": [by_excess],
    }[reverse]


def done_of(case: Case) -> Fraction:
    """How much was reached, not above 1; `=0` asks for none at all."""
    if case.target == 0 and case.op == "=":
        (share,) = shares_of_less(case.target, case.actual, case.reverse)
    else:
        (share,) = shares_of_more(case.target, case.actual)
    return share


def shares(case: Case) -> list[Fraction]:  # noqa: PLR0911 - one a way
    """All shares of the points that the rules allow."""
    t, a = case.target, case.actual
    if case.way in ("more", "less", "bare"):
        if case.way == "bare":
            return [*shares_of_more(t, a), *shares_of_less(t, a, case.reverse)]
        if case.way == "less":
            return shares_of_less(t, a, case.reverse)
        return [done_of(case)]
    if case.way == "range":
        return shares_of_more(t, a)
    if case.way == "pass":
        done = done_of(case)
        return [(done - Fraction(6, 10)) / Fraction(4, 10) if done >= Fraction(6, 10) else ZERO]
    if case.way == "steps":
        steps = ((90, ONE), (80, Fraction(8, 10)), (60, Fraction(1, 2)), (0, ZERO))
        return [next(share for bound, share in steps if a >= bound)]
    if case.way == "pace":
        return [ONE] if case.months == 0 else [a / 100 / Fraction(case.months, 12)]
    raise AssertionError(case.way)


def points(case: Case) -> tuple[Fraction, Fraction]:
    """The lowest and the highest points, rounded."""
    w = case.weight
    if case.way == "off":
        found = [min(max(ZERO, w - (case.actual - case.target) * Fraction(1, 2)), w)]
    elif case.way == "far":
        done = done_of(case) if case.target == 0 else case.actual / case.target
        lost = w / 10 if done >= 2 else w / 20 if done >= Fraction(3, 2) else ZERO
        found = [max(ZERO, within(done) * w - lost)]
    elif case.way == "judged":
        found = judged(case)
    else:
        found = [within(one) * w for one in shares(case)]
    ends = [rounded(one, case.digits, cut=case.cut) for one in found]
    return min(ends), max(ends)


def judged(case: Case) -> list[Fraction]:
    """定性三档: the rate given where it lies in the band of the grade, else both ends of it."""
    bands = {
        "达成": (Fraction(8, 10), ONE, True),
        "部分达成": (Fraction(6, 10), Fraction(8, 10), False),
        "未达成": (ZERO, Fraction(6, 10), False),
    }
    low, high, closed = bands[case.grade]
    rate = case.judgement
    if low <= rate and (rate < high or (closed and rate == high)):
        return [rate * case.weight]
    return [low * case.weight, high * case.weight]
