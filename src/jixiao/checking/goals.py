"""Figures promised in the text of a goal, held against the indicators of the same table."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.checking.figures import value_text
from jixiao.checking.names import core
from jixiao.checking.rows import final_column
from jixiao.findings import Where, finding
from jixiao.source import fold
from jixiao.values import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Field, Indicator, Table

__all__ = ["Promise", "promised_figures", "promises"]

_PROMISE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,24}?(?:率|满意度))"
    r"(?P<sign>要?(?:达到|达|为|保持在|大于等于|不低于|不少于|>=|≥|=)?)"
    r"(?P<number>\d{1,3}(?:\.\d{1,4})?)%(?P<after>以上)?"
)
_LEADS = re.compile(r"达到|保证|确保|实现|做到|提高|提升|保持|力争|以及|并且|以及|同时|使得|使")
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
            where = _where(table, field)
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


def _goal_fields(table: Table) -> tuple[Field, ...]:
    """The goals that are filled in, the yearly ones first."""
    yearly = [field for field in table.fields if field.name in _YEARLY]
    lasting = [field for field in table.fields if field.name in _LASTING]
    return tuple(field for field in (*yearly, *lasting) if field.text.strip())


def _where(table: Table, field: Field) -> Where:
    return Where(
        table=table.name,
        table_index=table.index,
        unit=table.unit,
        column=field.name,
        origin=field.origin,
    )


def _differs(row: Indicator, column: str, promise: Promise) -> bool:
    value = row.value(column)
    if not isinstance(value, Comparison) or value.quantity.unit.base != "%":
        return False
    return value.quantity.base_number != promise.number


def _akin(table: Table, promise: Promise) -> bool:
    wanted = core(promise.name)
    names = [core(row.level3) for row in table.indicators]
    return any(wanted in name or name in wanted for name in names if name)
