"""Projects of one document held against each other and against the table of the department.

Rows are found again by hashing, never by comparing tables two by two, so that a thousand tables
take a thousand steps.
"""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.checking.figures import number_text, value_text
from jixiao.checking.names import PLACEHOLDER_NAME, core, is_management_ratio
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
from jixiao.units import comparable, parse_unit
from jixiao.values import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Document, Indicator, Table

__all__ = ["copied_names", "department_and_projects", "identical_rows"]

_FEWEST = 4
_TIMES = 10
"""Money that differs less may well go with the same indicators."""
_ALIKE = Fraction(2, 3)
_LONG_NAME = 10
"""Shorter names of projects may well be words of everyday use (医保业务培训)."""
_NUMBER = re.compile(r"^.{0,12}?\d{1,5}号(?:\d{4}年(?:度)?)?")
_TAIL = re.compile(r"(?:专项|工作|补助|补贴)?(?:资金|经费|费用|费|项目|专项)$")
_GENERAL_NAMES = frozenset(
    {
        "服务对象满意度",
        "服务对象满意度指标",
        "社会公众满意度",
        "受益群众满意度",
        "公众满意度",
        "群众满意度",
        "验收合格率",
        "质量达标率",
        "质量合格率",
        "完成及时率",
        "资金到位率",
        "成本控制率",
        "项目完成率",
        "任务完成率",
        "目标完成率",
        "按时完成率",
    }
)
"""Names that each project may set for itself."""


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


def department_and_projects(document: Document, ruleset: Ruleset) -> Iterator[Finding]:
    """S31: an indicator of the department and of one of its projects with another figure.

    Ratios that differ are asked about, and counts of the department below those of one project.
    Ratios of handling money and names that each project sets for itself are left alone. A document
    of several departments is not held together.
    """
    del ruleset
    whole = [table for table in document.tables if "整体" in table.kind + table.title]
    if len({squeeze(table.name) for table in whole}) != 1:
        return
    known: dict[str, tuple[Table, Indicator, Comparison]] = {}
    for table in whole:
        column = final_column(table) or ""
        for row in firm_rows(table):
            value = row.value(column)
            if isinstance(value, Comparison) and _telling_name(row.level3):
                known[core(row.level3)] = (table, row, value)
    for table in document.tables if known else ():
        column = final_column(table) or ""
        if "整体" in table.kind + table.title:
            continue
        for row in firm_rows(table):
            held = known.get(core(row.level3))
            value = row.value(column)
            if held is not None and isinstance(value, Comparison) and _differ(held[2], value):
                department, theirs, figure = held
                yield finding(
                    "S31",
                    table.where_row(row, column),
                    raw=value_text(value),
                    related=(department.where_row(theirs),),
                    name=row.level3,
                    value=value_text(figure),
                    project=table.name,
                    other_value=value_text(value),
                )


def _telling_name(name: str) -> bool:
    plain = core(name)
    return len(plain) > _FEWEST and plain not in _GENERAL_NAMES and not is_management_ratio(name)


def _differ(whole: Comparison, part: Comparison) -> bool:
    if not comparable(whole.quantity, part.quantity):
        return False
    if whole.quantity.unit.base == "%":
        return whole.quantity.exact != part.quantity.exact
    return whole.quantity.exact < part.quantity.exact
