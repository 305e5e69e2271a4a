"""Names that measure nothing: a figure, a class, a sentence, the project's own, several in one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.checking.figures import value_text
from jixiao.checking.names import PLACEHOLDER_NAME, bare_name
from jixiao.checking.rows import bare_level, final_column, firm_rows
from jixiao.findings import finding
from jixiao.source import squeeze
from jixiao.values import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Indicator, Table

__all__ = ["names_that_measure_nothing", "several_under_one"]

_FIGURE = re.compile(
    r"(?:[≥≤><=]|达到?|不低于|不少于|不超过)\d+(?:\.\d+)?(?:%|百分比|万|[\u4e00-\u9fff])?"
    r"|\d+(?:\.\d+)?(?:%|百分比|万?元)"
)
"""A share or an amount, or any figure with a sign; a bare count (水泥路1条) may be the scope."""
_TIME = re.compile(r"\d+(?:年|月|日|时|小时|分钟)|\d{4}")
_CLASS = re.compile(
    r"(?:.{0,6}类)?(?:产出|效益|效应|满意度|数量|质量|时效|成本)(?:类)?指标|(?:经济|社会|生态)效应指标?"
)
_CLASSES = frozenset(
    {
        "产出",
        "数量",
        "质量",
        "时效",
        "成本",
        "效益",
        "经济效益",
        "社会效益",
        "生态效益",
        "环境效益",
        "社会效应",
        "项目效益",
        "可持续影响",
        "可持续发展",
        "经济成本",
        "社会成本",
    }
)
"""Classes of results; a class like 预算执行率 is an indicator too."""
_SATISFACTION = re.compile(r"满意")
_QUESTION = re.compile(r"^是否|是否$|吗[?]?$|[?]$")
_SENTENCE = re.compile(r"[。;]")
_PROPERTIES = re.compile(
    r"[\u4e00-\u9fff]{1,6}[性度率](?:(?:[、,和与]|及(?!时))[\u4e00-\u9fff]{1,6}[性度率])+$"
)
_SPLIT = re.compile(r"(?:[、,和与]|及(?!时))(?=[\u4e00-\u9fff]{1,6}[性度率])")


def _named(table: Table) -> Iterator[tuple[Indicator, str]]:
    """Firm rows that the unit named, with the name free of its number."""
    for row in firm_rows(table):
        plain = squeeze(row.level3)
        if plain and not PLACEHOLDER_NAME.fullmatch(plain):
            yield row, bare_name(row.level3)


def _prescribed(table: Table, ruleset: Ruleset, row: Indicator) -> bool:
    rule = ruleset.rule_for(table.kind, row.level1, row.level2, row.level3)
    return rule is not None and rule.level == 3 and rule.name is not None  # noqa: PLR2004


def names_that_measure_nothing(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S39 to S42: a name with a figure, a class of indicators, a sentence, the project's name.

    A span of time in a name (15分钟医保服务圈) is part of what is measured. A class of satisfaction
    (服务对象满意度) is what the form asks for. Names that the form prescribes are left alone.
    """
    project = squeeze(table.name)
    for row, name in _named(table):
        if _prescribed(table, ruleset, row):
            continue
        where = table.where_row(row)
        figure = _FIGURE.search(_TIME.sub("＿", name))
        if _is_class(name):
            yield finding("S40", where, raw=row.level3, name=name)
        elif figure is not None:
            yield finding("S39", where, raw=row.level3, name=name, figure=figure[0])
        elif _SENTENCE.search(name) or (_QUESTION.search(name) and not _answered(table, row)):
            yield finding("S41", where, raw=row.level3, name=name)
        elif name == project:
            yield finding("S42", where, raw=row.level3, name=name)


def _answered(table: Table, row: Indicator) -> bool:
    """Whether the value answers the question of the name: 是否开展考评, 是."""
    return squeeze(row.value(final_column(table) or "").text) in ("是", "否")


def _is_class(name: str) -> bool:
    if _SATISFACTION.search(name):
        return False
    return bare_level(name) in _CLASSES or bool(_CLASS.fullmatch(name))


def several_under_one(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S43: 完整性、准确性、及时性 under one figure, so that nobody knows how it is reckoned.

    Words as a value may well hold for all of them; only figures are asked about.
    """
    column = final_column(table)
    for row, name in _named(table) if column is not None else ():
        value = row.value(column or "")
        match = _PROPERTIES.search(name)
        if match is None or not isinstance(value, Comparison):
            continue
        if not _prescribed(table, ruleset, row):
            count = len(_SPLIT.findall(match[0])) + 1
            text = value_text(value)
            yield finding("S43", table.where_row(row, column), raw=text, name=name,
                          count=count, value=text)  # fmt: skip
