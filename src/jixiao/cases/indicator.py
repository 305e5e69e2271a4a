"""A case of one indicator scored as the ruleset has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.cases.inputs import given_by, money_unit
from jixiao.cases.keys import LEVELS
from jixiao.evaluation.leaves import bare
from jixiao.parsing import parse_actual, parse_value
from jixiao.scoring import score_indicator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.cases.model import Case
    from jixiao.rules import IndicatorRule, Ruleset, TableRule
    from jixiao.scoring import IndicatorScore

    Path = tuple[IndicatorRule, ...]

__all__ = ["scored"]

_DEEPEST = 3
_WHOLE = "=100%"
"""What is held against the money where a case gives no 指标值: all of the budget spent."""


def scored(case: Case, rules: Ruleset) -> IndicatorScore:
    """The score of the indicator that a case gives; its rule is found by the levels it names."""
    given = given_by(case, rules)
    sign, unit = case.text("计算符号"), case.text("度量单位")
    target = parse_value(case.text("指标值") or _WHOLE, operator=sign, unit=unit)
    actual = parse_actual(case.text("实际完成值") or "", target, unit=unit)
    return score_indicator(
        target,
        actual,
        given.weight,
        rules,
        name=case.text("三级指标") or "",
        level1=case.text("一级指标") or "",
        level2=case.text("二级指标") or "",
        rule=_rule(case, rules),
        method=case.text("方法"),
        context=given.context,
        judgement=given.rate,
        explained=case.text("偏差原因"),
        functions=rules.functions,
        money_unit=money_unit(rules),
    )


def _rule(case: Case, rules: Ruleset) -> IndicatorRule | None:
    """The rule of the deepest level that the case names, with the method of the nearest above.

    Where several forms have it, one that says a method comes before one that does not.
    """
    named = {level: case.text(key) for level, key in enumerate(LEVELS, 1)}
    form = rules.table(case.text("表样") or "")
    fitting = [path for path in _paths(rules, form) if _fits(path, named)]
    if not fitting:
        return None
    path = max(fitting, key=lambda one: (len(one), any(rule.methods for rule in one)))
    methods = next((one.methods for one in reversed(path) if one.methods), ())
    last = path[-1]
    if last.level == _DEEPEST or not last.children:
        return evolve(last, methods=methods)
    return evolve(last, methods=methods, expected=()) if methods else None


def _paths(rules: Ruleset, form: TableRule | None) -> Iterator[Path]:
    trees = (one for one in rules.trees if form is None or form.name in one.tables)
    waiting: list[Path] = [(root,) for tree in trees for root in reversed(tree.roots)]
    while waiting:
        path = waiting.pop()
        yield path
        waiting += [(*path, child) for child in reversed(path[-1].children)]


def _fits(path: Path, named: dict[int, str | None]) -> bool:
    """Whether every level that the case names agrees, and the deepest of the path is named."""
    if path[-1].level and not named.get(path[-1].level):
        return False
    return path[-1].level > 0 and all(
        _agrees(one, named.get(one.level)) for one in path if one.level
    )


def _agrees(rule: IndicatorRule, name: str | None) -> bool:
    return not name or rule.name is None or bare(name) in map(bare, (rule.name, *rule.aliases))
