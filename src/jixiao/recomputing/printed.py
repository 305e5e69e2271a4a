"""What a table prints beside its figures: scores and the places of decimals they are printed with.

A blank cell is no score and never 0; a text that is no number is kept as it is written.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.source import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.tables import FundingLine
    from jixiao.units import Quantity

__all__ = ["NOTHING", "Printed", "amount_named", "grain_of", "places", "printed_of", "text_named"]

_NUMBER = re.compile(r"([+-]?\d{1,9}(?:\.\d{1,12})?)分?")
_BLANK = re.compile(r"[/\\\-—–－_*.…·\s]*|无|不适用|免填")


@frozen
class Printed:
    """A cell of scores: as written, and its number; both None where nothing stands there.

    >>> printed_of("9.50分").number, printed_of("—").text, printed_of("良").number
    (Decimal('9.50'), None, None)
    """

    text: str | None = None
    number: Decimal | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing was printed."""
        return self.text is None


NOTHING = Printed()


def printed_of(text: str | None) -> Printed:
    """The score of a cell's text."""
    bare = squeeze(fold(text or ""))
    if _BLANK.fullmatch(bare):
        return NOTHING
    match = _NUMBER.fullmatch(bare)
    return Printed(text, None if match is None else Decimal(match[1]))


def places(number: Decimal) -> int:
    """The decimals that a number is printed with.

    >>> places(Decimal("8.0")), places(Decimal("9"))
    (1, 0)
    """
    return max(0, -int(number.as_tuple().exponent))


def grain_of(several: Iterable[Printed]) -> int:
    """The most decimals of the scores of a table: how finely it prints them.

    >>> grain_of((printed_of("10"), printed_of("8.62"), printed_of("")))
    2
    """
    return max((places(one.number) for one in several if one.number is not None), default=0)


def _key(column: str) -> str:
    return re.sub(r"\(.*", "", squeeze(fold(column)))


def amount_named(line: FundingLine, *names: str) -> Quantity | None:
    """The amount of a funding line in the first of its columns that has one of the names."""
    return next((amount for name, amount in line.amounts if _key(name) in names), None)


def text_named(line: FundingLine, *names: str) -> str | None:
    """What was written in such a column, where it was no number."""
    return next((text for name, text in line.texts if _key(name) in names), None)
