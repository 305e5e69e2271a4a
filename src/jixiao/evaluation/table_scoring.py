"""One table scored: its leaves, weights, actuals and money become a list of indicator scores."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.evaluation.execution import Execution, execution, reckons_with_money
from jixiao.evaluation.grading import Total, reachable, totalled
from jixiao.evaluation.leaves import column_of_role
from jixiao.evaluation.money import money_of
from jixiao.evaluation.scorecard import TableScore
from jixiao.evaluation.weights import weigh
from jixiao.findings import finding, fold_repeats
from jixiao.parsing import parse_actual, parse_value
from jixiao.periods import resolve_deadline
from jixiao.scoring import score_indicator
from jixiao.scoring.steps import step
from jixiao.units import Quantity, decimal_text
from jixiao.values import Absent, Actual, Comparison, Context

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from jixiao.actuals import ActualRow, FundingActual
    from jixiao.evaluation.leaves import Leaf
    from jixiao.evaluation.money import Money
    from jixiao.evaluation.weights import Weight
    from jixiao.expressions import Function
    from jixiao.findings import Finding, Where
    from jixiao.rules import Ruleset
    from jixiao.scoring import IndicatorScore
    from jixiao.scoring.steps import Step
    from jixiao.tables import Table

__all__ = ["TableInput", "score_table"]

_NOTHING = Actual("", Absent())


@frozen(eq=False)
class TableInput:
    """A table with all that its score depends on."""

    table: Table
    column: str
    leaves: tuple[Leaf, ...]
    rows: Mapping[int, ActualRow]
    funding: tuple[FundingActual, ...]
    rules: Ruleset
    functions: Mapping[str, Function]
    as_of: date
    weights: Mapping[tuple[str, ...], Decimal] | None = None
    accept_inferred: bool = False


def score_table(given: TableInput) -> tuple[TableScore, tuple[Finding, ...]]:
    """The table's score, and what is to be said about it."""
    return _TableScorer(given).score()


class _TableScorer:
    """The state of scoring one table: its money, its context, and the findings so far."""

    def __init__(self, given: TableInput) -> None:
        self.given = given
        self.table = given.table
        self.money: Money = money_of(given.table, given.funding)
        self.findings: list[Finding] = list(self.money.findings)
        self.actual_column = column_of_role(given.table, "实际值")

    def score(self) -> tuple[TableScore, tuple[Finding, ...]]:
        given, table = self.given, self.table
        filed = {place: row.weight for place, row in given.rows.items() if row.weight is not None}
        self._refuse_negative(filed)
        weighed = weigh(
            given.leaves,
            given.rules.roots(table.kind),
            table.where(),
            filed=filed,
            given=given.weights,
        )
        self.findings += weighed.findings
        scores = tuple(
            self._indicator(leaf, weight)
            for leaf, weight in zip(given.leaves, weighed.weights, strict=True)
        )
        self._say_missing(scores)
        inferred = any(one.inferred for one in weighed.weights)
        points = totalled(scores, given.rules)
        out_of = sum(
            (one.weight for one in scores if one.points is not None and one.weight is not None),
            Decimal(0),
        )
        total = Total(points.low, points.high, out_of)
        for level, weight in weighed.empty:
            self.findings.append(
                finding(
                    "E12",
                    table.where(),
                    level=level,
                    weight=decimal_text(weight),
                    out_of=decimal_text(out_of),
                )
            )
        grades = self._grades(total, inferred=inferred)
        result = TableScore(
            name=table.name,
            unit=table.unit,
            index=table.index,
            indicators=scores,
            total=total,
            grades=grades,
            inferred=inferred,
            column=given.column,
            code=table.code,
        )
        return result, tuple(self.findings)

    def _refuse_negative(self, filed: Mapping[int, Decimal]) -> None:
        for place, weight in filed.items():
            if weight < 0:
                where = self._where(self.given.leaves[place], self.given.rows.get(place))
                self.findings.append(finding("E07", where, weight=decimal_text(weight)))

    def _grades(self, total: Total, *, inferred: bool) -> tuple[str, ...]:
        given, bands = self.given, self.given.rules.bands
        where = self.table.where()
        if total.out_of == 0:
            self.findings.append(finding("E25", where))
            return ()
        if inferred and not given.accept_inferred and given.weights is None:
            self.findings.append(finding("E18", where))
            return ()
        if bands is None:
            return ()
        if total.out_of != bands.full:
            self.findings.append(
                finding(
                    "E17",
                    where,
                    out_of=decimal_text(total.out_of),
                    full=decimal_text(bands.full),
                )
            )
            return ()
        return reachable(total.points, bands)

    # ── one indicator ─────────────────────────────────────────────────────────

    def _where(self, leaf: Leaf, row: ActualRow | None) -> Where:
        if row is None:
            return self.table.where_row(leaf.row, self.given.column)
        return evolve(self.table.where_row(leaf.row), origin=row.origin)

    def _indicator(self, leaf: Leaf, weight: Weight) -> IndicatorScore:
        given, filed = self.given, self.given.rows.get(leaf.place)
        actual = self._actual(leaf, filed)
        executed = Execution(actual)
        if reckons_with_money(leaf.methods, given.rules):
            executed = execution(actual, self.money, self._where(leaf, filed))
            self.findings += executed.findings
        before = executed.steps
        if weight.number is not None:
            before = (*before, _weight_step(weight))
        rule = leaf.rule
        if rule is not None and leaf.methods and not rule.methods:
            rule = evolve(rule, methods=leaf.methods)
        elif rule is None and leaf.path and leaf.methods:
            rule = evolve(leaf.path[-1], methods=leaf.methods, expected=())
        score = score_indicator(
            leaf.target,
            executed.actual,
            weight.number,
            given.rules,
            name=leaf.row.level3,
            level1=leaf.row.level1,
            level2=leaf.row.level2,
            rule=rule,
            context=self._context(leaf),
            judgement=None if filed is None or filed.rate is None else Fraction(filed.rate),
            explained=self._reason(leaf, filed),
            names=dict(executed.names),
            functions=given.functions,
            money_unit=self.table.money_unit,
            before=before,
        )
        where = self._where(leaf, filed)
        self.findings += [one.finding(where) for one in score.notes]
        self._hold_self_score(score, filed, where)
        return score

    def _actual(self, leaf: Leaf, filed: ActualRow | None) -> Actual:
        """What was filed, else what the table itself carries in its column 实际值."""
        if filed is not None and (filed.actual or "").strip():
            return parse_actual(filed.actual or "", leaf.target)
        if self.actual_column is not None and not leaf.funded:
            printed = leaf.row.value(self.actual_column)
            if not isinstance(printed, Absent):
                return parse_actual(printed.text, leaf.target)
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

    def _say_missing(self, scores: tuple[IndicatorScore, ...]) -> None:
        """Missing actuals once per table; a table without any actual once as a whole."""
        missing = [
            self._where(leaf, self.given.rows.get(leaf.place))
            for leaf, one in zip(self.given.leaves, scores, strict=True)
            if any(why.code == "E40" for why in one.reasons)
        ]
        if not missing:
            return
        if not self.given.rows and not self.given.funding and self.actual_column is None:
            self.findings.append(finding("E10", self.table.where()))
            return
        self.findings += fold_repeats(finding("E11", where) for where in missing)

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


def _weight_step(weight: Weight) -> Step:
    number = "" if weight.number is None else decimal_text(weight.number)
    if weight.source != "E132":
        return step("E89", number, why=weight.source)
    return step("E89", number, why="E132", level=weight.level, left=weight.left, count=weight.count)
