"""The papers of recomputing: 复核表 of every table, what is to be explained, and 底稿 of each."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jixiao.messages.paper_words import paper_word
from jixiao.messages.words import word
from jixiao.paper import Paper, Paragraph
from jixiao.papers.corrections import corrections
from jixiao.papers.figures import interval, number
from jixiao.papers.laying import Laying, caption, centred, file_caption, head_row, notes, text
from jixiao.papers.numbered import numbered
from jixiao.papers.working import Reckoned, working_paper
from jixiao.sheets import Cell, Style, Tone
from jixiao.units import decimal_text
from jixiao.writing.recompute_text import sum_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jixiao.findings import Lang
    from jixiao.recomputing import (
        RecomputedRow,
        RecomputedTable,
        RecomputedTotal,
        RecomputeReport,
    )
    from jixiao.writing.settings import Settings

__all__ = ["recompute_papers"]

WIDTHS = (6, 12, 12, 24, 13, 14, 8, 11, 12, 9, 12, 42)
_HEADS = ("target", "actual", "weight", "printed", "computed", "difference", "result", "why")
_TONES: Mapping[str, Tone] = {"differs": Tone.RED, "judgement": Tone.BLUE}


def recompute_papers(reports: Sequence[RecomputeReport], settings: Settings) -> tuple[Paper, ...]:
    """The papers of one file after the other."""
    many = len(reports) > 1
    return tuple(
        paper
        for number, report in enumerate(reports, 1)
        for paper in _of_file(report, settings, number if many else None)
    )


def _of_file(report: RecomputeReport, settings: Settings, file: int | None) -> Iterator[Paper]:
    lang = settings.lang
    name = file_caption(report.document, lang)
    mark = "" if file is None else f"{file}-"
    alone = len(report.tables) == 1
    held: list[tuple[str, tuple[str, ...], list[RecomputedRow]]] = []
    for at, table in enumerate(report.tables, 1):
        shown = mark.removesuffix("-") if alone else f"{mark}{at}"
        rows = [one for one in report.rows if one.table_index == table.index]
        totals = [one for one in report.totals if one.table_index == table.index]
        heads = _heads(table, name, lang)
        held.append((shown, heads, rows))
        tally = report.tally(table.index)
        counts = paper_word(
            "again_counts", lang, rows=tally.rows, scored=tally.scored, cleared=tally.cleared
        )
        title = paper_word("again_name", lang, number=shown).strip()
        yield _table(rows, totals, (*heads, counts), lang, title)
    if not report.tables:
        title = paper_word("again_name", lang, number=mark.removesuffix("-")).strip()
        yield _table([], [], (name,), lang, title)
    several = numbered(report.findings, lang, personal=settings.personal)
    yield from corrections(several, (name,), lang, file, "questions")
    for shown, heads, rows in held:
        title = paper_word("steps_name", lang, number=shown).strip()
        yield working_paper([_reckoned(one, lang) for one in rows], heads, lang, title)


def _heads(table: RecomputedTable, file: str, lang: Lang) -> tuple[str, ...]:
    project = paper_word("project_caption", lang, name=table.name or word("unnamed", lang))
    unit = paper_word("unit_caption", lang, unit=table.unit) if table.unit else ""
    used = paper_word("ruleset_caption", lang, ruleset=table.ruleset)
    return (project, unit, paper_word("sum_date", lang, date=table.as_of), used, file)


def _table(
    rows: Sequence[RecomputedRow],
    totals: Sequence[RecomputedTotal],
    heads: Sequence[str],
    lang: Lang,
    name: str,
) -> Paper:
    laid = Laying(len(WIDTHS))
    levels = ("number", "watch_level1", "watch_level2", "again_indicator")
    laid.add(*head_row((*levels, *(f"again_{one}" for one in _HEADS)), lang))
    for at, one in enumerate(rows, 1):
        laid.add(*_row(at, one, lang))
    if not rows:
        laid.across(centred(paper_word("again_none", lang)))
    if totals:
        laid.across(Cell(paper_word("again_sums", lang), bold=True, tone=Tone.BLUE))
        for at, total in enumerate(totals, len(rows) + 1):
            laid.add(*_total(at, total, lang))
            laid.merge(laid.count, 2, laid.count, 7)
    said = [paper_word(f"again_note_{one}", lang) for one in ("difference", "result")]
    return Paper(
        name,
        paper_word("again_title", lang),
        WIDTHS,
        (
            Paragraph(caption(heads, lang), Style.CAPTION),
            laid.grid(),
            Paragraph(notes(said)),
        ),
        landscape=True,
    )


def _row(at: int, one: RecomputedRow, lang: Lang) -> tuple[Cell, ...]:
    computed = one.computed
    weight = number(one.weight)
    if one.inferred and one.weight is not None:
        shown = paper_word("again_weight_inferred", lang, weight=decimal_text(one.weight))
        weight = Cell(shown, Style.NUMBER)
    printed = number(one.printed) if one.printed is not None else text(one.printed_text or "")
    return (
        centred(str(at)),
        text(one.level1),
        text(one.level2),
        text(one.indicator),
        text(one.target),
        text(one.actual or word("missing_actual", lang)),
        weight,
        printed,
        Cell() if computed is None else interval(computed.low, computed.high),
        number(_difference(one)),
        _result(one.result, lang),
        text(one.message(lang)),
    )


def _difference(one: RecomputedRow) -> Decimal | None:
    """What was printed less what comes out; to the nearest end of an interval, 0 inside it."""
    printed, computed = one.printed, one.computed
    if printed is None or computed is None:
        return None
    if printed < computed.low:
        return printed - computed.low
    over = printed - computed.high
    return over if over > 0 else Decimal(0)


def _total(at: int, one: RecomputedTotal, lang: Lang) -> tuple[Cell, ...]:
    kind = sum_label(one.kind, lang)
    return (
        centred(str(at)),
        text(kind if one.name in ("", kind) else f"{kind}：{one.name}"),
        *(Cell() for _ in range(5)),
        Cell(one.printed, Style.NUMBER),
        Cell(one.computed, Style.NUMBER),
        Cell(),
        _result(one.result, lang),
        text(one.message(lang)),
    )


def _result(name: str, lang: Lang) -> Cell:
    return Cell(word(name, lang), across="center", tone=_TONES.get(name, Tone.PLAIN))


def _reckoned(one: RecomputedRow, lang: Lang) -> Reckoned:
    path = " › ".join(part for part in (one.level1, one.level2, one.indicator) if part)
    return Reckoned(path, one.steps, (one.message(lang),))
