"""The money of one table for scoring: the total row of the funding part, and what the form says.

预算执行率 is reckoned from 全年执行数 and 全年预算数 of the total row; without one the rows are
added up. Money that was not filed is missing, never 0.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.findings import finding
from jixiao.money_names import BUDGET, SUBTOTAL, TOTALS, total_at
from jixiao.source import squeeze
from jixiao.units import Quantity, as_decimal, parse_unit

if TYPE_CHECKING:
    from jixiao.actuals import FundingActual
    from jixiao.findings import Finding
    from jixiao.tables import FundingLine, Table

__all__ = ["Money", "money_of"]

_TOTALS = (*TOTALS, BUDGET, SUBTOTAL)
_PARTS = ("initial", "budget", "executed")
_NAMES = {"initial": "年初预算数", "budget": "全年预算数", "executed": "全年执行数"}
_OTHER_NAMES = {
    "initial": ("年初预算", "年初预算数", "预算", "预算数", "年度预算", "批复预算", "预算批复数"),
    "budget": ("全年预算", "全年预算数", "调整后预算数", "调整预算数"),
}
_COLUMNS = {
    "initial": ("年初预算", "年初批复数"),
    "budget": ("全年预算", "调整后预算数", "调整预算数", "变动后预算数"),
    "executed": ("全年执行", "预算执行数", "全年支出数", "实际支出数"),
}
_MARK = re.compile(r"\([^()]*\)")
"""The letter behind a column's name: 全年执行数(B)."""


@frozen
class Money:
    """Named amounts, and what is to be said about them."""

    amounts: tuple[tuple[str, Quantity], ...] = ()
    findings: tuple[Finding, ...] = ()

    def amount(self, name: str) -> Quantity | None:
        """The amount of that name."""
        return dict(self.amounts).get(name)


@frozen
class _Line:
    """One row of money: 年初预算数, 全年预算数, 全年执行数 of a source."""

    source: str
    initial: Quantity | None
    budget: Quantity | None
    executed: Quantity | None


def money_of(table: Table, lines: tuple[FundingActual, ...], *, merging: bool = False) -> Money:
    """The amounts of a table by their names: what was filed, else what the form itself carries.

    With `merging` the money of several units is added up, missing where that of one is.
    """
    units = tuple(dict.fromkeys(squeeze(one.unit or "") for one in lines))
    several = merging and len(units) > 1
    amounts = _of_units(table, lines, units) if several else _of_lines(table, lines)
    found = dict(amounts.amounts)
    planned = _planned(table)
    if planned is not None:
        found["资金总额"] = planned
        for name in _OTHER_NAMES["initial"]:
            found.setdefault(name, planned)
    return Money(tuple(found.items()), amounts.findings)


def _of_lines(table: Table, lines: tuple[FundingActual, ...]) -> Money:
    """The amounts of the total row, else of all rows together."""
    findings: list[Finding] = []
    filed = _unique(table, lines, findings) if lines else _printed(table)
    at = total_at([one.source for one in filed], _TOTALS)
    total = None if at is None else filed[at]
    counted = tuple(filed) if total is None else (total,)
    if total is None and len(filed) > 1:
        counted = tuple(one for one in filed if not squeeze(one.source).startswith("其中"))
        findings.append(finding("E23", table.where()))
    found: dict[str, Quantity] = {}
    for part in _PARTS:
        amount = _sum([getattr(one, part) for one in counted], table.money_unit)
        if amount is not None:
            for name in (_NAMES[part], *_OTHER_NAMES.get(part, ())):
                found.setdefault(name, amount)
    return Money(tuple(found.items()), tuple(findings))


def _of_units(table: Table, lines: tuple[FundingActual, ...], units: tuple[str, ...]) -> Money:
    """The money of several units that carry one project, added up; missing where one's is."""
    every = [
        _of_lines(table, tuple(one for one in lines if squeeze(one.unit or "") == unit))
        for unit in units
    ]
    found: dict[str, Quantity] = {}
    for name in dict.fromkeys(name for one in every for name, _ in one.amounts):
        amount = _sum([one.amount(name) for one in every], table.money_unit)
        if amount is not None:
            found[name] = amount
    return Money(tuple(found.items()), tuple(each for one in every for each in one.findings))


def _unique(table: Table, lines: tuple[FundingActual, ...], findings: list[Finding]) -> list[_Line]:
    """The lines, those of one source once; a source filed with two figures not at all."""
    by_source: dict[str, list[_Line]] = {}
    for line in lines:
        one = _Line(line.source or "", line.initial, line.budget, line.executed)
        by_source.setdefault(squeeze(one.source), []).append(one)
    kept = []
    for several in by_source.values():
        if len(set(several)) == 1:
            kept.append(several[0])
            continue
        source = several[0].source or "—"
        findings.append(finding("E24", table.where(), source=source, count=len(several)))
    return kept


def _printed(table: Table) -> list[_Line]:
    """The money of a form that carries what was spent, such as the 自评表."""
    return [
        _Line(
            line.source,
            _amount(line, "initial"),
            _amount(line, "budget"),
            _amount(line, "executed"),
        )
        for line in table.funding
        if _amount(line, "executed") is not None
    ]


def _amount(line: FundingLine, part: str) -> Quantity | None:
    names = {_NAMES[part], *_COLUMNS[part]}
    return next(
        (amount for name, amount in line.amounts if _MARK.sub("", squeeze(name)) in names), None
    )


def _sum(amounts: list[Quantity | None], money_unit: str) -> Quantity | None:
    """The sum of amounts that are there; None where none is, or one is missing."""
    if not amounts or any(one is None for one in amounts):
        return None
    if len(amounts) == 1:
        return amounts[0]
    unit = parse_unit(money_unit)
    total = Fraction(0)
    for one in amounts:
        if one is not None:
            if one.unit.dimension != unit.dimension:
                return None
            total += one.to(unit)
    number = as_decimal(total)
    return None if number is None else Quantity(Decimal(number), unit)


def _planned(table: Table) -> Quantity | None:
    filled = [line for line in table.funding if line.amount() is not None]
    at = total_at([line.source for line in filled], _TOTALS)
    return None if at is None else filled[at].amount()
