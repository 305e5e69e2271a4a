"""Words of wrapped cells printed one after the other, laid over the columns at the least cost.

A cell that was wrapped goes on at the beginning of the next line, and what follows it begins a line
of its own; cells of one line stand side by side. So a line goes on with a cell, follows one that
was wrapped, or begins a row; each line of a cell is full but the last.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from jixiao.reading.fitting import Need
from jixiao.reading.fragments import width_of
from jixiao.reading.spaced.fit import NEVER, cost_of, is_figure_word, is_value, named_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.reading.forms import Form
    from jixiao.reading.spaced.whole import Unit

__all__ = ["Laid", "LaidRow", "lay"]

_MOST = 1500
"""Words of a part that are laid over its columns at most."""
_WRAPS = frozenset({Need.LEVEL3, Need.VALUE, Need.TEXT})
_SKIP = {Need.LEVEL3: 60, Need.VALUE: 60, Need.NUMBER: 60, Need.SIGN: 5}
_LOOSE = 8
"""That a cell begins a line behind one that was not wrapped."""
_SHARED = 4
"""That the end of a wrapped cell shares its line."""
_IN_ROW = 40
"""That a row begins in the middle of a line."""
_SPACE = 12
"""That a cell has a space in it."""
_FIGURE, _VALUE, _LABEL = 20, 6, 15
"""That a line which is a figure, a value or a label goes on with a cell."""
_SHORT = 5
"""That a line is not full and its cell goes on."""
_FULL = 2
"""That a line is full and its cell ends."""
_PLAIN = 4
"""What a row of cells one after the other costs at most, most of them less."""
_REASON = 1
"""That a line goes on with a reason where a name may begin."""


@frozen
class LaidRow:
    """A row: its words by column."""

    held: Mapping[int, tuple[Unit, ...]]

    @property
    def units(self) -> tuple[Unit, ...]:
        """All its words in order."""
        return tuple(unit for at in sorted(self.held) for unit in self.held[at])


@frozen
class Laid:
    """The rows of a part, and what their form costs more than that of cells one after the other."""

    rows: tuple[LaidRow, ...]
    cost: int

    @property
    def plain(self) -> bool:
        """Whether the lines are those of cells one after the other."""
        return self.cost <= _PLAIN * len(self.rows)


class _State(NamedTuple):
    """The column of the last word, whether its cell has several lines."""

    column: int
    wrapped: bool


class _Way(NamedTuple):
    """How a word was reached: the cost, the state before, whether it begins a row."""

    cost: int
    before: _State | None
    fresh: bool


class _Layer:
    """The costs of the words of a part in its columns."""

    def __init__(self, units: Sequence[Unit], needs: Sequence[Need], form: Form) -> None:
        self.units, self.needs = units, needs
        named = [named_of(unit.text, form) for unit in units]
        self.labels = [one.level1 or one.level2 for one in named]
        kinds = frozenset(needs)
        by_need = [{need: cost_of(one, need) for need in kinds} for one in named]
        self.own = [[costs[need] for need in needs] for costs in by_need]
        self.before = [
            sum(_SKIP.get(need, 0) for need in needs[:at]) for at in range(len(needs) + 1)
        ]
        self.widths = [width_of(unit.pieces[-1].text) for unit in units]
        self.again = [self._again(at) for at in range(len(units))]

    def _again(self, at: int) -> int:
        """What it costs that the first word of a line goes on with the cell above."""
        text = self.units[at].text
        alone = at + 1 == len(self.units) or self.units[at + 1].begins
        cost = 0 if alone else _SHARED
        if self.labels[at]:
            return cost + _LABEL
        if is_figure_word(text):
            return cost + _FIGURE
        return cost + (_VALUE if is_value(text) and not text[:1].isalpha() else 0)

    def skipped(self, first: int, end: int) -> int:
        """What it costs that the columns from one up to another are empty."""
        return self.before[end] - self.before[first]

    def wraps(self, at: int, column: int, widths: Mapping[int, int]) -> int:
        """What it costs that a word goes on at the next line with the cell of the one before."""
        cost = self.again[at] + _REASON * (self.needs[column] is Need.TEXT)
        first = width_of(self.units[at].text[:1])
        full = column not in widths or self.widths[at - 1] + first > widths[column]
        return cost + (0 if full else _SHORT)

    def ends(self, at: int, column: int, widths: Mapping[int, int]) -> int:
        """What it costs that a cell ends with the line that the word before is the last of."""
        full = column in widths and self.widths[at - 1] >= widths[column]
        return _FULL if full else 0

    def steps(
        self, at: int, state: _State, widths: Mapping[int, int]
    ) -> list[tuple[_State, int, bool]]:
        """Where a word may stand behind the one before: the state, its cost, if it begins a row."""
        unit, column = self.units[at], state.column
        several = len(unit.pieces) > 1
        found: list[tuple[_State, int, bool]] = []
        if self.needs[column] in _WRAPS:
            if unit.begins:
                found.append((_State(column, wrapped=True), self.wraps(at, column, widths), False))
            else:
                found.append((state, _SPACE + min(self.own[at][column], _SPACE), False))
        ended = self.ends(at, column, widths) if unit.begins else 0
        loose = _LOOSE if unit.begins and not state.wrapped else 0
        for new in range(column + 1, len(self.needs)):
            cost = self.own[at][new] + self.skipped(column + 1, new) + loose + ended
            cost += self.needs[column] is Need.LEVEL1 and self.needs[new] is not Need.LEVEL2
            found.append((_State(new, wrapped=several), cost, False))
        rest = self.skipped(column + 1, len(self.needs)) + ended + (0 if unit.begins else _IN_ROW)
        found += ((one, cost + rest, True) for one, cost in self.starts(at))
        return [one for one in found if one[1] < NEVER]

    def starts(self, at: int) -> list[tuple[_State, int]]:
        """Where a word may stand that begins a row."""
        several = len(self.units[at].pieces) > 1
        return [
            (_State(new, wrapped=several), self.own[at][new] + self.skipped(0, new))
            for new in range(len(self.needs))
            if self.own[at][new] < NEVER
        ]

    def laid(self, widths: Mapping[int, int]) -> Laid | None:
        """The rows at the least cost; None where the words cannot stand in the columns."""
        best = {one: _Way(cost, None, fresh=True) for one, cost in self.starts(0)}
        ways = [best]
        for at in range(1, len(self.units)):
            now: dict[_State, _Way] = {}
            for state, way in best.items():
                for one, cost, fresh in self.steps(at, state, widths):
                    total = way.cost + cost
                    if one not in now or total < now[one].cost:
                        now[one] = _Way(total, state, fresh)
            ways.append(now)
            best = now
        ends = {
            one: way.cost + self.skipped(one.column + 1, len(self.needs))
            for one, way in best.items()
        }
        if not ends:
            return None
        place: _State | None = min(ends, key=lambda one: ends[one])
        rows: list[LaidRow] = []
        held: dict[int, tuple[Unit, ...]] = {}
        for at in range(len(self.units) - 1, -1, -1):
            if place is None:
                return None
            held[place.column] = (self.units[at], *held.get(place.column, ()))
            way = ways[at][place]
            if way.fresh:
                rows.append(LaidRow(held))
                held = {}
            place = way.before
        return Laid(tuple(rows[::-1]), min(ends.values()))


def lay(units: Sequence[Unit], needs: Sequence[Need], form: Form) -> Laid | None:
    """The rows of the words of a part; None where they cannot be told.

    A first look tells how wide the columns are, a second where their cells end.
    """
    if not units or len(units) > _MOST or Need.LEVEL3 not in needs or Need.NUMBER not in needs:
        return None
    layer = _Layer(units, needs, form)
    first = layer.laid({})
    found = layer.laid(_widths(first.rows, needs)) if first else None
    return found if found and _is_told(found.rows, needs) else None


def _widths(rows: Sequence[LaidRow], needs: Sequence[Need]) -> dict[int, int]:
    """How wide the columns are: the longest line of a cell that goes on."""
    found: dict[int, int] = {}
    for row in rows:
        for at, own in row.held.items():
            if needs[at] not in _WRAPS:
                continue
            for unit, behind in pairwise(own):
                if behind.begins:
                    found[at] = max(found.get(at, 0), width_of(unit.pieces[-1].text))
    return found


def _is_told(rows: Sequence[LaidRow], needs: Sequence[Need]) -> bool:
    """Whether each row has a name, and nearly all have all their values and figures."""
    asked = {Need.VALUE, Need.NUMBER}
    columns = {at for at, need in enumerate(needs) if need in asked}
    name = needs.index(Need.LEVEL3)
    lacking = sum(not columns <= row.held.keys() for row in rows)
    return all(name in row.held for row in rows) and 4 * lacking <= len(rows)
