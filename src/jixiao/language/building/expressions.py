"""Expressions: parse trees to the frozen tree that is evaluated.

Each function quotes the rule of `grammar/ruleset.lark` that it answers.
"""

from __future__ import annotations

from functools import reduce
from types import MappingProxyType
from typing import TYPE_CHECKING

from jixiao.expressions import (
    Binary,
    Call,
    Choice,
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
from jixiao.language.building.small_parts import SIGNS, as_figure
from jixiao.language.statements import Word
from jixiao.source import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lark import Token

    from jixiao.language.building.line_work import LineWork, Rule

__all__ = ["EXPRESSIONS"]


def _if_(_work: LineWork, children: Sequence[Expression]) -> Expression:
    """`expr: _CASE expr _THEN expr _ELSE expr`."""
    return Conditional(*children)


def _disj(_work: LineWork, children: Sequence[Expression]) -> Expression:
    """`disj: conj (_OR conj)*`."""
    return reduce(lambda left, right: Binary("或", left, right), children)


def _conj(_work: LineWork, children: Sequence[Expression]) -> Expression:
    """`conj: neg (_AND neg)*`."""
    return reduce(lambda left, right: Binary("且", left, right), children)


def _not_(_work: LineWork, children: Sequence[Expression]) -> Expression:
    """`neg: _NOT neg`."""
    return Not(children[0])


def _comparison(_work: LineWork, children: Sequence[object]) -> Expression:
    """`cmp: sum op sum`."""
    left, sign, right = children
    return Binary(str(sign), _expression(left), _expression(right))


def _is_blank(_work: LineWork, children: Sequence[Expression]) -> Expression:
    """`cmp: sum _BLANK`."""
    return IsBlank(children[0])


def _is_filled(_work: LineWork, children: Sequence[Expression]) -> Expression:
    """`cmp: sum _NOT_BLANK`."""
    return IsBlank(children[0], negated=True)


def _is_in(work: LineWork, children: Sequence[object]) -> Expression:
    """`cmp: sum _AMONG "[" choices "]"`."""
    return _among(work, children, negated=False)


def _is_not_in(work: LineWork, children: Sequence[object]) -> Expression:
    """`cmp: sum _NOT_AMONG "[" choices "]"`."""
    return _among(work, children, negated=True)


def _among(_work: LineWork, children: Sequence[object], *, negated: bool) -> Expression:
    operand, words = children
    choices = words if isinstance(words, tuple) else ()
    return IsIn(
        _expression(operand),
        tuple(Choice(one.text) for one in choices if isinstance(one, Word)),
        negated,
    )


def _is_kind(_work: LineWork, children: Sequence[object]) -> Expression:
    """`cmp: sum _IS KIND ("、" KIND)*`."""
    return IsKind(_expression(children[0]), tuple(str(kind) for kind in children[1:]))


def _sum(work: LineWork, children: Sequence[object]) -> Expression:
    """`sum: term ((PLUS | MINUS) term)*`."""
    return _chain(work, children)


def _term(work: LineWork, children: Sequence[object]) -> Expression:
    """`term: unary ((STAR | SLASH) unary)*`."""
    return _chain(work, children)


def _chain(_work: LineWork, children: Sequence[object]) -> Expression:
    result = _expression(children[0])
    for sign, right in zip(children[1::2], children[2::2], strict=True):
        result = Binary(SIGNS.get(str(sign), str(sign)), result, _expression(right))
    return result


def _neg_(_work: LineWork, children: Sequence[object]) -> Expression:
    """`unary: MINUS unary`."""
    return Negate(_expression(children[1]))


def _quantity(_work: LineWork, children: Sequence[object]) -> Expression:
    """`atom: number [name]`."""
    figure, unit = children
    number, percent = as_figure(figure)
    if isinstance(unit, Word):
        return Number(number, unit.text, unit.span)
    return Number(number, percent)


def _string(work: LineWork, children: Sequence[Token]) -> Expression:
    """`atom: STRING`."""
    return Text(work.quoted(children[0]).text)


def _call(_work: LineWork, children: Sequence[object]) -> Expression:
    """`atom: ref "(" [expr ("," expr)*] ")"`."""
    called = children[0]
    arguments = tuple(_expression(one) for one in children[1:] if one is not None)
    match called:
        case Name(span=span):
            return Call(str(called), arguments, span)
        case _:
            raise TypeError(called)


def _ref(_work: LineWork, children: Sequence[Word]) -> Expression:
    """`ref: name ("." name)*`."""
    span = Span(children[0].span.start, children[-1].span.end)
    return Name(tuple(one.text for one in children), span)


def _expression(child: object) -> Expression:
    if not isinstance(child, Expression):
        raise TypeError(child)
    return child


EXPRESSIONS: Mapping[str, Rule] = MappingProxyType(
    {
        "if_": _if_,
        "disj": _disj,
        "conj": _conj,
        "not_": _not_,
        "comparison": _comparison,
        "is_blank": _is_blank,
        "is_filled": _is_filled,
        "is_in": _is_in,
        "is_not_in": _is_not_in,
        "is_kind": _is_kind,
        "sum": _sum,
        "term": _term,
        "neg_": _neg_,
        "quantity": _quantity,
        "string": _string,
        "call": _call,
        "ref": _ref,
    }
)
"""By rule of the grammar."""
