"""What share of the year is due by a date: by closed months, by days, or by a plan of its own.

By closed months it is the ruleset's 应达进度 (已结束月数 ÷ 12); by days the day of the year ÷ the
days of the year; by a plan the straight line between its points, with 0 on 1 January and, unless
the plan says otherwise, 100% on 31 December.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from jixiao.checking.rows import spending_columns, spending_total, yuan
from jixiao.expressions import Name
from jixiao.periods import closed_months, resolve_deadline
from jixiao.scoring.figures import exact_text, percent_text
from jixiao.scoring.formula import formula_text
from jixiao.scoring.steps import Step, step
from jixiao.scoring.subject import Subject
from jixiao.units import as_decimal
from jixiao.values import Absent, Actual, Context, Pace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jixiao.expressions import Function
    from jixiao.rules import Ruleset
    from jixiao.tables import SpendingLine, Table

__all__ = ["By", "Due", "Point", "due_by", "line_plan", "on_plan", "share_text", "table_plan"]

By = Literal["month", "day", "plan"]
_HALF = (6, 30)
_PHRASE = "应达进度"
_NOTHING = Actual("", Absent())


@frozen
class Point:
    """A point of a plan: by this day this share of the whole is to be done."""

    day: date
    share: Fraction


@frozen
class Due:
    """The share of the year that is due, how it was had, and the step that says so."""

    share: Fraction
    by: By
    step: Step


def share_text(share: Fraction) -> str:
    """A share as a percentage where that is exact, else as the fraction that it is.

    >>> share_text(Fraction(1, 4)), share_text(Fraction(35, 72))
    ('25%', '35/72')
    """
    return exact_text(share) if as_decimal(share * 100) is None else percent_text(share)


def due_by(  # noqa: PLR0913 - a date, a way to reckon, and what that way needs
    by: By,
    as_of: date,
    year: int,
    *,
    rules: Ruleset,
    functions: Mapping[str, Function],
    plan: tuple[Point, ...] = (),
) -> Due:
    """What is due of a year by a date; by closed months where a plan is asked for in vain.

    Before the year nothing is due, after it everything.
    """
    if as_of.year != year:
        share = Fraction(1 if as_of.year > year else 0)
        told = step("E243", share_text(share), date=as_of.isoformat(), year=str(year))
        return Due(share, by, told)
    if by == "plan" and plan:
        return on_plan(plan, as_of)
    if by == "day":
        days = (date(year, 12, 31) - date(year, 1, 1)).days + 1
        done = (as_of - date(year, 1, 1)).days + 1
        share = Fraction(done, days)
        told = step("E241", share_text(share), formula=f"{done} ÷ {days}", date=as_of.isoformat())
        return Due(share, "day", told)
    return _by_month(as_of, year, rules, functions)


def _by_month(as_of: date, year: int, rules: Ruleset, functions: Mapping[str, Function]) -> Due:
    months = closed_months(as_of)
    share, formula = Fraction(months, 12), "已结束月数 ÷ 12"
    phrase = next((one for one in rules.vocabulary.phrases if one.name == _PHRASE), None)
    if phrase is not None:
        context = Context(as_of=as_of, year=year)
        found = Subject(Pace(), _NOTHING, rules, functions, context).evaluate(Name((_PHRASE,)))
        if isinstance(found, Fraction):
            share, formula = found, formula_text(phrase.expression)
    told = step(
        "E240", share_text(share), formula=formula, date=as_of.isoformat(), months=str(months)
    )
    return Due(share, "month", told)


# ── plans ────────────────────────────────────────────────────────────────────


def table_plan(table: Table, year: int) -> tuple[Point, ...]:
    """The table's own plan of spending: its curve (3月底 25% …), else its half-year plan.

    The half-year plan is 半年计划执行数 ÷ 全年预算数 of all its lines on 30 June; a blank cell is
    no 0, so a plan with one has no point.
    """
    drawn = tuple(
        Point(resolve_deadline(year, *one.due), Fraction(one.share))
        for one in table.schedule
        if one.share is not None
    )
    if drawn:
        return drawn
    half, whole = spending_columns(table)
    planned, total = spending_total(table, half), spending_total(table, whole)
    if planned is None or not total or half == whole:
        return ()
    return (Point(resolve_deadline(year, *_HALF), planned / total),)


def line_plan(line: SpendingLine, table: Table, year: int) -> tuple[Point, ...]:
    """The half-year plan of one line of spending."""
    half, whole = spending_columns(table)
    if half is None or whole is None or half == whole:
        return ()
    planned, total = line.amount(half), line.amount(whole)
    if planned is None or total is None:
        return ()
    part, money = yuan(planned, table), yuan(total, table)
    if part is None or not money:
        return ()
    return (Point(resolve_deadline(year, *_HALF), part / money),)


def on_plan(plan: Iterable[Point], as_of: date) -> Due:
    """What a plan says is due by a date, straight between its points.

    >>> from jixiao.periods import last_day_of_month
    >>> half = Point(date(2025, 6, 30), Fraction(35, 72))
    >>> on_plan((half,), date(2025, 6, 30)).share, on_plan((half,), date(2025, 9, 30)).share
    (Fraction(35, 72), Fraction(107, 144))
    """
    points = {one.day: one.share for one in plan}
    points.setdefault(date(as_of.year, 1, 1), Fraction(0))
    points.setdefault(date(as_of.year, 12, 31), Fraction(1))
    days = sorted(points)
    before = max((day for day in days if day <= as_of), default=days[0])
    low = points[before]
    after = next((day for day in days if day > as_of), None)
    if before == as_of or after is None:
        share, formula = low, f"{_day_text(before)} {share_text(low)}"
    else:
        passed, span = (as_of - before).days, (after - before).days
        high = points[after]
        share = low + (high - low) * Fraction(passed, span)
        start, end = share_text(low), share_text(high)
        formula = f"{start} + ({end} - {start}) × {passed} ÷ {span}"
    known = "、".join(f"{_day_text(day)} {share_text(points[day])}" for day in days)
    told = step("E242", share_text(share), formula=formula, date=as_of.isoformat(), plan=known)
    return Due(share, "plan", told)


def _day_text(day: date) -> str:
    return f"{day.month}月{day.day}日"
