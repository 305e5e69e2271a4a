"""Sums under names: what belongs to one name is added up, whatever the order it came in.

A name that has nothing is not there, so two sums of the same things are equal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = [
    "Counts",
    "added",
    "counted",
    "counts_from_json",
    "counts_to_json",
    "most",
    "of",
    "total",
]


class Sum(Protocol):
    """Whatever can be added to its own kind."""

    def __add__(self, other: Self, /) -> Self: ...


_T = TypeVar("_T", bound=Sum)
_V = TypeVar("_V")
Counts = tuple[tuple[str, int], ...]
"""How often each name occurred, by name."""


def added(
    left: tuple[tuple[str, _T], ...], right: tuple[tuple[str, _T], ...]
) -> tuple[tuple[str, _T], ...]:
    """Both added up name by name, in the order of the names.

    >>> added((("甲", 1),), (("乙", 2), ("甲", 3)))
    (('乙', 2), ('甲', 4))
    """
    if not left or not right:
        return left or right
    held = dict(left)
    for name, one in right:
        held[name] = held[name] + one if name in held else one
    return tuple(sorted(held.items(), key=_name))


def _name(pair: tuple[str, object]) -> str:
    return pair[0]


def counted(names: Iterable[str]) -> Counts:
    """How often each name occurs.

    >>> counted(["数值", "定性", "数值"])
    (('定性', 1), ('数值', 2))
    """
    held: dict[str, int] = {}
    for name in names:
        held[name] = held.get(name, 0) + 1
    return tuple(sorted(held.items()))


def counts_to_json(counts: Counts) -> dict[str, int]:
    """The counts as an object."""
    return dict(counts)


def counts_from_json(shown: Mapping[str, int]) -> Counts:
    """The counts of an object; names without any are left out."""
    return tuple(sorted((name, int(count)) for name, count in shown.items() if count))


def most(
    pairs: Iterable[tuple[str, _V]], weight: Callable[[_V], tuple[int, ...]]
) -> tuple[tuple[str, _V], ...]:
    """The pairs, the weightiest first, those of equal weight by name.

    >>> most((("乙", 2), ("甲", 3), ("丙", 2)), lambda count: (count,))
    (('甲', 3), ('丙', 2), ('乙', 2))
    """
    return tuple(sorted(pairs, key=lambda one: (tuple(-each for each in weight(one[1])), one[0])))


def of(counts: Counts, name: str) -> int:
    """How often a name occurred.

    >>> of((("定性", 1), ("数值", 2)), "数值"), total((("定性", 1), ("数值", 2)))
    (2, 3)
    """
    return dict(counts).get(name, 0)


def total(counts: Counts) -> int:
    """All of them."""
    return sum(count for _, count in counts)
