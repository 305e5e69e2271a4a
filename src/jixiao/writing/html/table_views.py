"""A filled-in table as a report shows it: particulars, money, rows, each with its findings' marks.

What names or reaches a person is masked, as everywhere.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from jixiao.messages.words import word
from jixiao.personal import is_personal, mask_text
from jixiao.rows import RowStatus
from jixiao.writing.document_text import money, table_heading
from jixiao.writing.html.anchors import Anchors, RowPlace, anchors_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.rows import Indicator
    from jixiao.tables import Document, Table
    from jixiao.units import Quantity

__all__ = ["RowView", "TableView", "table_views"]

Lang = Literal["zh", "en"]
_MASK = "＊＊＊"


@frozen
class RowView:
    """An indicator: where it stood, its names, its values in the order of the columns."""

    anchor: str
    line: str
    status: str | None
    level2: str
    level3: str
    values: tuple[str, ...]


@frozen
class GroupView:
    """The rows below one 一级."""

    level1: str
    rows: tuple[RowView, ...]


@frozen
class PartView:
    """A labelled text or a line of money: its name and what stands there."""

    anchor: str
    name: str
    texts: tuple[str, ...]


@frozen
class TableView:
    """One table of a document."""

    anchor: str
    index: int
    number: int
    heading: str
    name: str
    unit: str
    year: str
    columns: tuple[str, ...]
    groups: tuple[GroupView, ...]
    fields: tuple[PartView, ...]
    money: tuple[PartView, ...]
    reading: str
    row_count: int


def table_views(
    document: Document, first: int, lang: Lang, *, personal: bool = False
) -> tuple[tuple[TableView, ...], Anchors]:
    """The tables of a document, numbered from `first` in the report, and where all stands.

    Fields that name or reach a person are masked but with `personal`.
    """
    views, places = [], []
    parts: dict[tuple[int, str], str] = {}
    for number, table in enumerate(document.tables, first):
        anchor = f"t{number}"
        rows = tuple((f"{anchor}r{at}", row) for at, row in enumerate(table.indicators, 1))
        view = _table(table, anchor, rows, lang, personal=personal)
        views.append(view)
        for name, row in rows:
            levels = (row.level1, row.level2, row.level3)
            origins = (row.origin, *(origin for _, origin in row.value_origins))
            places.append(RowPlace(table.index, levels, name, origins))
        for part in (*view.money, *view.fields):
            parts[table.index, part.name] = part.anchor
    tables = {view.index: view.anchor for view in views}
    return tuple(views), anchors_of(tables, places, parts)


def _table(
    table: Table,
    anchor: str,
    rows: tuple[tuple[str, Indicator], ...],
    lang: Lang,
    *,
    personal: bool,
) -> TableView:
    names = tuple(one.name for one in table.columns if one.role in ("目标值", "实际值"))
    groups = groupby(rows, key=lambda one: one[1].level1)
    counts = Counter(row.status for row in table.indicators)
    return TableView(
        anchor=anchor,
        index=table.index,
        number=table.index + 1,
        heading=table_heading(table, lang),
        name=table.name or word("unnamed", lang),
        unit=table.unit or "",
        year="" if table.year is None else str(table.year),
        columns=names,
        groups=tuple(
            GroupView(level1, tuple(_row(name, row, names, lang) for name, row in held))
            for level1, held in groups
        ),
        fields=tuple(_fields(table, anchor, personal=personal)),
        money=tuple(_money(table, anchor)),
        reading="，".join(
            f"{word(status.value, lang)} {counts[status]}" for status in RowStatus if counts[status]
        ),
        row_count=len(rows),
    )


def _row(anchor: str, row: Indicator, names: tuple[str, ...], lang: Lang) -> RowView:
    return RowView(
        anchor=anchor,
        line=str(row.origin.line or row.origin.row or ""),
        status=None if row.status.certain else word(row.status.value, lang),
        level2=row.level2,
        level3=row.level3 or word("unnamed", lang),
        values=tuple(row.value(name).text for name in names),
    )


def _fields(table: Table, anchor: str, *, personal: bool) -> Iterator[PartView]:
    for number, field in enumerate(table.fields, 1):
        if field.text:
            masked = _MASK if is_personal(field.name) else mask_text(field.text)
            text = field.text if personal else masked
            yield PartView(f"{anchor}p{number}", field.name, (text,))


def _money(table: Table, anchor: str) -> Iterator[PartView]:
    lines = [(line.source, line.amounts) for line in table.funding]
    lines += [(line.name, line.amounts) for line in table.spending]
    lines += [(task.name, task.amounts) for task in table.tasks]
    for number, (name, amounts) in enumerate(lines, 1):
        texts = tuple(f"{column} {_amount(amount)}".strip() for column, amount in amounts)
        yield PartView(f"{anchor}m{number}", name, texts)


def _amount(amount: Quantity | None) -> str:
    return "—" if amount is None else money(amount)
