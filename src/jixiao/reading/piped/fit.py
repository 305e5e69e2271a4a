"""The cells of a row over the columns of a table that prints no empty cells, by what they hold.

No cell is moved past another and none shares a column. A row that fits in one way much better than
in any other is certain.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.reading.fitting import Need
from jixiao.reading.grid import key
from jixiao.reading.money.amounts import is_blank_mark
from jixiao.reading.sums.lines import figure
from jixiao.reading.wrapped.cuts import is_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.forms import Form

__all__ = ["PipedFit", "cost", "fit_cells"]

_NEVER = 1_000
_MARGIN = 12
"""How much dearer any other way is where one is certain."""
_FULL = 100
"""What no weight of a row is above."""
_SHORT, _LABEL = 12, 16
_ODD, _UNKNOWN, _FIGURE = 1, 15, 20
_BARE = 15
"""What a 一级 costs without a 二级 behind it: 成本指标 is a 二级 as well."""
_SIGNS = frozenset("≥≤=<>≧≦═＝") | {
    *(">=", "<=", "==", "定性", "定量", "正向", "反向", "正指标", "反指标"),
}
_SPARED = {
    Need.LEVEL3: 200,
    Need.VALUE: 10,
    Need.NUMBER: 3,
    Need.SIGN: 1,
    Need.UNIT: 1,
}


@frozen
class PipedFit:
    """The column of each cell, and whether it could be no other."""

    columns: tuple[int, ...]
    certain: bool


def cost(text: str, need: Need, form: Form) -> int:  # noqa: PLR0911 - a case for each need
    """What it costs that a cell of a text stands in a column; 1000 and more where it cannot."""
    match need:
        case Need.LEVEL1:
            return 0 if form.is_level1(text) else _label(text, form)
        case Need.LEVEL2:
            return 0 if form.is_level2(text) else _label(text, form)
        case Need.LEVEL3:
            label = form.is_level1(text) or form.is_level2(text)
            return _NEVER if _figure(text) or key(text) in _SIGNS else 5 * label
        case Need.VALUE:
            return 5 * is_blank_mark(text) if _figure(text) or is_value(text) else _ODD
        case Need.NUMBER:
            return 0 if _points(text) else _NEVER
        case Need.SIGN:
            return 0 if key(text) in _SIGNS else _NEVER
        case Need.UNIT:
            if is_blank_mark(text):
                return 0
            return _NEVER if _figure(text) or len(text) > _SHORT else 0
        case _:
            if form.is_level1(text) or form.is_level2(text):
                return _NEVER
            return _FIGURE if is_value(text) and not is_blank_mark(text) else 0


def _label(text: str, form: Form) -> int:
    """A label that nobody knows: short words that are no label of another level."""
    words = len(text) <= _LABEL and not (_figure(text) or is_value(text))
    return _UNKNOWN if words and not (form.is_level1(text) or form.is_level2(text)) else _NEVER


def _figure(text: str) -> bool:
    return figure(text) is not None or is_blank_mark(text)


def _points(text: str) -> bool:
    """Whether a cell may be a weight or points: 10, 10分, 10%, —."""
    bare = text.strip().removesuffix("%").removesuffix("％")
    points = figure(bare)
    return is_blank_mark(text) if points is None else points <= _FULL


_Way = tuple[int, tuple[int, ...]]
"""What it costs, and the columns."""


def fit_cells(texts: Sequence[str], needs: Sequence[Need], form: Form) -> PipedFit | None:
    """The cells of a row over the columns at the least cost; None where they cannot stand there."""
    if not texts or len(texts) > len(needs):
        return None
    kinds = frozenset(needs)
    prices: list[tuple[int, ...]] = []
    for at, text in enumerate(texts):
        held = {need: cost(text.strip(), need, form) for need in kinds}
        behind = texts[at + 1] if at + 1 < len(texts) else ""
        if Need.LEVEL2 in kinds and held.get(Need.LEVEL1) == 0 and not form.is_level2(behind):
            held[Need.LEVEL1] = _BARE
        prices.append(tuple(held[need] for need in needs))
    return _laid(tuple(prices), tuple(_SPARED.get(need, 0) for need in needs))


@lru_cache(maxsize=1024)
def _laid(prices: tuple[tuple[int, ...], ...], spared: tuple[int, ...]) -> PipedFit | None:
    """The two cheapest ways; the work is cells × columns."""
    count = len(spared)
    skipped = [0]
    for one in spared:
        skipped.append(skipped[-1] + one)
    # before[c]: the cheapest ways of the cells so far with the last of them left of column c, each
    # cost without the columns that are left out up to c
    before: list[list[_Way]] = [[(0, ())] for _ in range(count + 1)]
    for own in prices:
        after: list[list[_Way]] = [[]]
        for column in range(count):
            ways = [] if own[column] >= _NEVER else before[column]
            here = [(price + own[column] - spared[column], (*way, column)) for price, way in ways]
            after.append(sorted((*after[-1], *here), key=_price)[:2])
        before = after
    ends = before[count]
    if not ends:
        return None
    price, way = ends[0]
    certain = len(ends) == 1 or ends[1][0] - price >= _MARGIN
    return PipedFit(way, certain and price + skipped[count] < _NEVER)


def _price(way: _Way) -> int:
    return way[0]
