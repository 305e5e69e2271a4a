"""Projects of one document held against each other: rows that come again, names of others.

Rows are found again by hashing, never by comparing tables two by two, so that a thousand tables
take a thousand steps.
"""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.checking.figures import number_text
from jixiao.checking.names import PLACEHOLDER_NAME
from jixiao.checking.rows import (
    final_column,
    firm_rows,
    money_total,
    spending_columns,
    spending_total,
    yuan,
)
from jixiao.findings import finding
from jixiao.source import squeeze
from jixiao.units import parse_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Document, Indicator, Table

__all__ = ["copied_names", "identical_rows"]

_FEWEST = 4
_TIMES = 10
"""Money that differs less may well go with the same indicators."""
_ALIKE = Fraction(2, 3)
_LONG_NAME = 10
"""Shorter names of projects may well be words of everyday use (医保业务培训)."""
_NUMBER = re.compile(r"^.{0,12}?\d{1,5}号(?:\d{4}年(?:度)?)?")
_TAIL = re.compile(r"(?:专项|工作|补助|补贴)?(?:资金|经费|费用|费|项目|专项)$")


def _own_rows(table: Table, ruleset: Ruleset) -> list[tuple[Indicator, str]]:
    """The firm rows that the unit named itself, each with what it says in one text."""
    column = final_column(table)
    found = []
    for row in firm_rows(table):
        rule = ruleset.rule_for(table.kind, row.level1, row.level2, row.level3)
        fixed = rule is not None and rule.level == 3 and rule.name is not None  # noqa: PLR2004
        if column is None or fixed or PLACEHOLDER_NAME.fullmatch(squeeze(row.level3)):
            continue
        found.append((row, f"{squeeze(row.level3)}|{squeeze(row.value(column).text)}"))
    return found


def _money(table: Table) -> Fraction | None:
    """The money of a project: 资金总额, else its spending added up."""
    total = money_total(table)
    if total is not None:
        return yuan(total, table)
    return spending_total(table, spending_columns(table)[1])


def identical_rows(document: Document, ruleset: Ruleset) -> Iterator[Finding]:
    """S35: a project whose own rows are those of another, with ten times the money or a tenth.

    Each row remembers the first table that had it; a table two thirds of whose rows lead to one
    and the same other table is named. Tables of one project name (F4) are left alone.
    """
    first: dict[str, Table] = {}
    said: dict[int, frozenset[str]] = {}
    for table in document.tables:
        texts = frozenset(text for _, text in _own_rows(table, ruleset))
        said[table.index] = texts
        votes = Counter(first[text].index for text in texts if text in first)
        nearest = {first[text].index: first[text] for text in texts if text in first}
        for text in texts:
            first.setdefault(text, table)
        if not votes:
            continue
        other = nearest[min(votes, key=lambda index: (-votes[index], index))]
        count = len(texts & said[other.index])
        mine, theirs = _money(table), _money(other)
        alike = count >= _FEWEST and count >= len(texts) * _ALIKE
        if not alike or not mine or not theirs or squeeze(table.name) == squeeze(other.name):
            continue
        times = max(mine, theirs) / min(mine, theirs)
        if times >= _TIMES:
            ratio = parse_unit("万元").ratio
            yield finding(
                "S35",
                table.where(),
                related=(other.where(),),
                money=number_text(mine / ratio),
                project=other.name,
                other_money=number_text(theirs / ratio),
                count=count,
                times=int(times),
            )


def _core_of(name: str) -> str:
    """A project's name without the number of the document behind it and without 经费, 资金."""
    return _TAIL.sub("", _NUMBER.sub("", squeeze(name)))


def copied_names(document: Document, ruleset: Ruleset) -> Iterator[Finding]:
    """S36: a row that holds the name of another project, which its own table nowhere speaks of.

    Long names only, and only those that one project bears.
    """
    owners: dict[str, set[str]] = {}
    for table in document.tables:
        name = _core_of(table.name)
        if len(name) >= _LONG_NAME:
            owners.setdefault(name, set()).add(table.name)
    starts: dict[str, list[str]] = {}
    for name, held in owners.items():
        if len(held) == 1:
            starts.setdefault(name[:_LONG_NAME], []).append(name)
    for table in document.tables if starts else ():
        own = squeeze(table.name + "".join(field.text for field in table.fields))
        for row, said in _own_rows(table, ruleset):
            found = next(
                (
                    name
                    for at in range(len(said) - _LONG_NAME + 1)
                    for name in starts.get(said[at : at + _LONG_NAME], ())
                    if said.startswith(name, at) and name not in own
                ),
                None,
            )
            if found is not None:
                (project,) = owners[found]
                yield finding(
                    "S36",
                    table.where_row(row, final_column(table)),
                    raw=found,
                    name=row.level3,
                    text=found,
                    project=project,
                )
