"""The end of a row in wrapped text: a word of 依据 and a word of 分类, whole or shuffled.

Where a page ends inside a row, the tops of two narrow columns stand before the rest of both, so
that their letters come shuffled. A shuffle is believed only where one pair of words explains it.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.reading.fragments import compared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.fragments import Piece

__all__ = ["Tail", "Tails", "is_shuffle"]

_MOST = 24
"""Pieces that a tail may have: more letters than any pair of words."""


@frozen
class Tail:
    """The words that end a row, by column, and how many pieces they are.

    A word that is not there is empty; `shuffled` says that their letters stood in each other's way,
    `whole` that each column has a word of its own.
    """

    words: tuple[str, ...]
    count: int
    shuffled: bool = False
    whole: bool = True


def is_shuffle(text: str, words: Sequence[str]) -> bool:
    """Whether a text is the letters of some words, each word's in order, shuffled together.

    >>> is_shuffle("计划标绩效基准本型", ("计划标准", "绩效基本型"))
    True
    """
    if len(text) != sum(map(len, words)):
        return False
    states = {(0,) * len(words)}
    for char in text:
        states = {
            (*state[:at], state[at] + 1, *state[at + 1 :])
            for state in states
            for at, word in enumerate(words)
            if state[at] < len(word) and word[state[at]] == char
        }
        if not states:
            return False
    return bool(states)


class Tails:
    """The words that may end a row of a table, by column."""

    def __init__(self, columns: Sequence[Sequence[str]]) -> None:
        self.columns = tuple(tuple(words) for words in columns)
        self.pairs = tuple(product(*self.columns)) if self.columns else ()
        self.starts = frozenset(word[0] for words in self.columns for word in words)
        self.by_letters: dict[str, list[tuple[str, ...]]] = {}
        for pair in self.pairs:
            self.by_letters.setdefault("".join(sorted("".join(pair))), []).append(pair)
        self.longest = max((sum(map(len, pair)) for pair in self.pairs), default=0)

    def at(self, pieces: Sequence[Piece], start: int) -> Tail | None:
        """The tail that begins with a piece; None where none does, or more than one may."""
        if pieces[start].text.lstrip()[:1] not in self.starts:
            return None
        text = ""
        for count, piece in enumerate(pieces[start : start + _MOST], 1):
            text += piece.compared
            if len(text) > self.longest:
                break
            pairs = self.by_letters.get("".join(sorted(text)), ())
            for pair in pairs:
                if text == "".join(pair):
                    return Tail(pair, count)
            found = [pair for pair in pairs if is_shuffle(text, pair)]
            if len(found) == 1:
                return Tail(found[0], count, shuffled=True)
        return self._part(pieces, start)

    def _part(self, pieces: Sequence[Piece], start: int) -> Tail | None:
        """A tail of which only one word is whole."""
        if len(self.columns) < 2:  # noqa: PLR2004 - a part of one word is no tail
            return None
        text = ""
        for count, piece in enumerate(pieces[start : start + _MOST], 1):
            text += piece.compared
            for at, words in enumerate(self.columns):
                if text in words:
                    whole = [""] * len(self.columns)
                    whole[at] = text
                    more = self._remnant(pieces, start + count, at + 1)
                    if more:
                        rest = pieces[start + count : start + count + more]
                        whole[at + 1] = compared(rest)
                    return Tail(tuple(whole), count + more, whole=False)
            if len(text) > self.longest:
                break
        return None

    def _remnant(self, pieces: Sequence[Piece], start: int, column: int) -> int:
        """How many pieces are what is left of a word of the next column."""
        if column >= len(self.columns):
            return 0
        text, most = "", 0
        for count, piece in enumerate(pieces[start : start + _MOST], 1):
            text += piece.compared
            if not any(_within(text, word) for word in self.columns[column]):
                break
            most = count
        return most


def _within(text: str, word: str) -> bool:
    """Whether a text is a word with letters left out."""
    letters = iter(word)
    return all(char in letters for char in text)
