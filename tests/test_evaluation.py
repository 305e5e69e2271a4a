"""A document evaluated: matching, money, totals, grades, the example, and exact messages."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

import jixiao
from by_hand import KIND, money, row, table
from jixiao.actuals import ActualRow, Actuals, FundingActual
from jixiao.evaluation import Scorecard, TableScore, evaluate_document
from jixiao.library import Library
from jixiao.reading import read_actuals, read_document
from jixiao.rules import Rounding, Ruleset, Tree
from jixiao.source import Origin
from jixiao.tables import Column, Document, FundingLine, Indicator, Table
from scoring_rules import NATIONAL, levels

if TYPE_CHECKING:
    from jixiao.findings import Finding
    from jixiao.scoring import IndicatorScore

END = date(2025, 12, 31)
EXAMPLES = Path(__file__).parent.parent / "examples"
ROWS = (
    "过程/资金管理/预算执行率 | =50% | =100%",
    "产出指标/数量指标/检查次数 | ≥5次 | ≥10次",
    "产出指标/质量指标/检查合规率 | =100% | =100%",
    "效益指标/社会效益/影响程度 | 较高 | 较高",
    "满意度指标/服务对象满意度/公众满意度 | ≥90% | ≥98%",
)


def document(*tables: Table) -> Document:
    return Document(tables=tuple(evolve(one, index=place) for place, one in enumerate(tables)))


def project(*rows: str | Indicator, name: str = "试验项目", unit: str = "某局") -> Table:
    return evolve(table(*(rows or ROWS), name=name, unit=unit), year=2025)


PLAIN = ActualRow(unit="某局", project="试验项目", origin=Origin("a.csv", line=2))


def actual(  # noqa: PLR0913 - the cells of a row
    level3: str,
    text: str | None,
    *,
    unit: str | None = "某局",
    project: str = "试验项目",
    level1: str | None = None,
    code: str | None = None,
    weight: Decimal | None = None,
    rate: Decimal | None = None,
    self_score: Decimal | None = None,
) -> ActualRow:
    return evolve(
        PLAIN,
        level3=level3,
        actual=text,
        unit=unit,
        project=project,
        level1=level1,
        code=code,
        weight=weight,
        rate=rate,
        self_score=self_score,
    )


def spent(budget: str, executed: str | None, source: str = "资金总额") -> FundingActual:
    return FundingActual(
        unit="某局",
        project="试验项目",
        source=source,
        budget=money(budget),
        executed=money(executed),
    )


ALL = (
    actual("检查次数", "8次"),
    actual("检查合规率", "100%"),
    actual("影响程度", "较高", rate=Decimal("0.9")),
    actual("公众满意度", "98.5%"),
)


def evaluated(
    *rows: ActualRow,
    funding: tuple[FundingActual, ...] = (spent("250", "215.4576"),),
    tables: tuple[Table, ...] = (),
    rules: Ruleset = NATIONAL,
    accept: bool = False,
    as_of: date | None = END,
) -> Scorecard:
    actuals = Actuals(tuple(rows), funding)
    forms = tables or (project(),)
    return evaluate_document(document(*forms), actuals, rules, as_of=as_of, accept_inferred=accept)


def only(card: Scorecard) -> TableScore:
    (one,) = card.tables
    return one


def of(card: Scorecard, level3: str) -> IndicatorScore:
    return next(one for one in only(card).indicators if one.level3 == level3)


def said(card: Scorecard, code: str) -> Finding:
    return next(one for one in card.findings if one.code == code)


def codes(card: Scorecard) -> set[str]:
    return {one.code for one in card.findings}


# ── totals and grades ────────────────────────────────────────────────────────


def test_a_whole_table_by_hand() -> None:
    """8.62 + 25 × 0.8 + 25 + 30 × 0.9 + 10 = 90.62."""
    card = evaluated(*ALL, accept=True)
    total = only(card).total
    assert (str(total.low), str(total.high), str(total.out_of)) == ("90.62", "90.62", "100.00")
    assert only(card).grades == ("优",)
    assert only(card).label() == "得分测算（权重为推定）"


def test_inferred_weights_give_no_grade_unless_they_are_accepted_or_given() -> None:
    card = evaluated(*ALL)
    assert only(card).grades == ()
    assert said(card, "E18").message() == (
        "部分分值为推定（按规则集均分），结果为得分测算，未评等次；请提供分值，或确认采用推定分值"
    )
    given = evaluate_document(
        document(project()),
        Actuals(ALL, (spent("250", "215.4576"),)),
        NATIONAL,
        as_of=END,
        weights={("检查次数",): Decimal(20), ("检查合规率",): Decimal(30)},
    )
    assert only(given).grades == ("优",)


def test_weights_of_the_actuals_make_it_a_score() -> None:
    filed = [
        evolve(one, weight=Decimal(weight))
        for one, weight in zip(ALL, (25, 25, 30, 10), strict=True)
    ]
    card = evaluated(*filed)
    assert only(card).label() == "得分"
    assert not only(card).inferred
    assert only(card).grades == ("优",)


def test_an_interval_reaches_every_grade_between_its_ends() -> None:
    card = evaluated(*ALL[:3], accept=True)
    total = only(card).total
    assert (str(total.low), str(total.high)) == ("80.62", "90.62")
    assert only(card).grades == ("优", "良")


def test_a_level_that_nobody_bears_leaves_the_total_smaller_and_no_grade() -> None:
    card = evaluated(*ALL[:3], tables=(project(*ROWS[:4]),), accept=True)
    assert str(only(card).total.out_of) == "90.00"
    assert said(card, "E12").message() == (
        "“满意度指标”应占 10 分，表中没有可计分的指标，该分值不转给其他指标；"
        "总分按其余 90.00 分列示"
    )
    assert only(card).grades == ()
    assert said(card, "E17").message() == (
        "可计分值合计 90.00，等次按满分 100 划分，未评等次；请补齐分值或指标"
    )


def test_rounding_of_the_total_only_is_done_once() -> None:
    scoring = evolve(NATIONAL.scoring, roundings=(Rounding("合计", 1),))
    thirds = tuple(f"产出指标/数量指标/第{place} | ≥1次 | ≥3次" for place in range(3))
    rules = evolve(NATIONAL, scoring=scoring, trees=(Tree((KIND,), levels({"产出指标": 30})),))
    rows = [actual(f"第{place}", "1次") for place in range(3)]
    card = evaluated(*rows, tables=(project(*thirds),), rules=rules, funding=())
    assert (str(only(card).total.low), str(only(card).total.high)) == ("10.0", "10.0")


# ── dates ────────────────────────────────────────────────────────────────────


def test_the_latest_column_that_is_due_counts() -> None:
    assert of(evaluated(*ALL, as_of=date(2025, 6, 30)), "检查次数").target == "≥5次"
    assert of(evaluated(*ALL, as_of=date(2025, 12, 30)), "检查次数").target == "≥5次"
    assert of(evaluated(*ALL), "检查次数").target == "≥10次"
    assert of(evaluated(*ALL, as_of=date(2026, 3, 1)), "检查次数").target == "≥10次"


def test_before_any_target_is_due_nothing_is_scored_and_that_is_said() -> None:
    card = evaluated(*ALL, as_of=date(2025, 3, 31))
    assert card.tables == ()
    assert said(card, "E14").message() == (
        "评价日期 2025-03-31 时尚无到期的指标值（最早为“半年指标值”，2025-06-30 到期），"
        "本表未计分；请核实评价日期"
    )


def test_without_a_date_the_end_of_the_year_is_taken_and_said() -> None:
    card = evaluated(*ALL, as_of=None)
    assert card.as_of == END
    assert said(card, "E13").message() == (
        "未指定评价日期，按 2025-12-31 评价；需要其他日期时请指定"
    )


# ── money ────────────────────────────────────────────────────────────────────


def test_the_rate_of_execution_comes_from_the_money() -> None:
    score = of(evaluated(*ALL), "预算执行率")
    assert (str(score.points), score.verdict, score.actual) == ("8.62", "not_met", "86.18%")
    assert "全年执行数 215.4576万元，全年预算数 250万元（取自资金部分）" in score.explain()


def test_without_money_the_rate_is_missing_and_never_zero() -> None:
    score = of(evaluated(*ALL, funding=()), "预算执行率")
    assert (str(score.points), score.verdict) == ("0～10", "undetermined")
    nothing = of(evaluated(*ALL, funding=(spent("0", "0"),)), "预算执行率")
    assert (str(nothing.points), nothing.verdict) == ("0～10", "undetermined")


def test_a_filed_rate_stands_in_and_is_asked_about_where_it_differs() -> None:
    filed = actual("预算执行率", "90%")
    alone = evaluated(*ALL, filed, funding=())
    assert str(of(alone, "预算执行率").points) == "9.00"
    assert said(alone, "E22").message() == (
        "未填资金执行数，预算执行率暂按填报的 90% 计；建议补填全年预算数和全年执行数"
    )
    both = evaluated(*ALL, filed)
    assert str(of(both, "预算执行率").points) == "8.62"
    assert said(both, "E21").message() == (
        "预算执行率填报为 90%，按全年执行数 215.4576万元 ÷ 全年预算数 250万元 折算为 86.18%，"
        "请核实或说明口径"
    )
    assert "E21" not in codes(evaluated(*ALL, actual("预算执行率", "86.18%")))


def test_execution_above_the_budget_is_full_and_no_mistake() -> None:
    card = evaluated(*ALL, funding=(spent("10", "11"),))
    assert (str(of(card, "预算执行率").points), of(card, "预算执行率").verdict) == ("10.00", "met")
    assert not any(one.severity.value == "error" for one in card.findings)


def test_rows_without_a_total_are_added_and_parts_of_parts_are_not() -> None:
    lines = (
        spent("6", "3", "财政拨款"),
        spent("5", "3", "其中：一般公共预算"),
        spent("4", "4", "其他资金"),
    )
    card = evaluated(*ALL, funding=lines)
    assert str(of(card, "预算执行率").points) == "7.00"
    assert "E23" in codes(card)


def test_a_sum_with_a_missing_part_is_missing() -> None:
    lines = (spent("6", "3", "财政拨款"), spent("4", None, "其他资金"))
    score = of(evaluated(*ALL, funding=lines), "预算执行率")
    assert (str(score.points), score.reason()) == ("0～10", "缺少“全年执行数”，无法计算")


def test_money_of_one_source_filed_twice_differently_is_not_used() -> None:
    card = evaluated(*ALL, funding=(spent("10", "9"), spent("10", "8")))
    assert str(of(card, "预算执行率").points) == "0～10"
    assert said(card, "E24").message() == (
        "资金“资金总额”填报了2次，数额不同，均未采用；请只保留一行"
    )


def test_a_form_that_carries_actuals_and_money_needs_no_file() -> None:
    """自评表: 实际完成值 and 分值 stand in the table, 预算执行率 in its funds block."""
    done = Column("实际完成值", "实际值")
    plain = project("产出指标/数量指标/检查次数 | ≥10次")
    rows = tuple(
        evolve(
            one,
            values=(*one.values, ("实际完成值", row("甲/乙/丙 | 8次").values[0][1])),
            weight=Decimal(90),
        )
        for one in plain.indicators
    )
    line = FundingLine(
        "年度资金总额", (("全年预算数", money("250")), ("全年执行数", money("215.4576")))
    )
    form = evolve(plain, indicators=rows, columns=(*plain.columns, done), funding=(line,))
    national = Library.default().load("财政部-2020")
    form = evolve(form, kind="项目支出绩效自评表", stage="自评")
    card = evaluated(tables=(form,), rules=national, funding=())
    scores = {one.level3: str(one.points) for one in only(card).indicators}
    assert scores == {"检查次数": "72.00", "预算执行率": "8.62"}
    assert not only(card).inferred
    assert only(card).grades == ("良",)


# ── what was filed, and messages ─────────────────────────────────────────────


def test_a_row_that_names_no_table() -> None:
    card = evaluated(*ALL, actual("检查次数", "8次", project="试验项日"))
    one = said(card, "E01")
    assert one.message() == (
        "完成情况写的项目“试验项日”（某局）在文件中没有对应的表，本行未采用；"
        "最接近的是 “试验项目”，请核对实施单位和项目名称"
    )
    assert (one.severity.value, one.where.origin) == ("error", Origin("a.csv", line=2))


def test_a_project_that_no_table_has_is_said_once_with_all_its_rows() -> None:
    rows = [
        actual(name, "8次", project=project) for project in "甲乙" for name in ("一", "二", "三")
    ]
    found = [one for one in evaluated(*ALL, *rows).findings if one.code == "E01"]
    assert [(one.where.table, one.count, len(one.items)) for one in found] == [
        ("甲", 3, 3),
        ("乙", 3, 3),
    ]
    assert [one.origin.line for one in found[0].items] == sorted(
        one.origin.line or 0 for one in found[0].items
    )


def test_of_a_document_without_tables_its_own_findings_are_all_there_is_to_say() -> None:
    document = jixiao.read(b"x", file="x.txt")
    actuals = jixiao.read_actuals(
        "项目名称,三级指标,实际完成值\n甲,一,8次\n甲,二,8次\n".encode(), file="a.csv"
    )
    card = jixiao.evaluate(document, actuals)
    status = jixiao.monitor(document, actuals, as_of=date(2025, 6, 30))
    report = jixiao.recompute(document)
    for made in (card, status, report):
        assert [one.code for one in made.findings] == ["T03"]


def test_a_row_that_names_no_indicator() -> None:
    card = evaluated(*ALL, actual("检查次", "8次"))
    assert said(card, "E03").message() == (
        "“试验项目”的表中没有指标“检查次”，本行未采用；最接近的是 “检查次数”，请核对指标名称"
    )


def test_an_indicator_named_twice() -> None:
    differs = evaluated(*ALL, actual("检查次数", "9次"))
    assert said(differs, "E05").message() == (
        "“检查次数”填报了2次，内容不同（“8次”、“9次”），均未采用；请只保留一行"
    )
    assert str(of(differs, "检查次数").points) == "0～25.00"
    alike = evaluated(*ALL, actual("检查次数", "8次"))
    assert said(alike, "E06").severity.value == "hint"
    assert str(of(alike, "检查次数").points) == "20.00"


def test_two_projects_of_one_name_are_told_apart_by_their_unit() -> None:
    twins = (project(), project(unit="另一局"))
    card = evaluated(*ALL, actual("检查次数", "10次", unit="另一局"), tables=twins)
    found = {
        one.unit: next(i for i in one.indicators if i.level3 == "检查次数").actual
        for one in card.tables
    }
    assert found == {"某局": "8次", "另一局": "10次"}
    unsaid = evaluated(actual("检查次数", "8次", unit=None), tables=twins, funding=())
    assert said(unsaid, "E02").message() == (
        "“试验项目”对应2张表，仅凭项目名称不能区分，本行未采用；请补填实施单位或项目编码"
    )


def test_a_code_wins_over_names() -> None:
    coded = (evolve(project(), code="A1"), evolve(project(name="别的"), code="B2"))
    card = evaluated(actual("检查次数", "8次", code="B2"), tables=coded, funding=())
    assert [
        next(i for i in one.indicators if i.level3 == "检查次数").actual for one in card.tables
    ] == [
        None,
        "8次",
    ]


def test_one_name_in_two_levels_needs_its_levels() -> None:
    rows = (
        "产出指标/数量指标/满意度 | ≥1次 | ≥2次",
        "满意度指标/服务对象满意度/满意度 | ≥9% | ≥9%",
    )
    form = project(*rows)
    plain = evaluated(actual("满意度", "2次"), tables=(form,), funding=())
    assert said(plain, "E04").message() == (
        "“满意度”在表中有2条，不能区分，本行未采用；请补填一级指标、二级指标"
    )
    named = evaluated(actual("满意度", "2次", level1="产出"), tables=(form,), funding=())
    assert next(i for i in only(named).indicators if i.level1 == "产出指标").actual == "2次"


def test_missing_actuals_are_one_finding_a_table() -> None:
    card = evaluated(*ALL[:2])
    (one,) = (each for each in card.findings if each.code == "E11")
    assert (one.count, [item.level3 for item in one.items]) == (2, ["影响程度", "公众满意度"])
    assert of(card, "公众满意度").verdict == "undetermined"


def test_a_document_without_any_actual_is_told_so_once() -> None:
    card = evaluated(tables=(project(), project(name="别的")), funding=())
    (one,) = (each for each in card.findings if each.code == "E10")
    assert (one.count, one.message()) == (
        2,
        "未收到本表的完成情况，各指标得分以区间表示；请补填",
    )
    assert "E11" not in codes(card)


def test_a_judgement_outside_its_band_is_placed_in_the_file_of_actuals() -> None:
    card = evaluated(*ALL[:2], actual("影响程度", "较高", rate=Decimal("0.5")), ALL[3])
    one = said(card, "E08")
    assert one.message() == (
        "得分率填报为 50%，按“定性三档”应在 ≥80% 且 ≤100%，未采用；请核实得分率或完成情况"
    )
    assert (one.where.level3, one.where.origin) == ("影响程度", Origin("a.csv", line=2))


@pytest.mark.parametrize(("printed", "asked"), [("20", False), ("15", False), ("20.01", True)])
def test_only_a_self_score_above_the_formula_is_asked_about(printed: str, asked: bool) -> None:  # noqa: FBT001
    card = evaluated(actual("检查次数", "8次", self_score=Decimal(printed)), *ALL[1:])
    assert ("E09" in codes(card)) is asked
    if asked:
        assert said(card, "E09").message() == (
            "自评得分填报为 20.01，按完成情况折算为 20.00，请核实或说明口径"
        )


def test_a_negative_weight_is_refused_and_said() -> None:
    card = evaluated(actual("检查次数", "8次", weight=Decimal(-5)), *ALL[1:])
    assert said(card, "E07").message() == (
        "分值填报为“-5”，应为不小于 0 的数；本行分值未采用，请核实"
    )
    assert of(card, "检查次数").weight == Decimal("25.00")


def test_a_blank_form_is_not_scored() -> None:
    card = evaluated(*ALL, tables=(project(), evolve(project(), indicators=(), name="空")))
    assert len(card.tables) == 1
    assert said(card, "E15").where.table == "空"


def test_a_form_the_ruleset_does_not_know_is_judged_and_not_scored() -> None:
    card = evaluated(*ALL, tables=(evolve(project(), kind="别的表"),))
    assert only(card).total.out_of == 0
    assert of(card, "检查合规率").verdict == "met"
    assert {"E25", "E26"} <= codes(card)


# ── the example ──────────────────────────────────────────────────────────────


@lru_cache(maxsize=4)
def example(kind: str) -> Scorecard:
    rules = Library.default().load("江苏南通-2025")
    form = read_document(EXAMPLES / "jiangsu-nantong-2025.txt", rulesets=(rules,))
    filed = read_actuals(EXAMPLES / f"nantong-2025-actuals-illustrative.{kind}")
    assert filed.findings == ()
    return evaluate_document(form, filed, rules, as_of=END)


def test_the_example_gives_seventeen_cards_called_estimates() -> None:
    card = example("csv")
    assert len(card.tables) == 17
    assert {one.label() for one in card.tables} == {"得分测算（权重为推定）"}
    assert {one.grades for one in card.tables} == {()}
    assert sum(not one.total.points.is_point for one in card.tables) >= 5
    assert {str(one.total.out_of) for one in card.tables} == {"100.00", "90.00"}


def test_no_row_of_the_example_goes_astray() -> None:
    assert codes(example("csv")).isdisjoint({"E01", "E02", "E03", "E04", "E05", "E06", "E24"})
    scores = [one for form in example("csv").tables for one in form.indicators]
    assert len(scores) == 262
    assert sum(one.actual is not None for one in scores) == 256


def test_every_total_of_the_example_is_the_sum_of_its_points() -> None:
    for one in example("csv").tables:
        points = [each.points for each in one.indicators if each.points is not None]
        assert one.total.low == sum((each.low for each in points), Decimal(0))
        assert one.total.high == sum((each.high for each in points), Decimal(0))


def test_csv_and_json_give_one_card() -> None:
    text, data = example("csv"), example("json")
    assert text.tables == data.tables
    assert [(one.code, one.context) for one in text.findings] == [
        (one.code, one.context) for one in data.findings
    ]


def test_a_card_survives_json_and_is_the_same_again() -> None:
    card = example("csv")
    data = json.loads(json.dumps(card.to_json(), ensure_ascii=False))
    assert Scorecard.from_json(data) == card
    assert data["schema"] == "jixiao/scorecard/1"
    assert data["ruleset"]["id"] == "江苏南通-2025"
    assert len(data["inputs"]["document"]["digest"]) == 64
    assert example.__wrapped__("csv").to_json() == card.to_json()


def test_another_schema_is_refused() -> None:
    with pytest.raises(ValueError, match="jixiao/other/1"):
        Scorecard.from_json(example("csv").to_json() | {"schema": "jixiao/other/1"})
