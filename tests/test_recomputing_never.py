"""What recomputing must never say (F11 to F15, F20, F5, F18), each beside what it does say."""

from __future__ import annotations

import pytest

from jixiao.library import Library
from jixiao.messages.recomputation import RECOMPUTATION
from jixiao.messages.recomputation_findings import RECOMPUTATION_FINDINGS
from jixiao.messages.recomputation_sums import RECOMPUTATION_SUMS
from jixiao.tables import RowStatus
from scored_tables import only_row, recomputed, scored, total

USUAL = {"E13", "E492", "E498"}
EVERY = Library.default().ids()


def codes(*rows: str, money: tuple[str, ...] = ()) -> set[str]:
    """The findings of a table, without those on the choice of the ruleset."""
    found = recomputed(scored(*rows, money=money)).findings
    return {one.code for one in found} - USUAL - {"E483"}


def test_f5_nothing_differs_on_a_row_that_reading_moved() -> None:
    text = "产出指标/数量指标/培训人次 | ≥4754人次 | 4604人次 | 5 | 9"
    found = recomputed(scored(text, totals=(total("100"),), status=RowStatus.RESTORED))

    assert {one.result for one in found.rows} == {"unscored"}
    assert {one.result for one in found.totals} == {"unscored"}
    assert {one.code for one in found.findings} <= USUAL
    assert {"E480", "E484"} <= codes(text)


@pytest.mark.parametrize("actual", ["99.996%", "100%", "104%"])
def test_f11_100_percent_is_met_by_more_and_missed_only_by_what_shows(actual: str) -> None:
    text = f"任务完成率 | =100% | {actual} | 10 | 10.00"

    assert only_row(text).result == "explained"
    assert only_row("任务完成率 | =100% | 99% | 10 | 10.00").result == "differs"


def test_f11_a_figure_is_held_as_its_target_is_written() -> None:
    found = only_row("资金支付率 | =100% | 99.6% | 10 | 10.00")

    assert found.result == "explained"
    assert found.message() == (
        "实际完成值 99.6% 按指标值 =100% 的位数取舍为 100%，达到指标值，得满分"
    )
    for text in ("=100% | 99.4%", "=100.0% | 99.6%", "≤5% | 5.6%"):
        assert only_row(f"任务完成率 | {text} | 10 | 10.00").result == "differs"
    assert only_row("投诉率 | ≤5% | 5.4% | 10 | 10.00").result == "explained"


def test_f12_cost_saved_is_full_marks_and_no_over_fulfilment() -> None:
    text = "产出指标/成本指标/项目总成本 | ≤90万元 | 30万元 | 10 | 10"

    assert only_row("项目总成本 | ≤90万元 | 30万元 | 10 | 10").result == "explained"
    assert codes(text) == set()
    assert "E480" in codes("产出指标/成本指标/项目总成本 | ≤90万元 | 99万元 | 10 | 10")


@pytest.mark.parametrize("ruleset", EVERY)
def test_f13_no_ruleset_takes_anything_off_for_more_than_was_asked(ruleset: str) -> None:
    rules = Library.default().load(ruleset)
    found = only_row("培训人次 | ≥100人次 | 290人次 | 10 | 10", rules)

    assert found.result in ("explained", "unscored")
    assert not [one for one in found.steps if one.code == "E80"]


def test_f13_more_than_a_standard_is_asked_about_and_not_marked_down() -> None:
    found = only_row("发放标准 | 500元/人 | 600元/人 | 10 | 10")

    assert found.result == "unscored"
    assert found.message() == (
        "指标值 500元/人 是须照此执行的标准，实际完成值 600元/人 更高，规则集 财政部-2020 没有规定"
        "怎样计分，未作比较；请核实标准或说明"
    )
    assert only_row("发放标准 | 500元/人 | 400元/人 | 10 | 10").result == "differs"
    assert only_row("发放标准 | 500元/人 | 600元/人 | 10 | 12").result == "differs"


@pytest.mark.parametrize(
    "text",
    [
        "培训人次 | ≥100人次 | 100人次 | 10 | 9",
        "任务完成率 | ≥98% | 98% | 20 | 19.6",
        "培训质量 | 良好 | 达成预期指标 | 10 | 6",
        "投诉次数 | ≤10次 | 12次 | 10 | 5",
    ],
)
def test_f14_a_stricter_score_is_no_mistake(text: str) -> None:
    assert only_row(text).result == "stricter"
    assert codes(f"产出指标/数量指标/{text}") == set()
    name, target, actual, weight, score = (part.strip() for part in text.split("|"))
    raised = f"{name} | {target} | {actual} | {weight} | {float(score) + 20}"
    assert "E484" in codes(f"产出指标/数量指标/{raised}")


def test_f14_a_grade_lower_than_the_total_is_no_mistake() -> None:
    from jixiao.tables import Field

    row = "产出指标/数量指标/培训人次 | ≥100人次 | 100人次 | 90 | 90"
    fields = (Field("自评等级", "良"),)
    found = recomputed(scored(row, totals=(total("90"),), fields=fields))

    assert [one.result for one in found.totals if one.kind == "grade"] == ["stricter"]
    assert "E489" not in {one.code for one in found.findings}


def test_f15_execution_above_100_percent_is_no_mistake() -> None:
    row = "产出指标/数量指标/培训人次 | ≥100人次 | 100人次 | 90 | 90"

    assert codes(row, money=("年度资金总额 | 100 | 100 | 105 | 10 | 105% | 10",)) == set()
    low = ("年度资金总额 | 100 | 100 | 95 | 10 | 95% | 10",)
    assert "E480" in codes(row, money=low)


def test_f18_a_blank_actual_is_not_zero() -> None:
    blank, zero = (
        only_row(f"培训人次 | ≥100人次 | {actual} | 10 | 10") for actual in ("", "0人次")
    )

    assert (blank.result, zero.result) == ("unscored", "differs")


def test_f20_a_bare_control_rate_below_its_target_is_met() -> None:
    assert only_row("公用经费控制率 | 100% | 92% | 10 | 10").result == "explained"
    assert only_row("公用经费控制率 | 100% | 192% | 10 | 10").result == "differs"


def test_the_words_never_accuse() -> None:
    entries = (*RECOMPUTATION, *RECOMPUTATION_SUMS, *RECOMPUTATION_FINDINGS)
    said = "".join(entry.zh for entry in entries)
    assert not [word for word in ("造假", "违规", "虚报", "矛盾", "错误") if word in said]
