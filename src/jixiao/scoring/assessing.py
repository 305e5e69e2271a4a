"""How a target and an actual are read together, kind by kind: the cases that a method scores.

| kind of target | how it is judged |
| --- | --- |
| comparison, range | completion in its direction; a range by its floor unless both ends bind |
| pace | actual ÷ what is due |
| deadline, period | met, late, or undetermined |
| trend, reference | resolved from the baseline or the money, then as a comparison |
| words | 达成程度 by the ruleset's scales |
| compound | part by part |
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.scoring.compound import several
from jixiao.scoring.kinds import kinds_of
from jixiao.scoring.numeric import numeric
from jixiao.scoring.resolving import resolved
from jixiao.scoring.subject import Assessment, Case
from jixiao.scoring.timed import literal, pace
from jixiao.scoring.wording import words
from jixiao.values import (
    Actual,
    Comparison,
    Compound,
    Deadline,
    Operator,
    Pace,
    Period,
    Qualitative,
    Range,
    Reference,
    Trend,
    Value,
    doubt,
)

if TYPE_CHECKING:
    from jixiao.scoring.subject import Subject

__all__ = ["assess"]


def assess(subject: Subject) -> Assessment:
    """All readings of the subject's target and actual together."""
    found = _assess(subject.target, subject)
    kinds = kinds_of(subject.target, subject.rules.vocabulary)
    return found if found.kinds else evolve(found, kinds=kinds)


def _assess(target: Value, subject: Subject) -> Assessment:
    found = Assessment(reasons=(doubt("E49"),))
    match target:
        case Comparison() | Range():
            found = numeric(target, subject)
        case Pace():
            found = pace(subject)
        case Deadline() | Period():
            found = literal(subject)
        case Trend() | Reference():
            found = _named(target, subject)
        case Qualitative(means=Value() as means) if _is_figure(subject.actual):
            found = assess(evolve(subject, target=evolve(means, text=target.text)))
        case Qualitative():
            found = words(subject)
        case Compound(parts=parts):
            found = several(parts, subject, assess)
    return found


def _is_figure(actual: Actual) -> bool:
    """Whether a number was filed, in figures or in words that mean one (全覆盖, 零投诉)."""
    filed = actual.value
    in_words = isinstance(filed, Qualitative) and filed.means is not None
    return in_words or actual.quantity is not None


def _named(target: Trend | Reference, subject: Subject) -> Assessment:
    """A trend or a limit that is named: by figures where they are known, else by words."""
    filed = subject.actual
    if isinstance(target, Trend) and isinstance(filed.value, Trend):
        return _trend(target, filed.value, subject)
    if filed.quantity is None:
        return _in_words(subject)
    found = resolved(target, subject)
    if found.value is None:
        return Assessment(reasons=() if found.reason is None else (found.reason,))
    result = assess(evolve(subject, target=found.value))
    if isinstance(target, Trend):
        result = evolve(result, kinds=("趋势", *result.kinds))
    steps = result.steps if found.step is None else (found.step, *result.steps)
    equal = found.strict and filed.quantity.exact == found.value.quantity.exact
    if equal:
        ends = (Fraction(0), Fraction(1))
        cases = tuple(Case(met=False, completion=one, completion_text=str(one)) for one in ends)
        why = (*result.reasons, doubt("E53"))
        return evolve(result, cases=cases, reasons=why, steps=steps, met=False, between=True)
    return evolve(result, steps=steps)


def _trend(target: Trend, filed: Trend, subject: Subject) -> Assessment:
    """A trend answered by one: size against size; a direction by what a figure says; else words.

    减少3% answers 只减不增 beyond words: it moved, and by how much is said.
    """
    change = filed.change
    if target.change is not None and change is not None and filed.direction == target.direction:
        size = target.change
        if isinstance(size, Comparison) and size.op is None:
            size = evolve(size, op=Operator.GE)
        inner = Actual(subject.actual.text, change, notes=subject.actual.notes)
        return assess(evolve(subject, target=evolve(size, text=target.text), actual=inner))
    if target.change is None and change is not None:
        result = literal(subject)
        return result if result.met is not None else _in_words(subject)
    return _in_words(subject)


def _in_words(subject: Subject) -> Assessment:
    """A trend or a limit answered without a figure is a matter of words, and scored as such."""
    return evolve(words(subject), kinds=("自由文字", "等级"))
