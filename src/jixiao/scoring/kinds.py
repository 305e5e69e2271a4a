"""Of which kinds of the rule language a value is: what 适用 and 默认 choose a method by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.scoring.attainment import scale_of
from jixiao.values import (
    Comparison,
    Compound,
    Deadline,
    Pace,
    Period,
    Qualitative,
    Range,
    Reference,
    Trend,
    Value,
)

if TYPE_CHECKING:
    from jixiao.rules import Vocabulary
    from jixiao.units import Quantity

__all__ = ["kinds_of"]


def kinds_of(value: Value, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The kinds of a value, the nearest first.

    >>> from jixiao.rules import Vocabulary
    >>> kinds_of(Pace(), Vocabulary())
    ('进度', '百分比', '数值')
    """
    match value:
        case Comparison(quantity=quantity) | Range(low=quantity):
            return _of_quantity(quantity)
        case Qualitative(word=word):
            graded = scale_of(word, vocabulary) is not None
            return ("等级", "自由文字") if graded else ("自由文字", "等级")
        case Compound(parts=(first, *_)):
            return kinds_of(first, vocabulary)
        case _:
            return next((kinds for kind, kinds in _KINDS if isinstance(value, kind)), ())


_KINDS: tuple[tuple[type[Value], tuple[str, ...]], ...] = (
    (Pace, ("进度", "百分比", "数值")),
    (Deadline, ("期限", "日期")),
    (Period, ("期限", "日期")),
    (Trend, ("趋势", "自由文字", "等级")),
    (Reference, ("金额", "数值", "自由文字")),
)


def _of_quantity(quantity: Quantity) -> tuple[str, ...]:
    if quantity.unit.base == "%":
        return ("百分比", "数值")
    return ("金额", "数值") if quantity.unit.base == "元" else ("数值", "百分比")
