"""Exact quantities: percent, 万 and 亿, counting units, money, rates; declared in one file."""

from __future__ import annotations

from jixiao.units.quantities import (
    NO_UNIT,
    Quantity,
    Unit,
    UnitsDifferError,
    as_decimal,
    comparable,
    decimal_text,
    parse_unit,
    scale_unit,
    unit_spellings,
)

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
