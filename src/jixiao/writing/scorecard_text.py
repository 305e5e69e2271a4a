"""A scorecard as text for people: what each indicator scores and why, totals, grades, findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jixiao.evaluation.deciding import deciding_text
from jixiao.messages.words import word
from jixiao.units import decimal_text
from jixiao.writing.findings_text import findings_text, summary_line
from jixiao.writing.layout import aligned, cut

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from jixiao.evaluation import Scorecard, TableScore
    from jixiao.scoring import IndicatorScore
    from jixiao.writing.findings_text import Paint

__all__ = ["scorecard_text"]

Lang = Literal["zh", "en"]


def scorecard_text(
    card: Scorecard, lang: Lang = "zh", paint: Paint | None = None, *, steps: bool = False
) -> Iterator[str]:
    """Lines: ruleset and date, each table with its indicators and total, then the findings."""
    date = "—" if card.as_of is None else card.as_of.isoformat()
    yield word("ruleset_line", lang, ruleset=card.ruleset, date=date)
    yield ""
    for table in card.tables:
        yield from table_lines(table, lang, steps=steps)
        yield ""
    yield from findings_text(card.findings, lang, paint)
    yield summary_line(card.findings, lang)


def table_lines(table: TableScore, lang: Lang, *, steps: bool) -> Iterator[str]:
    """The lines of one table: indicators in columns, then the total and the grades."""
    heading = word("table_heading", lang, number=table.index + 1, name=table.name)
    yield heading + (f"（{table.unit}）" if table.unit else "")
    names = ("level2", "level3", "target", "actual", "weight", "points", "verdict")
    rows = [_row(one, lang) for one in table.indicators]
    lines = aligned([[word(name, lang) for name in names], *rows], indent="  ")
    yield lines[0]
    for one, line in zip(table.indicators, lines[1:], strict=True):
        yield line
        if steps:
            yield from (f"      {text}" for text in one.lines(lang))
    total = table.total
    yield "  " + word(
        "total_line",
        lang,
        label=table.label(lang),
        points=_interval(total.low, total.high, lang),
        out_of=decimal_text(total.out_of),
    )
    yield from (f"  {one.text(lang)}" for one in table.steps)
    if table.grades:
        yield "  " + word("grade_line", lang, grades=word("grade_or", lang).join(table.grades))
    elif table.inferred:
        yield "  " + word("no_grade", lang)
    if table.deciding:
        yield "  " + deciding_text(table.deciding, lang)


def _row(one: IndicatorScore, lang: Lang) -> list[str]:
    points = (
        word("not_scored", lang)
        if one.points is None
        else _interval(one.points.low, one.points.high, lang)
    )
    return [
        one.level2,
        cut(one.level3, 40),
        cut(one.target, 24),
        word("missing_actual", lang) if not one.actual else cut(one.actual, 24),
        "" if one.weight is None else decimal_text(one.weight),
        points,
        word(one.verdict, lang),
    ]


def _interval(low: Decimal, high: Decimal, lang: Lang) -> str:
    """One figure, or two where the score is an interval."""
    if low == high:
        return decimal_text(low)
    return word("from_to", lang, low=decimal_text(low), high=decimal_text(high))
