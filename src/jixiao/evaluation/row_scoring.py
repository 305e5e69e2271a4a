"""One row of a table scored: its actual, its surroundings and its rule brought together."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.evaluation.execution import Execution, execution, reckons_with_money
from jixiao.evaluation.leaves import column_of_role
from jixiao.evaluation.merging import Merged, merge_for, merged
from jixiao.evaluation.naming import TableNames
from jixiao.findings import finding
from jixiao.parsing import parse_actual, parse_value
from jixiao.periods import resolve_deadline
from jixiao.scoring import score_indicator
from jixiao.scoring.indicator import inapplicable
from jixiao.scoring.steps import step
from jixiao.units import Quantity, decimal_text
from jixiao.values import Absent, Actual, Comparison, Context

if TYPE_CHECKING:
    from jixiao.actuals import ActualRow
    from jixiao.evaluation.given import TableInput
    from jixiao.evaluation.leaves import Leaf
    from jixiao.evaluation.money import Money
    from jixiao.evaluation.weights import Weight
    from jixiao.findings import Finding, Where
    from jixiao.rules import IndicatorRule
    from jixiao.scoring import IndicatorScore
    from jixiao.scoring.steps import Step

__all__ = ["RowScorer"]

_NOTHING = Actual("", Absent())
_ASKED = {"E46": "E33", "E47": "E34", "E51": "E36", "E52": "E35"}
"""Reasons that somebody can mend, and the findings that ask for it."""


class RowScorer:
    """Scores the rows of one table one by one, and keeps what is to be said about them."""

    def __init__(self, given: TableInput, money: Money) -> None:
        self.given = given
        self.table = given.table
        self.money = money
        self.actual_column = column_of_role(given.table, "实际值")
        self.findings: list[Finding] = []

    def score(self, leaf: Leaf, weight: Weight) -> IndicatorScore:
        """The score of a leaf with its weight."""
        given, filed = self.given, self.given.rows.get(leaf.place)
        where = given.where(leaf)
        found = self._merged(leaf, where)
        if found is None:
            found = Merged(self._actual(leaf, filed))
        self.findings += found.findings
        executed = Execution(found.actual)
        applies = not inapplicable(leaf.target, found.actual)
        if applies and reckons_with_money(leaf.methods, given.rules):
            executed = execution(found.actual, self.money, where)
            self.findings += executed.findings
        before = (*found.steps, *executed.steps)
        if weight.number is not None:
            before = (*before, _weight_step(weight))
        rows = given.several.get(leaf.place, () if filed is None else (filed,))
        score = score_indicator(
            leaf.target,
            executed.actual,
            weight.number,
            given.rules,
            name=leaf.row.level3,
            level1=leaf.row.level1,
            level2=leaf.row.level2,
            rule=_rule_of(leaf),
            context=self._context(leaf),
            judgement=None if filed is None or filed.rate is None else Fraction(filed.rate),
            explained=self._reason(leaf, filed),
            names=dict(executed.names),
            functions=given.functions,
            money_unit=self.table.money_unit,
            before=before,
            table=TableNames.of(self.table, given.rules, rows, given.funding),
        )
        if leaf.row.goal is not None:
            score = evolve(score, goal=leaf.row.goal)
        self.findings += [one.finding(where) for one in score.notes]
        self._ask(score, where)
        self._hold_self_score(score, filed, where)
        return score

    def _merged(self, leaf: Leaf, where: Where) -> Merged | None:
        """The figures of several units as one; None where there is nothing to merge."""
        given = self.given
        rows = given.several.get(leaf.place)
        merge = None if rows is None else merge_for(leaf.target, given.rules)
        if rows is None or merge is None:
            return None
        return merged(
            rows,
            leaf.target,
            merge,
            rules=given.rules,
            table=self.table,
            funding=given.funding,
            where=where,
        )

    def _actual(self, leaf: Leaf, filed: ActualRow | None) -> Actual:
        """What was filed, else what the table itself carries in its column 实际值."""
        if filed is not None and (filed.actual or "").strip():
            return parse_actual(filed.actual or "", leaf.target)
        if self.actual_column is not None and not leaf.funded:
            printed = leaf.row.value(self.actual_column)
            if not isinstance(printed, Absent) or printed.reason == "not_applicable":
                return parse_actual(printed.text or str(printed), leaf.target)
        return _NOTHING if filed is None else parse_actual(filed.actual or "", leaf.target)

    def _reason(self, leaf: Leaf, filed: ActualRow | None) -> str | None:
        if filed is not None and filed.reason:
            return filed.reason
        column = column_of_role(self.table, "原因")
        return None if column is None else leaf.row.text(column)

    def _context(self, leaf: Leaf) -> Context:
        table = self.table
        year = table.year if table.year is not None else self.given.as_of.year
        plan = tuple(
            (resolve_deadline(year, *one.due), one.share)
            for one in table.schedule
            if one.share is not None
        )
        return Context(
            as_of=self.given.as_of,
            year=table.year,
            plan=plan,
            baseline=self._baseline(leaf),
            money=self.money.amounts,
        )

    def _baseline(self, leaf: Leaf) -> Quantity | None:
        column = column_of_role(self.table, "基期值")
        text = None if column is None else leaf.row.text(column)
        value = parse_value(text) if text else None
        return value.quantity if isinstance(value, Comparison) else None

    def _ask(self, score: IndicatorScore, where: Where) -> None:
        """What stands in the way of a score is asked for, with its place and figures."""
        given = self.given
        if score.points is None or not (given.rows or given.funding or self.actual_column):
            return  # of a table for which nothing was filed that is said once
        for why in score.reasons:
            code = _ASKED.get(why.code)
            if code is not None:
                told = finding(code, where, raw=None, cite=None, related=(), **dict(why.context))
                self.findings.append(told)

    def _hold_self_score(
        self, score: IndicatorScore, filed: ActualRow | None, where: Where
    ) -> None:
        """A self-score above what the figures give is asked about; one below never (自评从严)."""
        printed = None if filed is None else filed.self_score
        if printed is None or score.points is None or printed <= score.points.high:
            return
        self.findings.append(
            finding("E09", where, printed=decimal_text(printed), computed=str(score.points))
        )


def _rule_of(leaf: Leaf) -> IndicatorRule | None:
    """The rule of a row, with the 计分 of the nearest level that says one."""
    rule = leaf.rule
    if rule is not None and leaf.methods and not rule.methods:
        return evolve(rule, methods=leaf.methods)
    if rule is None and leaf.path and leaf.methods:
        return evolve(leaf.path[-1], methods=leaf.methods, expected=())
    return rule


def _weight_step(weight: Weight) -> Step:
    number = "" if weight.number is None else decimal_text(weight.number)
    if weight.source != "E132":
        return step("E89", number, why=weight.source)
    return step("E89", number, why="E132", level=weight.level, left=weight.left, count=weight.count)
