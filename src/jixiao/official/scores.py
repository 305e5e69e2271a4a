"""What an evaluation found out, put into the form of 自评."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.messages.forms import form_word
from jixiao.official.filled_rows import each_entry, key_of
from jixiao.official.model import Entry, Form, Row
from jixiao.official.spent import executed, lines_of, points_entry
from jixiao.source import squeeze
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from jixiao.actuals import Actuals
    from jixiao.evaluation import TableScore
    from jixiao.official.model import ColumnHead
    from jixiao.scoring import IndicatorScore
    from jixiao.tables import Table

__all__ = ["scored"]


def scored(form: Form, score: TableScore, table: Table, actuals: Actuals) -> Form:
    """A form of 自评 with actuals, weights and points; an interval stands as one, with why."""
    found = {key_of(one.level1, one.level2, one.level3, one.goal): one for one in score.indicators}
    reasons = {
        key_of(one.level1 or "", one.level2 or "", one.level3 or "", None)[2]: one.reason
        for one in actuals.rows
        if one.reason
    }

    def fill(row: Row, head: ColumnHead, entry: Entry) -> Entry:
        one = found.get(key_of(row.level1, row.level2, row.name.text, row.goal))
        reason = reasons.get(squeeze(row.name.text)) or ""
        return entry if one is None else _score(head, entry, one, reason)

    funded = next((one for one in score.indicators if not one.level3 and not one.level2), None)
    lines = lines_of(actuals, table)
    notes = form.notes
    open_ended = any(one.points is not None and not one.points.is_point for one in found.values())
    if open_ended:
        notes = (*notes, f"{len(notes)}. {form_word('note_interval')}")
    return evolve(
        form,
        rows=each_entry(form, fill),
        money=tuple(executed(part, lines, funded, form.money_unit) for part in form.money),
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
            return points_entry(entry, one)
        case "原因":
            return evolve(entry, text=reason or entry.text)
        case _:
            return entry


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
