"""Sets of numbers as intervals with exact ends: the algebra under comparisons and ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from fractions import Fraction

__all__ = ["End", "Interval"]


@frozen
class End:
    """One end of an interval: where it lies, and whether the point itself belongs to it."""

    at: Fraction
    closed: bool = True


@frozen
class Interval:
    """All numbers between two ends; an end that is None is not there.

    >>> from fractions import Fraction
    >>> half = Interval(End(Fraction(1), closed=False), None)
    >>> Fraction(1) in half, Fraction(2) in half
    (False, True)
    """

    low: End | None = None
    high: End | None = None

    def __contains__(self, number: Fraction) -> bool:
        if self.low is not None and not (
            number > self.low.at or (self.low.closed and number == self.low.at)
        ):
            return False
        return self.high is None or (
            number < self.high.at or (self.high.closed and number == self.high.at)
        )

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in it."""
        if self.low is None or self.high is None:
            return False
        if self.low.at == self.high.at:
            return not (self.low.closed and self.high.closed)
        return self.low.at > self.high.at

    def __and__(self, other: Interval) -> Interval:
        return Interval(_tighter_low(self.low, other.low), _tighter_high(self.high, other.high))

    def is_subset(self, other: Interval) -> bool:
        """Whether every number of this lies in the other."""
        if self.is_empty:
            return True
        return self & other == self


def _tighter_low(a: End | None, b: End | None) -> End | None:
    if a is None or b is None:
        return b if a is None else a
    return max(a, b, key=lambda end: (end.at, not end.closed))


def _tighter_high(a: End | None, b: End | None) -> End | None:
    if a is None or b is None:
        return b if a is None else a
    return min(a, b, key=lambda end: (end.at, end.closed))
