"""【指标 …】 as text: the levels, each deeper than the one above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.expressions.text import name_text, names_text, number_text
from jixiao.language.printing.marks import (
    change_text,
    closing_clauses,
    demand_clauses,
    kinds_text,
    with_clauses,
)
from jixiao.rules import Change, IndicatorRule
from jixiao.rules.text import tests_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["indicator_clauses", "level_lines"]

_LEVEL_WORDS = ("目标", "一级", "二级", "三级")


def level_lines(rules: Iterable[IndicatorRule], depth: int) -> Iterator[str]:
    """Indicators, each two spaces deeper than the one above it."""
    for one in rules:
        name = name_text(one.name) if one.name is not None else "任意"
        head = f"{'  ' * depth}{change_text(one.change)}{_LEVEL_WORDS[one.level]} {name}"
        yield with_clauses(head, indicator_clauses(one))
        yield from level_lines(one.children, depth + 1)


def indicator_clauses(one: IndicatorRule) -> Iterator[str]:
    """What stands behind the name of an indicator, clause by clause."""
    if one.change is Change.KEEP:
        yield "沿用"
    yield from demand_clauses(one.demand)
    if one.kinds:
        yield f"值 {kinds_text(one.kinds)}"
    if one.units:
        yield f"单位 {names_text(one.units)}"
    if one.expected:
        scale = f"{name_text(one.expected_scale)} " if one.expected_scale is not None else ""
        yield f"应为 {scale}{tests_text(one.expected)}"
    if one.weight is not None:
        yield f"权重 {number_text(one.weight)}"
    if one.weight_filled:
        yield "权重 自填"
    if one.weight_total is not None:
        yield f"合计权重 {number_text(one.weight_total)}"
    if one.methods:
        yield f"计分 {' 或 '.join(name_text(name) for name in one.methods)}"
    yield from closing_clauses(one.choices, one.aliases, one.cite)
