"""What each printed sum sums: the whole table, or the rows of the 一级 it stands under."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.reading.sums.lines import figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.drafts import Draft
    from jixiao.totals import PrintedTotal

__all__ = ["SumAt", "scoped"]


@frozen
class SumAt:
    """A sum, how many rows of indicators stand above it, and the 一级 in force there."""

    total: PrintedTotal
    rows: int
    level1: str


def scoped(sums: Sequence[SumAt], drafts: Sequence[Draft]) -> tuple[PrintedTotal, ...]:
    """The sums with the 一级 of those that sum no more than it.

    A 合计 with rows below it sums the 一级 above. The last one does so too where a sum of the whole
    table follows it, or where its weight is that of the 一级 and not that of all rows.
    """
    found: list[PrintedTotal] = []
    halves: set[str] = set()
    for at, one in enumerate(sums):
        level1 = one.total.level1
        if level1 is not None:
            behind_rows = at == 0 or sums[at - 1].rows < one.rows
            half = None
            if one.total.level2 is None and behind_rows:
                half = _second_level(one, drafts, again=level1 in halves)
            halves |= {level1} if half else set()
            found.append(evolve(one.total, level2=half or one.total.level2))
            continue
        below = one.rows < len(drafts)
        after = any(later.total.level1 is None for later in sums[at + 1 :])
        behind_another = at > 0 and sums[at - 1].rows == one.rows
        part = below or (not behind_another and (after or _weighs_as_part(one, drafts)))
        if one.level1 and one.total.name.startswith("合计") and part:
            found.append(evolve(one.total, level1=one.level1))
        else:
            found.append(one.total)
    return tuple(found)


def _second_level(one: SumAt, drafts: Sequence[Draft], *, again: bool) -> str | None:
    """The 二级 that a 小计 of a 一级 sums only, where more rows of that 一级 say so.

    One that stands between the rows of a 一级 does, and so does the last below such others.
    """
    level1 = one.total.level1
    above = [draft for draft in drafts[: one.rows] if draft.level1 == level1]
    more = any(draft.level1 == level1 for draft in drafts[one.rows :])
    return above[-1].level2 if above and (more or again) else None


def _weighs_as_part(one: SumAt, drafts: Sequence[Draft]) -> bool:
    weight = one.total.weight
    if weight is None:
        return False
    column = next((name for name, text in one.total.texts if figure(text) == weight), "")
    own = _sum(column, [draft for draft in drafts if draft.level1 == one.level1])
    return own == weight != _sum(column, drafts)


def _sum(column: str, drafts: Sequence[Draft]) -> Decimal:
    texts = (
        slotted.token.text
        for draft in drafts
        for slotted in draft.cells
        if slotted.layout.name == column
    )
    return sum((figure(text) or Decimal(0) for text in texts), Decimal(0))
