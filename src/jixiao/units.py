"""Exact quantities: percent, 万 and 亿, counting units, money, rates.

A unit keeps the spelling that was written and knows what it is in base units; a unit nobody knows
is kept as such, as its own dimension, and never guessed.
"""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

__all__ = ["Quantity", "Unit"]


@frozen
class Unit:
    """A unit as canonically written, with its exact factor to the base unit of its dimension.

    `万条` has symbol `万条`, base `条`, factor 10000; `%` has base `%` and factor 1 (a percentage
    is compared as printed); the empty symbol is a bare number.
    """

    symbol: str = ""
    base: str = field(default="", eq=False)
    factor: Decimal = field(default=Decimal(1), eq=False)
    dimension: str = field(default="", eq=False)
    known: bool = field(default=True, eq=False)


@frozen
class Quantity:
    """A finite exact number with its unit, as printed: 98 and `%`, 620000 and `万条`."""

    number: Decimal
    unit: Unit = Unit()

    @property
    def base_number(self) -> Decimal:
        """The number in base units, exact."""
        return self.number * self.unit.factor

    @property
    def base_unit(self) -> str:
        """The base unit of the dimension."""
        return self.unit.base
