"""How a unit is read from its name: scales, counts, rates and shares."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.source import fold
from jixiao.units.definitions import Definition, unit_table
from jixiao.units.unit import NO_UNIT, Unit, as_decimal, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["parse_unit", "scale_unit", "unit_spellings"]


def _label_of(dimensions: tuple[tuple[str, int], ...], definition: Definition) -> str:
    root = unit_table().roots.get(dimensions)
    return definition.label if root is None else root.label


def _finite(ratio: Fraction) -> Decimal | None:
    number = as_decimal(ratio)
    return None if number is None else plain(number)


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
_BELOW = re.compile(r"[·*、]")


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
    parts = [_BELOW.split(part) for part in below]
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
