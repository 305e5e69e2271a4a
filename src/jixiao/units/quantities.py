"""Exact quantities: percent, 万 and 亿, counting units, money, rates.

A unit keeps the spelling that was written and knows what it is in base units; a unit nobody knows
is kept as such, as its own dimension, and never guessed.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from jixiao.findings import JixiaoError
from jixiao.units.definitions import units_text
from jixiao.units.unit import NO_UNIT, Unit, as_decimal, plain

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["Quantity", "UnitsDifferError", "comparable", "decimal_text"]


class UnitsDifferError(JixiaoError, ValueError):
    """Two quantities of different dimensions were to be set against each other."""

    def __init__(self, left: str, right: str) -> None:
        super().__init__(f"“{left}”与“{right}”不是同一量纲，不能换算")
        self.left = left
        self.right = right


def decimal_text(number: Decimal) -> str:
    """The number in plain digits, as printed: no exponent, trailing zeros kept.

    >>> from decimal import Decimal
    >>> decimal_text(Decimal("28.40"))
    '28.40'
    """
    return format(number, "f")


@lru_cache(maxsize=1)
def _registry() -> Any:  # noqa: ANN401 - Pint's registry has no usable static type
    import pint

    registry: Any = pint.UnitRegistry(None, non_int_type=Fraction)
    registry.load_definitions(units_text().splitlines())
    return registry


@frozen(weakref_slot=False)
class Quantity:
    """A finite exact number with its unit, as printed: 98 and `%`, 620000 and `万条`.

    >>> from decimal import Decimal
    >>> from jixiao.units.unit_names import parse_unit
    >>> quantity = Quantity(Decimal("620000"), parse_unit("万条"))
    >>> str(quantity), quantity.base_number, quantity.base_unit
    ('620000万条', Decimal('6200000000'), '条')
    """

    number: Decimal = field()
    unit: Unit = NO_UNIT

    @number.validator
    def _finite_number(self, _attribute: object, value: Decimal) -> None:
        if not value.is_finite():
            raise ValueError(value)

    @property
    def base_number(self) -> Decimal:
        """The number in base units, exact."""
        factor = self.unit.factor
        if factor == 1:
            return self.number
        exact = as_decimal(Fraction(self.number) * Fraction(factor))
        return self.number if exact is None else plain(exact)

    @property
    def base_unit(self) -> str:
        """The base unit of the dimension."""
        return self.unit.base

    @property
    def exact(self) -> Fraction:
        """The number in roots of the dimension, exact for every unit; what comparisons use."""
        return Fraction(self.number) * self.unit.ratio

    def to(self, unit: Unit) -> Fraction:
        """The number in another unit of the same dimension, exact.

        Raises `UnitsDifferError` where the dimensions differ.

        >>> from decimal import Decimal
        >>> from jixiao.units.unit_names import parse_unit
        >>> Quantity(Decimal(3), parse_unit("亩")).to(parse_unit("㎡"))
        Fraction(2000, 1)
        """
        if self.unit.dimension != unit.dimension:
            raise UnitsDifferError(self.unit.symbol, unit.symbol)
        return self.exact / unit.ratio

    def __str__(self) -> str:
        return decimal_text(self.number) + self.unit.symbol

    def to_pint(self) -> Any:  # noqa: ANN401 - Pint's quantity has no usable static type
        """The quantity as Pint's, in our registry; loads Pint, and reads no text through it.

        Raises `UnitsDifferError` for a unit nobody knows.
        """
        if not self.unit.known:
            raise UnitsDifferError(self.unit.symbol, "")
        registry = _registry()
        result = registry.Quantity(Fraction(self.number))
        for identifier, power, count in self.unit.terms:
            one = registry.Quantity(count, registry.Unit(identifier) if identifier else "")
            result = result * one if power > 0 else result / one
        return result


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities are of one dimension, so that one can be held against the other.

    >>> from decimal import Decimal
    >>> from jixiao.units.unit_names import parse_unit
    >>> one = {unit: Quantity(Decimal(1), parse_unit(unit)) for unit in ("亿条", "万条", "次")}
    >>> comparable(one["亿条"], one["万条"]), comparable(one["万条"], one["次"])
    (True, False)
    """
    return a.unit.dimension == b.unit.dimension
