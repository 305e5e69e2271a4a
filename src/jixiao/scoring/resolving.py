"""Targets that name a figure instead of giving it (较上年增长5%, 不超预算) made comparisons."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.directions import direction_of_name
from jixiao.scoring.figures import exact_text
from jixiao.scoring.steps import Step, step
from jixiao.units import Quantity, as_decimal
from jixiao.values import Comparison, Note, Operator, Reference, Trend, doubt

if TYPE_CHECKING:
    from jixiao.scoring.subject import Subject
    from jixiao.values import Context, Value

__all__ = ["Resolved", "resolved"]

_OPERATORS = {
    "up": Operator.GT,
    "down": Operator.LT,
    "not_down": Operator.GE,
    "not_up": Operator.LE,
    "steady": Operator.EQ,
}


@frozen
class Resolved:
    """The comparison that a target amounts to, or why it amounts to none."""

    value: Comparison | None
    step: Step | None = None
    reason: Note | None = None
    strict: bool = False
    """A change without a size: the baseline itself is not yet enough."""


def resolved(target: Value, subject: Subject) -> Resolved:
    """What a trend or a reference amounts to with the baseline and the money that are known.

    A reference is looked up in the money first, then among the items of the table (政府采购限价).
    """
    match target:
        case Reference(to=to, op=op):
            return _reference(to, op, subject)
        case Trend():
            return _trend(target, subject.context)
        case _:
            return Resolved(None, reason=doubt("E46", name=str(target)))


def _reference(to: str, op: Operator | None, subject: Subject) -> Resolved:
    figure = subject.named(to)
    if figure is None:
        return Resolved(None, reason=doubt("E46", name=to))
    said = direction_of_name(to)
    if op is None and said is not None and said.direction == "less":
        op = Operator.LE  # a limit (限价, 控制数) is kept below
    value = Comparison(op=op, quantity=figure, text=f"{'' if op is None else op.sign}{figure}")
    return Resolved(value, step("E84", str(value), formula=to))


def _trend(target: Trend, context: Context) -> Resolved:
    base = context.baseline
    name = target.baseline or "基期值"
    op = _OPERATORS.get(target.direction)
    if op is None or base is None:
        return Resolved(None, reason=doubt("E46", name=name))
    if target.change is None:
        value = Comparison(op=op, quantity=base, text=f"{op.sign}{base}")
        strict = target.direction in ("up", "down")
        return Resolved(value, step("E84", str(value), formula=name), strict=strict)
    if not isinstance(target.change, Comparison) or target.direction not in ("up", "down"):
        return Resolved(None, reason=doubt("E46", name=str(target)))
    return _by_size(target.change.quantity, target.direction, base, name)


def _by_size(size: Quantity, direction: str, base: Quantity, name: str) -> Resolved:
    sign = 1 if direction == "up" else -1
    if size.unit.dimension == "%":
        number = Fraction(base.number) * (1 + sign * size.exact / 100)
    elif size.unit.dimension == base.unit.dimension:
        number = Fraction(base.number) + sign * size.to(base.unit)
    elif size.unit.dimension == "百分点" and base.unit.dimension == "%":
        number = Fraction(base.number) + sign * Fraction(size.number)
    else:
        return Resolved(None, reason=doubt("E52", target=str(size), actual=str(base)))
    exact = as_decimal(number)
    if exact is None:
        return Resolved(None, reason=doubt("E46", name=exact_text(number)))
    op = Operator.GE if direction == "up" else Operator.LE
    quantity = Quantity(exact, base.unit)
    mark = "+" if sign > 0 else "-"
    formula = f"{name} {base} {mark} {size}"
    value = Comparison(op=op, quantity=quantity, text=f"{op.sign}{quantity}")
    return Resolved(value, step("E84", str(value), formula=formula))
