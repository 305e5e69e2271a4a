"""Operators that something parts from their number: 不超过人均200元, 每月至少走访1次."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.lexicon import PERIOD_UNITS, REFERENCE_WORDS, WORDS_BEFORE
from jixiao.parsing.amounts import Doubtful, Piece
from jixiao.parsing.limits_named import LIMIT_NAMES, LIMIT_WORDS
from jixiao.parsing.reader import BASES
from jixiao.values.base import Operator
from jixiao.values.making import altered
from jixiao.values.numeric import Comparison
from jixiao.values.verdicts import doubt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.values.base import Deadline, Value

__all__ = ["led_by_operator", "operated", "operator_before_rate"]

_RATED = tuple(sorted(WORDS_BEFORE, key=lambda word: (-len(word), word)))


def operator_before_rate(
    leads: Sequence[Piece | Deadline],
) -> tuple[Sequence[Piece | Deadline], str | None]:
    """标准不低于每人每月780元: the operator stands before 每, not before the number."""
    types = [lead.type if isinstance(lead, Piece) else "" for lead in leads]
    if "PER" not in types or types.count("SUBJECT") != 1:
        return leads, None
    at = types.index("SUBJECT")
    subject = leads[at]
    text = subject.text if isinstance(subject, Piece) else ""
    word = next((word for word in _RATED if text.endswith(word)), None)
    if word is None or set(types[at + 1 :]) != {"PER"} or set(types[:at]) & {"PER", "YEARLY"}:
        return leads, None
    bare = text.removesuffix(word)
    kept = (Piece("SUBJECT", bare),) if bare else ()
    return (*leads[:at], *kept, *leads[at + 1 :]), word


def operated(value: Value, word: str) -> Value:
    """The value with the operator that a word before its rate says."""
    if not isinstance(value, Comparison) or value.op is not None:
        raise Doubtful(doubt("V16", sign=word))
    op = WORDS_BEFORE[word]
    return value if op == "=" and word != "等于" else altered(value, op=Operator(op))


def led_by_operator(value: Value, subject: str) -> tuple[Value, str]:
    """不超过人均200元, 每月至少走访1次: the operator stands before or within the subject."""
    if isinstance(value, Comparison):
        for word in LIMIT_WORDS if subject.startswith(LIMIT_WORDS) else ():
            if subject.startswith(word):
                named = subject[len(word) :].removesuffix("的")
                apart = value.quantity.unit.dimension == "百分点" or word in _STRICT
                if (
                    named.startswith(BASES)
                    or named.endswith(LIMIT_NAMES)
                    or (apart and named.endswith(_FIGURES))
                ):
                    raise Doubtful(doubt("V16", sign=word))
                op = Operator(REFERENCE_WORDS[word])
                if value.op not in {None, op}:
                    raise Doubtful(doubt("V16", sign=word))
                return altered(value, op=op), subject[len(word) :]
    return _operator_before_act(value, subject)


_AT_LEAST = re.compile(
    "(?P<subject>.*?)(?P<word>至少|最少|起码|最多|至多)(?P<act>[\u4e00-\u9fff]{1,6})"
)
"""An operator that what is to be done parts from its number: 每月至少走访1次."""


def _operator_before_act(value: Value, subject: str) -> tuple[Value, str]:
    """每月至少走访1次 is 每月走访≥1次."""
    found = _AT_LEAST.fullmatch(subject) if isinstance(value, Comparison) else None
    if found is None or not isinstance(value, Comparison) or value.op is not None:
        return value, subject
    value = altered(value, op=Operator(WORDS_BEFORE[found["word"]]))
    often = found["act"].removeprefix("每")
    if found["act"] != often and often in PERIOD_UNITS and value.per is None:
        return altered(value, per=often), found["subject"]
    return value, found["subject"] + found["act"]


_STRICT = frozenset(word for word, op in REFERENCE_WORDS.items() if op in {">", "<"})
_FIGURES = ("值", "数", "额", "线", "目标", "指标")
"""Endings of what a number after 高于 and them is the distance from: 高于目标值2个百分点."""
