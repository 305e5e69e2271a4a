"""What grows over the year held against what is due: the share reached against the share due."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.monitoring.answers import Proof
from jixiao.monitoring.due import Point, on_plan
from jixiao.monitoring.given import day_of
from jixiao.monitoring.holder import SAID, Held
from jixiao.monitoring.judged import quantity_of
from jixiao.monitoring.pacing import paced, projected, standing_of
from jixiao.periods import closed_months
from jixiao.scoring.figures import quotient_text
from jixiao.scoring.kinds import kinds_of
from jixiao.scoring.steps import step
from jixiao.values import doubt

if TYPE_CHECKING:
    from jixiao.monitoring.due import Due
    from jixiao.monitoring.holder import Holder
    from jixiao.monitoring.judged import Judgement
    from jixiao.monitoring.progress import Projection
    from jixiao.values import Note

__all__ = ["at_pace", "growing"]


def growing(holder: Holder, figures: tuple[Fraction, Fraction], *, percent: bool) -> Held:
    """The share reached by what is due, and whether the target that is due is met."""
    target, actual = figures
    completion, due = actual / target, _due(holder)
    pace = paced(holder.row.subject, completion, due.share)
    done = holder.aim.met is True and completion >= 1
    counted = None if holder.given.final else holder.row.counted
    met, doubted = _counted_met(holder, counted)
    steps = [
        step(
            "E247",
            quotient_text(actual, target),
            actual=str(holder.aim.actual.value),
            target=str(quantity_of(holder.aim.value) or "100%"),
        ),
        due.step,
        *pace.steps,
    ]
    if counted is not None:
        steps.append(step("E249", SAID[met], column=counted.column.name))
    standing = standing_of(pace.ratio, reached=done)
    if not done and met is False:
        standing = "behind"
    elif not done and met and _fresh(holder, counted) and standing == "behind":
        standing = "on_pace"
    elif not done and doubted and standing == "behind":
        standing = "undetermined"
    proof = Proof("确定能", "E266") if done else holder.final(Proof(None, "E230"))
    kinds = kinds_of(holder.aim.value, holder.given.rules.vocabulary)
    return Held(
        standing,
        proof,
        completion,
        due.share,
        pace.ratio,
        None if percent else _projected(holder, due),
        tuple(steps),
        (*doubted, *pace.why, *((doubt("E233"),) if percent else ())),
        holder.facts(pace.ratio, target, actual, target * due.share),
        ("进度", *kinds) if percent else kinds,
        missed=not done and met is False,
    )


def at_pace(holder: Holder) -> Held:
    """序时进度 for the whole year: the share itself is what is due."""
    quantity = holder.aim.actual.quantity
    if quantity is None or quantity.unit.base != "%":
        return Held(
            holder.by_verdict(holder.aim.met),
            holder.final(Proof(None, "E230")),
            why=(*holder.aim.why, doubt("E236")),
        )
    return growing(holder, (Fraction(1), quantity.exact / 100), percent=True)


def _due(holder: Holder) -> Due:
    """By the row's own dated targets where a plan is asked for, else as of the table."""
    given = holder.given
    if given.by != "plan" or holder.row.executing or given.as_of.year != given.year:
        return given.due
    points = _own_plan(holder)
    return on_plan(points, given.as_of) if points else given.due


def _own_plan(holder: Holder) -> tuple[Point, ...]:
    whole = quantity_of(holder.aim.value)
    found = []
    for column in holder.given.table.columns:
        if column.role != "目标值" or column.name == holder.aim.column.name:
            continue
        part = quantity_of(holder.row.leaf.row.value(column.name))
        if part is None or whole is None or part.unit.dimension != whole.unit.dimension:
            continue
        found.append(Point(day_of(column, holder.given.year), part.exact / whole.exact))
    return tuple(found)


def _counted_met(holder: Holder, counted: Judgement | None) -> tuple[bool | None, tuple[Note, ...]]:
    """Whether the target that is due is met.

    A rate of execution that is 100% by 30 June may be of the half-year plan: it is missed only
    where it is missed either way.
    """
    if counted is None:
        return None, ()
    if counted.met is not False or not holder.row.executing:
        return counted.met, ()
    mine, whole = quantity_of(counted.value), quantity_of(holder.aim.value)
    if mine is None or whole is None or mine.exact != whole.exact:
        return False, ()
    rate = holder.spent.rate
    by_plan = holder.given.plan[0].share if len(holder.given.plan) == 1 else None
    if rate is not None and by_plan and rate / by_plan < mine.exact / 100:
        return False, ()
    return None, (doubt("E224", column=counted.column.name, target=str(counted.value)),)


def _fresh(holder: Holder, counted: Judgement | None) -> bool:
    """Whether no month has closed since the day of the target that is due."""
    as_of = holder.given.as_of
    if counted is None or counted.due.year != as_of.year:
        return False
    return closed_months(as_of) <= closed_months(counted.due)


def _projected(holder: Holder, due: Due) -> Projection | None:
    quantity = holder.aim.actual.quantity
    return None if quantity is None or due.share <= 0 else projected(quantity, due.share)
