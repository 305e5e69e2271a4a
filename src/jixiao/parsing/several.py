"""Several values in one text: two bounds that are a range, a list, two counts in one breath."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from jixiao.parsing.amounts import Amount, Doubtful
from jixiao.parsing.measures import measured
from jixiao.values.base import Deadline, Operator, Value
from jixiao.values.making import altered
from jixiao.values.numeric import Comparison, Range
from jixiao.values.verdicts import doubt
from jixiao.values.words import Compound, Qualitative

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.parsing.bounds import Measure

__all__ = ["compound", "counts", "pair"]


def compound(parts: Sequence[Value]) -> Value:
    """Several values at once; two opposite bounds on one thing are a range."""
    if len(parts) == 2:  # noqa: PLR2004 - a lower and an upper bound
        first, second = parts
        if isinstance(first, Comparison) and isinstance(second, Comparison):
            if _one_or_the_next(first, second):
                return Qualitative(word=first.text, notes=(doubt("V22", text=first.text),))
            merged = _two_bounds(first, second)
            if merged is not None:
                return merged
    if any(map(_says_nothing, parts)) or _days_in_a_row(parts):
        return Qualitative(word=parts[0].text, notes=(doubt("V22", text=parts[0].text),))
    notes = tuple(note for part in parts for note in part.notes)
    return Compound(parts=tuple(altered(part, notes=()) for part in parts), notes=notes)


def _one_or_the_next(first: Comparison, second: Comparison) -> bool:
    """Whether two bare numbers in a row may be one vague one: 1、2次 is once or twice."""
    plain = all(
        one.op is None and one.by is None and one.subject is None for one in (first, second)
    )
    near = second.quantity.number - first.quantity.number == 1
    return plain and near and not first.quantity.unit.symbol and bool(second.quantity.unit.symbol)


def _bare(value: Value) -> bool:
    """Whether a value is a number of which nothing is said."""
    return (
        isinstance(value, Comparison)
        and value.op is None
        and value.subject is None
        and value.by is None
        and value.rest is None
    )


def _says_nothing(value: Value) -> bool:
    """A number among others that has neither unit nor sign: 4、5月, 每周一、三、五."""
    return (
        isinstance(value, Comparison)
        and _bare(value)
        and not value.quantity.unit.symbol
        and value.approx is None
    )


def _days_in_a_row(parts: Sequence[Value]) -> bool:
    """每月1日、15日: the second is a day too, and no span of time."""
    return any(
        isinstance(first, Deadline)
        and isinstance(second, Comparison)
        and _bare(second)
        and second.quantity.unit.symbol in {"日", "号", "月"}
        for first, second in pairwise(parts)
    )


def pair(first: Measure, second: Measure) -> Value:
    """大于90%小于95%: two bounds without a mark between them."""
    return compound((measured(first), measured(second)))


_COUNTED = frozenset(["秒", "月", "工作日", "元", "分", "岁", "%", "百分点", "倍", "", ":"])
"""Dimensions in which two numbers in a row are one (3小时20分, 2年6个月), or say something else."""


def counts(amounts: Sequence[Amount]) -> Compound:
    """10期500人: counts of two things in one breath."""
    units = [found.quantity.unit for found in amounts]
    sure = all(unit.known and "/" not in unit.symbol for unit in units)
    if (
        not sure
        or any(found.left or found.approx for found in amounts)
        or units[0].dimension in _COUNTED
        or any(unit.dimension in _COUNTED - {"秒"} for unit in units[1:])
        or len({unit.dimension for unit in units}) < len(units)
    ):
        words = "".join(str(found.quantity) + found.left for found in amounts)
        raise Doubtful(doubt("V02", number=words))
    return Compound(parts=tuple(Comparison(op=None, quantity=one.quantity) for one in amounts))


def _two_bounds(a: Comparison, b: Comparison) -> Value | None:
    plain = all(
        one.by is None and one.rest is None and one.approx is None and one.per is None
        for one in (a, b)
    )
    same = a.quantity.unit.dimension == b.quantity.unit.dimension
    if not plain or not same or b.subject not in {None, a.subject}:
        return None
    low = next((one for one in (a, b) if one.op in {Operator.GE, Operator.GT}), None)
    high = next((one for one in (a, b) if one.op in {Operator.LE, Operator.LT}), None)
    if low is None or high is None:
        return None
    notes = (*a.notes, *b.notes)
    if low.quantity.exact > high.quantity.exact:
        notes = (*notes, doubt("V10", low=low.quantity, high=high.quantity))
    return Range(
        low=low.quantity,
        high=high.quantity,
        low_closed=low.op is Operator.GE,
        high_closed=high.op is Operator.LE,
        subject=a.subject,
        notes=notes,
    )
