"""One line while it is built: its text, where it stands in the file, what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import define, field

from jixiao.findings import Finding, Where, finding
from jixiao.language.statements import Property, Statement, Word
from jixiao.rules import Change
from jixiao.source import Origin, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from lark import Token

    from jixiao.language.statements import Line

__all__ = ["LineWork", "Rule", "declared", "plain", "saying", "texts"]


@define
class LineWork:
    """A line as written, never as folded, and the offset of its first character in the file.

    What is wrong with a line that reads well (a date that is none, a clause said twice) goes to
    `findings`.
    """

    line: str
    offset: int
    origin: Origin
    findings: list[Finding] = field(factory=list)

    def span(self, token: Token) -> Span:
        """Where a token stands in the file."""
        return Span(self.offset + (token.start_pos or 0), self.offset + (token.end_pos or 0))

    def written(self, token: Token) -> str:
        """The token as written."""
        return self.line[token.start_pos : token.end_pos]

    def quoted(self, token: Token) -> Word:
        """A text between quotation marks, without them."""
        return Word(self.written(token)[1:-1], self.span(token))

    def place(self, span: Span) -> Origin:
        """The origin of a stretch of the line."""
        column = span.start - self.offset + 1
        return Origin(file=self.origin.file, line=self.origin.line, column=column)

    def whole(self) -> Span:
        """The line without the white space around it."""
        start = len(self.line) - len(self.line.lstrip())
        return Span(self.offset + start, self.offset + len(self.line.rstrip()))

    def doubt(self, code: str, span: Span, **context: str) -> None:
        """Note a finding about a stretch of the line."""
        raw = self.line[span.start - self.offset : span.end - self.offset]
        where = Where(origin=self.place(span))
        found = finding(code, where, raw=raw, cite=None, related=(), word=raw, **context)
        self.findings.append(found)


Rule: TypeAlias = "Callable[[LineWork, Any], object]"
"""What makes an object of the children of one rule of the grammar."""


def saying(work: LineWork, key: str, label: str, value: object) -> Property:
    """The line `label：value`."""
    return Property(key, label, value, work.whole())


def declared(work: LineWork, node: Any, span: Span, content: object, what: str) -> Line:  # noqa: ANN401
    """The statement; only 取消 may leave out what comes after the name."""
    if content is None and node.change is not Change.CANCEL:
        work.doubt("R26", span, what=what)
    return Statement(node, span)


def texts(words: Sequence[Word] | None) -> tuple[str, ...]:
    """Names as plain text."""
    return tuple(one.text for one in words or ())


def plain(figure: tuple[Decimal, str]) -> Decimal:
    """A figure without its sign of percent: a percentage is a fraction of 1."""
    number, unit = figure
    return number.scaleb(-2) if unit == "%" else number
