"""The form of review (审核表): what was found under each of eight items, the rest blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.messages.paper_words import paper_word
from jixiao.paper import Paper, Paragraph
from jixiao.papers.laying import Laying, caption, centred, head_row, notes, text
from jixiao.papers.review_items import PARTS, item_of
from jixiao.sheets import Cell, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.findings import Lang
    from jixiao.papers.numbered import Numbered

__all__ = ["review"]

WIDTHS = (10, 24, 6, 10, 32, 42, 16, 7)
PLACE = 5
_HEADS = ("heading", "item", "number", "severity", "place", "found", "opinion", "points")


def review(several: Sequence[Numbered], heads: Sequence[str], lang: Lang, name: str) -> Paper:
    """The form of one table, or of what the tables of a file share; `heads` say which it is."""
    laid = Laying(len(WIDTHS))
    laid.add(*head_row((f"review_{one}" for one in _HEADS), lang))
    known = {item_of(one.finding): None for one in several}
    for part in PARTS:
        top = laid.count + 1
        for item in part.items:
            asked = paper_word(
                "review_asked",
                lang,
                name=paper_word(f"item_{item.name}", lang),
                points=item.points,
                asked=paper_word(f"asked_{item.name}", lang),
            )
            own = [one for one in several if item_of(one.finding) == item.name]
            _item(laid, asked, own, lang)
        title = paper_word(f"part_{part.heading}", lang)
        _label(laid, paper_word("review_part", lang, name=title, points=part.points), top)
    if None in known:
        top = laid.count + 1
        own = [one for one in several if item_of(one.finding) is None]
        _item(laid, paper_word("review_other_item", lang), own, lang)
        _label(laid, paper_word("review_other", lang), top)
    for asked in ("review_total", "review_grade"):
        laid.across(Cell(paper_word(asked, lang), Style.LABEL), right=len(WIDTHS) - 1)
    laid.add(
        Cell(paper_word("review_whole", lang), Style.LABEL),
        Cell("\n\n\n" + paper_word("signature", lang), across="right"),
    )
    laid.merge(laid.count, 2, laid.count, len(WIDTHS))
    said = tuple(paper_word(f"review_note_{one}", lang) for one in ("points", "reviewer", "items"))
    return Paper(
        name,
        paper_word("review_title", lang),
        WIDTHS,
        (
            Paragraph(caption(heads, lang), Style.CAPTION),
            laid.grid(),
            Paragraph(notes(said)),
        ),
        landscape=True,
    )


def _item(laid: Laying, asked: str, own: Sequence[Numbered], lang: Lang) -> None:
    """The rows of an item: what was found a row each, or that nothing was."""
    top = laid.count + 1
    if not own:
        nothing = Cell(paper_word("review_nothing", lang), across="center")
        laid.add(Cell(), text(asked), nothing)
        laid.merge(top, 3, top, 6)
    for one in own:
        laid.add(
            Cell(),
            text(asked if laid.count + 1 == top else ""),
            centred(str(one.number)),
            centred(one.finding.severity.label(lang)),
            text(one.place),
            text(one.said),
        )
    for column in (2, 7, 8):
        laid.merge(top, column, laid.count, column)


def _label(laid: Laying, said: str, top: int) -> None:
    """Put the name of a part before its rows."""
    first, *rest = laid.rows[top - 1]
    laid.rows[top - 1] = (Cell(said, Style.LABEL, bold=True, comment=first.comment), *rest)
    for at in range(top, laid.count):
        laid.rows[at] = (Cell(None, Style.LABEL), *laid.rows[at][1:])
    laid.merge(top, 1, laid.count, 1)
