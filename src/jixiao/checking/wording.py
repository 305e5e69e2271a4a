"""Values in words where the name asks for a number, and values that say nothing at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.checking.figures import value_text
from jixiao.checking.names import PLACEHOLDER_NAME, SATISFACTION, noun_of, slip_of
from jixiao.checking.rows import final_column, firm_rows
from jixiao.checking.value_findings import about_value
from jixiao.findings import finding
from jixiao.source import squeeze
from jixiao.values import Absent, Comparison, Qualitative, Trend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Indicator, Table
    from jixiao.values import Value

__all__ = ["slips_of_the_pen", "units_of_names", "unset_values", "words_for_numbers"]

_NUMBER_IN_WORDS = re.compile(r"\d|^(?:无|零|未|不发生|杜绝|全|所有|应.尽)|上年|去年|同期|年初")
"""A figure, none or all of something (无重复参保, 全市), or a look at another year."""
_MASK = ("**", "＊＊", "××", "XX")
_RATE_UNITS = frozenset("次个件人名户家台套份辆场条张")
_FITTING = {
    "车次": ("次", "车次", "趟", "班", "班次"),
}
"""Counting nouns whose units are certain; others (次数: 场, 期, 批 …) are left alone."""


def _named_rows(table: Table) -> Iterator[tuple[Indicator, str, Value]]:
    """Firm rows with a real name, and the value that counts at the end."""
    column = final_column(table)
    for row in firm_rows(table):
        if column is not None and not PLACEHOLDER_NAME.fullmatch(squeeze(row.level3)):
            yield row, column, row.value(column)


def _prescribed(table: Table, ruleset: Ruleset, row: Indicator) -> bool:
    """Whether the form itself says which words stand here (F9)."""
    rule = ruleset.rule_for(table.kind, row.level1, row.level2, row.level3)
    return rule is not None and bool(rule.expected or any(one.scale for one in rule.kinds))


def words_for_numbers(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S10, S12, S13: a rate or a count in words, a satisfaction in words, a name as its own value.

    Words that mean none or all (无重复参保, 全市域), words that the form prescribes (F9), and texts
    that hold a figure or look back at another year are left alone.
    """
    for row, column, value in _named_rows(table):
        if _prescribed(table, ruleset, row):
            continue
        text = value_text(value)
        where = table.where_row(row, column)
        in_words = (isinstance(value, Qualitative) and value.means is None) or (
            isinstance(value, Trend) and value.change is None and value.baseline is None
        )
        if not in_words or _NUMBER_IN_WORDS.search(text):
            continue
        satisfaction = SATISFACTION in row.level1 + row.level2
        noun = noun_of(row.level3)
        if squeeze(text) == squeeze(row.level3):
            yield finding("S13", where, raw=text, name=row.level3)
        elif satisfaction:
            yield finding("S12", where, raw=text, name=row.level3, value=text)
        elif noun is not None:
            yield finding("S10", where, raw=text, name=row.level3, noun=noun, value=text)


def unset_values(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S07: a named indicator whose value was left as a placeholder: …… , 无, ≥**人次.

    An optional row that bears neither a name nor a value is nothing to speak of (F6).
    """
    del ruleset
    for row, column, value in _named_rows(table):
        unset = isinstance(value, Absent) and value.reason in ("none", "placeholder")
        if unset or any(mask in value.text for mask in _MASK):
            yield about_value("S07", (table, row, column), value)


def units_of_names(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S11: a count with a percentage, a rate counted in pieces, 车次 counted in vehicles."""
    del ruleset
    for row, column, value in _named_rows(table):
        noun = noun_of(row.level3)
        if noun is None or not isinstance(value, Comparison):
            continue
        unit = value.quantity.unit
        counted_share = noun not in ("率", "数量") and unit.base == "%"
        shared_count = noun == "率" and unit.base in _RATE_UNITS
        other_count = (
            noun in _FITTING and unit.known and unit.base not in (*_FITTING[noun], "", "%")
        )
        if counted_share or shared_count or other_count:
            where = (table, row, column)
            yield about_value("S11", where, value, unit=unit.symbol, noun=noun)


def slips_of_the_pen(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S19: a name that ends in a usual term with one character left out (专款专率)."""
    del ruleset
    for row in firm_rows(table):
        term = slip_of(row.level3)
        if term is not None:
            yield finding("S19", table.where_row(row), raw=row.level3, name=row.level3, term=term)
