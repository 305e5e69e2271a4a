"""What a monitoring found out, put into the form of 监控."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.official.filled_rows import each_entry, key_of
from jixiao.official.spent import executed, lines_of
from jixiao.periods import closed_months
from jixiao.sheets import Tone

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from jixiao.actuals import Actuals
    from jixiao.monitoring import IndicatorStatus, TableStatus
    from jixiao.official.model import ColumnHead, Entry, Form, Row
    from jixiao.tables import Table

__all__ = ["monitored"]

_MONTHS = re.compile(r"1-\d{1,2}月")
_LAMPS = {"红": Tone.RED, "黄": Tone.YELLOW, "绿": Tone.GREEN, "蓝": Tone.BLUE}


def monitored(form: Form, status: TableStatus, table: Table, actuals: Actuals, as_of: date) -> Form:
    """A form of 监控 with what was done so far, the forecast, the causes and the likelihood.

    Columns that the national form heads with 1-7月 are headed with the months closed by then.
    """
    form = _dated(form, as_of)
    found = {key_of(one.level1, one.level2, one.level3, None): one for one in status.indicators}

    def fill(row: Row, head: ColumnHead, entry: Entry) -> Entry:
        one = found.get(key_of(row.level1, row.level2, row.name.text, None))
        return entry if one is None else _progress(head, entry, one)

    lines = lines_of(actuals, table)
    return evolve(
        form,
        rows=each_entry(form, fill),
        money=tuple(executed(part, lines, None, form.money_unit) for part in form.money),
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
