"""Expressions, names and figures as the rule language writes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.expressions.tree import (
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
from jixiao.source import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

__all__ = [
    "expression_text",
    "figure_text",
    "name_text",
    "names_text",
    "number_text",
    "percent_text",
    "quoted_text",
    "sign_text",
]

_BARE = re.compile(r"[\u4e00-\u9fffA-Za-z_][\u4e00-\u9fffA-Za-z0-9_]*")
_WORDS = frozenset(
    {"若", "则", "否则", "且", "或", "非", "为", "时", "为空", "不为空", "属于", "不属于", "任意"}
)
_LEVELS = {"或": 1, "且": 2, "+": 5, "-": 5, "×": 6, "÷": 6}
_COMPARISON, _SUM, _UNARY, _ATOM = 4, 5, 7, 8


def name_text(name: str) -> str:
    """A name, between 「 」 where it could be read as something else.

    Raises:
        ValueError: the name holds 」 or a line break, which the language cannot write.

    >>> name_text("产出指标"), name_text("半年(程) 指标值"), name_text("3月底")
    ('产出指标', '「半年(程) 指标值」', '「3月底」')
    """
    if _BARE.fullmatch(fold(name)) and name not in _WORDS:
        return name
    if not name or "」" in name or len(name.splitlines()) > 1:
        raise ValueError(f"名称“{name}”写不出来：不能为空，也不能含“」”或换行")
    return f"「{name}」"


def names_text(names: Iterable[str]) -> str:
    """Names listed with 、."""
    return "、".join(name_text(name) for name in names)


def quoted_text(text: str, *, straight: bool = False) -> str:
    """A text between quotation marks that it does not hold itself.

    Raises:
        ValueError: it holds both kinds, or a line break.

    >>> print(quoted_text("试验"), quoted_text("他说“好”"))
    “试验” "他说“好”"
    """
    broken = len(text.splitlines()) > 1
    if not broken and not straight and not set(text) & set("“”＂"):
        return f"“{text}”"
    if broken or set(text) & set('"＂'):
        raise ValueError(f"文字“{text}”写不出来：不能同时含两种引号，也不能换行")
    return f'"{text}"'


def number_text(number: Decimal) -> str:
    """A figure without exponent and without zeros that say nothing."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent_text(share: Decimal) -> str:
    """A fraction of 1 as a percentage."""
    return number_text(share.scaleb(2)) + "%"


def figure_text(number: Decimal, unit: str) -> str:
    """A figure with its unit: 50%, 3 万元, 7."""
    if unit == "%":
        return f"{number_text(number)}%"
    return f"{number_text(number)} {name_text(unit)}" if unit else number_text(number)


def sign_text(sign: str) -> str:
    """A sign of comparing as rulesets write it: ＞ and ＜ wide, the others as they are."""
    return {">": "＞", "<": "＜"}.get(sign, sign)


def expression_text(node: Expression, *, straight: bool = False) -> str:
    """An expression with no more brackets than it needs.

    >>> from decimal import Decimal
    >>> product = Binary("×", Binary("+", Name(("甲",)), Name(("乙",))), Number(Decimal(50), "%"))
    >>> expression_text(Binary("≤", product, Number(Decimal(3), "万元")))
    '（甲 + 乙） × 50% ≤ 3 万元'
    """
    return _text(node, 0, straight=straight)


def _text(node: Expression, least: int, *, straight: bool) -> str:
    level, text = _spelled(node, straight=straight)
    return f"（{text}）" if level < least else text


def _spelled(  # noqa: C901, PLR0911 - one a kind of node
    node: Expression, *, straight: bool
) -> tuple[int, str]:
    def text(child: Expression, least: int) -> str:
        return _text(child, least, straight=straight)

    match node:
        case Number(number=number, unit=unit):
            return _ATOM, figure_text(number, unit)
        case Text(text=said):
            return _ATOM, quoted_text(said, straight=straight)
        case Name(parts=parts):
            return _ATOM, ".".join(name_text(part) for part in parts)
        case Call(function=function, arguments=arguments):
            return _ATOM, f"{name_text(function)}({', '.join(text(one, 0) for one in arguments)})"
        case Negate(operand=operand):
            return _UNARY, f"-{text(operand, _UNARY)}"
        case Not(operand=operand):
            return 3, f"非 {text(operand, 3)}"
        case Binary(sign=sign, left=left, right=right):
            level = _LEVELS.get(sign, _COMPARISON)
            strict = level + 1
            first = strict if level == _COMPARISON else level
            return level, f"{text(left, first)} {sign_text(sign)} {text(right, strict)}"
        case IsBlank(operand=operand, negated=negated):
            return _COMPARISON, f"{text(operand, _SUM)} {'不为空' if negated else '为空'}"
        case IsIn(operand=operand, choices=choices, negated=negated):
            listed = "、".join(_choice(one.text) for one in choices)
            word = "不属于" if negated else "属于"
            return _COMPARISON, f"{text(operand, _SUM)} {word} [{listed}]"
        case IsKind(operand=operand, kinds=kinds):
            return _COMPARISON, f"{text(operand, _SUM)} 为 {'、'.join(kinds)}"
        case Conditional(condition=condition, then=then, otherwise=otherwise):
            return 0, f"若 {text(condition, 1)} 则 {text(then, 1)} 否则 {text(otherwise, 1)}"


def _choice(choice: str) -> str:
    return sign_text(choice) if choice in ("≥", "≤", "≠", "=", ">", "<") else name_text(choice)
