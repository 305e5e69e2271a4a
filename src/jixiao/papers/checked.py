"""The papers of a check: the list of corrections of a file, then a form of review a table."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from jixiao.evaluation.money import money_of
from jixiao.messages.paper_words import paper_word
from jixiao.papers.corrections import corrections
from jixiao.papers.laying import file_caption
from jixiao.papers.numbered import numbered, project_name
from jixiao.papers.review import review

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.checking import CheckReport
    from jixiao.findings import Lang
    from jixiao.paper import Paper
    from jixiao.papers.numbered import Numbered
    from jixiao.tables import Document, Table
    from jixiao.writing.settings import Settings

__all__ = ["check_papers"]


def check_papers(reports: Sequence[CheckReport], settings: Settings) -> tuple[Paper, ...]:
    """The papers of one file after the other; `settings.documents` says more of the tables."""
    documents: Sequence[Document | None] = settings.documents or tuple(None for _ in reports)
    many = len(reports) > 1
    return tuple(
        paper
        for number, (report, document) in enumerate(zip(reports, documents, strict=True), 1)
        for paper in _of_file(report, document, settings, number if many else None)
    )


def _of_file(
    report: CheckReport, document: Document | None, settings: Settings, number: int | None
) -> Iterator[Paper]:
    lang = settings.lang
    several = numbered(report.findings, lang, personal=settings.personal)
    file = file_caption(report.file, lang)
    rulesets = dict.fromkeys(
        [settings.rules.id]
        if settings.rules is not None
        else [one.ruleset for one in document.tables if one.ruleset]
        if document is not None
        else []
    )
    used = paper_word("ruleset_caption", lang, ruleset="、".join(rulesets)) if rulesets else ""
    yield from corrections(several, (file, used), lang, number)
    yield from _reviews(several, document, (file, used), lang, number)


def _reviews(
    several: Sequence[Numbered],
    document: Document | None,
    ends: tuple[str, str],
    lang: Lang,
    number: int | None,
) -> Iterator[Paper]:
    """A form for what the tables share where there is any, and one for every table."""
    tables = {} if document is None else {one.index: one for one in document.tables}
    by_table = {
        index: list(group)
        for index, group in groupby(sorted(several, key=_index), key=lambda one: one.index)
    }
    alone = len(tables) == 1
    shared = by_table.pop(None, [])
    if alone and shared:
        # what is said of the whole of a file with one table is said of that table
        (only,) = tables
        by_table[only] = sorted((*shared, *by_table.get(only, ())), key=lambda one: one.number)
        shared = []
    names = _names(lang, number, alone=alone)
    if shared or not (tables or by_table):
        yield review(shared, (paper_word("review_common", lang), *ends), lang, next(names))
    for index in sorted({index for index in (*tables, *by_table) if index is not None}):
        own = by_table.get(index, [])
        head = _particulars(tables[index], lang) if index in tables else _known(own, lang)
        yield review(own, (*head, *ends), lang, next(names))


def _index(one: Numbered) -> int:
    return -1 if one.index is None else one.index


def _names(lang: Lang, number: int | None, *, alone: bool) -> Iterator[str]:
    """Names of sheets: 审核表, or numbered; with the number of the file before where it has one."""
    mark = "" if number is None else f"{number}-"
    if alone:
        yield paper_word("review_name", lang) + mark.removesuffix("-")
    count = 0
    while True:
        count += 1
        yield paper_word("review_name_numbered", lang, number=f"{mark}{count}")


def _known(own: Sequence[Numbered], lang: Lang) -> tuple[str, ...]:
    """What findings alone say of their table."""
    name = project_name(own[0].finding.where, lang)
    return (paper_word("project_caption", lang, name=name),)


def _particulars(table: Table, lang: Lang) -> tuple[str, ...]:
    """The head of a table's form: project, unit, year, money."""
    found = [paper_word("project_caption", lang, name=table.name or paper_word("nothing", lang))]
    if table.unit:
        found.append(paper_word("unit_caption", lang, unit=table.unit))
    money = money_of(table, ()).amount("资金总额")
    if money is not None:
        found.append(paper_word("money_caption", lang, amount=money))
    if table.year is not None:
        found.append(paper_word("year_caption", lang, year=table.year))
    return tuple(found)
