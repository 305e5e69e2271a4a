"""What the ruleset of 示例县 uses that the rule language does not have: 环比, 减半赋分, 担."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction  # noqa: TC003 - its signature is read at run time
from typing import TYPE_CHECKING

from jixiao.expressions import Binary, Name, Number
from jixiao.rules import Citation, CitedText, Method

if TYPE_CHECKING:
    from jixiao import Library

__all__ = ["extend", "growth"]


def growth(now: Fraction, before: Fraction) -> Fraction:
    """环比: by how much a figure grew, as a share of what it was before.

    A function of the rule language is pure: figures in, a figure out. What it cannot reckon it may
    raise; the score is then undetermined and says so.

    >>> growth(Fraction(110), Fraction(100))
    Fraction(1, 10)
    """
    return now / before - 1


HALF = Method(
    "减半赋分",
    rate=Binary("÷", Name(("完成率",)), Number(Decimal(2))),
    cap=Decimal(1),
    floor=Decimal(0),
    cite=Citation((CitedText("示例县计分说明", quoted=True),), verified=True),
    doc="完成率的一半",
)


def extend(library: Library) -> Library:
    """The library with the function, the method and the unit of this package."""
    return library.extended(
        functions={"环比": growth},
        methods={"减半赋分": HALF},
        units={"担": (Decimal(50), "千克")},
    )
