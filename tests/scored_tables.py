"""Self-evaluation tables for tests of recomputing: written as short as a test wants them.

A row is `一级/二级/三级 | 指标值 | 实际完成值 | 分值 | 得分 | 偏差原因`; what is left out is blank.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jixiao.parsing import parse_value
from jixiao.recomputing import recompute_document
from jixiao.source import Origin
from jixiao.tables import Column, Document, FundingLine, Indicator, RowStatus, Table
from jixiao.totals import PrintedTotal
from jixiao.units import NO_UNIT, Quantity, parse_unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.recomputing import RecomputedRow, RecomputeReport
    from jixiao.rules import Ruleset
    from jixiao.tables import Field

__all__ = ["COLUMNS", "KIND", "fund", "only_row", "recomputed", "scored", "total"]

KIND = "项目支出绩效自评表"
COLUMNS = (
    Column("年度指标值", "目标值"),
    Column("实际完成值", "实际值"),
    Column("分值", "权重"),
    Column("得分", "得分"),
    Column("偏差原因分析及改进措施", "原因"),
)


def _row(text: str, line: int, status: RowStatus) -> Indicator:
    place, *cells = (part.strip() for part in text.split("|"))
    level1, level2, level3 = place.split("/", 2)
    target, actual, weight, score, reason = (*cells, *[""] * (5 - len(cells)))
    return Indicator(
        level1,
        level2,
        level3,
        (("年度指标值", parse_value(target)), ("实际完成值", parse_value(actual))),
        (("分值", weight), ("得分", score), ("偏差原因分析及改进措施", reason)),
        weight=Decimal(weight) if weight else None,
        status=status,
        origin=Origin("a.csv", line=line),
    )


def _amount(text: str, unit: str = "万元") -> Quantity | None:
    if not text:
        return None
    if text.endswith("%"):
        return Quantity(Decimal(text[:-1]), parse_unit("%"))
    return Quantity(Decimal(text), parse_unit(unit) if unit else NO_UNIT)


def fund(text: str) -> FundingLine:
    """A line of money: `来源 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分`."""
    source, *cells = (part.strip() for part in text.split("|"))
    initial, budget, executed, weight, rate, points = (*cells, *[""] * (6 - len(cells)))
    amounts = (
        ("年初预算数", _amount(initial)),
        ("全年预算数", _amount(budget)),
        ("全年执行数", _amount(executed)),
        ("分值", _amount(weight, "")),
        ("执行率", _amount(rate, "")),
        ("得分", _amount(points, "")),
    )
    return FundingLine(source, amounts)


def total(points: str, weight: str = "", level1: str | None = None) -> PrintedTotal:
    """总分, or 小计 of a 一级."""
    name = "总分" if level1 is None else "小计"
    return PrintedTotal(name, level1, Decimal(weight) if weight else None, Decimal(points))


def scored(  # noqa: PLR0913 - what a table may hold, by name
    *rows: str,
    money: tuple[str, ...] = (),
    totals: tuple[PrintedTotal, ...] = (),
    fields: tuple[Field, ...] = (),
    year: int | None = 2022,
    ruleset: str | None = None,
    status: RowStatus = RowStatus.EXACT,
) -> Table:
    """A self-evaluation table."""
    return Table(
        KIND,
        "",
        "培训项目",
        year=year,
        stage="自评",
        columns=COLUMNS,
        fields=fields,
        funding=tuple(fund(one) for one in money),
        indicators=tuple(_row(one, place + 1, status) for place, one in enumerate(rows)),
        totals=totals,
        ruleset=ruleset,
    )


def recomputed(
    table: Table,
    rules: Ruleset | None = None,
    weights: Mapping[tuple[str, ...], Decimal] | None = None,
) -> RecomputeReport:
    """The report of one table."""
    return recompute_document(Document("a.csv", tables=(table,)), rules, weights=weights)


def only_row(text: str, rules: Ruleset | None = None) -> RecomputedRow:
    """The result of a single row; its place is filled in: `指标 | 指标值 | …`."""
    return recomputed(scored(f"产出指标/数量指标/{text}"), rules).rows[0]
