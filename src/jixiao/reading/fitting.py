"""What it costs to read a cell in a column of the form, by what the cell holds and where it stands.

Costs are counted in hundredths of a move; content weighs most.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.reading.grid import key
from jixiao.reading.tokens import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.reading.tokens import Token

__all__ = [
    "EXTRA",
    "LEVEL_NEEDS",
    "MOVE",
    "PARENTS",
    "ROLE_NEEDS",
    "SCORED",
    "STEP",
    "Layout",
    "Need",
    "Trait",
    "fit",
    "skip",
    "trait_of",
]


class Need(Enum):
    """What a column of the form holds, as far as alignment asks."""

    LEVEL1 = auto()
    LEVEL2 = auto()
    LEVEL3 = auto()
    VALUE = auto()
    NUMBER = auto()
    SIGN = auto()
    UNIT = auto()
    TEXT = auto()


LEVEL_NEEDS = (Need.LEVEL1, Need.LEVEL2, Need.LEVEL3)
"""What the columns of the three levels hold, from the top."""
PARENTS = frozenset({Need.LEVEL1, Need.LEVEL2})
"""Columns whose cells stand for several rows."""
ROLE_NEEDS: Mapping[str, Need] = MappingProxyType(
    {
        "目标值": Need.VALUE,
        "实际值": Need.VALUE,
        "基期值": Need.VALUE,
        "权重": Need.NUMBER,
        "得分": Need.NUMBER,
        "符号": Need.SIGN,
        "单位": Need.UNIT,
    }
)
"""What a column of a role holds; a column of any other holds words."""


@frozen
class Layout:
    """A column of the form as printed: what it holds, its name, and where its header stands."""

    need: Need
    name: str
    column: int


# Costs in hundredths of a move. A move is a change of the shift against the header; a label that is
# lost costs three moves, one that the row has and the form has not costs five and more.
MOVE, STEP = 100, 5
EXTRA = 1500
SCORED = 150
"""What it costs to read a bare number that stands in a column of points as a target."""
_LOST_NAME, _LOST_VALUE = 300, 60
_UNKNOWN = 600
_NEVER = 2000
_SHORT = 12
_NAMES = frozenset({Kind.LEVEL1, Kind.LEVEL2, Kind.LEVEL3})
_FIGURE = re.compile(r"\d{1,6}(?:\.\d{1,6})?分?")
_DOTS = re.compile(r"[.…·]+")
_SIGNS = frozenset("≥≤=<>") | {">=", "<=", "定性", "定量", "正向", "反向", "正指标", "反指标"}


@frozen(cache_hash=True)
class Trait:
    """All that alignment asks of a cell: rows of the same traits are aligned in the same way.

    `figure` tells a bare number, as points are, from a value; `dots` a cell that only says that a
    list goes on, which is as well a name. `length` is 0 for a short text, 1 for one that a 二级 may
    have, 2 for a longer one.
    """

    kind: Kind
    own: bool
    level2_too: bool
    after_level2: bool
    sign: bool
    length: int
    column: int
    figure: bool = False
    dots: bool = False


def trait_of(token: Token) -> Trait:
    """What alignment asks of a cell."""
    text = token.text
    size, name = len(text), key(text)
    return Trait(
        token.kind,
        token.own,
        token.level2_too,
        token.after_level2,
        name in _SIGNS,
        (size > _SHORT) + (size > 2 * _SHORT),
        token.column,
        _FIGURE.fullmatch(name) is not None,
        _DOTS.fullmatch(name) is not None,
    )


def fit(trait: Trait, need: Need, *, in_place: bool, closed: bool) -> int:
    """What it costs that a column holds such a cell; `closed`: the form names all its levels."""
    match need:
        case Need.LEVEL1:
            return _fit_level1(trait, in_place=in_place, closed=closed)
        case Need.LEVEL2:
            return _fit_level2(trait, in_place=in_place, closed=closed)
        case Need.LEVEL3:
            return _fit_level3(trait, in_place=in_place)
        case Need.VALUE:
            return _fit_value(trait, in_place=in_place)
        case _:
            return _fit_other(trait, need, in_place=in_place)


def _fit_level1(trait: Trait, *, in_place: bool, closed: bool) -> int:
    if trait.kind is Kind.LEVEL1:
        return 0 if trait.own or in_place else 50
    if trait.kind is Kind.TEXT and trait.length == 0:
        return (_UNKNOWN if closed else 200) if in_place else 900
    return _NEVER


def _fit_level2(trait: Trait, *, in_place: bool, closed: bool) -> int:
    if trait.kind is Kind.LEVEL2 or trait.level2_too:
        return 0 if trait.own or in_place else 50
    if trait.kind is Kind.TEXT and trait.length <= 1:
        return (_UNKNOWN if closed else 200) if in_place else 900
    return _NEVER if trait.kind in {Kind.VALUE, Kind.LEVEL1} else 1200


def _fit_level3(trait: Trait, *, in_place: bool) -> int:
    match trait.kind:
        case Kind.LEVEL3 | Kind.TEXT:
            return 0
        case Kind.LEVEL1 | Kind.LEVEL2:
            if trait.after_level2:
                return 100
            return 700 if trait.own or not in_place else 650
        case Kind.WORD:
            return 700 if trait.own else 400
        case Kind.VALUE:
            return 0 if trait.dots and in_place else 650


def _fit_value(trait: Trait, *, in_place: bool) -> int:
    match trait.kind:
        case Kind.VALUE | Kind.WORD:
            return 0
        case Kind.TEXT:
            return 60 if in_place else 120
        case Kind.LEVEL1 | Kind.LEVEL2:
            return 850
        case Kind.LEVEL3:
            return 950


def _fit_other(trait: Trait, need: Need, *, in_place: bool) -> int:
    match need:
        case Need.NUMBER:
            return 0 if trait.kind is Kind.VALUE else 700
        case Need.SIGN:
            return 0 if trait.sign else 700
        case Need.UNIT:
            return 0 if trait.kind is Kind.TEXT and trait.length == 0 else 300
        case _:
            if trait.kind in _NAMES:
                return 300 if in_place else 800
            return 0 if in_place else 100


def skip(layout: Layout) -> int:
    """What it costs that a row has no cell for a column."""
    match layout.need:
        case Need.LEVEL3:
            return _LOST_NAME
        case Need.VALUE:
            return _LOST_VALUE
        case _:
            return 0
