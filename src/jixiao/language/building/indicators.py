"""The lines of 【指标 …】: 目标, 一级, 二级, 三级.

Each function quotes the rule of `grammar/ruleset.lark` that it answers.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jixiao.language.building.clauses import clauses_of
from jixiao.language.statements import Line, Statement, Word
from jixiao.rules import Change, IndicatorRule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.language.building.line_work import LineWork, Rule

__all__ = ["INDICATORS"]

_LEVELS = {"一级": 1, "二级": 2, "三级": 3}


def _level_line(work: LineWork, children: Sequence[Any]) -> Line:
    """`tree_line: [change] LEVEL (name | ANY) [":" level_clauses]`."""
    return _indicator(work, children, _LEVELS[str(children[1])])


def _goal_line(work: LineWork, children: Sequence[Any]) -> Line:
    """`tree_line: [change] GOAL (name | ANY) [":" level_clauses]`."""
    return _indicator(work, children, 0)


def _indicator(work: LineWork, children: Sequence[Any], level: int) -> Line:
    change, _, name, clauses = children
    attributes = clauses_of(work, clauses or ())
    kept = attributes.pop("change", Change.NONE)
    span = name.span if isinstance(name, Word) else work.span(name)
    node = IndicatorRule(
        level=level,
        name=name.text if isinstance(name, Word) else None,
        change=change or kept,
        origin=work.place(span),
        **attributes,
    )
    return Statement(node, span)


INDICATORS: Mapping[str, Rule] = MappingProxyType(
    {
        "level_line": _level_line,
        "goal_line": _goal_line,
    }
)
"""By rule of the grammar."""
