"""How indicator values and quantities become the exact figures that expressions reckon with."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.expressions.tree import Result, Undetermined
from jixiao.values import (
    Absent,
    Comparison,
    Compound,
    Deadline,
    Operator,
    Pace,
    Period,
    Qualitative,
    Range,
    Reference,
    Trend,
    Value,
)

if TYPE_CHECKING:
    from jixiao.units import Quantity, Unit

__all__ = [
    "as_result",
    "base_unit",
    "blank",
    "figure",
    "has_kind",
    "quantity_figure",
    "sign_of",
    "unit_named",
]

_SIGNS = frozenset("≥≤=><≠")
_MONEY = "元"
_PERCENT = "%"
_UNFILLED = frozenset({"empty", "none", "placeholder"})


def unit_named(text: str) -> Unit | None:
    """The unit of that name; None where nobody knows it."""
    from jixiao.units import parse_unit

    unit = parse_unit(text)
    return unit if unit.known else None


def quantity_figure(quantity: Quantity, money_unit: str = _MONEY) -> Result:
    """A quantity as a figure: in base units, a percentage as a fraction of 1, money in its unit.

    >>> from jixiao.units import Quantity, parse_unit
    >>> quantity_figure(Quantity(Decimal(25), parse_unit("%")))
    Fraction(1, 4)
    """
    if not quantity.number.is_finite():
        return Undetermined("not_applicable")
    number = Fraction(quantity.number) * Fraction(quantity.unit.factor)
    if quantity.unit.base == _PERCENT:
        return number / 100
    if quantity.unit.base == _MONEY and money_unit != _MONEY:
        unit = unit_named(money_unit)
        if unit is None or unit.base != _MONEY:
            return Undetermined("units", money_unit)
        return number / Fraction(unit.factor)
    return number


def figure(value: Value, money_unit: str = _MONEY) -> Result:
    """The number of a value (`值.数量`); not_applicable where it has none or two.

    >>> figure(Qualitative(text="较高", word="较高"))
    Undetermined(reason='not_applicable', name='')
    """
    match value:
        case Comparison(quantity=quantity):
            return quantity_figure(quantity, money_unit)
        case Absent(reason=reason):
            return Undetermined("missing" if reason in _UNFILLED else "not_applicable")
        case _:
            return Undetermined("not_applicable")


def base_unit(value: Value) -> Result:
    """The base unit of a value's number (`值.单位`)."""
    match value:
        case Comparison(quantity=quantity):
            return quantity.base_unit
        case _:
            return figure(value)


def sign_of(value: Value) -> Result:
    """The sign of a value (`值.符号`): ≥ ＞ = ＜ ≤; empty text for a bare number."""
    match value:
        case Comparison(op=None):
            return ""
        case Comparison(op=Operator() as op):
            return _SIGN_OF[op]
        case _:
            return figure(value)


_SIGN_OF = {
    Operator.GE: "≥",
    Operator.GT: ">",
    Operator.EQ: "=",
    Operator.LT: "<",
    Operator.LE: "≤",
}


def as_result(found: object) -> Result:
    """What a scope or function gave, as a result: figures exact, nothing else let through.

    >>> as_result(Decimal("0.5")), as_result(None)
    (Fraction(1, 2), Undetermined(reason='missing', name=''))
    """
    match found:
        case bool() | Fraction() | str() | Value() | Undetermined():
            return found
        case int():
            return Fraction(found)
        case Decimal() if found.is_finite():
            return Fraction(found)
        case None:
            return Undetermined("missing")
        case tuple() | list():
            return tuple(as_result(one) for one in found)
        case _:
            return Undetermined("kinds")


def blank(result: Result) -> bool | Undetermined:
    """Whether nothing was filled in; a column is blank when all its cells are.

    >>> blank(""), blank(()), blank(Absent(reason="undecided"))
    (True, True, False)
    """
    match result:
        case Undetermined(reason="missing"):
            return True
        case Undetermined():
            return result
        case Absent(reason=reason):
            return reason in _UNFILLED
        case str():
            return not result.strip()
        case tuple():
            cells = [blank(one) for one in result]
            return all(cell is True for cell in cells)
        case _:
            return False


def has_kind(result: Result, kind: str, grades: frozenset[str]) -> bool | Undetermined:  # noqa: PLR0911
    """Whether something is of a kind of the rule language; `grades` are the words of its scales.

    A value that says several things at once is of each of their kinds.

    >>> has_kind(Qualitative(text="规范", word="规范"), "等级", frozenset({"规范"}))
    True
    """
    match result:
        case Undetermined():
            return result
        case Absent(reason=reason):
            return Undetermined("missing" if reason in _UNFILLED else "not_applicable")
        case Compound(parts=parts):
            return any(has_kind(part, kind, grades) is True for part in parts)
        case Value():
            return kind in _kinds(result, grades)
        case str():
            return kind in _kinds_of_text(result, grades)
        case Fraction():
            return kind == "数值"
        case _:
            return Undetermined("kinds")


def _kinds(value: Value, grades: frozenset[str]) -> tuple[str, ...]:  # noqa: C901, PLR0911
    match value:
        case Comparison(quantity=quantity) | Range(low=quantity):
            if quantity.base_unit == _PERCENT:
                return ("百分比",)
            return ("数值", "金额") if quantity.base_unit == _MONEY else ("数值",)
        case Pace():
            return ("进度",)
        case Deadline(year=year, month=None) if year is not None:
            return ("期限", "日期", "年份")
        case Deadline():
            return ("期限", "日期")
        case Period():
            return ("期限",)
        case Trend():
            return ("趋势",)
        case Reference():
            return ("金额",)
        case Qualitative(means=Value() as means):
            return _kinds(means, grades)
        case Qualitative(word=word):
            return ("等级",) if word in grades else ("自由文字",)
        case _:
            return ()


def _kinds_of_text(text: str, grades: frozenset[str]) -> tuple[str, ...]:
    if text.strip() in grades:
        return ("文本", "等级")
    return ("文本", "符号") if text.strip() in _SIGNS else ("文本", "自由文字")
