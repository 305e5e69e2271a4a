"""What one table adds to the sums: its rows and targets, its money, and which levels it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.checking.rows import final_column
from jixiao.rows import RowStatus
from jixiao.source import squeeze
from jixiao.summaries.keyed import Counts, counted, of
from jixiao.summaries.measures import kind_of, measure_of
from jixiao.summaries.money import money_behind
from jixiao.summaries.names import folded_name
from jixiao.summaries.portions import Portion
from jixiao.values import Absent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.summaries.measures import Measure
    from jixiao.tables import Indicator, Table
    from jixiao.values import Value

__all__ = ["Target", "portion_of", "targets_of"]

_SURE = frozenset({RowStatus.EXACT, RowStatus.MOVED, RowStatus.RESTORED})
_SATISFACTION, _COST = "满意", "成本"
_WHOLE = "整体"


@frozen
class Target:
    """A row that was surely read, by its folded name, with its value and how it is measured."""

    row: Indicator
    name: str
    value: Value
    measure: Measure


def targets_of(table: Table) -> Iterator[Target]:
    """The rows of a table that may be counted; the value is that of the end of the year."""
    column = final_column(table)
    for row in table.indicators:
        if row.status in _SURE:
            value = Absent() if column is None else row.value(column)
            yield Target(row, folded_name(row.level3), value, measure_of(value))


def portion_of(table: Table, targets: tuple[Target, ...]) -> Portion:
    """What a table adds, its findings and scores left out."""
    measures = counted(one.measure for one in targets)
    figures, derived = of(measures, "figure"), of(measures, "derived")
    behind = money_behind(table, figures, derived, figures + derived + of(measures, "words"))
    whole = _WHOLE in table.kind + table.title
    held = Portion(
        tables=1,
        blank=int(table.blank),
        rows=counted(row.status.value for row in table.indicators),
        kinds=counted(kind_of(one.value) for one in targets),
        measures=measures,
        satisfaction=_presence(table, _SATISFACTION),
        cost=_presence(table, _COST),
        grades=() if table.grade is None else counted([table.grade]),
    )
    return held + (Portion(departments=behind) if whole else Portion(projects=behind))


def _presence(table: Table, word: str) -> Counts:
    """Whether an indicator of a level is set; nothing of a table without rows."""
    rows = [row for row in table.indicators if not _is_empty(table, row)]
    if not table.indicators:
        return ()
    under = [row for row in rows if word in squeeze(row.level1 + row.level2)]
    if any(row.status in _SURE for row in under):
        return counted(["present"])
    if under or any(row.status not in _SURE for row in rows):
        return counted(["doubtful"])
    return counted(["missing"])


def _is_empty(table: Table, row: Indicator) -> bool:
    """Whether a row that was surely read sets nothing: 无, or a blank cell."""
    column = final_column(table)
    return column is not None and row.status in _SURE and isinstance(row.value(column), Absent)
