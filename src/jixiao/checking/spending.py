"""Spending held against what it is for: money no indicator names, parts of a project not paid."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.checking.figures import amount_text, number_text, percent_text
from jixiao.checking.likeness import is_class, pairs, telling
from jixiao.checking.rows import (
    at_field,
    money_total,
    spending_columns,
    spending_total,
    sure_amounts,
    yuan,
)
from jixiao.findings import finding
from jixiao.source import fold, squeeze
from jixiao.units import parse_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding, Where
    from jixiao.rules import Ruleset
    from jixiao.tables import Document, SpendingLine, Table
    from jixiao.units import Quantity

__all__ = ["money_without_indicator", "parts_above_total", "unpaid_parts"]

_TOTAL = "资金总额"
_TENTH = Fraction(1, 10)
_ENOUGH = 8
_PART = re.compile(
    r"子项目\s*(?:\d{1,2}|[一二三四五六七八九十])\s*:\s*"
    r"(?P<name>[\u4e00-\u9fff]{2,20}?(?:经费|费|项目|工程))"
)


def money_without_indicator(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S17: lines of spending that no indicator names, where they come to a tenth of the money.

    Words in common, not meaning, are compared, so this is a hint: a line with any telling pair of
    characters in an output, cost or benefit is taken as covered. Economic classes (差旅费) and a
    table whose only line is the project itself are left alone.
    """
    del ruleset
    _, whole = spending_columns(table)
    total = spending_total(table, whole)
    if whole is None or not total or len(table.spending) < 2:  # noqa: PLR2004
        return
    results = [row.level3 for row in table.indicators if row.level1 not in ("决策", "过程")]
    known = pairs("，".join(results))
    if not known:
        return
    loose = [
        line
        for line in table.spending
        if not is_class(line.name) and not telling(line.name) & known
    ]
    money = sum((yuan(a, table) or Fraction() for a in _amounts(loose, whole)), Fraction())
    if money >= total * _TENTH:
        yield finding(
            "S17",
            table.where(),
            lines="、".join(f"“{line.name}”" for line in loose),
            amount=number_text(money / parse_unit("万元").ratio),
            share=percent_text(money / total),
        )


def _amounts(lines: list[SpendingLine], column: str) -> Iterator[Quantity]:
    return (amount for line in lines if (amount := line.amount(column)) is not None)


def unpaid_parts(document: Document, ruleset: Ruleset) -> Iterator[Finding]:
    """S16: 子项目 listed by name in the text of a table, with no line of its spending like it.

    A line of like name in another table is named along.
    """
    del ruleset
    known = _lines_by_pair(document)
    for table in document.tables:
        if not table.spending or not all(sure_amounts(line) for line in table.spending):
            continue
        paid = pairs("，".join(line.name for line in table.spending))
        said: set[str] = set()
        for field in table.fields:
            for match in _PART.finditer(fold(field.text)):
                name = match["name"]
                if name in said or telling(name) & paid or not telling(name):
                    continue
                said.add(name)
                other, text = _elsewhere(known, table, name)
                yield finding(
                    "S16",
                    at_field(table, field),
                    raw=match[0],
                    related=() if other is None else (other,),
                    field=field.name,
                    part=name,
                    elsewhere=text,
                )


_Lines = dict[str, list[tuple["Table", "SpendingLine"]]]


def _lines_by_pair(document: Document) -> _Lines:
    """The first lines of spending that hold a pair of characters; a few are enough to name one."""
    found: _Lines = {}
    for table in document.tables:
        for line in table.spending:
            for pair in telling(line.name):
                held = found.setdefault(pair, [])
                if len(held) < _ENOUGH:
                    held.append((table, line))
    return found


def _elsewhere(known: _Lines, table: Table, name: str) -> tuple[Where | None, str]:
    wanted = telling(name)
    for other, line in (one for pair in sorted(wanted) for one in known.get(pair, ())):
        if other.index != table.index and len(telling(line.name) & wanted) * 2 > len(wanted):
            _, whole = spending_columns(other)
            amount = None if whole is None else line.amount(whole)
            money = "" if amount is None else f" {amount_text(amount, other.money_unit)}"
            text = f"（项目“{other.name}”列有“{line.name}”{money}）"
            return other.where(), text
    return None, ""


def parts_above_total(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S22: one source of money larger than 资金总额, which no sum can be.

    Where a form prints the money of the whole term (中期资金总额) beside that of the year, whose
    part a source is does not stand beside it: nothing is said.
    """
    del ruleset
    total = money_total(table)
    whole = None if total is None else yuan(total, table)
    if total is None or whole is None:
        return
    totals = [line for line in table.funding if squeeze(line.source).rstrip(":").endswith(_TOTAL)]
    if len(totals) > 1:
        return
    for line in table.funding:
        amount = line.amount()
        money = None if amount is None else yuan(amount, table)
        if amount is not None and money is not None and money > whole:
            yield finding(
                "S22",
                evolve(table.where(), column=line.source, origin=line.origin),
                name=line.source,
                part=f"{amount.number.normalize():f}",
                total=f"{total.number.normalize():f}",
                unit=amount.unit.symbol or table.money_unit,
            )
