"""Which names the expressions of a ruleset may use, and whether they do (R02, R15, R18)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

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
from jixiao.language.words import nearest
from jixiao.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jixiao.findings import Finding
    from jixiao.language.places import Places
    from jixiao.rules import Check, Ruleset, TableRule
    from jixiao.source import Origin

__all__ = ["check_names"]

ASPECTS = frozenset({"数量", "单位", "符号"})
ROLES = ("目标值", "实际值", "权重", "得分", "符号", "单位", "基期值", "原因", "描述", "依据")
LEVELS = ("一级", "二级", "三级")
EVERYWHERE = (
    "阶段",
    "年度",
    "金额单位",
    "项目名称",
    "实施单位",
    "已结束月数",
    "年内进度",
    "应达进度",
)
SCORING = (
    "实际值",
    "目标值",
    "完成率",
    "偏离度",
    "达成程度",
    "是否达成",
    "权重",
    "应达值",
    "年初预算数",
    "全年预算数",
    "全年执行数",
)

NOWHERE = Span(0, 0)

Parts = tuple[str, ...]

_KEYWORDS = re.compile(r"不为空|不属于|为空|属于|否则|且|或|非|若|则|为")


@frozen
class _Statement:
    """An expression of a ruleset: where it stands, what it must yield, what it may name."""

    expression: Expression
    origin: Origin
    what: str
    yields: str
    known: frozenset[Parts]


def check_names(ruleset: Ruleset, places: Places) -> Iterator[Finding]:
    """Unknown names, functions and units of all expressions, and kinds that do not fit."""
    for one in _statements(ruleset):
        for node in walk(one.expression):
            yield from _node(ruleset, places, one, node)
        kind = _kind(ruleset, one.expression)
        if "any" not in (kind, one.yields) and kind != one.yields:
            what = f"“{one.what}”后面要写{_KIND_WORDS[one.yields]}，这里是{_KIND_WORDS[kind]}"
            yield places.doubt("R15", _first_place(places, one, one.expression), "", what=what)
    for check in ruleset.checks:
        yield from _constant(check, places)
    yield from _rings(ruleset, places)


def _rings(ruleset: Ruleset, places: Places) -> Iterator[Finding]:
    """Phrases that come back to themselves: followed one by one, each phrase entered once."""
    uses = {
        phrase.name: sorted(
            {
                node.parts[0]
                for node in walk(phrase.expression)
                if isinstance(node, Name) and len(node.parts) == 1
            }
        )
        for phrase in ruleset.vocabulary.phrases
    }
    origins = {phrase.name: phrase.origin for phrase in ruleset.vocabulary.phrases}
    done: set[str] = set()
    for first in uses:
        path: list[str] = []
        waiting = [(first, 0)]
        while waiting:
            name, depth = waiting.pop()
            done.update(path[depth:])
            del path[depth:]
            if name in path:
                ring = " → ".join((*path[path.index(name) :], name))
                yield places.doubt("R38", origins[name], name, ring=ring)
            elif name in uses and name not in done:
                path.append(name)
                waiting += [(one, depth + 1) for one in uses[name]]
        done.update(path)


def _constant(check: Check, places: Places) -> Iterator[Finding]:
    if check.condition is None:
        return
    if not any(isinstance(node, Name | Call) for node in walk(check.condition)):
        yield places.doubt_word("R18", check.origin, check.code)


def _statements(ruleset: Ruleset) -> Iterator[_Statement]:
    scoring = frozenset(_scoring_names(ruleset))
    anywhere = scoring | frozenset(
        name for table in ruleset.tables for name in _row_names(ruleset, table)
    )
    for phrase in ruleset.vocabulary.phrases:
        yield _Statement(phrase.expression, phrase.origin, "短语", "any", anywhere)
    for completion in ruleset.scoring.completions:
        yield _Statement(completion.expression, completion.origin, "完成率", "figure", scoring)
    for method in ruleset.scoring.methods:
        parts = [
            (method.rate, "得分率", "figure"),
            (method.points, "得分", "figure"),
            (method.explain, "须说明", "condition"),
        ]
        for deduction in method.deductions:
            parts += [
                (deduction.amount, "扣减", "figure"),
                (deduction.condition, "时", "condition"),
            ]
        for expression, what, yields in parts:
            if expression is not None:
                yield _Statement(expression, method.origin, what, yields, scoring)
    for check in ruleset.checks:
        yield from _of_check(ruleset, check)


def _of_check(ruleset: Ruleset, check: Check) -> Iterator[_Statement]:
    known = frozenset(_check_names(ruleset, check))
    if not known:
        return  # its scope is not known, which is said once
    for expression, what in ((check.when, "当"), (check.condition, "条件")):
        if expression is not None:
            yield _Statement(expression, check.origin, what, "condition", known)
    for piece in check.message:
        if not isinstance(piece, str):
            yield _Statement(piece, check.origin, "提示", "any", known)


# ── 有哪些名字 ──


def _check_names(ruleset: Ruleset, check: Check) -> Iterator[Parts]:
    scope = ruleset.table(check.scope)
    if scope is not None and not check.each:
        yield from _table_names(ruleset, scope)
        return
    for table in ruleset.tables:
        if check.scope == "指标":
            yield from _row_names(ruleset, table)
        for group in table.groups:
            if group.name == check.scope:
                yield from _table_names(ruleset, table)
                yield from ((column.name,) for column in group.columns)


def _scoring_names(ruleset: Ruleset) -> Iterator[Parts]:
    yield from ((name,) for name in (*SCORING, *EVERYWHERE))
    yield from ((phrase.name,) for phrase in ruleset.vocabulary.phrases)
    for table in ruleset.tables:
        yield from _table_names(ruleset, table)
        for group in table.groups:
            yield from ((column.name,) for column in group.columns)


def _row_names(ruleset: Ruleset, table: TableRule) -> Iterator[Parts]:
    yield from _table_names(ruleset, table)
    yield from ((f"{level}指标",) for level in LEVELS)
    yield from ((role,) for role in ROLES)
    yield from ((column.name,) for column in table.columns)


def _table_names(ruleset: Ruleset, table: TableRule) -> Iterator[Parts]:
    yield from ((name,) for name in EVERYWHERE)
    yield from ((phrase.name,) for phrase in ruleset.vocabulary.phrases)
    for one in table.fields:
        for end in range(1, len(one.path) + 1):
            yield one.path[:end]
            yield (*one.path[:end], "下级")
    for group in table.groups:
        yield (group.name,)
        yield from ((row,) for row in group.rows)
        for column in group.columns:
            yield (group.name, column.name)
            yield from ((group.name, row, column.name) for row in group.rows)
    columns = (*ROLES, *(column.name for column in table.columns))
    yield from ((level, column) for level in (*LEVELS, "指标") for column in columns)


# ── 一个一个看 ──


def _node(ruleset: Ruleset, places: Places, one: _Statement, node: Expression) -> Iterator[Finding]:
    match node:
        case Name(parts=parts, span=span):
            if not _is_known(parts, one.known):
                yield _unknown_name(places, one, node)
        case Call(function=name, arguments=arguments, span=span):
            function = ruleset.functions.get(name)
            origin = places.of_span(span, one.origin)
            if function is None:
                meant = nearest(name, ruleset.functions) or ""
                yield places.doubt("R02", origin, name, word=name, nearest=meant)
            elif not function.signature.takes(len(arguments)):
                what = f"“{name}”不能带 {len(arguments)} 个参数"
                yield places.doubt("R15", origin, name, what=what)
            else:
                yield from _arguments(ruleset, places, one, node)
        case Number(unit=unit, span=span) if unit not in ("", "%"):
            if not _unit_known(ruleset, unit):
                origin = places.of_span(span, one.origin)
                yield places.doubt("R02", origin, unit, word=unit)
        case _:
            yield from _operands(ruleset, places, one, node)


def _is_known(parts: Parts, known: frozenset[Parts]) -> bool:
    return parts in known or (parts[-1] in ASPECTS and parts[:-1] in known)


def _unknown_name(places: Places, one: _Statement, node: Name) -> Finding:
    word = str(node)
    meant = nearest(word, sorted({".".join(parts) for parts in one.known})) or ""
    spaced = _spaced(word, one.known)
    return places.doubt(
        "R02",
        places.of_span(node.span, one.origin),
        word,
        word=word,
        nearest="" if spaced else meant,
        spaced=spaced,
    )


def _spaced(word: str, known: frozenset[Parts]) -> str:
    """The word with spaces around the keyword in it, where what is left is known by name."""
    for found in _KEYWORDS.finditer(word):
        left, right = word[: found.start()], word[found.end() :]
        if any(_is_known(tuple(side.split(".")), known) for side in (left, right) if side):
            return " ".join(part for part in (left, found[0], right) if part)
    return ""


def _unit_known(ruleset: Ruleset, unit: str) -> bool:
    from jixiao.units import parse_unit

    return parse_unit(unit).known or any(unit in one.names for one in ruleset.vocabulary.units)


# ── 种类 ──

_KIND_WORDS = {"condition": "条件", "figure": "数", "text": "文字", "any": "值"}
_ARITHMETIC = frozenset("+-×÷")
_ORDER = frozenset("<>≤≥")


def _kind(ruleset: Ruleset, node: Expression) -> str:  # noqa: PLR0911 - one a kind of node
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
            kinds = {_kind(ruleset, then), _kind(ruleset, otherwise)}
            return kinds.pop() if len(kinds) == 1 else "any"
        case Call(function=name) if name in ruleset.functions:
            kind = ruleset.functions[name].signature.result
            return kind if kind in _KIND_WORDS else "any"
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


def _first_place(places: Places, one: _Statement, node: Expression) -> Origin:
    """Where the first name of an expression stands, else its statement."""
    spans = (each.span for each in walk(node) if isinstance(each, Name | Call))
    return places.of_span(next(spans, NOWHERE), one.origin)


def _operands(
    ruleset: Ruleset, places: Places, one: _Statement, node: Expression
) -> Iterator[Finding]:
    operands, wanted = _wanted(node)
    kinds = [_kind(ruleset, operand) for operand in operands]
    for kind in kinds:
        if kind not in (wanted, "any"):
            sign = f"“{node.sign}”的两边" if isinstance(node, Binary) else "这里"
            what = f"{sign}应为{_KIND_WORDS[wanted]}，有一边是{_KIND_WORDS[kind]}"
            yield places.doubt("R15", _first_place(places, one, node), "", what=what)
    if isinstance(node, Binary) and node.sign in ("=", "≠"):
        sides = {_kind(ruleset, node.left), _kind(ruleset, node.right)} - {"any"}
        if len(sides) > 1:
            words = "和".join(sorted(_KIND_WORDS[kind] for kind in sides))
            what = f"{words}不能比较是否相等"
            yield places.doubt("R15", _first_place(places, one, node), "", what=what)


def _arguments(ruleset: Ruleset, places: Places, one: _Statement, node: Call) -> Iterator[Finding]:
    signature = ruleset.functions[node.function].signature
    for place, argument in enumerate(node.arguments):
        kind = _kind(ruleset, argument)
        wanted = signature.kind_of(place)
        misfit = {
            "figure": kind in ("text", "condition"),
            "column": kind in ("text", "condition"),
            "text": kind in ("figure", "condition"),
            "value": kind in ("text", "condition"),
            "condition": kind in ("text", "figure"),
        }
        if misfit.get(wanted, False):
            what = f"“{node.function}”的第 {place + 1} 个参数不能是{_KIND_WORDS[kind]}"
            origin = places.of_span(node.span, one.origin)
            yield places.doubt("R15", origin, node.function, what=what)
