"""The lexer of `grammar/value.lark`: it tries only what the parser could take where it stands.

Like Lark's own contextual lexer, but each terminal is a pattern of its own, compiled when a text
first comes to it. Lark's puts the terminals of each state together into one pattern, and compiling
the larger words again and again took longer than thousands of texts take to be read.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lark import Token
from lark.lexer import Lexer

from jixiao.lexicon.splitting import words
from jixiao.parsing.terminals import terminals

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["StoppedError", "ValueLexer"]


class StoppedError(Exception):
    """No terminal that the parser could take stands at a place."""

    def __init__(self, at: int, allowed: frozenset[str]) -> None:
        super().__init__(at)
        self.at = at
        self.allowed = allowed


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(next(pattern for known, pattern in terminals() if known == name))


_WORDY = frozenset(
    words(
        "FROM RECURRING JOINT SIGN OPEN SHUT AT PER YEARLY BASELINE BETWEEN PACE BEFORE ABOUT "
        "AROUND NUMERAL CHANGE INSIDE BETWEEN_END AFTER DONE DUE UNIT INCLUSIVE ROUGH BRACKETED "
        "REFERENCE VARIABLE SEP UNKNOWN NAME"
    )
)
"""Terminals that never begin with a digit: before one they are not tried, and so not compiled."""


@lru_cache(maxsize=1024)
def _tried(accepted: frozenset[str], *, digit: bool) -> tuple[str, ...]:
    """The terminals that are accepted, in the order in which they are tried."""
    return tuple(
        name for name, _ in terminals() if name in accepted and not (digit and name in _WORDY)
    )


class ValueLexer(Lexer):
    """The contextual lexer of indicator values."""

    __future_interface__ = 1

    def __init__(self, conf: object) -> None:
        del conf
        self._of_state: dict[tuple[int, bool], tuple[str, ...]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}

    def lex(
        self,
        lexer_state: Any,  # noqa: ANN401 - Lark's
        parser_state: Any,  # noqa: ANN401 - Lark's
    ) -> Iterator[Token]:
        """The tokens of a text."""
        text = lexer_state.text
        text = text if isinstance(text, str) else text.text
        states = parser_state.parse_conf.parse_table.states
        at, end = 0, len(text)
        while at < end:
            where = parser_state.position, text[at] in _DIGITS
            tried = self._of_state.get(where)
            if tried is None:
                tried = _tried(frozenset(states[where[0]]), digit=where[1])
                self._of_state[where] = tried
            for name in tried:
                pattern = self._patterns.get(name)
                if pattern is None:
                    pattern = self._patterns[name] = _pattern(name)
                found = pattern.match(text, at)
                if found is not None:
                    yield Token(name, found[0], at)
                    at = found.end()
                    break
            else:
                allowed = _tried(frozenset(states[where[0]]), digit=False)
                raise StoppedError(at, frozenset(allowed))


_DIGITS = frozenset("0123456789")
