"""The words of one line laid over the columns of a table in order, by what words and columns hold.

No word is moved past another. A line whose words fit in one way only, each in a column of its own
and none missing, is certain.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from jixiao.reading.fitting import Need
from jixiao.reading.grid import key
from jixiao.reading.money.amounts import is_blank_mark
from jixiao.reading.sums.lines import figure
from jixiao.reading.wrapped.cuts import is_value as is_value_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.forms import Form
    from jixiao.reading.spaced.words import Word

__all__ = ["NEVER", "Fit", "cost_of", "fit_line", "is_figure_word", "is_value", "named_of"]

_MOST = 40
_REMEMBERED = 400
"""Letters of a line that is remembered at most."""
NEVER = 1_000
"""What a word costs in a column that cannot hold it."""
_ODD = 1
"""Words where a value is expected."""
_FIGURE_NAME = 20
_FULL = 100
"""What no weight of a row is above."""
_MERGE, _MISSING = 30, 50
_SIGNS = frozenset("≥≤=<>") | {
    *(">=", "<=", "定性", "定量", "正向", "反向", "正指标", "反指标"),
    *("大于等于", "小于等于", "等于", "大于", "小于", "不大于", "不小于"),
}
_SPARED = {Need.LEVEL3: _MISSING, Need.VALUE: _MISSING, Need.NUMBER: _MISSING, Need.SIGN: 5}
_JOINED = frozenset({Need.LEVEL3, Need.VALUE, Need.TEXT})


@frozen
class Fit:
    """The column of each word, and whether it could be no other."""

    columns: tuple[int, ...]
    cost: int
    certain: bool


def is_figure_word(text: str) -> bool:
    """Whether a word may be a weight or points: a bare number, or crossed out.

    >>> is_figure_word("9.23"), is_figure_word("—"), is_figure_word("12次")
    (True, True, False)
    """
    return figure(text) is not None or is_blank_mark(text)


_WORDY = 12
_DIGITS = re.compile(r"[\d,.]+")
_COUNTS = re.compile(r"[\d０-９零一二两三四五六七八九十百千万半双％%‰≥≤=<>＝≧≦…—/]")


def is_value(text: str) -> bool:
    """Whether a text is a value by itself; a long one without any number is none.

    >>> is_value("≥98%"), is_value("无"), is_value("对推动制度健全和落实的持续性影响")
    (True, True, False)
    """
    if len(text) > _WORDY and _COUNTS.search(text) is None:
        return False
    return is_value_text(text)


def fit_line(words: Sequence[Word], needs: Sequence[Need], form: Form) -> Fit | None:
    """The words over the columns at the least cost; None where they cannot stand there."""
    if not words or len(words) > _MOST:
        return None
    named = tuple(named_of(word.text, form) for word in words)
    short = sum(len(one.text) for one in named) <= _REMEMBERED
    return (_laid if short else _laid.__wrapped__)(named, tuple(needs))


class Named(NamedTuple):
    """A word, and of which levels a label goes by that name."""

    text: str
    level1: bool
    level2: bool


@lru_cache(maxsize=1024)
def _laid(words: tuple[Named, ...], needs: tuple[Need, ...]) -> Fit | None:
    """The words over the columns: a part of a table asks several times for the same line."""
    kinds = frozenset(needs)
    by_need = [{need: cost_of(word, need) for need in kinds} for word in words]
    costs = [[own[need] for need in needs] for own in by_need]
    skips = [_SPARED.get(need, 0) for need in needs]
    # A 一级 without a 二级 behind it is dearer: 成本指标 alone is a 二级 where it may be both.
    # best[c]: the least cost of the words so far with the last of them in column c, how many ways
    # reach it, and one of them
    best: dict[int, tuple[int, int, tuple[int, ...]]] = {-1: (0, 1, ())}
    bare = next((at for at, need in enumerate(needs) if at and need is Need.LEVEL2), -1)
    for at in range(len(words)):
        now: dict[int, tuple[int, int, tuple[int, ...]]] = {}
        for last, (cost, ways, way) in best.items():
            left_out = 0
            for column in range(max(last, 0), len(needs)):
                if column > last + 1:
                    left_out += skips[column - 1] + _ODD * (column - 1 == bare and last == bare - 1)
                own = costs[at][column]
                if column == last:
                    own += _again(words[at - 1], needs[column])
                total = cost + own + left_out
                if own >= NEVER:
                    continue
                held = now.get(column)
                if held is None or total < held[0]:
                    now[column] = (total, ways, (*way, column))
                elif total == held[0]:
                    now[column] = (total, held[1] + ways, held[2])
        best = now
    ends = [(cost + sum(skips[last + 1 :]), ways, way) for last, (cost, ways, way) in best.items()]
    if not ends:
        return None
    cost, ways, way = min(ends, key=lambda one: one[0])
    alike = sum(one[1] for one in ends if one[0] == cost)
    certain = alike == 1 and ways == 1 and cost < _FIGURE_NAME and _plain(words, way, needs)
    return Fit(way, cost, certain)


def _again(before: Named, need: Need) -> int:
    """What it costs that a word stands in the cell of the one before it."""
    if need not in _JOINED:
        return NEVER
    return 2 if need is Need.TEXT or key(before.text) in _SIGNS else _MERGE


def named_of(text: str, form: Form) -> Named:
    """A word with what the form knows of it."""
    return Named(text, form.is_level1(text), form.is_level2(text))


def cost_of(word: Named, need: Need) -> int:  # noqa: C901, PLR0911 - a case for each need
    """What it costs that a word stands in a column; `NEVER` where it cannot."""
    text = word.text
    match need:
        case Need.LEVEL1:
            return 0 if word.level1 else NEVER
        case Need.LEVEL2:
            return 0 if word.level2 else NEVER
        case Need.LEVEL3:
            label = word.level1 or word.level2
            return _FIGURE_NAME if is_figure_word(text) or is_value(text) else 3 * label
        case Need.VALUE:
            return 0 if is_value(text) else _ODD
        case Need.NUMBER:
            points = figure(text)
            if points is None:
                return 0 if is_blank_mark(text) else NEVER
            return 0 if points <= _FULL else _FIGURE_NAME
        case Need.SIGN:
            return 0 if key(text) in _SIGNS else NEVER
        case Need.UNIT:
            if is_figure_word(text):
                return NEVER
            # a day that was turned into a number stands as value and as unit: 44,561 44,561
            return _FIGURE_NAME if _DIGITS.fullmatch(key(text)) else 0
        case Need.TEXT:
            return _FIGURE_NAME if is_figure_word(text) else 0


def _plain(words: Sequence[Named], way: Sequence[int], needs: Sequence[Need]) -> bool:
    """Whether no words stand where a figure is expected that the next column has."""
    values = [
        is_value(word.text)
        for word, column in zip(words, way, strict=True)
        if needs[column] is Need.VALUE
    ]
    return values == sorted(values, reverse=True)
