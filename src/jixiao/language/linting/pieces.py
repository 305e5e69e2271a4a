"""What the rows of a decision table draw lines at: points, stretches and words, cut exactly."""

from __future__ import annotations

import itertools
import operator
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jixiao.rules import Ruleset, Test, Tests

__all__ = ["Part", "Piece", "holds", "pieces_of", "words_of_input", "words_said"]


@frozen
class Piece:
    """A point (`low` = `high`) or the open stretch between two; an end of None is without bound."""

    low: Fraction | None
    high: Fraction | None
    percent: bool = False

    @property
    def inside(self) -> Fraction:
        """A number of the piece: any one stands for all."""
        if self.low is None:
            return (self.high or Fraction()) - 1
        if self.high is None:
            return self.low + 1
        return (self.low + self.high) / 2


Part: TypeAlias = Piece | str


_COMPARE: Mapping[str, Callable[[Fraction, Fraction], bool]] = MappingProxyType(
    {
        "=": operator.eq,
        "≠": operator.ne,
        "<": operator.lt,
        ">": operator.gt,
        "≤": operator.le,
        "≥": operator.ge,
    }
)


def words_of_input(ruleset: Ruleset, name: str) -> tuple[str, ...]:
    """The words an input may be: yes or no, or the grades of the scale of its name."""
    if name.startswith("是否"):
        return ("是", "否")
    scale = ruleset.vocabulary.scale(name)
    return scale.grades if scale is not None else ()


def pieces_of(
    cells: Sequence[Tests], words: tuple[str, ...], extra: Sequence[Fraction] = ()
) -> tuple[Part, ...]:
    """The pieces that the rows of one input make."""
    tests = [test for cell in cells for group in cell for test in group]
    numbers = [value_of(test) for test in tests if test.number is not None]
    if not numbers and not extra:
        said = dict.fromkeys(word for cell in cells for word in words_said(cell))
        return words or tuple(said)
    points = sorted({*numbers, *extra})
    percent = any(test.unit == "%" for test in tests)
    parts: list[Part] = [Piece(None, points[0], percent)]
    for point, after in itertools.zip_longest(points, points[1:]):
        parts += [Piece(point, point, percent), Piece(point, after, percent)]
    return tuple(parts)


def words_said(cell: Tests) -> Iterator[str]:
    """The words that a cell names."""
    yield from (test.word for group in cell for test in group if test.word is not None)


def value_of(test: Test) -> Fraction:
    """The number of a test; a percentage is a fraction of 1."""
    number = Fraction(test.number or Decimal())
    return number / 100 if test.unit == "%" else number


def holds(cell: Tests, part: Part) -> bool:
    """Whether a piece lies inside a cell."""
    return any(all(_test_holds(test, part) for test in group) for group in cell)


def _test_holds(test: Test, part: Part) -> bool:
    if test.sign == "-":
        return not test.negated
    if isinstance(part, str) or test.number is None:
        same = part == test.word
        holds = same is (test.sign != "≠")
    else:
        holds = _COMPARE[test.sign](part.inside, value_of(test))
        if test.sign in ("=", "≠") and part.low != part.high:
            holds = test.sign == "≠"
    return holds is not test.negated
