"""Bars as positions along a line: a share that is certain, one still open, and marks between.

Positions are texts in percent with one decimal, as SVG takes them.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.scoring.figures import exact_text

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Bar", "Part", "Stretch", "bar", "parts_of", "stretches"]


@frozen
class Bar:
    """A bar: `fill` from the left, `rest` behind it from `fill` on, `mark` a line across."""

    fill: str
    rest: str | None = None
    mark: str | None = None
    label: str = ""


@frozen
class Stretch:
    """A named part of a scale: the figure it begins at, where that is, its width, its middle."""

    name: str
    begins: str
    start: str
    width: str
    middle: str


@frozen
class Part:
    """A part of a whole made of counts: its class, its words, how many, where it is drawn."""

    name: str
    label: str
    count: int
    start: str
    width: str


def parts_of(counts: Iterable[tuple[str, str, int]]) -> tuple[Part, ...]:
    """The parts side by side, those that are empty left out.

    >>> [(one.name, one.start, one.width) for one in parts_of([("a", "甲", 3), ("b", "乙", 1)])]
    [('a', '0%', '75%'), ('b', '75%', '25%')]
    """
    held = [one for one in counts if one[2]]
    whole = sum(count for _, _, count in held)
    found, done = [], 0
    for name, label, count in held:
        share = (Fraction(done, whole), Fraction(count, whole))
        found.append(Part(name, label, count, _percent(share[0]), _percent(share[1])))
        done += count
    return tuple(found)


def bar(
    low: Fraction, high: Fraction | None = None, mark: Fraction | None = None, label: str = ""
) -> Bar:
    """A bar of shares of 1; what lies outside is drawn at the edge.

    >>> bar(Fraction(4, 5), Fraction(9, 10))
    Bar(fill='80%', rest='10%', mark=None, label='')
    """
    filled = _within(low)
    rest = None if high is None or _within(high) == filled else _within(high) - filled
    return Bar(
        _percent(filled),
        None if rest is None else _percent(rest),
        None if mark is None else _percent(_within(mark)),
        label,
    )


def stretches(starts: Iterable[tuple[str, Fraction]], whole: Fraction) -> tuple[Stretch, ...]:
    """The parts of a scale from 0 to the whole, out of their names and where each begins.

    >>> two = [("良", Fraction(80)), ("差", Fraction(0))]
    >>> [(one.name, one.begins, one.width) for one in stretches(two, Fraction(100))]
    [('差', '0', '80%'), ('良', '80', '20%')]
    """
    held = sorted(starts, key=lambda one: one[1])
    ends = [*(start for _, start in held[1:]), whole]
    return tuple(
        Stretch(
            name,
            exact_text(start),
            _percent(_within(start / whole)),
            _percent(_within(end / whole) - _within(start / whole)),
            _percent((_within(start / whole) + _within(end / whole)) / 2),
        )
        for (name, start), end in zip(held, ends, strict=True)
    )


def _within(share: Fraction) -> Fraction:
    return max(Fraction(0), min(Fraction(1), share))


def _percent(share: Fraction) -> str:
    tenths = round(share * 1000)
    whole, tenth = divmod(tenths, 10)
    return f"{whole}.{tenth}%" if tenth else f"{whole}%"
