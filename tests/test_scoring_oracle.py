"""Scoring against a reckoning written apart, on 100,000 cases drawn at random."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

import scoring_oracle as oracle
from jixiao.expressions import Binary, Name, Number
from jixiao.library import Library
from jixiao.periods import last_day_of_month
from jixiao.rules import Completion, Rounding, Ruleset
from jixiao.scoring import IndicatorScore, score_indicator
from jixiao.units import Quantity, parse_unit
from jixiao.values import Actual, Comparison, Context, Operator, Pace, Qualitative, Range
from scoring_oracle import Case

if TYPE_CHECKING:
    from jixiao.values import Value

CHUNKS, EACH = 40, 2_500
WORKED = Path(__file__).parent / "rulesets" / "methods.jx"
METHODS = {
    "pass": "及格线赋分",
    "steps": "满意度赋分",
    "off": "三公经费扣分",
    "far": "超额扣减",
    "judged": "定性三档",
}
SIGNS = {one.value: one for one in Operator}
TARGET, ACTUAL = Name(("目标值",)), Name(("实际值",))
REVERSE = {
    "quotient": Binary("÷", TARGET, ACTUAL),
    "excess": Binary("-", Number(Decimal(2)), Binary("÷", ACTUAL, TARGET)),
}
UNITS = (("次", "次"), ("%", "%"), ("万元", "元"), ("公里", "米"), ("亿条", "万条"), ("个", "个"))
WAYS = ("more", "more", "less", "less", "range", "bare", *METHODS, "pace")
GRADES = {"达成": "规范", "部分达成": "较规范", "未达成": "不规范"}


def test_there_are_a_hundred_thousand() -> None:
    assert CHUNKS * EACH == 100_000


@lru_cache(maxsize=64)
def rules_for(reverse: str, digits: int, cut: bool) -> Ruleset:  # noqa: FBT001 - a key
    rules = Library.default().load(WORKED)
    completions = rules.scoring.completions
    if reverse in REVERSE:
        completions = (*completions, Completion("反向", REVERSE[reverse]))
    roundings = (Rounding("逐项", digits, cut),)
    return evolve(
        rules, scoring=evolve(rules.scoring, completions=completions, roundings=roundings)
    )


def figure(draw: random.Random) -> Decimal:
    """Small, large, whole and broken figures, and often 0."""
    places = draw.choice((0, 0, 1, 2))
    number = draw.choice((0, draw.randint(1, 30), draw.randint(1, 99_999)))
    return Decimal(number).scaleb(-places)


def drawn(draw: random.Random) -> Case:
    """One case, its figures decimals as they may be filed."""
    way = draw.choice(WAYS)
    target, actual = figure(draw), figure(draw)
    if way in ("more", "pass", "far") and draw.random() < 0.5:
        actual = (target * draw.randint(50, 220) / 100).quantize(Decimal("0.01"))
    if way == "less" and draw.random() < 0.5:
        actual = (target * draw.randint(80, 220) / 100).quantize(Decimal("0.01"))
    if way == "range":
        target, high = sorted((target, figure(draw)))
        return make(draw, way, target, actual, high=Fraction(high))
    if way == "bare":
        target = target or Decimal(1)
    if way in ("steps", "off", "pace"):
        target, actual = (Decimal(draw.randint(0, 12_000)).scaleb(-2) for _ in range(2))
    return make(draw, way, target, actual)


def make(
    draw: random.Random, way: str, target: Decimal, actual: Decimal, high: Fraction = Fraction(0)
) -> Case:
    more, less = (">=", ">", "="), ("<=", "<")
    return Case(
        way=way,
        target=Fraction(target),
        actual=Fraction(actual),
        weight=Fraction(draw.randint(0, 2000), 100),
        op=draw.choice(less if way in ("less", "off") else more),
        high=high,
        reverse=draw.choice(("silent", "quotient", "excess")),
        digits=draw.choice((2, 2, 2, 0, 1, 3)),
        cut=draw.random() < 0.2,
        months=draw.randint(0, 12),
        judgement=Fraction(draw.randint(0, 1000), 1000),
        grade=draw.choice(sorted(GRADES)),
    )


def decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def quantity(number: Fraction, unit: str) -> Quantity:
    return Quantity(decimal(number), parse_unit(unit))


def scored(case: Case, draw: random.Random) -> IndicatorScore:
    """The same case as jixiao sees it, in one unit or in two spellings of one."""
    large, small = draw.choice(UNITS)
    if case.way in ("steps", "off", "pace", "bare"):
        large = small = "%"
    own = quantity(case.target, large)
    filed = quantity(case.actual, large)
    spelled = draw.choice((large, small))
    if spelled != large:
        filed = Quantity(decimal(filed.to(parse_unit(small))), parse_unit(small))
    target: Value = Comparison(op=SIGNS[case.op], quantity=own)
    actual = Actual(str(filed), Comparison(op=None, quantity=filed))
    context = Context()
    match case.way:
        case "bare":
            target = Comparison(op=None, quantity=own)
        case "range":
            target = Range(low=own, high=quantity(case.high, large))
        case "pace":
            target = Pace()
            day = date(2024, 1, 15) if not case.months else last_day_of_month(2025, case.months)
            context = Context(as_of=date(2025, 1, 15) if not case.months else day, year=2025)
        case "judged":
            target = Qualitative(word="规范")
            word = GRADES[case.grade]
            actual = Actual(word, Qualitative(word=word))
        case _:
            pass
    return score_indicator(
        target,
        actual,
        decimal(case.weight),
        rules_for(case.reverse, case.digits, case.cut),
        name="某项",
        method=METHODS.get(case.way),
        context=context,
        judgement=case.judgement if case.way == "judged" else None,
    )


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_the_points_are_those_of_the_oracle(chunk: int) -> None:
    draw = random.Random(f"jixiao {chunk}")  # noqa: S311 - cases, not secrets
    for _ in range(EACH):
        case = drawn(draw)
        score = scored(case, draw)
        assert score.points is not None, case
        found = Fraction(score.points.low), Fraction(score.points.high)
        assert found == oracle.points(case), f"{case}\n{score.explain()}"
