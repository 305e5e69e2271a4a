"""The header of a table whose cells are parted by spaces: its columns out of one line or several.

A header that was wrapped stands on several lines: one cell after the other, or line by line over
all cells, which is told by what the words make together, or by where on their lines they stand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import field, frozen

from jixiao.reading.fitting import Need
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.labels import LEVEL_HEADERS, PLAIN_HEADERS, ROLE_HEADERS, role_of_header

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jixiao.reading.spaced_words import SpacedLine, Word

__all__ = [
    "Heading",
    "Heads",
    "SpacedHeader",
    "find_header",
    "header_row",
    "header_ways",
    "heads_of",
]

_ASIDE = re.compile(r"\([^()]{1,12}\)$")
_ABOVE, _BELOW = 3, 5
"""Lines above and below the one with 一级指标 that a header reaches over at most."""
_TRIES = 3000
_MOST = 24
"""Columns of a header at most."""
_LEVELS = 2
_NEEDS = {
    "目标值": Need.VALUE,
    "实际值": Need.VALUE,
    "基期值": Need.VALUE,
    "权重": Need.NUMBER,
    "得分": Need.NUMBER,
    "符号": Need.SIGN,
    "单位": Need.UNIT,
}
_MONITORED = frozenset(
    {
        *("全年预计完成情况", "全年预计完成值", "全年预计完成", "预计全年完成情况"),
        *(f"1-{month}月执行情况" for month in range(1, 13)),
    }
)
"""Headers of a table filled in during the year: what is done by then, and what is expected."""
_OTHERS = frozenset({"绩效标准", "完成率", "完成率(%)", "指标说明", "指标解释"})
"""Headers of columns of texts that no part of a form is read from."""
_LEVEL_NEEDS = (Need.LEVEL1, Need.LEVEL2, Need.LEVEL3)


@frozen
class Heading:
    """A column: its header, the words of it, and what the column holds."""

    text: str
    words: tuple[Word, ...]

    @property
    def need(self) -> Need:
        """What the column holds."""
        name = key(self.text)
        if name in LEVEL_HEADERS:
            return _LEVEL_NEEDS[LEVEL_HEADERS[name] - 1]
        other = Need.VALUE if name in _MONITORED else Need.TEXT
        return _NEEDS.get(role_of_header(name) or "", other)

    @property
    def start(self) -> int:
        """Where on its line it begins."""
        return min(word.start for word in self.words)

    @property
    def end(self) -> int:
        """Where on its line it ends."""
        return max(word.end for word in self.words)


@frozen
class SpacedHeader:
    """The columns from left to right, what stands beside them, and the lines from first to last."""

    headings: tuple[Heading, ...]
    first: int
    last: int
    side: tuple[Word, ...] = ()
    needs: tuple[Need, ...] = field(init=False)
    """What the columns hold."""

    @needs.default
    def _needs(self) -> tuple[Need, ...]:
        return tuple(one.need for one in self.headings)

    @property
    def by_cell(self) -> bool:
        """Whether each line of it is a cell, or a piece of one, so that all lines below are."""
        words = [word for one in self.headings for word in one.words]
        lines = {word.origin.line for word in words}
        return len(lines) == len(words) > _LEVELS

    @property
    def names(self) -> tuple[str, ...]:
        """The columns as compared."""
        return tuple(key(one.text) for one in self.headings)


class Heads:
    """The headers that a part of a table may have, and their pieces."""

    def __init__(self, names: Iterable[str], heads: Callable[[str], bool]) -> None:
        self.names = frozenset(names)
        self.all = "\n".join(sorted(self.names))
        self.whole = heads

    def within(self, text: str) -> bool:
        """Whether a text is a header or a piece of one."""
        return bool(text) and (text in self.all or self.whole(text))


def heads_of(names: Iterable[str] = ()) -> Heads:
    """The headers of an indicator part, those of forms among them."""
    known = frozenset(
        {*LEVEL_HEADERS, *ROLE_HEADERS, *PLAIN_HEADERS, *_MONITORED, *_OTHERS, *names}
    )
    return Heads(known, lambda text: text in known or _ASIDE.sub("", text) in known)


def find_header(lines: Sequence[SpacedLine], at: int, heads: Heads) -> SpacedHeader | None:
    """The header whose 一级 stands on a line; None where none with two levels and a value does."""
    base = lines[at].words
    skip = next((i for i, word in enumerate(base) if key(word.text).startswith("一级")), None)
    if skip is None or not all(heads.within(key(word.text)) for word in base[skip:]):
        return None
    found = [
        one
        for one in header_ways(lines, at, base[:skip], heads)
        if _levels(one.needs) and len(one.headings) <= _MOST
    ]
    return max(found, key=lambda one: sum(len(x.words) for x in one.headings), default=None)


def _levels(needs: Sequence[Need]) -> bool:
    levels = len({one for one in needs if one in _LEVEL_NEEDS})
    return levels >= _LEVELS and Need.VALUE in needs


def header_ways(
    lines: Sequence[SpacedLine], at: int, side: tuple[Word, ...], heads: Heads
) -> list[SpacedHeader]:
    """The ways to read some lines around the one with 一级 as a header."""
    base = lines[at].words[len(side) :]
    above = _run(lines, range(at - 1, max(-1, at - 1 - _ABOVE), -1), heads)
    below = _run(lines, range(at + 1, min(len(lines), at + 1 + _BELOW * 4)), heads)
    found: list[SpacedHeader] = []
    for down in range(below + 1):
        words = [*base, *(word for one in lines[at + 1 : at + down + 1] for word in one.words)]
        if (row := _in_turn(words, heads)) is not None:
            found.append(SpacedHeader(row, at, at + down, side))
        if down > _BELOW:
            continue
        for up in range(above + 1):
            block = [lines[at - i].words for i in range(up, 0, -1)]
            block += [base, *(one.words for one in lines[at + 1 : at + down + 1])]
            ways = (_by_order(block, up, heads), _by_place(block, heads))
            found += (SpacedHeader(way, at - up, at + down, side) for way in ways if way)
    return found


def _run(lines: Sequence[SpacedLine], places: range, heads: Heads) -> int:
    """How many lines one after the other hold only pieces of headers, and begin no other header."""
    count = 0
    for place in places:
        names = [key(word.text) for word in lines[place].words]
        if not all(heads.within(name) and not name.startswith("一级") for name in names):
            break
        count += 1
    return count


def _in_turn(words: Sequence[Word], heads: Heads) -> tuple[Heading, ...] | None:
    """Words that are headers one after the other, each as long as may be."""
    ways: list[tuple[Heading, ...] | None] = [(), *[None] * len(words)]
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - _MOST), end):
            before = ways[start]
            text = "".join(word.text for word in words[start:end])
            if before is None or not heads.whole(key(text)):
                continue
            if any(key(one.text) == key(text) for one in before):
                continue
            now = ways[end]
            if now is None or len(before) + 1 < len(now):
                ways[end] = (*before, Heading(text, tuple(words[start:end])))
    return ways[-1]


def _by_order(  # noqa: C901 - two steps of one search
    block: Sequence[Sequence[Word]], base: int, heads: Heads
) -> tuple[Heading, ...] | None:
    """Lines of a header laid over its columns in order, where one way only gives headers."""
    if len(block) == 1:
        return None
    budget = _TRIES
    found: list[tuple[tuple[Word, ...], ...]] = []

    def lay(line: int, columns: tuple[tuple[Word, ...], ...]) -> None:
        nonlocal budget
        budget -= 1
        if budget < 0 or len(found) > 1:
            return
        if line == len(block):
            if all(heads.whole(_name(one)) for one in columns):
                found.append(columns)
            return
        put(line, 0, 0, columns)

    def put(line: int, word: int, least: int, columns: tuple[tuple[Word, ...], ...]) -> None:
        nonlocal budget
        budget -= 1
        if budget < 0:
            return
        words = block[line]
        if word == len(words):
            lay(line + 1, columns)
            return
        for at in range(least, len(columns) - (len(words) - word) + 1):
            grown = (*columns[at], words[word])
            if heads.within(_name(grown)):
                put(line, word + 1, at + 1, (*columns[:at], grown, *columns[at + 1 :]))

    lay(0, ((),) * len(block[base]))
    if len(found) != 1 or budget < 0:
        return None
    return tuple(Heading("".join(word.text for word in one), one) for one in found[0])


def _name(words: Sequence[Word]) -> str:
    return key("".join(word.text for word in words))


def _by_place(block: Sequence[Sequence[Word]], heads: Heads) -> tuple[Heading, ...] | None:
    """Words that stand below each other are one header, where all of them make headers."""
    if len(block) == 1:
        return None
    groups: list[tuple[int, int, list[Word]]] = []
    for word in sorted((word for line in block for word in line), key=lambda one: one.start):
        if groups and word.start < groups[-1][1]:
            _, end, held = groups[-1]
            held.append(word)
            groups[-1] = (groups[-1][0], max(end, word.end), held)
        else:
            groups.append((word.start, word.end, [word]))
    found = []
    for _, _, held in groups:
        held.sort(key=lambda one: one.origin.line or 0)
        if len({one.origin.line for one in held}) < len(held) or not heads.whole(_name(held)):
            return None
        found.append(Heading("".join(word.text for word in held), tuple(held)))
    return tuple(found)


def header_row(header: SpacedHeader, index: int) -> GridRow:
    """The header as a row of the grid; column 0 is for what stands beside it."""
    cells = [GridCell(word.text, index, 0, origin=word.origin) for word in header.side]
    cells += [
        GridCell(one.text, index, at, origin=one.words[0].origin)
        for at, one in enumerate(header.headings, 1)
    ]
    return GridRow(index, tuple(cells), len(header.headings) + 1)
