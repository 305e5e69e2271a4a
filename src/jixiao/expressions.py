"""The total expressions of rules as a frozen tree: no variables, no loops, no clock.

An expression is evaluated over a `Scope`, which says what a name stands for; functions are passed
in. A result is a value of `Result`, or `Undetermined` with the reason and the name that is missing:
there is no null that spreads silently.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

from jixiao.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal


__all__ = [
    "Binary",
    "Call",
    "Choice",
    "Conditional",
    "Expression",
    "IsBlank",
    "IsIn",
    "IsKind",
    "Name",
    "Negate",
    "Not",
    "Number",
    "Result",
    "Scope",
    "Text",
    "Undetermined",
]

NOWHERE = Span(0, 0)


@frozen
class Number:
    """A figure, with its unit where one is written; `25%` is 25 with `%`."""

    number: Decimal
    unit: str = ""


@frozen
class Text:
    """A quoted text."""

    text: str


@frozen
class Name:
    """A name in scope, by parts: `支出.半年计划执行数`, `目标值.数量`."""

    parts: tuple[str, ...]
    span: Span = NOWHERE

    def __str__(self) -> str:
        return ".".join(self.parts)


@frozen
class Call:
    """A registered pure function and its arguments."""

    function: str
    arguments: tuple[Expression, ...]
    span: Span = NOWHERE


@frozen
class Negate:
    """Minus something."""

    operand: Expression


@frozen
class Binary:
    """Two operands; `sign` is one of + - × ÷ = ≠ > < ≥ ≤ 且 或."""

    sign: str
    left: Expression
    right: Expression


@frozen
class Not:
    """非."""

    operand: Expression


@frozen
class IsBlank:
    """为空; with `negated`, 不为空."""

    operand: Expression
    negated: bool = False


@frozen
class Choice:
    """One of the words or signs between the brackets of 属于."""

    text: str


@frozen
class IsIn:
    """属于 […]; with `negated`, 不属于."""

    operand: Expression
    choices: tuple[Choice, ...]
    negated: bool = False


@frozen
class IsKind:
    """为 数值、百分比: the kind of an indicator value."""

    operand: Expression
    kinds: tuple[str, ...]


@frozen
class Conditional:
    """若 … 则 … 否则 …."""

    condition: Expression
    then: Expression
    otherwise: Expression


Expression = (
    Number | Text | Name | Call | Negate | Binary | Not | IsBlank | IsIn | IsKind | Conditional
)


@frozen
class Undetermined:
    """No answer, and why: `reason` is missing, zero_division, not_applicable, unknown or units.

    `name` is the name whose cell is blank or whose meaning is not there.
    """

    reason: str
    name: str = ""


Result = "bool | Fraction | str | Value | tuple[Result, ...] | Undetermined"
"""What an expression may yield. Figures are exact fractions, a percentage is a fraction of 1."""


class Scope(Protocol):
    """What a name stands for at the place where an expression is evaluated."""

    def lookup(self, parts: tuple[str, ...]) -> object:
        """A `Result` for the name."""


if TYPE_CHECKING:
    Functions = Mapping[str, Callable[..., object]]

_ = Fraction
