"""The text of an expression as a formula of a step, in the words of the rule language."""

from __future__ import annotations

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
)
from jixiao.units import decimal_text

__all__ = ["formula_text"]

_STRENGTH = {"或": 1, "且": 2, "+": 5, "-": 5, "×": 6, "÷": 6}
_COMPARED = 4


def formula_text(node: Expression) -> str:
    """The expression as the rule language writes it, with brackets only where they are needed.

    >>> from decimal import Decimal
    >>> formula_text(Binary("-", Number(Decimal(2)), Binary("÷", Name(("实际值",)),
    ...     Name(("目标值",)))))
    '2 - 实际值 ÷ 目标值'
    """
    return _text(node, 0)


def _text(node: Expression, outer: int) -> str:  # noqa: C901, PLR0911 - a case a kind of node
    match node:
        case Number(number=number, unit=unit):
            return decimal_text(number) + unit
        case Text(text=text):
            return f"“{text}”"
        case Name():
            return str(node)
        case Call(function=function, arguments=arguments):
            return f"{function}({', '.join(_text(one, 0) for one in arguments)})"
        case Negate(operand=operand):
            return "-" + _text(operand, 7)
        case Binary(sign=sign, left=left, right=right):
            strength = _STRENGTH.get(sign, _COMPARED)
            text = f"{_text(left, strength)} {sign} {_text(right, strength + 1)}"
            return f"({text})" if strength < outer else text
        case Not(operand=operand):
            return f"非 {_text(operand, 3)}"
        case IsBlank(operand=operand, negated=negated):
            return f"{_text(operand, _COMPARED)} {'不为空' if negated else '为空'}"
        case IsIn(operand=operand, choices=choices, negated=negated):
            words = "、".join(one.text for one in choices)
            return f"{_text(operand, _COMPARED)} {'不属于' if negated else '属于'} [{words}]"
        case IsKind(operand=operand, kinds=kinds):
            return f"{_text(operand, _COMPARED)} 为 {'、'.join(kinds)}"
        case Conditional(condition=condition, then=then, otherwise=otherwise):
            parts = (_text(one, 0) for one in (condition, then, otherwise))
            text = "若 {} 则 {} 否则 {}".format(*parts)
            return f"({text})" if outer else text
