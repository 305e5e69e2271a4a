"""The report of `check`: what should be mended, explained or bettered, and the tables beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.messages.words import word
from jixiao.tables import Document
from jixiao.writing.html.finding_views import findings_view
from jixiao.writing.html.rendering import page
from jixiao.writing.html.table_views import table_views

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.checking import CheckReport
    from jixiao.writing.html.anchors import Anchors
    from jixiao.writing.html.finding_views import FindingsView
    from jixiao.writing.html.table_views import TableView
    from jixiao.writing.settings import Lang, Settings

__all__ = ["check_page"]


@frozen
class StripCell:
    """A table in the strip: its id, how many findings it has, how grave the gravest is."""

    anchor: str
    count: int
    severity: str
    label: str


@frozen
class FileView:
    """One file of the report."""

    name: str
    tables: tuple[TableView, ...]
    strip: tuple[StripCell, ...]


def check_page(reports: Sequence[CheckReport], settings: Settings) -> str:
    """One page of the findings of files; with `settings.documents` their tables stand below."""
    lang = settings.lang
    documents: Sequence[Document | None] = settings.documents or tuple(None for _ in reports)
    held: list[tuple[CheckReport, tuple[TableView, ...], Anchors]] = []
    number = 1
    for report, document in zip(reports, documents, strict=True):
        tables, anchors = table_views(
            document or Document(), number, lang, personal=settings.personal
        )
        number += len(tables)
        held.append((report, tables, anchors))
    many = len(reports) > 1
    findings = findings_view(
        ((one.file if many else None, one.findings, anchors) for one, _, anchors in held),
        lang,
        personal=settings.personal,
    )
    views = tuple(
        FileView(one.file or "-", tables, tuple(_cell(table, findings, lang) for table in tables))
        for one, tables, _ in held
    )
    return page(
        "check.html.jinja",
        lang,
        title=word("title_check", lang),
        facts=_facts(views, settings, documents),
        findings=findings,
        files=views,
        many=many,
        table_count=number - 1,
        masked=not settings.personal,
    )


def _cell(table: TableView, findings: FindingsView, lang: Lang) -> StripCell:
    own = findings.of_table(table.anchor)
    return StripCell(
        table.anchor,
        len(own),
        own[0].severity if own else "none",
        word("strip_cell", lang, table=table.heading, count=len(own)),
    )


def _facts(
    views: tuple[FileView, ...], settings: Settings, documents: Sequence[Document | None]
) -> tuple[tuple[str, str], ...]:
    """What stands at the head: the files, the rulesets they were held against, how much it is."""
    lang = settings.lang
    names = [view.name for view in views]
    file = names[0] if len(names) == 1 else word("fact_files", lang, count=len(names))
    rulesets = (
        [settings.rules.id]
        if settings.rules is not None
        else [table.ruleset for one in documents if one for table in one.tables if table.ruleset]
    )
    tables = [table for view in views for table in view.tables]
    facts = [(word("fact_file", lang), file)]
    if rulesets:
        facts.append((word("fact_ruleset", lang), "、".join(dict.fromkeys(rulesets))))
    if tables:
        rows = sum(table.row_count for table in tables)
        size = word("size_line", lang, tables=len(tables), rows=rows)
        facts.append((word("fact_size", lang), size))
    return tuple(facts)
