"""Values against what they measure: units, money as output, costs, trends, time, sums of a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.checking.figures import value_text
from jixiao.checking.history import history_columns
from jixiao.checking.names import EVENTS, PLACEHOLDER_NAME, noun_of
from jixiao.checking.rows import MONEY, bare_level, earlier_columns, final_column, firm_rows
from jixiao.checking.value_findings import about_value
from jixiao.directions import direction_of_name
from jixiao.findings import finding
from jixiao.source import squeeze
from jixiao.values import Comparison, Operator, Trend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Indicator, Table

__all__ = [
    "costs_without_limit",
    "money_as_output",
    "no_growth_in_the_year",
    "time_elsewhere",
    "trends_without_base",
    "units_of_values",
    "zero_weights",
]

_TIMELY = re.compile(r"(?:及时|准时|按时|时效)(?:率|性|程度)$")
_COST = re.compile(r"(?:成本|费用|经费|价格|单价|造价|支出|费)(?:额|数|标准|控制数)?$")
_COSTS = ("成本", "经济成本")
_PAID_OUT = re.compile(r"标准|补助|补贴|发放|奖|追回|挽回|节约|收入|贷款|产值|征收|减免|投资|救助")
_UNITLESS = ("指数", "系数", "评分", "得分", "比例", "比", "级", "排名", "名次", "等级")


def _figures(table: Table) -> Iterator[tuple[Indicator, str, Comparison]]:
    """Firm rows with a real name whose value at the end is a figure."""
    column = final_column(table)
    for row in firm_rows(table) if column is not None else ():
        value = row.value(column or "")
        if isinstance(value, Comparison) and not PLACEHOLDER_NAME.fullmatch(squeeze(row.level3)):
            yield row, column or "", value


def units_of_values(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S46, S47, S70: words of four characters and more for a unit, no unit at all, 百分比 for %.

    A short word that nobody knows may be a unit of the trade and is left alone; 0 needs no unit,
    and neither do names that are numbers by themselves (指数, 排名), nor rows whose unit stands in
    a column of its own.
    """
    del ruleset
    separate = any(column.role == "单位" for column in table.columns)
    for row, column, value in _figures(table):
        unit = value.quantity.unit
        text = value_text(value)
        where = table.where_row(row, column)
        if not unit.known and len(unit.symbol) > 3:  # noqa: PLR2004 - see above
            yield finding("S46", where, raw=text, name=row.level3, value=text, unit=unit.symbol)
        elif not unit.symbol and not separate and not _plain_number(row, value):
            yield finding("S47", where, raw=text, name=row.level3, value=text)
        elif "百分比" in squeeze(text):
            yield finding("S70", where, raw=text, name=row.level3, value=text)


def _plain_number(row: Indicator, value: Comparison) -> bool:
    name = squeeze(row.level3)
    named = name.endswith(_UNITLESS) or "%" in name or "(" in name or noun_of(name) is not None
    spoken = value.subject is not None or value.rest is not None
    return named or spoken or value.quantity.number in (0, 1)


def money_as_output(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S48: an amount of money as 数量指标; a standard paid out, money raised or saved is output."""
    del ruleset
    for row, column, value in _figures(table):
        handed = _PAID_OUT.search(row.level3)
        counted = bare_level(row.level2) in ("数量", "产出数量")
        if counted and not handed and value.quantity.unit.base == MONEY:
            text = value_text(value)
            yield finding(
                "S48",
                table.where_row(row, column),
                raw=text,
                name=row.level3,
                level=row.level2,
                value=text,
            )


def costs_without_limit(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S49: money under 成本 with ≥, or with no sign at all.

    A standard that must be paid exactly (补助标准) is no limit and left alone.
    """
    del ruleset
    for row, column, value in _figures(table):
        known = direction_of_name(row.level3)
        exact = known is not None and known.direction == "exact"
        under = bare_level(row.level2) in _COSTS or bare_level(row.level1) == "成本"
        spoken = value.subject is not None
        if not under or exact or spoken or _PAID_OUT.search(row.level3):
            continue
        open_ended = value.op in (Operator.GE, Operator.GT) and _COST.search(squeeze(row.level3))
        if value.quantity.unit.base == MONEY and (value.op is None or open_ended):
            sign = "未写明“≤”" if value.op is None else f"符号为“{value.op.sign}”"
            yield about_value("S49", (table, row, column), value, sign=sign)


def trends_without_base(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S50: 只减不增, 不低于上年, 较上年增长5% where no column holds the years before.

    A direction alone (不断提升) is no figure and is spoken of elsewhere.
    """
    del ruleset
    column = final_column(table)
    if column is None or history_columns(table):
        return
    for row in firm_rows(table):
        value = row.value(column)
        if not isinstance(value, Trend):
            continue
        bound = value.direction in ("not_up", "not_down", "steady") or value.change is not None
        if (value.baseline is not None and bound) or value.direction in ("not_up", "not_down"):
            yield about_value(
                "S50",
                (table, row, column),
                value,
                base=value.baseline if value.baseline not in (None, "同比") else "上年",
            )


def time_elsewhere(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S51: 及时率, 按时性 under 成本 or 数量; a form whose tree says so itself is left alone."""
    for row in firm_rows(table):
        level = bare_level(row.level2)
        rule = ruleset.rule_for(table.kind, row.level1, row.level2, row.level3)
        fixed = rule is not None and rule.level == 3 and rule.name is not None  # noqa: PLR2004
        if (
            level in ("成本", "数量", "经济效益")
            and not fixed
            and _TIMELY.search(squeeze(row.level3))
        ):
            yield finding(
                "S51", table.where_row(row), raw=row.level3, name=row.level3, level=row.level2
            )


def no_growth_in_the_year(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S38: a count of events that is the same for the half and for the whole year.

    Ratios (F10), limits and things that stay (人, 家, 台) may be the same; one alone (1次) may be
    done in the first half.
    """
    del ruleset
    for row, column, value in _figures(table):
        counted = value.quantity.unit.base in EVENTS and value.quantity.number > 1
        limited = value.op in (Operator.LE, Operator.LT)
        known = direction_of_name(row.level3)
        if not counted or limited or (known is not None and known.direction != "more"):
            continue
        for earlier in earlier_columns(table):
            other = row.value(earlier)
            if isinstance(other, Comparison) and other.quantity == value.quantity:
                yield finding(
                    "S38",
                    table.where_row(row, earlier),
                    raw=value_text(other),
                    name=row.level3,
                    half_column=earlier,
                    column=column,
                    value=value_text(value),
                )


def zero_weights(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S69: a row with a weight of 0."""
    del ruleset
    for row in firm_rows(table):
        if row.weight is not None and row.weight == 0:
            yield finding("S69", table.where_row(row), raw="0", name=row.level3)
