"""Recomputed scores as text for people: each with its result and how it was reached, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jixiao.messages.words import word
from jixiao.recomputing.tally import RESULTS
from jixiao.scoring.figures import percent_text
from jixiao.units import decimal_text
from jixiao.writing.findings_text import findings_text, summary_line
from jixiao.writing.layout import aligned, cut

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from jixiao.recomputing import (
        RecomputedRow,
        RecomputedTable,
        RecomputedTotal,
        RecomputeReport,
        Tally,
    )
    from jixiao.writing.findings_text import Paint

__all__ = ["recompute_text", "sum_label", "tally_line"]

Lang = Literal["zh", "en"]
_NONE = "—"
_PLAIN = ("E400", "E410")
"""Explained by one figure, or nothing printed: the columns say it all."""
_SUMS = {
    "score": "score_sum",
    "weights": "weight_sum",
    "label": "label_sum",
    "rate": "rate_sum",
    "parts": "parts_sum",
    "grade": "grade_sum",
}


def recompute_text(
    report: RecomputeReport, lang: Lang = "zh", paint: Paint | None = None, *, steps: bool = False
) -> Iterator[str]:
    """Lines: each table with its rows, sums and counts, then the findings and the counts of all."""
    for table in report.tables:
        yield from _table(report, table, lang, steps=steps)
        yield ""
    yield from findings_text(report.findings, lang, paint)
    yield summary_line(report.findings, lang)
    if len(report.tables) > 1:
        yield tally_line(report.tally(), lang)


def sum_label(kind: str, lang: Lang = "zh") -> str:
    """The name of a kind of printed sum.

    >>> sum_label("rate")
    '执行率'
    """
    return word(_SUMS[kind], lang)


def tally_line(tally: Tally, lang: Lang = "zh", name: str = "recompute_counts") -> str:
    """How many rows came to each result, and the share that is cleared, in the words of `name`."""
    joint = "，" if lang == "zh" else ", "
    counts = joint.join(
        f"{word(name, lang)} {getattr(tally, name)}" for name in RESULTS if getattr(tally, name)
    )
    share = _NONE if tally.share is None else percent_text(tally.share)
    words = {"rows": tally.rows, "scored": tally.scored, "cleared": tally.cleared}
    return word(name, lang, **words, counts=counts or _NONE, share=share)


def _table(
    report: RecomputeReport, table: RecomputedTable, lang: Lang, *, steps: bool
) -> Iterator[str]:
    heading = word("table_heading", lang, number=table.index + 1, name=table.name)
    yield heading + (f"（{table.unit}）" if table.unit else "")
    yield "  " + word("ruleset_line", lang, ruleset=table.ruleset, date=table.as_of)
    names = ("level3", "target", "actual", "weight", "printed_score", "computed_score", "result")
    several = [one for one in report.rows if one.table_index == table.index]
    lines = aligned([[word(name, lang) for name in names], *(_row(one, lang) for one in several)])
    yield "  " + lines[0]
    for one, line in zip(several, lines[1:], strict=True):
        yield "  " + line
        if steps or one.result not in ("explained", "unscored") or one.why[0].code not in _PLAIN:
            yield f"      {one.message(lang)}"
        if steps:
            yield from (f"      {each.text(lang)}" for each in one.steps)
    for total in report.totals:
        if total.table_index == table.index:
            yield "  " + _total(total, lang)
    yield "  " + tally_line(report.tally(table.index), lang)


def _row(one: RecomputedRow, lang: Lang) -> list[str]:
    name = one.indicator if one.kind == "indicator" else f"{one.level1}（{one.indicator}）"
    return [
        cut(name, 40),
        cut(one.target, 20),
        word("missing_actual", lang) if one.actual is None else cut(one.actual, 20),
        _number(one.weight) + (f"（{word('inferred', lang)}）" if one.inferred else ""),
        one.printed_text or _NONE,
        _NONE if one.computed is None else str(one.computed),
        word(one.result, lang),
    ]


def _total(one: RecomputedTotal, lang: Lang) -> str:
    kind = sum_label(one.kind, lang)
    name = "" if one.name == kind else f"（{cut(one.name, 30)}）"
    return f"{kind}{name} {word(one.result, lang)}：{one.message(lang)}"


def _number(number: Decimal | None) -> str:
    return _NONE if number is None else decimal_text(number)
