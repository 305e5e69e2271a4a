"""The report of `recompute`: which printed scores are explained, by what, and which differ."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.messages.words import word
from jixiao.recomputing import Tally
from jixiao.recomputing.tally import RESULTS
from jixiao.units import decimal_text
from jixiao.writing.html.anchors import RowPlace, anchors_of
from jixiao.writing.html.bars import Bar, Part, bar, parts_of
from jixiao.writing.html.finding_views import findings_view
from jixiao.writing.html.folding import Folded, folded
from jixiao.writing.html.levels import Group, grouped
from jixiao.writing.html.rendering import page
from jixiao.writing.recompute_text import sum_label, tally_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.recomputing import (
        RecomputedRow,
        RecomputedTable,
        RecomputedTotal,
        RecomputeReport,
    )
    from jixiao.writing.html.anchors import Anchors
    from jixiao.writing.settings import Lang, Settings

__all__ = ["recompute_page"]

_NONE = "—"


@frozen
class PrintedRow:
    """A printed score in words; its bar is what the rules give, the line across what is printed."""

    anchor: str
    level1: str
    level2: str
    level3: str
    target: str
    actual: str
    weight: str
    printed: str
    computed: str
    bar: Bar | None
    result: str
    result_label: str
    said: str
    folded: Folded


@frozen
class PrintedTotal:
    """A printed sum, rate or grade in words."""

    name: str
    printed: str
    computed: str
    result: str
    result_label: str
    said: str


@frozen
class PrintedTable:
    """A table in words: how many scores came to what, its rows, its sums."""

    anchor: str
    number: int
    heading: str
    name: str
    unit: str
    ruleset: str
    said: str
    parts: tuple[Part, ...]
    scored: int
    cleared: int
    differs: int
    groups: tuple[Group[PrintedRow], ...]
    totals: tuple[PrintedTotal, ...]


@frozen
class PrintedFile:
    """One file of the report."""

    name: str
    tables: tuple[PrintedTable, ...]


def recompute_page(reports: Sequence[RecomputeReport], settings: Settings) -> str:
    """One page of what the printed scores of files come to."""
    lang = settings.lang
    files: list[PrintedFile] = []
    anchors: list[Anchors] = []
    number = 1
    for report in reports:
        names = {one.index: f"t{place}" for place, one in enumerate(report.tables, number)}
        number += len(names)
        rows = {index: _numbered(report, index, anchor) for index, anchor in names.items()}
        tables = tuple(
            _table(one, names[one.index], rows[one.index], report, lang) for one in report.tables
        )
        files.append(PrintedFile(report.document or "-", tables))
        anchors.append(
            anchors_of(
                names,
                (
                    RowPlace(index, (row.level1, row.level2, row.indicator), anchor, (row.origin,))
                    for index, held in rows.items()
                    for anchor, row in held
                ),
            )
        )
    many = len(reports) > 1
    tally = sum((report.tally() for report in reports), Tally())
    return page(
        "recompute.html.jinja",
        lang,
        title=word("title_recompute", lang),
        facts=_facts(reports, lang),
        findings=findings_view(
            (
                (report.document if many else None, report.findings, held)
                for report, held in zip(reports, anchors, strict=True)
            ),
            lang,
        ),
        files=tuple(files),
        many=many,
        table_count=number - 1,
        said=tally_line(tally, lang),
        results=tuple((name, word(name, lang), getattr(tally, name)) for name in RESULTS),
        result_parts=_parts(tally, lang),
    )


def _numbered(
    report: RecomputeReport, index: int, anchor: str
) -> tuple[tuple[str, RecomputedRow], ...]:
    """The rows of a table with their ids."""
    held = (one for one in report.rows if one.table_index == index)
    return tuple((f"{anchor}r{at}", one) for at, one in enumerate(held, 1))


def _facts(reports: Sequence[RecomputeReport], lang: Lang) -> tuple[tuple[str, str], ...]:
    names = [one.document or "-" for one in reports]
    file = names[0] if len(names) == 1 else word("fact_files", lang, count=len(names))
    rulesets = dict.fromkeys(table.ruleset for one in reports for table in one.tables)
    days = dict.fromkeys(table.as_of for one in reports for table in one.tables)
    facts = [(word("fact_file", lang), file)]
    if rulesets:
        facts.append((word("fact_ruleset", lang), "、".join(rulesets)))
        facts.append((word("fact_date", lang), "、".join(days)))
    return tuple(facts)


def _parts(tally: Tally, lang: Lang) -> tuple[Part, ...]:
    return parts_of((name, word(name, lang), getattr(tally, name)) for name in RESULTS)


def _table(
    one: RecomputedTable,
    anchor: str,
    rows: tuple[tuple[str, RecomputedRow], ...],
    report: RecomputeReport,
    lang: Lang,
) -> PrintedTable:
    tally = report.tally(one.index)
    heading = word("table_heading", lang, number=one.index + 1, name=one.name)
    return PrintedTable(
        anchor=anchor,
        number=one.index + 1,
        heading=heading + (f"（{one.unit}）" if one.unit else ""),
        name=one.name or word("unnamed", lang),
        unit=one.unit or "",
        ruleset=word("ruleset_line", lang, ruleset=one.ruleset, date=one.as_of),
        said=tally_line(tally, lang),
        parts=_parts(tally, lang),
        scored=tally.scored,
        cleared=tally.cleared,
        differs=tally.differs,
        groups=grouped([_row(name, row, lang) for name, row in rows]),
        totals=tuple(_total(each, lang) for each in report.totals if each.table_index == one.index),
    )


def _row(anchor: str, one: RecomputedRow, lang: Lang) -> PrintedRow:
    weight = _NONE if one.weight is None else decimal_text(one.weight)
    computed = _NONE if one.computed is None else str(one.computed)
    drawn = None
    if one.computed is not None and one.weight:
        full = Fraction(one.weight)
        said = word("points_bar", lang, points=computed, weight=weight)
        drawn = bar(
            Fraction(one.computed.low) / full,
            Fraction(one.computed.high) / full,
            None if one.printed is None else Fraction(one.printed) / full,
            said,
        )
    steps = tuple(each.text(lang) for each in one.steps)
    return PrintedRow(
        anchor=anchor,
        level1=one.level1,
        level2=one.level2,
        level3=one.indicator or word("unnamed", lang),
        target=one.target,
        actual=one.actual or word("missing_actual", lang),
        weight=weight + (f"（{word('inferred', lang)}）" if one.inferred else ""),
        printed=one.printed_text or _NONE,
        computed=computed,
        bar=drawn,
        result=one.result,
        result_label=word(one.result, lang),
        said=one.message(lang),
        folded=folded("steps_of", steps, one.cites, lang),
    )


def _total(one: RecomputedTotal, lang: Lang) -> PrintedTotal:
    kind = sum_label(one.kind, lang)
    return PrintedTotal(
        name=kind if one.name in ("", kind) else f"{kind}（{one.name}）",
        printed=one.printed or _NONE,
        computed=one.computed or _NONE,
        result=one.result,
        result_label=word(one.result, lang),
        said=one.message(lang),
    )
