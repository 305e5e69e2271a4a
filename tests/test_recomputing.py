"""Printed scores held against the rules: five results, their sentences, sums, rates and grades."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from jixiao.library import Library
from jixiao.reading import read_document
from jixiao.recomputing import RecomputeReport, recompute_document
from jixiao.rules import Bands, Ruleset, Test
from jixiao.source import Origin
from jixiao.tables import Cell, Document, Field, RowStatus, Table
from scored_tables import only_row, recomputed, scored, total

if TYPE_CHECKING:
    from jixiao.recomputing import RecomputedTotal

HUBEI = Library.default().load("湖北自评-2020")
FULL = "产出指标/数量指标/培训场次 | ≥10场 | 10场 | 90 | 90"


def one_total(table: Table, kind: str, name: str | None = None) -> RecomputedTotal:
    """The only sum of a kind."""
    found = [one for one in recomputed(table).totals if one.kind == kind]
    several = [one for one in found if name is None or one.name == name]
    assert len(several) == 1
    return several[0]


def codes(table: Table) -> set[str]:
    """The codes of a report's findings, without what is said of the choice of a ruleset."""
    return {one.code for one in recomputed(table).findings} - {"E13", "E492", "E498"}


# ── one row ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("row", "result", "message"),
    [
        (
            "参训率 | ≥98% | 95% | 10 | 9.69",
            "explained",
            "按“按比例赋分”（财政部-2020）算得 9.6938…，四舍五入保留 2 位为 9.69，与印出的得分一致",
        ),
        (
            "参训率 | ≥98% | 95% | 10 | 9.7",
            "explained",
            (
                "按“按比例赋分”（财政部-2020）算得 9.6938…，"
                "按印出的位数四舍五入保留 1 位为 9.7，与印出的得分一致"
            ),
        ),
        (
            "培训人次 | ≥432人次 | 372人次 | 10 | 9",
            "explained",
            (
                "按“按比例赋分”（财政部-2020）算得 8.6111…，按本表印出的位数四舍五入取整为 9，"
                "与印出的得分一致"
            ),
        ),
        (
            "培训人次 | ≥432人次 | 372人次 | 10 | 8",
            "stricter",
            (
                "印出 8，低于按“按比例赋分”（财政部-2020）算得的 8.61，属自评从严，不作问题；"
                "供参考：算得的 8.6111… 截断保留 0 位可得 8"
            ),
        ),
        (
            "培训人次 | ≥4754人次 | 4604人次 | 5 | 5",
            "differs",
            (
                "印出 5，按“按比例赋分”（财政部-2020）算得 4.84，高出 0.16；请核实或说明口径；"
                "供参考：算得的 4.8422… 四舍五入取整可得 5"
            ),
        ),
        (
            "培训人次 | ≥100人次 | 130人次 | 10 | 13",
            "differs",
            (
                "印出 13，超过分值 10，按“按比例赋分”（财政部-2020）算得 10.00；请核实或说明口径；"
                "供参考：不封顶时 10 × 130人次 ÷ 100人次 = 13，可得 13"
            ),
        ),
        (
            "任务完成率 | ≥98% | 98% | 20 | 19.6",
            "stricter",
            (
                "印出 19.6，低于按“按比例赋分”（财政部-2020）算得的 20.00，属自评从严，不作问题；"
                "供参考：98% × 20 可得 19.6，是用完成值直接乘分值，没有除以指标值 98%"
            ),
        ),
        (
            "培训质量 | 良好 | 达成预期指标 | 10 | 9",
            "judgement",
            (
                "按“定性三档”（财政部-2020）由评价人在 8.00～10.00 内确定，印出的 9 在档内；"
                "“达成”的得分率由评价人在 ≥80% 且 ≤100% 内确定"
            ),
        ),
        (
            "投诉次数 | ≤10次 | 12次 | 10 | 8.2",
            "explained",
            (
                "按“按比例赋分”（财政部-2020）算得区间 8.00～8.33，印出的 8.2 在区间内；"
                "规则集未规定反向指标的完成率，取 目标值 ÷ 实际值 与 2 - 实际值 ÷ 目标值 之间"
            ),
        ),
        (
            "投诉次数 | ≤10次 | 12次 | 10 | 8.33",
            "explained",
            (
                "按“按比例赋分”（财政部-2020）可得 8.00～8.33，其中一种读法算得 8.3333…，"
                "四舍五入保留 2 位为 8.33，与印出的得分一致；"
                "规则集未规定反向指标的完成率，取 目标值 ÷ 实际值 与 2 - 实际值 ÷ 目标值 之间"
            ),
        ),
        ("培训人次 | ≥100人次 | 90人次 | 10 |", "unscored", "没有印出得分"),
        (
            "培训人次 | ≥100人次 | 90人次 | 10 | 良",
            "unscored",
            "得分一栏为“良”，未能读作数，请核对原表",
        ),
        (
            "培训人次 | ≥100人次 | | 10 | 10",
            "unscored",
            "未填实际完成值，得分无从复算（不按 0 计）",
        ),
        (
            "培训人次 | ≥100人次 | 大批学员 | 10 | 10",
            "unscored",
            "完成情况为文字“大批学员”，不能与指标值“≥100人次”比较，请填写数值",
        ),
        (
            "设备购置及安装 | 550 | 20 | 9.3 | 9.3",
            "unscored",
            (
                "指标值 550 与实际完成值 20 都没有写计量单位，相差悬殊，可能单位不同，未作比较；"
                "请核实口径"
            ),
        ),
    ],
)
def test_a_printed_score_has_a_result_and_a_sentence(row: str, result: str, message: str) -> None:
    found = only_row(row)

    assert (found.result, found.message()) == (result, message)


def test_a_share_against_a_percentage_is_said_and_not_accused() -> None:
    found = only_row("满意率 | ≥90% | 0.98 | 10 | 10")

    assert found.result == "explained"
    assert "完成情况“0.98”可读作 0.98%，也可读作 98.00%" in found.message()


def test_a_doubtful_row_differs_from_nothing() -> None:
    text = "产出指标/数量指标/培训人次 | ≥4754人次 | 4604人次 | 5 | 5"
    certain, doubtful = (
        recomputed(scored(text, status=status)).rows[0]
        for status in (RowStatus.EXACT, RowStatus.MOVED)
    )

    assert certain.result == "differs"
    assert (doubtful.result, doubtful.message()) == (
        "unscored",
        "读取存疑，未作比较，请核对原表",
    )


def test_a_table_that_prints_decimals_does_not_print_whole_points() -> None:
    rows = (
        "产出指标/数量指标/培训人次 | ≥432人次 | 372人次 | 10 | 9",
        "产出指标/数量指标/参训率 | ≥98% | 95% | 10 | 9.69",
    )

    assert [one.result for one in recomputed(scored(*rows)).rows] == ["differs", "explained"]
    assert recomputed(scored(rows[0])).rows[0].result == "explained"


def test_full_marks_in_fewer_digits_than_the_weight_are_full_marks() -> None:
    found = only_row("培训人次 | ≥100人次 | 120人次 | 16.67 | 16.7")

    assert found.result == "explained"
    assert only_row("培训人次 | ≥100人次 | 120人次 | 16.67 | 16.8").result == "differs"
    assert only_row("培训人次 | ≥100人次 | 99人次 | 16.67 | 16.7").result == "differs"


def test_a_weight_in_the_name_of_a_row_is_printed() -> None:
    text = "产出指标/数量指标/支持企业数量（20分） | ≥4家 | 3家 | | 15"
    found = recomputed(scored(text), HUBEI).rows[0]

    assert (found.weight, found.inferred, found.result) == (Decimal(20), False, "explained")


def test_a_missed_rate_of_zero_is_for_the_steps_of_the_place() -> None:
    found = only_row("预算调整率 | 0% | 20% | 10 | 8")

    assert found.result == "unscored"
    assert found.message() == (
        "指标值为 0% 的比率没有达到，各地多按分档计分，规则集 财政部-2020 没有规定，未作比较；"
        "请按当地的评分标准核对"
    )
    assert only_row("安全事故次数 | 0次 | 2次 | 10 | 8").result == "differs"
    assert only_row("预算调整率 | 0% | 20% | 10 | 12").result == "differs"
    assert only_row("预算调整率 | 0% | 0% | 10 | 10").result == "explained"


def test_supposed_weights_are_marked() -> None:
    table = scored("产出指标/数量指标/培训人次（人） | 15 | 6 | | 8.0")
    weights: dict[tuple[str, ...], Decimal] = {("培训人次（人）",): Decimal(20)}
    report = recomputed(table, HUBEI, weights)

    assert report.rows[0].inferred
    assert report.rows[0].message().endswith("与印出的得分一致；权重为推定（20）")
    assert "E495" in {one.code for one in report.findings}
    assert recomputed(table, HUBEI).rows[0].message().startswith("没有分值")


# ── which ruleset ─────────────────────────────────────────────────────────────


def test_another_places_method_is_named_for_reference_and_clears_nothing() -> None:
    text = "满意度指标/服务对象满意度指标/学员满意度 | ≥98% | 92% | 10 | 10"
    found = recomputed(scored(text)).rows[0]

    assert found.result == "differs"
    assert "供参考：同一规则集的“满意度赋分”可得 10，但不是本指标的方法" in found.message()
    assert "供参考：财政部-2021 的“满意度赋分”可得 10，但不适用于本地本年度" in found.message()


def test_a_method_for_satisfaction_is_named_for_satisfaction_only() -> None:
    found = only_row("资金支付率 | ≥98% | 92% | 10 | 10")

    assert found.result == "differs"
    assert "满意度赋分" not in found.message()


def test_a_ruleset_of_another_year_gives_way_to_the_national_one() -> None:
    report = recomputed(scored(FULL, year=2023, ruleset="安徽自评-2022"))
    own = recomputed(scored(FULL, year=2022, ruleset="安徽自评-2022"))

    assert report.rows[0].ruleset == "财政部-2020"
    assert "E493" in {one.code for one in report.findings}
    assert own.rows[0].ruleset == "安徽自评-2022"


def test_a_year_is_self_evaluated_in_the_next() -> None:
    report = recomputed(scored(FULL, year=2019))

    assert "E498" in {one.code for one in report.findings}
    assert "E499" in {one.code for one in recomputed(scored(FULL, year=2018)).findings}


# ── money ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "result", "message"),
    [
        (
            "年度资金总额 | | 650 | 94 | 20 | 0.1 | 2.9",
            "explained",
            (
                "按“预算执行率赋分”（财政部-2020）算得 2.8923…，"
                "按印出的位数四舍五入保留 1 位为 2.9，与印出的得分一致"
            ),
        ),
        (
            "年度资金总额 | | 43.2 | 37.24 | 10 | 86% | 8.60",
            "explained",
            "按印出的执行率 86% 乘分值 10 得 8.6，四舍五入保留 2 位为 8.60，与印出的得分一致",
        ),
        (
            "年度资金总额 | 40 | 43.2 | 37.24 | 10 | | 9.31",
            "differs",
            (
                "印出 9.31，按“预算执行率赋分”（财政部-2020）算得 8.62，高出 0.69；"
                "请核实或说明口径；供参考：以年初预算数为分母，执行率为 93.1%，乘分值 10 可得 9.31"
            ),
        ),
        (
            "年度资金总额 | 0 | 0 | 0 | 10 | 0 | 0",
            "unscored",
            "“全年预算数”为 0，不能作除数",
        ),
        (
            "年度资金总额 | | 100 | 105 | 10 | 105% | 10",
            "explained",
            "按“预算执行率赋分”（财政部-2020）算得 10，四舍五入保留 2 位为 10，与印出的得分一致",
        ),
    ],
)
def test_the_points_for_execution(line: str, result: str, message: str) -> None:
    found = recomputed(scored(FULL, money=(line,))).rows[-1]

    assert found.kind == "budget"
    assert (found.result, found.message()) == (result, message)


@pytest.mark.parametrize(
    ("line", "result", "message"),
    [
        (
            "年度资金总额 | | 25 | 21.54576 | 10 | 86.18% | 8.62",
            "explained",
            "21.54576万元 ÷ 25万元 = 86.18%，与印出的 86.18% 一致",
        ),
        (
            "年度资金总额 | | 25 | 21.54576 | 10 | 86.19% | 8.62",
            "differs",
            "21.54576万元 ÷ 25万元 = 86.18%，印出的是 86.19%；请核实或说明口径",
        ),
        (
            "年度资金总额 | 40 | 43.2 | 37.24 | 10 | 93.1% | 8.62",
            "differs",
            (
                "37.24万元 ÷ 43.2万元 = 86.20%，印出的是 93.1%；请核实或说明口径；"
                "供参考：以年初预算数 40万元 为分母可得 93.1%"
            ),
        ),
    ],
)
def test_a_printed_rate(line: str, result: str, message: str) -> None:
    found = one_total(scored(FULL, money=(line,)), "rate")

    assert (found.result, found.message()) == (result, message)
    assert ("E487" in codes(scored(FULL, money=(line,)))) is (result == "differs")


@pytest.mark.parametrize(
    ("parts", "result"),
    [
        (("60", "40"), "explained"),
        (("60", "60", "40"), "explained"),
        (("60", ""), "unscored"),
        (("60", "30"), "differs"),
        (("130", ""), "differs"),
    ],
)
def test_the_parts_of_the_money(parts: tuple[str, ...], result: str) -> None:
    lines = tuple(f"其中：来源{place} | | {one}" for place, one in enumerate(parts))
    table = scored(FULL, money=("年度资金总额 | | 100", *lines))

    assert one_total(table, "parts").result == result
    assert ("E488" in codes(table)) is (result == "differs")


def test_money_bears_no_points_where_execution_is_a_row_of_the_tree() -> None:
    text = "管理效率/预算执行/预算执行率 | 100% | 95% | 10 | 9.50"
    line = "年度资金总额 | | 100 | 95"

    assert [one.kind for one in recomputed(scored(text, money=(line,))).rows] == ["indicator"]
    both = recomputed(scored(text, money=(f"{line} | 10 | 95% | 9.5",))).rows
    assert [one.kind for one in both] == ["indicator", "budget"]


# ── sums and grades ───────────────────────────────────────────────────────────

TWO = (
    "产出指标/数量指标/培训人次 | ≥300人次 | 100人次 | 45 | 15.00",
    "效益指标/社会效益指标/参训率 | ≥96% | 32% | 45 | 15.00",
)
MONEY = ("年度资金总额 | | 100 | 100 | 10 | 100% | 10.00",)


@pytest.mark.parametrize(
    ("points", "result"),
    [("40.00", "explained"), ("30.00", "explained"), ("41", "differs")],
)
def test_the_printed_total_with_or_without_the_money(points: str, result: str) -> None:
    table = scored(*TWO, money=MONEY, totals=(total(points),))

    assert one_total(table, "score").result == result
    assert ("E486" in codes(table)) is (result == "differs")


def test_a_total_of_unrounded_scores() -> None:
    rows = (
        "产出指标/数量指标/培训人次 | ≥300人次 | 100人次 | 10 | 3.33",
        "产出指标/数量指标/培训场次 | ≥300场 | 100场 | 10 | 3.33",
        "产出指标/数量指标/培训天数 | ≥300次 | 100次 | 10 | 3.33",
    )
    found = one_total(scored(*rows, totals=(total("10.00"),)), "score")

    assert found.result == "explained"
    assert found.message() == "3 项得分按取舍前的数合计 10，取舍后为 10.00，与印出的一致"


def test_a_subtotal_sums_its_level() -> None:
    good, bad = (
        one_total(scored(*TWO, money=MONEY, totals=(total(points, level1="产出指标"),)), "score")
        for points in ("15", "16")
    )

    assert (good.result, bad.result) == ("explained", "differs")
    assert bad.message() == "1 项印出的得分合计 15.00，印出的是 16，相差 1.00；请核实"


def test_a_total_over_missing_scores_is_not_summed() -> None:
    rows = ("产出指标/数量指标/培训人次 | ≥300人次 | 100人次 | 45 |", TWO[1])
    found = one_total(scored(*rows, totals=(total("15"),)), "score")

    assert (found.result, found.message()) == (
        "unscored",
        "有 1 项没有得分（培训人次），未作合计",
    )


def test_the_sum_of_weights() -> None:
    assert one_total(scored(*TWO, money=MONEY), "weights").message() == (
        "分值合计 100（指标 90，预算执行率 10），符合规则"
    )
    assert one_total(scored(*TWO), "weights").result == "explained"
    wrong = scored(TWO[0], money=MONEY)
    assert one_total(wrong, "weights").result == "differs"
    assert "E483" in codes(wrong)


def test_weights_that_are_rounded_shares_may_miss_by_their_rounding() -> None:
    def shares(weight: str) -> Table:
        rows = (
            f"产出指标/数量指标/事项{place} | ≥10场 | 11场 | {weight} | {weight}"
            for place in range(6)
        )
        return scored(*rows)

    assert one_total(shares("16.67"), "weights").result == "explained"
    assert one_total(shares("16.6"), "weights").result == "differs"
    assert one_total(shares("16"), "weights").result == "differs"


def test_a_label_against_its_rows() -> None:
    def labelled(text: str) -> Table:
        cells = (Cell(text, Origin(line=1), "level1"),)
        return evolve(scored(*TWO), cells=cells)

    good, bad = (one_total(labelled(f"产出指标（{one}分）"), "label") for one in ("45", "50"))
    assert (good.result, bad.result) == ("explained", "differs")
    assert bad.message() == "“产出指标”印出 50 分，各行分值合计 45；请核实"
    assert "E491" in codes(labelled("产出指标（50分）"))
    assert not [one for one in recomputed(labelled("产出指标")).totals if one.kind == "label"]


def test_points_of_the_money_that_were_not_read() -> None:
    near, far = (
        one_total(scored(*TWO, totals=(total(points),)), "score") for points in ("39.5", "45")
    )

    assert near.result == "unscored"
    assert near.message() == (
        "总分比各项得分之和多 9.50，可能是没有读到的预算执行率得分，未作比较；请核对原表"
    )
    assert far.result == "differs"


def test_figures_that_found_no_place_leave_sums_alone() -> None:
    table = evolve(scored(*TWO, totals=(total("77"),)), origin=Origin("a.csv", line=1))
    loose = (Cell("9.58", Origin("a.csv", line=9)),)
    plain, torn = (
        recompute_document(Document("a.csv", tables=(table,), leftovers=cells))
        for cells in ((), loose)
    )

    assert [one.result for one in plain.totals if one.kind == "score"] == ["differs"]
    assert [one.result for one in torn.totals if one.kind == "score"] == ["unscored"]
    assert "E486" not in {one.code for one in torn.findings}


@pytest.mark.parametrize(
    ("points", "grade", "result"),
    [
        ("92.5", "优", "explained"),
        ("92.5", "优秀", "explained"),
        ("89.6", "良", "explained"),
        ("89.6", "优", "explained"),
        ("92.5", "良", "stricter"),
        ("85", "优", "differs"),
        ("85", "合格", "unscored"),
    ],
)
def test_a_printed_grade(points: str, grade: str, result: str) -> None:
    table = scored(FULL, totals=(total(points),), fields=(Field("自评等级", grade),))

    assert one_total(table, "grade").result == result
    assert ("E489" in codes(table)) is (result == "differs")


def test_a_total_between_whole_grades_lies_in_none() -> None:
    def band(low: int, high: int) -> tuple[tuple[Test, ...], ...]:
        return ((Test("≥", number=Decimal(low)), Test("≤", number=Decimal(high))),)

    bands = Bands(Decimal(100), (("优", band(90, 100)), ("良", band(80, 89))))
    rules = evolve(Library.default().load("财政部-2020"), bands=bands)
    report = recomputed(scored(FULL, totals=(total("89.5"),)), rules)

    assert [one.message() for one in report.totals if one.kind == "grade"] == [
        "总分 89.5 不在任何等次内；请核实"
    ]
    assert "E490" in {one.code for one in report.findings}


def test_a_ruleset_that_does_not_score_money() -> None:
    rules = Ruleset(id="试验-2022", title="试验")
    found = recomputed(scored(FULL, money=MONEY), rules).rows[-1]

    assert (found.kind, found.result) == ("budget", "unscored")
    assert found.message() == "规则集 试验-2022 没有按资金计分的方法，未作比较"


# ── patterns ──────────────────────────────────────────────────────────────────


def equal(*actuals: str) -> Table:
    """Rows of ten each with the actuals given."""
    return scored(
        *(
            f"产出指标/数量指标/事项{place} | ≥10场 | {one} | 10 | 10"
            for place, one in enumerate(actuals)
        )
    )


def test_every_actual_equal_to_its_target_is_a_hint() -> None:
    assert "E481" in codes(equal("10场", "10场", "10场", "10场"))
    assert "E481" not in codes(equal("10场", "10场", "10场", "11场"))
    assert "E481" not in codes(equal("10场", "10场", "10场"))


def test_full_marks_for_a_miss_without_a_reason_are_asked_about() -> None:
    text = "产出指标/质量指标/补助金额 | ≤5300元 | 5830元 | 10 | 10"
    bare, told = scored(text), scored(f"{text} | 物价上涨")
    asked = {one.code: one for one in recomputed(bare).findings}

    assert asked["E482"].message() == (
        "“补助金额”指标值为 ≤5300元，实际完成值为 5830元，得分填报为满分 10，未填偏差原因；"
        "请核实或说明"
    )
    assert "E482" not in codes(told)
    assert recomputed(told).rows[0].result == "differs"


def test_points_above_the_weight() -> None:
    assert "E484" in codes(scored("产出指标/数量指标/培训人次 | ≥100人次 | 130人次 | 10 | 13"))


def test_a_reason_is_asked_for_where_the_ruleset_asks_for_one() -> None:
    text = "产出指标/数量指标/培训人次 | ≥100人次 | 140人次 | 10 | 10"
    guangxi = "广西自评-2021"

    assert "E20" in codes(scored(text, ruleset=guangxi))
    assert "E20" not in codes(scored(f"{text} | 追加任务", ruleset=guangxi))
    assert "E20" not in codes(scored(text))


def test_several_that_differ_are_one_finding() -> None:
    text = "产出指标/数量指标/培训人次 | ≥4754人次 | 4604人次 | 5 | 5 | 动态管理"
    found = [one for one in recomputed(scored(text, text)).findings if one.code == "E480"]

    assert [one.count for one in found] == [2]


def test_a_table_without_scores_is_said() -> None:
    table = Table("项目绩效目标表", "", "培训项目", year=2022)
    report = recomputed(table)

    assert [one.code for one in report.findings] == ["E494"]
    assert report.rows == ()
    unscored = recomputed(scored("产出指标/数量指标/培训人次 | ≥100人次 | 90人次 | 10 |"))
    assert "E494" in {one.code for one in unscored.findings}
    assert [one.result for one in unscored.rows] == ["unscored"]


# ── the report ────────────────────────────────────────────────────────────────


def test_a_report_goes_into_json_and_back() -> None:
    fields = (Field("自评等级", "优"),)
    table = scored(*TWO, money=MONEY, totals=(total("41"),), fields=fields)
    report = recomputed(table)
    shown = json.loads(json.dumps(report.to_json(), ensure_ascii=False))

    assert RecomputeReport.from_json(shown) == report
    assert shown["schema"] == "jixiao/recompute/1"
    assert {"table", "indicator", "target", "actual", "weight", "printed"} <= set(shown["rows"][0])
    assert {"computed", "result", "method", "message"} <= set(shown["rows"][0])
    assert shown["summary"]["explained"] == 3
    assert shown["summary"]["share"] == "1"


def test_a_document_without_tables() -> None:
    assert recomputed_nothing().rows == ()


def recomputed_nothing() -> RecomputeReport:
    """The report of an empty document."""
    from jixiao import recompute

    return recompute(Document("a.csv"))


def test_what_is_said_of_money_sums_and_grades_stands_at_their_own_line() -> None:
    lines = (
        "项目支出绩效自评表",
        "（2022年度）",
        "项目名称,培训",
        "项目资金（万元）,,年初预算数,全年预算数,全年执行数,分值,执行率,得分",
        ",年度资金总额,50,50,40,10,70%,10",
        "一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分,原因",
        "产出指标,数量指标,培训次数,≥10次,10次,90,90,",
        "总分,,,,,100,99,",
        "自评等级,良",
    )
    report = recompute_document(read_document("\n".join(lines).encode(), file="a.csv"))
    said = {one.code: one.where.origin.line for one in report.findings if one.code != "E492"}
    assert said == {"E480": 5, "E482": 5, "E487": 5, "E486": 8, "E13": 1}
    assert {one.kind: one.origin.line for one in report.totals} == {
        "rate": 5,
        "weights": 8,
        "score": 8,
        "grade": 8,
    }
