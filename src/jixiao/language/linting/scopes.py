"""Which names the expressions of a ruleset may use, statement by statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.rules.names import MONEY_NAMES, SCORING_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.expressions import Expression
    from jixiao.rules import Check, Ruleset, TableRule
    from jixiao.source import Origin

__all__ = ["ASPECTS", "Parts", "Statement", "statements_of"]

ASPECTS = frozenset({"数量", "单位", "符号"})


ROLES = ("目标值", "实际值", "权重", "得分", "符号", "单位", "基期值", "原因", "描述", "依据")


LEVELS = ("一级", "二级", "三级")


EVERYWHERE = (
    "阶段",
    "年度",
    "金额单位",
    "项目名称",
    "实施单位",
    "已结束月数",
    "年内进度",
    "应达进度",
)


Parts = tuple[str, ...]


@frozen
class Statement:
    """An expression of a ruleset: where it stands, what it must yield, what it may name."""

    expression: Expression
    origin: Origin
    what: str
    yields: str
    known: frozenset[Parts]


def statements_of(ruleset: Ruleset) -> Iterator[Statement]:
    """Every expression of a ruleset."""
    scoring = frozenset(_scoring_names(ruleset))
    anywhere = scoring | frozenset(
        name for table in ruleset.tables for name in _row_names(ruleset, table)
    )
    for phrase in ruleset.vocabulary.phrases:
        yield Statement(phrase.expression, phrase.origin, "短语", "any", anywhere)
    for completion in ruleset.scoring.completions:
        yield Statement(completion.expression, completion.origin, "完成率", "figure", scoring)
    for method in ruleset.scoring.methods:
        parts = [
            (method.rate, "得分率", "figure"),
            (method.points, "得分", "figure"),
            (method.explain, "须说明", "condition"),
        ]
        for deduction in method.deductions:
            parts += [
                (deduction.amount, "扣减", "figure"),
                (deduction.condition, "时", "condition"),
            ]
        for expression, what, yields in parts:
            if expression is not None:
                yield Statement(expression, method.origin, what, yields, scoring)
    for check in ruleset.checks:
        yield from _of_check(ruleset, check)


def _of_check(ruleset: Ruleset, check: Check) -> Iterator[Statement]:
    known = frozenset(_check_names(ruleset, check))
    if not known:
        return  # its scope is not known, which is said once
    for expression, what in ((check.when, "当"), (check.condition, "条件")):
        if expression is not None:
            yield Statement(expression, check.origin, what, "condition", known)
    for piece in check.message:
        if not isinstance(piece, str):
            yield Statement(piece, check.origin, "提示", "any", known)


def _check_names(ruleset: Ruleset, check: Check) -> Iterator[Parts]:
    scope = ruleset.table(check.scope)
    if scope is not None and not check.each:
        yield from _table_names(ruleset, scope)
        return
    for table in ruleset.tables:
        if check.scope == "指标":
            yield from _row_names(ruleset, table)
        for group in table.groups:
            if group.name == check.scope:
                yield from _table_names(ruleset, table)
                yield from ((column.name,) for column in group.columns)


def _scoring_names(ruleset: Ruleset) -> Iterator[Parts]:
    yield from ((name,) for name in (*SCORING_NAMES, *EVERYWHERE, *MONEY_NAMES))
    yield from ((phrase.name,) for phrase in ruleset.vocabulary.phrases)
    for table in ruleset.tables:
        yield from _table_names(ruleset, table)
        for group in table.groups:
            yield from ((column.name,) for column in group.columns)


def _row_names(ruleset: Ruleset, table: TableRule) -> Iterator[Parts]:
    yield from _table_names(ruleset, table)
    yield from ((f"{level}指标",) for level in LEVELS)
    yield from ((role,) for role in ROLES)
    yield from ((column.name,) for column in table.columns)


def _table_names(ruleset: Ruleset, table: TableRule) -> Iterator[Parts]:
    yield from ((name,) for name in EVERYWHERE)
    named = {column.name for group in table.groups for column in group.columns}
    yield from ((name,) for name in MONEY_NAMES if name in named)
    yield from ((phrase.name,) for phrase in ruleset.vocabulary.phrases)
    for one in table.fields:
        for end in range(1, len(one.path) + 1):
            yield one.path[:end]
            yield (*one.path[:end], "下级")
    for group in table.groups:
        yield (group.name,)
        yield from ((row,) for row in group.rows)
        for column in group.columns:
            yield (group.name, column.name)
            yield from ((group.name, row, column.name) for row in group.rows)
    columns = (*ROLES, *(column.name for column in table.columns))
    yield from ((level, column) for level in (*LEVELS, "指标") for column in columns)
