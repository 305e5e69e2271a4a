"""What is reached by what is due, and what the year comes to if it goes on like this."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.expressions import Name, walk
from jixiao.monitoring.due import share_text
from jixiao.monitoring.progress import Projection
from jixiao.scoring.figures import exact_text
from jixiao.scoring.steps import Step, step
from jixiao.values import Note, doubt

if TYPE_CHECKING:
    from jixiao.expressions import Expression
    from jixiao.monitoring.progress import Standing
    from jixiao.scoring.subject import Subject
    from jixiao.units import Quantity

__all__ = ["Pace", "paced", "projected", "standing_of"]

_OWN = frozenset({"实际值", "目标值", "应达值"})


@frozen
class Pace:
    """The progress ratio with its step, or why there is none."""

    ratio: Fraction | None
    steps: tuple[Step, ...] = ()
    why: tuple[Note, ...] = ()


def paced(subject: Subject, completion: Fraction, due: Fraction) -> Pace:
    """The share reached by the share due: by the ruleset's 完成率 进度 over 应达值, else ÷.

    A formula that reads a plan of its own (插值(资金支出计划)) is what the caller's date and plan
    already say, so the quotient stands for it.
    """
    if due <= 0:
        return Pace(None, why=(doubt("E223"),))
    ratio = completion / due
    rule = subject.rules.scoring.completion("进度")
    if rule is not None and _over_due(rule.expression):
        found = subject.evaluate(rule.expression, 实际值=completion, 目标值=due, 应达值=due)
        ratio = found if isinstance(found, Fraction) else ratio
    told = step("E248", share_text(ratio), formula=f"{share_text(completion)} ÷ {share_text(due)}")
    return Pace(ratio, (told,))


def _over_due(expression: Expression) -> bool:
    names = {str(one) for one in walk(expression) if isinstance(one, Name)}
    return names <= _OWN and "应达值" in names


def projected(actual: Quantity, due: Fraction) -> Projection:
    """The figure of the year, straight from the pace, exact.

    >>> from decimal import Decimal
    >>> from jixiao.units import Quantity, parse_unit
    >>> projected(Quantity(Decimal(12), parse_unit("辆")), Fraction(1, 2))
    Projection(figure='24辆', formula='12辆 ÷ 50%')
    """
    figure = exact_text(Fraction(actual.number) / due)
    return Projection(f"{figure}{actual.unit.symbol}", f"{actual} ÷ {share_text(due)}")


def standing_of(ratio: Fraction | None, *, reached: bool = False) -> Standing:
    """Reached for the year, else ahead of, on, or behind what is due.

    >>> standing_of(Fraction(9, 10)), standing_of(None)
    ('behind', 'undetermined')
    """
    if reached:
        return "reached"
    if ratio is None:
        return "undetermined"
    return "on_pace" if ratio == 1 else "ahead" if ratio > 1 else "behind"
