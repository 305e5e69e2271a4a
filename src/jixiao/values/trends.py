"""A value relative to what was before: a trend, its direction, baseline and size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from attrs import frozen

from jixiao.lexicon import RATES
from jixiao.values.base import Actual, Json, Operator, Value
from jixiao.values.numeric import Comparison, Range
from jixiao.values.verdicts import Context, Verdict, met, undetermined

if TYPE_CHECKING:
    from fractions import Fraction

    from jixiao.units import Quantity

__all__ = ["Trend"]


_UNBASED = {
    "up": "提高",
    "down": "下降",
    "not_up": "只减不增",
    "not_down": "只增不减",
    "steady": "持平",
    "better": "改善",
}


@frozen(kw_only=True)
class Trend(Value):
    """Relative to a baseline that must be given: up, down, not_up, not_down, steady, better.

    `change` is by how much, `manner` the adverb as written (显著, 逐年).

    >>> str(Trend(direction="not_down", baseline="上年")), str(Trend(direction="up", manner="逐年"))
    ('不低于上年', '逐年提高')
    """

    direction: str
    baseline: str | None = None
    change: Value | None = None
    manner: str | None = None

    def _json(self) -> Json:
        return {
            "direction": self.direction,
            "baseline": self.baseline,
            "change": None if self.change is None else self.change.to_json(),
        } | ({} if self.manner is None else {"manner": self.manner})

    @classmethod
    def _of_json(cls, shown: Json, common: Json) -> Self:
        return cls(
            direction=shown["direction"],
            baseline=shown["baseline"],
            change=None if shown["change"] is None else Value.from_json(shown["change"]),
            manner=shown.get("manner"),
            **common,
        )

    def _core(self) -> str:
        manner = self.manner or ""
        if self.baseline is None:
            return f"{manner}{_UNBASED[self.direction]}{self.change or ''}"
        match self.direction:
            case "not_down" | "not_up" as direction:
                if self.baseline in RATES:
                    return f"{self.baseline}{_UNBASED[direction]}"
                return f"{'不低于' if direction == 'not_down' else '不高于'}{self.baseline}"
            case "steady":
                return f"{'' if self.baseline in RATES else '与'}{self.baseline}{manner}持平"
            case direction:
                mark = "" if self.baseline in RATES else "较"
                return f"{mark}{self.baseline}{manner}{_UNBASED[direction]}{self.change or ''}"

    def _judge(self, actual: Actual, context: Context) -> Verdict:
        filed = actual.value
        if isinstance(filed, Trend):
            return self._judge_trend(filed, actual)
        if actual.attainment in {"full", "none"}:
            return met(actual.attainment == "full")
        quantity = actual.quantity
        if quantity is None:
            return undetermined("V38", actual=actual.text)
        base = context.baseline
        if base is None:
            return undetermined("V36", baseline=self.baseline or "上年")
        if base.unit.dimension != quantity.unit.dimension:
            return undetermined("V34", target=base.unit.symbol, actual=quantity.unit.symbol)
        return self._judge_change(quantity, base)

    def _judge_trend(self, filed: Trend, actual: Actual) -> Verdict:
        allowed = {
            "not_up": {"down", "steady", "not_up"},
            "not_down": {"up", "steady", "not_down", "better"},
            "better": {"better", "up"},
        }.get(self.direction, {self.direction})
        if self.change is None:
            return met(("steady" if _is_none(filed.change) else filed.direction) in allowed)
        if filed.direction != self.direction or not isinstance(filed.change, Comparison):
            return undetermined("V38", actual=actual.text)
        return _at_least(self.change).contains(Actual(actual.text, filed.change))

    def _judge_change(self, quantity: Quantity, base: Quantity) -> Verdict:
        moved = quantity.exact - base.exact
        match self.direction:
            case "not_up":
                return met(moved <= 0)
            case "not_down":
                return met(moved >= 0)
            case "steady":
                vague = moved and self.manner is not None
                return undetermined("V40", word=self._core()) if vague else met(moved == 0)
            case "better":
                return undetermined("V39")
        signed = moved if self.direction == "up" else -moved
        if self.change is None:
            return met(signed > 0)
        return _judge_size(_at_least(self.change), signed, base)


def _is_none(change: Value | None) -> bool:
    """Whether a change is said to be nought: 增长0% is no growth."""
    plain = isinstance(change, Comparison) and change.op in {None, Operator.EQ}
    return plain and isinstance(change, Comparison) and change.quantity.number == 0


def _at_least(change: Value) -> Value:
    """A size without a sign is reached by that size or more, in the direction that is named."""
    if isinstance(change, Comparison) and change.op is None:
        return Comparison(op=Operator.GE, quantity=change.quantity, approx=change.approx)
    return change


def _judge_size(change: Value, moved: Fraction, base: Quantity) -> Verdict:
    if not isinstance(change, Comparison | Range):
        return undetermined("V39")
    if change.approx is not None:
        return undetermined("V40", word=change.approx)
    unit = change.quantity.unit if isinstance(change, Comparison) else change.low.unit
    if unit.dimension == base.unit.dimension and unit.dimension != "%":
        return met(moved in change.interval())
    if unit.dimension == "百分点" and base.unit.dimension == "%":
        return met(moved in change.interval())
    if unit.dimension == "%" and base.exact != 0:
        return met(moved / abs(base.exact) * 100 in change.interval())
    return undetermined("V34", target=unit.symbol, actual=base.unit.symbol)
