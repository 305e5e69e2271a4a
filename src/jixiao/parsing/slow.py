"""The grammar's path: every text the fast path gave up on, read by `grammar/value.lark`.

Lark is loaded when the first such text comes, and its table is worked out once in a process.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.lexicon import ABSENT
from jixiao.limits import DEFAULT_LIMITS
from jixiao.parsing import several
from jixiao.parsing.amounts import Doubtful
from jixiao.parsing.decimals import rounded
from jixiao.parsing.doubts import NUMBER, odd_digits, why_words
from jixiao.parsing.forms import read_node
from jixiao.parsing.numerals import CHINESE_CHARS
from jixiao.parsing.reader import words_value
from jixiao.parsing.syntax import Failure, Node, parse
from jixiao.values.base import Absent
from jixiao.values.making import rewritten
from jixiao.values.words import Qualitative

if TYPE_CHECKING:
    from jixiao.values.base import Value
    from jixiao.values.verdicts import Note

__all__ = ["expected", "read_slow"]


_PROSE = 300
"""Characters beyond which a text is prose and no value; it stays words, its numbers in doubt."""


_MANY = 32
"""Numbers, or items between separators, beyond which a text is a list and no value."""

_SEPARATOR = re.compile("[,;。、]+")

_ENDLESS = re.compile(f"[{CHINESE_CHARS}]{{{DEFAULT_LIMITS.integer_digits + 1}}}")
"""More numerals in a row than a number may have digits."""


def read_slow(text: str, raw: str) -> tuple[Value, Failure | None]:
    """The value of a cleaned text, and where the grammar stopped if it did not take it."""
    reason = ABSENT.get(text.rstrip(",;。"))
    if reason is not None:
        return Absent(reason=reason, text=raw), None
    if len(text) > _PROSE or _ENDLESS.search(text) or _lists_much(text):
        return _words(text, raw, None), None
    shorter, notes = rounded(text) if "." in text else (text, ())
    if notes:
        value, _ = read_slow(shorter, raw)
        if not isinstance(value, Qualitative):
            return evolve(value, notes=(*notes, *value.notes)), None
    bracketed = _IN_BRACKETS.fullmatch(text)
    if bracketed is not None:
        value, failure = _read_items(bracketed[1], raw)
        if failure is None and not isinstance(value, Qualitative):
            return value, None
    return _read_items(text, raw)


def _lists_much(text: str) -> bool:
    return len(text) > _MANY and (
        len(NUMBER.findall(text)) > _MANY or len(_SEPARATOR.findall(text)) > _MANY
    )


_IN_BRACKETS = re.compile(r"[(【]([^()【】,]*[0-9][^()【】,]*)[)】]")
"""A whole text in brackets, (50个); with a comma it is an interval, (80,90)."""


def _read_items(text: str, raw: str) -> tuple[Value, Failure | None]:
    odd = odd_digits(text)
    if odd is not None:
        return _words(text, raw, Doubtful(odd)), None
    tree = parse(text)
    if isinstance(tree, Failure):
        return _words(text, raw, None), tree
    try:
        parts = [read_node(item, text) for item in tree.children if isinstance(item, Node)]
    except Doubtful as doubtful:
        return _words(text, raw, doubtful), None
    if all(isinstance(part, Qualitative) for part in parts):
        notes = tuple(note for part in parts for note in part.notes)
        value = parts[0] if len(parts) == 1 else _noted(text.rstrip(";。"), notes)
    elif len(parts) == 1:
        value = parts[0]
    else:
        value = several.compound(parts)
    return rewritten(value, raw), None


def _noted(text: str, notes: tuple[Note, ...]) -> Value:
    return evolve(words_value(text), notes=notes)


def _words(text: str, raw: str, doubtful: Doubtful | None) -> Value:
    return evolve(words_value(text, raw), notes=why_words(text, doubtful))


_EXPECTED = {
    "NUMBER": "数字",
    "NUMERAL": "中文数字",
    "SIGN": "计算符号（≥ ≤ ＝ ＞ ＜）",
    "BEFORE": "计算符号用语（不低于、不超过…）",
    "UNIT": "计量单位",
    "AFTER": "以上、以内",
    "JOINT": "区间符号（-、至）",
    "POINT": "日期",
    "PACE": "序时进度",
    "SEP": "分隔符（，；）",
    "$END": "结尾",
    "WORDS": "文字",
    "VARIABLE": "指标名称",
    "NAME": "文字",
}


def expected(names: frozenset[str]) -> str:
    """What could stand somewhere, in words for people."""
    return "、".join(word for name, word in _EXPECTED.items() if name in names)
