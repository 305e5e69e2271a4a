"""A method about to be applied to one case: its bounds, its names, and the figures they give."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.expressions import Name, Undetermined
from jixiao.intervals import End, Interval
from jixiao.scoring.completion import ratio
from jixiao.scoring.figures import exact_text
from jixiao.scoring.subject import Case, Subject, why_not

if TYPE_CHECKING:
    from jixiao.expressions import Expression, Result
    from jixiao.rules import Method
    from jixiao.scoring.steps import Step
    from jixiao.values import Note

__all__ = ["Application", "Applied", "Bounds", "ends_of", "names_of_case", "point"]


@frozen
class Applied:
    """What a method allows one case: intervals of points, and how they came about."""

    points: tuple[Interval, ...] = ()
    reasons: tuple[Note, ...] = ()
    steps: tuple[Step, ...] = ()
    rate: str | None = None
    """The exact rate as text, where there is one."""


@frozen
class Bounds:
    """封顶, 保底 and 及格线 as shares of 1."""

    cap: Fraction
    floor: Fraction
    line: Fraction | None


def names_of_case(case: Case, subject: Subject, weight: Fraction) -> dict[str, Result | None]:
    """The names that a case gives to the formulas of a method."""
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


@frozen(eq=False)
class Application:
    """One method about to be applied to one case."""

    method: Method
    case: Case
    subject: Subject
    weight: Fraction
    names: dict[str, Result | None]

    @property
    def bounds(self) -> Bounds:
        """封顶, 保底 and 及格线."""
        method = self.method
        return Bounds(
            Fraction(1) if method.cap is None else Fraction(method.cap),
            Fraction(0) if method.floor is None else Fraction(method.floor),
            None if method.pass_line is None else Fraction(method.pass_line),
        )

    def figure(self, expression: Expression) -> tuple[Fraction | None, str, tuple[Note, ...]]:
        """The figure of an expression; 完成率 alone keeps the text it had."""
        done = self.case.completion
        if expression == Name(("完成率",)) and done is not None:
            return done, self.case.completion_text or exact_text(done), ()
        return ratio(expression, self.subject, self.names)

    def evaluate(self, expression: Expression) -> Result:
        """What an expression yields in this case."""
        return self.subject.evaluate(expression, **self.names)

    def why(self, result: Result) -> Note:
        """Why an expression gave no figure or no answer."""
        missing = result if isinstance(result, Undetermined) else Undetermined("kinds")
        return why_not(missing, self.method.name)


def point(points: Fraction) -> Interval:
    """One number of points."""
    return Interval(End(points), End(points))


def ends_of(points: tuple[Interval, ...], weight: Fraction) -> tuple[Fraction, Fraction]:
    """The lowest and the highest point of several intervals."""
    lows = [Fraction(0) if one.low is None else one.low.at for one in points]
    highs = [weight if one.high is None else one.high.at for one in points]
    return min(lows), max(highs)
