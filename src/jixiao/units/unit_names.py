"""A unit as written: what it counts, by what factor, and how it is read from its name."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import Factory, evolve, field, frozen

from jixiao.source import fold
from jixiao.units.definitions import Definition, unit_table

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["NO_UNIT", "Unit", "as_decimal", "parse_unit", "plain", "scale_unit", "unit_spellings"]


@frozen
class Unit:
    """A unit as written, with its exact factor to the base unit of its dimension.

    `万条` has symbol `万条`, base `条`, factor 10000; `%` has base `%` and factor 1 (a percentage
    is compared as printed); the empty symbol is a bare number. Two units are equal when their
    canonical `name` is: `㎡` and `平方米` are one unit, `万条` and `亿条` are two. Where no finite
    decimal leads to the base unit (亩), the unit is its own base; `ratio` is exact for every unit.

    >>> parse_unit("万条").factor
    Decimal('10000')
    >>> parse_unit("㎡") == parse_unit("平方米"), str(parse_unit("㎡"))
    (True, '㎡')
    """

    symbol: str = field(default="", eq=False)
    base: str = field(default="", eq=False)
    factor: Decimal = field(default=Decimal(1), eq=False)
    dimension: str = field(default="", eq=False)
    known: bool = field(default=True, eq=False)
    name: str = Factory(lambda self: self.symbol, takes_self=True)
    """The canonical name; the symbol unless said otherwise."""
    ratio: Fraction = field(default=Fraction(1), eq=False)
    """The exact ratio to the root of the dimension."""
    scale: Decimal = field(default=Decimal(1), eq=False)
    """10000 in 万条: what the written prefix multiplies by."""
    terms: tuple[tuple[str, int, Fraction], ...] = field(default=(), eq=False)
    """The defined units it is made of: identifier, 1 above or -1 below the line, multiple."""

    def __str__(self) -> str:
        return self.symbol


NO_UNIT = Unit()
"""The unit of a bare number."""


def as_decimal(value: Fraction) -> Decimal | None:
    """The fraction as a finite decimal, or None where it has none.

    >>> as_decimal(Fraction(3, 8)), as_decimal(Fraction(1, 3))
    (Decimal('0.375'), None)
    """
    rest, powers = value.denominator, {2: 0, 5: 0}
    for prime in tuple(powers):
        while rest % prime == 0:
            rest //= prime
            powers[prime] += 1
    if rest != 1:
        return None
    exponent = max(powers.values())
    numerator = value.numerator * 10**exponent // value.denominator
    sign = 1 if numerator < 0 else 0
    return Decimal((sign, tuple(int(digit) for digit in str(abs(numerator))), -exponent))


def _label_of(dimensions: tuple[tuple[str, int], ...], definition: Definition) -> str:
    root = unit_table().roots.get(dimensions)
    return definition.label if root is None else root.label


def _finite(ratio: Fraction) -> Decimal | None:
    number = as_decimal(ratio)
    return None if number is None else plain(number)


def plain(number: Decimal) -> Decimal:
    """The number without an exponent and without zeros after the point where it is whole."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def _of_definition(symbol: str, definition: Definition, prefix: str) -> Unit:
    scale = unit_table().scales[prefix] if prefix else 1
    factor = _finite(definition.ratio * scale)
    root = unit_table().roots.get(definition.dimensions)
    if factor is None or root is None:
        base, factor = definition.label, Decimal(scale)
    else:
        base = root.label
    name = prefix + definition.label
    return Unit(
        symbol=name if _is_share(definition) else symbol,
        base=base,
        factor=factor,
        dimension=_dimension_text(definition.dimensions, definition),
        name=name,
        ratio=definition.ratio * scale,
        scale=Decimal(scale),
        terms=((definition.identifier, 1, Fraction(scale)),),
    )


def _is_share(definition: Definition) -> bool:
    return definition.dimensions == (("ratio", 1),)


def _dimension_text(dimensions: tuple[tuple[str, int], ...], definition: Definition) -> str:
    if len(dimensions) == 1 and dimensions[0][1] == 1:
        return _label_of(dimensions, definition)
    return "·".join(f"{name}^{power}" if power != 1 else name for name, power in dimensions)


_SPLIT = re.compile(r"[·*]")


_COUNT = re.compile(r"([1-9][0-9]{0,11})(.*)")


def _simple(text: str) -> Unit | None:
    table = unit_table()
    if text in table.units:
        return _of_definition(text, table.units[text], "")
    for length in (3, 2, 1):
        prefix, rest = text[:length], text[length:]
        if len(prefix) == length and prefix in table.scales:
            if not rest:
                scale = Decimal(table.scales[prefix])
                ratio = Fraction(scale)
                return Unit(text, "", scale, "", ratio=ratio, scale=scale, terms=(("", 1, ratio),))
            if rest in table.units and (len(rest) > 1 or not rest.isascii()):
                return _of_definition(text, table.units[rest], prefix)
    return None


_SPANS = frozenset(["秒", "月", "工作日", "学期"])
"""Dimensions that are counted in any number below the line, as in 1次/2年."""


def _denominator(text: str, *, part: bool) -> Unit | None:
    match = _COUNT.fullmatch(text)
    if match is None:
        return _simple(text)
    inner = _simple(match[2]) if match[2] else NO_UNIT
    if inner is None:
        return None
    if not (part or match[1].rstrip("0") == "1" or inner.dimension in _SPANS):
        return None  # 2套/3台 names two things and no rate
    count = Fraction(match[1])
    return evolve(
        inner,
        symbol=text,
        name=match[1] + inner.name,
        ratio=inner.ratio * count,
        terms=tuple((name, power, times * count) for name, power, times in inner.terms)
        or (("", 1, count),),
    )


def _rate(text: str) -> Unit | None:
    above, *below = text.split("/")
    parts = [_SPLIT.split(part) for part in below]
    numerators = [_simple(part) for part in (_SPLIT.split(above) if above else ())]
    denominators = [_denominator(one, part=not above) for group in parts for one in group]
    top = [unit for unit in numerators if unit is not None]
    bottom = [unit for unit in denominators if unit is not None]
    if len(top) < len(numerators) or len(bottom) < len(denominators):
        return None
    if not top and all(not unit.dimension for unit in bottom):
        return _part(text, bottom)
    return _quotient(text, top, bottom)


def _part(text: str, bottom: Sequence[Unit]) -> Unit:
    """A share with a plain number below the line: /3, /10万."""
    ratio = Fraction(100)
    for unit in bottom:
        ratio /= unit.ratio
    percent = unit_table().units["%"]
    return Unit(text, text, dimension="%", ratio=ratio, terms=((percent.identifier, 1, ratio),))


def _quotient(text: str, top: Sequence[Unit], bottom: Sequence[Unit]) -> Unit:
    ratio = Fraction(1)
    for unit in top:
        ratio *= unit.ratio
    for unit in bottom:
        ratio /= unit.ratio

    def join(attribute: str) -> str:
        above = "·".join(getattr(unit, attribute) for unit in top)
        below = "·".join(getattr(unit, attribute) for unit in bottom)
        return f"{above}/{below}" if below else above

    factor = Decimal(1)
    for unit in top:
        factor *= unit.factor
    exact = all(unit.factor == 1 and "0" not in unit.symbol for unit in bottom)
    name = join("name")
    return Unit(
        symbol=text,
        base=f"{'·'.join(unit.base for unit in top)}/{'·'.join(unit.name for unit in bottom)}"
        if exact
        else name,
        factor=factor if exact else Decimal(1),
        dimension=join("dimension"),
        known=bool(top),
        name=name,
        ratio=ratio,
        terms=(
            *(term for unit in top for term in unit.terms),
            *((name, -power, times) for unit in bottom for name, power, times in unit.terms),
        ),
    )


@lru_cache(maxsize=4096)
def _parse(text: str) -> Unit:
    if not text:
        return NO_UNIT
    simple = _simple(text)
    if simple is not None:
        return simple
    if "/" in text or "·" in text or "*" in text:
        rate = _rate(text)
        if rate is not None:
            return rate
    return Unit(text, text, Decimal(1), text, known=False)


def parse_unit(text: str) -> Unit:
    """The unit that a text names; one nobody knows is its own dimension, with `known` false.

    >>> parse_unit("元/人*月").name
    '元/人·月'
    >>> parse_unit("提供法律服务数量").known
    False
    """
    return _parse(fold(text).replace("\u00b5", "μ").strip().replace(" ", ""))


def scale_unit(text: str) -> bool:
    """Whether a text is a scale and nothing more: 万, 亿.

    >>> scale_unit("万"), scale_unit("万元")
    (True, False)
    """
    return text in unit_table().scales


def unit_spellings() -> tuple[str, ...]:
    """Every spelling of every unit and scale, longest first."""
    table = unit_table()
    return tuple(sorted({*table.units, *table.scales}, key=lambda name: (-len(name), name)))
