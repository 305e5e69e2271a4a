"""The lists of a summary as text: findings, tables by each axis, names; the most of each first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jixiao.findings import Severity
from jixiao.messages.words import word
from jixiao.summaries import ACROSS, AXES, UNKNOWN
from jixiao.summaries.keyed import most, of
from jixiao.summaries.money import percent
from jixiao.writing.layout import aligned, cut

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from jixiao.summaries import Summary
    from jixiao.summaries.keyed import Counts

__all__ = [
    "SHOWN",
    "alike_line",
    "axis_list",
    "finding_list",
    "in_order",
    "joint",
    "name_list",
    "shown_share",
    "title",
]

Lang = Literal["zh", "en"]
SHOWN = 10
"""Lines of a list that are printed; the JSON has them all."""
_NONE = "—"
_UNKNOWN = {"regions": "unknown_region", "rulesets": "unknown_ruleset"}


def finding_list(summary: Summary, lang: Lang) -> Iterator[str]:
    """The findings by code, the gravest first, with one that was said as an example."""
    whole = summary.whole
    yield from title("findings_part", lang)
    severities = {one.value: of(whole.severities, one.value) for one in Severity}
    name = "findings_total" if whole.findings else "no_findings"
    yield "  " + word(name, lang, total=whole.findings, **severities)
    if whole.headings:
        headings = most(whole.headings, lambda count: (count,))
        parts = joint(lang).join(f"{_heading(name, lang)} {count}" for name, count in headings)
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


def alike_line(summary: Summary, lang: Lang) -> Iterator[str]:
    """The axes by which all tables are one, on a line."""
    parts = [
        f"{word(f'axis_{axis}', lang)} {_named(axis, held[0][0], lang)}"
        for axis in AXES
        if len(held := getattr(summary, axis)) == 1
    ]
    if parts:
        yield ""
        yield "── " + word("all_alike", lang, parts=joint(lang).join(parts))


def axis_list(summary: Summary, axis: str, lang: Lang) -> Iterator[str]:
    """The tables by place, form …: how many, how targets are set, what was found."""
    held = most(getattr(summary, axis), lambda one: one.weight)
    if len(held) < 2:  # noqa: PLR2004 - one alone is the whole
        return
    yield from title(f"axis_{axis}", lang)
    labels = ("csv_name", "tables_label", "rows_label", "figure", "by_money_label")
    severities = tuple(one.label(lang) for one in Severity)
    scored = summary.recomputed > 0
    rows = [
        (
            _named(axis, name, lang),
            str(one.tables),
            str(one.indicators),
            shown_share(one.share),
            shown_share(one.projects.share if one.projects.money else one.departments.share),
            *(str(of(one.severities, each.value)) for each in Severity),
            *(
                (str(one.scores.tally.scored), shown_share(one.scores.tally.share))
                if scored
                else ()
            ),
        )
        for name, one in held[:SHOWN]
    ]
    heads = [*(word(name, lang) for name in labels), *severities]
    heads += [word(name, lang) for name in ("scored_label", "cleared_label")] if scored else []
    yield from _lines(heads, rows, len(held), lang)


def _named(axis: str, name: str, lang: Lang) -> str:
    match name:
        case _ if name == UNKNOWN:
            return word(_UNKNOWN.get(axis, "unknown_other"), lang)
        case _ if name == ACROSS:
            return word("across", lang)
        case _:
            return cut(name, 40)


def name_list(summary: Summary, lang: Lang) -> Iterator[str]:
    """The indicators by name."""
    held = most(summary.names, lambda one: one.weight)
    if not held:
        return
    yield from title("part_indicators", lang)
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


def title(name: str, lang: Lang) -> Iterator[str]:
    """A blank line and the heading of a part."""
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


def in_order(counts: Counts, names: tuple[str, ...], lang: Lang) -> str:
    """The counts in the order of the names; those that are none are left out."""
    held = [f"{word(name, lang)} {of(counts, name)}" for name in names if of(counts, name)]
    return joint(lang).join(held) or _NONE


def joint(lang: Lang) -> str:
    """What stands between the items of a line."""
    return "，" if lang == "zh" else ", "


def shown_share(share: Fraction | None) -> str:
    """A share in percent.

    >>> from fractions import Fraction
    >>> shown_share(Fraction(1, 3)), shown_share(None)
    ('33.33%', '—')
    """
    shown = percent(share)
    return _NONE if shown is None else f"{shown}%"
