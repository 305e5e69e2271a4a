"""Targets of time: 序时进度 by what is due, days and spans by what they literally say."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.expressions import Binary, Name, Undetermined
from jixiao.scoring.completion import ratio
from jixiao.scoring.figures import exact_text
from jixiao.scoring.formula import formula_text
from jixiao.scoring.steps import step
from jixiao.scoring.subject import Assessment, Case, why_not
from jixiao.values import doubt

if TYPE_CHECKING:
    from jixiao.expressions import Expression
    from jixiao.scoring.subject import Subject
    from jixiao.units import Quantity

__all__ = ["literal", "pace"]

_SAID: dict[str, str] = {"met": "是", "not_met": "否", "undetermined": "无法判断"}


def pace(subject: Subject) -> Assessment:
    """序时进度: the actual by what is due at the date; without a figure, what it says."""
    actual = subject.actual.quantity
    if actual is None:
        return literal(subject)
    due = subject.due()
    rule = subject.rules.scoring.completion("进度")
    if due is None:
        return Assessment(reasons=(doubt("V49"),))
    if rule is None:
        return Assessment(reasons=(doubt("E58", case="进度"),))
    if actual.unit.base != "%":
        why = doubt("E52", target=str(subject.target), actual=subject.actual.text)
        return Assessment(reasons=(why,))
    return _paced(rule.expression, due, actual, subject)


def _paced(expression: Expression, due: Fraction, actual: Quantity, subject: Subject) -> Assessment:
    share = actual.exact / 100
    names = {"实际值": share, "应达值": due, "目标值": due}
    source = "应达进度"
    if isinstance(expression, Binary) and expression.sign == "÷":
        own = subject.evaluate(expression.right, **names)
        if isinstance(own, Undetermined):
            return Assessment(reasons=(why_not(own),), direction="正向")
        if isinstance(own, Fraction) and expression.right != Name(("应达值",)):
            due, source = own, formula_text(expression.right)
    expected = step("E83", exact_text(due), formula=source)
    if due == 0:
        case = Case(met=True, completion=Fraction(1), completion_text="1", actual=share)
        return Assessment(cases=(case,), steps=(expected,), direction="正向", met=True)
    completion, text, why = ratio(expression, subject, names)
    if completion is None:
        return Assessment(reasons=why, steps=(expected,), direction="正向")
    done = step(
        "E73",
        text,
        formula=formula_text(expression),
        target=exact_text(due),
        actual=str(actual),
    )
    met = completion >= 1
    case = Case(met, completion, text, due, share)
    return Assessment(cases=(case,), steps=(expected, done), direction="正向", met=met)


def literal(subject: Subject) -> Assessment:
    """Values whose attainment is what they literally say: a day, a span, a pace in words."""
    verdict = subject.target.contains(subject.actual, subject.context)
    reasons = () if verdict.reason is None else (verdict.reason,)
    said = (step("E76", _SAID[verdict.status]),)
    if verdict.status == "undetermined":
        return Assessment(cases=(Case(met=True), Case(met=False)), reasons=reasons, steps=said)
    met = verdict.status == "met"
    share = Fraction(1) if met else None
    return Assessment(
        cases=(Case(met=met, completion=share, completion_text="1" if met else None),),
        reasons=() if met else reasons,
        steps=said,
        met=met,
    )
