"""What is found in 南通's tables: the first of the reviewed documents, with names of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import reviewed_findings
from reviewed_findings import REVIEWED

if TYPE_CHECKING:
    from jixiao.findings import Finding
    from jixiao.tables import Document

__all__ = ["EXAMPLE", "RULES", "found", "nantong"]

NANTONG = REVIEWED[0]
EXAMPLE = NANTONG.path
RULES = NANTONG.ruleset


def nantong() -> Document:
    """The document as read by its own form."""
    return reviewed_findings.read(NANTONG)


def found() -> tuple[Finding, ...]:
    """Its findings."""
    return reviewed_findings.found(NANTONG)
