"""Amounts in what was achieved that say how far from a target it is: 超出0.5万元, 结余3万元."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.lexicon import SHORTFALLS
from jixiao.parsing.sure import read_surely
from jixiao.source import squeeze
from jixiao.values.base import Operator
from jixiao.values.making import altered
from jixiao.values.numeric import Comparison
from jixiao.values.verdicts import doubt
from jixiao.values.words import Qualitative

if TYPE_CHECKING:
    from jixiao.values.base import Value

__all__ = ["no_measure"]

_APART = re.compile(
    "(?P<word>超支|超出|超额|超计划|结余|节余|剩余|余|多|少|缺口|短缺|缺|[尚还相仅]差"
    "|提前|延迟|推迟|逾期|超期|滞后)(?:资金|经费|金额)?(?:了|出|完成|支出)*"
    "|(?:完成|达到|实现|达)?了?(?:年度|全年|年初|预期|既定|计划)*"
    "(?P<share>目标|计划|任务|指标)(?:任务)?[值数量]?的"
    "|[较比](?P<than>[^,;。]{1,8}?)(?:节约|节省|压减|结余|节余)(?:资金|经费|成本)?(?:了|出)?"
)
"""How far from the target, above or below; how much of it; how much less than something."""

_SAVED = re.compile("(?P<word>节约|节省|压减)(?:资金|经费|成本|金额|费用)?(?:了|出)?")
"""What an indicator may count; below a limit it is how far below."""

_ABOVE = re.compile("(?P<word>超出|超过|超|多于|高于|突破|逾|大于)(?:了)?(?=[0-9])")
"""More than so much, or more than the target by so much."""


def no_measure(value: Value, target: Value | None) -> Value:
    """What was achieved; words with a doubt where its number is no measure but a difference.

    A target that names the same, 结余≤3万元, is answered by it.

    >>> from jixiao.parsing import parse_value
    >>> twelve = parse_value("≤12万元")
    >>> str(no_measure(parse_value("11.5万元"), twelve))
    '11.5万元'
    >>> no_measure(parse_value("超出0.5万元"), twelve).notes[0].code
    'V02'
    """
    text = squeeze(value.text)
    if not isinstance(target, Comparison):
        return value
    if isinstance(value, Qualitative):
        return _asked(text, target) or value
    if not isinstance(value, Comparison):
        return value
    found = _APART.fullmatch(value.subject or "")
    if found is None and target.op in {Operator.LE, Operator.LT}:
        found = _SAVED.fullmatch(value.subject or "")
    if found is None and value.op is Operator.GT and value.subject is None:
        found = _ABOVE.match(text)
        if found is not None and found["word"] != "超出" and _reaches(value, target):
            return value
    if found is None or next(filter(None, found.groups())) in target.text:
        return value
    note = doubt("V02", number=text)
    return Qualitative(word=text, text=value.text, notes=(*value.notes, note))


def _asked(text: str, target: Comparison) -> Value | None:
    """超支2.3万元 as a number, where the target is of the same: 超支≤3万元."""
    word = next((word for word in SHORTFALLS if text.startswith(word)), None)
    if word is None or word not in target.text:
        return None
    read = read_surely(text.removeprefix(word), text)
    return altered(read, subject=word) if isinstance(read, Comparison) else None


def _reaches(value: Comparison, target: Comparison) -> bool:
    """Whether a number is as large as the target's, so that “more than” is said of the whole."""
    said, asked = value.quantity, target.quantity
    if said.unit.dimension == asked.unit.dimension:
        return said.exact >= asked.exact
    return said.number >= asked.number
