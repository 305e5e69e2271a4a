"""Ratios whose meaning bounds their value: always 100%, never above it, better high or low."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.checking.names import is_bounded_ratio, is_constant_ratio
from jixiao.checking.rows import earlier_columns, final_column, firm_rows
from jixiao.checking.value_findings import about_value
from jixiao.directions import direction_of_name
from jixiao.values import Comparison, Operator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Indicator, Table

__all__ = ["above_all", "against_the_name", "constant_ratios"]

_ALL = 100
_DOWNWARD = (Operator.LT, Operator.LE)
_UPWARD = (Operator.GT, Operator.GE)
_HIGH = frozenset(
    {
        "合格率",
        "达标率",
        "覆盖率",
        "满意率",
        "满意度",
        "知晓率",
        "参训率",
        "及时率",
        "准时率",
        "准确率",
        "正确率",
        "优良率",
        "办结率",
        "完好率",
        "成活率",
        "整改率",
        "储备率",
    }
)
_LOW = frozenset(
    {
        "差错率",
        "错误率",
        "投诉率",
        "事故率",
        "事故发生率",
        "故障率",
        "违规率",
        "违法率",
        "逾期率",
        "损耗率",
        "损失率",
        "流失率",
        "返贫率",
        "误诊率",
        "漏诊率",
        "退件率",
    }
)
"""Names that leave no doubt; a 使用率 or 控制率 may well be bounded either way."""


def constant_ratios(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S03: 专款专用率, 足额发放率, 准确率 at less than 100% half-way to a target of 100%.

    The ratio of money used as intended does not grow with the year, so the column of an earlier
    date must not be below the last one. A 专款专用 set below 100% for the whole year is named too;
    a 准确率 of 95% is not, since accuracy has a margin.
    """
    del ruleset
    last = final_column(table)
    if last is None:
        return
    for row in firm_rows(table):
        if not is_constant_ratio(row.level3):
            continue
        whole = _share(row, last)
        for column in earlier_columns(table):
            share = _share(row, column)
            if whole == _ALL and share is not None and share < _ALL:
                yield _constant(table, row, column)
        if whole is not None and whole < _ALL and "专款专" in row.level3:
            yield _constant(table, row, last)


def _share(row: Indicator, column: str) -> Decimal | None:
    value = row.value(column)
    if isinstance(value, Comparison) and value.op not in _DOWNWARD:
        quantity = value.quantity
        if quantity.unit.base == "%":
            return quantity.base_number
    return None


def _constant(table: Table, row: Indicator, column: str) -> Finding:
    return about_value("S03", (table, row, column), row.value(column))


def above_all(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S20 and S21: a ratio that cannot exceed 100% with ≥100%, or with a figure above 100%.

    =100% and a bare 100% are right and left alone.
    """
    del ruleset
    for row in firm_rows(table):
        if not is_bounded_ratio(row.level3):
            continue
        for column in (*earlier_columns(table), final_column(table)):
            value = None if column is None else row.value(column)
            if not isinstance(value, Comparison) or value.quantity.unit.base != "%":
                continue
            number = value.quantity.base_number
            over = number > _ALL or (number == _ALL and value.op is Operator.GT)
            if over or (number == _ALL and value.op is Operator.GE):
                yield about_value("S21" if over else "S20", (table, row, column), value)


def against_the_name(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S24: ≤ on a ratio that is plainly better high, or ≥ on one that is plainly better low."""
    del ruleset
    for row in firm_rows(table):
        known = direction_of_name(row.level3)
        column = final_column(table)
        value = None if column is None else row.value(column)
        if known is None or not isinstance(value, Comparison):
            continue
        lowered = known.word in _HIGH and value.op in _DOWNWARD
        raised = known.word in _LOW and value.op in _UPWARD
        if lowered or raised:
            yield about_value(
                "S24",
                (table, row, column),
                value,
                noun=known.word,
                way="越高越好" if lowered else "越低越好",
            )
