"""The tree of indicators that filled tables share: 一级, 二级, and 三级 that recur."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.level_names import LEVEL1_NAMES, LEVEL2_PARENTS, base_name
from jixiao.scoring.kinds import kinds_of
from jixiao.source import squeeze
from jixiao.values import Absent, Qualitative

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jixiao.rules import Vocabulary
    from jixiao.tables import Indicator, Table
    from jixiao.values import Value

__all__ = ["Fixed", "LevelSeen", "fixed_words", "tree_seen"]

_NEARLY_ALL = 2, 3
"""Of three tables two: torn tables lose rows, or print one a level too high."""
_FREE_FROM = 3
"""From so many tables on a 三级 in all of them is taken for one of the form."""
_KINDS = ("百分比", "进度", "数值", "金额", "期限")
_WORD = re.compile(r"[\u4e00-\u9fff]{2}")


@frozen
class Fixed:
    """A 三级 that recurs: the kinds of its values, and the one word all of them are."""

    name: str
    kinds: tuple[str, ...] = ()
    word: str | None = None


@frozen
class LevelSeen:
    """A 一级 with its 二级, each with the 三级 that recur, and whether every table has it."""

    name: str
    seconds: tuple[tuple[str, bool, tuple[Fixed, ...]], ...]
    always: bool = False


def tree_seen(tables: Sequence[Table], vocabulary: Vocabulary) -> tuple[LevelSeen, ...]:
    """The tree of tables of one form, in the order in which most tables print it."""
    rows = [(at, row) for at, table in enumerate(tables) for row in table.indicators if row.level2]
    slots = [(at, one) for at, table in enumerate(tables) for one in table.slots if one.level2]
    at_first = [(at, row.level1, row.level2) for at, row in rows]
    at_first += [(at, one.level1, one.level2) for at, one in slots]
    thirds = _recurring(tables)
    held: dict[tuple[str, str], set[int]] = {}
    for at, first, second in at_first:
        held.setdefault((first, second), set()).add(at)
    many = len(tables)
    kept = [
        pair for pair in held if _believable(pair, len(held[pair]), many, frozenset(thirds.names))
    ]
    placed = _placed(thirds, kept)
    result: list[LevelSeen] = []
    for first in dict.fromkeys(pair[0] for pair in kept):
        seconds = tuple(
            (
                second,
                many > 1 and len(held[first, second]) == many,
                tuple(
                    _fixed(name, thirds.values[name], vocabulary)
                    for name in placed.get((first, second), ())
                ),
            )
            for one, second in kept
            if one == first
        )
        everywhere = {at for at, level1, _ in at_first if level1 == first}
        result.append(LevelSeen(first, seconds, many > 1 and len(everywhere) == many))
    return tuple(result)


def _believable(pair: tuple[str, str], count: int, many: int, thirds: frozenset[str]) -> bool:
    """Whether a 二级 under a 一级 is one of the form and not a label that was read askew."""
    first, second = (base_name(squeeze(name)) for name in pair)
    if squeeze(pair[0]) in thirds or squeeze(pair[1]) in thirds:
        return False
    parents = LEVEL2_PARENTS.get(second)
    if parents is not None:
        return first in parents
    if second in LEVEL1_NAMES:
        return False
    return count * 2 >= many or (first in LEVEL1_NAMES and count > 1)


@frozen
class _Recurring:
    """三级 in nearly every table: where each stands, and all that was filed for it."""

    places: tuple[tuple[str, Counter[tuple[str, str]]], ...]
    values: dict[str, tuple[Value, ...]]

    @property
    def names(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(name for name, _ in self.places)


def _recurring(tables: Sequence[Table]) -> _Recurring:
    """三级 that nearly every table names; in torn rows one may stand a level too high."""
    seen: dict[str, set[int]] = {}
    places: dict[str, Counter[tuple[str, str]]] = {}
    values: dict[str, list[Value]] = {}
    for at, table in enumerate(tables):
        for row in table.indicators:
            for name in dict.fromkeys(map(squeeze, row.key)):
                seen.setdefault(name, set()).add(at)
            name = squeeze(row.level3)
            if name and row.level2:
                places.setdefault(name, Counter()).update([(row.level1, row.level2)])
                values.setdefault(name, []).extend(_values(row))
    few, of = _NEARLY_ALL
    kept = [
        name
        for name, found in places.items()
        if len(tables) >= _FREE_FROM
        and len(seen[name]) * of >= len(tables) * few
        and found.total() > 1
    ]
    return _Recurring(
        tuple((name, places[name]) for name in kept), {name: tuple(values[name]) for name in kept}
    )


def _values(row: Indicator) -> Iterable[Value]:
    return (value for _, value in row.values if not isinstance(value, Absent))


def _placed(
    thirds: _Recurring, kept: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], list[str]]:
    """Each 三级 under the 二级 that most of its rows stand under."""
    placed: dict[tuple[str, str], list[str]] = {}
    for name, places in thirds.places:
        best = next((pair for pair, _ in places.most_common() if pair in kept), None)
        if best is not None:
            placed.setdefault(best, []).append(name)
    return placed


def _fixed(name: str, values: Sequence[Value], vocabulary: Vocabulary) -> Fixed:
    words = {one.word for one in values if isinstance(one, Qualitative)}
    graded = len(words) == 1 and all(isinstance(one, Qualitative) for one in values)
    if graded:
        return Fixed(name, ("等级",), words.pop())
    kinds = tuple(dict.fromkeys(kinds_of(one, vocabulary)[:1] for one in values))
    flat = tuple(kind for one in kinds for kind in one)
    return Fixed(name, flat if flat and set(flat) <= set(_KINDS) else ())


def fixed_words(trees: Iterable[Sequence[LevelSeen]]) -> tuple[str, ...]:
    """The words that fixed 三级 hold, those of two characters only: 规范, 充分."""
    words = (
        fixed.word
        for tree in trees
        for level in tree
        for _, _, thirds in level.seconds
        for fixed in thirds
        if fixed.word is not None and _WORD.fullmatch(fixed.word)
    )
    return tuple(dict.fromkeys(words))
