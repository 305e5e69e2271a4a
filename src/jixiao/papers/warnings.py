"""The list of warnings (预警清单): what has a red or yellow lamp, runs behind, or owes a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.messages.paper_words import paper_word
from jixiao.messages.words import word
from jixiao.paper import Paper, Paragraph
from jixiao.papers.laying import Laying, caption, centred, head_row, text
from jixiao.papers.progress_words import TONES, percent, reason, standing
from jixiao.sheets import Cell, Style, Tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.findings import Lang
    from jixiao.monitoring import MonitorReport, Progress, TableStatus

__all__ = ["warnings"]

WIDTHS = (6, 24, 28, 12, 12, 10, 10, 10, 6, 18, 20)
_HEADS = ("what", "target", "done", "completion", "ratio", "standing", "lamp", "asked", "reason")
_BANDS = ("红", "黄", "other")


@frozen
class Warned:
    """Something to be warned of: where it stands and how far it is."""

    band: str
    project: str
    what: str
    target: str
    done: str
    progress: Progress


def warnings(report: MonitorReport, heads: Sequence[str], lang: Lang, *, personal: bool) -> Paper:
    """The list, red before yellow before the rest."""
    listed = [one for table in report.tables for one in _of_table(table, lang)]
    laid = Laying(len(WIDTHS))
    laid.add(*head_row(("number", "project", *(f"warn_{one}" for one in _HEADS)), lang))
    number = 0
    parts = []
    for band in _BANDS:
        group = [one for one in listed if one.band == band]
        if not group:
            continue
        name = paper_word(f"warn_{band}", lang)
        said = paper_word("warn_band", lang, name=name, count=len(group))
        parts.append(said)
        laid.across(Cell(said, bold=True, tone=TONES.get(band, Tone.BLUE)))
        for one in group:
            number += 1
            laid.add(*_row(number, one, lang, personal=personal))
    if not listed:
        laid.across(centred(paper_word("warn_none", lang)))
    joint = "，" if lang == "zh" else ", "
    counts = paper_word(
        "warn_counts",
        lang,
        tables=len(report.tables),
        rows=sum(len(one.indicators) for one in report.tables),
        total=len(listed),
        lamps=joint.join(parts),
    )
    return Paper(
        paper_word("warn_name", lang),
        paper_word("warn_title", lang),
        WIDTHS,
        (
            Paragraph(caption(heads, lang), Style.CAPTION),
            Paragraph(counts if listed else paper_word("warn_none", lang), Style.CAPTION),
            laid.grid(),
        ),
        landscape=True,
    )


def _of_table(table: TableStatus, lang: Lang) -> Iterator[Warned]:
    name = table.name or word("unnamed", lang)
    project = word("table_heading", lang, number=table.index + 1, name=name)
    for money in table.money:
        band = _band(money.progress)
        if band is not None:
            due = percent(money.progress.due)
            yield Warned(band, project, money.name, due, money.executed or "", money.progress)
    for one in table.indicators:
        band = _band(one.progress)
        if band is not None:
            target = one.counted or one.annual
            path = " › ".join(part for part in (one.level2, one.level3) if part)
            wanted = "" if target is None else target.text
            yield Warned(band, project, path, wanted, one.actual or "", one.progress)


def _band(progress: Progress) -> str | None:
    """Under which head it stands; None for what needs no warning."""
    if progress.lamp in _BANDS:
        return progress.lamp
    owes = progress.reason_required and not progress.reason
    return "other" if owes or progress.standing in ("behind", "over") else None


def _row(number: int, one: Warned, lang: Lang, *, personal: bool) -> tuple[Cell, ...]:
    progress = one.progress
    said = reason(progress, personal=personal)
    behind = progress.reason_required or progress.standing in ("behind", "over")
    asked = "warn_reason_given" if said else "warn_reason_asked" if behind else "warn_watch"
    return (
        centred(str(number)),
        text(one.project),
        text(one.what),
        text(one.target),
        text(one.done or word("missing_actual", lang)),
        centred(percent(progress.completion)),
        centred(percent(progress.ratio)),
        centred(standing(progress, lang)),
        Cell(progress.lamp, across="center", tone=TONES.get(progress.lamp or "", Tone.PLAIN)),
        text(paper_word(asked, lang)),
        text(said),
    )
