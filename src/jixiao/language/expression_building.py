"""Parse trees of expressions, tests and small parts, turned into frozen objects."""

from __future__ import annotations

from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING, TypeAlias

from lark import Token, Transformer

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
from jixiao.language.statements import Word
from jixiao.rules import Citation, CitedText, KindRule, Test, Tests
from jixiao.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["ExpressionBuilder"]

SIGNS = {"*": "×", "/": "÷", ">=": "≥", "<=": "≤", "<>": "≠"}
"""Signs that may be typed, and the one the language means."""

Figure: TypeAlias = tuple[Decimal, str]


class ExpressionBuilder(Transformer[Token, object]):
    """One line's tree to objects; text is taken from the line as written, never as folded.

    Each method quotes the rule of `grammar/ruleset.lark` that it answers.
    """

    def __init__(self, line: str, offset: int) -> None:
        super().__init__(visit_tokens=False)
        self.line = line
        self.offset = offset

    def span(self, token: Token) -> Span:
        """Where a token stands in the file."""
        return Span(self.offset + (token.start_pos or 0), self.offset + (token.end_pos or 0))

    def written(self, token: Token) -> str:
        """The token as written."""
        return self.line[token.start_pos : token.end_pos]

    def name(self, children: Sequence[Token]) -> Word:
        """`name: NAME | QNAME`."""
        token = children[0]
        text = self.written(token)
        return Word(text[1:-1] if token.type == "QNAME" else text, self.span(token))

    def names(self, children: Sequence[Word]) -> tuple[Word, ...]:
        """`names: name ("、" name)*`."""
        return tuple(children)

    def text(self, children: Sequence[Token | Word]) -> Word:
        """`text: STRING | name`."""
        one = children[0]
        return one if isinstance(one, Word) else self.quoted(one)

    def quoted(self, token: Token) -> Word:
        """A text between quotation marks, without them."""
        return Word(self.written(token)[1:-1], self.span(token))

    def number(self, children: Sequence[Token]) -> Figure:
        """`number: INT | DECIMAL | PERCENT`."""
        token = children[0]
        if token.type == "PERCENT":
            return Decimal(token[:-1]), "%"
        return Decimal(token), ""

    def citation(self, children: Sequence[CitedText | Token]) -> Citation:
        """`citation: cited ("、" cited)* STATUS?`."""
        sources = tuple(one for one in children if isinstance(one, CitedText))
        status = next((str(one) for one in children if isinstance(one, Token)), None)
        return Citation(sources, verified=status == "核实", stated=status is not None)

    def cited(self, children: Sequence[Token]) -> CitedText:
        """`cited: TITLE DOCNO? ARTICLE? | STRING`."""
        parts = {one.type: self.written(one) for one in children}
        if "STRING" in parts:
            return CitedText(parts["STRING"][1:-1], quoted=True)
        number = parts.get("DOCNO")
        return CitedText(
            parts["TITLE"][1:-1], number[1:-1] if number else None, parts.get("ARTICLE")
        )

    def kind(self, children: Sequence[Token | Word | None]) -> KindRule:
        """`kind: KIND ["(" name ")"]`."""
        word, scale = children
        return KindRule(str(word), scale.text if isinstance(scale, Word) else None)

    def kinds(self, children: Sequence[KindRule]) -> tuple[KindRule, ...]:
        """`kinds: kind (_OR kind)*`."""
        return tuple(children)

    def choices(self, children: Sequence[Word]) -> tuple[Word, ...]:
        """`choices: choice ("、" choice)*`."""
        return tuple(children)

    def choice(self, children: Sequence[Word | str]) -> Word:
        """`choice: name | op`."""
        one = children[0]
        return one if isinstance(one, Word) else Word(one, Span(self.offset, self.offset))

    def op(self, children: Sequence[Token]) -> str:
        """`op: EQ | GT | REL`."""
        return SIGNS.get(children[0], str(children[0]))

    # ── 判断 ──

    def tests(self, children: Sequence[tuple[Test, ...]]) -> Tests:
        """`tests: all_of (_OR all_of)*`."""
        return tuple(children)

    def all_of(self, children: Sequence[Test]) -> tuple[Test, ...]:
        """`all_of: test (_AND test)*`."""
        return tuple(children)

    def compare(self, children: Sequence[object]) -> Test:
        """`test: op literal`."""
        sign, test = children
        return Test(str(sign), *_operand(test))

    def equal_to(self, children: Sequence[Test]) -> Test:
        """`test: literal`."""
        return children[0]

    def negate(self, children: Sequence[Test]) -> Test:
        """`test: _NOT test`."""
        one = children[0]
        return Test(one.sign, one.word, one.number, one.unit, negated=not one.negated)

    def anything(self, _: Sequence[Token]) -> Test:
        """`test: MINUS`."""
        return Test("-")

    def figure(self, children: Sequence[object]) -> Test:
        """`literal: [MINUS] number [name]`."""
        minus, figure, unit = children
        number, percent = _as_figure(figure)
        shown = unit.text if isinstance(unit, Word) else percent
        return Test("=", None, -number if minus else number, shown)

    def word(self, children: Sequence[Word]) -> Test:
        """`literal: name`."""
        return Test("=", children[0].text)

    def word_string(self, children: Sequence[Token]) -> Test:
        """`literal: STRING`."""
        return Test("=", self.quoted(children[0]).text)

    # ── 表达式 ──

    def if_(self, children: Sequence[Expression]) -> Expression:
        """`expr: _CASE expr _THEN expr _ELSE expr`."""
        return Conditional(*children)

    def disj(self, children: Sequence[Expression]) -> Expression:
        """`disj: conj (_OR conj)*`."""
        return reduce(lambda left, right: Binary("或", left, right), children)

    def conj(self, children: Sequence[Expression]) -> Expression:
        """`conj: neg (_AND neg)*`."""
        return reduce(lambda left, right: Binary("且", left, right), children)

    def not_(self, children: Sequence[Expression]) -> Expression:
        """`neg: _NOT neg`."""
        return Not(children[0])

    def comparison(self, children: Sequence[object]) -> Expression:
        """`cmp: sum op sum`."""
        left, sign, right = children
        return Binary(str(sign), _expression(left), _expression(right))

    def is_blank(self, children: Sequence[Expression]) -> Expression:
        """`cmp: sum _BLANK`."""
        return IsBlank(children[0])

    def is_filled(self, children: Sequence[Expression]) -> Expression:
        """`cmp: sum _NOT_BLANK`."""
        return IsBlank(children[0], negated=True)

    def is_in(self, children: Sequence[object]) -> Expression:
        """`cmp: sum _AMONG "[" choices "]"`."""
        return self._among(children, negated=False)

    def is_not_in(self, children: Sequence[object]) -> Expression:
        """`cmp: sum _NOT_AMONG "[" choices "]"`."""
        return self._among(children, negated=True)

    def _among(self, children: Sequence[object], *, negated: bool) -> Expression:
        operand, words = children
        choices = words if isinstance(words, tuple) else ()
        return IsIn(
            _expression(operand),
            tuple(Choice(one.text) for one in choices if isinstance(one, Word)),
            negated,
        )

    def is_kind(self, children: Sequence[object]) -> Expression:
        """`cmp: sum _IS KIND ("、" KIND)*`."""
        return IsKind(_expression(children[0]), tuple(str(kind) for kind in children[1:]))

    def sum(self, children: Sequence[object]) -> Expression:
        """`sum: term ((PLUS | MINUS) term)*`."""
        return self._chain(children)

    def term(self, children: Sequence[object]) -> Expression:
        """`term: unary ((STAR | SLASH) unary)*`."""
        return self._chain(children)

    def _chain(self, children: Sequence[object]) -> Expression:
        result = _expression(children[0])
        for sign, right in zip(children[1::2], children[2::2], strict=True):
            result = Binary(SIGNS.get(str(sign), str(sign)), result, _expression(right))
        return result

    def neg_(self, children: Sequence[object]) -> Expression:
        """`unary: MINUS unary`."""
        return Negate(_expression(children[1]))

    def quantity(self, children: Sequence[object]) -> Expression:
        """`atom: number [name]`."""
        figure, unit = children
        number, percent = _as_figure(figure)
        if isinstance(unit, Word):
            return Number(number, unit.text, unit.span)
        return Number(number, percent)

    def string(self, children: Sequence[Token]) -> Expression:
        """`atom: STRING`."""
        return Text(self.quoted(children[0]).text)

    def call(self, children: Sequence[object]) -> Expression:
        """`atom: ref "(" [expr ("," expr)*] ")"`."""
        called = children[0]
        arguments = tuple(_expression(one) for one in children[1:] if one is not None)
        match called:
            case Name(span=span):
                return Call(str(called), arguments, span)
            case _:
                raise TypeError(called)

    def ref(self, children: Sequence[Word]) -> Expression:
        """`ref: name ("." name)*`."""
        span = Span(children[0].span.start, children[-1].span.end)
        return Name(tuple(one.text for one in children), span)


def _operand(test: object) -> tuple[str | None, Decimal | None, str]:
    if not isinstance(test, Test):
        raise TypeError(test)
    return test.word, test.number, test.unit


def _as_figure(figure: object) -> Figure:
    match figure:
        case (Decimal() as number, str() as unit):
            return number, unit
        case _:
            raise TypeError(figure)


def _expression(child: object) -> Expression:
    if not isinstance(child, Expression):
        raise TypeError(child)
    return child
