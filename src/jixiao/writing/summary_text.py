"""A summary as text for people: the shares first, then findings, places and names, the most first.

What does not fit is counted and stands in the JSON.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from jixiao.findings import Severity
from jixiao.messages import CATALOGUE
from jixiao.messages.words import word
from jixiao.scoring.figures import exact_text
from jixiao.summaries import AXES, UNOPENED
from jixiao.summaries.keyed import most, of, total
from jixiao.summaries.measures import MEASURES
from jixiao.summaries.money import percent
from jixiao.units import decimal_text
from jixiao.writing.layout import aligned, cut
from jixiao.writing.recompute_text import sum_label, tally_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from jixiao.summaries import Summary
    from jixiao.summaries.keyed import Counts
    from jixiao.summaries.money import MoneySums
    from jixiao.summaries.portions import Portion

__all__ = ["SHOWN", "summary_text"]

Lang = Literal["zh", "en"]
SHOWN = 10
"""Lines of a list that are printed; the JSON has them all."""
_NONE = "—"
_STOP = re.compile("[：；，:;,]")
_STATUS = ("exact", "moved", "restored", "suspected", "unread")
_PRESENCE = ("present", "missing", "doubtful")
_UNKNOWN = {"regions": "unknown_region", "rulesets": "unknown_ruleset"}


def summary_text(summary: Summary, lang: Lang = "zh") -> Iterator[str]:
    """Lines: how much was read, the targets, findings, the tables by each axis, names, scores."""
    yield from _head(summary, lang)
    yield from _targets(summary.whole, lang)
    yield from _findings(summary, lang)
    yield from _alike(summary, lang)
    for axis in AXES:
        yield from _axis(summary, axis, lang)
    yield from _names(summary, lang)
    yield from _scores(summary, lang)


def _head(summary: Summary, lang: Lang) -> Iterator[str]:
    whole = summary.whole
    counts = {"files": summary.files, "read": summary.read, "tables": whole.tables}
    yield word("summary_head", lang, **counts, blank=whole.blank, indicators=whole.indicators)
    if summary.unreadable:
        reasons = most(summary.unreadable, lambda count: (count,))
        parts = _joint(lang).join(f"{_reason(name, lang)} {count}" for name, count in reasons)
        yield word("summary_unreadable", lang, count=total(summary.unreadable), parts=parts)
    if whole.rows:
        yield word("row_status", lang, parts=_parts(whole.rows, _STATUS, lang))
    if whole.doubtful_rows:
        yield word("summary_doubtful", lang, count=whole.doubtful_rows)


def _reason(name: str, lang: Lang) -> str:
    """Why files were not read, in the words that the finding begins with."""
    if name not in CATALOGUE:
        return word("unopened", lang) if name == UNOPENED else name
    entry = CATALOGUE[name]
    first = _STOP.split(entry.zh if lang == "zh" else entry.en)[0]
    return name if "{" in first else f"{first}（{name}）"


def _targets(whole: Portion, lang: Lang) -> Iterator[str]:
    if not whole.measures:
        return
    yield from _title("part_targets", lang)
    yield "  " + _parts(whole.measures, MEASURES, lang)
    shares = {"share": _share(whole.share), "measurable": _share(whole.measurable_share)}
    yield "  " + word("share_by_count", lang, targets=whole.targets, **shares)
    for name, money in (("projects", whole.projects), ("departments", whole.departments)):
        scope = word(f"scope_{name}", lang)
        if money.tables:
            yield "  " + _by_money(scope, money, lang)
        if money.unknown:
            yield "  " + word("money_unknown", lang, scope=scope, unknown=money.unknown)
    kinds = most(whole.kinds, lambda count: (count,))
    parts = _joint(lang).join(f"{word(f'kind_{name}', lang)} {count}" for name, count in kinds)
    yield "  " + word("counted_line", lang, label=word("kind_label", lang), parts=parts)
    for label, counts in (("of_satisfaction", whole.satisfaction), ("of_cost", whole.cost)):
        parts = _parts(counts, _PRESENCE, lang)
        yield "  " + word("counted_line", lang, label=word(label, lang), parts=parts)


def _by_money(scope: str, money: MoneySums, lang: Lang) -> str:
    return word(
        "share_by_money",
        lang,
        scope=scope,
        tables=money.tables,
        money=exact_text(money.money),
        share=_share(money.share),
        measurable=_share(money.measurable_share),
    )


def _findings(summary: Summary, lang: Lang) -> Iterator[str]:
    whole = summary.whole
    yield from _title("findings_part", lang)
    severities = {one.value: of(whole.severities, one.value) for one in Severity}
    name = "findings_total" if whole.findings else "no_findings"
    yield "  " + word(name, lang, total=whole.findings, **severities)
    if whole.headings:
        headings = most(whole.headings, lambda count: (count,))
        parts = _joint(lang).join(f"{_heading(name, lang)} {count}" for name, count in headings)
        yield "  " + word("counted_line", lang, label=word("heading_label", lang), parts=parts)
    labels = (
        *("code_label", "severity_label", "heading_label", "findings_label", "places_label"),
        *("tables_label", "files_label", "example_label"),
    )
    ordered = [one for _, one in most(summary.findings, lambda one: one.weight)]
    rows = [
        (
            one.code,
            Severity(one.severity).label(lang),
            _heading(one.heading, lang),
            *(str(count) for count in (one.findings, one.places, one.tables, one.files)),
            cut(one.example.message(one.code, lang), 80),
        )
        for one in ordered[:SHOWN]
    ]
    yield from _listed(labels, rows, len(ordered), lang)


def _heading(name: str | None, lang: Lang) -> str:
    known = {"完整性", "相关性", "适当性", "可行性"}
    return word(f"heading_{name}", lang) if name in known else name or _NONE


def _alike(summary: Summary, lang: Lang) -> Iterator[str]:
    """The axes by which all tables are one, on a line."""
    parts = [
        f"{word(f'axis_{axis}', lang)} {_named(axis, held[0][0], lang)}"
        for axis in AXES
        if len(held := getattr(summary, axis)) == 1
    ]
    if parts:
        yield ""
        yield "── " + word("all_alike", lang, parts=_joint(lang).join(parts))


def _axis(summary: Summary, axis: str, lang: Lang) -> Iterator[str]:
    held = most(getattr(summary, axis), lambda one: one.weight)
    if len(held) < 2:  # noqa: PLR2004 - one alone is the whole
        return
    yield from _title(f"axis_{axis}", lang)
    labels = ("csv_name", "tables_label", "rows_label", "figure", "by_money_label")
    severities = tuple(one.label(lang) for one in Severity)
    scored = summary.recomputed > 0
    rows = [
        (
            _named(axis, name, lang),
            str(one.tables),
            str(one.indicators),
            _share(one.share),
            _share(one.projects.share if one.projects.money else one.departments.share),
            *(str(of(one.severities, each.value)) for each in Severity),
            *((str(one.scores.tally.scored), _share(one.scores.tally.share)) if scored else ()),
        )
        for name, one in held[:SHOWN]
    ]
    heads = [*(word(name, lang) for name in labels), *severities]
    heads += [word(name, lang) for name in ("scored_label", "cleared_label")] if scored else []
    yield from _lines(heads, rows, len(held), lang)


def _named(axis: str, name: str, lang: Lang) -> str:
    match name:
        case "":
            return word(_UNKNOWN.get(axis, "unknown_other"), lang)
        case "*":
            return word("across", lang)
        case _:
            return cut(name, 40)


def _names(summary: Summary, lang: Lang) -> Iterator[str]:
    held = most(summary.names, lambda one: one.weight)
    if not held:
        return
    yield from _title("part_indicators", lang)
    scored = summary.recomputed > 0
    labels = (
        *("csv_name", "rows_label", "figure", "findings_label"),
        *(("scored_label", "cleared_label") if scored else ()),
    )
    rows = [
        (
            cut(name, 40),
            *(str(count) for count in (one.rows, one.figures, one.findings)),
            *((str(one.scored), str(one.cleared)) if scored else ()),
        )
        for name, one in held[:SHOWN]
    ]
    yield from _listed(labels, rows, len(held), lang)


def _scores(summary: Summary, lang: Lang) -> Iterator[str]:
    whole = summary.whole
    if not summary.recomputed and not whole.grades:
        return
    yield from _title("part_scores", lang)
    if whole.grades:
        grades = most(whole.grades, lambda count: (count,))
        parts = _joint(lang).join(f"{name} {count}" for name, count in grades)
        yield "  " + word("counted_line", lang, label=word("grades_line", lang), parts=parts)
    if not summary.recomputed:
        return
    scores = whole.scores
    yield "  " + tally_line(scores.tally, lang)
    if scores.compared:
        words = {"printed": decimal_text(scores.printed), "computed": scores.computed}
        yield "  " + word("scores_sums", lang, compared=scores.compared, **words)
    for kind, tally in summary.sums:
        parts = tally_line(tally, lang, "tally_short")
        yield "  " + word("counted_line", lang, label=sum_label(kind, lang), parts=parts)
    for name, one in most(summary.scored_by, lambda one: (one.tally.scored,))[:SHOWN]:
        parts = tally_line(one.tally, lang, "tally_short")
        yield "  " + word("counted_line", lang, label=cut(name, 40), parts=parts)


def _title(name: str, lang: Lang) -> Iterator[str]:
    yield ""
    yield f"── {word(name, lang)}"


def _listed(
    labels: tuple[str, ...], rows: list[tuple[str, ...]], count: int, lang: Lang
) -> Iterator[str]:
    return _lines([word(name, lang) for name in labels], rows, count, lang)


def _lines(heads: list[str], rows: list[tuple[str, ...]], count: int, lang: Lang) -> Iterator[str]:
    if not rows:
        return
    yield from aligned([heads, *rows], indent="  ")
    if count > len(rows):
        yield "  " + word("more_in_json", lang, count=count - len(rows))


def _parts(counts: Counts, names: tuple[str, ...], lang: Lang) -> str:
    """The counts in the order of the names; those that are none are left out."""
    held = [f"{word(name, lang)} {of(counts, name)}" for name in names if of(counts, name)]
    return _joint(lang).join(held) or _NONE


def _joint(lang: Lang) -> str:
    return "，" if lang == "zh" else ", "


def _share(share: Fraction | None) -> str:
    shown = percent(share)
    return _NONE if shown is None else f"{shown}%"
