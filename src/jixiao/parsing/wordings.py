"""Patterns of the words of the language: operators, vagueness, what a change is measured from."""

from __future__ import annotations

from jixiao.lexicon import (
    APPROX_AFTER,
    APPROX_BEFORE,
    APPROX_INSIDE,
    BASELINES,
    CURRENCIES,
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
    "CURRENCY",
    "END",
    "FIXED",
    "HALF_A",
    "INCLUSIVE",
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
_PLAN = "“?十[一二三四五六七八九]五”?(?:期?[末初底]|时期|期间)"
YEAR_BASE = rf"(?:(?:19|20)[0-9]{{2}}年(?:度|末|底)?|{_PLAN})(?:同期|平均)?(?:水平|数)?"
"""A year, or a plan of five years: 2020年末, “十三五”末."""
PACE = trie(PACE_WORDS)
MANNER = trie(MANNERS)
VERB = trie(DIRECTIONS)
BY_HOW_MUCH = trie(verb for verb in DIRECTIONS if verb not in SELF_MEASURED)
FIXED = trie(FIXED_TRENDS)
ORIGIN = trie(ORIGINS)
INCLUSIVE = r"\(不?包?含(?:本数|[0-9.,]+[^()0-9]{0,8})?\)"
"""Whether an end is meant too: （含）, （不含90%）."""

_SPAN = "个?(?:年|季度?|月|周|天|日|小时|学期)"
_LATER = "(?<![上下前后每一两二三四五六七八九十个过大])"
HALF_A = rf"(?:{_LATER}半(?={_SPAN}{AFTER})|(?<=[≥≤<>=过于超])半(?={_SPAN}(?:{AFTER}|{STOP})))"
"""Half a span of time that bounds something: 半年内, 不超过半个月; 半年 alone may say how often."""

CURRENCY = trie(CURRENCIES)
NUMBER_AHEAD = rf"(?:[+-]?[0-9]|±|{CURRENCY}[0-9]|半{_SPAN}{STOP})"
