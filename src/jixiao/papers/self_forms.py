"""The 自评表 of a scorecard, as its ruleset's official form is laid out, as papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.findings import RulesetError
from jixiao.library import Library
from jixiao.messages.paper_words import paper_word
from jixiao.official.choosing import LENDERS, chosen_form
from jixiao.official.filling import filled_form
from jixiao.official.grid import laid_out
from jixiao.official.scores import scored
from jixiao.paper import Grid, Paper, Paragraph
from jixiao.papers.laying import notes
from jixiao.parsing import parse_value
from jixiao.rows import Column, Indicator
from jixiao.sheets import Area, Style
from jixiao.tables import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.actuals import Actuals
    from jixiao.evaluation import Scorecard, TableScore
    from jixiao.findings import Lang
    from jixiao.rules import Ruleset
    from jixiao.sheets import Cell, Sheet
    from jixiao.writing.settings import Settings

__all__ = ["ruleset_of", "self_form", "sheet_paper"]

_TARGET = "年度指标值"


def ruleset_of(card: Scorecard, settings: Settings) -> Ruleset:
    """The ruleset of a card: the one at hand, else the one of that id, else the national one."""
    if settings.rules is not None:
        return settings.rules
    library = Library.default()
    try:
        return library.load(card.ruleset)
    except RulesetError:
        return library.load(LENDERS["自评"])


def self_form(  # noqa: PLR0913 - what a form is filled from, each by its name
    score: TableScore,
    tables: Mapping[int, Table],
    actuals: Actuals,
    rules: Ruleset,
    settings: Settings,
    *,
    name: str,
) -> Paper:
    """The form of one table, filled in with what it scores."""
    table = tables.get(score.index) or _rebuilt(score)
    form = filled_form(chosen_form(rules, "自评"), table, personal=settings.personal)
    return sheet_paper(
        laid_out(scored(form, score, table, actuals), name).sheet, name, settings.lang
    )


def _rebuilt(score: TableScore) -> Table:
    """A table with what a score says of it, where the document is not at hand."""
    return Table(
        kind="",
        title="",
        name=score.name,
        index=score.index,
        unit=score.unit,
        code=score.code,
        columns=(Column(_TARGET, "目标值"),),
        indicators=tuple(
            Indicator(
                one.level1,
                one.level2,
                one.level3,
                ((_TARGET, parse_value(one.target)),),
                weight=one.weight,
                goal=one.goal,
            )
            for one in score.indicators
            if one.level3
        ),
    )


def sheet_paper(sheet: Sheet, name: str, lang: Lang) -> Paper:
    """A sheet as a paper: what is hidden left out, lines above and below its frame as text.

    Comments, which no text document shows, are said below it too.
    """
    shown = sheet.print_columns or sheet.columns
    rows = [row[:shown] for row in sheet.rows]
    framed = [any(cell.style in _FRAMED for cell in row) for row in rows]
    first = framed.index(True) if True in framed else len(rows)
    last = len(framed) - framed[::-1].index(True) if True in framed else first
    title = next((cell.text for row in rows[:first] for cell in row[:1] if cell.text), "")
    above = [
        Paragraph(row[0].text, Style.CAPTION, row[0].across)
        for row in rows[:first]
        if row and row[0].text and row[0].text != title
    ]
    below = [Paragraph(row[0].text) for row in rows[last:] if row and row[0].text]
    remarks = _remarks(rows[first:last], lang)
    if remarks:
        said = paper_word("self_remarks", lang)
        below.append(Paragraph(f"{said}\n{notes(remarks)}"))
    repeat = sheet.page.repeat
    start = repeat[0] - 1 if repeat is not None else first
    head = 0 if repeat is None else repeat[1] - repeat[0] + 1
    grids = [_part(sheet, rows, first, start, 0), _part(sheet, rows, start, last, head)]
    return Paper(
        name,
        title,
        sheet.widths[:shown],
        (*above, *(one for one in grids if one.rows), *below),
        landscape=sheet.page.landscape,
    )


def _remarks(rows: list[tuple[Cell, ...]], lang: Lang) -> list[str]:
    """The comments of cells, each said once, behind the names of the rows that bear it."""
    found: dict[str, list[str]] = {}
    for row in rows:
        for at, cell in enumerate(row):
            if cell.comment:
                found.setdefault(cell.comment, []).append(_row_name(row, at))
    joint = "、" if lang == "zh" else ", "
    return [
        paper_word("self_remark", lang, row=joint.join(dict.fromkeys(names)), comment=comment)
        for comment, names in found.items()
    ]


def _row_name(row: tuple[Cell, ...], at: int) -> str:
    """What a row is called: the last text of its leading cells that stands before a place."""
    before = [cell.text for cell in row[: min(at, _LEADING)] if cell.text]
    return before[-1] if before else row[at].text


_LEADING = 4
"""Columns of a form that say which row it is."""
_FRAMED = frozenset({Style.HEADER, Style.LABEL, Style.BODY, Style.NUMBER})


def _part(sheet: Sheet, rows: list[tuple[Cell, ...]], start: int, end: int, head: int) -> Grid:
    """The rows of a sheet from `start` up to `end` as a grid of their own."""
    return Grid(
        tuple(rows[start:end]),
        head,
        tuple(
            Area(one.top - start, one.left, one.bottom - start, one.right)
            for one in sheet.merges
            if start < one.top and one.bottom <= end
        ),
    )
