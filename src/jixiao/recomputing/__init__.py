"""Printed scores recomputed: explained, judgement, stricter, differs or unscored, each with why."""

from __future__ import annotations

from jixiao.recomputing.document import recompute_document
from jixiao.recomputing.report import RecomputedTable, RecomputeReport
from jixiao.recomputing.result_rows import RecomputedRow, RecomputedTotal
from jixiao.recomputing.tally import Tally

__all__ = [
    "RecomputeReport",
    "RecomputedRow",
    "RecomputedTable",
    "RecomputedTotal",
    "Tally",
    "recompute_document",
]
