"""Which characters a pattern can begin with: a pattern is not tried before any other character.

Looking ahead and behind is passed over, so more characters may be said than can be, never fewer; a
pattern that can be empty begins with any.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Beginnings", "beginnings"]

_TOKEN = re.compile(
    r"\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\."
    r"|\[\^?\]?(?:[^\]\\]|\\.)*\]"
    r"|\(\?(?:[:=!]|<[=!])|[()|]"
    r"|(?:[?*+]|\{[0-9]+(?:,[0-9]*)?\})[?+]?"
    r"|.",
    re.DOTALL,
)
"""An escape, a class, an opening, a bracket or bar, how often, or a character."""

_CHAR = re.compile(r"[^.\\]|\\[^A-Za-z0-9]", re.DOTALL)
"""A character by itself, as it is or escaped."""

_OFTEN = frozenset("?*+{")
_MAY_BE_ABSENT = ("?", "*", "{0")
_GROUPS = frozenset(["(", "(?:"])
_PLACES = frozenset(["^", "$", r"\A", r"\Z", r"\b", r"\B"])


@frozen
class Beginnings:
    """The characters by themselves, the classes of them, and whether there may be none at all."""

    chars: frozenset[str]
    classes: tuple[re.Pattern[str], ...]
    empty: bool

    def ahead(self) -> str:
        """A pattern that looks at one character: where it fails, the pattern need not be tried.

        >>> beginnings("不低于|[0-9]+以上").ahead(), beginnings("[0-9]*").ahead()
        ('(?=[不]|[0-9])', '')
        """
        if self.empty:
            return ""
        alone = f"[{''.join(map(re.escape, sorted(self.chars)))}]" if self.chars else ""
        return f"(?={'|'.join(filter(None, (alone, *(one.pattern for one in self.classes))))})"

    def may_be(self, char: str) -> bool:
        """Whether the pattern can match where `char` stands first."""
        return self.empty or char in self.chars or any(one.match(char) for one in self.classes)


@lru_cache(maxsize=128)
def beginnings(pattern: str) -> Beginnings:
    """The characters that a pattern can begin with.

    >>> found = beginnings("(?!小于)(?:[0-9]+|第?[一二])次|约(?=5)")
    >>> [char for char in "5第一约次小" if found.may_be(char)]
    ['5', '第', '一', '约']
    """
    atoms, empty = _choice(iter(_TOKEN.findall(pattern)))
    plain = {atom for atom in atoms if _CHAR.fullmatch(atom) is not None}
    chars = frozenset(atom[-1] for atom in plain)
    classes = tuple(re.compile(atom) for atom in sorted(atoms - plain))
    return Beginnings(chars, classes, empty)


def _choice(tokens: Iterator[str]) -> tuple[set[str], bool]:
    """What stands first in any of the branches up to a closing bracket or the end."""
    atoms, empty, end = set[str](), False, "|"
    while end == "|":
        found, absent, end = _branch(tokens)
        atoms |= found
        empty = empty or absent
    return atoms, empty


def _branch(tokens: Iterator[str]) -> tuple[set[str], bool, str]:
    """What stands first in a branch, whether it can be empty, and the mark after it."""
    atoms = set[str]()
    first, absent = True, True  # whether all before the last atom can be absent, and whether it can
    for mark in tokens:
        if mark in {"|", ")"}:
            return atoms, first and absent, mark
        if mark[0] in _OFTEN:
            absent = absent or mark.startswith(_MAY_BE_ABSENT)
            continue
        first = first and absent
        if not first:
            if mark[0] == "(":
                _skip(tokens)
        elif mark[0] == "(":
            if mark in _GROUPS:
                found, absent = _choice(tokens)
                atoms |= found
            else:
                _skip(tokens)
        else:
            absent = mark in _PLACES
            atoms |= set() if absent else {mark}
    return atoms, first and absent, ""


def _skip(tokens: Iterator[str]) -> None:
    depth = 1
    for mark in tokens:
        depth += (mark[0] == "(") - (mark == ")")
        if not depth:
            return
