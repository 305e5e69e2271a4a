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
from jixiao.units import decimal_text
from jixiao.values.making import plain_quantity, rebounded, renumbered, resized
from jixiao.values.numeric import Comparison, Range
from jixiao.values.trends import Trend
from jixiao.values.verdicts import Note
from jixiao.values.words import Compound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.units import Quantity
    from jixiao.values.base import Value

__all__ = ["read_framed"]

_PLAIN = re.compile(
    r"(?<![^\u4e00-\u9fff≥≤<>=,;。、~%(-])(?<![第每年月日号之])(?<![0-9],)"
    r"(?!(?:19|20)[0-9]{2}(?![0-9]))"
    r"(?![0-9.]+,[0-9])((?:[1-9][0-9]{0,11}|0(?=\.[0-9]*[1-9]))(?:\.[0-9]{1,6})?)"
    r"(?=[^年月日号季旬半时点分成折个热专平工接处报急电服投举诉\x00-\xff×]|[%<>=;(a-z]|个[^成]|个$|$)"
)
"""A number that no terminal of the grammar tells from another of its kind."""

_MARK = "#"
_PROBES = tuple(str(number) for number in range(61, 69))
"""The numbers a frame is read with: increasing, so that a range of them is in order."""

_LONGEST = 64


@frozen
class _Template:
    """The value of a frame read with the probes, and which number of the text is which of it.

    `spelled` says that a number stands in the words too, as in 由61%, where a change starts.
    """

    value: Value
    order: tuple[int, ...]
    spelled: bool


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


_PROBE = re.compile(r"(?<![0-9.])6[1-8](?![0-9.])")
_FIXED = ("per", "approx", "rest", "word", "to", "baseline", "manner")


def _swapped(value: Value, digits: Sequence[str]) -> Value:
    """The value with the probes in its words replaced by the numbers of the text."""
    spelling = dict(zip(_PROBES, digits, strict=False))

    def swap(words: str) -> str:
        return _PROBE.sub(lambda found: spelling.get(found[0], found[0]), words)

    notes = tuple(
        Note(note.code, tuple((name, swap(words)) for name, words in note.context))
        for note in value.notes
    )
    subject = None if value.subject is None else swap(value.subject)
    value = evolve(value, subject=subject, notes=notes)
    if isinstance(value, Compound):
        return evolve(value, parts=tuple(_swapped(part, digits) for part in value.parts))
    return value


def _words(value: Value) -> Iterator[str]:
    """The words of a value that may hold a number of the text."""
    yield value.subject or ""
    for note in value.notes:
        yield from (word for _, word in note.context)
    for part in getattr(value, "parts", ()):
        yield from _words(part)


def _fixed(value: Value) -> Iterator[str]:
    """The words of a value that may not."""
    for name in _FIXED:
        yield getattr(value, name, None) or ""
    yield "" if value.by is None else str(value.by)
    for part in getattr(value, "parts", ()):
        yield from _fixed(part)
    change = getattr(value, "change", None)
    if change is not None:
        yield from _words(change)
        yield from _fixed(change)
    for quantity in _quantities(value):
        yield quantity.unit.symbol


@lru_cache(maxsize=4096)
def _template(frame: str) -> _Template | None:
    """What the grammar makes of a frame, or None where the numbers are more than amounts."""
    pieces = frame.split(_MARK)
    probes = _PROBES[: len(pieces) - 1]
    text = pieces[0] + "".join(
        probe + piece for probe, piece in zip(probes, pieces[1:], strict=True)
    )
    value = read_surely(text, text)
    found = [decimal_text(quantity.number) for quantity in _quantities(value)]
    spelled = {probe for words in _words(value) for probe in _PROBE.findall(words)}
    accounted = len(set(found)) == len(found) and set(found) | spelled == set(probes)
    apart = not any("6" in _PROBE.sub("", words) for words in _words(value))
    fixed = any(probe in words for words in _fixed(value) for probe in probes)
    turned = any(note.code == "V10" for note in value.notes)  # ends the wrong way round
    if not found or not accounted or not apart or fixed or turned:
        return None
    return _Template(value, tuple(probes.index(number) for number in found), bool(spelled))


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
    if value is None:
        return None
    if template.spelled:
        value = _swapped(value, digits)
    return value if raw == text else evolve(value, text=raw)
