"""A figure or a range held against what was filed: what that may mean, and the completion.

`≥` and `＞` are scored alike, as are `≤` and `＜`. A range has its floor as target, its ceiling
where less is better, and both ends where the words or the name say that both bind.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.directions import direction_of_name
from jixiao.scoring.completion import completed, near
from jixiao.scoring.facing import Facing, facing_of, is_time
from jixiao.scoring.subject import Assessment, Case
from jixiao.units import NO_UNIT, Quantity
from jixiao.values import Comparison, Operator, Qualitative, Range, Value, doubt

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from jixiao.scoring.facing import Way
    from jixiao.scoring.subject import Subject
    from jixiao.units import Unit
    from jixiao.values import Note

__all__ = ["numeric"]

_BOTH_ENDS = ("控制在", "区间内", "两端", "保持在", "维持在")


@frozen
class _Readings:
    """The figures an actual may mean, in units of the target; and why they are several or none."""

    figures: tuple[Quantity, ...] = ()
    reason: Note | None = None
    between: bool = False


def _readings(target: Quantity, way: Way, subject: Subject) -> _Readings:
    actual = subject.actual
    aim = str(subject.target)
    if any(note.code == "V11" for note in actual.notes) and actual.quantity is not None:
        number = actual.quantity.number
        plain, share = Quantity(number, target.unit), Quantity(number * 100, target.unit)
        why = doubt("E42", actual=actual.text, first=str(plain), second=str(share))
        return _Readings((plain, share), why)
    match actual.value:
        case Comparison(approx=str() as word):
            return _Readings(reason=doubt("V40", word=f"{word}（{actual.text}）"))
        case Comparison(op=op, quantity=quantity):
            figures, open_end = [quantity], _open(op, way)
        case Range(low=low, high=high):
            figures, open_end = [low, high], False
        case Qualitative(means=Comparison(quantity=quantity)):
            figures, open_end = [quantity], False
        case _:
            return _Readings(reason=doubt("E51", actual=actual.text, target=aim))
    if open_end:
        return _Readings(reason=doubt("E61", actual=actual.text))
    fitted = tuple(_in_unit(one, target.unit) for one in figures)
    if not all(one.unit.dimension == target.unit.dimension for one in fitted):
        return _Readings(reason=doubt("E52", target=aim, actual=actual.text))
    several = len(fitted) > 1
    why_span = doubt("E61", actual=actual.text) if several else None
    return _Readings(fitted, why_span, between=several)


def _open(op: Operator | None, way: Way) -> bool:
    """Whether the sign of an actual leaves open what it was: ≤5% says nothing to a ≥ target."""
    if op in (Operator.GE, Operator.GT):
        return way == "less"
    return op in (Operator.LE, Operator.LT) and way == "more"


def _in_unit(figure: Quantity, unit: Unit) -> Quantity:
    """A figure for a target whose unit was left unsaid, and the other way round."""
    if figure.unit == NO_UNIT and unit != NO_UNIT:
        return Quantity(figure.number, unit)
    if unit == NO_UNIT and figure.unit.scale == 1 and figure.unit.base != "%":
        return Quantity(figure.number, unit)
    return figure


def numeric(target: Comparison | Range, subject: Subject) -> Assessment:
    """The readings of what was filed against a figure or a range.

    约, 近 and 左右 leave open how near is near unless the ruleset says so with 约数.
    """
    share = subject.rules.scoring.tolerance
    if target.approx is not None and share is None:
        return Assessment(reasons=(doubt("V40", word=str(target)),))
    if isinstance(target, Range):
        return _range(evolve(target, approx=None), subject)
    facing = facing_of(
        target.op,
        target.quantity,
        name=target.subject or subject.name,
        given=subject.direction,
        rule=subject.rule,
    )
    allowance = None if target.approx is None else share
    return _dated(target, _against(facing, target.quantity, subject, allowance), subject)


def _against(
    facing: Facing, target: Quantity, subject: Subject, allowance: Decimal | None = None
) -> Assessment:
    def judge(one: Quantity) -> Assessment:
        found = None if allowance is None else near(target, one, allowance, subject)
        return completed(facing.way, target, one, subject) if found is None else found

    return _each_reading(_readings(target, facing.way, subject), facing, subject, judge)


def _each_reading(
    readings: _Readings,
    facing: Facing,
    subject: Subject,
    judge: Callable[[Quantity], Assessment],
) -> Assessment:
    doubted: tuple[Note, ...] = () if readings.reason is None else (readings.reason,)
    if not readings.figures:
        failed = subject.actual.attainment == "none"
        return Assessment(
            reasons=doubted,
            steps=(facing.step(),),
            direction=facing.label,
            met=False if failed else None,
        )
    found = _joined([judge(one) for one in readings.figures])
    reasons = (*doubted, *found.reasons)
    unknown = facing.way == "unknown" and found.met is None
    if unknown:
        reasons = (doubt("E41", target=subject.target.text or str(subject.target)), *reasons)
    return evolve(
        found,
        reasons=reasons,
        steps=(facing.step(), *found.steps),
        direction=facing.label,
        between=found.between or readings.between,
    )


def _joined(several: list[Assessment]) -> Assessment:
    if any(not one.cases for one in several):
        lacking = next(one for one in several if not one.cases)
        return lacking if len(several) == 1 else evolve(lacking, met=None)
    verdicts = {one.met for one in several}
    return Assessment(
        cases=tuple(case for one in several for case in one.cases),
        reasons=tuple(dict.fromkeys(why for one in several for why in one.reasons)),
        steps=tuple(dict.fromkeys(each for one in several for each in one.steps)),
        met=verdicts.pop() if len(verdicts) == 1 else None,
        between=any(one.between for one in several),
    )


def _range(target: Range, subject: Subject) -> Assessment:
    said = direction_of_name(subject.name)
    exact = said is not None and said.direction == "exact"
    named = any(word in target.text for word in _BOTH_ENDS)
    if exact or named:
        facing = Facing("exact", "E137")
        readings = _readings(target.low, "exact", subject)
        return _each_reading(readings, facing, subject, lambda one: _between(target, one, subject))
    less = subject.direction == "less" or (said is not None and said.direction == "less")
    if less:
        source = Facing("less", "E108") if said is None else Facing("less", "E106", said.word)
        return _dated(target, _against(source, target.high, subject), subject)
    if said is None and subject.direction is None and is_time(target.low):
        low = _against(Facing("more", "E109"), target.low, subject)
        high = _against(Facing("less", "E109"), target.high, subject)
        return evolve(
            _joined([low, high]),
            direction=Facing("unknown", "E109").label,
            reasons=(doubt("E41", target=target.text or str(target)),),
        )
    facing = Facing("more", "E141") if said is None else Facing("more", "E106", said.word)
    return _dated(target, _against(facing, target.low, subject), subject)


def _between(target: Range, actual: Quantity, subject: Subject) -> Assessment:
    if actual.exact < target.low.exact:
        return completed("more", target.low, actual, subject)
    return completed("less", target.high, actual, subject)


def _dated(target: Value, found: Assessment, subject: Subject) -> Assessment:
    """A figure that is to be reached by a day: not yet due, or reached late."""
    by = target.by
    if by is None or not found.cases:
        return found
    not_yet = by.not_yet(subject.context)
    if not_yet is not None and not_yet.reason is not None and found.met is not True:
        full = Case(met=True, completion=Fraction(1), completion_text="1")
        return evolve(
            found,
            cases=(*found.cases, full),
            reasons=(*found.reasons, not_yet.reason),
            met=None,
            between=True,
        )
    due, done_on = by.resolve(subject.year), subject.actual.done_on
    if due is not None and done_on is not None and done_on > due:
        late = doubt("E57", day=done_on, due=due)
        none = Case(met=False, completion=Fraction(0), completion_text="0")
        cases = tuple(evolve(one, met=False) for one in found.cases)
        return evolve(
            found, cases=(*cases, none), reasons=(*found.reasons, late), met=False, between=True
        )
    return found
