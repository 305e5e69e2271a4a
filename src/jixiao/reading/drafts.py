"""Indicator rows while they are being placed: labels, cells, and the doubts gathered so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.reading.doubts import Doubt
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from jixiao.reading.alignment import Slotted
    from jixiao.source import Origin

__all__ = ["Doubt", "Draft", "DraftSlot", "worst"]

_ORDER = tuple(RowStatus)


@frozen
class Draft:
    """A row as aligned, with the parent it stands under so far.

    `level3` is None where a name was lost, and the empty text in a row that could not be placed.
    """

    level1: str
    level2: str
    level3: str | None
    cells: tuple[Slotted, ...]
    origin: Origin
    doubts: tuple[Doubt, ...] = ()
    raw: str = ""
    goal: str | None = None

    def doubted(self, status: RowStatus, code: str, **context: str) -> Draft:
        """The same row with one more doubt."""
        return evolve(self, doubts=(*self.doubts, Doubt(status, code, tuple(context.items()))))

    @property
    def status(self) -> RowStatus:
        """The gravest status its doubts ask for."""
        return worst(tuple(doubt.status for doubt in self.doubts))


@frozen
class DraftSlot:
    """A 二级 printed with nothing behind it."""

    level1: str
    level2: str
    origin: Origin


def worst(statuses: tuple[RowStatus, ...]) -> RowStatus:
    """The gravest of several statuses; exact where there is none.

    >>> worst((RowStatus.MOVED, RowStatus.SUSPECTED))
    <RowStatus.SUSPECTED: 'suspected'>
    """
    return max(statuses, key=_ORDER.index, default=RowStatus.EXACT)
