"""Monitoring: what is due, how far things are, lamps, likelihoods, and whom nobody asks why."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import jixiao
from by_hand import money, spending, table
from jixiao.actuals import ActualRow, Actuals, FundingActual
from jixiao.cli import cli
from jixiao.library import Library
from jixiao.monitoring import MonitorReport, monitor_document
from jixiao.parsing import parse_value
from jixiao.rules import (
    DecisionRow,
    DecisionTable,
    Method,
    Ruleset,
    Test,
)
from jixiao.source import Origin
from jixiao.tables import Column, Document, Indicator, ScheduleStep, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.monitoring import By, IndicatorStatus, MoneyStatus

EXAMPLES = Path(__file__).parent.parent / "examples"
NANTONG = EXAMPLES / "jiangsu-nantong-2025.txt"
MIDYEAR = EXAMPLES / "nantong-2025-midyear-illustrative.csv"
NATIONAL = Library.default().load("财政部-2020")
JUNE = date(2025, 6, 30)
CAUSES = "经费保障、制度保障、人员保障、硬件条件保障、其他"


def actual(  # noqa: PLR0913 - the cells of a row
    level3: str,
    text: str | None,
    *,
    reason: str | None = None,
    causes: tuple[str, ...] = (),
    likelihood: str | None = None,
    forecast: str | None = None,
) -> ActualRow:
    return ActualRow(
        unit="某局",
        project="试验项目",
        level3=level3,
        actual=text,
        reason=reason,
        causes=causes,
        likelihood=likelihood,
        forecast=forecast,
        origin=Origin("a.csv", line=2),
    )


def spent(  # noqa: PLR0913 - the cells of a line
    budget: str | None,
    executed: str | None,
    source: str = "资金总额",
    *,
    months: tuple[int, int] = (1, 6),
    reason: str | None = None,
    causes: tuple[str, ...] = (),
) -> FundingActual:
    return FundingActual(
        unit="某局",
        project="试验项目",
        source=source,
        budget=money(budget),
        executed=money(executed),
        months=months,
        reason=reason,
        causes=causes,
    )


def monitored(
    form: Table,
    *rows: ActualRow,
    funding: tuple[FundingActual, ...] = (),
    as_of: date = JUNE,
    by: By = "month",
    rules: Ruleset = NATIONAL,
) -> MonitorReport:
    document = Document(file="a.txt", tables=(evolve(form, year=2025),))
    return monitor_document(document, Actuals(rows, funding), rules, as_of=as_of, by=by)


def indicator(report: MonitorReport, level3: str | None = None) -> IndicatorStatus:
    several = report.tables[0].indicators
    return next(one for one in several if level3 in (None, one.level3))


def whole(report: MonitorReport) -> MoneyStatus:
    return report.tables[0].money[0]


def one(
    place: str,
    text: str | None,
    *values: str,
    as_of: date = JUNE,
    by: By = "month",
    **more: str | tuple[str, ...] | None,
) -> tuple[IndicatorStatus, tuple[Finding, ...]]:
    """One indicator of a table that holds no other, and the findings that are not about money."""
    row = actual(place.rpartition("/")[2], text, **more)  # type: ignore[arg-type]
    form = table(" | ".join((place, *values)))
    report = monitored(form, row, as_of=as_of, by=by)
    said = tuple(each for each in report.findings if each.code not in {"E206", "E216", "E207"})
    return indicator(report), said


def steps(status: IndicatorStatus | MoneyStatus) -> dict[str, str]:
    return {step.code: step.text() for step in status.progress.steps}


def why(status: IndicatorStatus | MoneyStatus) -> set[str]:
    return {note.code for note in status.progress.why}


COUNT = "产出指标/数量指标/培训场次"
RATE = "产出指标/质量指标/验收合格率"


# ── what is due ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("as_of", "by", "due"),
    [
        (date(2025, 6, 30), "month", "1/2"),
        (date(2025, 6, 29), "month", "5/12"),
        (date(2025, 7, 31), "month", "7/12"),
        (date(2025, 1, 15), "month", "0"),
        (date(2025, 12, 31), "month", "1"),
        (date(2025, 6, 30), "day", "181/365"),
        (date(2025, 1, 1), "day", "1/365"),
        (date(2025, 12, 31), "day", "1"),
        (date(2024, 12, 31), "month", "0"),
        (date(2026, 1, 1), "plan", "1"),
    ],
)
def test_what_is_due_by_months_and_days(as_of: date, by: By, due: str) -> None:
    report = monitored(table(f"{COUNT} | ≥12场", total="72"), as_of=as_of, by=by)

    assert report.tables[0].due == Fraction(due)


def test_the_half_year_plan_of_spending_is_the_point_of_30_june() -> None:
    """(1 + 34) ÷ (2 + 70) = 35/72; half way to 31 December 107/144."""
    lines = (spending("举报奖励", "1", "2"), spending("医保基金检查", "34", "70"))
    form = table(f"{COUNT} | ≥12场", total="72", lines=lines)

    june = monitored(form, by="plan").tables[0]
    september = monitored(form, as_of=date(2025, 9, 30), by="plan").tables[0]
    march = monitored(form, as_of=date(2025, 3, 31), by="plan").tables[0]

    assert (june.due, june.by) == (Fraction(35, 72), "plan")
    assert september.due == Fraction(107, 144)
    assert march.due == Fraction(35, 72) * Fraction(89, 180)
    assert june.steps[0].text() == (
        "应达进度（按计划）：6月30日 35/72 = 35/72，截至 2025-06-30；"
        "计划：1月1日 0%、6月30日 35/72、12月31日 100%，其间按日直线折算"
    )
    assert september.steps[0].formula == "35/72 + (100% - 35/72) × 92 ÷ 184"


def test_a_line_of_spending_has_a_plan_of_its_own() -> None:
    """34 ÷ 70 for one line, 1 ÷ 2 for the other."""
    lines = (spending("举报奖励", "1", "2"), spending("医保基金检查", "34", "70"))
    form = table(f"{COUNT} | ≥12场", total="72", lines=lines)
    filed = (spent("72", "36"), spent(None, "0.5", "举报奖励"), spent(None, "35.5", "医保基金检查"))

    report = monitored(form, actual("培训场次", "6场"), funding=filed, by="plan")

    total, reward, inspection = report.tables[0].money
    assert (inspection.name, inspection.budget) == ("医保基金检查", "70万元")
    assert inspection.progress.due == Fraction(34, 70)
    assert inspection.progress.ratio == Fraction(71, 68)
    assert (reward.progress.due, reward.progress.ratio) == (Fraction(1, 2), Fraction(1, 2))
    assert total.progress.ratio == Fraction(1, 2) / Fraction(35, 72)


def test_lines_that_are_all_filed_stand_for_the_whole() -> None:
    lines = (spending("甲", "1", "2"), spending("乙", "34", "70"))
    form = table(f"{COUNT} | ≥12场", total="72", lines=lines)

    both = monitored(form, funding=(spent(None, "1", "甲"), spent(None, "35", "乙")))
    half = monitored(form, funding=(spent(None, "1", "甲"),))

    assert (whole(both).executed, whole(both).progress.completion) == ("36万元", Fraction(1, 2))
    assert (whole(half).executed, whole(half).progress.completion) == (None, None)


CURVE = tuple(
    ScheduleStep(name, due, Decimal(share))
    for name, due, share in (
        ("3月底", (3, 31), "0.25"),
        ("6月底", (6, 30), "0.5"),
        ("10月底", (10, 31), "0.75"),
        ("12月底", (12, 31), "1"),
    )
)


@pytest.mark.parametrize(
    ("as_of", "due"),
    [
        (date(2025, 10, 31), Fraction(3, 4)),
        (date(2025, 6, 30), Fraction(1, 2)),
        (date(2025, 8, 31), Fraction(1, 2) + Fraction(1, 4) * Fraction(62, 123)),
        (date(2025, 1, 1), Fraction(0)),
        (date(2025, 12, 31), Fraction(1)),
    ],
)
def test_a_curve_of_payments_runs_straight_between_its_points(as_of: date, due: Fraction) -> None:
    """10 of 12 months are 75% by the curve, 83.3% by months."""
    form = evolve(table(f"{COUNT} | ≥12场", total="100"), schedule=CURVE)

    assert monitored(form, as_of=as_of, by="plan").tables[0].due == due


def test_october_by_curve_and_by_months() -> None:
    form = evolve(table(f"{COUNT} | ≥12场", total="100"), schedule=CURVE)
    filed = (spent("100", "75", months=(1, 10)),)
    at = date(2025, 10, 31)

    planned = whole(monitored(form, funding=filed, as_of=at, by="plan"))
    monthly = monitored(form, funding=filed, as_of=at)

    assert (planned.progress.ratio, planned.progress.standing) == (Fraction(1), "on_pace")
    assert (planned.progress.lamp, whole(monthly).progress.lamp) == ("绿", "绿")
    assert whole(monthly).progress.ratio == Fraction(9, 10)
    assert whole(monthly).progress.standing == "on_pace", "it keeps to the plan it filed"
    assert "E203" not in {each.code for each in monthly.findings}


def test_a_plan_with_a_blank_cell_is_no_plan() -> None:
    lines = (spending("甲", None, "2"), spending("乙", "34", "70"))
    report = monitored(table(f"{COUNT} | ≥12场", total="72", lines=lines), by="plan")

    assert (report.tables[0].due, report.tables[0].by) == (Fraction(1, 2), "month")
    (said,) = (each for each in report.findings if each.code == "E207")
    assert said.message() == (
        "本表没有可用的支出计划，没有分期指标值的按已结束月数折算；如有计划请补填"
    )


def test_the_rulesets_own_phrase_says_what_is_due_by_months() -> None:
    from jixiao.expressions import Binary, Name, Number

    half = Binary("÷", Name(("已结束月数",)), Number(Decimal(24)))
    phrases = tuple(
        evolve(each, expression=half) if each.name == "应达进度" else each
        for each in NATIONAL.vocabulary.phrases
    )
    rules = evolve(NATIONAL, vocabulary=evolve(NATIONAL.vocabulary, phrases=phrases))

    (only,) = monitored(table(f"{COUNT} | ≥12场"), rules=rules).tables

    assert only.due == Fraction(1, 4)
    assert only.steps[0].formula == "已结束月数 ÷ 24"


# ── money ────────────────────────────────────────────────────────────────────


def test_execution_against_what_is_due_with_its_steps() -> None:
    """21.5 of 69.1 is 31.11%; of the 50% due that is 62.23%: yellow, and the year comes to 43."""
    report = monitored(table(f"{COUNT} | ≥12场", total="69.1"), funding=(spent(None, "21.5"),))

    status = whole(report)
    progress = status.progress
    assert progress.completion == Fraction(215, 691)
    assert progress.ratio == Fraction(430, 691)
    assert (progress.lamp, progress.lamp_method) == ("黄", "预算执行灯")
    assert (progress.standing, progress.likelihood) == ("behind", None)
    assert progress.projected is not None
    assert (progress.projected.figure, progress.projected.formula) == ("43万元", "21.5万元 ÷ 50%")
    (said,) = (each for each in report.findings if each.code == "E203")
    assert said.message() == (
        "“资金总额”执行数为 21.5万元，预算数为 69.1万元，执行率折算为 31.11%，"
        f"截至 2025-06-30 应达 50%，未填偏差原因；请核实，并注明原因（{CAUSES}）"
    )


@pytest.mark.parametrize(
    ("executed", "lamp"),
    [("29.9", "红"), ("30", "黄"), ("39.9", "黄"), ("40", "绿"), ("100", "绿")],
)
def test_the_lamp_of_the_budget_has_no_blue(executed: str, lamp: str) -> None:
    report = monitored(table(f"{COUNT} | ≥12场", total="100"), funding=(spent(None, executed),))

    assert whole(report).progress.lamp == lamp


def test_a_reason_that_was_filed_is_not_asked_for() -> None:
    form = table(f"{COUNT} | ≥12场", total="100")
    told = monitored(form, funding=(spent(None, "10", reason="招标推迟"),))
    ticked = monitored(form, funding=(spent(None, "10", causes=("经费保障",)),))

    for report in (told, ticked):
        assert whole(report).progress.reason_required
        assert "E203" not in {each.code for each in report.findings}


def test_money_that_is_missing_is_not_zero() -> None:
    report = monitored(
        table(f"{COUNT} | ≥12场", total="100"), actual("培训场次", "6场"), funding=()
    )

    progress = whole(report).progress
    assert (progress.completion, progress.ratio, progress.lamp) == (None, None, None)
    assert progress.standing == "undetermined"
    (said,) = (each for each in report.findings if each.code == "E206")
    assert said.message() == (
        "未填“资金总额”的执行数，预算执行进度无法计算，不按 0 计；请在资金部分补填1-6月执行数"
    )


def test_a_budget_of_zero_gives_no_rate() -> None:
    report = monitored(table(f"{COUNT} | ≥12场", total="0"), funding=(spent("0", "0"),))

    assert whole(report).progress.completion is None
    assert "E226" in why(whole(report))


def test_more_than_the_budget_is_asked_about_and_no_error() -> None:
    report = monitored(table(f"{COUNT} | ≥12场", total="100"), funding=(spent("100", "104"),))

    (said,) = (each for each in report.findings if each.code == "E213")
    assert said.severity.value == "warning"
    assert said.message() == (
        "“资金总额”执行数为 104万元，预算数为 100万元，执行率高于 100%；请说明是否有结转或追加"
    )
    assert whole(report).progress.likelihood == "确定能"


def test_months_of_the_money_and_the_date_must_fit() -> None:
    report = monitored(
        table(f"{COUNT} | ≥12场", total="100"), funding=(spent("100", "60", months=(1, 7)),)
    )

    (said,) = (each for each in report.findings if each.code == "E209")
    assert said.message() == (
        "执行数的栏目写的是1-7月，监控日期为 2025-06-30（已结束 6 个月）；"
        "请核实执行数所属月份或监控日期"
    )


# ── counts ───────────────────────────────────────────────────────────────────


def test_a_count_by_months_by_days_and_by_its_own_dated_targets() -> None:
    """12 of 35 by 30 June: 12/35 ÷ 1/2 = 24/35; by its own plan 12/35 ÷ 9/35 = 4/3."""
    place = "产出指标/数量指标/租赁车辆车次"
    monthly, said = one(place, "12辆", "≥9辆", "≥35辆")
    daily, _ = one(place, "12辆", "≥9辆", "≥35辆", by="day")
    planned, _ = one(place, "12辆", "≥9辆", "≥35辆", by="plan")

    assert monthly.progress.completion == Fraction(12, 35)
    assert monthly.progress.ratio == Fraction(24, 35)
    assert monthly.progress.lamp == "黄"
    assert monthly.progress.standing == "on_pace", "the target that is due is met"
    assert said == ()
    assert daily.progress.ratio == Fraction(12, 35) / Fraction(181, 365)
    assert (planned.progress.due, planned.progress.ratio) == (Fraction(9, 35), Fraction(4, 3))
    assert planned.progress.lamp == "绿"
    assert planned.progress.standing == "ahead"


def test_which_targets_count() -> None:
    place = "产出指标/数量指标/租赁车辆车次"
    june, _ = one(place, "12辆", "≥9辆", "≥35辆")
    may, _ = one(place, "12辆", "≥9辆", "≥35辆", as_of=date(2025, 5, 31))
    end, _ = one(place, "36辆", "≥9辆", "≥35辆", as_of=date(2025, 12, 31))

    assert june.counted is not None
    assert june.annual is not None
    assert (june.counted.column, june.counted.text, june.counted.due, june.counted.verdict) == (
        "半年指标值",
        "≥9辆",
        JUNE,
        "met",
    )
    assert (june.annual.text, june.annual.verdict) == ("≥35辆", "undetermined")
    assert may.counted is None
    assert end.counted is not None
    assert (end.counted.text, end.counted.verdict) == ("≥35辆", "met")
    assert (end.progress.standing, end.progress.likelihood) == ("reached", "确定能")


def test_a_dated_target_that_is_missed_is_asked_about_whatever_the_lamp() -> None:
    """8 of a planned 9 when the year asks for 10: green by months, and yet missed."""
    status, said = one(COUNT, "8场", "≥9场", "≥10场")

    assert (status.progress.lamp, status.progress.standing) == ("绿", "behind")
    assert [each.message() for each in said] == [
        (
            "“培训场次”半年指标值为“≥9场”（2025-06-30 到期），执行情况填报为“8场”，未填偏差原因；"
            f"请核实，并注明原因（{CAUSES}）"
        )
    ]


def test_behind_by_months_is_asked_about_by_the_lamp_only() -> None:
    """5 of 12 is 83% of what is due, green, no question; 4 is 67%, yellow."""
    green, nothing = one(COUNT, "5场", "≥12场")
    yellow, said = one(COUNT, "4场", "≥12场")

    assert (green.progress.standing, green.progress.lamp, nothing) == ("behind", "绿", ())
    assert yellow.progress.lamp == "黄"
    assert [each.message() for each in said] == [
        (
            "“培训场次”执行情况填报为“4场”，按全年指标值折算为 33.33%，截至 2025-06-30 应达 50%，"
            f"未填偏差原因；请核实，并注明原因（{CAUSES}）"
        )
    ]


@pytest.mark.parametrize(
    ("so_far", "lamp"),
    [
        ("0场", "红"),
        ("29场", "红"),
        ("30场", "黄"),
        ("39场", "黄"),
        ("40场", "绿"),
        ("119场", "绿"),
        ("120场", "蓝"),
    ],
)
def test_the_lamp_of_more_is_better(so_far: str, lamp: str) -> None:
    status, _ = one(COUNT, so_far, "≥100场")

    assert (status.progress.lamp, status.progress.lamp_method) == (lamp, "正向进度灯")


def test_a_count_with_its_steps() -> None:
    status, _ = one(COUNT, "4场", "≥12场")

    assert steps(status) == {
        "E244": "指标值（12月31日 到期）：填报为“≥12场”，读作 ≥12场",
        "E245": "执行情况：填报为“4场”，读作 4场",
        "E247": "完成全年指标值：4场 ÷ 12场 = 4/12",
        "E240": "应达进度（按月）：已结束月数 ÷ 12 = 50%，截至 2025-06-30 已结束 6 个月",
        "E248": "进度（完成 ÷ 应达）：1/3 ÷ 50% = 2/3",
        "E251": "灯：黄（正向进度灯）",
        "E252": "按目前进度推算全年：4场 ÷ 50% = 8场",
    }
    assert [note.code for note in status.progress.why] == ["E230"]


def test_a_projection_is_exact() -> None:
    status, _ = one(COUNT, "5场", "≥12场", as_of=date(2025, 7, 31))

    assert status.progress.projected is not None
    assert status.progress.projected.figure == "60/7场"
    assert status.progress.projected.shown == "≈8.57场"
    assert status.progress.projected.formula == "5场 ÷ 7/12"


def test_nothing_is_due_in_january() -> None:
    status, said = one(COUNT, "0场", "≥12场", as_of=date(2025, 1, 20))

    assert (status.progress.ratio, status.progress.lamp, said) == (None, None, ())
    assert "E223" in why(status)


def test_a_missing_actual_is_not_zero() -> None:
    status, said = one(COUNT, None, "≥12场")

    assert status.progress.standing == "undetermined"
    assert (status.progress.completion, status.progress.ratio) == (None, None)
    assert (status.progress.lamp, status.progress.likelihood) == (None, None)
    assert why(status) == {"E220", "E234"}
    assert [each.message() for each in said] == [
        "有指标未填执行情况，进度无法判断，不按 0 计；请补填"
    ]


def test_a_table_for_which_nothing_came_is_one_finding() -> None:
    report = monitored(table(f"{COUNT} | ≥12场", f"{RATE} | ≥98%", total="10"))

    assert [each.code for each in report.findings] == ["E205"]
    assert report.findings[0].message() == "未收到本表的执行情况，进度均无法判断；请补填"


def test_a_count_that_has_reached_its_target_is_certain() -> None:
    status, said = one(COUNT, "12场", "≥12场", likelihood="有可能")

    assert (status.progress.likelihood, status.progress.likelihood_from) == (
        "确定能",
        "arithmetic",
    )
    assert [each.message() for each in said] == [
        "完成目标可能性填报为“有可能”，按完成情况折算为“确定能”，请核实或说明口径"
    ]


def test_the_likelihood_is_else_the_units_to_say() -> None:
    filed, _ = one(COUNT, "6场", "≥12场", likelihood="2", forecast="13场")
    unsaid, _ = one(COUNT, "6场", "≥12场")
    other, said = one(COUNT, "6场", "≥12场", likelihood="八成")

    assert (filed.progress.likelihood, filed.progress.likelihood_from) == ("有可能", "filed")
    assert filed.progress.forecast == "13场"
    assert (unsaid.progress.likelihood, why(unsaid)) == (None, {"E230"})
    assert other.progress.likelihood is None
    assert [each.message() for each in said] == [
        "完成目标可能性填报为“八成”，应为 确定能、有可能、完全不可能 之一，未采用；请核实"
    ]


# ── levels, limits, words, days ──────────────────────────────────────────────


def test_a_rate_has_no_pace_and_is_held_against_the_target_that_is_due() -> None:
    status, said = one(RATE, "97.5%", "=100%", "=100%", reason="一台待修")

    assert (status.progress.ratio, status.progress.due) == (Fraction(39, 40), None)
    assert (status.progress.standing, said) == ("behind", ())
    assert status.progress.projected is None
    assert {"E233", "E231"} == why(status)
    assert steps(status)["E253"] == "目前水平：97.5% ÷ 100% = 97.5%，不按月折算"


def test_a_rate_that_is_not_due_is_never_called_behind() -> None:
    below, said = one(RATE, "60%", "≥98%")
    above, _ = one(RATE, "99%", "≥98%")

    assert (below.progress.standing, below.progress.lamp, said) == ("undetermined", None, ())
    assert "E222" in why(below)
    assert (above.progress.standing, above.progress.lamp) == ("on_pace", "绿")


def test_a_cost_below_its_limit_is_not_behind() -> None:
    status, said = one("产出指标/成本指标/会议成本", "3万元", "≤20万元")

    assert (status.progress.standing, status.progress.lamp, said) == ("within", "绿", ())
    assert (status.progress.ratio, status.progress.projected) == (None, None)
    assert {"E229", "E235"} == why(status)


def test_a_count_beyond_its_limit_cannot_come_back() -> None:
    status, said = one("产出指标/质量指标/投诉次数", "4次", "≤3次")

    assert (status.progress.standing, status.progress.lamp) == ("over", "红")
    assert status.progress.likelihood == "完全不可能"
    assert status.annual is not None
    assert status.annual.verdict == "not_met"
    assert [each.message() for each in said] == [
        (
            "“投诉次数”指标值为“≤3次”，执行情况填报为“4次”，已超出，未填偏差原因；"
            f"请核实，并注明原因（{CAUSES}）"
        )
    ]


def test_a_rate_beyond_its_limit_may_still_fall() -> None:
    status, _ = one("产出指标/质量指标/差错率", "3%", "≤1%")

    assert (status.progress.standing, status.progress.likelihood) == ("over", None)
    assert "E231" in why(status)


def test_a_target_of_zero_is_all_or_nothing() -> None:
    none, _ = one("产出指标/质量指标/安全事故次数", "0次", "=0次")
    some, _ = one("产出指标/质量指标/安全事故次数", "1次", "=0次")

    assert (none.progress.standing, none.progress.lamp) == ("within", "绿")
    assert (some.progress.standing, some.progress.lamp) == ("over", "红")
    assert some.progress.likelihood == "完全不可能"


def test_a_rate_of_execution_grows_and_is_reckoned_from_the_money() -> None:
    form = table("过程/资金管理/预算执行率 | =50% | =100%", total="72")
    report = monitored(form, actual("预算执行率", "60%"), funding=(spent("72", "36.2"),))

    status = indicator(report)
    assert status.actual == "50.28%"
    assert status.progress.ratio == Fraction("1.0056")
    assert status.progress.projected is None
    (said,) = (each for each in report.findings if each.code == "E214")
    assert said.message() == (
        "“预算执行率”填报为 60%，按执行数 36.2万元 ÷ 预算数 72万元 折算为 50.28%，请核实或说明口径"
    )


def test_a_half_year_rate_of_100_percent_may_be_of_the_half_year_plan() -> None:
    """8.4 of 30 is the whole of the half-year plan; 4 of 30 is short of it either way."""
    form = table(
        "过程/资金管理/预算执行率 | =100% | =100%",
        total="30",
        lines=(spending("租赁", "8.4", "30"),),
    )
    kept = monitored(form, funding=(spent("30", "8.4"),))
    short = monitored(form, funding=(spent("30", "4"),))

    assert indicator(kept).progress.standing == "undetermined"
    assert "E224" in why(indicator(kept))
    assert kept.findings == ()
    assert indicator(short).progress.standing == "behind"
    assert [each.code for each in short.findings] == ["E203"], "asked about once, with the money"


def test_a_pace_is_held_against_what_is_due() -> None:
    place = "过程/资金管理/资金到位率"
    kept, _ = one(place, "60%", "序时进度", "100%")
    late, said = one(place, "45%", "序时进度", "100%")

    assert kept.counted is not None
    assert (kept.counted.verdict, kept.progress.ratio) == ("met", Fraction(6, 5))
    assert (late.progress.standing, late.progress.ratio) == ("behind", Fraction(9, 10))
    assert [each.code for each in said] == ["E201"]


@pytest.mark.parametrize(
    ("text", "lamp", "standing"),
    [("及时", "绿", "on_pace"), ("较及时", "黄", "behind"), ("不及时", "红", "behind")],
)
def test_words_by_how_far_they_attain(text: str, lamp: str, standing: str) -> None:
    status, _ = one("产出指标/时效指标/完成及时性", text, "及时", "及时")

    assert (status.progress.lamp, status.progress.standing) == (lamp, standing)
    assert status.progress.likelihood is None


def test_words_that_are_not_due_are_not_asked_about() -> None:
    status, said = one("产出指标/时效指标/完成及时性", "较及时", "及时")

    assert (status.progress.lamp, status.progress.standing, said) == ("黄", "undetermined", ())
    assert "E237" in why(status)


def test_days() -> None:
    place = "产出指标/时效指标/完成时间"
    waiting, nothing = one(place, "未完成", "9月底前")
    done, _ = one(place, "已完成", "9月底前")
    late, said = one(place, "未完成", "5月底前")

    assert (waiting.progress.standing, nothing) == ("not_due", ())
    assert (done.progress.standing, done.progress.likelihood) == ("reached", "确定能")
    assert (late.progress.standing, late.progress.likelihood) == ("behind", "完全不可能")
    assert [each.code for each in said] == ["E202" if late.progress.standing == "over" else "E201"]


def test_the_very_figure_is_met_or_not() -> None:
    place = "产出指标/成本指标/补助标准"
    met, _ = one(place, "500元", "=500元", "=500元")
    over, said = one(place, "600元", "=500元", "=500元")

    assert (met.progress.standing, met.progress.lamp) == ("on_pace", "绿")
    assert (over.progress.standing, over.progress.lamp) == ("behind", "红")
    assert [each.code for each in said] == ["E201"]


def test_an_empty_target_is_not_monitored() -> None:
    status, said = one(COUNT, "3场", "", "")

    assert (status.counted, status.annual, said) == (None, None, ())
    assert "E221" in why(status)


def test_a_row_that_was_guessed_is_not_asked_about() -> None:
    from by_hand import row
    from jixiao.tables import RowStatus

    form = table(row(f"{COUNT} | ≥12场", status=RowStatus.SUSPECTED), total="10")
    report = monitored(form, actual("培训场次", "1场"), funding=(spent("10", "6"),))

    assert indicator(report).progress.lamp == "红"
    assert report.findings == ()


# ── lamps of other rulesets ──────────────────────────────────────────────────


def lamp(name: str, inputs: tuple[str, ...], *rows: tuple[Test, ...]) -> Method:
    cells = tuple(DecisionRow(tuple(((test,),) for test in each)) for each in rows)
    return Method(name, table=DecisionTable(inputs, "灯", cells))


def with_methods(*methods: Method) -> Ruleset:
    return evolve(NATIONAL, scoring=evolve(NATIONAL.scoring, methods=methods))


def test_without_lamps_progress_is_shown_and_it_is_said() -> None:
    rules = with_methods()
    report = monitored(
        table(f"{COUNT} | ≥12场", total="10"), actual("培训场次", "5场"), rules=rules
    )

    status = indicator(report)
    assert (status.progress.ratio, status.progress.lamp) == (Fraction(5, 6), None)
    assert "E228" in why(status)
    said = {each.code: each.message() for each in report.findings}
    assert said["E208"] == (
        "规则集 财政部-2020 没有规定灯（分档结果为灯的方法），只列进度；需要灯时请在规则集中规定"
    )
    assert "E200" in said, "behind, and no lamp says that it is little"


def test_a_rulesets_own_lamp_comes_before_those_it_inherits() -> None:
    own = evolve(
        lamp("本地灯", ("完成率",), (Test(">", number=Decimal(0)), Test("=", word="橙"))),
        origin=Origin("本地.jx"),
    )
    rules = with_methods(*NATIONAL.scoring.methods, own)

    more, _ = (
        indicator(monitored(table(f"{COUNT} | ≥12场"), actual("培训场次", "6场"), rules=rules)),
        0,
    )
    less = indicator(
        monitored(
            table("产出指标/质量指标/投诉次数 | ≤3次"), actual("投诉次数", "1次"), rules=rules
        )
    )

    assert (more.progress.lamp, more.progress.lamp_method) == ("橙", "本地灯")
    assert (less.progress.lamp, less.progress.lamp_method) == ("绿", "限额灯")


def test_the_lamp_of_a_table_is_its_worst() -> None:
    rows = (f"{COUNT} | ≥12场", "产出指标/质量指标/投诉次数 | ≤3次", f"{RATE} | ≥98%")
    filed = (actual("培训场次", "4场"), actual("投诉次数", "0次"), actual("验收合格率", None))

    assert monitored(table(*rows), *filed).tables[0].lamp == "黄"


# ── the example, the command, the report ─────────────────────────────────────


@lru_cache(maxsize=4)
def example(by: By = "month") -> MonitorReport:
    document, actuals = jixiao.read(NANTONG), jixiao.read_actuals(MIDYEAR)
    return jixiao.monitor(document, actuals, as_of=JUNE, by=by)


def test_the_example_by_months_and_by_plan() -> None:
    monthly, planned = example().tables, example("plan").tables

    assert len(monthly) == 17
    assert {each.due for each in monthly} == {Fraction(1, 2)}
    assert [planned[0].due, planned[1].due] == [Fraction(35, 72), Fraction(7, 25)]
    assert [each.progress.due for each in planned[0].money] == [
        Fraction(35, 72),
        Fraction(1, 2),
        Fraction(34, 70),
    ]
    assert planned[1].money[0].progress.ratio == 1


def test_the_example_shows_what_is_behind_missing_and_ahead() -> None:
    report = example()
    standings = {one.progress.standing for each in report.tables for one in each.indicators}
    codes = [each.code for each in report.findings]

    assert {"behind", "ahead", "reached", "on_pace", "undetermined"} <= standings
    assert {"E201", "E203", "E204", "E205", "E215"} == set(codes)
    assert report.findings[-1].code == "E204"


def test_no_points_and_no_grade() -> None:
    def keys(value: object) -> Iterator[str]:
        match value:
            case dict():
                yield from value
                for each in value.values():
                    yield from keys(each)
            case list():
                for each in value:
                    yield from keys(each)

    found = set(keys(example().to_json()))
    assert not found & {"points", "total", "grades", "grade", "weight", "score"}
    assert {"schema", "as_of", "by", "tables", "money", "indicators", "lamp"} <= found


def test_the_report_comes_back_from_its_json() -> None:
    for report in (example(), example("plan")):
        shown = json.loads(json.dumps(report.to_json(), ensure_ascii=False))

        assert MonitorReport.from_json(shown) == report
    with pytest.raises(ValueError, match="jixiao/other/1"):
        MonitorReport.from_json({"schema": "jixiao/other/1"})


def test_every_step_and_reason_has_a_sentence_in_both_languages() -> None:
    for each in example("plan").tables:
        of_money = [status.progress for status in each.money]
        for progress in (*of_money, *(status.progress for status in each.indicators)):
            for line in (*progress.explain(), *progress.explain("en")):
                assert "{" not in line


def test_bad_ways_to_reckon_are_misuse() -> None:
    document, actuals = Document(), Actuals()

    with pytest.raises(ValueError, match="by must be month, day or plan, not 'week'"):
        jixiao.monitor(document, actuals, as_of=JUNE, by="week")  # type: ignore[arg-type]


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, arguments)
    return result.exit_code, result.output


def test_the_command_in_text_and_json() -> None:
    call = ("monitor", str(NANTONG), "--actuals", str(MIDYEAR), "--as-of", "2025-06-30")
    code, text = run(*call)
    strict, _ = run(*call, "--strict")
    _, shown = run(*call, "--by", "plan", "--format", "json")

    assert (code, strict) == (0, 1)
    assert text.startswith("规则集 江苏南通-2025，监控日期 2025-06-30，按已结束月数折算\n")
    assert (
        "  资金总额：预算数 72万元，执行数 36.2万元（1-6月），执行率 50.28%  进度 100.56%  灯 绿"
        "  快于应达  推算全年 72.4万元\n" in text
    )
    assert json.loads(shown)["tables"][0]["due"] == "35/72"


def test_the_command_speaks_english_and_shows_steps() -> None:
    _, text = run(
        *("--lang", "en", "monitor", str(NANTONG), "--actuals", str(MIDYEAR)),
        *("--as-of", "2025-06-30", "--steps"),
    )

    assert "due 50% (by closed months)\n" in text
    assert "      due (by months): 已结束月数 ÷ 12 = 50%, 6 months closed by 2025-06-30\n" in text


def test_what_cannot_be_opened_and_what_is_no_date(tmp_path: Path) -> None:
    missing = str(tmp_path / "none.csv")
    code, said = run("monitor", str(NANTONG), "--actuals", missing, "--as-of", "2025-06-30")
    odd, _ = run("monitor", str(NANTONG), "--actuals", str(MIDYEAR), "--as-of", "30/6")
    unsaid, _ = run("monitor", str(NANTONG), "--actuals", str(MIDYEAR))

    assert (code, odd, unsaid) == (3, 2, 2)
    assert "没有这个文件" in said


# ── laws ─────────────────────────────────────────────────────────────────────

BADNESS = {"红": 0, "黄": 1, "绿": 2, "蓝": 3}
WHEN = st.dates(date(2025, 1, 1), date(2025, 12, 31))
WAYS = st.sampled_from(("month", "day", "plan"))


def of_count(so_far: int, target: int, as_of: date, by: By) -> IndicatorStatus:
    indicator_row = Indicator(
        "产出指标",
        "数量指标",
        "培训场次",
        (("指标值", parse_value(f"≥{target}场")),),
    )
    form = evolve(table(indicator_row), columns=(Column("指标值", "目标值"),))
    return indicator(monitored(form, actual("培训场次", f"{so_far}场"), as_of=as_of, by=by))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 300), st.integers(0, 300), st.integers(1, 200), WHEN, WAYS)
def test_raising_an_actual_never_worsens_a_lamp(
    one_figure: int, other: int, target: int, as_of: date, by: By
) -> None:
    low, high = sorted((one_figure, other))
    lamps = [of_count(each, target, as_of, by).progress.lamp for each in (low, high)]

    if lamps[0] is not None:
        assert lamps[1] is not None
        assert BADNESS[lamps[0]] <= BADNESS[lamps[1]]


@settings(max_examples=60, deadline=None)
@given(WHEN, WHEN, WAYS)
def test_what_is_due_grows_through_the_year_and_never_passes_it(
    one_day: date, other: date, by: By
) -> None:
    form = evolve(table(f"{COUNT} | ≥12场", total="100"), schedule=CURVE)
    dues = [monitored(form, as_of=each, by=by).tables[0].due for each in sorted((one_day, other))]

    assert 0 <= dues[0] <= dues[1] <= 1


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 100), st.integers(1, 100), WHEN, WAYS)
def test_a_likelihood_is_only_said_where_it_is_proved(
    so_far: int, target: int, as_of: date, by: By
) -> None:
    progress = of_count(so_far, target, as_of, by).progress

    if so_far >= target:
        assert progress.likelihood == "确定能"
    elif as_of == date(2025, 12, 31):
        assert progress.likelihood == "完全不可能"
    else:
        assert progress.likelihood is None


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 200), st.integers(1, 100), WHEN, WAYS)
def test_a_projection_times_what_is_due_is_what_was_done(
    so_far: int, target: int, as_of: date, by: By
) -> None:
    progress = of_count(so_far, target, as_of, by).progress

    if progress.projected is None:
        assert progress.due == 0
    else:
        assert progress.due is not None
        assert Fraction(progress.projected.figure.removesuffix("场")) * progress.due == so_far
