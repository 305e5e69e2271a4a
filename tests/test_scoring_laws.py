"""The laws that every score obeys, whatever is filed; figures are held in `test_scoring_oracle`."""

from __future__ import annotations

import itertools
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.parsing import parse_actual, parse_value
from jixiao.scoring import IndicatorScore, score_indicator
from jixiao.units import Quantity, parse_unit
from jixiao.values import Actual, Comparison, Context, Operator, Value
from scoring_rules import EXCESS, NATIONAL, QUOTIENT, with_reverse
from strategies import scored_rows

if TYPE_CHECKING:
    from jixiao.rules import Ruleset

BY_QUOTIENT, BY_EXCESS = with_reverse(QUOTIENT), with_reverse(EXCESS)
PATIENT = settings(deadline=None)
"""The first case loads the vocabulary and the grammar, however slow the machine."""

SIGNS = {one.value: one for one in Operator}


def figure(number: Decimal, unit: str, op: str | None = None) -> Comparison:
    sign = None if op is None else SIGNS[op]
    return Comparison(op=sign, quantity=Quantity(number, parse_unit(unit)))


def run(
    target: Value, number: Decimal, unit: str, weight: Decimal, rules: Ruleset = NATIONAL
) -> IndicatorScore:
    return score_indicator(target, Actual(f"{number}{unit}", figure(number, unit)), weight, rules)


@PATIENT
@given(scored_rows(), st.decimals(0, 1000, places=2))
def test_raising_an_actual_never_lowers_a_score_that_asks_for_more(
    row: tuple[Decimal, Decimal, Decimal], more: Decimal
) -> None:
    target, actual, weight = row
    before = run(figure(target, "次", ">="), actual, "次", weight)
    after = run(figure(target, "次", ">="), actual + more, "次", weight)
    assert before.points is not None
    assert after.points is not None
    assert before.points.low <= after.points.low
    assert before.points.high <= after.points.high
    assert not (before.verdict == "met" and after.verdict == "not_met")


@PATIENT
@given(scored_rows(), st.decimals(0, 1000, places=2))
def test_raising_an_actual_never_raises_a_score_that_asks_for_less(
    row: tuple[Decimal, Decimal, Decimal], more: Decimal
) -> None:
    target, actual, weight = row
    for rules in (NATIONAL, BY_QUOTIENT, BY_EXCESS):
        before = run(figure(target, "次", "<="), actual, "次", weight, rules)
        after = run(figure(target, "次", "<="), actual + more, "次", weight, rules)
        assert before.points is not None
        assert after.points is not None
        assert before.points.low >= after.points.low
        assert before.points.high >= after.points.high


@PATIENT
@given(scored_rows(), st.sampled_from([*SIGNS, None]), st.sampled_from(["%", "次", "元", "天"]))
def test_points_lie_between_nothing_and_the_weight(
    row: tuple[Decimal, Decimal, Decimal], op: str | None, unit: str
) -> None:
    target, actual, weight = row
    points = run(figure(target, unit, op), actual, unit, weight).points
    assert points is not None
    assert 0 <= points.low <= points.high <= weight


@PATIENT
@given(scored_rows())
def test_the_interval_holds_the_point_of_every_formula_it_allows(
    row: tuple[Decimal, Decimal, Decimal],
) -> None:
    target, actual, weight = row
    limit = figure(target, "元", "<=")
    wide = run(limit, actual, "元", weight).points
    assert wide is not None
    for rules in (BY_QUOTIENT, BY_EXCESS):
        point = run(limit, actual, "元", weight, rules).points
        assert point is not None
        assert wide.low <= point.low == point.high <= wide.high


@PATIENT
@given(scored_rows())
def test_an_unknown_direction_holds_both(row: tuple[Decimal, Decimal, Decimal]) -> None:
    target, actual, weight = row
    open_end = run(figure(target, "%"), actual, "%", weight).points
    assert open_end is not None
    if target == 0:
        return
    for op in (">=", "<="):
        one = run(figure(target, "%", op), actual, "%", weight).points
        assert one is not None
        assert open_end.low <= one.low
        assert one.high <= open_end.high


@PATIENT
@given(
    scored_rows(),
    st.sampled_from([("万元", "元"), ("公里", "米"), ("亿条", "万条"), ("%", "‰"), ("亩", "㎡")]),
)
def test_the_spelling_of_units_changes_nothing(
    row: tuple[Decimal, Decimal, Decimal], units: tuple[str, str]
) -> None:
    target, actual, weight = row
    large, small = (parse_unit(one) for one in units)
    same = Quantity(actual, large).to(small)
    exact = Decimal(same.numerator) / Decimal(same.denominator)
    if Fraction(exact) != same:
        return
    plain = run(figure(target, units[0], ">="), actual, units[0], weight)
    spelled = run(figure(target, units[0], ">="), exact, units[1], weight)
    assert (plain.points, plain.verdict) == (spelled.points, spelled.verdict)


@PATIENT
@given(scored_rows(), st.fractions(0, 1))
def test_a_judgement_is_inside_the_interval_or_said(
    row: tuple[Decimal, Decimal, Decimal], rate: Fraction
) -> None:
    target, actual, weight = row
    limit = figure(target, "次", "<=")
    filed = Actual(f"{actual}次", figure(actual, "次"))
    free = score_indicator(limit, filed, weight, NATIONAL)
    judged = score_indicator(limit, filed, weight, NATIONAL, judgement=rate)
    assert free.points is not None
    assert judged.points is not None
    assert free.points.low <= judged.points.low <= judged.points.high <= free.points.high
    if judged.points != free.points:
        assert judged.points.is_point


@settings(max_examples=50, deadline=None)
@given(scored_rows(), st.sampled_from([*SIGNS]))
def test_a_score_is_the_same_after_json(row: tuple[Decimal, Decimal, Decimal], op: str) -> None:
    target, actual, weight = row
    score = run(figure(target, "次", op), actual, "次", weight)
    assert IndicatorScore.from_json(score.to_json()) == score
    assert evolve(score) == score


TEXTS = [
    "≥98%",
    "≤5%",
    "=0起",
    "≤-5%",
    "100%",
    "35辆",
    "30万元",
    "90%-95%",
    "3～5次",
    "序时进度",
    "只减不增",
    "不断提升",
    "较上年增长5%",
    "不超预算",
    "12月底前",
    "2025年6月30日前",
    "全年",
    "全覆盖",
    "零投诉",
    "较高",
    "规范",
    "是",
    "达成预期指标",
    "基本达到",
    "未完成",
    "≥3次，合格率100%",
    "9月底达75%，12月底达100%",
    "5月底前≥60%",
    "约95%",
    "近100%",
    "0.98",
    "-3",
    "无",
    "≥100提供法律服务数量",
]
CONTEXTS = (Context(), Context(as_of=date(2025, 8, 31), year=2025))


@pytest.mark.parametrize("target", TEXTS)
def test_whatever_is_filed_gives_points_in_the_weight_or_a_reason(target: str) -> None:
    wanted, weight = parse_value(target), Decimal("7.5")
    for text, context, method in itertools.product(
        ["", *TEXTS], CONTEXTS, (None, "及格线赋分", "定性三档", "直接赋分")
    ):
        actual = parse_actual(text, wanted)
        score = score_indicator(
            wanted, actual, weight, NATIONAL, context=context, method=method, name="某比值"
        )
        if score.points is None:
            assert score.reasons
            continue
        assert 0 <= score.points.low <= score.points.high <= weight
        assert score.points.is_point or score.reasons, (text, score.explain())
        assert score.verdict != "met" or not actual.missing
        assert "{" not in score.explain() + score.explain("en")
