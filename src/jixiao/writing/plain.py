"""Every result as text for people, by one rule of calling: the result and the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.writing.document_text import document_text
from jixiao.writing.findings_text import findings_text, summary_line
from jixiao.writing.monitor_text import monitor_text
from jixiao.writing.recompute_text import recompute_text
from jixiao.writing.scorecard_text import scorecard_text
from jixiao.writing.summary_text import summary_text
from jixiao.writing.terminal import harmless_lines
from jixiao.writing.values_text import value_lines
from jixiao.writing.verification_text import verification_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.checking import CheckReport
    from jixiao.evaluation import Scorecard
    from jixiao.monitoring import MonitorReport
    from jixiao.recomputing import RecomputeReport
    from jixiao.scoring import IndicatorScore
    from jixiao.summaries import Summary
    from jixiao.tables import Document
    from jixiao.values import Value
    from jixiao.verifying import Verification
    from jixiao.writing.settings import Settings

__all__ = [
    "check",
    "document",
    "monitor",
    "recomputation",
    "score",
    "scorecard",
    "summary",
    "value",
    "verification",
]


def _text(lines: Iterable[str], settings: Settings) -> str:
    """The lines, harmless for a terminal: no text of a file is obeyed, none begins a line."""
    return "\n".join(harmless_lines(lines, settings))


def value(result: Value, settings: Settings) -> str:
    """A value on one line, its doubts below it."""
    return _text(value_lines(result, settings.lang), settings)


def score(result: IndicatorScore, settings: Settings) -> str:
    """One indicator with every step."""
    return _text(result.lines(settings.lang), settings)


def document(result: Document, settings: Settings) -> str:
    """What was read, row by row."""
    lines = document_text(result, settings.lang, personal=settings.personal)
    return _text(lines, settings)


def check(result: CheckReport, settings: Settings) -> str:
    """The findings of a file, under its name where there are several."""
    head = [f"── {result.file}"] if settings.many else []
    lines = findings_text(result.findings, settings.lang, settings.paint)
    return _text([*head, *lines, summary_line(result.findings, settings.lang)], settings)


def monitor(result: MonitorReport, settings: Settings) -> str:
    """What runs behind by the date."""
    lines = monitor_text(result, settings.lang, settings.paint, steps=settings.steps)
    return _text(lines, settings)


def recomputation(result: RecomputeReport, settings: Settings) -> str:
    """Each printed score with its result, under the name of its file where there are several."""
    head = [f"── {result.document}"] if settings.many else []
    lines = recompute_text(result, settings.lang, settings.paint, steps=settings.steps)
    return _text([*head, *lines], settings)


def scorecard(result: Scorecard, settings: Settings) -> str:
    """What each indicator scores and why."""
    lines = scorecard_text(result, settings.lang, settings.paint, steps=settings.steps)
    return _text(lines, settings)


def summary(result: Summary, settings: Settings) -> str:
    """Counts and shares over many files."""
    return _text(summary_text(result, settings.lang), settings)


def verification(result: Verification, settings: Settings) -> str:
    """The same, or what differs."""
    return _text(verification_text(result, settings.lang, settings.paint), settings)
