"""The execution of a budget by a date: 执行数 ÷ 预算数 against what is due, for table and lines.

The budget is 全年预算数 of the actuals, else the total of the form, else its lines of spending
added up. What was not filed is missing, never 0. More than 100% is asked about and no mistake. Who
keeps to the plan filed with the budget is not asked why the calendar is ahead.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.checking.rows import spending_columns, spending_total
from jixiao.evaluation.money import money_of
from jixiao.findings import finding
from jixiao.monitoring.answers import Proof, answered
from jixiao.monitoring.due import due_by, line_plan, on_plan, share_text
from jixiao.monitoring.lamps import calls_for_a_reason, lamp_by
from jixiao.monitoring.pacing import paced, projected, standing_of
from jixiao.monitoring.progress import Progress
from jixiao.monitoring.statuses import MoneyStatus
from jixiao.periods import closed_months
from jixiao.scoring.figures import percent_text
from jixiao.scoring.steps import step
from jixiao.scoring.subject import Subject
from jixiao.source import squeeze
from jixiao.units import Quantity, as_decimal, parse_unit
from jixiao.values import Absent, Actual, Context, doubt
from jixiao.values import Pace as PaceValue

if TYPE_CHECKING:
    from jixiao.actuals import FundingActual
    from jixiao.evaluation.money import Money
    from jixiao.findings import Finding
    from jixiao.monitoring.due import Due, Point
    from jixiao.monitoring.given import Given
    from jixiao.tables import SpendingLine
    from jixiao.values import Note

__all__ = ["Spent", "spent"]

_WHOLE = "资金总额"
_KINDS = ("进度", "百分比", "数值")
_NOTHING = Actual("", Absent())


@frozen(eq=False)
class Spent:
    """The money of a table: amounts by name, the whole first among the statuses, findings."""

    money: Money
    budget: Quantity | None
    executed: Quantity | None
    statuses: tuple[MoneyStatus, ...]
    findings: tuple[Finding, ...]

    @property
    def rate(self) -> Fraction | None:
        """执行数 ÷ 预算数, None where either is missing."""
        return self.statuses[0].progress.completion


def spent(given: Given) -> Spent:
    """The money of a table by the date."""
    whole, lines = _apart(given)
    money = money_of(given.table, whole)
    budget, executed = _budget(money, given), money.amount("全年执行数")
    first, said = _About(given, _WHOLE, whole, given.plan).status(budget, executed)
    statuses, findings = [first], [*money.findings, *said]
    _, column = spending_columns(given.table)
    for line, filed in lines:
        planned = None if column is None else line.amount(column)
        plan = line_plan(line, given.table, given.year) or given.plan
        about = _About(given, line.name, (filed,), plan)
        one, said = about.status(filed.budget or planned, filed.executed)
        statuses.append(one)
        findings += said
    findings += _of_other_months(given)
    return Spent(money, budget, executed, tuple(statuses), tuple(findings))


def _apart(
    given: Given,
) -> tuple[tuple[FundingActual, ...], tuple[tuple[SpendingLine, FundingActual], ...]]:
    """What was filed for the whole and its sources, and what for single lines of spending.

    Lines that are all filed stand for the whole where nothing else does.
    """
    by_name = {squeeze(one.name): one for one in given.table.spending if one.name.strip()}
    sources = {squeeze(one.source) for one in given.table.funding}
    whole: list[FundingActual] = []
    lines: list[tuple[SpendingLine, FundingActual]] = []
    for filed in given.funding:
        name = squeeze(filed.source or "")
        if name in by_name and name not in sources:
            lines.append((by_name[name], filed))
        else:
            whole.append(filed)
    if not whole and {squeeze(one.name) for one, _ in lines} == set(by_name):
        whole = [filed for _, filed in lines]
    return tuple(whole), tuple(lines)


def _budget(money: Money, given: Given) -> Quantity | None:
    """全年预算数 as filed, else the form's total, else its spending added up."""
    for name in ("全年预算数", _WHOLE):
        amount = money.amount(name)
        if amount is not None:
            return amount
    _, column = spending_columns(given.table)
    total = spending_total(given.table, column)
    if total is None:
        return money.amount("年初预算数")
    unit = parse_unit(given.table.money_unit)
    number = as_decimal(total / unit.ratio)
    return None if number is None else Quantity(number, unit)


def _of_other_months(given: Given) -> tuple[Finding, ...]:
    """One finding where 1-N月执行数 is of other months than the date."""
    months = closed_months(given.as_of) if given.as_of.year == given.year else 12
    for line in given.funding:
        if line.months is not None and line.months != (1, months):
            first, last = line.months
            where = evolve(given.table.where(), origin=line.origin)
            date = given.as_of.isoformat()
            said = finding("E209", where, first=first, last=last, date=date, months=months)
            return (said,)
    return ()


@frozen(eq=False)
class _About:
    """One sum of money about to be held against what is due of it."""

    given: Given
    name: str
    lines: tuple[FundingActual, ...]
    plan: tuple[Point, ...]

    @property
    def due(self) -> Due:
        """What is due of it, in the way that was asked for."""
        given = self.given
        return due_by(
            given.by,
            given.as_of,
            given.year,
            rules=given.rules,
            functions=given.functions,
            plan=self.plan,
        )

    def on_own_plan(self, rate: Fraction) -> Due | None:
        """Its own plan, where that is kept although the calendar asks for more."""
        given = self.given
        if given.by == "plan" or not self.plan or given.as_of.year != given.year:
            return None
        planned = on_plan(self.plan, given.as_of)
        return planned if rate >= planned.share else None

    def status(
        self, budget: Quantity | None, executed: Quantity | None
    ) -> tuple[MoneyStatus, tuple[Finding, ...]]:
        """The status, and what is to be said about it."""
        base = self._filed(budget, executed)
        if budget is None or executed is None:
            code = "E206" if executed is None else "E216"
            month = closed_months(self.given.as_of)
            said = finding(code, self.given.table.where(), name=self.name, month=month)
            return self._without(base, doubt("E225")), (said,)
        if budget.unit.dimension != executed.unit.dimension:
            why = doubt("E52", target=str(budget), actual=str(executed))
            return self._without(base, why), ()
        if budget.number <= 0:
            return self._without(base, doubt("E226")), ()
        return self._reckoned(base, budget, executed)

    def _filed(self, budget: Quantity | None, executed: Quantity | None) -> MoneyStatus:
        lines = self.lines
        forecast = next((one.forecast for one in lines if one.forecast is not None), None)
        return MoneyStatus(
            self.name,
            None if budget is None else str(budget),
            None if executed is None else str(executed),
            next((one.months for one in lines if one.months is not None), None),
            Progress(
                due=self.due.share,
                forecast=None if forecast is None else str(forecast),
                reason=next((one.reason for one in lines if one.reason), None),
                causes=tuple(dict.fromkeys(each for one in lines for each in one.causes)),
            ),
        )

    def _without(self, base: MoneyStatus, why: Note) -> MoneyStatus:
        steps = (self.due.step,)
        return evolve(base, progress=evolve(base.progress, steps=steps, why=(why, doubt("E234"))))

    def _reckoned(
        self, base: MoneyStatus, budget: Quantity, executed: Quantity
    ) -> tuple[MoneyStatus, tuple[Finding, ...]]:
        given, where, whole = self.given, self.given.table.where(), self.due
        due = whole.share
        rate = executed.exact / budget.exact
        subject = Subject(
            PaceValue(),
            _NOTHING,
            given.rules,
            given.functions,
            Context(as_of=given.as_of, year=given.year),
            money_unit=given.table.money_unit,
        )
        pace = paced(subject, rate, due)
        facts = {"完成率": pace.ratio, "实际值": rate, "目标值": Fraction(1), "应达值": due}
        lamp = lamp_by(subject, facts, _KINDS) if pace.ratio is not None else None
        steps = [
            step("E246", share_text(rate), executed=str(executed), budget=str(budget)),
            whole.step,
            *pace.steps,
        ]
        why = list(pace.why)
        if lamp is not None:
            steps.append(step("E251", lamp.word, cite=lamp.cite, method=lamp.method))
        elif pace.ratio is not None:
            why.append(doubt("E228"))
        outlook = projected(executed, due) if due > 0 else None
        if outlook is not None:
            steps.append(step("E252", outlook.figure, formula=outlook.formula))
        done = rate >= 1
        behind = pace.ratio is not None and pace.ratio < 1 and not done
        kept = self.on_own_plan(rate) if behind else None
        if kept is not None:
            steps.append(kept.step)
        asked = behind and kept is None and (lamp is None or calls_for_a_reason(lamp.word))
        progress = evolve(
            base.progress,
            standing="on_pace" if kept else standing_of(pace.ratio, reached=done),
            completion=rate,
            ratio=pace.ratio,
            lamp=None if lamp is None else lamp.word,
            lamp_method=None if lamp is None else lamp.method,
            projected=outlook,
            reason_required=asked,
            steps=tuple(steps),
            why=tuple(why),
        )
        proof = Proof("确定能", "E266") if done else Proof(None, "E230")
        if given.over and not done:
            proof = Proof.over(met=False)
        progress, said = answered(progress, proof, None, where)
        findings = list(said)
        if rate > 1:
            findings.append(
                finding("E213", where, name=self.name, executed=executed, budget=budget)
            )
        if asked and not base.progress.reason and not base.progress.causes:
            findings.append(
                finding(
                    "E203",
                    where,
                    name=self.name,
                    executed=executed,
                    budget=budget,
                    rate=percent_text(rate),
                    date=given.as_of.isoformat(),
                    due=percent_text(due),
                )
            )
        return evolve(base, progress=progress), tuple(findings)
