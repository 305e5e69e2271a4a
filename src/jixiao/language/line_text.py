"""How one line of a rule file is spelled: its tokens with the marks and spaces of the one form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field, frozen

from jixiao.language.grammar import line_parser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lark import Token

__all__ = ["SpelledLine", "spell"]

_SIGNS = {">=": "≥", "<=": "≤", "<>": "≠", ">": "＞", "<": "＜", "*": "×"}
_WRITTEN = frozenset({"NAME", "QNAME", "STRING", "TITLE", "DOCNO", "ARTICLE", "RSID"})
"""Tokens whose text is the author's: taken from the line as written, never as folded."""
_OPERANDS = frozenset({"NAME", "QNAME", "INT", "DECIMAL", "PERCENT", "STRING", "_RPAR"})
_COMPARE = frozenset({"EQ", "GT", "REL"})
_ARITHMETIC = frozenset({"PLUS", "MINUS", "STAR", "SLASH"})
_TIGHT_BEFORE = frozenset({"_COLON", "_COMMA", "_LIST", "_DOT", "_CLOSE", "_RPAR", "_RSQB"})
_TIGHT_AFTER = frozenset({"_COLON", "_LIST", "_DOT", "_OPEN", "_LSQB"})
_PRINTED = {"_COLON": "：", "_LIST": "、", "_DOT": ".", "_OPEN": "【", "_CLOSE": "】"}


@frozen
class SpelledLine:
    """A line in the one form: its text, or its cells if it is a row of pipes, and its comment.

    `first` is the type of the first token that is no 修改 or 取消, `word` what it says.
    """

    first: str
    word: str
    text: str
    cells: tuple[str, ...] = ()
    comment: str = ""


@define
class _Spelling:
    """The pieces of a line so far, and what is open."""

    line: str
    rule: str
    pieces: list[str] = field(factory=list)
    before: str = ""
    glued: bool = True
    expects: bool = False
    brackets: list[bool] = field(factory=list)

    def put(self, text: str, kind: str, *, left: bool, right: bool) -> None:
        """One more token; `left` and `right` say whether a space belongs there."""
        if self.pieces and left and not self.glued:
            self.pieces.append(" ")
        self.pieces.append(text)
        self.glued = not right
        self.before = kind


def spell(line: str, folded: str, rule: str) -> SpelledLine:
    """The line that `rule` reads, spelled in the one form; `folded` has the columns of `line`.

    Raises:
        lark.UnexpectedInput: the rule does not read the line.

    >>> spell("列 指标值:作为  目标值,必填#甲", "列 指标值:作为  目标值,必填#甲", "table_line").text
    '列 指标值：作为 目标值，必填'
    """
    parser = line_parser().parse_interactive(folded, start=rule)
    tokens = parser.exhaust_lexer()
    parser.feed_eof(tokens[-1] if tokens else None)  # type: ignore[no-untyped-call]
    said = [one for one in tokens if one.type not in ("MODIFY", "CANCEL")]
    comment = line[tokens[-1].end_pos or 0 :].strip()
    first = said[0]
    if first.type == "_BAR":
        cells = tuple(_spelled(line, rule, cell) for cell in _cells(tokens))
        return SpelledLine("row", "|", "", cells, comment)
    return SpelledLine(first.type, str(first), _spelled(line, rule, tokens), (), comment)


def _cells(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The tokens between the pipes of a row."""
    cell: list[Token] = []
    for token in tokens[1:]:
        if token.type == "_BAR":
            yield cell
            cell = []
        else:
            cell.append(token)


def _spelled(line: str, rule: str, tokens: Sequence[Token]) -> str:
    work = _Spelling(line, rule)
    for token in tokens:
        _token(work, token)
    return "".join(work.pieces)


def _token(work: _Spelling, token: Token) -> None:
    kind, text = token.type, str(token)
    if kind == "_COMMA" and work.brackets and work.brackets[-1]:
        work.put(",", kind, left=False, right=True)
    elif kind == "_COMMA":
        work.put("，", kind, left=False, right=False)
        work.expects = False
    elif kind in ("_LPAR", "_RPAR"):
        _bracket(work, kind)
    elif kind in _COMPARE:
        _comparison(work, kind, text)
    elif kind in _ARITHMETIC:
        _sign(work, kind, text)
    elif kind in ("DOCNO", "ARTICLE") or (kind == "STATUS" and work.before in ("DOCNO", "TITLE")):
        work.put(_written(work, token), kind, left=False, right=True)
    elif kind == "_ONE_OF":
        work.put(text, kind, left=True, right=True)
    else:
        work.expects = work.expects or kind == "_SHOULD"
        work.put(
            _PRINTED.get(kind) or _written(work, token),
            kind,
            left=kind not in _TIGHT_BEFORE,
            right=kind not in _TIGHT_AFTER,
        )


def _written(work: _Spelling, token: Token) -> str:
    if token.type not in _WRITTEN:
        return str(token)
    text = work.line[token.start_pos : token.end_pos]
    if token.type == "DOCNO":
        return f"（{text[1:-1]}）"
    if token.type == "STRING" and not set(text[1:-1]) & set("“”"):
        return f"“{text[1:-1]}”"
    return text


def _bracket(work: _Spelling, kind: str) -> None:
    """Brackets of a call are narrow, those that group or name a scale are wide."""
    if kind == "_LPAR":
        called = work.before in ("NAME", "QNAME")
        named = work.before == "KIND"
        work.brackets.append(called)
        work.put("(" if called else "（", kind, left=not called and not named, right=False)
    else:
        called = bool(work.brackets) and work.brackets.pop()
        work.put(")" if called else "）", kind, left=False, right=True)


def _comparison(work: _Spelling, kind: str, text: str) -> None:
    """A sign between two sides has a space on either; one before a figure or in a list has none."""
    sign = _SIGNS.get(text, text)
    between = work.before in _OPERANDS and not work.expects
    listed = work.before in ("_ONE_OF", "_LIST", "_LSQB")
    work.put(sign, kind, left=True, right=between or listed)


def _sign(work: _Spelling, kind: str, text: str) -> None:
    if kind == "SLASH" and work.rule == "table_line":
        work.put("/", kind, left=False, right=False)
        return
    between = work.before in _OPERANDS
    alone = kind == "MINUS" and not between
    shown = "÷" if kind == "SLASH" else _SIGNS.get(text, text)
    work.put(shown, kind, left=True, right=not alone)
