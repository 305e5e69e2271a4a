"""The grammar's table of parsing, which Lark makes, and the loop that reads a text by it.

Lark (LALR) reads `grammar/value.lark` when the first text needs it and works out the table once in
a process. The loop over it is ours: it makes nodes of pieces at once, without Lark's tokens, and
asks the lexer for nothing but what the table can take where it stands.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from attrs import frozen

from jixiao.parsing.amounts import Piece
from jixiao.parsing.lexing import Lexer
from jixiao.parsing.terminals import terminals

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Failure", "Node", "opening", "parse"]


@frozen
class Node:
    """A rule of the grammar that was recognised: its name, and what it consists of."""

    data: str
    children: tuple[Any, ...]


@frozen
class Failure:
    """Where the grammar stopped, in the cleaned text, and the terminals that could stand there."""

    at: int
    expected: frozenset[str]


@frozen
class _Rule:
    """A rule as the loop needs it: how many symbols it takes, what it is, and its node's name.

    Without a name its children go to the rule above, as Lark has it for names that begin with _;
    `passed` says that it has one child alone, which then goes there as it is, and `spliced` that
    such a rule of several is among its own symbols.
    """

    size: int
    origin: str
    name: str | None
    passed: bool
    spliced: bool


@frozen
class _Table:
    """For each state what each symbol does: a state to go to, or a rule that is complete."""

    states: Mapping[int, Mapping[str, Any]]
    start: int
    end: int
    lexer: Lexer


_LAST = Piece("$END", "")

_PIECES = 128
"""Pieces of the longest text that is a value; one of more, 每百每百每百…, is given up there."""


@lru_cache(maxsize=1)
def _table() -> _Table:
    from lark import Lark
    from lark.lexer import Lexer as LarkLexer
    from lark.parsers.lalr_analysis import Shift

    class Unused(LarkLexer):
        """Lark is asked for its table alone."""

        def __init__(self, conf: object) -> None:
            del conf

        def lex(self, lexer_state: object, parser_state: object) -> Any:  # noqa: ANN401
            del lexer_state, parser_state
            return iter(())

    grammar = files("jixiao.grammar").joinpath("value.lark").read_text(encoding="utf-8")
    names = " ".join(name for name, _ in terminals())
    lark = Lark(f"{grammar}\n%declare {names}\n", parser="lalr", lexer=Unused)
    made = lark.parse_interactive("").parser_state.parse_conf
    rules = {rule: _rule(rule) for rule in lark.rules}
    states = {
        state: {
            name: arg if action is Shift else rules[arg] for name, (action, arg) in symbols.items()
        }
        for state, symbols in made.states.items()
    }
    return _Table(states, made.start_state, made.end_state, Lexer(states))


def _rule(rule: Any) -> _Rule:  # noqa: ANN401 - Lark's
    origin, size = str(rule.origin.name), len(rule.expansion)
    name = None if _inlined(origin) and rule.alias is None else str(rule.alias or origin)
    return _Rule(
        size=size,
        origin=origin,
        name=name,
        passed=name is None and size == 1,
        spliced=any(_inlined(str(symbol.name)) for symbol in rule.expansion),
    )


def _inlined(name: str) -> bool:
    return name.startswith("_")


def parse(text: str) -> Node | Failure:
    """The tree of a cleaned text, or where the grammar stopped.

    >>> parse("98%").children[0].children[0].data
    'bound'
    >>> parse("90%≥").at
    4
    """
    table = _table()
    states, following = table.states, table.lexer.following
    stack, nodes = [table.start], list[Any]()
    at, size, left = 0, len(text), _PIECES
    while True:
        piece = following(stack[-1], text, at) if at < size else _LAST
        left -= 1
        if piece is None or left < 0:
            return Failure(at, _terminals(states[stack[-1]]) - {_LAST.type})
        at += len(piece.text)
        name = piece.type
        while (action := states[stack[-1]].get(name)).__class__ is not int:
            if action is None:
                # What was read is right as far as it goes: something more should follow.
                return Failure(size, _terminals(states[stack[-1]]))
            if action.passed:
                del stack[-1]
            else:
                first = len(nodes) - action.size
                nodes[first:] = [_made(action, nodes[first:])]
                del stack[first + 1 :]
            stack.append(states[stack[-1]][action.origin])
            if piece is _LAST and stack[-1] == table.end:
                tree: Node = nodes[-1]
                return tree
        stack.append(action)
        nodes.append(piece)


def opening() -> frozenset[str]:
    """The terminals that an item can begin with.

    >>> "SUBJECT" in opening(), "UNIT" in opening()
    (True, False)
    """
    table = _table()
    return _terminals(table.states[table.start])


def _terminals(symbols: Mapping[str, object]) -> frozenset[str]:
    return frozenset(name for name in symbols if name.isupper())


def _made(rule: _Rule, children: list[Any]) -> Node | tuple[Any, ...]:
    """The node of a rule; its children alone where they go to the rule above."""
    parts = _spliced(children) if rule.spliced else tuple(children)
    return parts if rule.name is None else Node(rule.name, parts)


def _spliced(children: list[Any]) -> tuple[Any, ...]:
    parts = list[Any]()
    for child in children:
        if child.__class__ is tuple:
            parts += child
        else:
            parts.append(child)
    return tuple(parts)
