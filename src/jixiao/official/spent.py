"""What was spent, put into the money of a form of 自评 or 监控, with the points of 预算执行率."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.messages.forms import form_word
from jixiao.official.filling_money import amount_entry
from jixiao.official.model import Entry, MoneyLine, MoneyPart
from jixiao.sheets import Tone
from jixiao.source import squeeze
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.actuals import Actuals, FundingActual
    from jixiao.scoring import IndicatorScore
    from jixiao.tables import Table
    from jixiao.units import Quantity

__all__ = ["executed", "lines_of", "points_entry"]


def lines_of(actuals: Actuals, table: Table) -> dict[str, FundingActual]:
    """The lines of actuals that are of this project, by their source."""
    return {squeeze(one.source or ""): one for one in actuals.funding if _is_of(one, table)}


def _is_of(line: FundingActual, table: Table) -> bool:
    """Whether a line of actuals is of this project."""
    if line.code is not None and table.code is not None:
        return line.code == table.code
    return line.project is None or squeeze(line.project) in (
        squeeze(table.name),
        squeeze(table.unit or ""),
    )


def executed(
    part: MoneyPart,
    lines: Mapping[str, FundingActual],
    funded: IndicatorScore | None,
    unit: str,
) -> MoneyPart:
    """The money with what was spent; the first line carries the points of 预算执行率."""
    if "来源" not in part.head:
        return part
    whole = next((one for name, one in lines.items() if name.endswith(("资金总额", "总额"))), None)
    found = []
    for at, line in enumerate(part.lines):
        spent = lines.get(squeeze(line.source.name)) or (whole if not at else None)
        entries = tuple(
            _money(one, spent, funded if not at else None, unit) for one in line.entries
        )
        found.append(MoneyLine(line.number, line.source, entries))
    return evolve(part, lines=tuple(found))


def _money(
    entry: Entry, spent: FundingActual | None, funded: IndicatorScore | None, unit: str
) -> Entry:
    if entry.name == "分值":
        # 预算执行率 that is a row of the indicators has its points there
        return evolve(entry, number=None if funded is None else funded.weight)
    if entry.name == "得分" and funded is not None:
        return points_entry(entry, funded)
    if spent is None:
        return entry
    if entry.name.endswith("执行率"):
        return _rate(entry, spent)
    amount = _spent(entry.name, spent)
    if amount is None:
        return entry
    made = amount_entry(entry.name, amount, unit)
    return evolve(entry, text=made.text, number=made.number)


def _spent(name: str, spent: FundingActual) -> Quantity | None:
    """The figure of a column of the money by its name."""
    if name.startswith("年初"):
        return spent.initial
    if "预计" in name:
        return spent.forecast
    if name.endswith("执行数"):
        return spent.executed
    return spent.budget if "预算" in name else None


def _rate(entry: Entry, spent: FundingActual) -> Entry:
    below, above = spent.budget or spent.initial, spent.executed
    if below is None or above is None or not below.number or below.unit != above.unit:
        return entry
    rate = (above.number / below.number * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return evolve(entry, text=f"{decimal_text(rate)}%")


def points_entry(entry: Entry, one: IndicatorScore) -> Entry:
    """Points in an entry; an interval stands as one, and why it is open in the comment."""
    points = one.points
    if points is None:
        return evolve(entry, comment=one.reason() or "")
    if points.is_point:
        return evolve(entry, number=points.low)
    low, high = decimal_text(points.low), decimal_text(points.high)
    why = form_word("interval", low=low, high=high, why=one.reason() or "")
    return evolve(entry, text=f"{low}～{high}", comment=why, tone=Tone.FILL_IN)
