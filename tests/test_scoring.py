"""One indicator at a time: the worked figures of the field, each direction, method and doubt."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

import jixiao
from jixiao.expressions import Binary, Call, Name, Number
from jixiao.parsing import parse_value
from jixiao.rules import DecisionRow, DecisionTable, Deduction, IndicatorRule, Method, Rounding
from jixiao.scoring import IndicatorScore, UnknownMethodError
from jixiao.units import Quantity, parse_unit
from jixiao.values import (
    Actual,
    Comparison,
    Compound,
    Context,
    Deadline,
    Operator,
    Pace,
    Qualitative,
    Reference,
    Trend,
)
from scoring_rules import (
    ACTUAL,
    DONE,
    EXCESS,
    NATIONAL,
    PROPORTION,
    QUOTIENT,
    TARGET,
    bands_method,
    bound,
    filed,
    judged,
    percent,
    scored,
    with_method,
    with_reverse,
    word,
)

YEAR_END = Context(as_of=date(2025, 12, 31), year=2025)


def ends(score: IndicatorScore) -> tuple[str, str]:
    assert score.points is not None
    return str(score.points.low), str(score.points.high)


def codes(score: IndicatorScore) -> list[str]:
    return [one.code for one in score.reasons]


# ── the worked figures ───────────────────────────────────────────────────────


def test_execution_of_putuo_is_8_62_of_10() -> None:
    """215457.6 of 250000 (上海普陀 2022): 8.618304, printed 8.62."""
    score = scored(
        "=100%",
        "",
        method="预算执行率赋分",
        names={"全年执行数": Fraction("215457.6"), "全年预算数": Fraction(250000)},
    )
    assert ends(score) == ("8.62", "8.62")
    assert score.exact == (Fraction("8.618304"), Fraction("8.618304"))


def test_execution_without_a_budget_is_undetermined_and_never_zero() -> None:
    score = scored(
        "=100%",
        "",
        method="预算执行率赋分",
        names={"全年执行数": Fraction(0), "全年预算数": Fraction(0)},
    )
    assert ends(score) == ("0", "10")
    assert codes(score) == ["E47"]


def test_execution_above_the_budget_is_capped() -> None:
    score = scored(
        "=100%",
        "",
        method="预算执行率赋分",
        names={"全年执行数": Fraction(12), "全年预算数": Fraction(10)},
    )
    assert ends(score) == ("10.00", "10.00")


@pytest.mark.parametrize(
    ("actual", "quotient", "excess", "silent"),
    [
        ("120元", ("8.33", "8.33"), ("8.00", "8.00"), ("8.00", "8.33")),
        ("200元", ("5.00", "5.00"), ("0.00", "0.00"), ("0.00", "5.00")),
        ("300元", ("3.33", "3.33"), ("0.00", "0.00"), ("0.00", "3.33")),
        ("100元", ("10.00", "10.00"), ("10.00", "10.00"), ("10.00", "10.00")),
        ("0元", ("10.00", "10.00"), ("10.00", "10.00"), ("10.00", "10.00")),
    ],
)
def test_both_reverse_formulas_and_the_interval_where_no_rule_says_one(
    actual: str, quotient: tuple[str, str], excess: tuple[str, str], silent: tuple[str, str]
) -> None:
    assert ends(scored("≤100元", actual, rules=with_reverse(QUOTIENT))) == quotient
    assert ends(scored("≤100元", actual, rules=with_reverse(EXCESS))) == excess
    assert ends(scored("≤100元", actual)) == silent


def test_silence_on_reverse_is_said() -> None:
    assert scored("≤100元", "120元").reason() == (
        "规则集未规定反向指标的完成率，取 目标值 ÷ 实际值 与 2 - 实际值 ÷ 目标值 之间"
    )


@pytest.mark.parametrize(
    ("target", "actual", "verdict", "points"),
    [
        ("=0起", "0起", "met", "10.00"),
        ("=0起", "1起", "not_met", "0.00"),
        ("≤0起", "3起", "not_met", "0.00"),
        ("0起", "0起", "met", "10.00"),
        ("≥0起", "0起", "met", "10.00"),
    ],
)
def test_zero_targets_are_all_or_nothing(
    target: str, actual: str, verdict: str, points: str
) -> None:
    score = scored(target, actual)
    assert (score.verdict, ends(score)) == (verdict, (points, points))


@pytest.mark.parametrize(
    ("actual", "points"),
    [("59.99%", "0.00"), ("60%", "0.00"), ("80%", "5.00"), ("100%", "10.00"), ("120%", "10.00")],
)
def test_the_pass_line_of_101(actual: str, points: str) -> None:
    """W × (r − 60%) ÷ (1 − 60%): 60% scores nothing, 80% half."""
    assert ends(scored("≥100%", actual, method="及格线赋分")) == (points, points)


@pytest.mark.parametrize(
    ("target", "actual", "points"),
    [
        ("≥11442人", "4164人", "3.64"),
        ("≥20000万元", "9034万元", "4.52"),
        ("≥43.2万元", "37.24万元", "8.62"),
        ("≥98%", "98%", "10.00"),
        ("≥8次", "7.98次", "9.98"),
        (">10场", "10场", "10.00"),
        ("=10场", "12场", "10.00"),
        ("≥620000万条", "6200000000条", "10.00"),
    ],
)
def test_positive_targets_in_proportion_and_never_above_the_weight(
    target: str, actual: str, points: str
) -> None:
    assert ends(scored(target, actual)) == (points, points)


def test_half_a_cent_goes_up_and_cutting_is_the_rulesets_word() -> None:
    score = scored("≥1000个", "1个", weight="5")
    assert ends(score) == ("0.01", "0.01")
    cut = evolve(
        NATIONAL, scoring=evolve(NATIONAL.scoring, roundings=(Rounding("逐项", 1, cut=True),))
    )
    assert ends(scored("≥250000元", "215457.6元", rules=cut)) == ("8.6", "8.6")


# ── direction ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("target", "actual", "name", "direction", "points"),
    [
        ("100%", "92%", "会议费控制率", "反向", ("10.00", "10.00")),
        ("5%", "4%", "结转结余率", "反向", ("10.00", "10.00")),
        ("95%", "90%", "验收合格率", "正向", ("9.47", "9.47")),
        ("35辆", "30辆", "租赁车辆", "正向", ("8.57", "8.57")),
        ("15", "6", "扶持发展新型农业经营主体(个)", "正向", ("4.00", "4.00")),
        ("30万元", "27万元", "项目总成本", "反向", ("10.00", "10.00")),
        ("95%", "90%", "某比值", "未知", ("9.47", "10.00")),
        ("95%", "95%", "某比值", "未知", ("10.00", "10.00")),
    ],
)
def test_the_direction_of_a_bare_value(
    target: str, actual: str, name: str, direction: str, points: tuple[str, str]
) -> None:
    score = scored(target, actual, name=name)
    assert (score.direction, ends(score)) == (direction, points)


def test_an_unknown_direction_is_undetermined_unless_both_agree() -> None:
    assert scored("95%", "90%", name="某比值").verdict == "undetermined"
    assert codes(scored("95%", "90%", name="某比值")) == ["E41"]
    assert scored("95%", "95%", name="某比值").verdict == "met"


def test_the_trace_names_the_source_of_the_direction() -> None:
    assert (
        "方向：反向，依据：指标名称中的“控制率”"
        in scored("100%", "92%", name="会议费控制率").explain()
    )
    expected = IndicatorRule(3, "某比值", expected=((bound("≥", 90),),))
    assert "依据：规则集对该指标的要求" in scored("95%", "90%", rule=expected).explain()


def test_exactness_where_it_is_named() -> None:
    assert scored("=500元", "600元", name="困难群众救助发放标准").verdict == "not_met"
    assert ends(scored("=500元", "400元", name="困难群众救助发放标准")) == ("8.00", "8.00")
    assert scored("=500元", "600元", name="人均培训补助").verdict == "met"


def test_a_range_has_its_floor_as_target_unless_both_ends_bind() -> None:
    assert ends(scored("90%-95%", "97%")) == ("10.00", "10.00")
    assert ends(scored("90%-95%", "81%")) == ("9.00", "9.00")
    assert scored("90%-95%", "97%", name="某补助标准").verdict == "not_met"
    assert scored("3%-5%", "4%", name="投诉率").verdict == "met"
    assert scored("3%-5%", "6%", name="投诉率").verdict == "not_met"


# ── what was filed ───────────────────────────────────────────────────────────


def test_a_missing_actual_is_neither_zero_nor_met() -> None:
    score = scored("≥98%", "")
    assert (score.verdict, ends(score), score.reason()) == (
        "undetermined",
        ("0", "10"),
        "未填实际完成值",
    )


def test_an_absent_target_is_not_scored() -> None:
    score = scored("无", "5次")
    assert (score.points, score.reason()) == (None, "指标值为空，不计分")


def test_another_dimension_is_undetermined() -> None:
    score = scored("≥50次", "60条")
    assert (score.verdict, ends(score)) == ("undetermined", ("0", "10"))
    assert score.reason() == "指标值“≥50次”与完成情况“60条”单位不同，不能换算"


def test_0_98_against_98_percent_is_both_readings() -> None:
    score = scored("≥98%", "0.98")
    assert (score.verdict, ends(score)) == ("undetermined", ("0.10", "10.00"))
    assert codes(score) == ["E42"]


def test_a_bare_actual_takes_the_unit_and_a_repeated_sign_is_no_obstacle() -> None:
    assert ends(scored("≥50个", "40")) == ("8.00", "8.00")
    assert ends(scored("≥266米", "≥266米")) == ("10.00", "10.00")
    assert scored("≥98%", "≤99%").verdict == "undetermined"


def test_words_do_not_answer_a_figure() -> None:
    score = scored("≥98%", "已达成")
    assert (score.verdict, ends(score)) == ("undetermined", ("0", "10"))


# ── words ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("target", "actual", "verdict", "points"),
    [
        ("较高", "较高", "met", ("8.00", "10.00")),
        ("较高", "高", "met", ("8.00", "10.00")),
        ("较高", "一般", "not_met", ("6.00", "8.00")),
        ("较高", "较低", "not_met", ("0.00", "6.00")),
        ("及时", "按期", "met", ("8.00", "10.00")),
        ("严格执行财经制度", "达成预期指标", "met", ("8.00", "10.00")),
        ("是", "否", "not_met", ("0.00", "6.00")),
        ("较高", "还不错", "undetermined", ("0.00", "10.00")),
    ],
)
def test_the_three_bands(target: str, actual: str, verdict: str, points: tuple[str, str]) -> None:
    score = scored(target, actual)
    assert (score.verdict, ends(score)) == (verdict, points)


def test_a_figure_that_missed_may_be_of_either_lower_band() -> None:
    score = scored("≥50个", "15个", method="定性三档")
    assert (score.verdict, ends(score)) == ("not_met", ("0.00", "8.00"))
    assert score.reason() == (
        "“部分达成、未达成”的得分率由评价人在 ≥60% 且 <80% 或 ≥0% 且 <60% 内确定"
    )


def test_hubei_ends_the_second_band_at_50() -> None:
    hubei = with_method(bands_method("湖北定性三档", 50))
    assert ends(scored("较高", "一般", rules=hubei, method="湖北定性三档")) == ("5.00", "8.00")


def test_a_judgement_inside_its_band_makes_the_interval_a_point() -> None:
    score = scored("规范", "规范", judgement=Fraction(9, 10))
    assert (ends(score), score.reasons, score.notes) == (("9.00", "9.00"), (), ())


@pytest.mark.parametrize(("rate", "inside"), [(80, True), (100, True), (79, False), (101, False)])
def test_the_ends_of_a_band(rate: int, inside: bool) -> None:  # noqa: FBT001
    score = scored("规范", "规范", judgement=Fraction(rate, 100))
    assert [one.code for one in score.notes] == ([] if inside else ["E08"])


def test_a_judgement_outside_its_band_is_said_and_not_used() -> None:
    score = scored("规范", "规范", judgement=Fraction(7, 10))
    assert ends(score) == ("8.00", "10.00")
    assert score.notes[0].message() == (
        "得分率填报为 70%，按“定性三档”应在 ≥80% 且 ≤100%，未采用；请核实得分率或完成情况"
    )


def test_a_judgement_decides_what_the_words_left_open() -> None:
    assert scored("规范", "还可以", judgement=Fraction(7, 10)).verdict == "not_met"
    assert scored("规范", "还可以", judgement=Fraction(9, 10)).verdict == "met"


def test_a_judgement_without_an_actual_is_not_used() -> None:
    score = scored("规范", "", judgement=Fraction(9, 10))
    assert (ends(score), [one.code for one in score.notes]) == (("0", "10"), ["E19"])


# ── time, trends, references, several at once ────────────────────────────────


def done(text: str, day: date | None = None) -> Actual:
    return Actual(text, Qualitative(word=text), done=True, done_on=day)


@pytest.mark.parametrize(
    ("actual", "as_of", "verdict", "points"),
    [
        (done("6月20日完成", date(2025, 6, 20)), date(2025, 12, 31), "met", ("10.00", "10.00")),
        (done("7月2日完成", date(2025, 7, 2)), date(2025, 12, 31), "not_met", ("0.00", "0.00")),
        (done("已完成"), date(2025, 6, 1), "met", ("10.00", "10.00")),
        (done("已完成"), date(2025, 12, 31), "undetermined", ("0.00", "10.00")),
    ],
)
def test_deadlines(actual: Actual, as_of: date, verdict: str, points: tuple[str, str]) -> None:
    context = Context(as_of=as_of, year=2025)
    score = judged(Deadline(month=6), actual, context)
    assert (score.verdict, ends(score)) == (verdict, points)


def test_pace_is_the_actual_by_what_is_due() -> None:
    half = Context(as_of=date(2025, 6, 30), year=2025)
    assert ends(judged(Pace(), filed("40", "%"), half)) == ("8.00", "8.00")
    assert judged(Pace(), filed("50", "%"), half).verdict == "met"
    day = date(2025, 10, 31)
    plan = Context(as_of=day, year=2025, plan=((day, Decimal("0.75")),))
    assert ends(judged(Pace(), filed("60", "%"), plan)) == ("8.00", "8.00")
    assert judged(Pace(), filed("50", "%")).verdict == "undetermined"


def test_trends_need_their_baseline() -> None:
    base = Context(baseline=Quantity(Decimal(200), parse_unit("次")))
    kept = Trend(direction="not_down", baseline="上年")
    more = Trend(
        direction="up",
        baseline="上年",
        change=Comparison(op=None, quantity=Quantity(Decimal(5), parse_unit("%"))),
    )
    assert ends(judged(kept, filed("180", "次"), base)) == ("9.00", "9.00")
    assert judged(more, filed("210", "次"), base).verdict == "met"
    assert judged(more, filed("209", "次"), base).verdict == "not_met"
    assert judged(kept, filed("180", "次")).reason() == "缺少“上年”，无法计算"
    grown = evolve(more, change=filed("6", "%").value)
    assert judged(more, Actual("较上年增长6%", grown)).verdict == "met"
    rising = Trend(direction="up", manner="不断")
    assert judged(rising, Actual("不断提升", rising)).verdict == "met"
    assert judged(rising, Actual("下降", Trend(direction="down"))).verdict == "not_met"


def test_equal_to_last_year_is_no_rise() -> None:
    base = Context(baseline=Quantity(Decimal(200), parse_unit("次")))
    score = judged(Trend(direction="up", baseline="上年"), filed("200", "次"), base)
    assert (score.verdict, ends(score)) == ("not_met", ("0.00", "10.00"))


def test_references_are_resolved_from_the_money() -> None:
    limit = Reference(to="年初预算数", op=Operator.LE)
    money = Context(money=(("年初预算数", Quantity(Decimal(30), parse_unit("万元"))),))
    assert judged(limit, filed("28", "万元"), money).verdict == "met"
    assert judged(limit, filed("280000", "元"), money).verdict == "met"
    assert judged(limit, filed("36", "万元"), money).verdict == "not_met"
    assert judged(limit, filed("28", "万元")).verdict == "undetermined"


def both(times: str, share: str) -> Compound:
    return Compound(parts=(filed(times, "次").value, filed(share, "%").value))


def test_a_compound_names_the_part_that_failed() -> None:
    target = Compound(parts=(parse_value("≥3次"), parse_value("≥90%")))
    score = judged(target, Actual("3次，81%", both("3", "81")))
    assert score.verdict == "not_met"
    assert "其中“≥90%”未达成" in (score.reason() or "")
    assert ends(score) == ("9.00", "9.50")
    assert judged(target, Actual("3次，95%", both("3", "95"))).verdict == "met"
    assert judged(target, filed("3", "次")).verdict == "undetermined"


def test_of_milestones_the_last_that_has_come_counts() -> None:
    target = Compound(
        parts=(
            evolve(parse_value("≥75%"), by=Deadline(month=9)),
            evolve(parse_value("≥100%"), by=Deadline(month=12)),
        )
    )
    autumn = Context(as_of=date(2025, 9, 30), year=2025)
    assert judged(target, filed("80", "%"), autumn).verdict == "met"
    assert ends(judged(target, filed("80", "%"), YEAR_END)) == ("8.00", "8.00")


def test_a_figure_due_by_a_day_that_has_not_come_stays_open() -> None:
    target = evolve(parse_value("≥60%"), by=Deadline(month=5))
    early = Context(as_of=date(2025, 4, 30), year=2025)
    score = judged(target, filed("45", "%"), early)
    assert (score.verdict, ends(score)) == ("undetermined", ("7.50", "10.00"))
    assert judged(target, filed("45", "%"), YEAR_END).verdict == "not_met"


def test_negative_actuals_stop_at_the_floor() -> None:
    assert ends(judged(parse_value("≥10场"), filed("-3", "场"))) == ("0.00", "0.00")


# ── methods ──────────────────────────────────────────────────────────────────


def test_points_as_a_formula_and_deduction_per_point() -> None:
    """岳阳: half a point off for each percentage point over."""
    over = Binary("÷", Binary("-", ACTUAL, TARGET), percent(1))
    lost = Binary("×", over, Number(Decimal("0.5")))
    formula = Call("最大", (Number(Decimal(0)), Binary("-", Name(("权重",)), lost)))
    rules = with_method(Method("岳阳扣分", points=formula))
    assert ends(scored("≤100%", "104%", "5", rules, method="岳阳扣分")) == ("3.00", "3.00")
    assert ends(scored("≤100%", "150%", "5", rules, method="岳阳扣分")) == ("0.00", "0.00")
    assert ends(scored("≤100%", "90%", "5", rules, method="岳阳扣分")) == ("5.00", "5.00")


def test_step_tables_read_the_actual_itself() -> None:
    rows = (
        DecisionRow((((bound("≥", 90),),), ((bound("=", 100),),))),
        DecisionRow((((bound("≥", 80), bound("<", 90)),), ((bound("=", 80),),))),
        DecisionRow((((bound("<", 80),),), ((bound("=", 0),),))),
    )
    steps = Method("满意度赋分", table=DecisionTable(("实际值",), "得分率", rows))
    rules = with_method(steps)
    assert ends(scored("≥95%", "92%", rules=rules, method="满意度赋分")) == ("10.00", "10.00")
    assert ends(scored("≥95%", "85%", rules=rules, method="满意度赋分")) == ("8.00", "8.00")
    assert scored("≥95%", "92%", rules=rules, method="满意度赋分").verdict == "not_met"


def test_over_fulfilment_is_explained_and_deducted_only_where_a_rule_says_so() -> None:
    far = Binary("≥", DONE, percent(130))
    off = Deduction(Binary("×", Name(("偏离度",)), Number(Decimal(2))), far)
    rules = with_method(evolve(PROPORTION, name="严", explain=far, deductions=(off,)))
    score = scored("≥10次", "15次", rules=rules, method="严")
    assert ends(score) == ("9.00", "9.00")
    assert [one.code for one in score.notes] == ["E20"]
    assert scored("≥10次", "15次", rules=rules, method="严", explained="追加任务").notes == ()
    assert ends(scored("≥10次", "15次")) == ("10.00", "10.00")


def test_cost_below_its_limit_is_full_and_no_over_fulfilment() -> None:
    over = Binary(">", Name(("偏离度",)), percent(0))
    rules = with_method(evolve(PROPORTION, name="严", explain=over))
    assert scored("≤90万元", "20万元", rules=rules, method="严").notes == ()


def test_points_stay_inside_the_weight_unless_the_ruleset_says_otherwise() -> None:
    silent = with_method(Method("不设限", rate=DONE))
    assert ends(scored("≥90分", "100分", rules=silent, method="不设限")) == ("10.00", "10.00")
    open_end = with_method(Method("可超", rate=DONE, cap=Decimal(5)))
    assert ends(scored("≥90分", "100分", rules=open_end, method="可超")) == ("11.11", "11.11")


def test_a_table_of_lamps_gives_no_points() -> None:
    lamp = Method(
        "灯", table=DecisionTable(("是否达成",), "灯", (DecisionRow((word("是"), word("绿"))),))
    )
    score = scored("≥10次", "12次", rules=with_method(lamp), method="灯")
    assert (ends(score), codes(score)) == (("0", "10"), ["E59"])


def test_an_unknown_method_is_misuse_and_the_nearest_is_named() -> None:
    with pytest.raises(UnknownMethodError) as caught:
        scored("≥98%", "95%", method="按比例计分")
    assert str(caught.value) == (
        "没有名为“按比例计分”的计分方法；最接近的是 “按比例赋分”；"
        "可用的有：按比例赋分、直接赋分、预算执行率赋分、及格线赋分、定性三档"
    )


def test_without_a_weight_it_is_judged_and_not_scored() -> None:
    score = scored("≥98%", "99%", None)
    assert (score.verdict, score.points, score.reason()) == (
        "met",
        None,
        "没有分值，只判断是否达成",
    )


# ── the trace ────────────────────────────────────────────────────────────────


def test_the_json_of_a_score_is_that_of_the_design() -> None:
    data = scored("≥11442人", "4164人", name="带动贫困户").to_json()
    assert data["schema"] == "jixiao/score/1"
    assert {
        key: data[key]
        for key in ("level3", "target", "actual", "weight", "verdict", "reason", "points")
    } == {
        "level3": "带动贫困户",
        "target": "≥11442人",
        "actual": "4164人",
        "weight": "10",
        "verdict": "not_met",
        "reason": None,
        "points": {"low": "3.64", "high": "3.64"},
    }
    assert data["cites"] == ["《项目支出绩效评价管理办法》（财预〔2020〕10号）（待核）"]
    steps = data["steps"]
    assert isinstance(steps, list)
    completion = next(one for one in steps if one["code"] == "E73")
    assert completion == {
        "code": "E73",
        "inputs": {"target": "11442人", "actual": "4164人"},
        "formula": "实际值 ÷ 目标值",
        "result": "4164/11442",
        "cite": None,
    }


@pytest.mark.parametrize(
    ("target", "actual"),
    [("≥98%", "95%"), ("≤5%", "6%"), ("较高", "一般"), ("≥98%", ""), ("无", "")],
)
def test_a_score_survives_json(target: str, actual: str) -> None:
    score = scored(target, actual)
    assert IndicatorScore.from_json(json.loads(json.dumps(score.to_json()))) == score


def test_explain_in_chinese_and_english() -> None:
    score = scored("≥98%", "95%")
    assert score.explain().splitlines() == [
        "指标值：填报为“≥98%”，读作 ≥98%",
        "实际完成值：填报为“95%”，读作 95%",
        "方向：正向，依据：计算符号“≥”",
        "完成率：实际值 ÷ 目标值 = 95/98（目标值 98%，实际值 95%）",
        "计分方法：按比例赋分（“百分比”的默认方法）",
        "得分率：完成率 = 95/98",
        "得分：10 × 95/98 = 475/49，四舍五入保留 2 位为 9.69",
        "依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）（待核）",
    ]
    assert score.explain("en").splitlines()[-2] == (
        "points: 10 × 95/98 = 475/49, half up at 2 digits: 9.69"
    )


def test_a_method_without_a_clause_says_so() -> None:
    score = judged(Deadline(month=6), done("6月1日完成", date(2025, 6, 1)), YEAR_END)
    assert score.cites == ("规则集 试验国家-2020“直接赋分”（待核）",)


# ── days without a year, and names of parts ──────────────────────────────────


def test_a_day_without_a_year_is_not_placed_by_an_evaluation_of_early_next_year() -> None:
    early = jixiao.score("12月底前", "2026年1月5日", weight=5, as_of=date(2026, 1, 31))
    late = jixiao.score("12月底前", "2026年1月5日", weight=5, as_of=date(2026, 1, 31), year=2025)

    assert (early.verdict, ends(early)) == ("undetermined", ("0.00", "5.00"))
    assert (late.verdict, ends(late)) == ("not_met", ("0.00", "0.00"))


def test_a_part_of_a_compound_is_judged_by_its_own_name() -> None:
    score = jixiao.score("≥3次，合格率100%", "3次，合格率95%", weight=10)

    assert score.verdict == "not_met"
    assert ends(score) == ("9.50", "9.75")


@pytest.mark.parametrize(
    ("target", "actual", "said"),
    [("0起", "1起", "依据：目标值为 0"), ("90%-95%", "97%", "依据：区间的下限")],
)
def test_the_source_of_a_direction_is_what_it_is(target: str, actual: str, said: str) -> None:
    assert said in jixiao.score(target, actual, weight=5).explain()


def test_a_direction_answered_with_a_figure_is_beyond_words() -> None:
    kept = jixiao.score("只减不增", "减少3%", weight=10)
    assert (kept.verdict, str(kept.points), kept.method) == ("met", "10.00", "直接赋分")
    grown = jixiao.score("只减不增", "增加3%", weight=10)
    assert (grown.verdict, str(grown.points)) == ("not_met", "0.00")
    worded = jixiao.score("只减不增", "有所减少", weight=10)
    assert worded.method == "定性三档"
    sized = jixiao.score("较上年增长5%", "增长4%", weight=10)
    assert str(sized.points) == "8.00"
