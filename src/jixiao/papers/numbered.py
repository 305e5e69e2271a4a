"""Findings in the order of a list of corrections, each with its number and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.messages.paper_words import paper_word
from jixiao.messages.template import TEMPLATE
from jixiao.messages.words import word
from jixiao.writing.findings_text import place
from jixiao.writing.layout import cut
from jixiao.writing.masking import masked_message, masked_raw
from jixiao.writing.places import spot

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.findings import Finding, Lang, Where

__all__ = ["Numbered", "numbered", "project_name", "row_name"]

INLINE = 6
"""Places of a finding that stand in its row; more of them stand in the annex."""
RAW_WIDTH = 120
"""Columns that a text as filled in is cut to."""
_OF_FORM = frozenset(one.code for one in TEMPLATE)


@frozen
class Numbered:
    """A finding with its number, in words; `annexed` says that its places stand in the annex."""

    number: int
    finding: Finding
    project: str
    place: str
    raw: str
    said: str
    cite: str
    annexed: bool

    @property
    def index(self) -> int | None:
        """The table it speaks of, counted from 0; None for the document."""
        return self.finding.where.table_index


def numbered(findings: Iterable[Finding], lang: Lang, *, personal: bool) -> tuple[Numbered, ...]:
    """The findings gravest first, then in the order of the tables, from 1."""

    def key(one: Finding) -> tuple[int, int]:
        index = one.where.table_index
        return one.severity.rank, -1 if index is None else index

    return tuple(
        _numbered(number, one, lang, personal=personal)
        for number, one in enumerate(sorted(findings, key=key), 1)
    )


def _numbered(number: int, one: Finding, lang: Lang, *, personal: bool) -> Numbered:
    raw = (one.raw or "") if personal else masked_raw(one)
    annexed = len(one.items) > INLINE
    if annexed:
        stood = paper_word("corrections_places", lang, count=len(one.items))
    elif one.items:
        joint = one.where.table_index is None
        stood = "\n".join(_item(item, lang, joint=joint) for item in one.items)
    else:
        stood = place(one.where, lang)
    return Numbered(
        number,
        one,
        project_name(one.where, lang),
        stood,
        cut(raw, RAW_WIDTH),
        one.message(lang) if personal else masked_message(one, lang),
        _basis(one, lang),
        annexed,
    )


def _basis(one: Finding, lang: Lang) -> str:
    """The clause behind a finding; where there is none, what was compared, with the code."""
    if one.cite:
        return one.cite
    if "/" in one.code:
        return paper_word("cite_ruleset", lang, code=one.code)
    name = "cite_form" if one.code in _OF_FORM else "cite_table"
    return paper_word(name, lang, code=one.code)


def _item(where: Where, lang: Lang, *, joint: bool) -> str:
    stood = place(where, lang)
    return f"{project_name(where, lang)} › {stood}" if joint and where.table else stood


def project_name(where: Where, lang: Lang) -> str:
    """The table a place is in: its number and name, or the whole document."""
    if where.table_index is None:
        beside = where.origin.file if where.table else None
        return beside or where.table or word("whole_document", lang)
    name = where.table or word("unnamed", lang)
    return word("table_heading", lang, number=where.table_index + 1, name=name)


def row_name(where: Where, lang: Lang) -> tuple[str, str]:
    """The indicator or field of a place, and where in the file it stands."""
    parts = (where.level1, where.level2, where.level3, where.column)
    return " › ".join(part for part in parts if part), spot(where.origin, lang)
