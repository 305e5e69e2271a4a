"""Numbers with more decimals than anybody writes, left by spreadsheets: 0.9500000000000001."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from jixiao.limits import DEFAULT_LIMITS
from jixiao.values.verdicts import Note, doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["rounded"]

_PLACES = DEFAULT_LIMITS.fraction_digits
_WRITTEN = 20
"""More decimals than a binary fraction is written with; a longer one is no spreadsheet's."""

_LONG = re.compile(
    rf"(?<![0-9.,A-Za-z])[0-9]{{1,15}}\.[0-9]{{{_PLACES + 1},{_WRITTEN}}}(?![0-9.,A-Za-z])"
)


def rounded(text: str) -> tuple[str, tuple[Note, ...]]:
    """The text with such numbers cut to ten decimals, half up, and a note that names each.

    What is left of a calculation in binary lies far below the tenth decimal. A number that would
    be nought so stays as it is.

    >>> shown, notes = rounded("≥0.9500000000000001")
    >>> shown, notes[0].context
    ('≥0.95', (('text', '0.9500000000000001'), ('number', '0.95'), ('places', '10')))
    >>> rounded("0.00000000000001")
    ('0.00000000000001', ())
    """
    found = dict(_pairs(text))
    for long, short in found.items():
        text = text.replace(long, short)
    return text, tuple(
        doubt("V53", text=long, number=short, places=_PLACES) for long, short in found.items()
    )


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for long in _LONG.findall(text):
        number = Decimal(long).quantize(Decimal(1).scaleb(-_PLACES), ROUND_HALF_UP)
        if number:
            yield long, format(number, "f").rstrip("0").rstrip(".")
