"""A summary as text for people: how much was read, the shares, the lists, the printed scores.

What does not fit is counted and stands in the JSON.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from jixiao.messages import CATALOGUE
from jixiao.messages.words import word
from jixiao.scoring.figures import exact_text
from jixiao.summaries import AXES, UNOPENED
from jixiao.summaries.keyed import most, total
from jixiao.summaries.measures import MEASURES
from jixiao.units import decimal_text
from jixiao.writing.layout import cut
from jixiao.writing.recompute_text import sum_label, tally_line
from jixiao.writing.summary_lists import (
    SHOWN,
    alike_line,
    axis_list,
    finding_list,
    in_order,
    joint,
    name_list,
    shown_share,
    title,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.summaries import Summary
    from jixiao.summaries.money import MoneySums
    from jixiao.summaries.portions import Portion

__all__ = ["summary_text"]

Lang = Literal["zh", "en"]
_STOP = re.compile("[：；，:;,]")
_STATUS = ("exact", "moved", "restored", "suspected", "unread")
_PRESENCE = ("present", "missing", "doubtful")


def summary_text(summary: Summary, lang: Lang = "zh") -> Iterator[str]:
    """Lines: how much was read, the targets, findings, the tables by each axis, names, scores."""
    yield from _head(summary, lang)
    yield from _targets(summary.whole, lang)
    yield from finding_list(summary, lang)
    yield from alike_line(summary, lang)
    for axis in AXES:
        yield from axis_list(summary, axis, lang)
    yield from name_list(summary, lang)
    yield from _scores(summary, lang)


def _head(summary: Summary, lang: Lang) -> Iterator[str]:
    whole = summary.whole
    counts = {"files": summary.files, "read": summary.read, "tables": whole.tables}
    yield word("summary_head", lang, **counts, blank=whole.blank, indicators=whole.indicators)
    if summary.unreadable:
        reasons = most(summary.unreadable, lambda count: (count,))
        parts = joint(lang).join(f"{_reason(name, lang)} {count}" for name, count in reasons)
        yield word("summary_unreadable", lang, count=total(summary.unreadable), parts=parts)
    if whole.rows:
        yield word("row_status", lang, parts=in_order(whole.rows, _STATUS, lang))
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
    yield from title("part_targets", lang)
    yield "  " + in_order(whole.measures, MEASURES, lang)
    shares = {"share": shown_share(whole.share), "measurable": shown_share(whole.measurable_share)}
    yield "  " + word("share_by_count", lang, targets=whole.targets, **shares)
    for name, money in (("projects", whole.projects), ("departments", whole.departments)):
        scope = word(f"scope_{name}", lang)
        if money.tables:
            yield "  " + _by_money(scope, money, lang)
        if money.unknown:
            yield "  " + word("money_unknown", lang, scope=scope, unknown=money.unknown)
    kinds = most(whole.kinds, lambda count: (count,))
    parts = joint(lang).join(f"{word(f'kind_{name}', lang)} {count}" for name, count in kinds)
    yield "  " + word("counted_line", lang, label=word("kind_label", lang), parts=parts)
    for label, counts in (("of_satisfaction", whole.satisfaction), ("of_cost", whole.cost)):
        parts = in_order(counts, _PRESENCE, lang)
        yield "  " + word("counted_line", lang, label=word(label, lang), parts=parts)


def _by_money(scope: str, money: MoneySums, lang: Lang) -> str:
    return word(
        "share_by_money",
        lang,
        scope=scope,
        tables=money.tables,
        money=exact_text(money.money),
        share=shown_share(money.share),
        measurable=shown_share(money.measurable_share),
    )


def _scores(summary: Summary, lang: Lang) -> Iterator[str]:
    whole = summary.whole
    if not summary.recomputed and not whole.grades:
        return
    yield from title("part_scores", lang)
    if whole.grades:
        grades = most(whole.grades, lambda count: (count,))
        parts = joint(lang).join(f"{name} {count}" for name, count in grades)
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
