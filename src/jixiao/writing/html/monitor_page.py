"""The report of `monitor`: lamps, what is done against what is due, what is to explain."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

from attrs import frozen

from jixiao.messages.words import word
from jixiao.monitoring import Standing
from jixiao.scoring.figures import percent_text
from jixiao.writing.html.anchors import RowPlace, anchors_of
from jixiao.writing.html.bars import Bar, bar
from jixiao.writing.html.finding_views import findings_view
from jixiao.writing.html.folding import Folded, folded
from jixiao.writing.html.levels import Group, grouped
from jixiao.writing.html.rendering import page

if TYPE_CHECKING:
    from fractions import Fraction

    from jixiao.monitoring import IndicatorStatus, MoneyStatus, MonitorReport, Progress, TableStatus
    from jixiao.writing.settings import Lang, Settings

__all__ = ["monitor_page"]

_NONE = "—"
_LAMPS = (("红", "red"), ("黄", "yellow"), ("绿", "green"), ("蓝", "blue"))
_COLOURS = dict(_LAMPS)


@frozen
class LampView:
    """A lamp: its word and the class that paints it, empty for a word of a place's own."""

    word: str
    colour: str


@frozen
class ProgressView:
    """How far something is, in words and as a bar."""

    completion: str
    ratio: str
    lamp: LampView | None
    standing: str
    standing_label: str
    likelihood: str
    projected: str
    reason: str
    bar: Bar | None
    folded: Folded


@frozen
class MoneyRow:
    """A budget or a line of spending."""

    anchor: str
    name: str
    budget: str
    executed: str
    progress: ProgressView


@frozen
class StatusRow:
    """An indicator."""

    anchor: str
    level1: str
    level2: str
    level3: str
    counted: str
    annual: str
    actual: str
    progress: ProgressView


@frozen
class StatusTable:
    """A table with its money and its indicators by 一级."""

    anchor: str
    number: int
    heading: str
    name: str
    unit: str
    due: str
    lamp: LampView | None
    spent: MoneyRow | None
    behind: int
    money: tuple[MoneyRow, ...]
    groups: tuple[Group[StatusRow], ...]


def monitor_page(report: MonitorReport, settings: Settings) -> str:
    """The page of a monitoring report."""
    lang = settings.lang
    tables = tuple(_table(one, f"t{number}", lang) for number, one in enumerate(report.tables, 1))
    anchors = anchors_of(
        {one.index: f"t{number}" for number, one in enumerate(report.tables, 1)},
        (
            RowPlace(one.index, (row.level1, row.level2, row.level3), f"t{number}r{at}")
            for number, one in enumerate(report.tables, 1)
            for at, row in enumerate(one.indicators, 1)
        ),
        {
            (one.index, money.name): f"t{number}m{at}"
            for number, one in enumerate(report.tables, 1)
            for at, money in enumerate(one.money, 1)
        },
    )
    lamps = Counter(one.lamp.removesuffix("灯") if one.lamp else None for one in report.tables)
    standings = Counter(row.progress.standing for one in report.tables for row in one.indicators)
    return page(
        "monitor.html.jinja",
        lang,
        title=word("title_monitor", lang),
        facts=_facts(report, lang),
        findings=findings_view([(None, report.findings, anchors)], lang),
        tables=tables,
        lamps=tuple(
            (LampView(word(f"lamp_{name}", lang), colour), lamps[name]) for name, colour in _LAMPS
        ),
        standings=tuple(
            (_standing(name, lang), name, standings[name])
            for name in get_args(Standing)
            if standings[name]
        ),
    )


def _facts(report: MonitorReport, lang: Lang) -> tuple[tuple[str, str], ...]:
    by = word(f"by_{report.by}", lang)
    facts = [
        (word("fact_file", lang), report.document or "-"),
        (word("fact_actuals", lang), report.actuals or "-"),
        (word("fact_ruleset", lang), report.ruleset),
        (word("fact_watched", lang), report.as_of.isoformat()),
    ]
    shares = {one.due for one in report.tables}
    if len(shares) == 1:
        facts.append((word("fact_due", lang), f"{percent_text(shares.pop())}（{by}）"))
    return tuple(facts)


def _table(one: TableStatus, anchor: str, lang: Lang) -> StatusTable:
    heading = word("table_heading", lang, number=one.index + 1, name=one.name)
    money = tuple(_money(line, f"{anchor}m{at}", lang) for at, line in enumerate(one.money, 1))
    rows = [_row(row, f"{anchor}r{at}", lang) for at, row in enumerate(one.indicators, 1)]
    return StatusTable(
        anchor=anchor,
        number=one.index + 1,
        heading=heading + (f"（{one.unit}）" if one.unit else ""),
        name=one.name,
        unit=one.unit or "",
        due=word("due_line", lang, due=percent_text(one.due), by=word(f"by_{one.by}", lang)),
        lamp=_lamp(one.lamp),
        spent=money[0] if money else None,
        behind=sum(row.progress.standing in ("behind", "over") for row in one.indicators),
        money=money,
        groups=grouped(rows),
    )


def _money(one: MoneyStatus, anchor: str, lang: Lang) -> MoneyRow:
    executed = word("not_filed", lang) if one.executed is None else one.executed
    if one.executed is not None and one.months is not None:
        first, last = one.months
        executed += f"（{word('months_line', lang, first=first, last=last)}）"
    return MoneyRow(anchor, one.name, one.budget or _NONE, executed, _progress(one.progress, lang))


def _row(one: IndicatorStatus, anchor: str, lang: Lang) -> StatusRow:
    return StatusRow(
        anchor=anchor,
        level1=one.level1,
        level2=one.level2,
        level3=one.level3 or word("unnamed", lang),
        counted=_NONE if one.counted is None else one.counted.text,
        annual=_NONE if one.annual is None else one.annual.text,
        actual=word("missing_actual", lang) if one.actual is None else one.actual,
        progress=_progress(one.progress, lang),
    )


def _progress(one: Progress, lang: Lang) -> ProgressView:
    drawn = None
    if one.completion is not None:
        due = _NONE if one.due is None else percent_text(one.due)
        said = word("progress_bar", lang, done=percent_text(one.completion), due=due)
        drawn = bar(one.completion, mark=one.due, label=said)
    label = word("reason_label", lang)
    year = [] if one.projected is None else [one.projected.shown]
    if one.forecast:
        year.append(f"{word('forecast', lang)} {one.forecast}")
    cites = tuple(dict.fromkeys(step.cite for step in one.steps if step.cite))
    lines = (*one.explain(lang), *(word("basis", lang, cite=cite) for cite in cites))
    return ProgressView(
        completion=_percent(one.completion),
        ratio=_percent(one.ratio),
        lamp=_lamp(one.lamp),
        standing=one.standing,
        standing_label=_standing(one.standing, lang),
        likelihood=one.likelihood or _NONE,
        projected="，".join(year) or _NONE,
        reason=f"{label}：{one.reason}" if one.reason else "",
        bar=drawn,
        folded=folded("steps_seen", lines, cites, lang),
    )


def _lamp(name: str | None) -> LampView | None:
    return None if name is None else LampView(name, _COLOURS.get(name.removesuffix("灯"), ""))


def _standing(name: Standing, lang: Lang) -> str:
    return word("open" if name == "undetermined" else name, lang)


def _percent(share: Fraction | None) -> str:
    return _NONE if share is None else percent_text(share)
