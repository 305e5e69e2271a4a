"""Words one after the other laid over the columns of a table row by row, lines told or not.

Where a page was saved as one line, or a row over several, only what words are tells where a row
ends: labels begin rows, figures end them. The words are laid over rows of columns at the least
cost; a row is whole where each of its cells is one word and none is missing.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from jixiao.reading.fitting import PARENTS, Need
from jixiao.reading.grid import key
from jixiao.reading.labels.weighted import split_weight
from jixiao.reading.spaced.fit import NEVER, cost_of, named_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.reading.forms import Form

from jixiao.reading.spaced.whole import StreamRow, Unit, is_basis, told_rows

__all__ = ["heads_level", "rows_of_stream"]

_MISSING = {Need.LEVEL3: 50, Need.VALUE: 50, Need.NUMBER: 50, Need.SIGN: 5, Need.UNIT: 3}
_ALONE = 12
"""A label of a level that no row follows: 经济效益指标 with nothing behind it."""
_BARE = 1
_JOIN = {Need.LEVEL3: 30, Need.VALUE: 30, Need.TEXT: 2}
_INSIDE, _OVER = 15, 4
"""A row that begins within a line, and one that goes on with the next line."""
_LABEL_TEXT, _LABEL_NAME = 25, 7
_LONG_UNIT, _UNIT = 10, 8
_DOTS = re.compile(r"[.…·]{2,}")
_TEXT = 2
_BLANKS = {Need.LEVEL1: 6, Need.LEVEL2: 6, Need.LEVEL3: 5}
_BLANK_JOIN = 40
"""An empty cell beside another word in one: two cells."""
_LONGEST = 8
"""Letters of the label of a 一级 that nobody knows at most."""


class _Step(NamedTuple):
    cost: int
    before: int
    fresh: bool


def rows_of_stream(
    units: Sequence[Unit], needs: Sequence[Need], form: Form, *, lines: bool
) -> list[StreamRow] | None:
    """The rows at the least cost; None where words can stand in no column.

    `lines` says that the lines of the text are those of the table.
    """
    if not units or Need.LEVEL3 not in needs:
        return None
    width, name = len(needs), needs.index(Need.LEVEL3)
    skips = [_MISSING.get(need, 0) for need in needs]
    past = [0, *accumulate(skips)]
    ends = [
        _ALONE if needs[at] in PARENTS and at < name else past[width] - past[at + 1]
        for at in range(width)
    ]
    steps: list[dict[int, _Step]] = []
    for at, unit in enumerate(units):
        own = _costs(unit, needs, form)
        if at + 1 < len(units) and _heads(unit, units[at + 1], form) and Need.LEVEL1 in needs:
            own = [(needs.index(Need.LEVEL1), 0), *own]
        if at and _again(units[at - 1], unit, form) and Need.LEVEL2 in needs:
            two = needs.index(Need.LEVEL2)
            own = [(two, 0), *(one for one in own if one[0] != two)]
        fresh = (0 if unit.begins else _INSIDE) if lines else 0
        over = _OVER if lines and unit.begins else 0
        before = steps[-1] if at else {}
        join = 0 if unit.text and at and units[at - 1].text else _BLANK_JOIN
        new = min(((one.cost + ends[c], c) for c, one in before.items()), default=(0, -1))
        now: dict[int, _Step] = {}
        for column, cost in own:
            ways = [
                _Step(one.cost + over + _between(c, column, past, needs, join), c, fresh=False)
                for c, one in before.items()
                if c < column or (c == column and needs[c] in _JOIN)
            ]
            if column <= name and (new[1] >= 0 or not at):
                ways.append(_Step(new[0] + fresh + past[column], new[1], fresh=True))
            if ways:
                best = min(ways)
                now[column] = best._replace(cost=best.cost + cost)
        if not now:
            return None
        steps.append(now)
    return told_rows(_traced(units, steps, ends), needs, form)


def _heads(unit: Unit, after: Unit, form: Form) -> bool:
    """Whether a label that nobody knows stands before that of a 二级: 项目完成指标, 数量指标."""
    if not heads_level(key(unit.text)) or form.is_level1(unit.text):
        return False
    return not form.is_level2(unit.text) and form.is_level2(after.text)


def heads_level(name: str) -> bool:
    """Whether a text as compared may be a 一级 of a form that nobody knows."""
    return len(name) <= _LONGEST and name.endswith("指标")


def _again(before: Unit, unit: Unit, form: Form) -> bool:
    """Whether a label of a 一级 comes twice, so that it is that of the only 二级 as well."""
    label = split_weight(before.text)[0]
    return label == split_weight(unit.text)[0] and form.is_level1(label)


def _between(last: int, column: int, past: Sequence[int], needs: Sequence[Need], join: int) -> int:
    """What it costs that a word in one column follows one in another of its row."""
    if last == column:
        return _JOIN[needs[column]] + join
    skipped = past[column] - past[last + 1]
    bare = needs[last] is Need.LEVEL1 and needs[column] is Need.LEVEL3 and column > last + 1
    return skipped + _BARE * bare


def _costs(unit: Unit, needs: Sequence[Need], form: Form) -> list[tuple[int, int]]:
    """The columns that a word may stand in, and what it costs."""
    text = unit.text
    if not text:
        return [(at, _BLANKS.get(need, 0)) for at, need in enumerate(needs)]
    word = named_of(text, form)
    label = word.level1 or word.level2
    found: list[tuple[int, int]] = []
    by_need: dict[Need, int] = {}
    for column, need in enumerate(needs):
        cost = by_need.get(need)
        if cost is None:
            cost = cost_of(word, need)
            if need is Need.TEXT:
                cost += _TEXT + _LABEL_TEXT * label
                if is_basis(text):
                    cost = 0
            elif need is Need.VALUE:
                cost += _LABEL_TEXT * (label or is_basis(text))
            elif need is Need.LEVEL3:
                cost += _LABEL_NAME * label + _LABEL_TEXT * is_basis(text)
                cost = 0 if _DOTS.fullmatch(text) else cost
            elif need is Need.UNIT and cost < NEVER:
                cost = _LONG_UNIT if len(text) > _UNIT or label else 0
            by_need[need] = cost
        if cost < NEVER:
            found.append((column, cost))
    return found


def _traced(
    units: Sequence[Unit], steps: Sequence[Mapping[int, _Step]], ends: Sequence[int]
) -> list[dict[int, list[Unit]]]:
    """The cells of each row, from the last word back to the first."""
    column = min(steps[-1], key=lambda one: steps[-1][one].cost + ends[one])
    rows: list[dict[int, list[Unit]]] = [{}]
    for at in range(len(units) - 1, -1, -1):
        rows[-1].setdefault(column, []).insert(0, units[at])
        step = steps[at][column]
        if step.fresh and at:
            rows.append({})
        column = step.before
    return rows[::-1]
