"""Findings as comments on the cells they speak of; what speaks of the whole goes to the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.findings import Severity
from jixiao.sheets import Tone
from jixiao.source import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.findings import Finding, Where
    from jixiao.official.model import ColumnHead, Entry, Form, Row

__all__ = ["remarked"]

_TONES = {Severity.ERROR: Tone.RED, Severity.WARNING: Tone.YELLOW, Severity.HINT: Tone.BLUE}


def remarked(form: Form, findings: Iterable[Finding]) -> Form:
    """The form with each finding of its table as a comment."""
    left: list[str] = []
    for one in findings:
        for where in one.items or (one.where,):
            if where.table_index not in (None, form.index):
                continue
            placed = _placed(form, one, where)
            if placed is None:
                text = _text(one)
                left += [] if text in left else [text]
            else:
                form = placed
    return evolve(form, comment="\n".join((*filter(None, (form.comment,)), *left)))


def _text(one: Finding) -> str:
    return f"【{one.severity.label()}】{one.message()}（{one.code}）"


def _said(entry: Entry, one: Finding) -> Entry:
    text = _text(one)
    if text in entry.comment:
        return entry
    tone = _TONES[one.severity] if entry.tone is Tone.PLAIN else entry.tone
    comment = "\n".join(filter(None, (entry.comment, text)))
    return evolve(entry, comment=comment, tone=tone)


def _placed(form: Form, one: Finding, where: Where) -> Form | None:
    """The form with the finding at its cell; None where it speaks of no cell of it."""
    if where.level3 is None and where.level1 is None:
        if where.column is None:
            return None
        wanted = squeeze(where.column)
        if not any(squeeze(field.name) == wanted for field in form.fields):
            return None
        fields = (
            _said(field, one) if squeeze(field.name) == wanted else field for field in form.fields
        )
        return evolve(form, fields=tuple(fields))
    for at, row in enumerate(form.rows):
        if _matches(row, where):
            rows = (*form.rows[:at], _on_row(row, one, where, form.columns), *form.rows[at + 1 :])
            return evolve(form, rows=rows)
    return None


def _matches(row: Row, where: Where) -> bool:
    pairs = (
        (row.level1, where.level1),
        (row.level2, where.level2),
        (row.name.text, where.level3),
    )
    return all(wanted is None or squeeze(held) == squeeze(wanted) for held, wanted in pairs)


def _on_row(row: Row, one: Finding, where: Where, columns: tuple[ColumnHead, ...]) -> Row:
    for at, head in enumerate(columns):
        if where.column is not None and squeeze(head.name) == squeeze(where.column):
            entries = (*row.entries[:at], _said(row.entries[at], one), *row.entries[at + 1 :])
            return evolve(row, entries=entries)
    return evolve(row, name=_said(row.name, one))
