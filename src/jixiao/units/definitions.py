"""What `grammar/units.txt` says: every unit with its exact ratio to the root of its dimension.

The file is in Pint's definition format; this reads the part of that format which the file uses, so
that no text and no import of Pint stands between a table and its units. A test holds the two
readings against each other.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Definition", "UnitTable", "unit_table", "units_text"]

Dimensions = tuple[tuple[str, int], ...]

_NUMBER = r"\d+(?:\s*/\s*\d+)?"
_FACTOR = re.compile(rf"(?:(?P<number>{_NUMBER})\s*\*\s*)?(?P<product>[^\d\s].*)")
_TERM = re.compile(r"(?P<unit>[^\s*]+)(?:\s*\*\*\s*(?P<power>\d))?\s*(?:\*\s*|$)")


@frozen
class Definition:
    """One unit: its label, its identifier in Pint, its ratio to the root, and its dimensions."""

    label: str
    identifier: str
    ratio: Fraction
    dimensions: Dimensions


@frozen
class UnitTable:
    """All units by every name they have, the scales by name, and the root of each dimension."""

    units: Mapping[str, Definition]
    scales: Mapping[str, int]
    roots: Mapping[Dimensions, Definition]


def units_text() -> str:
    """The text of the definition file."""
    return files("jixiao.grammar").joinpath("units.txt").read_text(encoding="utf-8")


def _lines(text: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for line in text.splitlines():
        bare = line.partition("#")[0].strip()
        if bare:
            name, definition, *others = (part.strip() for part in bare.split(" = "))
            yield name, definition, tuple(other for other in others if other != "_")


def _define(
    name: str, definition: str, aliases: tuple[str, ...], known: Mapping[str, Definition]
) -> Definition:
    label = aliases[0] if aliases and name.isascii() else name
    if definition.startswith("["):
        return Definition(label, name, Fraction(1), ((definition[1:-1], 1),))
    match = _FACTOR.fullmatch(definition)
    if match is None:
        raise ValueError(definition)
    ratio = Fraction((match["number"] or "1").replace(" ", ""))
    powers: dict[str, int] = {}
    for term in _TERM.finditer(match["product"]):
        unit, power = known[term["unit"]], int(term["power"] or 1)
        ratio *= unit.ratio**power
        for dimension, exponent in unit.dimensions:
            powers[dimension] = powers.get(dimension, 0) + exponent * power
    return Definition(label, name, ratio, tuple(sorted(powers.items())))


@lru_cache(maxsize=1)
def unit_table() -> UnitTable:
    """The definitions, read once.

    >>> unit_table().units["亩"].ratio
    Fraction(2000, 3)
    >>> unit_table().scales["亿"]
    100000000
    """
    units: dict[str, Definition] = {}
    scales: dict[str, int] = {}
    roots: dict[Dimensions, Definition] = {}
    for name, definition, aliases in _lines(units_text()):
        if name.endswith("-"):
            scales[name[:-1]] = int(definition)
            continue
        unit = _define(name, definition, aliases, units)
        for spelling in (name, *aliases):
            units.setdefault(spelling, unit)
        if unit.ratio == 1:
            roots.setdefault(unit.dimensions, unit)
    return UnitTable(MappingProxyType(units), MappingProxyType(scales), MappingProxyType(roots))
