"""The order of weights, against numbers reckoned by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from by_hand import row, table
from jixiao.evaluation.leaves import Leaf, path_of
from jixiao.evaluation.weights import Weighed, weigh
from jixiao.findings import Where
from jixiao.rules import IndicatorRule
from scoring_rules import levels

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.tables import Indicator

ROOTS = levels({"决策": None, "产出指标": 50, "效益指标": 30, "满意度指标": 10}, execution=True)


def leaves(roots: tuple[IndicatorRule, ...], *rows: str | Indicator) -> tuple[Leaf, ...]:
    made = (row(one) if isinstance(one, str) else one for one in rows)
    return tuple(
        Leaf(one, one.values[0][1], path_of(roots, one), place) for place, one in enumerate(made)
    )


def weighed(
    *rows: str | Indicator,
    roots: tuple[IndicatorRule, ...] = ROOTS,
    filed: Mapping[int, Decimal] | None = None,
    given: Mapping[tuple[str, ...], Decimal] | None = None,
) -> Weighed:
    return weigh(leaves(roots, *rows), roots, Where(), filed=filed, given=given)


def numbers(found: Weighed) -> list[str | None]:
    return [None if one.number is None else str(one.number) for one in found.weights]


def test_what_is_left_is_shared_and_the_remainder_is_the_last_ones() -> None:
    found = weighed(
        "产出指标/数量指标/甲 | ≥1次",
        "产出指标/质量指标/乙 | ≥1次",
        "产出指标/时效指标/丙 | ≥1次",
    )
    assert numbers(found) == ["16.66", "16.66", "16.68"]
    assert [one.inferred for one in found.weights] == [True, True, True]


def test_the_table_comes_before_the_actuals_and_these_before_the_caller_and_the_rule() -> None:
    printed = evolve(row("过程/资金管理/预算执行率 | =100%"), weight=Decimal(7))
    plain = "过程/资金管理/预算执行率 | =100%"
    caller: dict[tuple[str, ...], Decimal] = {("预算执行率",): Decimal(9)}
    assert numbers(weighed(printed, filed={0: Decimal(8)}, given=caller)) == ["7"]
    assert numbers(weighed(plain, filed={0: Decimal(8)}, given=caller)) == ["8"]
    assert numbers(weighed(plain, given=caller)) == ["9"]
    assert numbers(weighed(plain)) == ["10"]


def test_a_level_without_weight_above_or_below_is_not_scored() -> None:
    found = weighed("决策/项目立项/立项程序规范性 | 规范", "过程/组织实施/管理制度健全性 | 健全")
    assert numbers(found) == [None, None]


def test_weights_of_rows_leave_the_rest_to_the_others() -> None:
    found = weighed(
        evolve(row("产出指标/数量指标/甲 | ≥1次"), weight=Decimal("22.5")),
        "产出指标/质量指标/乙 | ≥1次",
        "产出指标/时效指标/丙 | ≥1次",
    )
    assert numbers(found) == ["22.5", "13.75", "13.75"]


def test_a_weighted_second_level_takes_its_part_whether_present_or_not() -> None:
    """30 of 产出's 50 belong to 质量, which is empty: the 20 left are 数量's alone."""
    quality = IndicatorRule(2, "质量指标", weight=Decimal(30))
    roots = (
        IndicatorRule(
            1,
            "产出指标",
            weight=Decimal(50),
            children=(IndicatorRule(2, "数量指标"), quality),
        ),
    )
    found = weighed("产出指标/数量指标/甲 | ≥1次", "产出指标/数量指标/乙 | ≥1次", roots=roots)
    assert numbers(found) == ["10.00", "10.00"]
    assert found.empty == (("质量指标", Decimal(30)),)
    both = weighed("产出指标/数量指标/甲 | ≥1次", "产出指标/质量指标/乙 | ≥1次", roots=roots)
    assert numbers(both) == ["20.00", "30.00"]


def test_a_row_that_is_absent_or_unnamed_bears_nothing() -> None:
    found = weighed(
        "产出指标/数量指标/甲 | ≥1次", "产出指标/质量指标/乙 | ", "产出指标/质量指标/ | ≥1次"
    )
    assert numbers(found) == ["50.00", None, None]


def test_an_empty_level_passes_its_weight_to_no_one() -> None:
    found = weighed("产出指标/数量指标/甲 | ≥1次", "过程/资金管理/预算执行率 | =100%")
    assert numbers(found) == ["50.00", "10"]
    assert found.empty == (("效益指标", Decimal(30)), ("满意度指标", Decimal(10)))


def test_the_caller_may_weigh_levels() -> None:
    found = weighed(
        "决策/项目立项/立项程序规范性 | 规范",
        "决策/绩效目标/绩效目标合理性 | 合理",
        "产出指标/数量指标/甲 | ≥1次",
        given={("决策",): Decimal(15), ("产出指标",): Decimal(35)},
    )
    assert numbers(found) == ["7.50", "7.50", "35.00"]


def test_more_than_the_level_carries_is_said_and_nothing_is_shared() -> None:
    heavy = evolve(row("满意度指标/服务对象满意度/甲 | ≥90%"), weight=Decimal(12))
    found = weighed(heavy, "满意度指标/服务对象满意度/乙 | ≥90%")
    assert numbers(found) == ["12", None]
    assert found.findings[0].message() == (
        "“满意度指标”下已定分值合计 12，超过其权重 10，其余指标无分值可分；请核实"
    )


def test_where_the_unit_fills_in_its_weights_none_is_inferred() -> None:
    roots = (IndicatorRule(1, "产出指标", weight=None, weight_filled=True),)
    assert numbers(weighed("产出指标/数量指标/甲 | ≥1次", roots=roots)) == [None]


def test_two_goals_share_what_the_goal_carries() -> None:
    goal = IndicatorRule(
        0, "年度绩效目标", weight_total=Decimal(80), children=(IndicatorRule(1, "产出指标"),)
    )
    rows = ("产出指标/数量指标/甲 | ≥1次", "产出指标/数量指标/乙 | ≥1次")
    assert numbers(weighed(*rows, roots=(goal,))) == ["40.00", "40.00"]


def test_level_names_match_with_and_without_their_suffix() -> None:
    assert numbers(weighed("产出/数量/甲 | ≥1次")) == ["50.00"]


@given(st.integers(1, 40), st.lists(st.integers(0, 1), min_size=1, max_size=12))
def test_shares_sum_to_the_weight_exactly(weight: int, marks: list[int]) -> None:
    roots = (IndicatorRule(1, "产出指标", weight=Decimal(weight)),)
    rows = [
        f"产出指标/数量指标/第{place} | {'≥1次' if one else ''}" for place, one in enumerate(marks)
    ]
    found = weighed(*rows, roots=roots)
    shared = [one.number for one in found.weights if one.number is not None]
    assert len(shared) == sum(marks)
    assert sum(shared, Decimal(0)) == (weight if any(marks) else 0)
    assert bool(found.empty) is not any(marks)
    assert max(shared, default=Decimal(0)) - min(shared, default=Decimal(0)) < Decimal("0.13")


def test_a_table_of_a_form_is_weighed_in_its_own_order() -> None:
    form = table("效益指标/社会效益/甲 | ≥1次", "产出指标/数量指标/乙 | ≥1次")
    assert numbers(weighed(*form.indicators)) == ["30.00", "50.00"]
