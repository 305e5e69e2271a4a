"""A method applied to one case: the rates or points that it allows, with the steps.

得分率 gives a rate and 得分 points by a formula; a 分档 table gives either by its matching row. A
cell that is a range leaves the rate to the assessor. Points stay between 0 and the weight unless
封顶 and 保底 say otherwise.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

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
    names = _names(case, subject, weight)
    found: Applied
    if method.rate is not None:
        found = _by_rate(method, method.rate, case, subject, names, weight)
    elif method.points is not None:
        found = _by_points(method, method.points, case, subject, names, weight)
    elif method.table is not None:
        found = _by_table(method, method.table, case, subject, names, weight)
    else:
        found = Applied(reasons=(doubt("E59", method=method.name),))
    return _deducted(method, found, subject, names, weight) if method.deductions else found


def _evaluated(
    expression: Expression, case: Case, subject: Subject, names: dict[str, Result | None]
) -> tuple[Fraction | None, str, tuple[Note, ...]]:
    """The figure of an expression; 完成率 alone keeps the text it had."""
    if expression == Name(("完成率",)) and case.completion is not None:
        return case.completion, case.completion_text or exact_text(case.completion), ()
    return ratio(expression, subject, names)


def _by_rate(
    method: Method,
    expression: Expression,
    case: Case,
    subject: Subject,
    names: dict[str, Result | None],
    weight: Fraction,
) -> Applied:
    rate, text, why = _evaluated(expression, case, subject, names)
    if rate is None:
        return Applied(reasons=why)
    bounds = _bounds(method)
    limited, limits = _limited(rate, rate if case.completion is None else case.completion, bounds)
    shown = text if limited == rate else exact_text(limited)
    done = step("E78", shown, formula=formula_text(expression), **limits)
    points = Interval(End(limited * weight), End(limited * weight))
    return Applied((points,), steps=(done,), rate=shown)


def _limited(rate: Fraction, reached: Fraction, bounds: _Bounds) -> tuple[Fraction, dict[str, str]]:
    if bounds.line is not None and reached < bounds.line:
        return Fraction(0), {"limits": "E123", "line": percent_text(bounds.line)}
    if rate > bounds.cap:
        return bounds.cap, {"limits": "E121", "cap": percent_text(bounds.cap)}
    if rate < bounds.floor:
        return bounds.floor, {"limits": "E122", "floor": percent_text(bounds.floor)}
    return rate, {"limits": "E124"}


def _by_points(
    method: Method,
    expression: Expression,
    case: Case,
    subject: Subject,
    names: dict[str, Result | None],
    weight: Fraction,
) -> Applied:
    points, text, why = _evaluated(expression, case, subject, names)
    if points is None:
        return Applied(reasons=why)
    bounds = _bounds(method)
    if weight:
        share = points / weight
        reached = share if case.completion is None else case.completion
        limited, limits = _limited(share, reached, bounds)
        kept = limited * weight
    else:
        kept, limits = Fraction(0), {"limits": "E124"}
    shown = text if kept == points else exact_text(kept)
    done = step("E78", shown, formula=formula_text(expression), **limits)
    rate = exact_text(kept / weight) if weight else None
    return Applied((Interval(End(kept), End(kept)),), steps=(done,), rate=rate)


def _by_table(
    method: Method,
    table: DecisionTable,
    case: Case,
    subject: Subject,
    names: dict[str, Result | None],
    weight: Fraction,
) -> Applied:
    if table.result not in ("得分率", "得分"):
        return Applied(reasons=(doubt("E59", method=method.name),))
    bounds = _bounds(method)
    if bounds.line is not None and case.completion is not None and case.completion < bounds.line:
        none = Interval(End(Fraction(0)), End(Fraction(0)))
        return Applied((none,), rate="0")
    inputs = [_input(name, subject, names) for name in table.inputs]
    reasons = [why_not(one, method.name) for one in inputs if isinstance(one, Undetermined)]
    choices = case.grades if "达成程度" in table.inputs and len(case.grades) > 1 else (None,)
    found: list[Interval] = []
    texts: list[str] = []
    for choice in choices:
        values = [
            choice if choice is not None and name == "达成程度" else one
            for name, one in zip(table.inputs, inputs, strict=True)
        ]
        for row in table.rows:
            answers = [holds(cell, one) for cell, one in zip(row.cells[:-1], values, strict=True)]
            if any(one is False for one in answers):
                continue
            for interval in allowed(row.cells[-1]):
                bound = _bounded(interval, bounds, weight, points=table.result == "得分")
                found.append(bound)
                low, high = ends_of((bound,), weight)
                texts.append(_band_text(bound, weight, low, high))
            if all(one is True for one in answers):
                break
    if not found:
        return Applied(reasons=tuple(reasons) or (doubt("E46", name="、".join(table.inputs)),))
    if choices != (None,):
        reasons = []
    band = " 或 ".join(dict.fromkeys(texts))
    low, high = ends_of(tuple(found), weight)
    if low != high and len(texts) == 1:
        grade = names["达成程度"]
        shown = grade if isinstance(grade, str) else method.name
        reasons.append(doubt("E44", grade=shown, band=band))
    done = step("E78", band, formula="、".join(table.inputs), limits="E124")
    rate = exact_text(low / weight) if low == high and weight else band
    return Applied(tuple(found), tuple(reasons), (done,), rate)


def _input(name: str, subject: Subject, names: dict[str, Result | None]) -> Result:
    return subject.evaluate(Name(tuple(name.split("."))), **names)


def _bounded(interval: Interval, bounds: _Bounds, weight: Fraction, *, points: bool) -> Interval:
    """A cell as points: rates times the weight, an end left open bound by 保底 and 封顶."""
    times = Fraction(1) if points else weight
    floor, cap = bounds.floor * weight, bounds.cap * weight
    low = End(floor) if interval.low is None else End(interval.low.at * times, interval.low.closed)
    high = (
        End(cap) if interval.high is None else End(interval.high.at * times, interval.high.closed)
    )
    if low.at == high.at:
        return Interval(End(low.at), End(low.at))
    return Interval(
        End(floor) if low.at < floor else End(cap) if low.at > cap else low,
        End(cap) if high.at > cap else End(floor) if high.at < floor else high,
    )


def _band_text(interval: Interval, weight: Fraction, low: Fraction, high: Fraction) -> str:
    if not weight or interval.low is None or interval.high is None:
        return exact_text(low)
    return share_text(
        low / weight,
        high / weight,
        low_closed=interval.low.closed,
        high_closed=interval.high.closed,
    )


def ends_of(points: tuple[Interval, ...], weight: Fraction) -> tuple[Fraction, Fraction]:
    """The lowest and the highest point of several intervals."""
    lows = [Fraction(0) if one.low is None else one.low.at for one in points]
    highs = [weight if one.high is None else one.high.at for one in points]
    return min(lows), max(highs)


def _deducted(
    method: Method,
    found: Applied,
    subject: Subject,
    names: dict[str, Result | None],
    weight: Fraction,
) -> Applied:
    floor = _bounds(method).floor * weight
    points, steps, reasons = found.points, list(found.steps), list(found.reasons)
    for one in method.deductions:
        condition = subject.evaluate(one.condition, **names)
        if condition is False:
            continue
        amount = subject.evaluate(one.amount, **names)
        if not isinstance(amount, Fraction):
            why = amount if isinstance(amount, Undetermined) else Undetermined("kinds")
            reasons.append(why_not(why, method.name))
            points = tuple(Interval(End(floor), each.high) for each in points)
            continue
        less = tuple(_lowered(each, amount, floor) for each in points)
        if condition is True:
            points = less
            steps.append(step("E80", exact_text(amount), formula=formula_text(one.amount)))
        else:
            why = condition if isinstance(condition, Undetermined) else Undetermined("kinds")
            reasons.append(why_not(why, method.name))
            points = (*points, *less)
    return Applied(points, tuple(reasons), tuple(steps), found.rate)


def _lowered(points: Interval, amount: Fraction, floor: Fraction) -> Interval:
    low = None if points.low is None else End(max(points.low.at - amount, floor))
    high = None if points.high is None else End(max(points.high.at - amount, floor))
    return Interval(low, high)


def reason_required(method: Method, case: Case, subject: Subject, weight: Fraction) -> bool:
    """Whether 须说明 asks for a reason in this case."""
    if method.explain is None:
        return False
    return subject.evaluate(method.explain, **_names(case, subject, weight)) is True
