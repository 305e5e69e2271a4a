"""Tests of one figure or word: the cells of decision tables, and what follows 应为.

Each function quotes the rule of `grammar/ruleset.lark` that it answers.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from jixiao.language.building.small_parts import as_figure
from jixiao.language.statements import Word
from jixiao.rules import Test, Tests

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from lark import Token

    from jixiao.language.building.line_work import LineWork, Rule

__all__ = ["UNARY_TESTS"]


def _tests(_work: LineWork, children: Sequence[tuple[Test, ...]]) -> Tests:
    """`tests: all_of (_OR all_of)*`."""
    return tuple(children)


def _all_of(_work: LineWork, children: Sequence[Test]) -> tuple[Test, ...]:
    """`all_of: test (_AND test)*`."""
    return tuple(children)


def _compare(_work: LineWork, children: Sequence[object]) -> Test:
    """`test: op literal`."""
    sign, test = children
    return Test(str(sign), *_operand(test))


def _equal_to(_work: LineWork, children: Sequence[Test]) -> Test:
    """`test: literal`."""
    return children[0]


def _negate(_work: LineWork, children: Sequence[Test]) -> Test:
    """`test: _NOT test`."""
    one = children[0]
    return Test(one.sign, one.word, one.number, one.unit, negated=not one.negated)


def _anything(_: LineWork, __: Sequence[Token]) -> Test:
    """`test: MINUS`."""
    return Test("-")


def _figure(_work: LineWork, children: Sequence[object]) -> Test:
    """`literal: [MINUS] number [name]`."""
    minus, figure, unit = children
    number, percent = as_figure(figure)
    shown = unit.text if isinstance(unit, Word) else percent
    return Test("=", None, -number if minus else number, shown)


def _word(_work: LineWork, children: Sequence[Word]) -> Test:
    """`literal: name`."""
    return Test("=", children[0].text)


def _word_string(work: LineWork, children: Sequence[Token]) -> Test:
    """`literal: STRING`."""
    return Test("=", work.quoted(children[0]).text)


def _operand(test: object) -> tuple[str | None, Decimal | None, str]:
    if not isinstance(test, Test):
        raise TypeError(test)
    return test.word, test.number, test.unit


UNARY_TESTS: Mapping[str, Rule] = MappingProxyType(
    {
        "tests": _tests,
        "all_of": _all_of,
        "compare": _compare,
        "equal_to": _equal_to,
        "negate": _negate,
        "anything": _anything,
        "figure": _figure,
        "word": _word,
        "word_string": _word_string,
    }
)
"""By rule of the grammar."""
