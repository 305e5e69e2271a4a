"""Which cut of each row arithmetic proves: the one way in which all weights add up.

The weights of the rows under a 一级 are the points that its label carries, 产出指标(50分); those of
all rows are 100, or 90 beside the 10 of the money that was spent, or what the table says they are.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from jixiao.reading.glued.figures import Cut

__all__ = ["WHOLE", "proven"]

WHOLE = frozenset({Decimal(100), Decimal(90)})
"""What the weights of all rows add up to."""
_ROWS = 200
_CHOICES = 6
"""Rows and cuts of one row at most that are tried."""
_SUMS = 4000


def proven(rows: Sequence[Sequence[Cut]], totals: Collection[Decimal]) -> tuple[int, ...] | None:
    """Which cut each row has, where they add up in one way only; None where they do not.

    >>> from jixiao.reading.glued.figures import Cut
    >>> one, two = Cut(((0, 1),), Decimal(1)), Cut(((0, 2),), Decimal(15))
    >>> proven([(one, two), (Cut(((3, 5),), Decimal(85)),)], {Decimal(100)})
    (1, 0)
    """
    if not rows or len(rows) > _ROWS or any(len(cuts) > _CHOICES for cuts in rows):
        return None
    top = max(totals, default=Decimal(0))
    # a sum, in how many ways it is reached, and one of them as a chain back to the first row
    sums: dict[Decimal, tuple[int, tuple[int, Decimal]]] = {Decimal(0): (1, (0, Decimal(0)))}
    steps: list[dict[Decimal, tuple[int, Decimal]]] = []
    for cuts in rows:
        after: dict[Decimal, tuple[int, tuple[int, Decimal]]] = {}
        for total, (ways, _) in sums.items():
            for at, cut in enumerate(cuts):
                if cut.weight is None or total + cut.weight > top:
                    continue
                reached = total + cut.weight
                known = after.get(reached, (0, (at, total)))
                after[reached] = (known[0] + ways, known[1])
        if len(after) > _SUMS:
            return None
        steps.append({total: step for total, (_, step) in after.items()})
        sums = after
    right = [total for total in totals if total in sums]
    if len(right) != 1 or sums[right[0]][0] != 1:
        return None
    total = right[0]
    chosen: list[int] = []
    for step in reversed(steps):
        at, total = step[total]
        chosen.append(at)
    return tuple(reversed(chosen))
