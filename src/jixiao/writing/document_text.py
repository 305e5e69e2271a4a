"""A document as text for people: what was read, row by row, and how sure each row is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from jixiao.messages.words import word
from jixiao.money_names import total_at
from jixiao.personal import mask_text
from jixiao.rows import RowStatus
from jixiao.units import decimal_text
from jixiao.writing.findings_text import findings_text
from jixiao.writing.layout import aligned, cut
from jixiao.writing.places import spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.tables import Document, SpendingLine, Table
    from jixiao.totals import PrintedTotal
    from jixiao.units import Quantity

__all__ = ["document_text", "table_text"]

Lang = Literal["zh", "en"]
LEFTOVERS_SHOWN = 20
"""Pieces not understood that are listed; the JSON has them all."""


def document_text(
    document: Document, lang: Lang = "zh", *, personal: bool = False
) -> Iterator[str]:
    """Lines: a summary, each table, what is to be said about the reading, what was left over.

    What reaches a person is masked in what was left over unless `personal` asks for it.
    """
    rows = [row for table in document.tables for row in table.indicators]
    yield word(
        "tables_read",
        lang,
        file=document.file or "-",
        tables=len(document.tables),
        indicators=len(rows),
    )
    counts = Counter(row.status for row in rows)
    parts = "，".join(
        f"{word(status.value, lang)} {counts[status]}" for status in RowStatus if counts[status]
    )
    if parts:
        yield word("row_status", lang, parts=parts)
    yield ""
    for table in document.tables:
        yield from table_text(table, lang)
        yield ""
    if document.findings:
        yield word("reading_findings", lang)
        yield from findings_text(document.findings, lang)
    if document.leftovers:
        yield word("leftovers", lang, count=len(document.leftovers))
        for cell in document.leftovers[:LEFTOVERS_SHOWN]:
            stood = spot(cell.origin, lang) or "-"
            text = cell.text if personal else mask_text(cell.text)
            yield word("leftover_line", lang, place=stood, text=cut(text, 90))
        if len(document.leftovers) > LEFTOVERS_SHOWN:
            rest = len(document.leftovers) - LEFTOVERS_SHOWN
            yield word("leftovers_more", lang, count=rest)


def table_text(table: Table, lang: Lang = "zh") -> Iterator[str]:
    """The lines of one table: heading, money, spending lines, indicators."""
    yield table_heading(table, lang)
    if table.bare:
        return
    whole = total_money(table, lang)
    if whole is not None:
        yield f"  {whole}"
    if table.spending:
        yield f"  {word('spending', lang)}"
        yield from aligned((spending_row(line) for line in table.spending), indent="    ")
    roles = {"目标值", "实际值"}
    if any(column.role == "得分" for column in table.columns):
        roles |= {"权重", "得分"}
    names = [column.name for column in table.columns if column.role in roles]
    header = [word(name, lang) for name in ("line", "status", "level1", "level2", "level3")]
    rows = (
        [
            str(row.origin.line or row.origin.row or ""),
            word(row.status.value, lang),
            row.level1,
            row.level2,
            cut(row.level3, 44) or word("unnamed", lang),
            *(cut(row.text(name) or row.value(name).text, 30) for name in names),
        ]
        for row in table.indicators
    )
    yield from aligned([[*header, *names], *rows], indent="  ")
    if table.totals:
        yield "  " + word("printed_sums", lang)
        yield from aligned((sum_row(one) for one in table.totals), indent="    ")
    if table.grade is not None:
        yield "  " + word("printed_grade", lang, grade=table.grade)


def total_money(table: Table, lang: Lang = "zh") -> str | None:
    """The line of the total: its amount, or each of its columns where there are several.

    None where the table prints no money at all.
    """
    if not table.funding and not table.spending:
        return None
    at = total_at([line.source for line in table.funding])
    total = None if at is None else table.funding[at]
    amount = None if total is None else total.amount()
    if total is None or amount is None:
        return word("no_total_money", lang)
    if len(total.amounts) == 1:
        return word("total_money", lang, amount=money(amount))
    filled = (f"{name} {money(one)}" for name, one in total.amounts if one is not None)
    return f"{total.source} " + "，".join(filled)


def sum_row(total: PrintedTotal) -> list[str]:
    """A printed sum as cells: its name, what it sums, and each figure as written."""
    path = " › ".join(one for one in (total.level1, total.level2) if one)
    written = [f"{name} {cut(text, 30)}" for name, text in total.texts]
    if total.points is None and total.weight is not None:
        written = [decimal_text(total.weight)]
    return [total.name, path, *written]


def table_heading(table: Table, lang: Lang = "zh") -> str:
    """The table's number, name, unit and year on one line."""
    name = table.name or word("unnamed", lang)
    text = word("table_heading", lang, number=table.index + 1, name=name)
    text += f"（{table.unit}）" if table.unit else ""
    if table.year:
        text += ("" if table.unit and lang == "zh" else " ") + word("year", lang, year=table.year)
    return text + (word("blank_table", lang) if table.blank else "")


def spending_row(line: SpendingLine) -> list[str]:
    """A spending line as cells: its name, then each amount under its column's name."""
    return [
        line.name,
        *(f"{name} {money(amount) if amount else '—'}" for name, amount in line.amounts),
    ]


def money(amount: Quantity) -> str:
    """An amount as printed with its unit.

    >>> from decimal import Decimal
    >>> from jixiao.units import Quantity, Unit
    >>> money(Quantity(Decimal("69.1"), Unit("万元")))
    '69.1 万元'
    """
    return f"{amount.number:f} {amount.unit.symbol}".rstrip()
