"""What an expression yields over a scope: total, exact, three-valued, and bounded in steps."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from jixiao.expressions.comparing import (
    ASPECTS,
    as_figure,
    aspect_of,
    binary,
    of_kind,
    same_result,
    truth_of,
)
from jixiao.expressions.figures import as_result, blank, figure, quantity_figure, unit_named
from jixiao.expressions.function import Function, refused
from jixiao.expressions.running import Run
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
from jixiao.units import Quantity
from jixiao.values import Absent, Value

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["BUDGET", "evaluate"]

_NO_UNITS: Mapping[str, Quantity] = MappingProxyType({})
_NO_PHRASES: Mapping[str, Expression] = MappingProxyType({})


BUDGET = 100_000
"""Steps one evaluation may take: a node is one, and so is each cell of a column it is given."""


def evaluate(  # noqa: PLR0913 - three that matter, three that may be left out
    expression: Expression,
    scope: Scope,
    functions: Mapping[str, Function],
    *,
    grades: frozenset[str] = frozenset(),
    phrases: Mapping[str, Expression] = _NO_PHRASES,
    units: Mapping[str, Quantity] = _NO_UNITS,
    budget: int = BUDGET,
) -> Result:
    """What the expression yields: never an exception, whatever the scope holds.

    Figures are exact fractions; a percentage is a fraction of 1, money is in the unit the scope
    tells under 金额单位. 且, 或 and 非 are three-valued: False 且 undetermined is False. `grades`
    are the words of the ruleset's scales, by which 为 等级 is told from 为 自由文字; `phrases` are
    its 短语 by name, taken for names that the scope does not know; `units` are what one of each of
    its 单位 is.

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
    run = Run(scope, functions, grades, phrases, budget, money_unit, units)
    return _yield(run, expression, 0)


def _yield(run: Run, node: Expression, depth: int) -> Result:  # noqa: C901, PLR0912 - one case a kind of node
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
            number = as_figure(run, _yield(run, operand, below))
            result = -number if isinstance(number, Fraction) else number
        case Binary(sign="且" | "或"):
            result = _joined(run, node, below)
        case Binary(sign=sign, left=left, right=right):
            result = binary(run, sign, _yield(run, left, below), _yield(run, right, below))
        case Not(operand=operand):
            truth = truth_of(_yield(run, operand, below))
            result = not truth if isinstance(truth, bool) else truth
        case IsBlank(operand=operand, negated=negated):
            empty = blank(_yield(run, operand, below))
            result = empty is not negated if isinstance(empty, bool) else empty
        case IsIn():
            result = _among(run, node, below)
        case IsKind(operand=operand, kinds=kinds):
            result = of_kind(run, _yield(run, operand, below), kinds)
        case Conditional(condition=condition, then=then, otherwise=otherwise):
            truth = truth_of(_yield(run, condition, below))
            chosen = then if truth is True else otherwise
            result = _yield(run, chosen, below) if isinstance(truth, bool) else truth
    return result


def _literal(run: Run, node: Number) -> Result:
    if not node.number.is_finite():
        return Undetermined("kinds")
    if not node.unit:
        return Fraction(node.number)
    unit = unit_named(node.unit)
    own = run.units.get(node.unit)
    if unit is None and own is not None:
        return quantity_figure(Quantity(node.number * own.number, own.unit), run.money_unit)
    if unit is None:
        return Undetermined("units", node.unit)
    return quantity_figure(Quantity(node.number, unit), run.money_unit)


def _named(run: Run, parts: tuple[str, ...], depth: int) -> Result:
    """What the scope says; else 数量, 单位 or 符号 of what it says before the last dot."""
    result = as_result(run.scope.lookup(parts))
    unknown = isinstance(result, Undetermined) and result.reason == "unknown"
    if unknown and len(parts) == 1 and parts[0] in run.phrases:
        result = _yield(run, run.phrases[parts[0]], depth)
    if unknown and len(parts) > 1 and parts[-1] in ASPECTS:
        owner = as_result(run.scope.lookup(parts[:-1]))
        result = aspect_of(run, owner, parts[-1])
    if isinstance(result, Undetermined) and not result.name:
        return Undetermined(result.reason, ".".join(parts))
    return result


def _joined(run: Run, node: Binary, depth: int) -> Result:
    decisive = node.sign == "或"
    left = truth_of(_yield(run, node.left, depth))
    if left is decisive:
        return decisive
    right = truth_of(_yield(run, node.right, depth))
    if right is decisive:
        return decisive
    return left if isinstance(left, Undetermined) else right


def _among(run: Run, node: IsIn, depth: int) -> Result:
    result = _yield(run, node.operand, depth)
    run.left -= len(node.choices)
    match result:
        case Undetermined():
            return result
        case Absent():
            return same_result(run, result, "")
        case str() | Value():
            found = any(same_result(run, result, choice.text) is True for choice in node.choices)
            return found is not node.negated
        case _:
            return Undetermined("kinds")


def _call(run: Run, node: Call, depth: int) -> Result:
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


def _argument(run: Run, result: Result, *, figures: bool) -> Result:
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
