"""One indicator monitored: its targets, how far it is, its lamp, and whether to ask why."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.findings import finding
from jixiao.monitoring.answers import Proof, answered
from jixiao.monitoring.holder import Held, Holder
from jixiao.monitoring.holding import hold
from jixiao.monitoring.lamps import calls_for_a_reason, lamp_by
from jixiao.monitoring.progress import Progress
from jixiao.monitoring.statuses import IndicatorStatus, TargetStatus
from jixiao.parsing import parse_actual
from jixiao.scoring.figures import percent_text
from jixiao.scoring.steps import Step, step
from jixiao.tables import RowStatus
from jixiao.values import doubt

if TYPE_CHECKING:
    from jixiao.findings import Finding
    from jixiao.monitoring.given import Given
    from jixiao.monitoring.judged import Judged, Judgement
    from jixiao.monitoring.spent import Spent
    from jixiao.values import Status

__all__ = ["indicator_status"]

_VERDICT: dict[bool | None, Status] = {True: "met", False: "not_met", None: "undetermined"}
_UNSURE = (RowStatus.SUSPECTED, RowStatus.UNREAD)


def indicator_status(
    row: Judged, given: Given, spent: Spent
) -> tuple[IndicatorStatus, tuple[Finding, ...]]:
    """The status of one indicator, and what is to be said about it."""
    filed = row.filed
    base = Progress(
        forecast=None if filed is None else filed.forecast,
        reason=row.reason,
        causes=row.causes,
    )
    annual, counted = row.annual, row.counted
    aim = annual or counted
    likelihood = None if filed is None else filed.likelihood
    if aim is None or aim.actual.missing:
        why = doubt("E221" if aim is None else "E220")
        progress = evolve(base, why=(why,))
        said: tuple[Finding, ...] = () if aim is None else (finding("E204", row.where),)
        progress, more = answered(progress, Proof(None, "E234"), likelihood, row.where)
        return _status(row, given, progress), (*said, *more)
    found = hold(Holder(row, given, spent, aim))
    progress, said = _told(base, found, row, given)
    if row.steps and spent.statuses[0].progress.reason_required:
        said = ()  # the same rate is asked about with the money
    said = (*_differing(row, spent), *said)
    progress, more = answered(progress, found.proof, likelihood, row.where)
    return _status(row, given, progress), (*said, *more)


def _status(row: Judged, given: Given, progress: Progress) -> IndicatorStatus:
    indicator = row.leaf.row
    impossible = progress.likelihood_from == "arithmetic" and progress.likelihood == "完全不可能"
    annual = _target(row.annual, open_=not (given.final or given.over or impossible))
    return IndicatorStatus(
        indicator.level1,
        indicator.level2,
        indicator.level3,
        _target(row.counted, open_=False),
        annual,
        row.text or None,
        progress,
    )


def _target(one: Judgement | None, *, open_: bool) -> TargetStatus | None:
    """A target as the report shows it; one whose day has not come is not yet missed."""
    if one is None:
        return None
    met = None if open_ and one.met is False else one.met
    return TargetStatus(one.column.name, one.value.text or str(one.value), one.due, _VERDICT[met])


def _told(
    base: Progress, found: Held, row: Judged, given: Given
) -> tuple[Progress, tuple[Finding, ...]]:
    """The progress with its lamp, and the question why where one is to be asked."""
    lamp = lamp_by(row.subject, dict(found.facts), found.kinds) if found.facts else None
    steps, why = [*_read(row), *row.steps, *found.steps], list(found.why)
    if lamp is not None:
        steps.append(step("E251", lamp.word, cite=lamp.cite, method=lamp.method))
    elif found.facts:
        why.append(doubt("E228"))
    if found.projected is not None:
        steps.append(step("E252", found.projected.figure, formula=found.projected.formula))
    behind = found.standing == "behind"
    asked = found.standing == "over" or (
        behind and (found.missed or lamp is None or calls_for_a_reason(lamp.word))
    )
    progress = evolve(
        base,
        standing=found.standing,
        completion=found.completion,
        due=found.due,
        ratio=found.ratio,
        lamp=None if lamp is None else lamp.word,
        lamp_method=None if lamp is None else lamp.method,
        projected=found.projected,
        reason_required=asked,
        steps=tuple(steps),
        why=tuple(dict.fromkeys(why)),
    )
    unsure = row.leaf.row.status in _UNSURE
    if not asked or unsure or (row.reason or "").strip() or row.causes:
        return progress, ()
    return progress, (_question(progress, found, row, given),)


def _read(row: Judged) -> list[Step]:
    """The targets and what was filed, as written and as read."""
    told = []
    for one in (row.counted, row.annual):
        if one is not None and (one is row.counted or row.counted is None or _differ(row)):
            due = f"{one.due.month}月{one.due.day}日"
            said = one.value.text or str(one.value)
            told.append(step("E244", str(one.value), column=one.column.name, due=due, text=said))
    aim = row.counted or row.annual
    if aim is not None and not row.steps:
        told.append(step("E245", str(aim.actual.value), text=row.text))
    return told


def _differ(row: Judged) -> bool:
    counted, annual = row.counted, row.annual
    return counted is None or annual is None or counted.column.name != annual.column.name


def _differing(row: Judged, spent: Spent) -> tuple[Finding, ...]:
    """A filed rate of execution that is off by more than the rounding of its own last digit."""
    rate, filed = spent.rate, "" if row.filed is None else (row.filed.actual or "").strip()
    quantity = parse_actual(filed).quantity
    if not row.executing or rate is None or quantity is None or quantity.unit.base != "%":
        return ()
    digits = max(0, -int(quantity.number.as_tuple().exponent))
    if abs(quantity.exact - rate * 100) <= Fraction(1, 10**digits):
        return ()
    said = finding(
        "E214",
        row.where,
        raw=filed,
        indicator=row.name,
        filed=filed,
        executed=str(spent.executed),
        budget=str(spent.budget),
        computed=row.text,
    )
    return (said,)


def _question(progress: Progress, found: Held, row: Judged, given: Given) -> Finding:
    """Why it is behind or over: by the target that is due, else by the pace."""
    target = row.counted or row.annual
    if target is not None and (found.missed or found.standing == "over"):
        return finding(
            "E202" if found.standing == "over" else "E201",
            row.where,
            raw=row.text,
            indicator=row.name,
            actual=row.text,
            column=target.column.name,
            target=target.value.text or str(target.value),
            due=target.due.isoformat(),
        )
    return finding(
        "E200",
        row.where,
        raw=row.text,
        indicator=row.name,
        actual=row.text,
        date=given.as_of.isoformat(),
        due=percent_text(progress.due or Fraction(0)),
        completion=percent_text(progress.completion or Fraction(0)),
    )
