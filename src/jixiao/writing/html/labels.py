"""The words that the templates print, by name, in the language of a report."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from jixiao.messages.words import word

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["labels"]

Lang = Literal["zh", "en"]

_NAMES = (
    "actual",
    "annual_target",
    "behind_label",
    "budget_label",
    "by_heading",
    "by_table",
    "clauses_note",
    "cleared_label",
    "comparable_label",
    "completion",
    "computed_label",
    "computed_score",
    "contents",
    "counted_target",
    "differs",
    "executed_label",
    "fields_part",
    "filter_legend",
    "findings_label",
    "findings_part",
    "fold_all",
    "grade_label",
    "grades_part",
    "heading_label",
    "lamp",
    "lamps_part",
    "level2",
    "level3",
    "likelihood",
    "line",
    "masked_note",
    "money_part",
    "money_source",
    "no_tables",
    "nothing_found",
    "number_label",
    "open_label",
    "overview",
    "own_findings",
    "pick_label",
    "points",
    "printed_label",
    "printed_note",
    "printed_score",
    "progress_note",
    "projected",
    "rate_label",
    "ratio",
    "result",
    "results_part",
    "rows_label",
    "rows_part",
    "scale_note",
    "search_hint",
    "search_label",
    "shown_count",
    "skip_link",
    "so_far",
    "spent_label",
    "standing",
    "standings_part",
    "strip_note",
    "sum_label",
    "sums_part",
    "table_label",
    "tables_index",
    "tables_part",
    "target",
    "theme_toggle",
    "total_label",
    "unfold_all",
    "unit_label",
    "verdict",
    "weight",
)


@lru_cache(maxsize=2)
def labels(lang: Lang) -> Mapping[str, str]:
    """Name to word; those with figures in them are filled in where the figures are known.

    >>> labels("en")["overview"]
    'Overview'
    """
    return MappingProxyType({name: word(name, lang) for name in _NAMES})
