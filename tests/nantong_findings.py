"""What is found in 南通's tables, as the reviewed list in tests/snapshots.

Run `python tests/nantong_findings.py` to write the list anew, and read every changed line against
the document before keeping it.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.checking import check_document
from jixiao.library import Library
from jixiao.reading import read_document

if TYPE_CHECKING:
    from jixiao.findings import Finding
    from jixiao.tables import Document

__all__ = ["SNAPSHOT", "found", "listed", "nantong"]

ROOT = Path(__file__).parent
EXAMPLE = ROOT.parent / "examples" / "jiangsu-nantong-2025.txt"
SNAPSHOT = ROOT / "snapshots" / "nantong-2025-findings.json"
RULES = "江苏南通-2025"


@lru_cache(maxsize=1)
def nantong() -> Document:
    """The document as read by its own form."""
    rules = Library.default().load(RULES)
    return read_document(EXAMPLE, file=EXAMPLE.name, rulesets=(rules,))


@lru_cache(maxsize=1)
def found() -> tuple[Finding, ...]:
    """Its findings."""
    return check_document(nantong(), Library.default().load(RULES))


def listed() -> str:
    """The findings as the snapshot holds them: one object a finding, places as people read them."""
    shown = [
        {
            "code": one.code,
            "severity": one.severity.value,
            "heading": one.heading,
            "table": one.where.table,
            "message": one.message(),
            "line": one.where.origin.line,
            "items": [f"{item.label()}（第 {item.origin.line} 行）" for item in one.items],
            "cite": one.cite,
        }
        for one in found()
    ]
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    SNAPSHOT.write_text(listed(), encoding="utf-8")
