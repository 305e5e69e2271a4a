"""The leaves of a table: the rows that can bear points, with target, rule and place in the tree."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from jixiao.periods import resolve_deadline
from jixiao.source import squeeze
from jixiao.tables import Column, Indicator
from jixiao.units import Quantity, parse_unit
from jixiao.values import Absent, Comparison, Operator, Value

if TYPE_CHECKING:
    from datetime import date

    from jixiao.rules import IndicatorRule, Ruleset
    from jixiao.tables import Table

__all__ = ["Leaf", "Path", "bare", "column_of_role", "due_column", "leaves_of", "path_of"]

_NUMBERED = re.compile(r"\(?[0-9一二三四五六七八九十]+\)?$")
"""The number behind the name of a goal."""

Path: TypeAlias = "tuple[IndicatorRule, ...]"
"""The rules above and at an indicator, from the top down as far as the tree names them."""


@frozen(eq=False)
class Leaf:
    """A row that can bear points: its target in the column that counts, and its rules.

    `funded` marks a 一级 without rows, scored from the funding part: 预算执行率 of the 自评表.
    """

    row: Indicator
    target: Value
    path: Path
    place: int
    funded: bool = False

    @property
    def present(self) -> bool:
        """Whether it takes part: it is named, and its value is not absent."""
        return bool(self.row.level3.strip()) and not isinstance(self.target, Absent)

    @property
    def inapplicable(self) -> bool:
        """Whether its target says 不适用: named, and not scored."""
        said = isinstance(self.target, Absent) and self.target.reason == "not_applicable"
        return said and bool(self.row.level3.strip())

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its rules from the top down; each goal of a table stands for itself."""
        names = tuple(one.name or "*" for one in self.path)
        if self.path and self.path[0].level == 0 and self.row.goal is not None:
            return (squeeze(self.row.goal), *names[1:])
        return names

    @property
    def rule(self) -> IndicatorRule | None:
        """The 三级 rule; of a funded leaf its own."""
        last = self.path[-1] if self.path else None
        return last if last is not None and (last.level == 3 or self.funded) else None  # noqa: PLR2004

    @property
    def methods(self) -> tuple[str, ...]:
        """The 计分 of the nearest level that says one."""
        return next((one.methods for one in reversed(self.path) if one.methods), ())


def path_of(roots: tuple[IndicatorRule, ...], row: Indicator) -> Path:
    """The rules of a row, level by level."""
    goals = tuple(one for one in roots if one.level == 0)
    if goals:
        goal = _goal(goals, row.goal)
        if goal is not None:
            below = _descend(goal.children, row)
            if below:
                return (goal, *below)
    return _descend(tuple(one for one in roots if one.level != 0), row)


def _goal(goals: tuple[IndicatorRule, ...], name: str | None) -> IndicatorRule | None:
    """The rule of a goal: of 年度绩效目标1 and 年度绩效目标2 it is 年度绩效目标."""
    if name is None:
        return goals[0]
    return _named(goals, name) or _named(goals, _NUMBERED.sub("", squeeze(name)))


def _descend(rules: tuple[IndicatorRule, ...], row: Indicator) -> Path:
    path: list[IndicatorRule] = []
    for name in row.key:
        found = _named(rules, name)
        if found is None:
            break
        path.append(found)
        rules = found.children
    return tuple(path)


def bare(name: str) -> str:
    """A name without spaces and 指标, the form in which names are compared.

    >>> bare("经济效益 指标"), bare("经济效益")
    ('经济效益', '经济效益')
    """
    text = squeeze(name)
    return text.removesuffix("指标") or text


def _named(rules: tuple[IndicatorRule, ...], name: str | None) -> IndicatorRule | None:
    wanted = bare(name or "")
    named = (
        one
        for one in rules
        if one.name is not None and wanted in map(bare, (one.name, *one.aliases))
    )
    anything = (one for one in rules if one.name is None)
    return next(named, None) or next(anything, None)


def due_column(table: Table, rules: Ruleset, as_of: date) -> tuple[Column | None, date | None]:
    """The column of targets that counts: the latest whose day is not after the evaluation.

    Without one, the day on which the first falls due.
    """
    columns = tuple(one for one in table.columns if one.role == "目标值")
    if not columns:
        form = rules.table(table.kind)
        declared = () if form is None else form.target_columns()
        columns = tuple(Column(one.name, "目标值", one.due) for one in declared)
    year = table.year if table.year is not None else as_of.year
    dated = [(_day(one, year), place, one) for place, one in enumerate(columns)]
    come = [entry for entry in dated if entry[0] <= as_of]
    if come:
        return max(come, key=lambda entry: (entry[0], -entry[1]))[2], None
    if not dated:
        return None, None
    first = min(dated, key=lambda entry: entry[0])
    return first[2], first[0]


def _day(column: Column, year: int) -> date:
    month, day = column.due or (12, 31)
    return resolve_deadline(year, month, day)


def column_of_role(table: Table, role: str) -> str | None:
    """The name of the table's first column with a role."""
    return next((one.name for one in table.columns if one.role == role), None)


def leaves_of(table: Table, rules: Ruleset, column: str) -> tuple[Leaf, ...]:
    """All rows of a table, and a leaf for each 一级 that is scored from the funding part."""
    roots = rules.roots(table.kind)
    rows = tuple(
        Leaf(row, row.value(column), path_of(roots, row), place)
        for place, row in enumerate(table.indicators)
    )
    filled = {one.path[0] for one in rows if one.path}
    whole = Comparison(
        op=Operator.EQ, quantity=Quantity(Decimal(100), parse_unit("%")), text="=100%"
    )
    funded = tuple(
        Leaf(
            Indicator(root.name or "", "", root.name or "", ((column, whole),)),
            whole,
            (root,),
            len(rows) + place,
            funded=True,
        )
        for place, root in enumerate(roots)
        if root.level == 1 and root.methods and not root.children and root not in filled
    )
    return (*rows, *funded)
