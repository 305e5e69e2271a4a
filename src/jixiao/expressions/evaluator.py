"""What an expression yields over a scope: total, exact, three-valued, and bounded in steps."""

from __future__ import annotations

import operator
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import define

from jixiao.expressions.figures import (
    as_result,
    base_unit,
    blank,
    figure,
    has_kind,
    quantity_figure,
    sign_of,
    unit_named,
)
from jixiao.expressions.function import Function, refused
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
    Result,
    Scope,
    Text,
    Undetermined,
)
from jixiao.limits import DEFAULT_LIMITS
from jixiao.source import squeeze
from jixiao.units import Quantity
from jixiao.values import Absent, Qualitative, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["BUDGET", "evaluate"]

_NO_PHRASES: Mapping[str, Expression] = MappingProxyType({})

BUDGET = 100_000
"""Steps one evaluation may take: a node is one, and so is each cell of a column it is given."""

_ARITHMETIC: Mapping[str, Callable[[Fraction, Fraction], Fraction]] = MappingProxyType(
    {"+": operator.add, "-": operator.sub, "×": operator.mul, "÷": operator.truediv}
)
_ORDER: Mapping[str, Callable[[Fraction, Fraction], bool]] = MappingProxyType(
    {"<": operator.lt, "≤": operator.le, ">": operator.gt, "≥": operator.ge}
)


_ASPECTS: Mapping[str, Callable[[Value], Result]] = MappingProxyType(
    {"数量": figure, "单位": base_unit, "符号": sign_of}
)


@define
class _Run:
    """One evaluation: what it is over, and how many steps are left."""

    scope: Scope
    functions: Mapping[str, Function]
    grades: frozenset[str]
    phrases: Mapping[str, Expression]
    left: int
    money_unit: str


def evaluate(  # noqa: PLR0913 - three that matter, three that may be left out
    expression: Expression,
    scope: Scope,
    functions: Mapping[str, Function],
    *,
    grades: frozenset[str] = frozenset(),
    phrases: Mapping[str, Expression] = _NO_PHRASES,
    budget: int = BUDGET,
) -> Result:
    """What the expression yields: never an exception, whatever the scope holds.

    Figures are exact fractions; a percentage is a fraction of 1, money is in the unit the scope
    tells under 金额单位. 且, 或 and 非 are three-valued: False 且 undetermined is False. `grades`
    are the words of the ruleset's scales, by which 为 等级 is told from 为 自由文字; `phrases` are
    its 短语 by name, taken for names that the scope does not know.

    >>> from decimal import Decimal
    >>> class Nothing:
    ...     def lookup(self, parts):
    ...         return Undetermined("unknown", ".".join(parts))
    >>> evaluate(Binary("÷", Number(Decimal(25), "%"), Number(Decimal(2))), Nothing(), {})
    Fraction(1, 8)
    >>> evaluate(Binary("÷", Number(Decimal(1)), Number(Decimal(0))), Nothing(), {})
    Undetermined(reason='zero_division', name='')
    """
    told = scope.lookup(("金额单位",))
    money_unit = told if isinstance(told, str) and told else "元"
    return _yield(_Run(scope, functions, grades, phrases, budget, money_unit), expression, 0)


def _yield(run: _Run, node: Expression, depth: int) -> Result:  # noqa: C901, PLR0912 - one case a kind of node
    run.left -= 1
    if run.left < 0 or depth > DEFAULT_LIMITS.nesting:
        return Undetermined("budget")
    below = depth + 1
    result: Result
    match node:
        case Number():
            result = _literal(run, node)
        case Text(text=text):
            result = text
        case Name(parts=parts):
            result = _named(run, parts, below)
        case Call():
            result = _call(run, node, below)
        case Negate(operand=operand):
            number = _as_figure(run, _yield(run, operand, below))
            result = -number if isinstance(number, Fraction) else number
        case Binary(sign="且" | "或"):
            result = _joined(run, node, below)
        case Binary(sign=sign, left=left, right=right):
            result = _binary(run, sign, _yield(run, left, below), _yield(run, right, below))
        case Not(operand=operand):
            truth = _truth(_yield(run, operand, below))
            result = not truth if isinstance(truth, bool) else truth
        case IsBlank(operand=operand, negated=negated):
            empty = blank(_yield(run, operand, below))
            result = empty is not negated if isinstance(empty, bool) else empty
        case IsIn():
            result = _among(run, node, below)
        case IsKind(operand=operand, kinds=kinds):
            result = _of_kind(run, _yield(run, operand, below), kinds)
        case Conditional(condition=condition, then=then, otherwise=otherwise):
            truth = _truth(_yield(run, condition, below))
            chosen = then if truth is True else otherwise
            result = _yield(run, chosen, below) if isinstance(truth, bool) else truth
    return result


def _literal(run: _Run, node: Number) -> Result:
    if not node.number.is_finite():
        return Undetermined("kinds")
    if not node.unit:
        return Fraction(node.number)
    unit = unit_named(node.unit)
    if unit is None:
        return Undetermined("units", node.unit)
    return quantity_figure(Quantity(node.number, unit), run.money_unit)


def _named(run: _Run, parts: tuple[str, ...], depth: int) -> Result:
    """What the scope says; else 数量, 单位 or 符号 of what it says before the last dot."""
    result = as_result(run.scope.lookup(parts))
    unknown = isinstance(result, Undetermined) and result.reason == "unknown"
    if unknown and len(parts) == 1 and parts[0] in run.phrases:
        result = _yield(run, run.phrases[parts[0]], depth)
    if unknown and len(parts) > 1 and parts[-1] in _ASPECTS:
        owner = as_result(run.scope.lookup(parts[:-1]))
        result = _aspect(run, owner, parts[-1])
    if isinstance(result, Undetermined) and not result.name:
        return Undetermined(result.reason, ".".join(parts))
    return result


def _aspect(run: _Run, owner: Result, aspect: str) -> Result:
    match owner:
        case tuple():
            run.left -= len(owner)
            return tuple(_aspect(run, one, aspect) for one in owner)
        case Value():
            return figure(owner, run.money_unit) if aspect == "数量" else _ASPECTS[aspect](owner)
        case Fraction() if aspect == "数量":
            return owner
        case Undetermined():
            return owner
        case _:
            return Undetermined("not_applicable")


def _as_figure(run: _Run, result: Result) -> Fraction | Undetermined:
    """A figure, or why there is none; a value stands for its number."""
    number = figure(result, run.money_unit) if isinstance(result, Value) else result
    match number:
        case Fraction() | Undetermined():
            return number
        case _:
            return Undetermined("kinds")


def _truth(result: Result) -> bool | Undetermined:
    return result if isinstance(result, bool | Undetermined) else Undetermined("kinds")


def _joined(run: _Run, node: Binary, depth: int) -> Result:
    decisive = node.sign == "或"
    left = _truth(_yield(run, node.left, depth))
    if left is decisive:
        return decisive
    right = _truth(_yield(run, node.right, depth))
    if right is decisive:
        return decisive
    return left if isinstance(left, Undetermined) else right


def _binary(run: _Run, sign: str, left: Result, right: Result) -> Result:  # noqa: PLR0911
    if sign in ("=", "≠"):
        same = _same(run, left, right)
        return same is (sign == "=") if isinstance(same, bool) else same
    if isinstance(left, Value) and isinstance(right, Value):
        units = base_unit(left), base_unit(right)
        if all(isinstance(unit, str) for unit in units) and units[0] != units[1]:
            return Undetermined("units", f"{units[0]}、{units[1]}")
    one, other = _as_figure(run, left), _as_figure(run, right)
    if isinstance(one, Undetermined):
        return one
    if isinstance(other, Undetermined):
        return other
    if sign == "÷" and other == 0:
        return Undetermined("zero_division")
    if sign in _ARITHMETIC:
        return _ARITHMETIC[sign](one, other)
    return _ORDER[sign](one, other) if sign in _ORDER else Undetermined("kinds")


def _same(run: _Run, left: Result, right: Result) -> bool | Undetermined:  # noqa: PLR0911
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
            one, other = _as_figure(run, left), _as_figure(run, right)
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


def _among(run: _Run, node: IsIn, depth: int) -> Result:
    result = _yield(run, node.operand, depth)
    run.left -= len(node.choices)
    match result:
        case Undetermined():
            return result
        case Absent():
            return _same(run, result, "")
        case str() | Value():
            found = any(_same(run, result, choice.text) is True for choice in node.choices)
            return found is not node.negated
        case _:
            return Undetermined("kinds")


def _of_kind(run: _Run, result: Result, kinds: tuple[str, ...]) -> Result:
    answers = [has_kind(result, kind, run.grades) for kind in kinds]
    why = next((one for one in answers if isinstance(one, Undetermined)), None)
    return why if why is not None else any(one is True for one in answers)


def _call(run: _Run, node: Call, depth: int) -> Result:
    function = run.functions.get(node.function)
    if function is None:
        return Undetermined("unknown", node.function)
    signature = function.signature
    if not signature.takes(len(node.arguments)):
        return refused(node.function)
    given = [_yield(run, one, depth) for one in node.arguments]
    if not signature.repeated:
        lacking = len(signature.parameters) - len(given)
        wanted = signature.from_scope[len(signature.from_scope) - lacking :] if lacking else ()
        given += [_named(run, (name,), depth) for name in wanted]
    arguments: list[Result] = []
    for place, one in enumerate(given):
        argument = _argument(run, one, figures=signature.kind_of(place) in ("figure", "column"))
        if not function.sees_blanks and (why := _first_undetermined(argument)) is not None:
            return why
        arguments.append(argument)
    if run.left < 0:
        return Undetermined("budget")
    try:
        result = as_result(function.call(*arguments))
    except Exception:  # noqa: BLE001 - a function of somebody else's must not stop a run
        return refused(node.function)
    return result


def _argument(run: _Run, result: Result, *, figures: bool) -> Result:
    match result:
        case tuple():
            run.left -= len(result)
            return tuple(_argument(run, one, figures=figures) for one in result)
        case Value() if figures:
            return figure(result, run.money_unit)
        case _:
            return result


def _first_undetermined(result: Result) -> Undetermined | None:
    if isinstance(result, tuple):
        return next((why for one in result if (why := _first_undetermined(one))), None)
    if isinstance(result, Absent):
        return Undetermined("missing" if blank(result) else "not_applicable")
    return result if isinstance(result, Undetermined) else None
