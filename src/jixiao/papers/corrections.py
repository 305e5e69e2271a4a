"""The list of corrections (修改意见单): every finding a row, gravest first, room for answers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from jixiao.findings import Severity
from jixiao.messages.paper_words import paper_word
from jixiao.paper import Paper, Paragraph
from jixiao.papers.laying import Laying, caption, centred, head_row, notes, text
from jixiao.papers.numbered import project_name, row_name
from jixiao.sheets import Cell, Style, Tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.findings import Lang
    from jixiao.papers.numbered import Numbered

__all__ = ["corrections"]

WIDTHS = (6, 22, 28, 20, 40, 22, 18)
ANNEX_WIDTHS = (9, 40, 52, 22, 22)
TONES = {Severity.ERROR: Tone.RED, Severity.WARNING: Tone.YELLOW, Severity.HINT: Tone.BLUE}


Kind = Literal["corrections", "questions"]
"""corrections: of a check of targets, 修改意见单; questions: of every other stage, 核实事项."""


def corrections(
    several: Sequence[Numbered],
    heads: Sequence[str],
    lang: Lang,
    number: int | None = None,
    kind: Kind = "corrections",
) -> Iterator[Paper]:
    """The list, and its annex where findings have many places; `number` is that of the file."""
    mark = "" if number is None else str(number)
    yield Paper(
        paper_word(f"{kind}_name", lang) + mark,
        paper_word(f"{kind}_title", lang),
        WIDTHS,
        (
            Paragraph(caption(heads, lang), Style.CAPTION),
            Paragraph(_counts(several, lang, kind), Style.CAPTION),
            _list(several, lang, kind).grid(),
            Paragraph(
                notes(
                    (
                        paper_word("corrections_note_levels", lang),
                        paper_word("corrections_note_cite", lang),
                    )
                )
            ),
        ),
        landscape=True,
    )
    annexed = [one for one in several if one.annexed]
    if annexed:
        yield Paper(
            paper_word("annex_name", lang) + mark,
            paper_word("annex_title", lang),
            ANNEX_WIDTHS,
            (Paragraph(caption(heads, lang), Style.CAPTION), _annex(annexed, lang).grid()),
            landscape=True,
        )


def _counts(several: Sequence[Numbered], lang: Lang, kind: Kind) -> str:
    if not several:
        return paper_word(f"{kind}_none", lang)
    counts = Counter(one.finding.severity for one in several)
    by_name = {one.value: counts[one] for one in Severity}
    return paper_word("corrections_counts", lang, total=len(several), **by_name)


def _list(several: Sequence[Numbered], lang: Lang, kind: Kind) -> Laying:
    laid = Laying(len(WIDTHS))
    names = ("place", "raw", "said", "cite", "done")
    laid.add(*head_row(("number", "project", *(f"corrections_{one}" for one in names)), lang))
    for severity in Severity:
        group = [one for one in several if one.finding.severity is severity]
        if not group:
            continue
        band = paper_word("corrections_band", lang, severity=severity.label(lang), count=len(group))
        laid.across(Cell(band, bold=True, tone=TONES[severity]))
        for one in group:
            laid.add(
                centred(str(one.number)),
                text(one.project),
                text(one.place),
                text(one.raw),
                text(one.said),
                text(one.cite),
            )
    if not several:
        laid.across(centred(paper_word(f"{kind}_none", lang)))
    return laid


def _annex(several: Sequence[Numbered], lang: Lang) -> Laying:
    """Every place of findings that have many, the places of a finding one below the other."""
    laid = Laying(len(ANNEX_WIDTHS))
    names = ("annex_number", "project", "annex_row", "annex_spot", "annex_done")
    laid.add(*head_row(names, lang))
    for one in several:
        for where in one.finding.items:
            row, stood = row_name(where, lang)
            name = project_name(where, lang)
            laid.add(centred(str(one.number)), text(name), text(row), text(stood))
    return laid
