"""Figures, truths and comparisons of results: exact, three-valued, without a silent null."""

from __future__ import annotations

import operator
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from jixiao.expressions.figures import base_unit, blank, figure, has_kind, sign_of
from jixiao.expressions.tree import Result, Undetermined
from jixiao.source import squeeze
from jixiao.values import Absent, Qualitative, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jixiao.expressions.running import Run

__all__ = ["ASPECTS", "as_figure", "aspect_of", "binary", "of_kind", "same_result", "truth_of"]

_ARITHMETIC: Mapping[str, Callable[[Fraction, Fraction], Fraction]] = MappingProxyType(
    {"+": operator.add, "-": operator.sub, "×": operator.mul, "÷": operator.truediv}
)


_ORDER: Mapping[str, Callable[[Fraction, Fraction], bool]] = MappingProxyType(
    {"<": operator.lt, "≤": operator.le, ">": operator.gt, "≥": operator.ge}
)


ASPECTS: Mapping[str, Callable[[Value], Result]] = MappingProxyType(
    {"数量": figure, "单位": base_unit, "符号": sign_of}
)


def aspect_of(run: Run, owner: Result, aspect: str) -> Result:
    """数量, 单位 or 符号 of what a name stands for."""
    match owner:
        case tuple():
            run.left -= len(owner)
            return tuple(aspect_of(run, one, aspect) for one in owner)
        case Value():
            return figure(owner, run.money_unit) if aspect == "数量" else ASPECTS[aspect](owner)
        case Fraction() if aspect == "数量":
            return owner
        case Undetermined():
            return owner
        case _:
            return Undetermined("not_applicable")


def as_figure(run: Run, result: Result) -> Fraction | Undetermined:
    """A figure, or why there is none; a value stands for its number."""
    number = figure(result, run.money_unit) if isinstance(result, Value) else result
    match number:
        case Fraction() | Undetermined():
            return number
        case _:
            return Undetermined("kinds")


def truth_of(result: Result) -> bool | Undetermined:
    """A truth, or why there is none."""
    return result if isinstance(result, bool | Undetermined) else Undetermined("kinds")


def binary(run: Run, sign: str, left: Result, right: Result) -> Result:  # noqa: PLR0911
    """Two results and the sign between them."""
    if sign in ("=", "≠"):
        same = same_result(run, left, right)
        return same is (sign == "=") if isinstance(same, bool) else same
    if isinstance(left, Value) and isinstance(right, Value):
        units = base_unit(left), base_unit(right)
        if all(isinstance(unit, str) for unit in units) and units[0] != units[1]:
            return Undetermined("units", f"{units[0]}、{units[1]}")
    one, other = as_figure(run, left), as_figure(run, right)
    if isinstance(one, Undetermined):
        return one
    if isinstance(other, Undetermined):
        return other
    if sign == "÷" and other == 0:
        return Undetermined("zero_division")
    if sign in _ARITHMETIC:
        return _ARITHMETIC[sign](one, other)
    return _ORDER[sign](one, other) if sign in _ORDER else Undetermined("kinds")


def same_result(run: Run, left: Result, right: Result) -> bool | Undetermined:  # noqa: PLR0911
    """Whether two results are the same; a blank is neither."""
    match left, right:
        case (Undetermined() as why, _) | (_, Undetermined() as why):
            return why
        case (Absent() as nothing, _) | (_, Absent() as nothing):
            return Undetermined("missing" if blank(nothing) else "not_applicable")
        case (Value(), Value()):
            return left == right
        case (Value() as value, str(text)) | (str(text), Value() as value):
            return _is_word(value, text)
        case (str(), str()):
            return squeeze(left) == squeeze(right)
        case (bool(), bool()):
            return left is right
        case (Fraction() | Value(), Fraction() | Value()):
            one, other = as_figure(run, left), as_figure(run, right)
            if isinstance(one, Undetermined):
                return one
            return other if isinstance(other, Undetermined) else one == other
        case _:
            return Undetermined("kinds")


def _is_word(value: Value, text: str) -> bool:
    """Whether a value says the text: by its word, or as it was written."""
    spellings = [value.text]
    if isinstance(value, Qualitative):
        spellings.append(value.word)
    return squeeze(text) in map(squeeze, spellings)


def of_kind(run: Run, result: Result, kinds: tuple[str, ...]) -> Result:
    """Whether a result is of one of the kinds."""
    answers = [has_kind(result, kind, run.grades) for kind in kinds]
    why = next((one for one in answers if isinstance(one, Undetermined)), None)
    return why if why is not None else any(one is True for one in answers)
