"""The fast path: a sign or word, a plain number, a unit; and texts that are words alone.

It reads only what it can read wholly and gives up on everything else, which the grammar then reads.
For what it does read it gives the same object as the grammar; a test holds the two together.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from jixiao.lexicon import (
    ABSENT,
    APPROX_BEFORE,
    BASELINES,
    CURRENCIES,
    DIRECTIONS,
    FIXED_TRENDS,
    NAMED_BY_NUMBER,
    PACE_WORDS,
    RANKS,
    REFERENCE_NAMES,
    REFERENCE_WORDS,
    SHORTFALLS,
    SIGNS,
    WORDS_AFTER,
    WORDS_BEFORE,
)
from jixiao.parsing.beginnings import beginnings
from jixiao.parsing.clean import is_clean
from jixiao.parsing.day_like import DATED, MAY_BE_DAY
from jixiao.parsing.numerals import CHINESE_CHARS, parse_arabic
from jixiao.parsing.reader import words_value
from jixiao.parsing.subjects import LESS_THAN, LOST_OPERATORS, NEGATIONS, VAGUE
from jixiao.parsing.tries import trie
from jixiao.parsing.wordings import BEFORE
from jixiao.periods import is_date
from jixiao.source import fold
from jixiao.units import NO_UNIT, Unit, parse_unit
from jixiao.values.base import Absent, Deadline, Operator, Value
from jixiao.values.making import plain_comparison

__all__ = ["read_fast", "read_quick"]

_SIGNED = re.compile(r"([≥≤<>=≮≯]*)([0-9][0-9,.]*)([^0-9]*)")
_WORDED = re.compile(f"({trie(WORDS_BEFORE)})" + r"([0-9][0-9,.]*)([^0-9]*)")
_OPERATORS: dict[str, Operator | None] = {
    "": None,
    **{sign: Operator(op) for sign, op in SIGNS.items()},
}
_WORD_OPERATORS = {
    word: None if op == "=" else Operator(op) for word, op in WORDS_BEFORE.items()
} | {"等于": Operator.EQ, "等於": Operator.EQ}
_AFTER_OPERATORS = {word: Operator(op) for word, op in WORDS_AFTER.items()}

# A text of Chinese characters without any of these is words and nothing more.
_STRUCTURE = re.compile(
    f"[^\u4e00-\u9fff、]|[{CHINESE_CHARS}翻半年月季旬期内无未没杜每]|不[发出]|参照|比照|限价|比"
    "|"
    + trie(
        {*PACE_WORDS, *BASELINES, *DIRECTIONS, *FIXED_TRENDS, *REFERENCE_NAMES, *REFERENCE_WORDS}
    )
)


_BOUND = rf"({trie(SIGNS)}|{BEFORE})?([0-9][0-9,.]*)([^0-9≥≤<>=]*)"
_SUBJECTED = re.compile(rf"([\u4e00-\u9fff]{{1,24}}?){beginnings(_BOUND).ahead()}{_BOUND}")
_NO_SUBJECT = (
    *CURRENCIES,
    *WORDS_BEFORE,
    *APPROX_BEFORE,
    *NEGATIONS,
    *VAGUE,
    *NAMED_BY_NUMBER,
    *SHORTFALLS,
    "前",
    "第",
    "每",
    "由",
    "从",
    "在",
)
"""What a subject that is nothing but a name does not end with."""

_DUE = re.compile(
    r"(?:((?:19|20)[0-9]{2})年)?(1[0-2]|0?[1-9])月"
    r"(?:[底末]|([12][0-9]|3[01]|0?[1-9])[日号])(?:之前|以前|前)(?:完成)?"
)
_DATED = frozenset("年月日号季版级届")


@lru_cache(maxsize=4096)
def _tail(tail: str) -> tuple[Unit, Operator | None] | None:
    """The unit and the operator after it that a tail spells wholly, or None."""
    if not tail:
        return NO_UNIT, None
    unit = parse_unit(tail)
    if unit.known:
        return unit, None
    for length in range(min(len(tail), 8), 0, -1):
        op = _AFTER_OPERATORS.get(tail[-length:])
        if op is not None:
            before = tail[:-length]
            unit = parse_unit(before) if before else NO_UNIT
            return (unit, op) if unit.known and unit.name not in RANKS else None
    return None


_QUICK = re.compile(
    r"([≥≤<>=]|不低于|不少于|不超过|不高于)?([0-9]{1,15}(?:\.[0-9]{1,10})?)([^0-9.,]*)"
)


@lru_cache(maxsize=4096)
def _quick_tail(sign: str | None, tail: str) -> tuple[Operator | None, Unit] | None:
    """The operator and unit of a sign and a tail, where the tail is a unit and nothing more."""
    unit = parse_unit(tail)
    if not unit.known or tail[:1] in _DATED or fold(tail) != tail or not is_clean(tail):
        return None
    if sign is None:
        return None, unit
    if sign not in _OPERATORS and unit.name in RANKS:
        return None
    return _OPERATORS[sign] if sign in _OPERATORS else _WORD_OPERATORS[sign], unit


def read_quick(text: str) -> Value | None:
    """The value of a text as written that is a sign, a plain number and a unit, else None.

    >>> str(read_quick("≥98%")), read_quick("98%以上")
    ('≥98%', None)
    """
    match = _QUICK.fullmatch(text)
    if match is None:
        return None
    sign, digits, tail = match.groups()
    found = _quick_tail(sign, tail)
    if found is None or (not tail and MAY_BE_DAY.fullmatch(digits.lstrip("0"))):
        return None
    return plain_comparison(found[0], Decimal(digits), found[1], text)


def _words(text: str, raw: str) -> Value | None:
    reason = ABSENT.get(text)
    if reason is not None:
        return Absent(reason=reason, text=raw)
    if _STRUCTURE.search(text) is not None:
        return None
    return words_value(text, raw)


def _deadline(text: str, raw: str) -> Value | None:
    match = _DUE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (None if part is None else int(part) for part in match.groups())
    return (
        Deadline(year=year, month=month, day=day, text=raw) if is_date(year, month, day) else None
    )


def _without_operator(text: str, raw: str) -> Value | None:
    """A subject and a bound, a day that is due, or words alone."""
    match = _SUBJECTED.fullmatch(text)
    if match is None:
        return _deadline(text, raw) or _words(text, raw)
    subject, sign, digits, rest = match.groups()
    if _STRUCTURE.search(subject) is not None or subject.endswith(_NO_SUBJECT) or subject == "数":
        return None
    if LOST_OPERATORS.search(subject) is not None or LESS_THAN.search(subject) is not None:
        return None
    if not rest and DATED.search(subject) is not None:
        return None
    op = _WORD_OPERATORS[sign] if sign in _WORD_OPERATORS else _OPERATORS[sign or ""]
    return _bound(subject, op, digits, rest, raw, worded=sign in _WORD_OPERATORS)


def read_fast(text: str, raw: str) -> Value | None:
    """The value of a cleaned text where it is of a common form, else None."""
    match = _SIGNED.fullmatch(text)
    if match is not None:
        sign, digits, rest = match.groups()
        return _bound(None, _OPERATORS[sign], digits, rest, raw) if sign in _OPERATORS else None
    match = _WORDED.fullmatch(text)
    if match is not None:
        sign, digits, rest = match.groups()
        return _bound(None, _WORD_OPERATORS[sign], digits, rest, raw, worded=True)
    return _without_operator(text, raw)


def _bound(  # noqa: PLR0913 - what the text says, and how
    subject: str | None,
    op: Operator | None,
    digits: str,
    rest: str,
    raw: str,
    *,
    worded: bool = False,
) -> Value | None:
    """The comparison of an operator, digits, and a tail that is a unit and an operator."""
    if rest[:1] in _DATED and (rest[0] != "年" or len(digits) == 4):  # noqa: PLR2004 - a year
        return None
    read = _tail(rest)
    if read is None:
        return None
    unit, after = read
    if worded and unit.name in RANKS:
        return None
    if after is not None:
        if op not in (None, after):
            return None
        op = after
    number = parse_arabic(digits)
    if number is None or (unit is NO_UNIT and MAY_BE_DAY.fullmatch(format(number, "f"))):
        return None
    return plain_comparison(op, number, unit, raw, subject)
