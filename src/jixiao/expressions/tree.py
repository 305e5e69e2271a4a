"""The expression tree itself, and what an expression may yield."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Protocol, TypeAlias

from attrs import field, frozen

from jixiao.source import Span
from jixiao.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator
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
    "parts_of",
    "walk",
]

NOWHERE = Span(0, 0)


@frozen
class Number:
    """A figure, with its unit where one is written; `25%` is 25 with `%`."""

    number: Decimal
    unit: str = ""
    span: Span = field(default=NOWHERE, eq=False)


@frozen
class Text:
    """A quoted text."""

    text: str


@frozen
class Name:
    """A name in scope, by parts: `支出.半年计划执行数`, `目标值.数量`."""

    parts: tuple[str, ...]
    span: Span = field(default=NOWHERE, eq=False)

    def __str__(self) -> str:
        return ".".join(self.parts)


@frozen
class Call:
    """A registered pure function and its arguments."""

    function: str
    arguments: tuple[Expression, ...]
    span: Span = field(default=NOWHERE, eq=False)


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


Expression: TypeAlias = (
    Number | Text | Name | Call | Negate | Binary | Not | IsBlank | IsIn | IsKind | Conditional
)


@frozen
class Undetermined:
    """No answer, and why; `name` is the name (or unit, or function) it hangs on.

    | reason | meaning |
    | --- | --- |
    | `missing` | a cell that is needed is blank |
    | `not_applicable` | the value has no number, or was filed as 不适用 |
    | `zero_division` | something would be divided by nothing |
    | `unknown` | no such name in scope, no such function |
    | `units` | an unknown unit, or two units that cannot be compared |
    | `kinds` | operands that do not go together, such as a text and a figure |
    | `function` | a function got arguments it cannot take, or failed |
    | `budget` | more steps or deeper nesting than an evaluation may take |
    """

    reason: str
    name: str = ""


Result: TypeAlias = bool | Fraction | str | Value | tuple["Result", ...] | Undetermined
"""What an expression may yield. Figures are exact fractions, a percentage is a fraction of 1."""


class Scope(Protocol):
    """What a name stands for at the place where an expression is evaluated.

    A lookup yields a `Result`; an `int`, a `Decimal` or a `Quantity` is made a figure, None stands
    for a blank cell. A name the scope does not know yields `Undetermined("unknown", name)`, never
    an exception. Figures of money are in the unit that the scope tells under the name 金额单位, and
    in 元 where it tells none.
    """

    def lookup(self, parts: tuple[str, ...]) -> object:
        """What the name stands for."""


def parts_of(node: Expression) -> tuple[Expression, ...]:
    """The expressions directly below a node.

    >>> parts_of(Not(Text("是")))
    (Text(text='是'),)
    """
    match node:
        case Call(arguments=arguments):
            return arguments
        case Binary(left=left, right=right):
            return (left, right)
        case Conditional(condition=condition, then=then, otherwise=otherwise):
            return (condition, then, otherwise)
        case Negate(operand=operand) | Not(operand=operand) | IsBlank(operand=operand):
            return (operand,)
        case IsIn(operand=operand) | IsKind(operand=operand):
            return (operand,)
        case _:
            return ()


def walk(node: Expression) -> Iterator[Expression]:
    """The node and all below it, parents first, without recursion.

    >>> [str(one) for one in walk(Negate(Name(("权重",)))) if isinstance(one, Name)]
    ['权重']
    """
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(reversed(parts_of(one)))
