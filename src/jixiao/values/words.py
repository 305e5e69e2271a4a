"""Values in words: pace, periods, trends, references, qualities, and several at once."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Self

from attrs import evolve, frozen

from jixiao.lexicon import BASELINES, REFERENCE_NAMES
from jixiao.periods import due_share
from jixiao.units import as_decimal
from jixiao.values.base import Actual, Deadline, Json, Operator, Value
from jixiao.values.numeric import Comparison, judge_number
from jixiao.values.operators import operator_json, operator_of
from jixiao.values.verdicts import Context, Verdict, met, undetermined

if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = ["Compound", "Pace", "Period", "Qualitative", "Reference"]


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


@frozen(kw_only=True)
class Reference(Value):
    """A limit that is named, not numbered: 不超预算, 政府采购限价.

    >>> str(Reference(op=Operator.LE, to="年初预算数"))
    '≤年初预算数'
    """

    to: str
    op: Operator | None = None

    def _json(self) -> Json:
        return {"op": operator_json(self.op), "to": self.to}

    @classmethod
    def _of_json(cls, shown: Json, common: Json) -> Self:
        return cls(op=operator_of(shown), to=shown["to"], **common)

    def _core(self) -> str:
        if self.op is None:
            return self.to if self.to.endswith(REFERENCE_NAMES) else "参照" + self.to
        return self.op.sign + self.to

    def _judge(self, actual: Actual, context: Context) -> Verdict:
        if actual.attainment in {"full", "none"}:
            return met(actual.attainment == "full")
        if isinstance(actual.value, Reference) and actual.value.to == self.to:
            if actual.value.op is self.op:
                return met(holds=True)
            return undetermined("V38", actual=actual.text)
        name, share = _shared(self.to)
        figure = dict(context.money).get(name)
        if figure is None and name.startswith(BASELINES):
            figure = context.baseline
        exact = None if figure is None else as_decimal(Fraction(figure.number) * share)
        if figure is None or exact is None:
            return undetermined("V47", to=self.to)
        figure = evolve(figure, number=exact)
        return judge_number(Comparison(op=self.op, quantity=figure), actual)


_SHARE = re.compile(r"(.+)的([0-9]+(?:\.[0-9]+)?)([%‰倍])")
_PARTS = {"%": 100, "‰": 1000, "倍": 1}


def _shared(to: str) -> tuple[str, Fraction]:
    """The limit that is named and the share of it: 低保标准的1.3倍."""
    match = _SHARE.fullmatch(to)
    if match is None:
        return to, Fraction(1)
    return match[1], Fraction(match[2]) / _PARTS[match[3]]


@frozen(kw_only=True)
class Qualitative(Value):
    """Words; `means` is what they say as a number (全覆盖: =100%), where they do.

    >>> str(Qualitative(word="规范"))
    '规范'
    """

    word: str
    means: Value | None = None

    def _json(self) -> Json:
        return {"word": self.word} | ({} if self.means is None else {"means": self.means.to_json()})

    @classmethod
    def _of_json(cls, shown: Json, common: Json) -> Self:
        means = Value.from_json(shown["means"]) if "means" in shown else None
        return cls(word=shown["word"], means=means, **common)

    def _core(self) -> str:
        return self.word

    def _judge(self, actual: Actual, context: Context) -> Verdict:
        if actual.attainment in {"full", "none"}:
            return met(actual.attainment == "full")
        if isinstance(actual.value, Qualitative):
            if actual.value.word == self.word:
                return met(holds=True)
            if self.means is not None and actual.value.means is not None:
                filed = Actual(actual.text, actual.value.means)
                return self.means.contains(filed, context)
        elif self.means is not None:
            return self.means.contains(actual, context)
        return undetermined("V39")


@frozen(kw_only=True)
class Compound(Value):
    """Several values at once, all to hold.

    >>> str(Compound(parts=(Qualitative(word="及时"), Qualitative(word="准确"))))
    '及时，准确'
    """

    parts: tuple[Value, ...]

    def _json(self) -> Json:
        return {"all": [part.to_json() for part in self.parts]}

    @classmethod
    def _of_json(cls, shown: Json, common: Json) -> Self:
        return cls(parts=tuple(Value.from_json(part) for part in shown["all"]), **common)

    def _core(self) -> str:
        text = ""
        for part in map(str, self.parts):
            # A comma between two digits would read as a grouping.
            digits = text[-1:].isdigit() and part[:1].isdigit()
            text += ("；" if digits else "，") + part if text else part
        return text

    def _judge(self, actual: Actual, context: Context) -> Verdict:
        if actual.attainment in {"full", "none"}:
            return met(actual.attainment == "full")
        if isinstance(actual.value, Compound) and len(actual.value.parts) == len(self.parts):
            pairs = zip(self.parts, actual.value.parts, strict=True)
            return _all(part.contains(Actual(str(own), own), context) for part, own in pairs)
        subjects = {part.subject for part in self.parts}
        if len(subjects) > 1 or any(isinstance(part, Qualitative) for part in self.parts):
            return undetermined("V48", count=len(self.parts))
        return _all(part.contains(actual, context) for part in self.parts)


def _all(verdicts: Iterable[Verdict]) -> Verdict:
    found = tuple(verdicts)
    for status in ("not_met", "undetermined"):
        for verdict in found:
            if verdict.status == status:
                return verdict
    return met(holds=True)
