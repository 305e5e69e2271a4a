"""Bad input of scoring: a message with its place and figures, an interval, and never 0."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

import jixiao
from jixiao.findings import Severity
from jixiao.source import Origin
from test_evaluation import ALL, actual, codes, evaluated, of, only, project, said, spent

if TYPE_CHECKING:
    from jixiao.scoring import IndicatorScore


def zero(score: IndicatorScore) -> bool:
    return score.points is None or score.points.high == 0


def test_an_actual_of_another_dimension() -> None:
    card = evaluated(actual("检查次数", "8条"), *ALL[1:])
    one = said(card, "E35")
    assert one.message() == (
        "指标值为“≥10次”，完成情况填报为“8条”，单位不同不能换算，得分以区间表示；请统一单位"
    )
    assert one.message("en") == (
        "target “≥10次” and actual “8条” have other units; please use one unit"
    )
    assert (one.where.table, one.where.level3, one.where.origin) == (
        "试验项目",
        "检查次数",
        Origin("a.csv", line=2),
    )
    assert one.severity is Severity.WARNING
    assert str(of(card, "检查次数").points) == "0～25.00"


def test_words_for_a_figure() -> None:
    card = evaluated(actual("检查次数", "正常开展"), *ALL[1:])
    assert said(card, "E36").message() == (
        "指标值为“≥10次”，完成情况填报为文字“正常开展”，不能比较，得分以区间表示；请填写数值"
    )
    assert not zero(of(card, "检查次数"))


@pytest.mark.parametrize(
    ("target", "filed", "name"),
    [("较上年增长5%", "210次", "上年"), ("≤年初预算数", "28万元", "年初预算数")],
)
def test_a_baseline_or_a_figure_of_the_money_that_is_needed(
    target: str, filed: str, name: str
) -> None:
    form = project(f"产出指标/数量指标/检查次数 | {target} | {target}")
    card = evaluated(actual("检查次数", filed), tables=(form,), funding=())
    assert said(card, "E33").message() == f"计算得分缺少“{name}”，得分以区间表示；请补填"
    score = of(card, "检查次数")
    assert (score.verdict, zero(score)) == ("undetermined", False)


def test_what_is_missing_for_several_rows_is_asked_once() -> None:
    rows = tuple(f"产出指标/数量指标/第{place} | ≥1次 | 不低于上年" for place in range(3))
    filed = [actual(f"第{place}", "5次") for place in range(3)]
    card = evaluated(*filed, tables=(project(*rows),), funding=())
    (one,) = (each for each in card.findings if each.code == "E33")
    assert (one.count, [item.level3 for item in one.items]) == (3, ["第0", "第1", "第2"])


def test_a_division_by_zero() -> None:
    card = evaluated(*ALL, funding=(spent("0", "5"),))
    assert said(card, "E34").message() == (
        "计算得分时“全年预算数”为 0，不能作除数，得分以区间表示；请核实"
    )
    assert str(of(card, "预算执行率").points) == "0～10"


def test_a_judgement_outside_its_band_keeps_the_band() -> None:
    card = evaluated(*ALL[:2], actual("影响程度", "较高", rate=Decimal("0.5")), ALL[3])
    assert said(card, "E08").where.level3 == "影响程度"
    assert str(of(card, "影响程度").points) == "24.00～30.00"


def test_of_a_table_for_which_nothing_was_filed_only_that_is_said() -> None:
    card = evaluated(tables=(project(),), funding=())
    assert codes(card).isdisjoint({"E33", "E34", "E35", "E36"})
    assert "E10" in codes(card)


def test_nothing_that_is_filed_makes_a_score_of_zero_by_default() -> None:
    strange = ("", "——", "?", "8条", "约8次", "很多", "8次或9次", "0.8", "8/0次", "∞", "NaN")
    for text in strange:
        card = evaluated(actual("检查次数", text), *ALL[1:])
        assert not zero(of(card, "检查次数")), text
        assert only(card).total.high > 0


def test_the_national_ruleset_taken_by_default_is_the_first_step() -> None:
    score = jixiao.score("≥98%", "49%", weight=10)
    assert score.explain().splitlines()[0] == "未指定规则集，采用 财政部-2020"
    assert score.explain("en").splitlines()[0] == "no ruleset was given; 财政部-2020 was used"
    first = score.to_json()["steps"]
    assert isinstance(first, list)
    assert first[0] == {
        "code": "E91",
        "inputs": {},
        "formula": None,
        "result": "财政部-2020",
        "cite": None,
    }
    named = jixiao.score("≥98%", "49%", weight=10, ruleset="财政部-2020")
    assert named.steps[0].code != "E91"
    assert named == evolve(score, steps=score.steps[1:])
