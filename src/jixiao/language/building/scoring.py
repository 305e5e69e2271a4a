"""The lines of 【计分】: 舍入, 完成率, 默认, 汇总, 不适用, 约数, 方法 and what is below it.

Each function quotes the rule of `grammar/ruleset.lark` that it answers.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from jixiao.language.building.line_work import LineWork, Rule, declared, plain, saying, texts
from jixiao.language.statements import Line, Statement, Word
from jixiao.rules import (
    Change,
    Completion,
    Deduction,
    DefaultMethods,
    Exclusion,
    Merge,
    Method,
    Rounding,
    Tolerance,
)
from jixiao.source import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

__all__ = ["SCORING"]


def _rounding_line(work: LineWork, children: Sequence[Any]) -> Line:
    """`score_line: [change] ROUND ":" PLACE INT _DIGITS ["," CUT]`."""
    change, word, place, digits, cut = children
    span = work.span(word)
    if int(digits) > 6:  # noqa: PLR2004 - no form prints more
        work.doubt("R27", work.span(digits))
    side: Literal["逐项", "合计"] = "逐项" if str(place) == "逐项" else "合计"
    node = Rounding(side, int(digits), cut is not None, work.place(span), change or Change.NONE)
    return Statement(node, span)


def _completion_line(work: LineWork, children: Sequence[Any]) -> Line:
    """`score_line: [change] RATIO CASE [":" expr]`."""
    change, word, case, expression = children
    span = Span(work.span(word).start, work.span(case).end)
    node = Completion(str(case), expression, change or Change.NONE, work.place(span))  # type: ignore[arg-type]
    return declared(work, node, span, expression, "算式")


def _default_line(work: LineWork, children: Sequence[Any]) -> Line:
    """`score_line: [change] DEFAULT kinds [":" names]`."""
    change, word, kinds, names = children
    span = work.span(word)
    node = DefaultMethods(kinds, texts(names), change or Change.NONE, work.place(span))
    return declared(work, node, span, names, "方法的名称")


def _merge_line(work: LineWork, children: Sequence[Any]) -> Line:
    """`score_line: [change] MERGE kind [":" name ["," _WEIGHED_BY name]]`."""
    change, word, kind, how, by = children
    span = work.span(word)
    node = Merge(
        kind,
        how.text if how else "",
        by.text if by else None,
        change or Change.NONE,
        work.place(span),
    )
    return declared(work, node, span, how, "汇总的方法")


def _exclusion_line(work: LineWork, children: Sequence[Any]) -> Line:
    """`score_line: [change] UNFIT [":" REST]`."""
    change, word, rest = children
    span = work.span(word)
    node = Exclusion(str(rest) == "折算", change or Change.NONE, work.place(span))
    return declared(work, node, span, rest, "折算或者剔除")


def _tolerance_line(work: LineWork, children: Sequence[Any]) -> Line:
    """`score_line: [change] NEAR [":" number]`."""
    change, word, share = children
    span = work.span(word)
    found = None if share is None else plain(share)
    node = Tolerance(found, change or Change.NONE, work.place(span))
    return declared(work, node, span, share, "相差多少以内，如 5%")


def _method_line(work: LineWork, children: Sequence[Any]) -> Line:
    """`score_line: [change] METHOD name`."""
    change, _, name = children
    node = Method(name.text, change=change or Change.NONE, origin=work.place(name.span))
    return Statement(node, name.span)


def _applies_to(work: LineWork, children: Sequence[object]) -> Line:
    """`score_line: _FOR ":" kinds`."""
    return saying(work, "kinds", "适用", children[0])


def _rate(work: LineWork, children: Sequence[object]) -> Line:
    """`score_line: _RATE ":" expr`."""
    return saying(work, "rate", "得分率", children[0])


def _points(work: LineWork, children: Sequence[object]) -> Line:
    """`score_line: _POINTS ":" expr`."""
    return saying(work, "points", "得分", children[0])


def _cap(work: LineWork, children: Sequence[tuple[Decimal, str]]) -> Line:
    """`score_line: _CAP ":" number`."""
    return saying(work, "cap", "封顶", plain(children[0]))


def _floor(work: LineWork, children: Sequence[tuple[Decimal, str]]) -> Line:
    """`score_line: _FLOOR ":" number`."""
    return saying(work, "floor", "保底", plain(children[0]))


def _pass_line(work: LineWork, children: Sequence[tuple[Decimal, str]]) -> Line:
    """`score_line: _PASS ":" number`."""
    return saying(work, "pass_line", "及格线", plain(children[0]))


def _explain(work: LineWork, children: Sequence[object]) -> Line:
    """`score_line: _EXPLAIN ":" expr`."""
    return saying(work, "explain", "须说明", children[0])


def _deduct(work: LineWork, children: Sequence[Any]) -> Line:
    """`score_line: _DEDUCT ":" expr _WHEN expr`."""
    return saying(work, "deductions", "扣减", Deduction(children[0], children[1]))


def _table_by(work: LineWork, children: Sequence[tuple[Word, ...]]) -> Line:
    """`score_line: _BY ":" names`."""
    return saying(work, "table", "分档", children[0])


SCORING: Mapping[str, Rule] = MappingProxyType(
    {
        "rounding_line": _rounding_line,
        "completion_line": _completion_line,
        "default_line": _default_line,
        "merge_line": _merge_line,
        "exclusion_line": _exclusion_line,
        "tolerance_line": _tolerance_line,
        "method_line": _method_line,
        "applies_to": _applies_to,
        "rate": _rate,
        "points": _points,
        "cap": _cap,
        "floor": _floor,
        "pass_line": _pass_line,
        "explain": _explain,
        "deduct": _deduct,
        "table_by": _table_by,
    }
)
"""By rule of the grammar."""
