"""Many documents as one summary: sums that add up in any order, so that batches can be parted."""

from __future__ import annotations

from jixiao.summaries.gathering import UNOPENED, summarize_document, unreadable_file
from jixiao.summaries.summary import ACROSS, AXES, UNKNOWN, Carry, Summary, carried, merged

__all__ = [
    "ACROSS",
    "AXES",
    "UNKNOWN",
    "UNOPENED",
    "Carry",
    "Summary",
    "carried",
    "merged",
    "summarize_document",
    "unreadable_file",
]
