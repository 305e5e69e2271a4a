"""The lexer of `grammar/value.lark`: it tries only what the parser could take where it stands.

Like Lark's own contextual lexer, but each terminal is a pattern of its own, tried only before
characters that it can begin with and compiled when a text first comes to one. Lark's puts the
terminals of each state together into one pattern, and compiling the larger words again and again
took longer than thousands of texts take to be read.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from jixiao.parsing.amounts import Piece
from jixiao.parsing.beginnings import beginnings
from jixiao.parsing.terminals import terminals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["Lexer"]


@lru_cache(maxsize=64)
def _match(name: str) -> Callable[[str, int], re.Match[str] | None]:
    pattern: re.Pattern[str] = re.compile(dict(terminals())[name])
    return pattern.match


class Lexer:
    """Finds the piece that stands at a place, of those that a state of the parser can take."""

    def __init__(self, states: Mapping[int, Iterable[str]]) -> None:
        patterns = terminals()
        accepted = {
            state: tuple((name, pattern) for name, pattern in patterns if name in symbols)
            for state, symbols in states.items()
        }
        kinds = {choice: kind for kind, choice in enumerate(dict.fromkeys(accepted.values()))}
        self._kinds = {state: kinds[choice] for state, choice in accepted.items()}
        self._choices = tuple(kinds)
        self._tried = lru_cache(maxsize=4096)(self._beginning_with)

    def following(self, state: int, text: str, at: int) -> Piece | None:
        """The first terminal that matches, in their order; None where none does."""
        for name in self._tried(self._kinds[state], text[at]):
            found = _match(name)(text, at)
            if found is not None:
                return Piece(name, found[0])
        return None

    def _beginning_with(self, kind: int, char: str) -> tuple[str, ...]:
        """The terminals of one kind of state that can begin with a character, in their order."""
        return tuple(
            name for name, pattern in self._choices[kind] if beginnings(pattern).may_be(char)
        )
