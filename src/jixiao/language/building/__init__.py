"""The parse tree of a line, turned into what the line says; one room a section of rule files."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from lark import Tree

from jixiao.language.building.checks import CHECKS
from jixiao.language.building.clauses import CLAUSES
from jixiao.language.building.expressions import EXPRESSIONS
from jixiao.language.building.header import HEADER
from jixiao.language.building.indicators import INDICATORS
from jixiao.language.building.line_work import LineWork
from jixiao.language.building.scoring import SCORING
from jixiao.language.building.sections import SECTIONS
from jixiao.language.building.small_parts import SMALL_PARTS
from jixiao.language.building.tables import TABLES
from jixiao.language.building.unary_tests import UNARY_TESTS
from jixiao.language.building.vocabulary import VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lark import Token

    from jixiao.findings import Finding
    from jixiao.language.building.line_work import Rule
    from jixiao.source import Origin

__all__ = ["RULES", "build"]

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        **SECTIONS,
        **HEADER,
        **VOCABULARY,
        **TABLES,
        **INDICATORS,
        **CLAUSES,
        **SCORING,
        **CHECKS,
        **SMALL_PARTS,
        **UNARY_TESTS,
        **EXPRESSIONS,
    }
)
"""What each rule of `grammar/ruleset.lark` builds; a test holds the two together."""


def build(
    tree: Tree[Token], line: str, offset: int, origin: Origin
) -> tuple[object, tuple[Finding, ...]]:
    """What a line says, from its tree, and what is wrong with it though it reads well.

    `line` is the text as written and `offset` the place of its first character in the file. The
    tree must not be deeper than the limit on nesting.
    """
    work = LineWork(line, offset, origin)
    return _built(work, tree), tuple(work.findings)


def _built(work: LineWork, tree: Tree[Token]) -> object:
    children = [_built(work, one) if isinstance(one, Tree) else one for one in tree.children]
    return RULES[tree.data](work, children)
