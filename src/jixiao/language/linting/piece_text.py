"""Pieces and tests of decision tables as people read them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.language.linting.pieces import Part, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.rules import Test, Tests

__all__ = ["boxes_text", "figure_text", "range_text", "tests_said"]


def boxes_text(boxes: Sequence[tuple[Part, ...]]) -> str:
    """Boxes, the first three of them, and how many there are."""
    if all(len(box) == 1 and isinstance(box[0], Piece) for box in boxes):
        return range_text([box[0] for box in boxes if isinstance(box[0], Piece)])
    shown = [
        " 且 ".join(part if isinstance(part, str) else range_text([part]) for part in box)
        for box in boxes[:3]
    ]
    return "、".join(shown) + (f" 等 {len(boxes)} 处" if len(boxes) > len(shown) else "")


def range_text(pieces: Sequence[Piece]) -> str:
    """Neighbouring pieces as one stretch: 50～60, or 90 alone; open ends are not told apart."""
    low, high, percent = pieces[0].low, pieces[-1].high, pieces[0].percent
    if low is None:
        return f"{figure_text(high or Fraction(), percent=percent)} 以下"
    shown = figure_text(low, percent=percent)
    if high is None:
        return f"{shown} 以上"
    return shown if low == high else f"{shown}～{figure_text(high, percent=percent)}"


def figure_text(number: Fraction, *, percent: bool = False) -> str:
    """A number without exponent."""
    scaled = number * 100 if percent else number
    shown = Decimal(scaled.numerator) / Decimal(scaled.denominator)
    return format(shown.normalize(), "f") + ("%" if percent else "")


def tests_said(cell: Tests) -> str:
    """A cell as its row is called by."""
    return " 或 ".join(" 且 ".join(_test_text(test) for test in group) for group in cell)


def _test_text(test: Test) -> str:
    if test.sign == "-":
        return "-"
    unit = test.unit
    said = test.word if test.number is None else f"{test.number}{unit}"
    sign = "" if test.sign == "=" else test.sign
    return f"{'非 ' if test.negated else ''}{sign}{said}"
