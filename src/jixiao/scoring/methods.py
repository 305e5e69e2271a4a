"""A method applied to one case: the rates or points that it allows, with the steps.

得分率 gives a rate and 得分 points by a formula; a 分档 table gives either by its matching row.
Points stay between 0 and the weight unless 封顶 and 保底 say otherwise. Where a 若 of a formula
cannot be answered both its branches are possible.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.expressions import Conditional
from jixiao.intervals import End, Interval
from jixiao.scoring.application import Application, Applied, ends_of, names_of_case, point
from jixiao.scoring.figures import exact_text, percent_text
from jixiao.scoring.formula import formula_text
from jixiao.scoring.steps import Step, step
from jixiao.scoring.tabled import by_table
from jixiao.values import doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.expressions import Expression
    from jixiao.rules import Method
    from jixiao.scoring.subject import Case, Subject
    from jixiao.values import Note

__all__ = ["Applied", "applied", "ends_of", "reason_required"]


def applied(method: Method, case: Case, subject: Subject, weight: Fraction) -> Applied:
    """The points that a method allows a case of an indicator with that weight."""
    one = Application(method, case, subject, weight, names_of_case(case, subject, weight))
    if method.rate is not None:
        found = _by_formula(one, method.rate, points=False)
    elif method.points is not None:
        found = _by_formula(one, method.points, points=True)
    elif method.table is not None:
        found = by_table(one, method.table)
    else:
        found = Applied(reasons=(doubt("E59", method=method.name),))
    return _deducted(one, found) if method.deductions else found


def _by_formula(one: Application, expression: Expression, *, points: bool) -> Applied:
    """得分率 or 得分; every branch of a 若 that cannot be answered."""
    open_conditions: list[Note] = []
    branches = tuple(_branches(one, expression, open_conditions))
    reckon = _by_points if points else _by_rate
    results = [reckon(one, each) for each in branches]
    if len(results) == 1 and not open_conditions:
        found = results[0]
        return _whole(found, expression) if branches[0] is not expression else found
    reasons = dict.fromkeys((*open_conditions, *(why for each in results for why in each.reasons)))
    if any(not each.points for each in results):
        return Applied(reasons=tuple(reasons))
    spans = tuple(span for each in results for span in each.points)
    steps = tuple(dict.fromkeys(each for result in results for each in result.steps))
    rates = {each.rate for each in results}
    return Applied(spans, tuple(reasons), steps, rates.pop() if len(rates) == 1 else None)


def _branches(
    one: Application, expression: Expression, unanswered: list[Note]
) -> Iterator[Expression]:
    if not isinstance(expression, Conditional):
        yield expression
        return
    truth = one.evaluate(expression.condition)
    if truth is not True and truth is not False:
        unanswered.append(one.why(truth))
    if truth is not False:
        yield from _branches(one, expression.then, unanswered)
    if truth is not True:
        yield from _branches(one, expression.otherwise, unanswered)


def _whole(found: Applied, expression: Expression) -> Applied:
    """The steps with the whole formula, of which one branch was taken."""
    text = formula_text(expression)
    return evolve(found, steps=tuple(evolve(each, formula=text) for each in found.steps))


def _by_rate(one: Application, expression: Expression) -> Applied:
    rate, text, why = one.figure(expression)
    if rate is None:
        return Applied(reasons=why)
    limited, limits = _limited(one, rate)
    shown = text if limited == rate else exact_text(limited)
    done = step("E78", shown, formula=formula_text(expression), **limits)
    return Applied((point(limited * one.weight),), steps=(done,), rate=shown)


def _by_points(one: Application, expression: Expression) -> Applied:
    points, text, why = one.figure(expression)
    if points is None:
        return Applied(reasons=why)
    if not one.weight:
        return Applied((point(Fraction(0)),))
    share, limits = _limited(one, points / one.weight)
    kept = share * one.weight
    shown = text if kept == points else exact_text(kept)
    done = step("E90", shown, formula=formula_text(expression), **limits)
    return Applied((point(kept),), steps=(done,), rate=exact_text(share))


def _limited(one: Application, rate: Fraction) -> tuple[Fraction, dict[str, str]]:
    """The rate within the bounds, and which of them it met."""
    bounds = one.bounds
    reached = rate if one.case.completion is None else one.case.completion
    if bounds.line is not None and reached < bounds.line:
        return Fraction(0), {"limits": "E123", "line": percent_text(bounds.line)}
    if rate > bounds.cap:
        return bounds.cap, {"limits": "E121", "cap": percent_text(bounds.cap)}
    if rate < bounds.floor:
        return bounds.floor, {"limits": "E122", "floor": percent_text(bounds.floor)}
    return rate, {"limits": "E124"}


def _deducted(one: Application, found: Applied) -> Applied:
    """扣减 … 时 …: taken off, never below 保底."""
    floor = one.bounds.floor * one.weight
    points, steps, reasons = found.points, list(found.steps), list(found.reasons)
    for each in one.method.deductions:
        condition = one.evaluate(each.condition)
        if condition is False:
            continue
        amount = one.evaluate(each.amount)
        if not isinstance(amount, Fraction):
            reasons.append(one.why(amount))
            points = tuple(Interval(End(floor), span.high) for span in points)
            continue
        less = tuple(_lowered(span, amount, floor) for span in points)
        if condition is True:
            points = less
            steps.append(_off(each.amount, amount))
        else:
            reasons.append(one.why(condition))
            points = (*points, *less)
    rate = found.rate if points == found.points else None
    return Applied(points, tuple(reasons), tuple(steps), rate)


def _off(expression: Expression, amount: Fraction) -> Step:
    return step("E80", exact_text(amount), formula=formula_text(expression))


def _lowered(points: Interval, amount: Fraction, floor: Fraction) -> Interval:
    low = None if points.low is None else End(max(points.low.at - amount, floor))
    high = None if points.high is None else End(max(points.high.at - amount, floor))
    return Interval(low, high)


def reason_required(method: Method, case: Case, subject: Subject, weight: Fraction) -> bool:
    """Whether 须说明 asks for a reason in this case."""
    if method.explain is None:
        return False
    return subject.evaluate(method.explain, **names_of_case(case, subject, weight)) is True
