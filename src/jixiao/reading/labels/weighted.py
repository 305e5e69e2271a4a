"""Labels of the tree that carry their weight: 产出指标（50分）, 效益 30分, 数量指标(20)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from jixiao.reading.grid import key

__all__ = ["split_weight"]

_WORD = "权重|满分|分值|标准分|总分|共计|共|计|占"
_NUMBER = r"(?P<{name}>\d{{1,3}}(?:\.\d{{1,4}})?)"
_BRACKETS = re.compile(
    rf"(?P<label>.+?)[:,]?\((?:{_WORD})?:?{_NUMBER.format(name='weight')}(?P<mark>分|%)?"
    r"(?:[,;、]?(?:自评)?得分?:?\d{1,3}(?:\.\d{1,4})?分?)?\)"
)
_BARE = re.compile(rf"(?P<label>.+?)[:,]?(?:{_WORD})?:?{_NUMBER.format(name='weight')}分")
_ORDINALS = 5
"""A bare number in brackets below this may be the number of the label: 数量指标（1）."""


def split_weight(text: str) -> tuple[str, Decimal | None]:
    """A label without its weight, as labels are compared, and the weight.

    >>> split_weight("产出指标（50分）"), split_weight("效益 30分"), split_weight("质量指标(1)")
    (('产出指标', Decimal('50')), ('效益', Decimal('30')), ('质量指标(1)', None))
    """
    return _split(key(text))


@lru_cache(maxsize=4096)
def _split(compared: str) -> tuple[str, Decimal | None]:
    if not compared.endswith((")", "分")):
        return compared, None
    match = _BRACKETS.fullmatch(compared) or _BARE.fullmatch(compared)
    if match is None:
        return compared, None
    weight = Decimal(match["weight"])
    marked = compared.endswith("分") or bool(match["mark"]) or re.search(_WORD, compared[-12:])
    if not marked and (weight < _ORDINALS):
        return compared, None
    return match["label"], weight
