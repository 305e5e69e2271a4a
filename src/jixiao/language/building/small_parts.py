"""Names, texts, figures, citations, kinds and lists: the small parts of all lines.

Each function quotes the rule of `grammar/ruleset.lark` that it answers.
"""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from lark import Token

from jixiao.language.statements import Word
from jixiao.rules import Change, Citation, CitedText, KindRule
from jixiao.source import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.language.building.line_work import LineWork, Rule

__all__ = ["SIGNS", "SMALL_PARTS", "Figure", "as_figure"]

SIGNS = {"*": "×", "/": "÷", ">=": "≥", "<=": "≤", "<>": "≠"}
"""Signs that may be typed, and the one the language means."""

Figure: TypeAlias = tuple[Decimal, str]
"""A number and %, or nothing."""


def _modify(_: LineWork, __: Sequence[Token]) -> Change:
    """`change: MODIFY`."""
    return Change.MODIFY


def _cancel(_: LineWork, __: Sequence[Token]) -> Change:
    """`change: CANCEL`."""
    return Change.CANCEL


def _name(work: LineWork, children: Sequence[Token]) -> Word:
    """`name: NAME | QNAME`."""
    token = children[0]
    text = work.written(token)
    return Word(text[1:-1] if token.type == "QNAME" else text, work.span(token))


def _names(_work: LineWork, children: Sequence[Word]) -> tuple[Word, ...]:
    """`names: name ("、" name)*`."""
    return tuple(children)


def _text(work: LineWork, children: Sequence[Token | Word]) -> Word:
    """`text: STRING | name`."""
    one = children[0]
    return one if isinstance(one, Word) else work.quoted(one)


def _number(_work: LineWork, children: Sequence[Token]) -> Figure:
    """`number: INT | DECIMAL | PERCENT`."""
    token = children[0]
    if token.type == "PERCENT":
        return Decimal(token[:-1]), "%"
    return Decimal(token), ""


def _citation(_work: LineWork, children: Sequence[CitedText | Token]) -> Citation:
    """`citation: cited ("、" cited)* STATUS?`."""
    sources = tuple(one for one in children if isinstance(one, CitedText))
    status = next((str(one) for one in children if isinstance(one, Token)), None)
    return Citation(sources, verified=status == "核实", stated=status is not None)


def _cited(work: LineWork, children: Sequence[Token]) -> CitedText:
    """`cited: TITLE DOCNO? ARTICLE? | STRING`."""
    parts = {one.type: work.written(one) for one in children}
    if "STRING" in parts:
        return CitedText(parts["STRING"][1:-1], quoted=True)
    number = parts.get("DOCNO")
    return CitedText(parts["TITLE"][1:-1], number[1:-1] if number else None, parts.get("ARTICLE"))


def _kind(_work: LineWork, children: Sequence[Token | Word | None]) -> KindRule:
    """`kind: KIND ["(" name ")"]`."""
    word, scale = children
    return KindRule(str(word), scale.text if isinstance(scale, Word) else None)


def _kinds(_work: LineWork, children: Sequence[KindRule]) -> tuple[KindRule, ...]:
    """`kinds: kind (_OR kind)*`."""
    return tuple(children)


def _choices(_work: LineWork, children: Sequence[Word]) -> tuple[Word, ...]:
    """`choices: choice ("、" choice)*`."""
    return tuple(children)


def _choice(work: LineWork, children: Sequence[Word | str]) -> Word:
    """`choice: name | op`."""
    one = children[0]
    return one if isinstance(one, Word) else Word(one, Span(work.offset, work.offset))


def _op(_work: LineWork, children: Sequence[Token]) -> str:
    """`op: EQ | GT | REL`."""
    return SIGNS.get(children[0], str(children[0]))


def as_figure(figure: object) -> Figure:
    """A number and its sign of percent, as `number` gives it."""
    match figure:
        case (Decimal() as number, str() as unit):
            return number, unit
        case _:
            raise TypeError(figure)


SMALL_PARTS: Mapping[str, Rule] = MappingProxyType(
    {
        "modify": _modify,
        "cancel": _cancel,
        "name": _name,
        "names": _names,
        "text": _text,
        "number": _number,
        "citation": _citation,
        "cited": _cited,
        "kind": _kind,
        "kinds": _kinds,
        "choices": _choices,
        "choice": _choice,
        "op": _op,
    }
)
"""By rule of the grammar."""
