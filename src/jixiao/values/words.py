"""Values in words: named limits and qualities, and several values at once."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Self

from attrs import evolve, frozen

from jixiao.lexicon import BASELINES, REFERENCE_NAMES
from jixiao.units import as_decimal
from jixiao.values.absence import not_done
from jixiao.values.base import Actual, Json, Operator, Value
from jixiao.values.numeric import Comparison, judge_number
from jixiao.values.operators import operator_json, operator_of
from jixiao.values.verdicts import Context, Verdict, met, undetermined

if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = ["Compound", "Qualitative", "Reference"]


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
            if actual.value.word == self.word or not_done(self.word, actual.value.word):
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
