"""The papers of monitoring: warnings of a file, a form a table, and what is to be explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.messages.paper_words import paper_word
from jixiao.papers.corrections import corrections
from jixiao.papers.laying import file_caption
from jixiao.papers.monitoring_form import monitoring_form
from jixiao.papers.numbered import numbered
from jixiao.papers.warnings import warnings

if TYPE_CHECKING:
    from jixiao.monitoring import MonitorReport
    from jixiao.paper import Paper
    from jixiao.writing.settings import Settings

__all__ = ["monitor_papers"]


def monitor_papers(report: MonitorReport, settings: Settings) -> tuple[Paper, ...]:
    """预警清单, 监控表 of every table, 核实事项."""
    lang = settings.lang
    heads = (
        file_caption(report.document, lang),
        paper_word("watch_date", lang, date=report.as_of.isoformat()),
        paper_word("ruleset_caption", lang, ruleset=report.ruleset),
    )
    alone = len(report.tables) == 1
    several = numbered(report.findings, lang, personal=settings.personal)
    return (
        warnings(report, heads, lang, personal=settings.personal),
        *(
            monitoring_form(
                table,
                report.as_of,
                heads[1:],
                lang,
                paper_word("watch_name", lang, number="" if alone else number).strip(),
                personal=settings.personal,
            )
            for number, table in enumerate(report.tables, 1)
        ),
        *corrections(several, heads, lang, kind="questions"),
    )
