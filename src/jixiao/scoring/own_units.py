"""The units that a ruleset or its library declares (单位 担 = 50 千克), brought to known ones.

Values are read without any ruleset, so such a unit is at first one that nobody knows; here, where
the ruleset is known, it gets its factor.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve

from jixiao.units import Quantity, Unit, parse_unit
from jixiao.values import Actual, Comparison, Compound, Qualitative, Range, Trend, Value

if TYPE_CHECKING:
    from jixiao.rules import Ruleset, UnitRule

__all__ = ["in_own_units", "spelled_out", "unit_of"]

V = TypeVar("V", bound=Value)
_SCALES = "十百千万亿"


def unit_of(unit: Unit, rules: Ruleset) -> Unit:
    """The unit with what the ruleset says of it; a unit that is known stays as it is.

    >>> from jixiao.rules import Ruleset, UnitRule, Vocabulary
    >>> words = Vocabulary(units=(UnitRule(("担",), Decimal(50), "千克"),))
    >>> unit_of(parse_unit("担"), Ruleset("试验-2024", "试验", vocabulary=words)).known
    True
    """
    if unit.known or not rules.vocabulary.units:
        return unit
    bare = unit.symbol.lstrip(_SCALES)
    rule = _declared(unit.symbol, rules) or _declared(bare, rules)
    if rule is None:
        return unit
    scale = Decimal(1)
    if _declared(unit.symbol, rules) is None:
        prefix = parse_unit(unit.symbol.removesuffix(bare))
        if not prefix.known:
            return unit
        scale = prefix.scale
    base = parse_unit(rule.base or rule.names[0])
    factor = scale * (1 if rule.factor is None else rule.factor)
    return Unit(
        symbol=unit.symbol,
        base=base.base,
        factor=factor * base.factor,
        dimension=base.dimension,
        name=unit.symbol,
        ratio=base.ratio * factor.as_integer_ratio()[0] / factor.as_integer_ratio()[1],
        scale=scale,
    )


def _declared(name: str, rules: Ruleset) -> UnitRule | None:
    return next((one for one in rules.vocabulary.units if name in one.names), None)


def in_own_units(  # noqa: PLR0911 - one a kind of value
    value: V, rules: Ruleset
) -> V:
    """The value with the units that the ruleset declares."""
    if not rules.vocabulary.units:
        return value
    match value:
        case Comparison(quantity=quantity, rest=str() as rest) if _named(quantity, rest, rules):
            whole = _unknown(quantity.unit.symbol + rest)
            joined = evolve(quantity, unit=unit_of(whole, rules))
            return evolve(value, quantity=joined, rest=None)
        case Comparison(quantity=quantity):
            return evolve(value, quantity=_quantity(quantity, rules))
        case Range(low=low, high=high):
            return evolve(value, low=_quantity(low, rules), high=_quantity(high, rules))
        case Compound(parts=parts):
            return evolve(value, parts=tuple(in_own_units(one, rules) for one in parts))
        case Qualitative(means=Value() as means):
            return evolve(value, means=in_own_units(means, rules))
        case Trend(change=Value() as change):
            return evolve(value, change=in_own_units(change, rules))
        case _:
            return value


def _named(quantity: Quantity, rest: str, rules: Ruleset) -> bool:
    """Whether a unit and the words behind it are together a unit of the ruleset (网 and 格段)."""
    whole = quantity.unit.symbol + rest
    return any(_declared(one, rules) is not None for one in (whole, whole.lstrip(_SCALES)))


def _unknown(symbol: str) -> Unit:
    return Unit(symbol, symbol, dimension=symbol, known=False)


def _quantity(quantity: Quantity, rules: Ruleset) -> Quantity:
    unit = unit_of(quantity.unit, rules)
    return quantity if unit is quantity.unit else evolve(quantity, unit=unit)


def spelled_out(actual: Actual, rules: Ruleset) -> Actual:
    """What was achieved, with the units that the ruleset declares."""
    value = in_own_units(actual.value, rules)
    return actual if value is actual.value else evolve(actual, value=value)
