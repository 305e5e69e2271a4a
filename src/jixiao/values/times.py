"""Values of time: the pace of a year, and spans from one day to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from attrs import frozen

from jixiao.periods import due_share
from jixiao.values.base import Actual, Deadline, Json, Operator, Value
from jixiao.values.operators import operator_json, operator_of
from jixiao.values.verdicts import Context, Verdict, met, undetermined

if TYPE_CHECKING:
    from fractions import Fraction


__all__ = ["Pace", "Period"]


def _holds(left: Fraction, op: Operator | None, right: Fraction) -> bool:
    match op:
        case Operator.GT:
            return left > right
        case Operator.LT:
            return left < right
        case Operator.LE:
            return left <= right
        case Operator.EQ:
            return left == right
        case _:
            return left >= right


@frozen(kw_only=True)
class Pace(Value):
    """序时进度: the share of the year's plan that is due by a date; met by that share or more.

    >>> str(Pace(op=Operator.GE))
    '≥序时进度'
    """

    op: Operator | None = None

    def _json(self) -> Json:
        return {"op": operator_json(self.op), "implied": self.op is None}

    @classmethod
    def _of_json(cls, shown: Json, common: Json) -> Self:
        return cls(op=operator_of(shown), **common)

    def _core(self) -> str:
        return ("" if self.op is None else self.op.sign) + "序时进度"

    def _judge(self, actual: Actual, context: Context) -> Verdict:
        if isinstance(actual.value, Pace):
            above = {Operator.GE, Operator.GT, None}
            if actual.value.op is self.op or (actual.value.op in above and self.op in above):
                return met(holds=True)
            return undetermined("V38", actual=actual.text)
        if actual.attainment in {"full", "none"}:
            return met(actual.attainment == "full")
        quantity = actual.quantity
        if quantity is None or quantity.unit.dimension != "%":
            return undetermined("V38", actual=actual.text)
        if context.as_of is None:
            return undetermined("V49")
        due = due_share(context.as_of, context.plan)
        return met(_holds(quantity.exact / 100, self.op, due))


@frozen(kw_only=True)
class Period(Value):
    """A span of time from a day or month to another.

    >>> str(Period(start=Deadline(year=2023, month=7), end=Deadline(year=2024, month=1)))
    '2023年7月-2024年1月'
    """

    start: Deadline
    end: Deadline

    def _json(self) -> Json:
        return {"start": self.start.day_json(), "end": self.end.day_json()}

    @classmethod
    def _of_json(cls, shown: Json, common: Json) -> Self:
        return cls(start=Deadline(**shown["start"]), end=Deadline(**shown["end"]), **common)

    def _core(self) -> str:
        whole = (self.start.month, self.end.month, self.start.day) == (1, 12, None)
        if whole and self.end.day is None and self.start.year == self.end.year:
            return "全年" if self.start.year is None else f"{self.start.year}年全年"
        return f"{_point(self.start)}-{_point(self.end)}"

    def _judge(self, actual: Actual, context: Context) -> Verdict:
        if isinstance(actual.value, Period) and actual.value.start == self.start:
            return met(actual.value.end == self.end)
        verdict = self.end.contains(actual, context)
        if verdict.status != "met" or actual.done_on is None:
            return verdict
        year = self.start.year or self.end.year or context.year or actual.done_on.year
        first = (year, self.start.month or 1, self.start.day or 1)
        day = actual.done_on
        return met((day.year, day.month, day.day) >= first)


def _point(point: Deadline) -> str:
    text = "" if point.year is None else f"{point.year}年"
    if point.month is not None:
        text += f"{point.month}月"
    return text if point.day is None else f"{text}{point.day}日"
