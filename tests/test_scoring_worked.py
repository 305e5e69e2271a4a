"""Worked rulesets as the field has them: goals, merging, 不适用, completed projects, plans."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from by_hand import money
from jixiao.actuals import ActualRow, Actuals, FundingActual
from jixiao.evaluation import Scorecard, TableScore, evaluate_document
from jixiao.evaluation.deciding import deciding_text
from jixiao.library import Library
from jixiao.parsing import parse_actual, parse_value
from jixiao.rules import Exclusion, Ruleset
from jixiao.scoring import IndicatorScore, score_indicator
from jixiao.tables import (
    Column,
    Document,
    Field,
    Indicator,
    ScheduleStep,
    SpendingLine,
    Table,
)
from jixiao.values import Context

if TYPE_CHECKING:
    from jixiao.findings import Finding

RULESETS = Path(__file__).parent / "rulesets"
END = date(2024, 12, 31)


def rules_of(name: str) -> Ruleset:
    return Library.default().load(RULESETS / f"{name}.jx")


METHODS = rules_of("methods")


def scored(target: str, actual: str, method: str | None = None, **given: object) -> IndicatorScore:
    value = parse_value(target)
    return score_indicator(
        value,
        parse_actual(actual, value),
        Decimal(10),
        METHODS,
        method=method,
        **given,  # type: ignore[arg-type]
    )


def points(score: IndicatorScore) -> str:
    return str(score.points)


# ── methods ──────────────────────────────────────────────────────────────────


def test_every_worked_ruleset_has_nothing_to_mend() -> None:
    files = sorted(RULESETS.glob("*.jx"))
    assert len(files) >= 4
    for path in files:
        loaded = Library.default().open(path)
        assert loaded.usable, loaded.text()


@pytest.mark.parametrize(
    ("target", "actual", "method", "expected"),
    [
        ("较高", "一般", "湖北定性三档", "5.00～8.00"),
        ("≤100%", "104%", "三公经费扣分", "8.00"),
        ("≤100%", "150%", "三公经费扣分", "0.00"),
        ("≤0%", "-3%", "预算调整率分档", "3.00"),
        ("≤0%", "0%", "预算调整率分档", "3.00"),
        ("≤0%", "10%", "预算调整率分档", "2.00"),
        ("≤0%", "10.01%", "预算调整率分档", "1.00"),
        ("≤0%", "25%", "预算调整率分档", "0.50"),
        ("≤0%", "31%", "预算调整率分档", "0.00"),
        ("≥10次", "12次", "超额须说明", "10.00"),
        ("≥10次", "15次", "超额扣减", "9.50"),
        ("≥10次", "20次", "超额扣减", "9.00"),
        ("≥10次", "14.9次", "超额扣减", "10.00"),
        ("≥95%", "92%", "满意度赋分", "10.00"),
        ("≥95%", "89.99%", "满意度赋分", "8.00"),
        ("≥95%", "60%", "满意度赋分", "5.00"),
        ("≥95%", "59.99%", "满意度赋分", "0.00"),
    ],
)
def test_methods_against_figures_reckoned_by_hand(
    target: str, actual: str, method: str, expected: str
) -> None:
    score = scored(target, actual, method)
    assert points(score) == expected
    assert "{" not in score.explain() + score.explain("en")


def test_a_formula_of_points_has_its_step() -> None:
    assert (
        "得分：最大(0, 权重 - (实际值 - 目标值) ÷ 1% × 0.5) = 8"
        in scored("≤100%", "104%", "三公经费扣分").explain()
    )


def test_twenty_points_for_execution() -> None:
    money_names = {"全年执行数": Fraction("215457.6"), "全年预算数": Fraction(250000)}
    value = parse_value("=100%")
    score = score_indicator(
        value,
        parse_actual("", value),
        Decimal(20),
        METHODS,
        method="预算执行率二十分",
        names=dict(money_names),
    )
    assert points(score) == "17.24"


def test_over_fulfilment_asks_for_a_reason_or_takes_points_off_as_the_rule_says() -> None:
    assert [one.code for one in scored("≥10次", "13次", "超额须说明").notes] == ["E20"]
    assert scored("≥10次", "12.9次", "超额须说明").notes == ()
    told = scored("≥10次", "20次", "超额扣减").explain()
    assert "扣减：权重 × 10% = 1" in told
    assert "得分：分值 × 得分率 - 扣减 = 9，" in told


# ── 约数 ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("actual", "verdict", "expected"),
    [("95株", "met", "10.00"), ("105株", "met", "10.00"), ("94株", "not_met", "9.40")],
)
def test_about_is_as_near_as_the_ruleset_says(actual: str, verdict: str, expected: str) -> None:
    score = scored("约100株", actual)
    assert (score.verdict, points(score)) == (verdict, expected)


def test_about_without_a_rule_stays_open_and_says_why() -> None:
    national = Library.default().load("财政部-2020")
    value = parse_value("约100株")
    score = score_indicator(value, parse_actual("95株", value), Decimal(10), national)
    assert (score.verdict, points(score)) == ("undetermined", "0～10")
    assert score.reasons


def test_the_allowance_is_told() -> None:
    assert (
        "约数：目标值 100株，实际值 96株，相差 4%，在 5% 以内，按达成计"
        in scored("约100株", "96株").explain()
    )


# ── units of the ruleset ─────────────────────────────────────────────────────


def test_a_unit_of_the_ruleset_is_converted() -> None:
    assert points(scored("≥5网格段", "4000米")) == "8.00"
    assert points(scored("≥5000米", "4网格段")) == "8.00"
    assert points(scored("≥1万网格段", "5000公里")) == "5.00"
    assert points(scored("≥2万担", "800吨")) == "8.00"
    assert scored("≥5网格段", "4次").verdict == "undetermined"
    assert points(scored("≥2万担", "800吨")) == "8.00"


# ── documents ────────────────────────────────────────────────────────────────

TARGET, ACTUAL = Column("年初目标值(A)", "目标值"), Column("实际完成值(B)", "实际值")


def row(
    text: str, weight: str | None = None, goal: str | None = None, column: str = TARGET.name
) -> Indicator:
    place, target, *filed = (part.strip() for part in text.split("|"))
    level1, level2, level3 = place.split("/")
    values = [(column, parse_value(target))]
    if filed:
        values.append((ACTUAL.name, parse_value(filed[0])))
    return Indicator(
        level1,
        level2,
        level3,
        tuple(values),
        weight=None if weight is None else Decimal(weight),
        goal=goal,
    )


def form(*rows: Indicator, kind: str = "项目自评表", columns: tuple[Column, ...] = ()) -> Table:
    return Table(
        kind,
        kind,
        "道路养护",
        unit="某局",
        year=2024,
        stage="自评",
        columns=columns or (TARGET,),
        indicators=rows,
    )


def filed(level3: str, actual: str | None, unit: str = "某局", **extra: str) -> ActualRow:
    return ActualRow(
        unit=unit,
        project="道路养护",
        level3=level3,
        actual=actual,
        extra=tuple(extra.items()),
    )


def spent(budget: str, executed: str, unit: str = "某局", **extra: str) -> FundingActual:
    return FundingActual(
        unit=unit,
        project="道路养护",
        source="资金总额",
        budget=money(budget),
        executed=money(executed),
        extra=tuple(extra.items()),
    )


def evaluated(
    table: Table,
    rules: Ruleset,
    *rows: ActualRow,
    funding: tuple[FundingActual, ...] = (),
    as_of: date = END,
) -> Scorecard:
    return evaluate_document(
        Document(tables=(table,)), Actuals(rows, funding), rules, as_of=as_of, accept_inferred=True
    )


def only(card: Scorecard) -> TableScore:
    (one,) = card.tables
    return one


def of(card: Scorecard, level3: str) -> IndicatorScore:
    return next(one for one in only(card).indicators if one.level3 == level3)


def said(card: Scorecard, code: str) -> Finding:
    return next(one for one in card.findings if one.code == code)


def codes(card: Scorecard) -> list[str]:
    return [one.code for one in card.findings]


MERGING = rules_of("merging_and_goals")
TWO = form(
    row("产出指标/数量指标/养护里程 | ≥100公里", "40"),
    row("产出指标/质量指标/优良率 | ≥95%", "40"),
)


def test_absolutes_are_added_and_rates_weighed_by_money_before_scoring() -> None:
    """30 + 50 = 80 of 100 km; (90% × 30 + 96% × 10) ÷ 40 = 91.5%."""
    card = evaluated(
        TWO,
        MERGING,
        filed("养护里程", "30公里", "甲所"),
        filed("养护里程", "50000米", "乙所"),
        filed("优良率", "90%", "甲所"),
        filed("优良率", "96%", "乙所"),
        funding=(spent("40", "30", "甲所"), spent("10", "10", "乙所")),
    )
    assert points(of(card, "养护里程")) == "32.00"
    assert of(card, "优良率").actual == "91.5%"
    assert points(of(card, "优良率")) == "38.53"
    assert "汇总：30公里（甲所） + 50000米（乙所） = 80公里" in of(card, "养护里程").explain()
    assert (
        "汇总：(90%（甲所） × 30万元 + 96%（乙所） × 10万元) ÷ (30万元 + 10万元) = 91.5%"
        in of(card, "优良率").explain()
    )
    assert points(of(card, "预算执行率")) == "16.00"
    assert str(only(card).total.low) == "86.53"


def test_a_rate_without_a_finite_decimal_stays_exact() -> None:
    """(90% × 1 + 96% × 2) ÷ 3 = 94%; (90% × 1 + 97% × 2) ÷ 3 = 284/3 %, and not 94.67%."""
    card = evaluated(
        TWO,
        MERGING,
        filed("优良率", "90%", "甲所", 支出金额="1万元"),
        filed("优良率", "97%", "乙所", 支出金额="2万元"),
    )
    score = of(card, "优良率")
    assert score.exact == (Fraction(284, 300) / Fraction(95, 100) * 40,) * 2
    assert score.actual == "≈94.67%"


def test_one_unit_alone_needs_no_merging() -> None:
    card = evaluated(TWO, MERGING, filed("养护里程", "30公里", "甲所"))
    assert points(of(card, "养护里程")) == "12.00"


def test_a_missing_part_makes_the_whole_missing_and_is_said() -> None:
    card = evaluated(
        TWO, MERGING, filed("养护里程", "30公里", "甲所"), filed("养护里程", None, "乙所")
    )
    assert points(of(card, "养护里程")) == "0～40"
    assert said(card, "E31").message() == (
        "“养护里程”汇总时缺少“乙所”的实际完成值，未能汇总；请补填"
    )
    money_missing = evaluated(
        TWO, MERGING, filed("优良率", "90%", "甲所"), filed("优良率", "96%", "乙所")
    )
    assert points(of(money_missing, "优良率")) == "0～40"
    assert said(money_missing, "E31").message() == (
        "“优良率”汇总时缺少“甲所”的支出金额，未能汇总；请补填"
    )


def test_units_that_do_not_go_together_are_not_merged() -> None:
    card = evaluated(
        TWO, MERGING, filed("养护里程", "30公里", "甲所"), filed("养护里程", "5次", "乙所")
    )
    assert points(of(card, "养护里程")) == "0～40"
    assert said(card, "E32").message() == (
        "“养护里程”汇总时“乙所”填报为“5次”，不能与指标值“≥100公里”一起汇总；请统一口径和单位"
    )


def test_without_the_word_several_rows_are_a_duplicate_as_ever() -> None:
    plain = evolve(MERGING, scoring=evolve(MERGING.scoring, merges=()))
    card = evaluated(
        TWO, plain, filed("养护里程", "30公里", "某局"), filed("养护里程", "50公里", "某局")
    )
    assert "E05" in codes(card)
    twice = evaluated(
        TWO, MERGING, filed("养护里程", "30公里", "甲所"), filed("养护里程", "50公里", "甲所")
    )
    assert "E05" in codes(twice)
    words = form(row("产出指标/质量指标/规范性 | 规范", "80"))
    card = evaluated(
        words, MERGING, filed("规范性", "规范", "甲所"), filed("规范性", "较规范", "乙所")
    )
    assert "E05" in codes(card)


# ── 目标 ─────────────────────────────────────────────────────────────────────


def goals(*weights: str | None) -> Table:
    first, second, third = weights
    return form(
        row("产出指标/数量指标/里程 | ≥10公里", first, "年度绩效目标1"),
        row("效益指标/社会效益/受益 | ≥10人", second, "年度绩效目标1"),
        row("产出指标/数量指标/里程 | ≥20公里", third, "年度绩效目标2"),
    )


def test_two_goals_share_their_points_and_each_its_own() -> None:
    card = evaluated(goals(None, None, None), MERGING)
    scores = only(card).indicators
    assert [str(one.weight) for one in scores] == ["20.00", "20.00", "40.00", "20"]
    assert [one.goal for one in scores] == ["年度绩效目标1", "年度绩效目标1", "年度绩效目标2", None]


def test_weights_of_the_table_are_held_against_the_sum_of_the_goals() -> None:
    assert "E28" not in codes(evaluated(goals("30", "10", "40"), MERGING))
    card = evaluated(goals("30", "10", "30"), MERGING)
    assert said(card, "E28").message() == (
        "“年度绩效目标”下各指标分值合计 70，规则集规定合计 80，请核实"
    )


def test_a_row_that_names_its_goal_finds_it() -> None:
    unsaid = evaluated(goals("30", "10", "40"), MERGING, filed("里程", "20公里"))
    assert "E04" in codes(unsaid)
    card = evaluated(
        goals("30", "10", "40"), MERGING, filed("里程", "20公里", 年度绩效目标="年度绩效目标2")
    )
    assert [one.actual for one in only(card).indicators[:3]] == [None, None, "20公里"]


# ── 不适用 ───────────────────────────────────────────────────────────────────

PARTS = (
    "产出指标/数量指标/里程 | ≥10公里",
    "产出指标/质量指标/优良率 | ≥95%",
    "效益指标/社会效益/投诉 | ≤5次",
)


def three(*weights: str) -> Table:
    return form(*(row(text, weight) for text, weight in zip(PARTS, weights, strict=True)))


ANSWERS = (filed("里程", "8公里"), filed("优良率", "95%"))
FUNDS = (spent("10", "10"),)


@pytest.mark.parametrize("where", ["actual", "target"])
def test_what_does_not_apply_is_left_out_and_the_rest_scaled_up(where: str) -> None:
    """(40 × 0.8 + 20 + 20) × 100 ÷ 80 = 90."""
    table = three("40", "20", "20")
    rows: tuple[ActualRow, ...] = (*ANSWERS, filed("投诉", "不适用"))
    if where == "target":
        last = row("效益指标/社会效益/投诉 | 不适用", "20")
        table, rows = evolve(table, indicators=(*table.indicators[:2], last)), ANSWERS
    card = evaluated(table, MERGING, *rows, funding=FUNDS)
    total = only(card).total
    assert (str(total.low), str(total.high), str(total.out_of)) == ("90.00", "90.00", "100")
    assert only(card).grades == ("优",)
    score = of(card, "投诉")
    assert (score.points, score.reason()) == (None, "不适用，不计分")
    assert "不适用：本指标 20 分不计" in score.explain()
    assert [one.text() for one in only(card).steps] == [
        "合计：不适用的不计，其余折算到 100 分：72.00 × 1.25 = 90.00（四舍五入保留 2 位）"
    ]
    assert said(card, "E30").message() == (
        "“投诉”不适用，其 20 分未计；按规则集，其余指标的得分折算到 100 分"
    )


def test_without_the_word_the_total_is_out_of_what_remains() -> None:
    plain = evolve(MERGING, scoring=evolve(MERGING.scoring, exclusions=(Exclusion(False),)))  # noqa: FBT003
    for rules in (plain, evolve(plain, scoring=evolve(plain.scoring, exclusions=()))):
        card = evaluated(
            three("40", "20", "20"), rules, *ANSWERS, filed("投诉", "不适用"), funding=FUNDS
        )
        total = only(card).total
        assert (str(total.low), str(total.out_of)) == ("72.00", "80")
        assert only(card).grades == ()
        assert said(card, "E29").message() == "“投诉”不适用，其 20 分未计；总分按其余 80 分列示"
        assert only(card).steps[0].text() == "合计：不适用的不计，其余得 72.00，满分按 80"


def test_a_weight_that_is_shared_out_goes_to_those_that_apply() -> None:
    national = Library.default().load("财政部-2020")
    table = form(
        row("产出指标/数量指标/里程 | ≥10公里", column="指标值"),
        row("产出指标/质量指标/优良率 | 不适用", column="指标值"),
        row("满意度指标/服务对象满意度/满意度 | 不适用", column="指标值"),
        kind="项目绩效目标表",
        columns=(Column("指标值", "目标值"),),
    )
    scores = only(evaluated(table, national, filed("里程", "10公里"))).indicators
    assert [None if one.weight is None else str(one.weight) for one in scores] == [
        "50.00",
        None,
        "10.00",
    ]


# ── 101号: 项目已完成 ───────────────────────────────────────────────────────

COMPLETED = rules_of("completed_project")
PLAIN_FORM = form(
    row("产出指标/数量指标/里程 | ≥10公里", "90", column="年度指标值"),
    kind="项目支出绩效自评表",
    columns=(Column("年度指标值", "目标值"),),
)


@pytest.mark.parametrize(
    ("done", "budget", "executed", "expected"),
    [
        ("是", "100", "70", "10.00"),
        ("是", "100", "100", "10.00"),
        ("否", "100", "100", "10.00"),
        ("否", "100", "99.99", "7.00"),
        ("否", "100", "80", "7.00"),
        ("否", "100", "79.99", "5.00"),
        ("否", "100", "60", "5.00"),
        ("否", "100", "59.99", "0.00"),
        (None, "100", "70", "5.00～10.00"),
        (None, "100", "100", "10.00"),
        ("是", "0", "0", "10.00"),
        ("否", "0", "0", "10.00"),
    ],
)
@pytest.mark.parametrize("place", ["table", "indicator", "money"])
def test_a_project_that_is_complete_and_within_budget_has_full_points(
    done: str | None, budget: str, executed: str, expected: str, place: str
) -> None:
    table = PLAIN_FORM
    rows: tuple[ActualRow, ...] = ()
    extra = {} if done is None else {"项目已完成": done}
    if place == "table" and done is not None:
        table = evolve(table, fields=(Field("项目已完成", done),))
    if place == "indicator":
        rows = (filed("预算执行率", None, **extra),)
    funding = spent(budget, executed, **(extra if place == "money" else {}))
    card = evaluated(table, COMPLETED, *rows, funding=(funding,))
    score = of(card, "预算执行率")
    assert points(score) == expected
    if "～" in expected:
        assert "缺少“项目已完成”，无法计算" in (score.reason() or "")


# ── the table's own plan and items ───────────────────────────────────────────

PLANNED = rules_of("planned_pace")
STEPS = tuple(
    ScheduleStep(f"{month}月底", (month, day), Decimal(share))
    for month, day, share in ((3, 31, "0.25"), (6, 30, "0.5"), (10, 31, "0.75"), (12, 31, "1"))
)


def paced(*rows: str) -> Table:
    return evolve(
        form(
            *(row(one, "10", column="指标值") for one in rows),
            kind="项目绩效目标表",
            columns=(Column("指标值", "目标值"),),
        ),
        year=2022,
        schedule=STEPS,
        fields=(Field("政府采购限价", "50万元"),),
        spending=(SpendingLine("甲", (("全年预算数", money("30")),)),),
    )


@pytest.mark.parametrize(
    ("day", "due", "expected"),
    [
        (date(2022, 10, 31), "0.75", "8.00"),
        (date(2022, 6, 30), "0.5", "10.00"),
        (date(2022, 8, 31), "0.625", "9.60"),
    ],
)
def test_the_plan_of_the_table_says_what_is_due(day: date, due: str, expected: str) -> None:
    card = evaluated(
        paced("产出指标/时效指标/支付进度 | 序时进度"),
        PLANNED,
        filed("支付进度", "60%"),
        as_of=day,
    )
    # 指标值 counts from 31 December: scored by itself on an earlier day
    assert codes(card).count("E14") == 1
    from jixiao.evaluation.naming import TableNames

    table = paced("产出指标/时效指标/支付进度 | 序时进度")
    value = parse_value("序时进度")
    score = score_indicator(
        value,
        parse_actual("60%", value),
        Decimal(10),
        PLANNED,
        context=Context(as_of=day, year=2022),
        table=TableNames(table, PLANNED),
    )
    assert points(score) == expected
    assert f"应达值：插值(资金支出计划) = {due}" in score.explain()


def test_at_the_end_of_the_year_all_of_the_plan_is_due() -> None:
    card = evaluated(
        paced("产出指标/时效指标/支付进度 | 序时进度"),
        PLANNED,
        filed("支付进度", "60%"),
        as_of=date(2022, 12, 31),
    )
    assert points(of(card, "支付进度")) == "6.00"


def test_a_table_without_its_plan_leaves_the_pace_open() -> None:
    table = evolve(paced("产出指标/时效指标/支付进度 | 序时进度"), schedule=())
    card = evaluated(table, PLANNED, filed("支付进度", "60%"), as_of=date(2022, 12, 31))
    score = of(card, "支付进度")
    assert points(score) == "0～10"
    assert score.reason() == "缺少“资金支出计划”，无法计算"


def test_a_limit_that_is_named_is_looked_up_among_the_items_of_the_table() -> None:
    card = evaluated(
        paced("产出指标/成本指标/采购价 | 政府采购限价"),
        PLANNED,
        filed("采购价", "45万元"),
        as_of=date(2022, 12, 31),
    )
    score = of(card, "采购价")
    assert score.verdict == "met"
    assert points(score) == "10.00"


def test_a_method_may_name_blocks_and_items_of_the_table() -> None:
    table = evolve(paced("产出指标/数量指标/里程 | ≥10公里"), fields=(Field("资金总额", "40"),))
    from jixiao.evaluation.naming import TableNames

    names = TableNames(table, PLANNED)
    assert names.lookup(("支出", "全年预算数")) == (Fraction(30),)
    value = parse_value("≥10公里")
    score = score_indicator(
        value,
        parse_actual("10公里", value),
        Decimal(10),
        PLANNED,
        method="支出占比",
        table=names,
        money_unit="万元",
    )
    assert score.points is not None


# ── which open answers decide the grade ──────────────────────────────────────


def test_open_indicators_are_listed_by_how_much_of_the_interval_they_make() -> None:
    table = form(
        row("产出指标/数量指标/里程 | ≥10公里", "62"),
        row("产出指标/质量指标/规范性 | 规范", "8"),
        row("效益指标/社会效益/投诉 | ≤5次", "10"),
    )
    card = evaluated(
        table, MERGING, filed("里程", "10公里"), filed("规范性", "规范"), funding=FUNDS
    )
    one = only(card)
    assert (str(one.total.low), str(one.total.high)) == ("88.40", "100.00")
    assert one.grades == ("优", "良")
    assert [(each.level3, each.share, each.alone) for each in one.deciding] == [
        ("投诉", Fraction(10, Fraction("11.6")), True),
        ("规范性", Fraction(Fraction("1.6"), Fraction("11.6")), True),
    ]
    assert deciding_text(one.deciding) == (
        "未定 2 项，按所占区间从大到小：投诉 0～10（占 86%，单独可改变等次）、"
        "规范性 6.40～8.00（占 14%，单独可改变等次）"
    )
    assert Scorecard.from_json(card.to_json()) == card


def test_an_open_answer_that_cannot_move_the_grade_is_told_apart() -> None:
    table = form(
        row("产出指标/数量指标/里程 | ≥10公里", "70"),
        row("产出指标/质量指标/规范性 | 规范", "2"),
        row("效益指标/社会效益/投诉 | ≤5次", "8"),
    )
    card = evaluated(table, MERGING, filed("里程", "9公里"), filed("规范性", "规范"), funding=FUNDS)
    assert [(one.level3, one.alone) for one in only(card).deciding] == [
        ("投诉", True),
        ("规范性", False),
    ]


def test_a_total_that_is_fixed_leaves_nothing_to_decide() -> None:
    card = evaluated(
        three("40", "20", "20"), MERGING, *ANSWERS, filed("投诉", "3次"), funding=FUNDS
    )
    assert only(card).deciding == ()
    assert deciding_text(()) == ""
