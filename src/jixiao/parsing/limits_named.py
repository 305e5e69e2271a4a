"""Limits that are named and not numbered: 不超预算, 控制在概算内, ≤计划数, 政府采购限价."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.lexicon import REFERENCE_NAMES, REFERENCE_WORDS
from jixiao.parsing.amounts import Doubtful, Piece
from jixiao.parsing.bounds import operator_of
from jixiao.parsing.reader import words_value
from jixiao.values.base import Operator, Value
from jixiao.values.verdicts import doubt
from jixiao.values.words import Reference

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["LIMIT_NAMES", "LIMIT_WORDS", "named", "reference"]

LIMIT_NAMES = (
    *REFERENCE_NAMES,
    "标准",
    "水平",
    "平均",
    "均值",
    "成本",
    "价",
    "价格",
    "预算",
    "计划",
    "目标",
)
"""Endings of limits that a number after them is a share of, as in 低于市场价10%."""


def reference(text: str) -> Reference:
    """A limit that is named: 不超预算, 控制在预算内, 政府采购限价."""
    for word in LIMIT_WORDS:
        if text.startswith(word):
            op = Operator(REFERENCE_WORDS[word])
            return Reference(op=op, to=_inside(_bare_share(text[len(word) :], op)))
    if text.startswith(("参照", "比照")):
        bare = text[2:]
        for suffix in ("控制", "执行", "标准执行"):
            bare = bare.removesuffix(suffix) or bare
        return Reference(to=bare)
    if "内" in text:
        within = _WITHIN.fullmatch(text)
        if within is not None:
            return Reference(op=Operator.LE, to=_inside(within[2]), subject=within[1])
        bare = text.removeprefix("在").removeprefix("按")
        return Reference(op=Operator.LE, to=_inside(bare))
    return Reference(to=text)


_WITHIN = re.compile("(.{2,}?)(?:严格)?(?:控制)?(?<![现所存潜内外实正])在(.{2,})")
"""What stays within the limit, and the limit: 资金执行在预算范围内."""

LIMIT_WORDS = tuple(sorted(REFERENCE_WORDS, key=lambda word: (-len(word), word)))


_SHARE = re.compile("(.*[0-9][%‰倍])(以[上下内]|之?内)")
_UPWARDS = frozenset([Operator.GE, Operator.GT])


def _bare_share(text: str, op: Operator) -> str:
    """A limit without the word after its share that says the operator once more: …的95%以下."""
    said = _SHARE.fullmatch(text)
    if said is None:
        return text
    if (said[2] == "以上") != (op in _UPWARDS) or op is Operator.EQ:
        raise Doubtful(doubt("V16", sign=said[2]))
    return said[1]


def _inside(text: str) -> str:
    bare = text
    for suffix in ("完成", "办结", "控制", "开支", "支出", "列支", "执行"):
        if bare.removesuffix(suffix).endswith("内"):
            bare = bare.removesuffix(suffix)
    for suffix in ("范围以内", "范围之内", "范围内", "以内", "之内", "内"):
        if bare.endswith(suffix) and len(bare) > len(suffix):
            return bare.removesuffix(suffix)
    return bare


def named(pieces: Sequence[Piece], name: str) -> Value:
    """A sign before words: ≤预算数, =计划数, =达标."""
    op, _, _ = operator_of(pieces)
    if not any(char.isalnum() for char in name):
        raise Doubtful(doubt("V16", sign="".join(piece.text for piece in pieces)))
    if op is None or (op is Operator.EQ and not name.endswith((*REFERENCE_NAMES, "预算"))):
        return words_value(name)
    return Reference(op=op, to=_bare_share(name, op))
