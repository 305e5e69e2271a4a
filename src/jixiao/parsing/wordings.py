"""Patterns of the words of the language: operators, vagueness, what a change is measured from."""

from __future__ import annotations

from jixiao.lexicon import (
    APPROX_AFTER,
    APPROX_BEFORE,
    APPROX_INSIDE,
    BASELINES,
    DIRECTIONS,
    ENDS_A_NOUN,
    FIXED_TRENDS,
    MANNERS,
    ORIGINS,
    PACE_WORDS,
    SELF_MEASURED,
    SIGNS,
    WORDS_AFTER,
    WORDS_BEFORE,
)
from jixiao.parsing.tries import trie

__all__ = [
    "ABOUT",
    "AFTER",
    "BASE",
    "BEFORE",
    "BY_HOW_MUCH",
    "END",
    "FIXED",
    "INSIDE",
    "MANNER",
    "NOT_STRUCTURE",
    "NUMBER_AHEAD",
    "ORIGIN",
    "PACE",
    "ROUGH",
    "SIGN",
    "STOP",
    "VERB",
    "YEAR_BASE",
]

END = r"(?=[,;。]|$)"
STOP = r"(?:[,;。]|$)"
NOT_STRUCTURE = r"[^0-9≥≤<>=,;。]"

SIGN = trie(SIGNS)
ABOUT = rf"(?<![节集契合签制预公大附最就靠临邻])(?:{trie(APPROX_BEFORE)})"
BEFORE = (
    "(?:"
    + "".join(f"(?!(?<=[{before}]){word})" for word, before in ENDS_A_NOUN.items())
    + trie(WORDS_BEFORE)
    + ")"
)
"""An operator as a word before a number, and no end of another word."""

AFTER = trie(WORDS_AFTER)
ROUGH = trie(APPROX_AFTER)
INSIDE = trie(APPROX_INSIDE)
BASE = trie(BASELINES) + r"(?:的|实际|平均|同口径)?(?:水平|实绩|数据|数|值|标准)?"
YEAR_BASE = r"(?:19|20)[0-9]{2}年(?:度|末|底)?(?:同期|平均)?(?:水平|数)?"
PACE = trie(PACE_WORDS)
MANNER = trie(MANNERS)
VERB = trie(DIRECTIONS)
BY_HOW_MUCH = trie(verb for verb in DIRECTIONS if verb not in SELF_MEASURED)
FIXED = trie(FIXED_TRENDS)
ORIGIN = trie(ORIGINS)
NUMBER_AHEAD = r"(?:[+-]?[0-9]|±)"
