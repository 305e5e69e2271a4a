"""Every sentence jixiao says, by code, in Chinese and English; one module a family of codes."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from jixiao.messages.cases import CASES
from jixiao.messages.entry import Entry
from jixiao.messages.files import FILES
from jixiao.messages.language import LANGUAGE
from jixiao.messages.limits import LIMITS
from jixiao.messages.progress import PROGRESS
from jixiao.messages.recomputation import RECOMPUTATION
from jixiao.messages.recomputation_findings import RECOMPUTATION_FINDINGS
from jixiao.messages.recomputation_sums import RECOMPUTATION_SUMS
from jixiao.messages.score_inputs import SCORE_INPUTS
from jixiao.messages.score_steps import SCORE_STEPS
from jixiao.messages.scores import SCORES
from jixiao.messages.sense import SENSE
from jixiao.messages.sense_documents import SENSE_DOCUMENTS
from jixiao.messages.sense_rows import SENSE_ROWS
from jixiao.messages.sense_tables import SENSE_TABLES
from jixiao.messages.sums import SUMS
from jixiao.messages.tables import TABLES
from jixiao.messages.template import TEMPLATE
from jixiao.messages.torn import TORN
from jixiao.messages.values import VALUES
from jixiao.messages.verification import VERIFICATION

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CATALOGUE", "Entry"]

CATALOGUE: Mapping[str, Entry] = MappingProxyType(
    {
        entry.code: entry
        for family in (
            LANGUAGE,
            CASES,
            VALUES,
            TABLES,
            SUMS,
            TORN,
            TEMPLATE,
            SENSE,
            SENSE_ROWS,
            SENSE_TABLES,
            SENSE_DOCUMENTS,
            SCORES,
            SCORE_INPUTS,
            SCORE_STEPS,
            PROGRESS,
            RECOMPUTATION,
            RECOMPUTATION_SUMS,
            RECOMPUTATION_FINDINGS,
            VERIFICATION,
            LIMITS,
            FILES,
        )
        for entry in family
    }
)
"""Code to entry. Codes are forever: one that is no longer used is never given a new meaning."""
