"""The working paper (底稿): every step of every score, with its clause and whether it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.messages.paper_words import paper_word
from jixiao.paper import Paper, Paragraph
from jixiao.papers.laying import Laying, caption, centred, head_row, text
from jixiao.sheets import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.findings import Lang
    from jixiao.scoring.steps import Step

__all__ = ["Reckoned", "working_paper"]

WIDTHS = (6, 30, 7, 60, 32, 10)
READ = "（核实）"
"""How a clause whose text was read is printed; every other is to be checked."""


@frozen
class Reckoned:
    """A score with the steps it came by, and what is to be said behind them."""

    name: str
    steps: tuple[Step, ...]
    said: tuple[str, ...] = ()


def working_paper(
    several: Sequence[Reckoned], heads: Sequence[str], lang: Lang, name: str
) -> Paper:
    """The steps of the scores of one table."""
    laid = Laying(len(WIDTHS))
    names = ("again_indicator", "steps_step", "steps_said", "steps_cite", "steps_status")
    laid.add(*head_row(("number", *names), lang))
    for number, one in enumerate(several, 1):
        top = laid.count + 1
        lines = [(step.text(lang), step.cite or "") for step in one.steps]
        lines += [(said, "") for said in one.said if said]
        for at, (said, cite) in enumerate(lines or [(paper_word("nothing", lang), "")], 1):
            first = at == 1
            laid.add(
                centred(str(number) if first else ""),
                text(one.name if first else ""),
                centred(str(at)),
                text(said),
                text(cite),
                centred(_status(cite, lang)),
            )
        for column in (1, 2):
            laid.merge(top, column, laid.count, column)
    if not several:
        laid.across(centred(paper_word("steps_none", lang)))
    return Paper(
        name,
        paper_word("steps_title", lang),
        WIDTHS,
        (
            Paragraph(caption(heads, lang), Style.CAPTION),
            laid.grid(),
            Paragraph(paper_word("steps_note", lang)),
        ),
        landscape=True,
    )


def _status(cite: str, lang: Lang) -> str:
    if not cite:
        return ""
    return paper_word("steps_read" if cite.endswith(READ) else "steps_unread", lang)
