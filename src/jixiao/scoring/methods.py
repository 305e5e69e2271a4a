"""A method applied to one case: the rates or points that it allows, with the steps.

得分率 gives a rate and 得分 points by a formula; a 分档 table gives either by its matching row. A
cell that is a range leaves the rate to the assessor. Points stay between 0 and the weight unless
封顶 and 保底 say otherwise.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeGuard

from attrs import frozen

from jixiao.expressions import Name, Undetermined
from jixiao.intervals import End, Interval
from jixiao.scoring.bands import allowed, holds
from jixiao.scoring.completion import ratio
from jixiao.scoring.figures import exact_text, percent_text, share_text
from jixiao.scoring.formula import formula_text
from jixiao.scoring.steps import Step, step
from jixiao.scoring.subject import Case, Subject, why_not
from jixiao.values import Note, doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.expressions import Expression, Result
    from jixiao.rules import DecisionTable, Method

__all__ = ["Applied", "applied", "ends_of", "reason_required"]


@frozen
class Applied:
    """What a method allows one case: intervals of points, and how they came about."""

    points: tuple[Interval, ...] = ()
    reasons: tuple[Note, ...] = ()
    steps: tuple[Step, ...] = ()
    rate: str | None = None
    """The exact rate as text, where there is one."""


@frozen
class _Bounds:
    """封顶, 保底 and 及格线 as shares of 1."""

    cap: Fraction
    floor: Fraction
    line: Fraction | None


def _bounds(method: Method) -> _Bounds:
    return _Bounds(
        Fraction(1) if method.cap is None else Fraction(method.cap),
        Fraction(0) if method.floor is None else Fraction(method.floor),
        None if method.pass_line is None else Fraction(method.pass_line),
    )


def _names(case: Case, subject: Subject, weight: Fraction) -> dict[str, Result | None]:
    over = None if case.completion is None else max(case.completion - 1, Fraction(0))
    return {
        "目标值": subject.target if case.target is None else case.target,
        "实际值": subject.actual.value if case.actual is None else case.actual,
        "完成率": case.completion,
        "偏离度": over,
        "达成程度": case.grades[0] if len(case.grades) == 1 else None,
        "是否达成": case.met,
        "权重": weight,
        "应达值": subject.due(),
    }


def applied(method: Method, case: Case, subject: Subject, weight: Fraction) -> Applied:
    """The points that a method allows a case of an indicator with that weight."""
    one = _Application(method, case, subject, weight, _names(case, subject, weight))
    if method.rate is not None:
        found = one.by_rate(method.rate)
    elif method.points is not None:
        found = one.by_points(method.points)
    elif method.table is not None:
        found = one.by_table(method.table)
    else:
        found = Applied(reasons=(doubt("E59", method=method.name),))
    return one.deducted(found) if method.deductions else found


@frozen(eq=False)
class _Application:
    """One method about to be applied to one case."""

    method: Method
    case: Case
    subject: Subject
    weight: Fraction
    names: dict[str, Result | None]

    @property
    def bounds(self) -> _Bounds:
        """封顶, 保底 and 及格线."""
        return _bounds(self.method)

    def figure(self, expression: Expression) -> tuple[Fraction | None, str, tuple[Note, ...]]:
        """The figure of an expression; 完成率 alone keeps the text it had."""
        done = self.case.completion
        if expression == Name(("完成率",)) and done is not None:
            return done, self.case.completion_text or exact_text(done), ()
        return ratio(expression, self.subject, self.names)

    def by_rate(self, expression: Expression) -> Applied:
        """得分率."""
        rate, text, why = self.figure(expression)
        if rate is None:
            return Applied(reasons=why)
        limited, limits = self.limited(rate)
        shown = text if limited == rate else exact_text(limited)
        done = step("E78", shown, formula=formula_text(expression), **limits)
        return Applied((_point(limited * self.weight),), steps=(done,), rate=shown)

    def by_points(self, expression: Expression) -> Applied:
        """得分."""
        points, text, why = self.figure(expression)
        if points is None:
            return Applied(reasons=why)
        if not self.weight:
            return Applied((_point(Fraction(0)),))
        share, limits = self.limited(points / self.weight)
        kept = share * self.weight
        shown = text if kept == points else exact_text(kept)
        done = step("E90", shown, formula=formula_text(expression), **limits)
        return Applied((_point(kept),), steps=(done,), rate=exact_text(share))

    def limited(self, rate: Fraction) -> tuple[Fraction, dict[str, str]]:
        """The rate within the bounds, and which of them it met."""
        bounds = self.bounds
        reached = rate if self.case.completion is None else self.case.completion
        if bounds.line is not None and reached < bounds.line:
            return Fraction(0), {"limits": "E123", "line": percent_text(bounds.line)}
        if rate > bounds.cap:
            return bounds.cap, {"limits": "E121", "cap": percent_text(bounds.cap)}
        if rate < bounds.floor:
            return bounds.floor, {"limits": "E122", "floor": percent_text(bounds.floor)}
        return rate, {"limits": "E124"}

    def by_table(self, table: DecisionTable) -> Applied:
        """分档: the row that applies; all rows that may where an input is not known."""
        if table.result not in ("得分率", "得分"):
            return Applied(reasons=(doubt("E59", method=self.method.name),))
        line, done = self.bounds.line, self.case.completion
        if line is not None and done is not None and done < line:
            return Applied((_point(Fraction(0)),), rate="0")
        inputs = [self.input(name) for name in table.inputs]
        found = tuple(
            self.bounded(interval, points=table.result == "得分")
            for values in self.readings(table, inputs)
            for interval in _matching(table, values)
        )
        unknown = [why_not(one, self.method.name) for one in inputs if _is_unknown(one)]
        if not found:
            nothing = (doubt("E46", name="、".join(table.inputs)),)
            return Applied(reasons=tuple(unknown) or nothing)
        return self.of_rows(table, found, () if len(self.case.grades) > 1 else tuple(unknown))

    def of_rows(
        self, table: DecisionTable, found: tuple[Interval, ...], reasons: tuple[Note, ...]
    ) -> Applied:
        """The points of the rows that apply; a range is the assessor's."""
        texts = tuple(dict.fromkeys(_band_text(one, self.weight) for one in found))
        band = " 或 ".join(texts)
        low, high = ends_of(found, self.weight)
        if low != high:
            shown = "、".join(self.case.grades) or self.method.name
            reasons = (*reasons, doubt("E44", grade=shown, band=band))
        done = step("E78", band, formula="、".join(table.inputs), limits="E124")
        rate = exact_text(low / self.weight) if low == high and self.weight else band
        return Applied(found, reasons, (done,), rate)

    def input(self, name: str) -> Result:
        """What an input of a table is in this case."""
        return self.subject.evaluate(Name(tuple(name.split("."))), **self.names)

    def readings(self, table: DecisionTable, inputs: list[Result]) -> list[list[Result]]:
        """The inputs, once for each 达成程度 that the case allows."""
        if "达成程度" not in table.inputs or not self.case.grades[1:]:
            return [inputs]
        place = table.inputs.index("达成程度")
        return [[*inputs[:place], grade, *inputs[place + 1 :]] for grade in self.case.grades]

    def bounded(self, interval: Interval, *, points: bool) -> Interval:
        """A cell as points: rates times the weight, an end left open bound by 保底 and 封顶."""
        times = Fraction(1) if points else self.weight
        floor, cap = self.bounds.floor * self.weight, self.bounds.cap * self.weight
        low, high = End(floor), End(cap)
        if interval.low is not None:
            low = End(interval.low.at * times, interval.low.closed)
        if interval.high is not None:
            high = End(interval.high.at * times, interval.high.closed)
        return Interval(_clamped(low, floor, cap), _clamped(high, floor, cap))

    def deducted(self, found: Applied) -> Applied:
        """扣减 … 时 …: taken off, never below 保底."""
        floor = self.bounds.floor * self.weight
        points, steps, reasons = found.points, list(found.steps), list(found.reasons)
        for one in self.method.deductions:
            condition = self.subject.evaluate(one.condition, **self.names)
            if condition is False:
                continue
            amount = self.subject.evaluate(one.amount, **self.names)
            if not isinstance(amount, Fraction):
                reasons.append(self.why(amount))
                points = tuple(Interval(End(floor), each.high) for each in points)
                continue
            less = tuple(_lowered(each, amount, floor) for each in points)
            if condition is True:
                points = less
                steps.append(step("E80", exact_text(amount), formula=formula_text(one.amount)))
            else:
                reasons.append(self.why(condition))
                points = (*points, *less)
        return Applied(points, tuple(reasons), tuple(steps), found.rate)

    def why(self, result: Result) -> Note:
        """Why an expression gave no figure or no answer."""
        missing = result if isinstance(result, Undetermined) else Undetermined("kinds")
        return why_not(missing, self.method.name)


def _point(points: Fraction) -> Interval:
    return Interval(End(points), End(points))


def _is_unknown(result: Result) -> TypeGuard[Undetermined]:
    return isinstance(result, Undetermined)


def _clamped(end: End, floor: Fraction, cap: Fraction) -> End:
    return End(floor) if end.at < floor else End(cap) if end.at > cap else end


def _matching(table: DecisionTable, values: list[Result]) -> Iterator[Interval]:
    """What the rows allow that apply, or that may where a value is not known."""
    for row in table.rows:
        answers = [holds(cell, one) for cell, one in zip(row.cells[:-1], values, strict=True)]
        if any(one is False for one in answers):
            continue
        yield from allowed(row.cells[-1])
        if all(one is True for one in answers):
            return


def _band_text(points: Interval, weight: Fraction) -> str:
    if not weight or points.low is None or points.high is None:
        return "0"
    return share_text(
        points.low.at / weight,
        points.high.at / weight,
        low_closed=points.low.closed,
        high_closed=points.high.closed,
    )


def ends_of(points: tuple[Interval, ...], weight: Fraction) -> tuple[Fraction, Fraction]:
    """The lowest and the highest point of several intervals."""
    lows = [Fraction(0) if one.low is None else one.low.at for one in points]
    highs = [weight if one.high is None else one.high.at for one in points]
    return min(lows), max(highs)


def _lowered(points: Interval, amount: Fraction, floor: Fraction) -> Interval:
    low = None if points.low is None else End(max(points.low.at - amount, floor))
    high = None if points.high is None else End(max(points.high.at - amount, floor))
    return Interval(low, high)


def reason_required(method: Method, case: Case, subject: Subject, weight: Fraction) -> bool:
    """Whether 须说明 asks for a reason in this case."""
    if method.explain is None:
        return False
    return subject.evaluate(method.explain, **_names(case, subject, weight)) is True
