"""What a row rests on: a basis that does not fit, a number cut short, brackets, old terms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.checking.figures import value_text
from jixiao.checking.names import PLACEHOLDER_NAME
from jixiao.checking.rows import at_field, final_column, firm_rows
from jixiao.findings import finding
from jixiao.source import fold, squeeze
from jixiao.values import Absent, Qualitative

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Table

__all__ = [
    "bases_of_other_kinds",
    "brackets_of_rows",
    "former_terms",
    "numbers_cut_short",
    "placeholders_with_basis",
]

_MONEY_BASIS = "预算支出标准"
_NO_MONEY = re.compile(r"(?:规范|健全|合理|合规|科学|相符|完整|有效|匹配)性$|制度|满意度")
_CUT_SHORT = re.compile(r"[\u4e00-\u9fff]{1,8}(?:政办|政发|办|政|财|发)字(?:第)?$")
_NO_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,10}(?:发|字|函|办)[〔\[【(]\d{4}[〕\]】)](?:第)?(?!\d)")
_PAIRS = {")": "(", "]": "[", "】": "【", "〕": "〔", "》": "《", "”": "“", "}": "{"}
_OPENING = frozenset(_PAIRS.values())
_LISTED = re.compile(r"(?:^|(?<=[;。,、\s]))[(]?[0-9a-zA-Z一二三四五六七八九十]{1,3}\)")
_FORMER = ("贫困人口", "建档立卡", "贫困户", "贫困村", "脱贫攻坚", "扶贫")
_SINCE = 2021
"""From 2021 on the terms are 脱贫人口, 防止返贫监测对象, 乡村振兴."""


def bases_of_other_kinds(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S55: 预算支出标准 behind words about management or a degree of satisfaction."""
    del ruleset
    column = final_column(table)
    if column is None:
        return
    for row in firm_rows(table):
        basis = squeeze(row.basis or "")
        value = row.value(column)
        about = _NO_MONEY.search(squeeze(row.level3))
        if basis == _MONEY_BASIS and about and isinstance(value, Qualitative):
            yield finding(
                "S55",
                table.where_row(row, column),
                raw=basis,
                name=row.level3,
                value=value_text(value),
                basis=basis,
            )


def numbers_cut_short(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S56: 承市政办字, 财发〔2021〕: the number of a document without its year or its number.

    Rows only: the texts of a form are often cut off by the extraction.
    """
    del ruleset
    said: set[str] = set()
    for row in firm_rows(table):
        text = squeeze(row.basis or "")
        match = _CUT_SHORT.search(text) or _NO_NUMBER.search(text)
        if match is not None and match[0] not in said:
            said.add(match[0])
            yield finding("S56", table.where_row(row), raw=text, text=match[0])


def brackets_of_rows(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S57: a bracket or quotation mark without its other half in a name, a value or a basis."""
    del ruleset
    column = final_column(table) or ""
    for row in firm_rows(table):
        for text in (row.level3, row.value(column).text, row.basis or ""):
            if not _paired(_LISTED.sub("", fold(text))):
                yield finding("S57", table.where_row(row), raw=text, text=text.strip())
                break


def _paired(text: str) -> bool:
    waiting: list[str] = []
    for mark in text:
        if mark in _OPENING:
            waiting.append(mark)
        elif mark in _PAIRS and (not waiting or waiting.pop() != _PAIRS[mark]):
            return False
    return not waiting


def placeholders_with_basis(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S58: a named row whose value is 无 or …… although a basis for that value is given (F6)."""
    del ruleset
    column = final_column(table)
    name = next((one.name for one in table.columns if one.role == "依据"), None)
    if column is None or name is None:
        return
    for row in firm_rows(table):
        value = row.value(column)
        basis = squeeze(row.basis or "")
        named = not PLACEHOLDER_NAME.fullmatch(squeeze(row.level3))
        unset = isinstance(value, Absent) and value.reason in ("none", "placeholder")
        if named and unset and basis and not PLACEHOLDER_NAME.fullmatch(basis) and basis != "无":
            text = value_text(value)
            yield finding(
                "S58",
                table.where_row(row, column),
                raw=text,
                name=row.level3,
                value=text,
                column=name,
                basis=basis,
            )


def former_terms(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S66: terms of the fight against poverty in a form for 2022 or later, once a table."""
    year = table.year or ruleset.year
    if year is None or year <= _SINCE:
        return
    for row in firm_rows(table):
        term = next((one for one in _FORMER if one in row.level3), None)
        if term is not None:
            yield finding("S66", table.where_row(row), raw=row.level3, text=row.level3, term=term)
            return
    for field in table.fields:
        term = next((one for one in _FORMER if one in field.text), None)
        if term is not None and field.name != "项目名称":
            where = at_field(table, field)
            yield finding("S66", where, raw=term, text=field.name, term=term)
            return
