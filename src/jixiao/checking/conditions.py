"""The ruleset's own 校验, put to a table or to each of its rows."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from jixiao.checking.entries import grades_of
from jixiao.checking.figures import number_text, percent_text, value_text
from jixiao.checking.rows import firm_rows
from jixiao.checking.scope import RowScope, TableScope
from jixiao.expressions import Binary, Call, Name, Number, Undetermined, evaluate, walk
from jixiao.findings import Finding, finding
from jixiao.parsing import parse_value
from jixiao.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from jixiao.expressions import Expression, Function, Result, Scope
    from jixiao.findings import Where
    from jixiao.rules import Check, Ruleset
    from jixiao.tables import Table
    from jixiao.units import Quantity

__all__ = ["own_checks", "sentence"]

_NO_UNITS: Mapping[str, Quantity] = MappingProxyType({})
_EACH = "指标"
_MONEY_WORDS = ("支出", "收入", "资金", "预算数", "执行数")


def own_checks(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """What the 校验 of the ruleset find, under their own codes (江苏南通-2025/N01).

    A check of 每条 指标 is put to the firm rows. Where 当 does not hold, or cannot be told, it does
    not apply; where 条件 hangs on a blank cell, T64 names the cell, once per check and table.
    """
    grades = grades_of(ruleset)
    scope = TableScope(table, ruleset, parse_value)
    form = ruleset.table(table.kind)
    names = {table.kind, *((form.name, *form.aliases) if form is not None else ())}
    for check in ruleset.checks:
        if check.each and check.scope == _EACH:
            places = [(RowScope(scope, row), table.where_row(row)) for row in firm_rows(table)]
            yield from _put(check, ruleset, places, grades)
        elif not check.each and check.scope in names:
            yield from _put(check, ruleset, [(scope, table.where())], grades)


def _put(
    check: Check,
    ruleset: Ruleset,
    places: list[tuple[TableScope, Where]] | list[tuple[RowScope, Where]],
    grades: frozenset[str],
) -> Iterator[Finding]:
    condition = check.condition
    if condition is None:
        return
    condition = _with_tolerance(condition, check.tolerance)
    functions = ruleset.functions
    units = ruleset.vocabulary.quantities()
    asked = False
    for scope, where in places:
        if check.when is not None:
            applies = evaluate(check.when, scope, functions, grades=grades, units=units)
            if applies is not True:
                continue
        result = evaluate(condition, scope, functions, grades=grades, units=units)
        match result:
            case False:
                yield _failed(
                    check, ruleset, where, sentence(check, scope, functions, grades, units)
                )
            case Undetermined(reason="missing", name=cell) if not asked:
                asked = True
                yield finding("T64", where, check=check.title, cell=cell)
            case _:
                pass


def _failed(check: Check, ruleset: Ruleset, where: Where, text: str) -> Finding:
    return Finding(
        code=f"{check.written_in or ruleset.id}/{check.code}",
        severity=check.severity,
        where=where,
        cite=None if check.cite is None else str(check.cite),
        heading="适当性" if _about_money(check) else "完整性",
        text=text,
    )


def _about_money(check: Check) -> bool:
    """Whether the condition weighs money: 资金匹配性 stands under 适当性."""
    nodes = walk(check.condition) if check.condition is not None else ()
    return any(
        isinstance(node, Name) and any(word in str(node) for word in _MONEY_WORDS) for node in nodes
    )


def _with_tolerance(condition: Expression, tolerance: Decimal | None) -> Expression:
    """The condition with 容差 put into its comparisons: a = b becomes |a − b| ≤ t."""
    if tolerance is None or not isinstance(condition, Binary):
        return condition
    by = Number(tolerance)
    left, right = condition.left, condition.right
    match condition.sign:
        case "且" | "或" as sign:
            one, other = _with_tolerance(left, tolerance), _with_tolerance(right, tolerance)
            return Binary(sign, one, other)
        case "=":
            return Binary("≤", Call("绝对值", (Binary("-", left, right),)), by)
        case "≥" | ">" as sign:
            return Binary(sign, Binary("+", left, by), right)
        case "≤" | "<" as sign:
            return Binary(sign, left, Binary("+", right, by))
        case _:
            return condition


def sentence(
    check: Check,
    scope: Scope,
    functions: Mapping[str, Function],
    grades: frozenset[str] = frozenset(),
    units: Mapping[str, Quantity] = _NO_UNITS,
) -> str:
    """The 提示 of a check with its figures, else its title.

    A quotient is printed as a percentage, other figures with at most two decimals, 四舍五入.
    """
    if not check.message:
        return check.title
    return "".join(
        piece
        if isinstance(piece, str)
        else _shown(
            evaluate(piece, scope, functions, grades=grades, units=units),
            percent=isinstance(piece, Binary) and piece.sign == "÷",
        )
        for piece in check.message
    )


def _shown(result: Result, *, percent: bool) -> str:  # noqa: PLR0911 - one case a kind
    match result:
        case bool():
            return "是" if result else "否"
        case Fraction():
            return percent_text(result) if percent else number_text(result)
        case str():
            return result
        case Value():
            return value_text(result)
        case tuple():
            return "、".join(_shown(one, percent=percent) for one in result) or "（空）"
        case Undetermined(reason="missing"):
            return "（空）"
        case _:
            return "（无法计算）"
