"""A monitoring report as text for people: what is due, how far each is, its lamp, the findings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from jixiao.messages.words import word
from jixiao.scoring.figures import percent_text
from jixiao.writing.findings_text import findings_text, summary_line
from jixiao.writing.layout import aligned, cut

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from jixiao.monitoring import (
        IndicatorStatus,
        MoneyStatus,
        MonitorReport,
        Progress,
        Standing,
        TableStatus,
    )
    from jixiao.writing.findings_text import Paint

__all__ = ["monitor_text"]

Lang = Literal["zh", "en"]
_NONE = "—"
_STANDINGS: tuple[Standing, ...] = (
    "reached",
    "ahead",
    "on_pace",
    "within",
    "not_due",
    "behind",
    "over",
    "undetermined",
)


def monitor_text(
    report: MonitorReport, lang: Lang = "zh", paint: Paint | None = None, *, steps: bool = False
) -> Iterator[str]:
    """Lines: ruleset and date, each table with its money and indicators, then the findings."""
    by = word(f"by_{report.by}", lang)
    date = report.as_of.isoformat()
    yield word("monitor_line", lang, ruleset=report.ruleset, date=date, by=by)
    yield ""
    for table in report.tables:
        yield from _table(table, lang, steps=steps)
        yield ""
    yield from findings_text(report.findings, lang, paint)
    yield summary_line(report.findings, lang)


def _table(table: TableStatus, lang: Lang, *, steps: bool) -> Iterator[str]:
    heading = word("table_heading", lang, number=table.index + 1, name=table.name)
    yield heading + (f"（{table.unit}）" if table.unit else "")
    by = word(f"by_{table.by}", lang)
    yield "  " + word("due_line", lang, due=_percent(table.due), by=by)
    for one in table.money:
        yield "  " + _money(one, lang)
        if steps:
            yield from (f"      {text}" for text in one.progress.explain(lang))
    names = (
        "level3",
        "counted_target",
        "annual_target",
        "so_far",
        "completion",
        "ratio",
        "lamp",
        "standing",
        "likelihood",
        "projected",
    )
    rows = [_row(one, lang) for one in table.indicators]
    lines = aligned([[word(name, lang) for name in names], *rows], indent="  ")
    yield lines[0]
    for status, line in zip(table.indicators, lines[1:], strict=True):
        yield line
        if steps:
            yield from (f"      {text}" for text in status.progress.explain(lang))
    counts = Counter(one.progress.standing for one in table.indicators)
    parts = [f"{_standing(name, lang)} {counts[name]}" for name in _STANDINGS if counts[name]]
    joint = "，" if lang == "zh" else ", "
    if parts:
        yield "  " + word("standing_counts", lang, parts=joint.join(parts))
    if table.lamp is not None:
        yield "  " + word("worst_lamp", lang, lamp=table.lamp)


def _money(one: MoneyStatus, lang: Lang) -> str:
    executed = word("not_filed", lang) if one.executed is None else one.executed
    if one.executed is not None and one.months is not None:
        first, last = one.months
        months = word("months_line", lang, first=first, last=last)
        executed += f"（{months}）"
    line = word(
        "money_line",
        lang,
        name=one.name,
        budget=_NONE if one.budget is None else one.budget,
        executed=executed,
        rate=_percent(one.progress.completion),
    )
    return "  ".join((line, *_tail(one.progress, lang)))


def _tail(progress: Progress, lang: Lang) -> Iterator[str]:
    """What follows a sum of money: progress, lamp, standing, likelihood, projection."""
    if progress.ratio is not None:
        yield f"{word('ratio', lang)} {_percent(progress.ratio)}"
    if progress.lamp is not None:
        yield f"{word('lamp', lang)} {progress.lamp}"
    yield _standing(progress.standing, lang)
    if progress.likelihood is not None:
        yield progress.likelihood
    year = _year(progress, lang)
    if year != _NONE:
        yield f"{word('projected', lang)} {year}"


def _row(one: IndicatorStatus, lang: Lang) -> list[str]:
    progress = one.progress
    return [
        cut(one.level3, 40),
        _NONE if one.counted is None else cut(one.counted.text, 20),
        _NONE if one.annual is None else cut(one.annual.text, 20),
        word("missing_actual", lang) if one.actual is None else cut(one.actual, 20),
        _percent(progress.completion),
        _percent(progress.ratio),
        progress.lamp or _NONE,
        _standing(progress.standing, lang),
        progress.likelihood or _NONE,
        _year(progress, lang),
    ]


def _year(progress: Progress, lang: Lang) -> str:
    """The projection; what the unit itself expects behind it."""
    parts = [] if progress.projected is None else [progress.projected.shown]
    if progress.forecast:
        parts.append(f"{word('forecast', lang)} {progress.forecast}")
    return "，".join(parts) or _NONE


def _percent(share: Fraction | None) -> str:
    return _NONE if share is None else percent_text(share)


def _standing(name: Standing, lang: Lang) -> str:
    return word("open" if name == "undetermined" else name, lang)
