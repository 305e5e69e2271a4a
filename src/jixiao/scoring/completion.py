"""完成率: how much of a numeric target was reached, by the ruleset's own formulas.

正向: the ruleset's 完成率 正向 (实际值 ÷ 目标值). 反向: 100% when met; when missed the ruleset's
完成率 反向 or, where no ruleset says it, the interval between the two formulas in use: 目标值 ÷
实际值 and 2 - 实际值 ÷ 目标值. A zero target is all or nothing, by 完成率 零值.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.expressions import Binary, Expression, Name, Number, Undetermined, walk
from jixiao.scoring.figures import exact_text, percent_text, quotient_text
from jixiao.scoring.formula import formula_text
from jixiao.scoring.steps import step
from jixiao.scoring.subject import Assessment, Case, Subject, why_not
from jixiao.units import parse_unit
from jixiao.values import Note, doubt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.expressions import Result
    from jixiao.rules import Completion
    from jixiao.scoring.facing import Way
    from jixiao.units import Quantity

__all__ = ["completed", "near", "ratio"]

_TARGET, _ACTUAL = Name(("目标值",)), Name(("实际值",))
_BY_QUOTIENT = Binary("÷", _TARGET, _ACTUAL)
_BY_EXCESS = Binary("-", Number(Decimal(2)), Binary("÷", _ACTUAL, _TARGET))


@frozen
class _Figures:
    """Target and actual as figures of the rules, and as printed."""

    target: Fraction
    actual: Fraction
    target_text: str
    actual_text: str


def _figures(target: Quantity, actual: Quantity, subject: Subject) -> _Figures:
    """Both in the target's unit: a percentage as a fraction of 1, money in the table's unit."""
    scale = Fraction(1)
    if target.unit.base == "%":
        scale = target.unit.ratio / 100
    elif target.unit.base == "元":
        scale = Fraction(target.unit.factor) / _money_factor(subject.money_unit)
    else:
        scale = Fraction(target.unit.factor)
    number = actual.exact / target.unit.ratio
    return _Figures(Fraction(target.number) * scale, number * scale, str(target), str(actual))


def _money_factor(unit_name: str) -> Fraction:
    unit = parse_unit(unit_name)
    return Fraction(unit.factor) if unit.base == "元" else Fraction(1)


def completed(way: Way, target: Quantity, actual: Quantity, subject: Subject) -> Assessment:
    """The readings of a figure against a figure of the same dimension."""
    figures = _figures(target, actual, subject)
    match way:
        case "more":
            return _more(figures, subject)
        case "less":
            return _less(figures, subject)
        case "exact":
            if figures.actual == figures.target:
                return _met(figures)
            missed = _less if figures.actual > figures.target or figures.target <= 0 else _more
            found = missed(figures, subject)
            return evolve(
                found, cases=tuple(evolve(one, met=False) for one in found.cases), met=False
            )
        case _:
            more, less = _more(figures, subject), _less(figures, subject)
            return Assessment(
                cases=(*more.cases, *less.cases),
                reasons=(*more.reasons, *less.reasons),
                steps=(*more.steps, *less.steps),
                met=more.met if more.met is less.met else None,
            )


def near(target: Quantity, actual: Quantity, share: Decimal, subject: Subject) -> Assessment | None:
    """约, 近, 左右: met where the actual is off by no more than 约数; None where it is not."""
    figures = _figures(target, actual, subject)
    gap = abs(figures.actual - figures.target)
    if gap > abs(figures.target) * Fraction(share):
        return None
    case = _case(figures, Fraction(1), "1", met=True)
    off = percent_text(gap / abs(figures.target)) if figures.target else "0%"
    told = step(
        "E96",
        target=figures.target_text,
        actual=figures.actual_text,
        gap=off,
        near=percent_text(Fraction(share)),
    )
    return Assessment(cases=(case,), steps=(told,), met=True)


def _met(figures: _Figures) -> Assessment:
    one = step("E74", "100%", target=figures.target_text, actual=figures.actual_text)
    return Assessment(cases=(_case(figures, Fraction(1), "1", met=True),), steps=(one,), met=True)


def _case(figures: _Figures, share: Fraction, text: str, *, met: bool) -> Case:
    return Case(met, share, text, figures.target, figures.actual)


def _more(figures: _Figures, subject: Subject) -> Assessment:
    met = figures.actual >= figures.target
    if figures.target <= 0:
        if met:
            return _met(figures)
        return Assessment(reasons=(doubt("E53"),), met=False)
    rule = subject.rules.scoring.completion("正向")
    if rule is None:
        return _unsaid("正向", met=met)
    return _by_rule(rule, figures, subject, met=met)


def _less(figures: _Figures, subject: Subject) -> Assessment:
    if figures.actual <= figures.target:
        return _met(figures)
    if figures.target < 0:
        return Assessment(reasons=(doubt("E53"),), met=False)
    if figures.target == 0:
        rule = subject.rules.scoring.completion("零值")
        if rule is None:
            return _unsaid("零值", met=False)
        return _by_rule(rule, figures, subject, met=False)
    rule = subject.rules.scoring.completion("反向")
    if rule is not None:
        return _by_rule(rule, figures, subject, met=False)
    both = [
        _by_formula(formula, figures, subject, met=False) for formula in (_BY_QUOTIENT, _BY_EXCESS)
    ]
    return Assessment(
        cases=tuple(case for one in both for case in one.cases),
        reasons=(doubt("E43"),),
        steps=tuple(each for one in both for each in one.steps),
        met=False,
        between=True,
    )


def _unsaid(case: str, *, met: bool) -> Assessment:
    if met:
        return Assessment(
            cases=(Case(met=True, completion=Fraction(1), completion_text="1"),), met=True
        )
    return Assessment(reasons=(doubt("E58", case=case),), met=met)


def _by_rule(rule: Completion, figures: _Figures, subject: Subject, *, met: bool) -> Assessment:
    return _by_formula(rule.expression, figures, subject, met=met)


def _by_formula(
    expression: Expression, figures: _Figures, subject: Subject, *, met: bool
) -> Assessment:
    names = {"目标值": figures.target, "实际值": figures.actual}
    share, text, why = ratio(expression, subject, names)
    if share is None:
        return Assessment(reasons=why, met=met)
    done = step(
        "E73",
        text,
        formula=formula_text(expression),
        target=figures.target_text,
        actual=figures.actual_text,
    )
    return Assessment(cases=(_case(figures, share, text, met=met),), steps=(done,), met=met)


def ratio(
    expression: Expression, subject: Subject, names: Mapping[str, Result | None]
) -> tuple[Fraction | None, str, tuple[Note, ...]]:
    """A share by an expression, its exact text, and why there is none.

    A quotient that has no finite decimal keeps the two figures it came from (4164/11442).
    """
    share = subject.evaluate(expression, **names)
    if isinstance(share, Undetermined):
        return None, "", (why_not(_told(share, expression, subject, names)),)
    if not isinstance(share, Fraction):
        return None, "", (doubt("E46", name=formula_text(expression)),)
    if isinstance(expression, Binary) and expression.sign == "÷":
        above = subject.evaluate(expression.left, **names)
        below = subject.evaluate(expression.right, **names)
        if isinstance(above, Fraction) and isinstance(below, Fraction):
            return share, quotient_text(above, below), ()
    return share, exact_text(share), ()


def _told(
    why: Undetermined,
    expression: Expression,
    subject: Subject,
    names: Mapping[str, Result | None],
) -> Undetermined:
    """A division by zero with the divisor by name."""
    if why.reason != "zero_division" or why.name:
        return why
    divisors = (
        one.right for one in walk(expression) if isinstance(one, Binary) and one.sign == "÷"
    )
    zero = (one for one in divisors if subject.evaluate(one, **names) == 0)
    return next((Undetermined(why.reason, formula_text(one)) for one in zero), why)
