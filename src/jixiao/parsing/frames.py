"""Texts that differ from one read before in numbers and names alone: the words are read once.

`较上年增长5.2%` and `较上年增长11%` have one frame, `较上年增长#%`. What the grammar makes of it
depends on its words; the numbers are put in afterwards (`framing`, `filling`), and so are names at
the head of an item (`masks`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.parsing.composed import joining
from jixiao.parsing.filling import PROBE, PROBES, Filling, filled, worded
from jixiao.parsing.framing import MARK, Framed, framed_text
from jixiao.parsing.masks import MASKED, stands_apart
from jixiao.parsing.sure import read_surely
from jixiao.parsing.tries import trie
from jixiao.source import fold
from jixiao.units import decimal_text
from jixiao.values.numeric import Comparison, Range
from jixiao.values.trends import Trend
from jixiao.values.words import Compound, Qualitative

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jixiao.units import Quantity
    from jixiao.values.base import Value

__all__ = ["read_framed", "read_repeated"]


@frozen
class _Template:
    """The value of a frame read with the probes, and which number of the text is which of it.

    `spelled` says that a number stands in the words too, as in 由61%, where a change starts.
    """

    value: Value
    order: tuple[int, ...]
    spelled: bool
    tails: tuple[tuple[str, str], ...] = ()
    """What stands after a masked name in canonical text, where something else does in the text."""


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


_FIXED = ("per", "approx", "rest", "word", "to", "baseline", "manner")


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


def _named(value: Value, frame: str) -> bool:
    """Whether every name that is masked leads a subject, and stands nowhere else but in doubts."""
    names = set(MASKED.findall(frame))
    noted = {run for words in _noted(value) for run in MASKED.findall(words)}
    if isinstance(value, Qualitative):
        return noted <= names
    leading: set[str] = set()
    for words in filter(None, (one.subject for one in _all(value))):
        runs = MASKED.findall(words)
        if runs and (len(runs) > 1 or not words.startswith(runs[0])):
            return False
        leading.update(runs)
    return leading == names >= noted and not any(map(MASKED.search, _fixed(value)))


def _all(value: Value) -> tuple[Value, ...]:
    return (value, *getattr(value, "parts", ()))


def _noted(value: Value) -> Iterator[str]:
    for one in _all(value):
        for note in one.notes:
            yield from (words for _, words in note.context)


_FAR = 12
"""More characters than a word that tells has."""


def _tails(value: Value, text: str) -> Iterator[tuple[str, str]]:
    for one in _all(value):
        run = MASKED.match(one.subject or "")
        if run is not None:
            written = text[text.index(run[0]) + len(run[0]) :]
            after = fold(str(one))[len(run[0]) :]
            if after[:_FAR] != written[:_FAR] and "\u4e00" <= after[1:2] <= "\u9fff":
                yield run[0][0], after[:_FAR]


@lru_cache(maxsize=1)
def _loose() -> re.Pattern[str]:
    """A number that might be a day, number an item or be a name, if it were smaller or larger.

    After 含 it is read where it is the number before it, and after another amount where the two
    are one (2年6个月, 5万3千元); a fraction in brackets where it is the share before it.
    """
    parts = rf"[0-9{MARK}](?:{trie(joining())})[\u4e00-\u9fffA-Za-z]{{0,4}}[0-9{MARK}]"
    return re.compile(
        rf"(?<![\u4e00-\u9fff≥≤<>=])(?<!\A){MARK}|含(?:{MARK}|[0-9])|{parts}"
        rf"|{MARK}(?![\u4e00-\u9fff%]|\Z)|\([0-9{MARK}]+/[0-9{MARK}]+\)"
    )


def _wordy(value: Qualitative, text: str, frame: str) -> bool:
    """Whether a value is the whole text in words, whatever the numbers are."""
    return value.word == text and value.means is None and _loose().search(frame) is None


@lru_cache(maxsize=4096)
def _template(frame: str) -> _Template | None:
    """What the grammar makes of a frame, or None where the numbers are more than amounts."""
    pieces = frame.split(MARK)
    probes = PROBES[: len(pieces) - 1]
    if PROBE.search(frame) is not None:
        return None
    text = pieces[0] + "".join(
        probe + piece for probe, piece in zip(probes, pieces[1:], strict=True)
    )
    value = read_surely(text, text)
    spelled = {probe for words in _words(value) for probe in PROBE.findall(words)}
    apart = not any("6" in PROBE.sub("", words) for words in _words(value))
    if not apart or not _named(value, frame):
        return None
    if isinstance(value, Qualitative):
        return _Template(value, (), bool(spelled)) if _wordy(value, text, frame) else None
    found = [decimal_text(quantity.number) for quantity in _quantities(value)]
    accounted = len(set(found)) == len(found) and set(found) | spelled == set(probes)
    fixed = any(probe in words for words in _fixed(value) for probe in probes)
    turned = any(note.code == "V10" for note in value.notes)  # ends the wrong way round
    if not accounted or fixed or turned:
        return None
    order = tuple(probes.index(number) for number in found)
    return _Template(value, order, bool(spelled), tuple(_tails(value, text)))


_NO_SPELLING: Mapping[str, str] = MappingProxyType({})


@lru_cache(maxsize=8192)
def _sights(frame: str) -> Iterator[int]:
    """Counts how often a frame was seen. No reading depends on it, only which way is taken."""
    del frame
    return count()


def read_repeated(text: str, raw: str) -> Value | None:
    """The value of a cleaned text whose frame came before, else None: then the grammar reads it.

    To work out what a frame makes of its numbers costs more than to read one text.

    >>> read_repeated("失窃率下降到5.2%", ""), str(read_repeated("失窃率下降到11%", ""))
    (None, '失窃率≤11%')
    """
    framed = framed_text(text)
    return _put_in(framed, raw) if framed is not None and next(_sights(framed.frame)) else None


def read_framed(text: str, raw: str) -> Value | None:
    """The value of a cleaned text by its frame, whether it came before or not, else None.

    >>> str(read_framed("较上年增长5.2%", "")), read_framed("≥5%,5%-3%", "")
    ('较上年提高5.2%', None)
    >>> str(read_framed("居民收入较上年增长5.2%", ""))
    '居民收入较上年提高5.2%'
    """
    framed = framed_text(text)
    return None if framed is None else _put_in(framed, raw)


def _put_in(framed: Framed, raw: str) -> Value | None:
    template = _template(framed.frame)
    if template is None:
        return None
    digits, names = framed.digits, framed.names
    if not all(stands_apart(names[mask], after) for mask, after in template.tails):
        return None
    spelling = dict(zip(PROBES, digits, strict=False)) if template.spelled else _NO_SPELLING
    numbers = iter([Decimal(digits[at]) for at in template.order])
    filling = Filling(framed.text, numbers, names, spelling)
    if isinstance(template.value, Qualitative):
        return worded(template.value, filling, raw)
    return filled(template.value, filling, raw)
