"""The lines of 【词汇】: 等级, 同义, 单位, 短语.

Each function quotes the rule of `grammar/ruleset.lark` that it answers.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jixiao.language.building.line_work import LineWork, Rule, declared, texts
from jixiao.language.statements import Line, Statement, Word
from jixiao.rules import Change, Phrase, Scale, Synonym, UnitRule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lark import Token

__all__ = ["VOCABULARY"]


def _scale(_work: LineWork, children: Sequence[Word | Token]) -> tuple[str, ...]:
    """`scale: name (GT name)+`."""
    return tuple(one.text for one in children if isinstance(one, Word))


def _scale_line(work: LineWork, children: Sequence[Any]) -> Line:
    """`vocabulary_line: [change] SCALE name [":" scale]`."""
    change, _, name, grades = children
    node = Scale(name.text, grades or (), change or Change.NONE, work.place(name.span))
    return declared(work, node, name.span, grades, "等级的各档")


def _synonym_line(work: LineWork, children: Sequence[Any]) -> Line:
    """`vocabulary_line: [change] SYNONYM name [":" names]`."""
    change, _, name, others = children
    origin = work.place(name.span)
    node = Synonym(name.text, texts(others), change or Change.NONE, origin)
    return declared(work, node, name.span, others, "同义的词")


def _unit_line(work: LineWork, children: Sequence[Any]) -> Line:
    """`vocabulary_line: [change] UNIT names [EQ number name]`."""
    change, _, names, _, figure, base = children
    factor = figure[0] if figure else None
    origin = work.place(names[0].span)
    node = UnitRule(
        texts(names), factor, base.text if base else None, change or Change.NONE, origin
    )
    return Statement(node, names[0].span)


def _phrase_line(work: LineWork, children: Sequence[Any]) -> Line:
    """`vocabulary_line: [change] PHRASE name [EQ expr]`."""
    change, _, name, _, expression = children
    node = Phrase(name.text, expression, change or Change.NONE, work.place(name.span))
    return declared(work, node, name.span, expression, "= 后面的算式")


VOCABULARY: Mapping[str, Rule] = MappingProxyType(
    {
        "scale": _scale,
        "scale_line": _scale_line,
        "synonym_line": _synonym_line,
        "unit_line": _unit_line,
        "phrase_line": _phrase_line,
    }
)
"""By rule of the grammar."""
