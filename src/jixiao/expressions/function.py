"""What a function of the rule language is: a name, a signature, and a pure Python callable."""

from __future__ import annotations

import inspect
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, get_type_hints

from attrs import frozen

from jixiao.expressions.tree import Result, Undetermined
from jixiao.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Function", "Kind", "Signature"]

Kind = Literal["figure", "column", "text", "value", "condition", "any"]
"""A figure, a column of them, a text, an indicator value, a condition, or anything."""


@frozen
class Signature:
    """The kinds of the arguments and of the result.

    With `repeated`, the last parameter may be given any number of times, at least once.
    `from_scope` are names that are looked up and appended where the call leaves them out.
    """

    parameters: tuple[Kind, ...]
    result: Kind
    repeated: bool = False
    from_scope: tuple[str, ...] = ()

    def takes(self, count: int) -> bool:
        """Whether so many arguments may be written.

        >>> Signature(("figure",), "figure", repeated=True).takes(3)
        True
        """
        if self.repeated:
            return count >= len(self.parameters)
        return len(self.parameters) - len(self.from_scope) <= count <= len(self.parameters)

    def kind_of(self, place: int) -> Kind:
        """The kind of the argument at a place counted from 0."""
        return self.parameters[min(place, len(self.parameters) - 1)] if self.parameters else "any"


@frozen
class Function:
    """A pure function that rules may call.

    With `sees_blanks` it is given blank cells too; otherwise a blank argument makes the call
    undetermined before the function is asked.
    """

    name: str
    signature: Signature
    call: Callable[..., object]
    sees_blanks: bool = False

    @classmethod
    def of(cls, name: str, call: Callable[..., object]) -> Function:
        """A function of somebody else's, its signature taken from its annotations.

        Parameters may be `Decimal` or `Fraction` (a figure), `tuple[…, ...]` (a column), `str`,
        `bool` and `Value`. A parameter that is not annotated takes anything.

        Raises:
            TypeError: for parameters that can only be given by keyword.

        >>> def month_on_month(now: Decimal, before: Decimal) -> Decimal:
        ...     return now / before - 1
        >>> Function.of("环比", month_on_month).signature.parameters
        ('figure', 'figure')
        """
        hints = _hints(call)
        parameters = inspect.signature(call).parameters.values()
        if any(one.kind in (one.KEYWORD_ONLY, one.VAR_KEYWORD) for one in parameters):
            raise TypeError(f"函数“{name}”的参数须能按位置给出")
        signature = Signature(
            tuple(_kind(hints.get(one.name)) for one in parameters),
            _kind(hints.get("return")),
            repeated=any(one.kind is one.VAR_POSITIONAL for one in parameters),
        )
        decimals = [hints.get(one.name) is Decimal for one in parameters]
        return cls(name, signature, _with_decimals(call, decimals) if any(decimals) else call)


def _hints(call: Callable[..., object]) -> dict[str, object]:
    """The annotations as types; those that cannot be looked up at run time say nothing."""
    try:
        return get_type_hints(call)
    except NameError:
        return {}


def _kind(hint: object) -> Kind:
    if hint in (Decimal, Fraction, int):
        return "figure"
    if hint is bool:
        return "condition"
    if hint is str:
        return "text"
    if isinstance(hint, type) and issubclass(hint, Value):
        return "value"
    return "column" if getattr(hint, "__origin__", None) is tuple else "any"


def _with_decimals(call: Callable[..., object], decimals: list[bool]) -> Callable[..., object]:
    def called(*arguments: Result) -> object:
        return call(
            *(
                Decimal(one.numerator) / Decimal(one.denominator)
                if decimals[min(place, len(decimals) - 1)] and isinstance(one, Fraction)
                else one
                for place, one in enumerate(arguments)
            )
        )

    return called


def refused(name: str) -> Undetermined:
    """What a call yields whose arguments the function cannot take."""
    return Undetermined("function", name)
