"""What an evaluation or a monitoring found out, put into the form of its stage."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.messages.forms import form_word
from jixiao.official.filling_money import amount_entry
from jixiao.official.model import Entry, Form, MoneyLine, MoneyPart, Row
from jixiao.periods import closed_months
from jixiao.sheets import Tone
from jixiao.source import squeeze
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from jixiao.actuals import Actuals, FundingActual
    from jixiao.evaluation import TableScore
    from jixiao.monitoring import TableStatus
    from jixiao.monitoring.statuses import IndicatorStatus
    from jixiao.official.model import ColumnHead
    from jixiao.scoring import IndicatorScore
    from jixiao.tables import Table
    from jixiao.units import Quantity

__all__ = ["monitored", "scored"]

_MONTHS = re.compile(r"1-\d{1,2}月")
_LAMPS = {"红": Tone.RED, "黄": Tone.YELLOW, "绿": Tone.GREEN, "蓝": Tone.BLUE}
Key = tuple[str, str, str, str]


def _key(level1: str, level2: str, level3: str, goal: str | None) -> Key:
    return squeeze(level1), squeeze(level2), squeeze(level3), squeeze(goal or "")


def scored(form: Form, score: TableScore, table: Table, actuals: Actuals) -> Form:
    """A form of 自评 with actuals, weights and points; an interval stands as one, with why."""
    found = {_key(one.level1, one.level2, one.level3, one.goal): one for one in score.indicators}
    reasons = {
        _key(one.level1 or "", one.level2 or "", one.level3 or "", None)[2]: one.reason
        for one in actuals.rows
        if one.reason
    }

    def fill(row: Row, head: ColumnHead, entry: Entry) -> Entry:
        one = found.get(_key(row.level1, row.level2, row.name.text, row.goal))
        reason = reasons.get(squeeze(row.name.text)) or ""
        return entry if one is None else _score(head, entry, one, reason)

    funded = next((one for one in score.indicators if not one.level3 and not one.level2), None)
    lines = {squeeze(one.source or ""): one for one in actuals.funding if _is_of(one, table)}
    notes = form.notes
    open_ended = any(one.points is not None and not one.points.is_point for one in found.values())
    if open_ended:
        notes = (*notes, f"{len(notes)}. {form_word('note_interval')}")
    return evolve(
        form,
        rows=_each(form, fill),
        money=tuple(_executed(part, lines, funded, form.money_unit) for part in form.money),
        total=None if form.total is None else _total(form, form.total, score),
        notes=notes,
    )


def _score(head: ColumnHead, entry: Entry, one: IndicatorScore, reason: str) -> Entry:
    match head.role:
        case "目标值":
            return evolve(entry, text=entry.text or one.target)
        case "实际值":
            return evolve(entry, text=one.actual or "")
        case "权重":
            return evolve(entry, number=one.weight, text="")
        case "得分":
            return _points(entry, one)
        case "原因":
            return evolve(entry, text=reason or entry.text)
        case _:
            return entry


def _each(form: Form, fill: Callable[[Row, ColumnHead, Entry], Entry]) -> tuple[Row, ...]:
    return tuple(
        evolve(
            row,
            entries=tuple(
                fill(row, head, entry)
                for head, entry in zip(form.columns, row.entries, strict=True)
            ),
        )
        for row in form.rows
    )


def _points(entry: Entry, one: IndicatorScore) -> Entry:
    points = one.points
    if points is None:
        return evolve(entry, comment=one.reason() or "")
    if points.is_point:
        return evolve(entry, number=points.low)
    low, high = decimal_text(points.low), decimal_text(points.high)
    why = form_word("interval", low=low, high=high, why=one.reason() or "")
    return evolve(entry, text=f"{low}～{high}", comment=why, tone=Tone.FILL_IN)


def _total(form: Form, total: Row, score: TableScore) -> Row:
    weights, points = score.total.out_of, score.total
    shown = (
        Entry("", number=points.low)
        if points.low == points.high
        else Entry("", f"{decimal_text(points.low)}～{decimal_text(points.high)}")
    )

    def fill(head: ColumnHead, entry: Entry) -> Entry:
        if head.role == "权重":
            return evolve(entry, number=weights)
        if head.role == "得分":
            return evolve(entry, number=shown.number, text=shown.text, comment=score.label())
        return entry

    entries = (fill(*both) for both in zip(form.columns, total.entries, strict=True))
    return evolve(total, entries=tuple(entries))


def _is_of(line: FundingActual, table: Table) -> bool:
    """Whether a line of actuals is of this project."""
    if line.code is not None and table.code is not None:
        return line.code == table.code
    return line.project is None or squeeze(line.project) in (
        squeeze(table.name),
        squeeze(table.unit or ""),
    )


def _executed(
    part: MoneyPart,
    lines: Mapping[str, FundingActual],
    funded: IndicatorScore | None,
    unit: str,
) -> MoneyPart:
    """The money with what was spent; the first line carries the points of 预算执行率."""
    if "来源" not in part.head:
        return part
    whole = next((one for name, one in lines.items() if name.endswith(("资金总额", "总额"))), None)
    found = []
    for at, line in enumerate(part.lines):
        spent = lines.get(squeeze(line.source.name)) or (whole if not at else None)
        entries = tuple(
            _money(one, spent, funded if not at else None, unit) for one in line.entries
        )
        found.append(MoneyLine(line.number, line.source, entries))
    return evolve(part, lines=tuple(found))


def _money(
    entry: Entry, spent: FundingActual | None, funded: IndicatorScore | None, unit: str
) -> Entry:
    if entry.name == "分值":
        # 预算执行率 that is a row of the indicators has its points there
        return evolve(entry, number=None if funded is None else funded.weight)
    if entry.name == "得分" and funded is not None:
        return _points(entry, funded)
    if spent is None:
        return entry
    if entry.name.endswith("执行率"):
        return _rate(entry, spent)
    amount = _spent(entry.name, spent)
    if amount is None:
        return entry
    made = amount_entry(entry.name, amount, unit)
    return evolve(entry, text=made.text, number=made.number)


def _spent(name: str, spent: FundingActual) -> Quantity | None:
    """The figure of a column of the money by its name."""
    if name.startswith("年初"):
        return spent.initial
    if "预计" in name:
        return spent.forecast
    if name.endswith("执行数"):
        return spent.executed
    return spent.budget if "预算" in name else None


def _rate(entry: Entry, spent: FundingActual) -> Entry:
    below, above = spent.budget or spent.initial, spent.executed
    if below is None or above is None or not below.number or below.unit != above.unit:
        return entry
    rate = (above.number / below.number * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return evolve(entry, text=f"{decimal_text(rate)}%")


def monitored(form: Form, status: TableStatus, table: Table, actuals: Actuals, as_of: date) -> Form:
    """A form of 监控 with what was done so far, the forecast, the causes and the likelihood.

    Columns that the national form heads with 1-7月 are headed with the months closed by then.
    """
    form = _dated(form, as_of)
    found = {_key(one.level1, one.level2, one.level3, None): one for one in status.indicators}

    def fill(row: Row, head: ColumnHead, entry: Entry) -> Entry:
        one = found.get(_key(row.level1, row.level2, row.name.text, None))
        return entry if one is None else _progress(head, entry, one)

    lines = {squeeze(one.source or ""): one for one in actuals.funding if _is_of(one, table)}
    return evolve(
        form,
        rows=_each(form, fill),
        money=tuple(_executed(part, lines, None, form.money_unit) for part in form.money),
    )


def _dated(form: Form, as_of: date) -> Form:
    """The form with the months that are closed by a day in the heads of its columns."""
    months = closed_months(as_of)
    if not months:
        return form
    said = f"1-{months}月" if months > 1 else "1月"

    def named(name: str) -> str:
        return _MONTHS.sub(said, name)

    columns = tuple(evolve(one, name=named(one.name)) for one in form.columns)
    rows = tuple(evolve(one, entries=_renamed(one.entries, named)) for one in form.rows)
    money = tuple(
        evolve(
            part,
            columns=tuple(map(named, part.columns)),
            lines=tuple(evolve(one, entries=_renamed(one.entries, named)) for one in part.lines),
        )
        for part in form.money
    )
    return evolve(form, columns=columns, rows=rows, money=money)


def _renamed(entries: tuple[Entry, ...], named: Callable[[str], str]) -> tuple[Entry, ...]:
    return tuple(evolve(one, name=named(one.name)) for one in entries)


def _progress(head: ColumnHead, entry: Entry, one: IndicatorStatus) -> Entry:
    held = one.progress
    if head.role == "实际值":
        said = "\n".join(held.explain())
        tone = _LAMPS.get(held.lamp or "", Tone.PLAIN)
        return evolve(entry, text=one.actual or "", comment=said, tone=tone)
    text = entry.text
    if head.role == "目标值" and not text and one.annual is not None:
        text = one.annual.text
    elif "预计" in head.name:
        text = held.forecast or ""
    elif "可能性" in head.name:
        text = held.likelihood or ""
    elif head.role == "原因":
        text = held.reason or ""
    elif head.name in held.causes:
        text = "√"
    return evolve(entry, text=text)
