"""The words of a line of a table torn out of a page: each with its place, cells parted by spaces.

A quantity keeps the unit that a space parts from it, and a label its letters set apart: 总 分.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.parsing import parse_value
from jixiao.reading.fragments import Gap, Piece
from jixiao.reading.grid import GridCell, key
from jixiao.source import Origin
from jixiao.values import Comparison

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jixiao.reading.fragments import Printed

__all__ = ["SpacedLine", "Word", "cell_of", "line_of", "parted", "text_of", "whole"]

_WORD = re.compile(r"[^ \t\f\u3000\xa0]+")
_NUMBER = re.compile(r"[≥≤=<>]{0,2}\d[\d.,]*")
_TWO = re.compile(r"(\S+)\s+(\S.*)")
_SIGN = re.compile(r"[≥≤=<>]{1,2}")
_PAIR = 2
_ORDINAL = re.compile(r"\d{1,2}[:.、]")
_APART = 4
"""Letters of a label set apart at most: 总 得 分."""
_MOST = 60
"""Words of a line of a table at most; more is prose."""
_CUT = 20_000
"""Words of a line that was cut out of a longer one at most."""
_UNIT = 12
_BRACKET = 5
"""Words that a bracket reaches over at most."""


@frozen
class Word:
    """A word, where on its line it begins, and how many spaces stand before it."""

    text: str
    start: int
    spaces: int
    origin: Origin

    @property
    def end(self) -> int:
        """Where on its line it ends."""
        return self.start + len(self.text)

    @property
    def middle(self) -> float:
        """The middle of the word on its line."""
        return (self.start + self.end) / 2

    def piece(self, gap: Gap) -> Piece:
        """The word as a piece of a wrapped cell."""
        return Piece(self.text, gap, self.origin)


@frozen
class SpacedLine:
    """A line and its words; a line that is too long for a table has one."""

    printed: Printed
    words: tuple[Word, ...]
    blanks: int = 0
    """How many cells below it are printed with nothing but a space in them."""

    @property
    def number(self) -> int:
        """The number of the line, from 1."""
        return self.printed.number


def line_of(
    printed: Printed, file: str | None, is_label: Callable[[str], bool], *, most: int = _MOST
) -> SpacedLine:
    """The words of a line; one that has more than `most` is prose and has one.

    >>> from jixiao.reading.fragments import Gap, Printed
    >>> line = line_of(Printed(1, "总 分  21980 人 5", Gap.BLANK), None, {"总分"}.__contains__)
    >>> [word.text for word in line.words]
    ['总 分', '21980 人', '5']
    """
    text = printed.text
    spans = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    if printed.too_long or len(spans) > (_CUT if printed.cut else most):
        spans = [(len(text) - len(text.lstrip()), len(text.rstrip()))]
    words: list[Word] = []
    at = end = 0
    while at < len(spans):
        taken = _together(text, spans, at, is_label)
        start, stop = spans[at][0], spans[at + taken - 1][1]
        place = Origin(file=file, line=printed.number, column=printed.offset + start + 1)
        words.append(Word(text[start:stop], start, start - end, place))
        at, end = at + taken, stop
    return SpacedLine(printed, tuple(words))


def _together(
    text: str, spans: Sequence[tuple[int, int]], at: int, is_label: Callable[[str], bool]
) -> int:
    """How many words from one on are one: letters of a label set apart, a number and its unit."""
    start, end = spans[at]
    if end - start == 1 and not text[start].isascii():
        most = at + 1
        while most < len(spans) and most - at < _APART and spans[most][1] - spans[most][0] == 1:
            most += 1
        for stop in range(most, at + 1, -1):
            if is_label(key(text[start : spans[stop - 1][1]])):
                return stop - at
    if (count := _closed(text, spans, at)) > 1:
        return count
    if (count := _item(text, spans, at)) > 1:
        return count
    if at + 1 < len(spans) and spans[at + 1][0] - end == 1:
        follows = text[spans[at + 1][0] : spans[at + 1][1]]
        word = key(text[start:end])
        unit = len(follows) <= _UNIT and not follows[0].isdigit()
        if unit and _NUMBER.fullmatch(word) and _counts(word + key(follows)):
            return 2
        if _SIGN.fullmatch(word) and _NUMBER.match(key(follows)):
            return 2
    return 1


def _item(text: str, spans: Sequence[tuple[int, int]], at: int) -> int:
    """How many words from one on are the number of an item and its name: 指标 1: 培训场次."""
    start, end = spans[at]
    if text[start:end] != "指标" or at + 1 >= len(spans):
        return 1
    first, last = spans[at + 1]
    if first - end > 1 or _ORDINAL.fullmatch(key(text[first:last])) is None:
        return 1
    if at + _PAIR < len(spans) and spans[at + _PAIR][0] - last == 1:
        name = key(text[slice(*spans[at + _PAIR])])
        if not name[0].isdigit() and name[0] not in "≥≤=<>":
            return 3
    return 2


def _closed(text: str, spans: Sequence[tuple[int, int]], at: int) -> int:
    """How many words from one on a bracket that is open in it reaches over: 数量( ≥**个 )."""
    start, end = spans[at]
    word = text[start:end]
    if "(" not in word and "（" not in word:
        return 1
    depth = 0
    for count, (first, last) in enumerate(spans[at : at + _BRACKET], 1):
        for char in text[first:last]:
            depth += (char in "(（") - (char in ")）")
        if depth <= 0:
            return count
    return 1


@lru_cache(maxsize=4096)
def _counts(text: str) -> bool:
    """Whether a number and what follows it are a quantity with a unit that is known."""
    if text[-1].isdigit():
        return False
    value = parse_value(text)
    return isinstance(value, Comparison) and value.quantity.unit.known and not value.rest


def whole(line: SpacedLine) -> SpacedLine:
    """The line where each line is a cell: all its words are one."""
    if len(line.words) < _PAIR:
        return line
    first = line.words[0]
    text = line.printed.text.strip()
    return evolve(line, words=(evolve(first, text=text),))


def parted(line: SpacedLine) -> SpacedLine:
    """The line where signs and units have columns of their own: = 8, 98 % are two words each."""
    if not any(" " in word.text for word in line.words):
        return line
    found: list[Word] = []
    for word in line.words:
        match = _TWO.fullmatch(word.text)
        if match is None or not (_NUMBER.fullmatch(match[1]) or _SIGN.fullmatch(match[1])):
            found.append(word)
            continue
        at = match.start(2)
        column = (word.origin.column or 1) + at
        found.append(evolve(word, text=match[1]))
        place = evolve(word.origin, column=column)
        found.append(Word(match[2], word.start + at, at - len(match[1]), place))
    return evolve(line, words=tuple(found))


def text_of(words: Sequence[Word]) -> str:
    """The text of a cell on one line: words keep a space between them.

    >>> text_of(())
    ''
    """
    return " ".join(word.text for word in words)


def cell_of(words: Sequence[Word], index: int, column: int) -> GridCell:
    """The words of one line as one cell."""
    return GridCell(text_of(words), index, column, origin=words[0].origin)
