"""The report of `evaluate`: totals as bars with their intervals, and every score with its steps."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.evaluation.deciding import deciding_text
from jixiao.messages.words import word
from jixiao.units import decimal_text
from jixiao.writing.html.anchors import RowPlace, anchors_of
from jixiao.writing.html.bars import Bar, Stretch, bar
from jixiao.writing.html.finding_views import findings_view
from jixiao.writing.html.folding import Folded, folded
from jixiao.writing.html.grades import Scale, scale_of
from jixiao.writing.html.levels import Group, grouped
from jixiao.writing.html.rendering import page

if TYPE_CHECKING:
    from decimal import Decimal

    from jixiao.evaluation import Scorecard, TableScore
    from jixiao.scoring import IndicatorScore
    from jixiao.writing.settings import Lang, Settings

__all__ = ["scorecard_page"]


@frozen
class ScoreRow:
    """One indicator in words, its points as a bar, its steps."""

    anchor: str
    level1: str
    level2: str
    level3: str
    target: str
    actual: str
    weight: str
    points: str
    bar: Bar | None
    verdict: str
    verdict_label: str
    folded: Folded


@frozen
class ScoreTable:
    """One table in words: its total on the scale of grades, its rows by 一级."""

    anchor: str
    number: int
    heading: str
    name: str
    unit: str
    label: str
    points: str
    out_of: str
    grades: str
    bar: Bar
    stretches: tuple[Stretch, ...]
    open: int
    notes: tuple[str, ...]
    groups: tuple[Group[ScoreRow], ...]


@frozen
class GradeCount:
    """How many tables have a grade for certain."""

    name: str
    count: int
    bar: Bar


def scorecard_page(card: Scorecard, settings: Settings) -> str:
    """The page of a scorecard; grades are drawn where the ruleset is known."""
    lang = settings.lang
    scale = scale_of(card, settings.rules)
    tables = tuple(
        _table(one, f"t{number}", scale, lang, accepted=card.options.accept_weights)
        for number, one in enumerate(card.tables, 1)
    )
    anchors = anchors_of(
        {one.index: f"t{number}" for number, one in enumerate(card.tables, 1)},
        (
            RowPlace(one.index, (row.level1, row.level2, row.level3), f"t{number}r{at}")
            for number, one in enumerate(card.tables, 1)
            for at, row in enumerate(one.indicators, 1)
        ),
    )
    settled = sum(one.total.low == one.total.high for one in card.tables)
    return page(
        "scorecard.html.jinja",
        lang,
        title=word("title_evaluate", lang),
        facts=_facts(card, lang),
        findings=findings_view([(None, card.findings, anchors)], lang),
        tables=tables,
        scale=scale,
        grades=_grades(card, scale, lang),
        tiles=(
            (word("tables_scored", lang), len(tables)),
            (word("tables_settled", lang), settled),
            (word("tables_open", lang), len(tables) - settled),
        ),
    )


def _facts(card: Scorecard, lang: Lang) -> tuple[tuple[str, str], ...]:
    return (
        (word("fact_file", lang), card.document or "-"),
        (word("fact_actuals", lang), card.actuals or "-"),
        (word("fact_ruleset", lang), card.ruleset),
        (word("fact_date", lang), "—" if card.as_of is None else card.as_of.isoformat()),
    )


def _grades(card: Scorecard, scale: Scale | None, lang: Lang) -> tuple[GradeCount, ...]:
    """The grades with how many tables have them; those with several, and those with none, apart.

    Where no table has a grade there is nothing to count.
    """
    if not any(one.grades for one in card.tables):
        return ()
    counts = Counter(
        one.grades[0] if len(one.grades) == 1 else "grade_open" if one.grades else "grade_none"
        for one in card.tables
    )
    named = [] if scale is None else [grade for grade, _ in scale.starts]
    order = [*named, *(one for one in counts if one not in (*named, "grade_open", "grade_none"))]
    every = len(card.tables) or 1
    shown = [(name, name) for name in order]
    shown += [(name, word(name, lang)) for name in ("grade_open", "grade_none") if counts[name]]
    return tuple(
        GradeCount(label, counts[name], bar(Fraction(counts[name], every), label=str(counts[name])))
        for name, label in shown
    )


def _table(
    one: TableScore, anchor: str, scale: Scale | None, lang: Lang, *, accepted: bool
) -> ScoreTable:
    """The words of a table; inferred weights are no reason against a grade once accepted."""
    total = one.total
    whole = Fraction(total.out_of) or Fraction(1)
    points, out_of = interval(total.low, total.high, lang), decimal_text(total.out_of)
    grades = word("grade_or", lang).join(one.grades)
    inferred = one.inferred and not accepted
    said = grades or word("no_grade" if inferred else "grade_none", lang)
    label = word("scale_label", lang, points=points, out_of=out_of, grades=said)
    heading = word("table_heading", lang, number=one.index + 1, name=one.name)
    rows = [_row(row, f"{anchor}r{at}", lang) for at, row in enumerate(one.indicators, 1)]
    notes = [each.text(lang) for each in one.steps]
    if one.deciding:
        notes.append(deciding_text(one.deciding, lang))
    return ScoreTable(
        anchor=anchor,
        number=one.index + 1,
        heading=heading + (f"（{one.unit}）" if one.unit else ""),
        name=one.name,
        unit=one.unit or "",
        label=one.label(lang),
        points=points,
        out_of=out_of,
        grades=said,
        bar=bar(Fraction(total.low) / whole, Fraction(total.high) / whole, label=label),
        stretches=() if scale is None else scale.over(whole),
        open=len(one.deciding),
        notes=tuple(notes),
        groups=grouped(rows),
    )


def _row(one: IndicatorScore, anchor: str, lang: Lang) -> ScoreRow:
    points = word("not_scored", lang)
    drawn = None
    if one.points is not None:
        points = interval(one.points.low, one.points.high, lang)
        if one.weight:
            ends = (Fraction(one.points.low), Fraction(one.points.high))
            weight = Fraction(one.weight)
            said = word("points_bar", lang, points=points, weight=decimal_text(one.weight))
            drawn = bar(ends[0] / weight, ends[1] / weight, label=said)
    lines = one.explain(lang).splitlines()
    return ScoreRow(
        anchor=anchor,
        level1=one.level1,
        level2=one.level2,
        level3=one.level3 or word("unnamed", lang),
        target=one.target,
        actual=one.actual or word("missing_actual", lang),
        weight="" if one.weight is None else decimal_text(one.weight),
        points=points,
        bar=drawn,
        verdict=one.verdict,
        verdict_label=word(one.verdict, lang),
        folded=folded("steps_of", tuple(lines), one.cites, lang),
    )


def interval(low: Decimal, high: Decimal, lang: Lang) -> str:
    """One figure, or two where the points are an interval."""
    if low == high:
        return decimal_text(low)
    return word("from_to", lang, low=decimal_text(low), high=decimal_text(high))
