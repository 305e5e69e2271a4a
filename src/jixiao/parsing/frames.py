"""Texts that differ from one read before in their numbers alone: the words are read once.

`较上年增长5.2%` and `较上年增长11%` have one frame, `较上年增长#%`. What the grammar makes of it
depends on its words; the numbers are put in afterwards. Only plain numbers are taken out: none that
could be part of a date, a name, a ratio, a grouping or a sign stands for another.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.parsing.sure import read_surely
from jixiao.values.making import plain_quantity, rebounded, renumbered, resized
from jixiao.values.numeric import Comparison, Range
from jixiao.values.trends import Trend
from jixiao.values.words import Compound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.units import Quantity
    from jixiao.values.base import Value

__all__ = ["read_framed"]

_PLAIN = re.compile(
    r"(?<![^\u4e00-\u9fff≥≤<>=,;。、~%(-])(?<![第每年月日号之])"
    r"(?!(?:19|20)[0-9]{2}(?![0-9]))"
    r"((?:[1-9][0-9]{0,11}|0(?=\.[0-9]*[1-9]))(?:\.[0-9]{1,6})?)"
    r"(?=[^年月日号季旬半时点分成折个热专平工接处报急电服投举诉\x00-\xff×]|[%<>=;(a-z]|个[^成]|个$|$)"
)
"""A number that no terminal of the grammar tells from another of its kind."""

_MARK = "#"
_PROBES = tuple(str(number) for number in range(61, 69))
"""The numbers a frame is read with: increasing, so that a range of them is in order."""

_LONGEST = 64


@frozen
class _Template:
    """The value of a frame read with the probes, and which number of the text is which of it."""

    value: Value
    order: tuple[int, ...]


def _quantities(value: Value) -> Iterator[Quantity]:
    match value:
        case Comparison(quantity=quantity):
            yield quantity
        case Range(low=low, high=high):
            yield low
            yield high
        case Trend(change=Comparison() | Range() as change):
            yield from _quantities(change)
        case Compound(parts=parts):
            for part in parts:
                yield from _quantities(part)
        case _:
            return


def _texts(value: Value) -> Iterator[str]:
    """Every word of a value that could hold a digit of the text."""
    for name in ("per", "subject", "approx", "rest", "word", "to", "baseline", "manner"):
        yield getattr(value, name, None) or ""
    if value.by is not None:
        yield str(value.by)
    for note in value.notes:
        yield from (word for _, word in note.context)
    for part in getattr(value, "parts", ()):
        yield from _texts(part)
    change = getattr(value, "change", None)
    if change is not None:
        yield from _texts(change)
    for quantity in _quantities(value):
        yield quantity.unit.symbol


@lru_cache(maxsize=4096)
def _template(frame: str) -> _Template | None:
    """What the grammar makes of a frame, or None where the numbers are more than amounts."""
    words = frame.split(_MARK)
    probes = _PROBES[: len(words) - 1]
    text = words[0] + "".join(probe + word for probe, word in zip(probes, words[1:], strict=True))
    value = read_surely(text, text)
    found = [quantity.number for quantity in _quantities(value)]
    wanted = [Decimal(probe) for probe in probes]
    if sorted(found) != wanted:
        return None
    if any(probe in word for word in _texts(value) for probe in probes):
        return None
    return _Template(value, tuple(wanted.index(number) for number in found))


def _filled(value: Value, numbers: Iterator[Decimal], text: str) -> Value | None:
    """The value with other numbers; None where a range would have its ends the wrong way round."""
    if isinstance(value, Comparison):
        return renumbered(value, next(numbers), text)
    if isinstance(value, Range):
        low = plain_quantity(next(numbers), value.low.unit)
        high = plain_quantity(next(numbers), value.high.unit)
        if low.unit is high.unit:
            return rebounded(value, low, high, text) if low.number <= high.number else None
        return rebounded(value, low, high, text) if low.exact <= high.exact else None
    if isinstance(value, Trend) and value.change is not None:
        size = _filled(value.change, numbers, value.change.text and text)
        return None if size is None else resized(value, size, text)
    if isinstance(value, Compound):
        filled = [_filled(part, numbers, part.text and text) for part in value.parts]
        parts = tuple(part for part in filled if part is not None)
        return evolve(value, parts=parts, text=text) if len(parts) == len(filled) else None
    return evolve(value, text=value.text and text)


def read_framed(text: str, raw: str) -> Value | None:
    """The value of a cleaned text by its frame, else None: then the grammar reads it.

    >>> str(read_framed("较上年增长5.2%", "较上年增长5.2%")), read_framed("规范", "规范")
    ('较上年提高5.2%', None)
    """
    if len(text) > _LONGEST or _MARK in text:
        return None
    parts = _PLAIN.split(text)
    count = len(parts) // 2
    if not 0 < count <= len(_PROBES):
        return None
    template = _template(_MARK.join(parts[::2]))
    if template is None:
        return None
    digits: Sequence[str] = parts[1::2]
    numbers = iter([Decimal(digits[at]) for at in template.order])
    value = _filled(template.value, numbers, text)
    if value is None or raw is text or raw == text:
        return value
    return evolve(value, text=raw)
