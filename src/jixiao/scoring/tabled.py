"""分档: the rows of a decision table that apply to a case, and the points that they allow.

A cell that is a range leaves the rate to the assessor.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeGuard

from jixiao.expressions import Name, Undetermined
from jixiao.intervals import End, Interval
from jixiao.scoring.application import Application, Applied, ends_of, point
from jixiao.scoring.bands import allowed, holds
from jixiao.scoring.figures import exact_text, share_text
from jixiao.scoring.steps import step
from jixiao.scoring.subject import why_not
from jixiao.values import Note, doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.expressions import Result
    from jixiao.rules import DecisionTable

__all__ = ["by_table"]


def by_table(one: Application, table: DecisionTable) -> Applied:
    """The row that applies; all rows that may where an input is not known."""
    method = one.method
    if table.result not in ("得分率", "得分"):
        return Applied(reasons=(doubt("E59", method=method.name),))
    line, done = one.bounds.line, one.case.completion
    if line is not None and done is not None and done < line:
        return Applied((point(Fraction(0)),), rate="0")
    inputs = [one.evaluate(Name(tuple(name.split(".")))) for name in table.inputs]
    found = tuple(
        _bounded(one, interval, points=table.result == "得分")
        for values in _readings(one, table, inputs)
        for interval in _matching(table, values)
    )
    unknown = [why_not(each, method.name) for each in inputs if _is_unknown(each)]
    if not found:
        nothing = (doubt("E46", name="、".join(table.inputs)),)
        return Applied(reasons=tuple(unknown) or nothing)
    return _of_rows(one, table, found, () if len(one.case.grades) > 1 else tuple(unknown))


def _of_rows(
    one: Application,
    table: DecisionTable,
    found: tuple[Interval, ...],
    reasons: tuple[Note, ...],
) -> Applied:
    """The points of the rows that apply; a range is the assessor's."""
    texts = tuple(dict.fromkeys(_band_text(each, one.weight) for each in found))
    band = " 或 ".join(texts)
    low, high = ends_of(found, one.weight)
    if low != high:
        shown = "、".join(one.case.grades) or one.method.name
        reasons = (*reasons, doubt("E44", grade=shown, band=band))
    done = step("E78", band, formula="、".join(table.inputs), limits="E124")
    if table.result == "得分" and low == high:
        done = step("E90", exact_text(low), formula="、".join(table.inputs), limits="E124")
    rate = exact_text(low / one.weight) if low == high and one.weight else band
    return Applied(found, reasons, (done,), rate)


def _readings(one: Application, table: DecisionTable, inputs: list[Result]) -> list[list[Result]]:
    """The inputs, once for each 达成程度 that the case allows."""
    grades = one.case.grades
    if "达成程度" not in table.inputs or not grades[1:]:
        return [inputs]
    place = table.inputs.index("达成程度")
    return [[*inputs[:place], grade, *inputs[place + 1 :]] for grade in grades]


def _bounded(one: Application, interval: Interval, *, points: bool) -> Interval:
    """A cell as points: rates times the weight, an end left open bound by 保底 and 封顶."""
    times = Fraction(1) if points else one.weight
    floor, cap = one.bounds.floor * one.weight, one.bounds.cap * one.weight
    low, high = End(floor), End(cap)
    if interval.low is not None:
        low = End(interval.low.at * times, interval.low.closed)
    if interval.high is not None:
        high = End(interval.high.at * times, interval.high.closed)
    return Interval(_clamped(low, floor, cap), _clamped(high, floor, cap))


def _is_unknown(result: Result) -> TypeGuard[Undetermined]:
    return isinstance(result, Undetermined)


def _clamped(end: End, floor: Fraction, cap: Fraction) -> End:
    return End(floor) if end.at < floor else End(cap) if end.at > cap else end


def _matching(table: DecisionTable, values: list[Result]) -> Iterator[Interval]:
    """What the rows allow that apply, or that may where a value is not known."""
    for row in table.rows:
        answers = [holds(cell, one) for cell, one in zip(row.cells[:-1], values, strict=True)]
        if any(one is False for one in answers):
            continue
        yield from allowed(row.cells[-1])
        if all(one is True for one in answers):
            return


def _band_text(points: Interval, weight: Fraction) -> str:
    if not weight or points.low is None or points.high is None:
        return "0"
    return share_text(
        points.low.at / weight,
        points.high.at / weight,
        low_closed=points.low.closed,
        high_closed=points.high.closed,
    )
