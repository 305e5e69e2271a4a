"""The form of monitoring (监控表) of one table: its money, its indicators, causes and likelihood.

Columns: annex of 财预〔2019〕136号, 待核. No points and no grade.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.messages.paper_words import paper_word
from jixiao.messages.words import word
from jixiao.paper import Paper, Paragraph
from jixiao.papers.laying import Laying, caption, centred, notes, text
from jixiao.papers.progress_words import TONES, months, percent, reason, standing, the_year
from jixiao.sheets import Cell, Style, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jixiao.findings import Lang
    from jixiao.monitoring import IndicatorStatus, MoneyStatus, Progress, TableStatus
    from jixiao.paper import Grid

__all__ = ["monitoring_form"]

WIDTHS = (11, 13, 26, 14, 14, 14, 6, 6, 6, 6, 6, 18, 13, 17)
CAUSES = ("经费保障", "制度保障", "人员保障", "硬件条件保障", "其他")
_CAUSE, _REASON = 7, 12


def monitoring_form(  # noqa: PLR0913 - what stands at its head, each by its name
    table: TableStatus,
    as_of: date,
    heads: Sequence[str],
    lang: Lang,
    name: str,
    *,
    personal: bool,
) -> Paper:
    """The form of a table."""
    due = paper_word("watch_due", lang, due=percent(table.due), by=word(f"by_{table.by}", lang))
    project = table.name or word("unnamed", lang)
    first = [paper_word("project_caption", lang, name=project)]
    if table.unit:
        first.append(paper_word("unit_caption", lang, unit=table.unit))
    seen = months(as_of, lang)
    return Paper(
        name,
        paper_word("watch_title", lang),
        WIDTHS,
        (
            Paragraph(caption((*first, *heads, due), lang), Style.CAPTION),
            *((_money(table.money, seen, lang),) if table.money else ()),
            _indicators(table.indicators, seen, lang, personal=personal),
            Paragraph(
                notes([paper_word(f"watch_note_{one}", lang) for one in ("form", "reckoned")])
            ),
        ),
        landscape=True,
    )


def _money(several: Sequence[MoneyStatus], seen: str, lang: Lang) -> Grid:
    """The money: the whole first, then the lines of spending."""
    laid = Laying(len(WIDTHS))
    spans = ((2, 3), (4, 4), (5, 5), (6, 6), (7, 11), (12, 14))
    names = ("watch_money", "budget", "executed", "rate", "year_money", "remark")
    heads = [paper_word(f"watch_{one.removeprefix('watch_')}", lang, months=seen) for one in names]
    label = Cell(paper_word("watch_money", lang), Style.LABEL)
    heads[0] = paper_word("source", lang)
    _spread(laid, label, [Cell(one, Style.HEADER) for one in heads], spans, Style.HEADER)
    for one in several:
        progress = one.progress
        cells = [
            text(one.name),
            Cell(one.budget, across="right"),
            Cell(one.executed, across="right"),
            Cell(percent(progress.completion) or None, across="right"),
            Cell(the_year(progress, lang) or None, across="right"),
            _remark(progress, lang),
        ]
        _spread(laid, Cell(None, Style.LABEL), cells, spans, Style.BODY)
    laid.merge(1, 1, laid.count, 1)
    return laid.grid(0)


def _spread(
    laid: Laying,
    label: Cell,
    cells: Sequence[Cell],
    spans: Sequence[tuple[int, int]],
    style: Style,
) -> None:
    """A row of cells each over a stretch of columns."""
    row = [label, *(Cell(None, style) for _ in range(laid.columns - 1))]
    for cell, (left, _) in zip(cells, spans, strict=True):
        row[left - 1] = cell
    laid.add(*row)
    for left, right in spans:
        laid.merge(laid.count, left, laid.count, right)


def _indicators(
    several: Sequence[IndicatorStatus], seen: str, lang: Lang, *, personal: bool
) -> Grid:
    laid = Laying(len(WIDTHS))
    names = ("level1", "level2", "level3", "annual", "done", "year", "causes")
    upper = [paper_word(f"watch_{one}", lang, months=seen) for one in names]
    lower = [paper_word(f"watch_{one}", lang) for one in (*CAUSES, "reason")]
    ends = [paper_word(f"watch_{one}", lang) for one in ("likelihood", "remark")]
    laid.add(*(Cell(one or None, Style.HEADER) for one in (*upper, *[""] * 5, *ends)))
    laid.add(*(Cell(one or None, Style.HEADER) for one in (*[""] * 6, *lower, "", "")))
    laid.merge(1, _CAUSE, 1, _REASON)
    for column in (*range(1, _CAUSE), *range(_REASON + 1, len(WIDTHS) + 1)):
        laid.merge(1, column, 2, column)
    _rows(laid, several, lang, personal=personal)
    if not several:
        laid.across(centred(paper_word("watch_none", lang)))
    return laid.grid(2)


def _rows(laid: Laying, several: Sequence[IndicatorStatus], lang: Lang, *, personal: bool) -> None:
    """The rows of indicators, a level said once and merged down its rows."""
    above = laid.count
    starts = {1: 0, 2: 0}
    keys = [((one.level1,), (one.level1, one.level2)) for one in several]
    for at, one in enumerate(several):
        begins = [not at or keys[at][depth] != keys[at - 1][depth] for depth in (0, 1)]
        for column, begun in enumerate(begins, 1):
            if begun and at:
                laid.merge(above + starts[column] + 1, column, laid.count, column)
                starts[column] = at
        labels = [
            Cell((name if begun else "") or None, Style.LABEL)
            for name, begun in zip((one.level1, one.level2), begins, strict=True)
        ]
        laid.add(*labels, *_row(one, lang, personal=personal))
    for column, start in starts.items():
        if several:
            laid.merge(above + start + 1, column, laid.count, column)


def _row(one: IndicatorStatus, lang: Lang, *, personal: bool) -> tuple[Cell, ...]:
    progress = one.progress
    target = one.annual or one.counted
    said = reason(progress, personal=personal)
    asked = progress.reason_required and not said
    likely: str = progress.likelihood or ""
    if likely and progress.likelihood_from == "arithmetic":
        likely = paper_word("watch_proved", lang, likelihood=likely)
    why = Cell(paper_word("watch_asked", lang), tone=Tone.FILL_IN) if asked else text(said)
    return (
        text(one.level3),
        text("" if target is None else target.text),
        text(one.actual or "")
        if one.actual
        else Cell(paper_word("watch_asked", lang), tone=Tone.FILL_IN),
        text(the_year(progress, lang)),
        *(centred("√" if cause in progress.causes else "") for cause in CAUSES),
        why,
        centred(likely),
        _remark(progress, lang),
    )


def _remark(progress: Progress, lang: Lang) -> Cell:
    """The standing, and the lamp with its colour."""
    said = standing(progress, lang)
    if progress.lamp is None:
        return centred(said)
    shown = paper_word("watch_lamp", lang, standing=said, lamp=progress.lamp)
    return Cell(shown, across="center", tone=TONES.get(progress.lamp, Tone.PLAIN))
