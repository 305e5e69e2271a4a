"""Whether the weights of rows add up to what their table says: then none is lost or misplaced.

A label carries the points of its rows, 产出指标（50分）, and the sum at the end those of all rows
and of the money that was spent.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from jixiao.reading.fitting import PARENTS, Need
from jixiao.reading.fragments import joined
from jixiao.reading.grid import key
from jixiao.reading.labels import role_of_header
from jixiao.reading.labels.weighted import split_weight
from jixiao.reading.sums.lines import figure

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from jixiao.reading.grid import GridRow
    from jixiao.reading.spaced.headings import SpacedHeader
    from jixiao.reading.spaced.rows import SpacedRow

__all__ = ["money_weight", "proven_rows", "weight_column"]


def weight_column(header: SpacedHeader) -> int | None:
    """The column of weights; None where there is none, or more than one."""
    found = [
        at
        for at, one in enumerate(header.headings)
        if one.need is Need.NUMBER and role_of_header(key(one.text)) == "权重"
    ]
    return found[0] if len(found) == 1 else None


def money_weight(rows: Sequence[GridRow]) -> Decimal:
    """The weight beside the first line of money; 0 where none is printed."""
    for row, below in pairwise(rows):
        columns = [cell.column for cell in row.cells if key(cell.text) in {"分值", "权重"}]
        found = [figure(cell.text) for cell in below.cells if cell.column in columns]
        if len(columns) == 1 and found and found[0] is not None:
            return found[0]
    return Decimal(0)


def proven_rows(
    rows: Sequence[SpacedRow],
    needs: Sequence[Need],
    weight: int,
    totals: Collection[Decimal],
) -> frozenset[int]:
    """The rows whose weights add up to the points of their 一级, or of the whole table.

    `totals` are what all weights together may be.
    """
    weights = [_weight(row, weight) for row in rows]
    named = [one for row, one in zip(rows, weights, strict=True) if _is_row(row, needs)]
    if not named:
        return frozenset()
    if None not in named and sum(one for one in named if one) in totals:
        return frozenset(range(len(rows)))
    if Need.LEVEL1 not in needs:
        return frozenset()
    column = needs.index(Need.LEVEL1)
    found: set[int] = set()
    starts = [at for at, row in enumerate(rows) if row.held.get(column)]
    for start, end in pairwise([*starts, len(rows)]):
        _, points = split_weight(joined(rows[start].held[column]))
        own = [weights[at] for at in range(start, end) if _is_row(rows[at], needs)]
        if points and own and None not in own and sum(one for one in own if one) == points:
            found.update(range(start, end))
    return frozenset(found)


def _is_row(row: SpacedRow, needs: Sequence[Need]) -> bool:
    """Whether a row holds more than labels of levels."""
    return any(needs[at] not in PARENTS for at, own in row.held.items() if own)


def _weight(row: SpacedRow, column: int) -> Decimal | None:
    own = row.held.get(column, ())
    return figure(own[0].text) if len(own) == 1 else None
