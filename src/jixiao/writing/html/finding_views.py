"""Findings as a report shows them: numbered, in words, linked to their rows, and back from there.

What is linked where is decided here; how it looks is the templates' matter.
"""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeVar

from attrs import evolve, field, frozen

from jixiao.findings import Severity
from jixiao.messages.words import word
from jixiao.writing.findings_text import place
from jixiao.writing.layout import cut
from jixiao.writing.masking import masked_message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jixiao.findings import Finding, Where
    from jixiao.writing.html.anchors import Anchors

__all__ = ["FindingView", "FindingsView", "Mark", "PlaceView", "SeverityCount", "findings_view"]

Lang = Literal["zh", "en"]
HEADINGS = ("完整性", "相关性", "适当性", "可行性", None)
PLACES_SHOWN = 60
"""Places of a folded finding that are listed; the rows of the others bear its mark all the same."""


@frozen
class PlaceView:
    """A place in words, and the id it can be found by."""

    text: str
    anchor: str | None


@frozen
class FindingView:
    """One finding, ready to be shown."""

    id: str
    severity: str
    label: str
    code: str
    message: str
    places: tuple[PlaceView, ...]
    more: str | None
    count: str | None
    cite: str | None
    table: PlaceView | None


@frozen
class Mark:
    """What stands at a row for a finding: a link to it."""

    id: str
    severity: str
    label: str
    code: str


@frozen
class SeverityCount:
    """How many findings of a severity there are."""

    severity: str
    label: str
    count: int


@frozen
class HeadingView:
    """The findings under one heading of the review, gravest first, with their counts."""

    id: str
    name: str
    counts: tuple[SeverityCount, ...]
    total: int
    findings: tuple[FindingView, ...]


@frozen
class FindingsView:
    """All findings of a report: by heading, counted, and the marks of every row by its id."""

    headings: tuple[HeadingView, ...]
    counts: tuple[SeverityCount, ...]
    total: int
    marks: Mapping[str, tuple[Mark, ...]] = field(factory=dict)
    by_table: Mapping[str, tuple[FindingView, ...]] = field(factory=dict)

    def at(self, anchor: str) -> tuple[Mark, ...]:
        """The marks of the element of that id."""
        return self.marks.get(anchor, ())

    def of_table(self, anchor: str) -> tuple[FindingView, ...]:
        """The findings of the table of that id, without those of the whole document."""
        return self.by_table.get(anchor, ())


_Graded = TypeVar("_Graded", Mark, FindingView)


def findings_view(
    several: Iterable[tuple[str | None, Sequence[Finding], Anchors]],
    lang: Lang,
    *,
    personal: bool = False,
) -> FindingsView:
    """The findings of files: for each its name where there are many, its findings, its anchors."""
    shown: list[tuple[str | None, FindingView]] = []
    marks: dict[str, list[Mark]] = {}
    by_table: dict[str, list[FindingView]] = {}
    for file, findings, anchors in several:
        for one in findings:
            view = _view(one, f"f{len(shown) + 1}", file, anchors, lang)
            if not personal:
                view = evolve(view, message=masked_message(one, lang))
            shown.append((one.heading, view))
            mark = Mark(view.id, view.severity, view.label, view.code)
            for anchor in dict.fromkeys(anchors.find(where) for where in _places(one)):
                if anchor is not None:
                    marks.setdefault(anchor, []).append(mark)
            index = one.where.table_index
            if index is not None and index in anchors.tables:
                by_table.setdefault(anchors.tables[index], []).append(view)
    known = [one for one in HEADINGS if one is not None]
    groups = [
        (one, [v for h, v in shown if (h if h in known else None) == one]) for one in HEADINGS
    ]
    return FindingsView(
        tuple(
            _heading(number, name, group, lang, alone=len(group) == len(shown))
            for number, (name, group) in enumerate(groups, 1)
            if group
        ),
        _counts([view for _, view in shown], lang),
        len(shown),
        MappingProxyType({anchor: _gravest(held) for anchor, held in marks.items()}),
        MappingProxyType({anchor: _gravest(held) for anchor, held in by_table.items()}),
    )


def _heading(
    number: int, name: str | None, group: list[FindingView], lang: Lang, *, alone: bool
) -> HeadingView:
    """The findings of a heading; those without one are the whole where no finding has any."""
    other = "gravest_first" if alone else "other_heading"
    title = word(other if name is None else f"heading_{name}", lang)
    return HeadingView(f"h{number}", title, _counts(group, lang), len(group), _gravest(group))


def _gravest(several: Iterable[_Graded]) -> tuple[_Graded, ...]:
    return tuple(sorted(several, key=lambda one: Severity(one.severity).rank))


def _counts(several: list[FindingView], lang: Lang) -> tuple[SeverityCount, ...]:
    counts = Counter(one.severity for one in several)
    return tuple(SeverityCount(one.value, one.label(lang), counts[one.value]) for one in Severity)


def _places(one: Finding) -> tuple[Where, ...]:
    return one.items or (one.where,)


def _view(one: Finding, name: str, file: str | None, anchors: Anchors, lang: Lang) -> FindingView:
    joint = one.where.table_index is None
    every = _places(one)
    places = tuple(
        PlaceView(_place_text(where, lang, joint=joint), anchors.find(where))
        for where in every[:PLACES_SHOWN]
    )
    rest = len(every) - len(places)
    return FindingView(
        id=name,
        severity=one.severity.value,
        label=one.severity.label(lang),
        code=one.code,
        message=one.message(lang),
        places=tuple(one for one in places if one.text),
        more=word("places_more", lang, count=rest, code=one.code) if rest else None,
        count=word("places_count", lang, count=one.count) if len(every) > 1 else None,
        cite=word("basis", lang, cite=one.cite) if one.cite else None,
        table=_table(one.where, file, anchors, lang),
    )


def _place_text(where: Where, lang: Lang, *, joint: bool) -> str:
    text = place(where, lang)
    if not joint or not where.table:
        return text
    head = cut(where.table, 24)
    return f"{head} › {text}" if text else head


def _table(where: Where, file: str | None, anchors: Anchors, lang: Lang) -> PlaceView | None:
    """What a finding is about as a whole: its table, else the file, else the document."""
    if where.table_index is None:
        beside = where.origin.file if where.table else None
        return PlaceView(beside or where.table or file or word("whole_document", lang), None)
    name = where.table or word("unnamed", lang)
    heading = word("table_heading", lang, number=where.table_index + 1, name=name)
    return PlaceView(heading, anchors.tables.get(where.table_index))
