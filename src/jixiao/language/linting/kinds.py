"""What kind of thing an expression yields, and whether its parts fit together (R15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.expressions import (
    Binary,
    Call,
    Conditional,
    Expression,
    IsBlank,
    IsIn,
    IsKind,
    Name,
    Negate,
    Not,
    Number,
    Text,
    walk,
)
from jixiao.source import Origin, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jixiao.findings import Finding
    from jixiao.language.linting.scopes import Statement
    from jixiao.language.places import Places
    from jixiao.rules import Ruleset

__all__ = ["KIND_WORDS", "check_arguments", "check_operands", "first_place", "kind_of"]

NOWHERE = Span(0, 0)


KIND_WORDS = {"condition": "条件", "figure": "数", "text": "文字", "any": "值"}


_ARITHMETIC = frozenset("+-×÷")


_ORDER = frozenset("<>≤≥")


def kind_of(ruleset: Ruleset, node: Expression) -> str:  # noqa: PLR0911 - one a kind of node
    """condition, figure, text, or any where it cannot be told."""
    match node:
        case Number() | Negate():
            return "figure"
        case Text():
            return "text"
        case Binary(sign=sign):
            return "figure" if sign in _ARITHMETIC else "condition"
        case Not() | IsBlank() | IsIn() | IsKind():
            return "condition"
        case Conditional(then=then, otherwise=otherwise):
            kinds = {kind_of(ruleset, then), kind_of(ruleset, otherwise)}
            return kinds.pop() if len(kinds) == 1 else "any"
        case Call(function=name) if name in ruleset.functions:
            kind = ruleset.functions[name].signature.result
            return kind if kind in KIND_WORDS else "any"
        case _:
            return "any"


def _wanted(node: Expression) -> tuple[Iterable[Expression], str]:
    """The operands of a node, and the kind they must be of."""
    match node:
        case Binary(sign="且" | "或", left=left, right=right):
            return (left, right), "condition"
        case Binary(sign=sign, left=left, right=right) if sign in _ARITHMETIC | _ORDER:
            return (left, right), "figure"
        case Not(operand=operand) | Conditional(condition=operand):
            return (operand,), "condition"
        case Negate(operand=operand):
            return (operand,), "figure"
        case _:
            return (), "any"


def first_place(places: Places, one: Statement, node: Expression) -> Origin:
    """Where the first name of an expression stands, else its statement."""
    spans = (each.span for each in walk(node) if isinstance(each, Name | Call))
    return places.of_span(next(spans, NOWHERE), one.origin)


def check_operands(
    ruleset: Ruleset, places: Places, one: Statement, node: Expression
) -> Iterator[Finding]:
    """The operands of a node, held against what its sign wants."""
    operands, wanted = _wanted(node)
    kinds = [kind_of(ruleset, operand) for operand in operands]
    for kind in kinds:
        if kind not in (wanted, "any"):
            sign = f"“{node.sign}”的两边" if isinstance(node, Binary) else "这里"
            what = f"{sign}应为{KIND_WORDS[wanted]}，有一边是{KIND_WORDS[kind]}"
            yield places.doubt("R15", first_place(places, one, node), "", what=what)
    if isinstance(node, Binary) and node.sign in ("=", "≠"):
        sides = {kind_of(ruleset, node.left), kind_of(ruleset, node.right)} - {"any"}
        if len(sides) > 1:
            words = "和".join(sorted(KIND_WORDS[kind] for kind in sides))
            what = f"{words}不能比较是否相等"
            yield places.doubt("R15", first_place(places, one, node), "", what=what)


def check_arguments(
    ruleset: Ruleset, places: Places, one: Statement, node: Call
) -> Iterator[Finding]:
    """The arguments of a call, held against its signature."""
    signature = ruleset.functions[node.function].signature
    for place, argument in enumerate(node.arguments):
        kind = kind_of(ruleset, argument)
        wanted = signature.kind_of(place)
        misfit = {
            "figure": kind in ("text", "condition"),
            "column": kind in ("text", "condition"),
            "text": kind in ("figure", "condition"),
            "value": kind in ("text", "condition"),
            "condition": kind in ("text", "figure"),
        }
        if misfit.get(wanted, False):
            what = f"“{node.function}”的第 {place + 1} 个参数不能是{KIND_WORDS[kind]}"
            origin = places.of_span(node.span, one.origin)
            yield places.doubt("R15", origin, node.function, what=what)
