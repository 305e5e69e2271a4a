"""Lines put together into a ruleset, before inheritance; one room a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.language.assembling.bands import bands_of
from jixiao.language.assembling.checks import checks_of
from jixiao.language.assembling.header import head_of
from jixiao.language.assembling.indicators import trees_of
from jixiao.language.assembling.methods import scoring_of
from jixiao.language.assembling.tables import tables_of
from jixiao.language.assembling.vocabulary import vocabulary_of
from jixiao.language.assembling.workshop import Assembler, Section
from jixiao.language.statements import Line, Opening
from jixiao.rules import Ruleset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.findings import Finding
    from jixiao.language.lines import Reading
    from jixiao.limits import Limits

__all__ = ["Assembly", "assemble"]


@frozen
class Assembly:
    """A ruleset as its file says it, and what is wrong with the way it is put together."""

    ruleset: Ruleset | None
    findings: tuple[Finding, ...]


def assemble(reading: Reading, text: str, file: str | None, limits: Limits) -> Assembly:
    """The ruleset that the lines make; None where there is no line 规则集."""
    work = Assembler(text, file, limits, frozenset(number for number, _ in reading.broken))
    sections = _sections(reading.lines)
    head, rest = sections[0], sections[1:]
    attributes = head_of(work, head)
    of_kind: dict[str, list[Section]] = {}
    for section in rest:
        if section.opening is not None:
            of_kind.setdefault(section.opening.kind, []).append(section)
    if "id" not in attributes:
        return Assembly(None, tuple(work.findings))
    ruleset = Ruleset(
        **attributes,
        vocabulary=vocabulary_of(of_kind.get("vocabulary", ())),
        tables=tables_of(work, of_kind.get("table", ())),
        trees=trees_of(work, of_kind.get("tree", ())),
        scoring=scoring_of(work, of_kind.get("scoring", ())),
        bands=bands_of(work, of_kind.get("bands", ())),
        checks=checks_of(work, of_kind.get("checks", ()), attributes["id"]),
    )
    return Assembly(ruleset, tuple(work.findings))


def _sections(lines: Iterable[tuple[int, Line]]) -> list[Section]:
    sections = [Section(None)]
    for number, line in lines:
        if isinstance(line, Opening):
            sections.append(Section(line))
        else:
            sections[-1].lines.append((number, line))
    return sections
