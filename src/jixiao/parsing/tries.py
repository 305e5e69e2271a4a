"""Many words as one pattern that tries each character once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["trie"]

_Trie = dict[str, "_Trie"]


def trie(words: Iterable[str]) -> str:
    """A pattern of all words that tries each character once and takes the longest.

    >>> trie(["人", "人次", "个"])
    '(?:个|人(?:次)?)'
    """
    root: _Trie = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _pattern(root)


def _pattern(node: _Trie) -> str:
    branches = [re.escape(char) + _pattern(node[char]) for char in sorted(node) if char]
    if not branches:
        return ""
    body = "(?:" + "|".join(branches) + ")"
    return body + "?" if "" in node else body
