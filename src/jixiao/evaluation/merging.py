"""汇总: the figures that several units filed for one indicator become one, by the ruleset's rule.

Absolute figures are summed, rates averaged with weights (加权平均，按 支出金额); the completion is
merged first and scored afterwards. A sum with a missing part is missing, and never less for it.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.evaluation.money import money_of
from jixiao.findings import finding
from jixiao.parsing import parse_actual, parse_value
from jixiao.scoring.figures import exact_text
from jixiao.scoring.kinds import kinds_of
from jixiao.scoring.own_units import spelled_out
from jixiao.scoring.steps import step
from jixiao.source import squeeze
from jixiao.units import Quantity, as_decimal
from jixiao.values import Absent, Actual, Comparison

if TYPE_CHECKING:
    from jixiao.actuals import ActualRow, FundingActual
    from jixiao.findings import Finding, Where
    from jixiao.rules import Merge, Ruleset
    from jixiao.scoring.steps import Step
    from jixiao.tables import Table
    from jixiao.units import Unit
    from jixiao.values import Value

__all__ = ["Merged", "merge_for", "merged", "unit_of_row"]

_SUB_UNITS = ("子单位", "所属单位", "下属单位", "下级单位", "具体实施单位")
_SPENT = {"支出金额": "全年执行数", "执行数": "全年执行数", "支出": "全年执行数"}
_HOWS = ("合计", "加权平均", "平均", "最大", "最小")


@frozen(kw_only=True)
class _Exact(Quantity):
    """A figure that may have no finite decimal: `number` is what is shown, `value` what counts."""

    value: Fraction

    @property
    def exact(self) -> Fraction:
        """The number in roots of the dimension."""
        return self.value * self.unit.ratio

    def __str__(self) -> str:
        shown = Quantity(self.number, self.unit)
        return f"{shown}" if Fraction(self.number) == self.value else f"≈{shown}"


@frozen
class Merged:
    """The one actual of several rows, and how it came about."""

    actual: Actual
    steps: tuple[Step, ...] = ()
    findings: tuple[Finding, ...] = ()


def unit_of_row(row: ActualRow) -> str:
    """Who filed a row: the 子单位 where one is named, else the 实施单位.

    >>> from jixiao.actuals import ActualRow
    >>> unit_of_row(ActualRow(unit="某局", extra=(("子单位", "甲所"),)))
    '甲所'
    """
    below = (text.strip() for name, text in row.extra if squeeze(name) in _SUB_UNITS)
    return next((one for one in below if one), row.unit or "")


def merge_for(target: Value, rules: Ruleset) -> Merge | None:
    """The rule by which figures for a target are merged; None where the ruleset has none.

    A rule for 数值 holds for money too, one for 百分比 for rates only.
    """
    kinds = kinds_of(target, rules.vocabulary)[:1]
    wanted = ("金额", "数值") if kinds == ("金额",) else kinds
    return next(
        (
            one
            for kind in wanted
            for one in rules.scoring.merges
            if one.kind.kind == kind and one.how in _HOWS
        ),
        None,
    )


@frozen(eq=False)
class _Part:
    """What one unit filed: its figure in the unit of the target, and what it is weighed by."""

    unit: str
    text: str
    figure: Fraction
    weight: Fraction = Fraction(1)
    weight_text: str = ""


def merged(  # noqa: PLR0913 - what a merging depends on, by name
    rows: tuple[ActualRow, ...],
    target: Value,
    merge: Merge,
    *,
    rules: Ruleset,
    table: Table,
    funding: tuple[FundingActual, ...],
    where: Where,
) -> Merged:
    """The rows of several units as one actual; missing, with a finding, where a part is missing."""
    name = where.level3 or ""
    unit = _unit_of_target(target)
    parts: list[_Part] = []
    for row in rows:
        filed = spelled_out(parse_actual(row.actual or "", target), rules)
        place = evolve(where, unit=unit_of_row(row), origin=row.origin)
        if filed.missing:
            told = finding("E31", place, indicator=name, unit=unit_of_row(row), what="实际完成值")
            return Merged(Actual("", Absent()), findings=(told,))
        quantity = filed.quantity
        doubtful = any(one.code == "V11" for one in filed.notes)
        fits = quantity is not None and unit is not None and not doubtful
        if (
            quantity is None
            or unit is None
            or not fits
            or quantity.unit.dimension != unit.dimension
        ):
            told = finding(
                "E32",
                place,
                indicator=name,
                unit=unit_of_row(row),
                actual=row.actual or "",
                target=target.text or str(target),
            )
            return Merged(Actual("", Absent()), findings=(told,))
        parts.append(_Part(unit_of_row(row), row.actual or "", quantity.to(unit)))
    if merge.how == "加权平均":
        found = _weighed(parts, rows, merge, table, funding)
        if isinstance(found, str):
            what = merge.weighed_by or "权数"
            told = finding("E31", where, indicator=name, unit=found, what=what)
            return Merged(Actual("", Absent()), findings=(told,))
        parts = found
    return _joined(parts, merge, unit or Quantity(Decimal(0)).unit)


def _unit_of_target(target: Value) -> Unit | None:
    quantity = getattr(target, "quantity", None) or getattr(target, "low", None)
    return quantity.unit if isinstance(quantity, Quantity) else None


def _weighed(
    parts: list[_Part],
    rows: tuple[ActualRow, ...],
    merge: Merge,
    table: Table,
    funding: tuple[FundingActual, ...],
) -> list[_Part] | str:
    """The parts with what they are weighed by; the unit for which it is missing."""
    found = []
    for part, row in zip(parts, rows, strict=True):
        weight = _weight(row, merge.weighed_by or "", table, funding)
        if weight is None:
            return part.unit
        found.append(evolve(part, weight=weight.exact, weight_text=str(weight)))
    return found if sum((one.weight for one in found), Fraction()) else parts[0].unit


def _weight(
    row: ActualRow, by: str, table: Table, funding: tuple[FundingActual, ...]
) -> Quantity | None:
    """What a row is weighed by: a column of its own, else the money of its unit."""
    for name, text in row.extra:
        if squeeze(name) == squeeze(by):
            value = parse_value(text, unit=None)
            own = value.quantity if isinstance(value, Comparison) else None
            return own if own is not None and own.number >= 0 else None
    lines = tuple(one for one in funding if squeeze(one.unit or "") == squeeze(unit_of_row(row)))
    amount = money_of(table, lines).amount(_SPENT.get(by, by)) if lines else None
    return amount if amount is not None and amount.number >= 0 else None


def _joined(parts: list[_Part], merge: Merge, unit: Unit) -> Merged:
    figures = [one.figure for one in parts]
    shown = [f"{one.text}（{one.unit}）" for one in parts]
    match merge.how:
        case "合计":
            value, formula = sum(figures, Fraction()), " + ".join(shown)
        case "平均":
            value = sum(figures, Fraction()) / len(figures)
            formula = f"({' + '.join(shown)}) ÷ {len(figures)}"
        case "最大" | "最小":
            value = max(figures) if merge.how == "最大" else min(figures)
            formula = f"{merge.how}({'、'.join(shown)})"
        case _:
            total = sum((one.weight for one in parts), Fraction())
            value = sum((one.figure * one.weight for one in parts), Fraction()) / total
            terms = [f"{text} × {one.weight_text}" for text, one in zip(shown, parts, strict=True)]
            weights = " + ".join(one.weight_text for one in parts)
            formula = f"({' + '.join(terms)}) ÷ ({weights})"
    quantity = _quantity(value, unit)
    told = step("E95", f"{exact_text(value)}{unit.symbol}", formula=formula)
    comparison = Comparison(op=None, quantity=quantity, text=str(quantity))
    return Merged(Actual(str(quantity), comparison), (told,))


def _quantity(value: Fraction, unit: Unit) -> Quantity:
    finite = as_decimal(value)
    if finite is not None:
        return Quantity(finite if finite % 1 else finite.quantize(Decimal(1)), unit)
    cents = int(abs(value) * 100 + Fraction(1, 2))
    shown = Decimal(cents if value >= 0 else -cents).scaleb(-2)
    return _Exact(number=shown, unit=unit, value=value)
