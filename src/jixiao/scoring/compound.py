"""Several requirements in one target, all to hold; the part that failed is named."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.scoring.figures import exact_text
from jixiao.scoring.steps import step
from jixiao.scoring.subject import Assessment, Case
from jixiao.scoring.wording import with_grades, words
from jixiao.values import Actual, Comparison, Compound, Range, Value, doubt

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.scoring.subject import Subject
    from jixiao.values import Note

__all__ = ["several"]

_WORDS: dict[bool | None, str] = {True: "达成", False: "未达成", None: "无法判断"}


def several(
    parts: tuple[Value, ...], subject: Subject, assess: Callable[[Subject], Assessment]
) -> Assessment:
    """The parts judged one by one by `assess`.

    No rule says what a target scores that holds in part: between its worst part and the mean of
    all of them.
    """
    filed = subject.actual
    said = filed.attainment is not None or filed.done is not None
    if said and filed.quantity is None and not isinstance(filed.value, Compound):
        return words(subject)
    pairs = _pairs(parts, subject.actual)
    if pairs is None:
        return Assessment(reasons=(doubt("V48", count=len(parts)),))
    due = _milestone(parts, subject) if len({id(one) for _, one in pairs}) == 1 else None
    if due is not None:
        found = assess(evolve(subject, target=due))
        return evolve(found, steps=(step("E86", str(due), part=str(due)), *found.steps))
    judged = [
        (part, with_grades(assess(evolve(subject, target=part, actual=one)), subject))
        for part, one in pairs
    ]
    steps = tuple(
        each
        for part, found in judged
        for each in (step("E86", _WORDS[found.met], part=str(part)), *found.steps)
    )
    if all(found.met is True for _, found in judged):
        full = Case(met=True, completion=Fraction(1), completion_text="1")
        return Assessment(cases=(full,), steps=steps, met=True)
    reasons = tuple(_failing(judged))
    failed = any(found.met is False for _, found in judged)
    shares = [_shares(found) for _, found in judged]
    worst = min(low for low, _ in shares)
    mean = sum((high for _, high in shares), Fraction()) / len(shares)
    met = False if failed else None
    cases = tuple(
        Case(met=met, completion=one, completion_text=exact_text(one))
        for one in dict.fromkeys((worst, mean if failed else Fraction(1)))
    )
    return Assessment(
        cases=cases,
        reasons=(*reasons, doubt("E56")),
        steps=steps,
        met=met,
        between=True,
        partial=True,
    )


def _failing(judged: list[tuple[Value, Assessment]]) -> list[Note]:
    found = []
    for part, one in judged:
        if one.met is False:
            found.append(doubt("E54", part=str(part)))
        elif one.met is None:
            why = "；".join(reason.message() for reason in one.reasons)
            found.append(doubt("E55", part=str(part), why=why))
    return found


def _shares(found: Assessment) -> tuple[Fraction, Fraction]:
    """Between which shares a part was reached, never outside 0 and 1."""
    shares = [
        min(max(one.completion, Fraction(0)), Fraction(1))
        for one in found.cases
        if one.completion is not None
    ]
    if len(shares) != len(found.cases) or not shares:
        return Fraction(0), Fraction(1)
    return min(shares), max(shares)


def _pairs(parts: tuple[Value, ...], actual: Actual) -> list[tuple[Value, Actual]] | None:
    """Each part with the piece of the actual that answers it; None where that is not clear."""
    if isinstance(actual.value, Compound):
        if len(actual.value.parts) != len(parts):
            return None
        own = [Actual(one.text or str(one), one) for one in actual.value.parts]
        return list(zip(parts, own, strict=True))
    plain = all(isinstance(part, Comparison | Range) for part in parts)
    same = len({part.subject for part in parts}) == 1
    return [(part, actual) for part in parts] if plain and same else None


def _milestone(parts: tuple[Value, ...], subject: Subject) -> Value | None:
    """Of milestones of one figure (9月底达75%，12月底达100%) the last that has come."""
    as_of, year = subject.context.as_of, subject.year
    if as_of is None or not all(part.by is not None for part in parts):
        return None
    come = [
        (day, place)
        for place, part in enumerate(parts)
        if part.by is not None and (day := part.by.resolve(year)) is not None and day <= as_of
    ]
    return parts[max(come)[1]] if come else None
