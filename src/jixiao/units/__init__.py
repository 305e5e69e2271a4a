"""Exact quantities: percent, 万 and 亿, counting units, money, rates; declared in one file."""

from __future__ import annotations

from jixiao.units.quantities import Quantity, UnitsDifferError, comparable, decimal_text
from jixiao.units.unit import NO_UNIT, Unit, as_decimal
from jixiao.units.unit_names import parse_unit, scale_unit, unit_spellings

__all__ = [
    "NO_UNIT",
    "Quantity",
    "Unit",
    "UnitsDifferError",
    "as_decimal",
    "comparable",
    "decimal_text",
    "parse_unit",
    "scale_unit",
    "unit_spellings",
]
