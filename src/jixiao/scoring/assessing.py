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

from attrs import evolve, frozen

from jixiao.directions import direction_of_name
from jixiao.scoring.attainment import attained, grades_of, scale_of
from jixiao.scoring.completion import completed, ratio
from jixiao.scoring.facing import Facing, facing_of, is_time
from jixiao.scoring.figures import exact_text
from jixiao.scoring.formula import formula_text
from jixiao.scoring.resolving import resolved
from jixiao.scoring.steps import step
from jixiao.scoring.subject import Assessment, Case
from jixiao.units import NO_UNIT, Quantity
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
    from collections.abc import Callable

    from jixiao.expressions import Expression
    from jixiao.scoring.facing import Way
    from jixiao.scoring.steps import Step
    from jixiao.scoring.subject import Subject
    from jixiao.units import Unit
    from jixiao.values import Note

__all__ = ["assess", "kinds_of", "with_grades"]

_BOTH_ENDS = ("控制在", "区间内", "两端", "保持在", "维持在")


def kinds_of(value: Value, subject: Subject) -> tuple[str, ...]:
    """The kinds of the rule language that a value is of, the nearest first."""
    match value:
        case Comparison(quantity=quantity) | Range(low=quantity):
            if quantity.unit.base == "%":
                return ("百分比", "数值")
            return ("金额", "数值") if quantity.unit.base == "元" else ("数值", "百分比")
        case Pace():
            return ("进度", "百分比", "数值")
        case Deadline() | Period():
            return ("期限", "日期")
        case Trend():
            return ("趋势", "自由文字", "等级")
        case Reference():
            return ("金额", "数值", "自由文字")
        case Qualitative(word=word):
            graded = scale_of(word, subject.rules.vocabulary) is not None
            return ("等级", "自由文字") if graded else ("自由文字", "等级")
        case Compound(parts=parts):
            return kinds_of(parts[0], subject) if parts else ()
        case _:
            return ()


def assess(subject: Subject) -> Assessment:
    """All readings of the subject's target and actual together."""
    target = subject.target
    found: Assessment
    match target:
        case Comparison() | Range():
            found = _numeric(target, subject)
        case Pace():
            found = _pace(subject)
        case Deadline() | Period():
            found = _literal(subject)
        case Trend() | Reference():
            found = _named(target, subject)
        case Qualitative(means=Value() as means) if subject.actual.quantity is not None:
            found = assess(evolve(subject, target=evolve(means, text=target.text)))
        case Qualitative():
            found = _words(subject)
        case Compound(parts=parts):
            found = _several(parts, subject)
        case _:
            found = Assessment(reasons=(doubt("E49"),))
    return found if found.kinds else evolve(found, kinds=kinds_of(target, subject))


def with_grades(found: Assessment, subject: Subject) -> Assessment:
    """The cases with the 达成程度 that follow from whether they were met."""
    grades = grades_of(subject.rules)
    follows: dict[bool | None, tuple[str, ...]] = {True: grades[:1], False: grades[1:]}
    cases = tuple(
        one if one.grades else evolve(one, grades=follows.get(one.met, grades))
        for one in found.cases
    )
    return evolve(found, cases=cases)


# ── figures ───────────────────────────────────────────────────────────────────


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


def _numeric(target: Comparison | Range, subject: Subject) -> Assessment:
    if target.approx is not None:
        return Assessment(reasons=(doubt("V40", word=str(target)),))
    if isinstance(target, Range):
        return _range(target, subject)
    facing = facing_of(
        target.op,
        target.quantity,
        name=subject.name,
        given=subject.direction,
        rule=subject.rule,
    )
    return _dated(target, _against(facing, target.quantity, subject), subject)


def _against(facing: Facing, target: Quantity, subject: Subject) -> Assessment:
    readings = _readings(target, facing.way, subject)
    return _each_reading(
        readings, facing, subject, lambda one: completed(facing.way, target, one, subject)
    )


def _each_reading(
    readings: _Readings,
    facing: Facing,
    subject: Subject,
    judge: Callable[[Quantity], Assessment],
) -> Assessment:
    if not readings.figures:
        failed = subject.actual.attainment == "none"
        reasons = () if readings.reason is None else (readings.reason,)
        return Assessment(
            reasons=reasons,
            steps=(facing.step(),),
            direction=facing.label,
            met=False if failed else None,
        )
    found = _joined([judge(one) for one in readings.figures])
    doubted = () if readings.reason is None else (readings.reason,)
    reasons: tuple[Note, ...] = (*doubted, *found.reasons)
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
    facing = Facing("more", "E104", "≥") if said is None else Facing("more", "E106", said.word)
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
    due, done_on = by.resolve(_year(subject)), subject.actual.done_on
    if due is not None and done_on is not None and done_on > due:
        late = doubt("E57", day=done_on, due=due)
        none = Case(met=False, completion=Fraction(0), completion_text="0")
        cases = tuple(evolve(one, met=False) for one in found.cases)
        return evolve(
            found, cases=(*cases, none), reasons=(*found.reasons, late), met=False, between=True
        )
    return found


def _year(subject: Subject) -> int | None:
    if subject.context.year is not None or subject.context.as_of is None:
        return subject.context.year
    return subject.context.as_of.year


# ── pace, dates ───────────────────────────────────────────────────────────────


def _pace(subject: Subject) -> Assessment:
    actual = subject.actual.quantity
    if actual is None:
        return _literal(subject)
    due = subject.due()
    rule = subject.rules.scoring.completion("进度")
    if due is None:
        return Assessment(reasons=(doubt("V49"),))
    if rule is None:
        return Assessment(reasons=(doubt("E58", case="进度"),))
    if actual.unit.base != "%":
        why = doubt("E52", target=str(subject.target), actual=subject.actual.text)
        return Assessment(reasons=(why,))
    return _paced(rule.expression, due, actual, subject)


def _paced(expression: Expression, due: Fraction, actual: Quantity, subject: Subject) -> Assessment:
    share = actual.exact / 100
    expected = step("E83", exact_text(due), formula="应达进度")
    if due == 0:
        case = Case(met=True, completion=Fraction(1), completion_text="1", actual=share)
        return Assessment(cases=(case,), steps=(expected,), direction="正向", met=True)
    names = {"实际值": share, "应达值": due, "目标值": due}
    completion, text, why = ratio(expression, subject, names)
    if completion is None:
        return Assessment(reasons=why, steps=(expected,), direction="正向")
    done = step(
        "E73",
        text,
        formula=formula_text(expression),
        target=exact_text(due),
        actual=str(actual),
    )
    met = completion >= 1
    case = Case(met, completion, text, due, share)
    return Assessment(cases=(case,), steps=(expected, done), direction="正向", met=met)


def _literal(subject: Subject) -> Assessment:
    """Values whose attainment is what they literally say: a day, a span, a pace in words."""
    verdict = subject.target.contains(subject.actual, subject.context)
    reasons = () if verdict.reason is None else (verdict.reason,)
    if verdict.status == "undetermined":
        return Assessment(
            cases=(Case(met=True), Case(met=False)), reasons=reasons, steps=(_met_step(None),)
        )
    met = verdict.status == "met"
    share = Fraction(1) if met else None
    return Assessment(
        cases=(Case(met=met, completion=share, completion_text="1" if met else None),),
        reasons=() if met else reasons,
        steps=(_met_step(met),),
        met=met,
    )


def _met_step(met: bool | None) -> Step:
    return step("E76", {True: "是", False: "否", None: "无法判断"}[met])


# ── words ─────────────────────────────────────────────────────────────────────


def _named(target: Trend | Reference, subject: Subject) -> Assessment:
    """A trend or a limit that is named: by figures where they are known, else by words."""
    filed = subject.actual
    if isinstance(target, Trend) and isinstance(filed.value, Trend) and target.change is not None:
        change = filed.value.change
        if filed.value.direction == target.direction and change is not None:
            size = target.change
            if isinstance(size, Comparison) and size.op is None:
                size = evolve(size, op=Operator.GE)
            inner = Actual(filed.text, change, notes=filed.notes)
            return assess(evolve(subject, target=evolve(size, text=target.text), actual=inner))
        return _words(subject)
    if filed.quantity is None:
        return _words(subject)
    found = resolved(target, subject.context)
    if found.value is None:
        reasons = () if found.reason is None else (found.reason,)
        return Assessment(reasons=reasons)
    result = assess(evolve(subject, target=found.value))
    steps = result.steps if found.step is None else (found.step, *result.steps)
    equal = found.strict and filed.quantity.exact == found.value.quantity.exact
    if equal:
        ends = (Fraction(0), Fraction(1))
        cases = tuple(Case(met=False, completion=one, completion_text=str(one)) for one in ends)
        reasons = (*result.reasons, doubt("E53"))
        return evolve(result, cases=cases, reasons=reasons, steps=steps, met=False, between=True)
    return evolve(result, steps=steps)


def _words(subject: Subject) -> Assessment:
    grades = grades_of(subject.rules)
    found = attained(subject.target, subject.actual, subject.rules)
    if found.grade is None:
        why = doubt(
            "E45",
            actual=subject.actual.text,
            target=subject.target.text or str(subject.target),
        )
        cases = tuple(Case(met=one == grades[0], grades=(one,)) for one in grades)
        return Assessment(
            cases=cases,
            reasons=(why,),
            steps=(step("E75", "无法判断", why=found.why),),
        )
    met = found.grade == grades[0]
    return Assessment(
        cases=(Case(met=met, grades=(found.grade,)),),
        steps=(step("E75", found.grade, why=found.why),),
        met=met,
    )


# ── several at once ───────────────────────────────────────────────────────────


def _several(parts: tuple[Value, ...], subject: Subject) -> Assessment:
    """Several requirements, all to hold; the one that failed is named."""
    filed = subject.actual
    said = filed.attainment is not None or filed.done is not None
    if said and filed.quantity is None and not isinstance(filed.value, Compound):
        return _words(subject)
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
        for each in (step("E86", _word(found.met), part=str(part)), *found.steps)
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


def _word(met: bool | None) -> str:
    return {True: "达成", False: "未达成", None: "无法判断"}[met]


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
    as_of, year = subject.context.as_of, _year(subject)
    if as_of is None or not all(part.by is not None for part in parts):
        return None
    come = [
        (day, place)
        for place, part in enumerate(parts)
        if part.by is not None and (day := part.by.resolve(year)) is not None and day <= as_of
    ]
    return parts[max(come)[1]] if come else None
