"""The text of a 提示 with its figures put in."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from jixiao.expressions.evaluator import evaluate
from jixiao.expressions.tree import Binary, Expression, Result, Scope, Undetermined
from jixiao.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.expressions.function import Function

__all__ = ["fill", "show"]

_NO_PHRASES: Mapping[str, Expression] = MappingProxyType({})
_PLACES = 4
"""Decimals after which a figure in a sentence is cut short."""


def fill(
    pieces: tuple[str | Expression, ...],
    scope: Scope,
    functions: Mapping[str, Function],
    *,
    grades: frozenset[str] = frozenset(),
    phrases: Mapping[str, Expression] = _NO_PHRASES,
) -> str:
    """The sentence: plain pieces as they are, expressions as what they yield.

    A quotient is shown as a percentage, since that is how the field prints every ratio; what has no
    answer is shown as （无法计算）.
    """
    return "".join(
        piece
        if isinstance(piece, str)
        else show(
            evaluate(piece, scope, functions, grades=grades, phrases=phrases),
            percent=isinstance(piece, Binary) and piece.sign == "÷",
        )
        for piece in pieces
    )


def show(result: Result, *, percent: bool = False) -> str:  # noqa: PLR0911
    """A result as people write it; exact, or rounded half up at four decimals and marked 约.

    >>> show(Fraction(7, 25), percent=True), show(Fraction(2, 3)), show(True)
    ('28%', '约 0.6667', '是')
    """
    match result:
        case bool():
            return "是" if result else "否"
        case Fraction():
            return _decimal(result * 100) + "%" if percent else _decimal(result)
        case str():
            return result
        case Value():
            return result.text or "（空）"
        case tuple():
            return "、".join(show(one, percent=percent) for one in result) or "（空）"
        case Undetermined(reason="missing"):
            return "（空）"
        case _:
            return "（无法计算）"


def _decimal(number: Fraction) -> str:
    places = _PLACES
    scaled = abs(number) * 10**places
    whole = int(scaled + Fraction(1, 2))
    digits = str(whole).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}".rstrip("0").rstrip(".")
    sign = "-" if number < 0 and whole else ""
    return sign + text if scaled == whole else f"约 {sign}{text}"
