"""What is found in the four published documents, as the reviewed lists in tests/snapshots.

Run `python tests/reviewed_findings.py` to write the lists anew, and read every changed line against
the document before keeping it.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.checking import check_document
from jixiao.library import Library
from jixiao.reading import read_document

if TYPE_CHECKING:
    from jixiao.findings import Finding
    from jixiao.tables import Document

__all__ = ["REVIEWED", "Reviewed", "found", "listed", "read"]

ROOT = Path(__file__).parent


@frozen
class Reviewed:
    """A published document: its file, the ruleset of its place and year, and its snapshot."""

    title: str
    file: str
    ruleset: str
    short: str

    @property
    def path(self) -> Path:
        """Where the document stands."""
        return ROOT.parent / "examples" / self.file

    @property
    def snapshot(self) -> Path:
        """Where the reviewed list stands."""
        return ROOT / "snapshots" / f"{self.short}-findings.json"


REVIEWED = (
    Reviewed("江苏省南通市 2025 年", "jiangsu-nantong-2025.txt", "江苏南通-2025", "nantong-2025"),
    Reviewed("河北省兴隆县 2022 年", "hebei-xinglong-2022.txt", "河北兴隆-2022", "xinglong-2022"),
    Reviewed("湖北省阳新县 2024 年", "hubei-yangxin-2024.txt", "湖北阳新-2024", "yangxin-2024"),
    Reviewed("陕西省渭南市 2023 年", "shaanxi-weinan-2023.txt", "陕西渭南-2023", "weinan-2023"),
)


@lru_cache(maxsize=8)
def read(one: Reviewed) -> Document:
    """The document as read by the form of its place."""
    rules = Library.default().load(one.ruleset)
    return read_document(one.path, file=one.file, rulesets=(rules,))


@lru_cache(maxsize=8)
def found(one: Reviewed) -> tuple[Finding, ...]:
    """Its findings."""
    return check_document(read(one), Library.default().load(one.ruleset))


def listed(one: Reviewed) -> str:
    """The findings as the snapshot holds them: one object a finding, places as people read them."""
    shown = [
        {
            "code": held.code,
            "severity": held.severity.value,
            "heading": held.heading,
            "table": held.where.table,
            "message": held.message(),
            "line": held.where.origin.line,
            "items": [f"{item.label()}（第 {item.origin.line} 行）" for item in held.items],
            "cite": held.cite,
        }
        for held in found(one)
    ]
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    for each in REVIEWED:
        each.snapshot.write_text(listed(each), encoding="utf-8")
