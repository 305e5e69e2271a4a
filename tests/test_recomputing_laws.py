"""What the library itself gives and prints is always explained; what is changed, never."""

from __future__ import annotations

import json
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jixiao.actuals import Actuals
from jixiao.evaluation import evaluate_document
from jixiao.library import Library
from jixiao.recomputing import RecomputedRow, RecomputeReport, recompute_document
from jixiao.tables import Document, Table
from scored_tables import COLUMNS, recomputed, scored
from table_strategies import filled_tables

if TYPE_CHECKING:
    from fractions import Fraction

    from jixiao.scoring import IndicatorScore

NATIONAL = Library.default().load("财政部-2020")
PATIENT = settings(deadline=None)
"""The first case loads the rulesets and the grammar, however slow the machine."""

SIGNS = st.sampled_from(("≥", "≤", "=", "＞", ""))
NUMBERS = st.decimals(1, 10000, places=1)
WEIGHTS = st.decimals(1, 50, places=1)
CENTS = st.integers(1, 500).map(lambda cents: Decimal(cents) / 100)


def row(sign: str, target: Decimal, actual: Decimal, weight: Decimal, score: str) -> str:
    """A row of a table."""
    return f"产出指标/数量指标/培训人次 | {sign}{target}人次 | {actual}人次 | {weight} | {score}"


def given_by_rules(text: str) -> IndicatorScore:
    """What `evaluate` gives a row."""
    table = scored(text)
    card = evaluate_document(Document(tables=(table,)), Actuals(), NATIONAL)
    return card.tables[0].indicators[0]


def held(text: str) -> RecomputedRow:
    """What `recompute` says of a row."""
    return recomputed(scored(text)).rows[0]


@PATIENT
@given(SIGNS, NUMBERS, NUMBERS, WEIGHTS, st.fractions(0, 1))
def test_a_score_that_evaluate_gives_is_explained(
    sign: str, target: Decimal, actual: Decimal, weight: Decimal, share: Fraction
) -> None:
    points = given_by_rules(row(sign, target, actual, weight, "")).points
    assert points is not None
    inside = points.low + (points.high - points.low) * Decimal(share.numerator) / share.denominator
    printed = inside.quantize(Decimal("0.01"), ROUND_HALF_UP)
    found = held(row(sign, target, actual, weight, str(printed)))

    assert found.result == "explained"
    assert found.computed == points


@PATIENT
@given(SIGNS, NUMBERS, NUMBERS, WEIGHTS, CENTS, st.sampled_from((1, -1)))
def test_a_score_off_what_evaluate_gives_is_never_explained(  # noqa: PLR0913, PLR0917
    sign: str, target: Decimal, actual: Decimal, weight: Decimal, off: Decimal, way: int
) -> None:
    points = given_by_rules(row(sign, target, actual, weight, "")).points
    assert points is not None
    printed = points.high + off if way > 0 else points.low - off
    assume(printed >= 0)
    found = held(row(sign, target, actual, weight, f"{printed:.2f}"))

    assert found.result == ("differs" if way > 0 else "stricter")


@PATIENT
@given(NUMBERS, NUMBERS, WEIGHTS, st.integers(0, 1))
def test_fewer_digits_explain_but_never_make_full_marks_of_less(
    target: Decimal, actual: Decimal, weight: Decimal, digits: int
) -> None:
    exact = given_by_rules(row("≥", target, actual, weight, "")).exact
    assert exact is not None
    number = Decimal(exact[0].numerator) / exact[0].denominator
    printed = number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    found = held(row("≥", target, actual, weight, str(printed)))

    if exact[0] < weight <= printed:
        own = number.quantize(Decimal("0.01"), ROUND_HALF_UP)
        assert found.result == ("explained" if own == printed else "differs")
    else:
        assert found.result == "explained"


@PATIENT
@given(filled_tables(), st.lists(st.sampled_from(("10", "9.5", "", "—", "良", "-1", "1000"))))
def test_any_table_has_a_report_that_goes_into_json_and_back(
    table: Table, scores: list[str]
) -> None:
    rows = tuple(
        evolve(one, texts=(("得分", score), *one.texts))
        for one, score in zip(table.indicators, scores, strict=False)
    )
    columns = (*(one for one in table.columns if one.role != "得分"), COLUMNS[3])
    printed = evolve(table, indicators=rows, columns=columns, stage="自评")
    report = recompute_document(Document("a.csv", tables=(printed,)))
    shown = json.loads(json.dumps(report.to_json(), ensure_ascii=False))

    assert RecomputeReport.from_json(shown).to_json() == report.to_json()
    assert len([one for one in report.rows if one.kind == "indicator"]) in (0, len(rows))
    for one in report.rows:
        assert one.result == "unscored" or one.printed is not None
        assert "{" not in one.message()
        assert "{" not in one.message("en")
