"""Points that say how far something is from what was before: 高于上年3个百分点."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.lexicon import BASELINES
from jixiao.parsing.tries import trie
from jixiao.values.making import altered
from jixiao.values.numeric import Comparison
from jixiao.values.trends import Trend

if TYPE_CHECKING:
    from jixiao.values.base import Value

__all__ = ["compared"]

_BASE = rf"(?P<base>{trie(BASELINES)})"
_APART = re.compile(
    rf"(?P<subject>.*?)(?:(?P<above>[高低]于){_BASE}的?"
    rf"|(?:[较比]{_BASE.replace('base', 'other')}|(?P<rate>同比|环比))(?P<far>[高低])(?:出|了)?)"
)
_DIRECTIONS = {"高": "up", "低": "down"}


def compared(value: Value, subject: str) -> tuple[Value, str]:
    """The change that points after such a subject are; anything else as it is.

    Only points: 高于上年5% may be a share of last year's figure.

    >>> from jixiao.parsing import parse_value
    >>> str(parse_value("满意度高于上年3个百分点")), str(parse_value("比上年低5%"))
    ('满意度较上年提高3个百分点', '比上年低5%')
    """
    if not isinstance(value, Comparison) or value.quantity.unit.dimension != "百分点":
        return value, subject
    apart = _APART.fullmatch(subject)
    if apart is None or value.by is not None or value.per is not None:
        return value, subject
    base = apart["base"] or apart["other"] or apart["rate"]
    direction = _DIRECTIONS[(apart["above"] or apart["far"])[0]]
    change = altered(value, notes=(), rest=None)
    trend = Trend(direction=direction, baseline=base, change=change)
    return altered(trend, notes=value.notes, rest=value.rest), apart["subject"]
