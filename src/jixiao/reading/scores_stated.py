"""The scores that stand in labelled texts beside the grid: 自评得分：96.5分, 总分 96.5."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.reading.sums.lines import figure, is_sum_name
from jixiao.totals import PrintedTotal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.tables import Field

__all__ = ["scores_in"]


def scores_in(fields: Iterable[Field]) -> tuple[PrintedTotal, ...]:
    """The overall scores that fields state; a text that is no number is none.

    >>> from jixiao.tables import Field
    >>> [str(one.points) for one in scores_in([Field("自评得分", "96.5分"), Field("总分", "略")])]
    ['96.5']
    """
    return tuple(
        PrintedTotal(one.name, points=points, texts=((one.name, one.text),), origin=one.origin)
        for one in fields
        if is_sum_name(one.name) and (points := figure(one.text)) is not None
    )
