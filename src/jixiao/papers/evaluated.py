"""The papers of a scorecard: the summary, a 自评表 a table, what is to be explained, the steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.actuals import Actuals
from jixiao.messages.paper_words import paper_word
from jixiao.messages.words import word
from jixiao.papers.corrections import corrections
from jixiao.papers.laying import file_caption
from jixiao.papers.numbered import numbered
from jixiao.papers.self_forms import ruleset_of, self_form
from jixiao.papers.summary import lines_of, summary
from jixiao.papers.working import Reckoned, working_paper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.evaluation import Scorecard, TableScore
    from jixiao.findings import Lang
    from jixiao.paper import Paper
    from jixiao.writing.settings import Settings

__all__ = ["scorecard_papers"]


def scorecard_papers(card: Scorecard, settings: Settings) -> tuple[Paper, ...]:
    """汇总表, 自评表 of every table, 核实事项; with `settings.steps` 底稿 too."""
    return tuple(_papers(card, settings))


def _papers(card: Scorecard, settings: Settings) -> Iterator[Paper]:
    lang = settings.lang
    tables = {one.index: one for document in settings.documents for one in document.tables}
    actuals = settings.actuals or Actuals()
    heads = (
        file_caption(card.document, lang),
        "" if card.as_of is None else paper_word("sum_date", lang, date=card.as_of.isoformat()),
        paper_word("ruleset_caption", lang, ruleset=card.ruleset),
    )
    yield summary(card, tables, actuals, heads, lang)
    rules = ruleset_of(card, settings)
    alone = len(card.tables) == 1
    for number, score in enumerate(card.tables, 1):
        name = paper_word("self_name", lang, number="" if alone else number).strip()
        own = lines_of(tables[score.index], actuals) if score.index in tables else actuals
        yield self_form(score, tables, own, rules, settings, name=name)
    several = numbered(card.findings, lang, personal=settings.personal)
    yield from corrections(several, heads, lang, kind="questions")
    if settings.steps:
        for number, score in enumerate(card.tables, 1):
            name = paper_word("steps_name", lang, number="" if alone else number).strip()
            project = score.name or word("unnamed", lang)
            first = paper_word("project_caption", lang, name=project)
            yield working_paper(_reckoned(score, lang), (first, *heads), lang, name)


def _reckoned(score: TableScore, lang: Lang) -> tuple[Reckoned, ...]:
    return tuple(
        Reckoned(
            " › ".join(part for part in (one.level1, one.level2, one.level3) if part),
            one.steps,
            (one.reason(lang) or "",),
        )
        for one in score.indicators
    )
