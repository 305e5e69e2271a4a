"""Where in a rule file something stands that a resolved ruleset only holds as an object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from jixiao.findings import Finding, Where, finding
from jixiao.source import Origin, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Places"]


@frozen
class Places:
    """The texts of the files of a lineage, by the name that stands in origins."""

    sources: Mapping[str, str] = field(factory=dict)

    def of_span(self, span: Span, statement: Origin) -> Origin:
        """The origin of a stretch of the file that a statement stands in."""
        text = self.sources.get(statement.file or "")
        if text is None or span.end == 0:
            return statement
        before = text[: span.start]
        line = before.count("\n") + before.count("\r") - before.count("\r\n") + 1
        start = max(before.rfind("\n"), before.rfind("\r")) + 1
        return Origin(file=statement.file, line=line, column=span.start - start + 1)

    def of_word(self, word: str, statement: Origin) -> Origin:
        """The first place of a word on the line of a statement, else the statement."""
        text = self.sources.get(statement.file or "")
        if text is None or statement.line is None:
            return statement
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        line = lines[statement.line - 1] if statement.line <= len(lines) else ""
        column = line.find(word, (statement.column or 1) - 1) if word else -1
        if column < 0:
            return statement
        return Origin(file=statement.file, line=statement.line, column=column + 1)

    def below(self, word: str, statement: Origin) -> Origin:
        """The first place of a word on the line of a statement or on one of those below it."""
        text = self.sources.get(statement.file or "")
        if text is None or statement.line is None or not word:
            return statement
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for number, line in enumerate(lines[statement.line - 1 :], statement.line):
            if word in line:
                return Origin(file=statement.file, line=number, column=line.index(word) + 1)
        return statement

    def doubt(self, code: str, origin: Origin, raw: str, **context: str) -> Finding:
        """A finding at an origin."""
        return finding(code, Where(origin=origin), raw=raw, cite=None, related=(), **context)

    def doubt_word(self, code: str, origin: Origin, word: str, **context: str) -> Finding:
        """A finding about a word of a statement."""
        return self.doubt(code, self.of_word(word, origin), word, word=word, **context)
