"""The rows of a table by part: fields, money, a plan of payments, the header, the indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.reading.goals import heads_goal, heads_goals
from jixiao.reading.grid import key
from jixiao.reading.headers.rows import continues_header, is_header, opens_header
from jixiao.reading.labelled import is_field_row, pairs_in
from jixiao.reading.labels import SPENDING_HEADS
from jixiao.reading.money.asides import asides, names_no_money
from jixiao.reading.money.columns import money_meaning
from jixiao.reading.money.inside import amounts_inside
from jixiao.reading.money.managing import managing_rows
from jixiao.reading.money.pairs import apart, is_filled, opens_pairs, pairs_of
from jixiao.reading.money.part import opens_money
from jixiao.reading.schedules import opens_schedule
from jixiao.reading.sums.lines import is_sum_name, read_sum_text
from jixiao.reading.tasks import goes_on_with_tasks, opens_tasks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.forms import Form
    from jixiao.reading.grid import GridRow

__all__ = ["Parts", "header_rows", "split_rows"]


_LABEL = 14
"""A label is shorter, and a text beside one that nobody knows is longer."""


@frozen
class Parts:
    """The rows of a segment by part."""

    fields: tuple[GridRow, ...]
    money: tuple[GridRow, ...]
    header: tuple[GridRow, ...]
    rows: tuple[GridRow, ...]
    after: tuple[GridRow, ...]
    schedule: tuple[GridRow, ...] = ()
    tasks: tuple[GridRow, ...] = ()
    managing: tuple[GridRow, ...] = ()


def header_rows(rows: Sequence[GridRow]) -> tuple[GridRow, ...]:
    """The header of the indicators: one line or two; none where it was lost."""
    for at, row in enumerate(rows):
        if is_header(row):
            before = [one for one in rows[max(at - 1, 0) : at] if opens_header(one, row)]
            after = rows[at + 1 : at + 2]
            return (*before, row, *(one for one in after if continues_header(one)))
    return ()


def _opens_indicators(row: GridRow, form: Form) -> bool:
    """Whether a row is the first of an indicator part whose header was lost."""
    if row.indicator:
        return True
    if row.plain or len(row.cells) < 3:  # noqa: PLR2004 - two labels and a name or value
        return False
    first, second = row.cells[0].text, row.cells[1].text
    return form.is_level1(first) and form.is_level2(second)


def split_rows(rows: Sequence[GridRow], form: Form) -> Parts:
    """The rows by part; the indicators begin at their header, or at the first row that is one."""
    start = next(
        (at for at, row in enumerate(rows) if is_header(row) or _opens_indicators(row, form)),
        len(rows),
    )
    if 0 < start < len(rows) and is_header(rows[start]):
        start -= opens_header(rows[start - 1], rows[start], form)
    tasks, others = _tasks(rows[:start])
    managing, others = managing_rows(others, form)
    fields, money, schedule = _above(others, form)
    header, below, after = _below(rows[start:], form)
    return Parts(fields, money, header, below, after, schedule, tasks, managing)


def _tasks(rows: Sequence[GridRow]) -> tuple[tuple[GridRow, ...], tuple[GridRow, ...]]:
    """The rows of a list of tasks, and the others."""
    start = next((at for at, row in enumerate(rows) if opens_tasks(row)), len(rows))
    end = min(start + 1, len(rows))
    while end < len(rows) and goes_on_with_tasks(rows[end]):
        end += 1
    return tuple(rows[start:end]), (*rows[:start], *rows[end:])


def _above(
    rows: Sequence[GridRow], form: Form
) -> tuple[tuple[GridRow, ...], tuple[GridRow, ...], tuple[GridRow, ...]]:
    """Fields, money and the plan of payments."""
    fields: list[GridRow] = []
    money: list[GridRow] = []
    schedule: list[GridRow] = []
    last = fields
    paired = False
    whole = (one for each in rows for one in apart(amounts_inside(each, form), form))
    parted = [asides(one, form) for one in whole]
    for row, _ in parted:
        if _is_score(row, form):
            fields.append(row)
            continue
        opens = opens_money(row, form)
        if opens_schedule(row) and not schedule:
            last = schedule
        elif last is schedule and len(schedule) == 1 and not row.plain:
            pass
        elif opens_pairs(row, form) or (paired and not opens and _goes_on_paired(row, form)):
            paired = paired or not (opens or last is money)
            last = money
        elif _is_labelled(row, form) or last is schedule or (paired and not opens):
            paired = paired and opens
            last = money if opens else fields
        elif last is money and not opens and _is_told(row, form, money):
            fields.append(row)
            continue
        elif last is money or opens:
            paired = False
            last = money
        last.append(row)
    fields += (beside for _, beside in parted if beside is not None)
    return tuple(fields), tuple(money), tuple(schedule)


def _is_labelled(row: GridRow, form: Form) -> bool:
    """Whether a row begins with the label of a field, or heads the texts of goals."""
    return is_field_row(row, form) or heads_goal(row) or heads_goals(row)


def _is_told(row: GridRow, form: Form, money: Sequence[GridRow]) -> bool:
    """Whether a row among the money is a label with a text: 项目概况及立项依据, and what it is.

    Behind the word 支出 a name without an amount is a line of spending.
    """
    if row.plain or len(row.cells) != 2:  # noqa: PLR2004 - a label and its text
        return False
    label, text = row.cells
    spent = any(key(cell.text) in SPENDING_HEADS for one in money for cell in one.cells)
    known = form.source_name(label.text) or money_meaning(key(label.text)) or is_filled(text)
    long = len(key(label.text)) <= _LABEL < len(key(text.text))
    return not spent and not known and (long or names_no_money(label, form))


def _goes_on_paired(row: GridRow, form: Form) -> bool:
    """Whether a row goes on with money in labels beside their amounts: a source, or amounts only.

    Nothing heads such money, so that another label behind it is a field again.
    """
    if row.plain:
        return False
    first, *rest = row.cells
    whole = len(rest) > 1 and all(map(is_filled, rest))
    known = form.source_name(first.text) is not None or pairs_of(row.cells, form) is not None
    return known or whole or all(map(is_filled, row.cells))


def _is_score(row: GridRow, form: Form) -> bool:
    """Whether a row above the indicators is an overall score; 合计 there is a sum of money."""
    first = row.cells[0].text
    return not row.plain and is_sum_name(first) and form.source_name(first) is None


def _below(
    rows: Sequence[GridRow], form: Form
) -> tuple[tuple[GridRow, ...], tuple[GridRow, ...], tuple[GridRow, ...]]:
    """The header, the indicators, and the fields that stand after them."""
    header: list[GridRow] = []
    below: list[GridRow] = []
    loose: list[GridRow] = []
    after: list[GridRow] = []
    for at, row in enumerate(rows):
        if row.plain and header and _states(row, form):
            loose.append(row)
        elif _is_of_header(row, at, rows, header, form) and not below:
            header.append(row)
        elif after or _ends_indicators(row, form):
            after.append(row)
        else:
            below.append(row)
    return tuple(header), tuple(below), (*loose, *after)


def _is_of_header(
    row: GridRow, at: int, rows: Sequence[GridRow], header: Sequence[GridRow], form: Form
) -> bool:
    """Whether a row is a line of the header: the one with the levels, or one before or after."""
    whole = any(is_header(one) for one in header)
    if not header and at + 1 < len(rows) and is_header(rows[at + 1]) and not is_header(row):
        return opens_header(row, rows[at + 1], form)
    if not whole:
        return is_header(row)
    return is_header(header[-1]) and continues_header(row, form)


def _states(row: GridRow, form: Form) -> bool:
    """Whether a line between or below the rows says something whole: 自评得分：96.5分  等级：优."""
    text = row.cells[0].text
    return any(said for _, said in pairs_in(text, form)) or read_sum_text(text) is not None


def _ends_indicators(row: GridRow, form: Form) -> bool:
    """Whether a row below the indicators begins with the label of a field: 备注, 填报人."""
    if row.plain or row.cells[0].column > 0:
        return False
    first = row.cells[0].text
    if is_sum_name(first) and len(row.cells) > 1 and row.cells[1].column > 1:
        return False
    return (
        is_field_row(row, form)
        and not form.is_level1(first)
        and not form.is_level2(first)
        and not is_header(row)
    )
