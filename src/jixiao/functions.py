"""The functions that rules may call, by their Chinese names."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.expressions import Function, Kind, Result, Signature, Undetermined, base_unit
from jixiao.values import Absent, Comparison, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "FUNCTIONS",
    "Functions",
    "absolute",
    "ascending",
    "comparable",
    "count",
    "gap",
    "interpolate",
    "largest",
    "mean",
    "smallest",
    "starts_with",
    "total",
    "whole",
]

_NOTHING = Undetermined("missing")
_MISFIT = Undetermined("kinds")


def _cells(columns: tuple[Result, ...]) -> Iterator[Result]:
    for one in columns:
        if isinstance(one, tuple):
            yield from _cells(one)
        else:
            yield one


def _figures(columns: tuple[Result, ...]) -> tuple[Fraction, ...] | Undetermined:
    """All figures of the columns; why not, where a cell is none or there is no cell at all."""
    figures: list[Fraction] = []
    for one in _cells(columns):
        if not isinstance(one, Fraction):
            return one if isinstance(one, Undetermined) else _MISFIT
        figures.append(one)
    return tuple(figures) or _NOTHING


def total(*columns: Result) -> Result:
    """合计: the sum of all figures; of no figures at all it is not 0 but undetermined.

    >>> total((Fraction(34), Fraction(1)), Fraction(1))
    Fraction(36, 1)
    """
    figures = _figures(columns)
    return figures if isinstance(figures, Undetermined) else sum(figures, Fraction())


def count(*columns: Result) -> Result:
    """计数: how many cells are filled in.

    >>> count((Fraction(34), Undetermined("missing"), "甲"))
    Fraction(2, 1)
    """
    empty = (Undetermined, Absent)
    return Fraction(sum(not isinstance(one, empty) and one != "" for one in _cells(columns)))


def largest(*columns: Result) -> Result:
    """最大: the largest figure.

    >>> largest(Fraction(0), Fraction(-3))
    Fraction(0, 1)
    """
    figures = _figures(columns)
    return figures if isinstance(figures, Undetermined) else max(figures)


def smallest(*columns: Result) -> Result:
    """最小: the smallest figure.

    >>> smallest((Fraction(2), Fraction(1)))
    Fraction(1, 1)
    """
    figures = _figures(columns)
    return figures if isinstance(figures, Undetermined) else min(figures)


def mean(*columns: Result) -> Result:
    """平均: the sum of the figures by their number.

    >>> mean((Fraction(1), Fraction(2)))
    Fraction(3, 2)
    """
    figures = _figures(columns)
    if isinstance(figures, Undetermined):
        return figures
    return sum(figures, Fraction()) / len(figures)


def absolute(number: Fraction) -> Fraction:
    """绝对值.

    >>> absolute(Fraction(-1, 2))
    Fraction(1, 2)
    """
    return abs(number)


def whole(number: Fraction) -> Fraction:
    """取整: the largest whole number not above it, as the INT of spreadsheets.

    >>> whole(Fraction(5, 2)), whole(Fraction(-5, 2))
    (Fraction(2, 1), Fraction(-3, 1))
    """
    return Fraction(number.numerator // number.denominator)


def ascending(*columns: Result) -> Result:
    """递增: no figure is below the one before it; equal neighbours are allowed.

    >>> ascending((Fraction(1, 4), Fraction(1, 2), Fraction(1, 2), Fraction(1)))
    True
    """
    figures = _figures(columns)
    if isinstance(figures, Undetermined):
        return figures
    return all(before <= after for before, after in itertools.pairwise(figures))


def comparable(one: Result, other: Result) -> bool:
    """可比: both are values with one number each, in units of one dimension.

    A blank is not comparable with anything, and that is an answer, not a doubt.

    >>> comparable(Absent(), Absent())
    False
    """
    if isinstance(one, Comparison) and isinstance(other, Comparison):
        return base_unit(one) == base_unit(other)
    return isinstance(one, Fraction) and isinstance(other, Fraction)


def gap(one: Fraction, other: Fraction) -> Fraction:
    """相差: the distance of two figures as a share of the larger; 0 when both are 0.

    >>> gap(Fraction(1, 2), Fraction(2, 5))
    Fraction(1, 5)
    """
    larger = max(abs(one), abs(other))
    return abs(one - other) / larger if larger else Fraction()


def interpolate(plan: tuple[Result, ...], at: Fraction) -> Result:
    """插值: what a plan of (share of the year, share due) points says is due at such a share.

    Between two points the plan runs straight; before the first it rises from nothing; after the
    last it stays. Rules write `插值(资金支出计划)`; the point of the year is 年内进度 of the scope.

    >>> interpolate(((Fraction(1, 4), Fraction(1, 4)), (Fraction(1, 2), Fraction(3, 4))),
    ...             Fraction(3, 8))
    Fraction(1, 2)
    """
    points: list[tuple[Fraction, Fraction]] = []
    for one in plan:
        match one:
            case (Fraction() as when, Fraction() as due):
                points.append((when, due))
            case _:
                return _MISFIT
    if not points:
        return _NOTHING
    before = (Fraction(), Fraction())
    for after in sorted(points):
        if at < after[0]:
            share = (at - before[0]) / (after[0] - before[0])
            return before[1] + share * (after[1] - before[1])
        before = after
    return before[1]


def starts_with(text: Result, prefix: str) -> Result:
    """开头: whether a text begins with another.

    >>> starts_with("51000021R000000019951", "51")
    True
    """
    match text:
        case str():
            return text.strip().startswith(prefix)
        case Value():
            return text.text.strip().startswith(prefix)
        case _:
            return _MISFIT


_MANY = Signature(("column",), "figure", repeated=True)
_ONE = Signature(("figure",), "figure")
_TWO: tuple[Kind, ...] = ("figure", "figure")


class Functions(Mapping[str, Function]):
    """Functions by name, frozen; copied and sent to another process with what holds them.

    >>> import copy
    >>> copy.deepcopy(FUNCTIONS) is FUNCTIONS
    True
    """

    __slots__ = ("_held",)

    def __init__(self, held: Mapping[str, Function]) -> None:
        self._held = dict(held)

    def __getitem__(self, name: str) -> Function:
        return self._held[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __reduce__(self) -> str | tuple[object, ...]:
        """The built-in functions by their place; others one by one, as far as they can be sent."""
        return "FUNCTIONS" if self is FUNCTIONS else (Functions, (self._held,))


FUNCTIONS: Mapping[str, Function] = Functions(
    {
        one.name: one
        for one in (
            Function("合计", _MANY, total),
            Function("计数", Signature(("any",), "figure", repeated=True), count, sees_blanks=True),
            Function("最大", _MANY, largest),
            Function("最小", _MANY, smallest),
            Function("平均", _MANY, mean),
            Function("绝对值", _ONE, absolute),
            Function("取整", _ONE, whole),
            Function("递增", Signature(("column",), "condition", repeated=True), ascending),
            Function(
                "可比", Signature(("value", "value"), "condition"), comparable, sees_blanks=True
            ),
            Function("相差", Signature(_TWO, "figure"), gap),
            Function(
                "插值",
                Signature(("column", "figure"), "figure", from_scope=("年内进度",)),
                interpolate,
            ),
            Function("开头", Signature(("any", "text"), "condition"), starts_with),
        )
    }
)
"""Chinese name to function. Nothing is ever added here: see `Library.extended`."""
