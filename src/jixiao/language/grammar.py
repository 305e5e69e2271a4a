"""The parser of lines, built once from `grammar/ruleset.lark`."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from lark import Lark
from lark.lexer import ContextualLexer

if TYPE_CHECKING:
    from collections.abc import Collection

    from lark.common import LexerConf

__all__ = ["STARTS", "line_parser"]

STARTS = (
    "section",
    "head",
    "vocabulary_line",
    "table_line",
    "tree_line",
    "score_line",
    "check_line",
    "band_line",
    "expr",
)
"""The kinds of lines, and the expression, which stands alone between the braces of 提示."""


class _Lexer(ContextualLexer):
    """The contextual lexer without its validation.

    Where the package interegular happens to be installed, lark holds every pair of terminals of
    every state against each other, which takes half a minute; a test does that once for all.
    """

    def __init__(
        self,
        conf: LexerConf,
        states: dict[int, Collection[str]],
        always_accept: Collection[str] = (),
    ) -> None:
        conf.skip_validation = True
        super().__init__(conf, states, always_accept)


@lru_cache(maxsize=1)
def line_parser() -> Lark:
    """The LALR parser with its contextual lexer; it keeps no state between lines."""
    text = files("jixiao.grammar").joinpath("ruleset.lark").read_text(encoding="utf-8")
    return Lark(
        text,
        parser="lalr",
        lexer="contextual",
        start=list(STARTS),
        maybe_placeholders=True,
        propagate_positions=False,
        _plugins={"ContextualLexer": _Lexer},
    )
