"""Cases beside a ruleset (`*.cases`): what must come out, as an official writes it, tried.

A case gives one indicator, a total, or a small table, and says what the ruleset must make of it.
"""

from __future__ import annotations

from jixiao.cases.files import CaseSource, case_sources, read_cases
from jixiao.cases.model import Case, CaseFile, Item
from jixiao.cases.trying import Difference, Outcome, try_case

__all__ = [
    "Case",
    "CaseFile",
    "CaseSource",
    "Difference",
    "Item",
    "Outcome",
    "case_sources",
    "read_cases",
    "try_case",
]
