"""Points, amounts and rates in the cells of papers: exact numbers where they are numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jixiao.sheets import Cell, Style
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from jixiao.sheets import Tone

__all__ = ["interval", "interval_text", "number"]


def number(value: Decimal | None, *, bold: bool = False) -> Cell:
    """A cell with an exact number; a blank one where there is none."""
    if value is None:
        return Cell()
    return Cell(Decimal(decimal_text(value)), Style.NUMBER, bold=bold)


def interval_text(low: Decimal, high: Decimal) -> str:
    """One figure, or two with a wave between them.

    >>> interval_text(Decimal("8.00"), Decimal("10.00"))
    '8.00～10.00'
    """
    if low == high:
        return decimal_text(low)
    return f"{decimal_text(low)}～{decimal_text(high)}"


def interval(low: Decimal, high: Decimal, *, tone: Tone | None = None, bold: bool = False) -> Cell:
    """A number, or the text of an interval, in the colour of what is still open."""
    if low == high:
        return number(low, bold=bold)
    shown = interval_text(low, high)
    if tone is None:
        return Cell(shown, Style.NUMBER, bold=bold)
    return Cell(shown, Style.NUMBER, bold=bold, tone=tone)
