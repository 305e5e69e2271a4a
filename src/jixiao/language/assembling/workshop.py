"""What the rooms that put lines together share: sections, properties, places, findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define, field

from jixiao.findings import Finding, Where, finding
from jixiao.language.statements import Line, Opening, Property, Row, Statement, Word
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jixiao.limits import Limits

__all__ = [
    "Assembler",
    "Section",
    "as_names",
    "line_of",
    "nodes",
    "number_of",
    "said_once",
    "stray",
    "twice",
]


@define
class Section:
    """A heading and the lines below it."""

    opening: Opening | None
    lines: list[tuple[int, Line]] = field(factory=list)


@define
class Assembler:
    """The findings of one file, and the numbers of its lines that could not be read."""

    text: str
    file: str | None
    limits: Limits
    broken: frozenset[int]
    findings: list[Finding] = field(factory=list)

    def origin(self, number: int, start: int) -> Origin:
        """The place of an offset on a line."""
        before = max(self.text.rfind("\n", 0, start), self.text.rfind("\r", 0, start))
        return Origin(file=self.file, line=number, column=start - before)

    def doubt(
        self,
        code: str,
        number: int,
        start: int,
        raw: str = "",
        *,
        before: Origin | None = None,
        **context: str,
    ) -> None:
        """Note a finding at an offset of a line; `before` is the other place it speaks of."""
        where = Where(origin=self.origin(number, start))
        related = (Where(origin=before),) if before is not None else ()
        found = finding(code, where, raw=raw or None, cite=None, related=related, **context)
        self.findings.append(found)

    def broken_below(self, number: int, after: int) -> bool:
        """Whether a line between two lines could not be read."""
        return any(number < one <= after for one in self.broken)


def said_once(
    work: Assembler,
    lines: Sequence[tuple[int, Property]],
    repeatable: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    """Properties by key; one that is said twice is a finding, and the first counts."""
    found: dict[str, Any] = {}
    places: dict[str, Origin] = {}
    for number, line in lines:
        before = places.setdefault(line.key, work.origin(number, line.span.start))
        if line.key in found and line.key not in repeatable:
            twice(work, number, line, before)
        elif line.key in repeatable:
            found[line.key] = (*found.get(line.key, ()), line.value)
        else:
            found[line.key] = line.value
    return found


T = TypeVar("T")


def nodes(sections: Iterable[Section], kind: type[T]) -> tuple[T, ...]:
    """What the lines of sections declare, of one kind."""
    return tuple(
        line.node
        for section in sections
        for _, line in section.lines
        if isinstance(line, Statement) and isinstance(line.node, kind)
    )


def line_of(section: Section, work: Assembler) -> int:
    """The number of the line of a heading."""
    start = section.opening.span.start if section.opening else 0
    before = work.text[:start]
    return before.count("\n") + before.count("\r") - before.count("\r\n") + 1


def as_names(value: object) -> tuple[str, ...]:
    """Names that a property holds."""
    return tuple(str(one) for one in value) if isinstance(value, tuple) else ()


def stray(work: Assembler, number: int, line: Property | Row, owner: str) -> None:
    """R23: a line that stands below nothing it could belong to."""
    if work.broken_below(0, number):
        return
    raw = line.label if isinstance(line, Property) else "|"
    work.doubt("R23", number, line.span.start, raw, word=raw, owner=f"“{owner}”")


def twice(work: Assembler, number: int, line: Property, before: Origin) -> None:
    """R21: a line that is said a second time, and where it was said before."""
    raw = line.span.of(work.text)
    work.doubt("R21", number, line.span.start, raw, before=before, what=line.label)


def number_of(work: Assembler, word: Word) -> int:
    """The number of the line a word stands on."""
    before = work.text[: word.span.start]
    return before.count("\n") + before.count("\r") - before.count("\r\n") + 1
