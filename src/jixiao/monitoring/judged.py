"""One row of a table about to be judged: its targets, what was filed, how they read together."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.evaluation.execution import reckons_with_money
from jixiao.evaluation.leaves import column_of_role
from jixiao.monitoring.given import day_of
from jixiao.monitoring.natures import is_execution
from jixiao.parsing import parse_actual, parse_value
from jixiao.rules import Rounding
from jixiao.scoring.assessing import assess
from jixiao.scoring.figures import percent_text, rounded
from jixiao.scoring.steps import step
from jixiao.scoring.subject import Assessment, Subject
from jixiao.scoring.wording import with_grades
from jixiao.values import Absent, Actual, Comparison, Context, Pace, Qualitative, Range

if TYPE_CHECKING:
    from datetime import date

    from jixiao.actuals import ActualRow
    from jixiao.evaluation.leaves import Leaf
    from jixiao.findings import Where
    from jixiao.monitoring.given import Given
    from jixiao.monitoring.spent import Spent
    from jixiao.scoring.steps import Step
    from jixiao.tables import Column
    from jixiao.units import Quantity
    from jixiao.values import Note, Value

__all__ = ["Judged", "Judgement", "judged"]

_OF_PERCENT = Rounding("逐项", 4)
_OF_POINTS = frozenset({"E43", "E44", "E53", "E56"})
"""Reasons that speak of points, of which there are none here."""


@frozen(eq=False)
class Judgement:
    """A target held against what was filed."""

    column: Column
    due: date
    value: Value
    actual: Actual
    found: Assessment

    @property
    def met(self) -> bool | None:
        """Whether it is met so far, None where that cannot be said."""
        return self.found.met

    @property
    def direction(self) -> str | None:
        """正向, 反向, 精确 or 未知 for figures; None for anything else."""
        return self.found.direction

    @property
    def figures(self) -> tuple[Fraction, Fraction] | None:
        """Target and actual in one unit, where each is one figure."""
        pairs = {
            (one.target, one.actual)
            for one in self.found.cases
            if one.target is not None and one.actual is not None
        }
        (pair,) = pairs if len(pairs) == 1 else ((None, None),)
        return None if pair[0] is None or pair[1] is None else (pair[0], pair[1])

    @property
    def quantity(self) -> Quantity | None:
        """The figure of the target as written; its floor where it is a range."""
        return quantity_of(self.value) or self.actual.quantity

    @property
    def grade(self) -> str | None:
        """The 达成程度 where it is certain."""
        grades = {grade for one in self.found.cases for grade in one.grades}
        return grades.pop() if len(grades) == 1 else None

    @property
    def why(self) -> tuple[Note, ...]:
        """Why something about it cannot be said."""
        return tuple(one for one in self.found.reasons if one.code not in _OF_POINTS)


def quantity_of(value: Value) -> Quantity | None:
    """The figure of a target; the floor of a range; what words mean as a number."""
    match value:
        case Comparison(quantity=quantity) | Range(low=quantity):
            return quantity
        case Qualitative(means=Comparison(quantity=quantity)):
            return quantity
        case _:
            return None


@frozen(eq=False)
class Judged:
    """A row with both of its targets judged; a target is None where its cell is empty."""

    leaf: Leaf
    filed: ActualRow | None
    text: str
    executing: bool
    counted: Judgement | None
    annual: Judgement | None
    subject: Subject
    where: Where
    steps: tuple[Step, ...] = ()

    @property
    def name(self) -> str:
        """The 三级指标."""
        return self.leaf.row.level3

    @property
    def reason(self) -> str | None:
        """The reason filed for a deviation."""
        return None if self.filed is None else self.filed.reason

    @property
    def causes(self) -> tuple[str, ...]:
        """The causes filed for a deviation."""
        return () if self.filed is None else self.filed.causes


def judged(leaf: Leaf, given: Given, spent: Spent) -> Judged:
    """The row with its targets held against what was filed, or reckoned from the money."""
    table, filed = given.table, given.rows.get(leaf.place)
    executing = reckons_with_money(leaf.methods, given.rules) or is_execution(leaf.row.level3)
    text = _text(leaf, given)
    steps: tuple[Step, ...] = ()
    rate = spent.rate if executing else None
    if rate is not None:
        text = percent_text(Fraction(rounded(rate, _OF_PERCENT)))
        steps = (step("E246", text, executed=str(spent.executed), budget=str(spent.budget)),)
    subject = Subject(
        Absent(),
        Actual("", Absent()),
        given.rules,
        given.functions,
        _context(leaf, given, spent),
        name=leaf.row.level3,
        rule=leaf.rule,
        money_unit=table.money_unit,
    )

    def judge(column: Column | None) -> Judgement | None:
        value = Absent() if column is None else leaf.row.value(column.name)
        if column is None or isinstance(value, Absent):
            return None
        actual = parse_actual(text, value)
        found = Assessment()
        if not actual.missing:
            both = evolve(subject, target=value, actual=actual)
            found = _paced(value, both, given) or with_grades(assess(both), both)
        return Judgement(column, day_of(column, given.year), value, actual, found)

    where = table.where_row(leaf.row, (given.counted or given.annual).name)
    if filed is not None:
        where = evolve(table.where_row(leaf.row), origin=filed.origin)
    return Judged(
        leaf,
        filed,
        text,
        executing,
        judge(given.counted),
        judge(given.annual),
        subject,
        where,
        steps,
    )


def _paced(value: Value, subject: Subject, given: Given) -> Assessment | None:
    """序时进度 by what is due in the way that was asked for."""
    quantity = subject.actual.quantity
    if not isinstance(value, Pace) or quantity is None or quantity.unit.base != "%":
        return None
    met = quantity.exact / 100 >= given.due.share
    return Assessment(direction="正向", met=met)


def _text(leaf: Leaf, given: Given) -> str:
    """What was filed, else what the table itself carries in its column 实际值."""
    filed = given.rows.get(leaf.place)
    if filed is not None and (filed.actual or "").strip():
        return filed.actual or ""
    column = column_of_role(given.table, "实际值")
    printed = Absent() if column is None else leaf.row.value(column)
    return "" if isinstance(printed, Absent) else printed.text


def _context(leaf: Leaf, given: Given, spent: Spent) -> Context:
    column = column_of_role(given.table, "基期值")
    text = None if column is None else leaf.row.text(column)
    base = parse_value(text) if text else None
    return Context(
        as_of=given.as_of,
        year=given.table.year,
        baseline=base.quantity if isinstance(base, Comparison) else None,
        money=spent.money.amounts,
    )
