"""The header of a table whose cells are parted by spaces: its columns out of one line or several.

A header that was wrapped stands on several lines: one cell after the other, or line by line over
all cells, which is told by what the words make together, or by where on their lines they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.reading.grid import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.spaced.words import SpacedLine, Word

from jixiao.reading.spaced.headings import Heading, Heads, SpacedHeader, is_of_indicators

__all__ = ["find_header", "header_ways"]

_ABOVE, _BELOW = 3, 5
"""Lines above and below the one with 一级指标 that a header reaches over at most."""
_TRIES = 3000
_MOST = 24
"""Columns of a header at most."""


def find_header(lines: Sequence[SpacedLine], at: int, heads: Heads) -> SpacedHeader | None:
    """The header whose 一级 stands on a line; None where none with two levels and a value does."""
    base = lines[at].words
    skip = next((i for i, word in enumerate(base) if key(word.text).startswith("一级")), None)
    if skip is None or not all(heads.within(key(word.text)) for word in base[skip:]):
        return None
    found = [
        one
        for one in header_ways(lines, at, base[:skip], heads)
        if is_of_indicators(one.needs) and len(one.headings) <= _MOST
    ]
    return max(found, key=lambda one: sum(len(x.words) for x in one.headings), default=None)


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
