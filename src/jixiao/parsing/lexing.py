"""The lexer of `grammar/value.lark`: it tries only what the parser could take where it stands.

Like Lark's own contextual lexer, but each terminal is a pattern of its own, compiled when a text
first comes to it. Lark's puts the terminals of each state together into one pattern, and compiling
the larger words again and again took longer than thousands of texts take to be read.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jixiao.lexicon.splitting import words
from jixiao.parsing.amounts import Piece
from jixiao.parsing.terminals import terminals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["Lexer"]

_WORDY = frozenset(
    words(
        "FROM RECURRING JOINT SIGN OPEN SHUT AT PER YEARLY BASELINE BETWEEN PACE BEFORE ABOUT "
        "AROUND NUMERAL CHANGE INSIDE BETWEEN_END AFTER DONE DUE UNIT INCLUSIVE ROUGH BRACKETED "
        "REFERENCE VARIABLE SEP UNKNOWN NAME"
    )
)
"""Terminals that never begin with a digit: before one they are not tried, and so not compiled."""

_DIGITS = frozenset("0123456789")


@lru_cache(maxsize=64)
def _match(name: str) -> Callable[[str, int], re.Match[str] | None]:
    pattern: re.Pattern[str] = re.compile(dict(terminals())[name])
    return pattern.match


class Lexer:
    """Finds the piece that stands at a place, of those that a state of the parser can take."""

    def __init__(self, states: Mapping[int, Iterable[str]]) -> None:
        self._accepted = {state: frozenset(symbols) for state, symbols in states.items()}
        self._tried: dict[tuple[int, bool], tuple[str, ...]] = {}

    def following(self, state: int, text: str, at: int) -> Piece | None:
        """The first terminal that matches, in their order; None where none does."""
        where = state, text[at] in _DIGITS
        tried = self._tried.get(where)
        if tried is None:
            tried = self._tried[where] = self._of(state, digit=where[1])
        for name in tried:
            found = _match(name)(text, at)
            if found is not None:
                return Piece(name, found[0])
        return None

    def _of(self, state: int, *, digit: bool) -> tuple[str, ...]:
        return tuple(
            name
            for name, _ in terminals()
            if name in self._accepted[state] and not (digit and name in _WORDY)
        )
