"""How the value of one text becomes that of another which has other numbers and names in its place.

A range whose ends would stand the wrong way round, and words that say a number of their own, are
not made: the grammar has more to say about them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.lexicon import ABSENT, MEANS
from jixiao.parsing.masks import unmasked
from jixiao.values.making import (
    plain_quantity,
    rebounded,
    recomposed,
    renumbered,
    resized,
)
from jixiao.values.numeric import Comparison, Range
from jixiao.values.trends import Trend
from jixiao.values.verdicts import Note
from jixiao.values.words import Compound, Qualitative

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from jixiao.units import Quantity
    from jixiao.values.base import Value

__all__ = ["PROBE", "PROBES", "Filling", "filled", "worded"]

PROBES = tuple(str(number) for number in range(61, 69))
"""The numbers a frame is read with: increasing, so that a range of them is in order."""

PROBE = re.compile(r"(?<![0-9.])6[1-8](?![0-9.])")


@frozen
class Filling:
    """What a text has where another text of its frame has something else."""

    text: str
    numbers: Iterator[Decimal]
    """In the order in which the value holds them."""
    names: Mapping[str, str]
    """The name behind each mask."""
    spelling: Mapping[str, str]
    """The number as written behind each probe, where words hold numbers too."""

    def words(self, words: str) -> str:
        """Words with the numbers and names of the text."""
        if self.spelling:
            words = PROBE.sub(lambda found: self.spelling.get(found[0], found[0]), words)
        return unmasked(words, self.names) if self.names else words

    def subject(self, value: Value) -> str | None:
        """The subject with the numbers and names of the text."""
        return value.subject and self.words(value.subject)

    def notes(self, value: Value) -> tuple[Note, ...]:
        """The doubts with the numbers and names of the text."""
        return value.notes and tuple(
            Note(note.code, tuple((name, self.words(words)) for name, words in note.context))
            for note in value.notes
        )


def filled(value: Value, filling: Filling, text: str) -> Value | None:
    """The value of another text of the same frame; None where it depends on what differs."""
    subject, notes = filling.subject(value), filling.notes(value)
    match value:
        case Comparison():
            return renumbered(value, next(filling.numbers), text, subject, notes)
        case Range():
            ends = _ends(value, filling.numbers)
            return ends and rebounded(value, ends, text, subject, notes)
        case Trend(change=Comparison() | Range() as change):
            size = filled(change, filling, change.text and filling.text)
            return size and resized(value, size, text, subject, notes)
        case Compound():
            made = [filled(part, filling, part.text and filling.text) for part in value.parts]
            parts = tuple(part for part in made if part is not None)
            if len(parts) < len(made) or _apart(parts) != _apart(value.parts):
                return None
            return recomposed(value, parts, text, subject, notes)
        case _:
            return evolve(value, text=text, subject=subject, notes=notes)


def _ends(value: Range, numbers: Iterator[Decimal]) -> tuple[Quantity, Quantity] | None:
    """The ends of a range, unless they stand the wrong way round."""
    low = plain_quantity(next(numbers), value.low.unit)
    high = plain_quantity(next(numbers), value.high.unit)
    same = low.unit is high.unit
    turned = low.number > high.number if same else low.exact > high.exact
    return None if turned else (low, high)


def _apart(parts: Sequence[Value]) -> int:
    """How many subjects there are: two bounds on one subject would be a range."""
    return len({part.subject for part in parts})


def worded(value: Qualitative, filling: Filling, text: str) -> Qualitative | None:
    """Words alone where another text of the frame is; None where they say a number or nothing."""
    if filling.text in MEANS or filling.text.rstrip(",;。") in ABSENT:
        return None
    return Qualitative(word=filling.text, text=text, notes=filling.notes(value))
