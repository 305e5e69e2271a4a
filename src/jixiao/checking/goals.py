"""Figures promised in the text of a goal, held against the indicators of the same table."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.checking.figures import value_text
from jixiao.checking.names import core
from jixiao.checking.rows import at_field, final_column
from jixiao.findings import finding
from jixiao.source import fold
from jixiao.values import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Field, Indicator, Table

__all__ = ["Promise", "promised_counts", "promised_figures", "promises"]

_PROMISE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,24}?(?:率|满意度))"
    r"(?P<sign>要?(?:达到|达|为|保持在|大于等于|不低于|不少于|>=|≥|=)?)"
    r"(?P<number>\d{1,3}(?:\.\d{1,4})?)%(?P<after>以上)?"
)
_LEADS = re.compile(r"达到|保证|确保|实现|做到|提高|提升|保持|力争|以及|并且|以及|同时|使得|使")
_STOPS = "，。；、：;,:\n"
_FEW = 12
_DIGITS = re.compile(r"\d{1,9}")
_YEARLY = ("年度目标", "年度总体目标", "年度绩效目标", "总体目标", "绩效目标")
_LASTING = ("中长期目标", "长期目标", "中期目标")


@frozen
class Promise:
    """A ratio that a text names with a figure: `text` as written, `number` in percent."""

    name: str
    number: Decimal
    text: str


def promises(text: str) -> tuple[Promise, ...]:
    """The ratios with figures that a text promises, each once.

    >>> [(one.name, str(one.number), one.text) for one in promises(
    ...     "必须达到预算执行率大于等于98%、资金使用合规、专款专用率100%")]
    [('预算执行率', '98', '预算执行率大于等于98%'), ('专款专用率', '100', '专款专用率100%')]
    """
    found: dict[tuple[str, Decimal], Promise] = {}
    folded = fold(text)
    for match in _PROMISE.finditer(folded):
        name = _LEADS.split(match["name"])[-1]
        start = match.end("name") - len(name)
        if len(name) > 2:  # noqa: PLR2004 - a bare 率 names nothing
            promise = Promise(name, Decimal(match["number"]), text[start : match.end()])
            found.setdefault((name, promise.number), promise)
    return tuple(found.values())


def promised_figures(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S04 and S05: a promised figure at odds with the row of that name, or found in no row.

    A yearly goal is held against the rows that bear its name; a goal of several years only asks
    whether there is a row at all, since its figures may be meant for another year. A row whose name
    merely ends alike counts as found and is not compared. Doubtful rows count as found.
    """
    del ruleset
    column = final_column(table)
    if column is None or not table.indicators:
        return
    said: set[str] = set()
    for field in _goal_fields(table):
        for promise in promises(field.text):
            rows = [row for row in table.indicators if core(row.level3) == core(promise.name)]
            where = at_field(table, field)
            if field.name in _YEARLY:
                for row in rows:
                    if row.status.certain and _differs(row, column, promise):
                        value = value_text(row.value(column))
                        yield finding(
                            "S04",
                            table.where_row(row, column),
                            raw=value,
                            related=(where,),
                            field=field.name,
                            promise=promise.text,
                            name=row.level3,
                            value=value,
                        )
            if not rows and core(promise.name) not in said and not _akin(table, promise):
                said.add(core(promise.name))
                yield finding(
                    "S05", where, raw=promise.text, field=field.name, promise=promise.text
                )


_COUNT = re.compile(
    r"(?<![\d.第年])(?P<number>\d{1,7})(?P<unit>场次|人次|场|次|期|批|个|家|户|件|份|篇|名|台|辆|座|公里|亩)"
)


def promised_counts(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S67: a yearly goal names a count (培训30场) that stands in no name, value or description.

    Only where the table counts something else by figures or not at all; the number alone is looked
    for, so that 283个 in a goal is found in ≥283家. 1 and ordinals are no quantities.
    """
    del ruleset
    texts = [
        f"{row.level3} {row.description or ''} " + " ".join(value.text for _, value in row.values)
        for row in table.indicators
    ]
    if not texts:
        return
    figures = {Decimal(one) for text in texts for one in _DIGITS.findall(fold(text))}
    said: set[Decimal] = set()
    for field in _goal_fields(table):
        if field.name not in _YEARLY:
            continue
        for match in _COUNT.finditer(fold(field.text)):
            number = Decimal(match["number"])
            if number > 1 and number not in figures and number not in said:
                said.add(number)
                text = _clause(field.text, match.start(), match.end())
                yield finding(
                    "S67", at_field(table, field), raw=text, field=field.name, promise=text
                )


def _clause(text: str, start: int, end: int) -> str:
    """The words around a place, up to the next stop on either side."""
    before = max((text.rfind(stop, 0, start) for stop in _STOPS), default=-1) + 1
    after = min((at for stop in _STOPS if (at := text.find(stop, end)) >= 0), default=len(text))
    return text[max(before, start - _FEW) : min(after, end + _FEW)].strip()


def _goal_fields(table: Table) -> tuple[Field, ...]:
    """The goals that are filled in, the yearly ones first."""
    yearly = [field for field in table.fields if field.name in _YEARLY]
    lasting = [field for field in table.fields if field.name in _LASTING]
    return tuple(field for field in (*yearly, *lasting) if field.text.strip())


def _differs(row: Indicator, column: str, promise: Promise) -> bool:
    value = row.value(column)
    if not isinstance(value, Comparison) or value.quantity.unit.base != "%":
        return False
    return value.quantity.base_number != promise.number


def _akin(table: Table, promise: Promise) -> bool:
    wanted = core(promise.name)
    names = [core(row.level3) for row in table.indicators]
    return any(wanted in name or name in wanted for name in names if name)
