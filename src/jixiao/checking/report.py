"""What was found in one file, as a value of its own that goes into every format and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.finding_lists import FINDINGS_SCHEMA, Findings

if TYPE_CHECKING:
    from typing import Any

    from jixiao.findings import Finding, Lang

__all__ = ["FINDINGS_SCHEMA", "CheckReport"]


@frozen
class CheckReport:
    """The findings of one file, in their order, with the file's name.

    >>> from jixiao.findings import finding
    >>> report = CheckReport((finding("T04"),), "a.txt")
    >>> CheckReport.from_json(report.to_json()) == report
    True
    """

    findings: tuple[Finding, ...] = ()
    file: str | None = None

    def _repr_html_(self) -> str:
        """The findings, as notebooks show them."""
        return Findings(self.findings)._repr_html_()

    def to_json(self, lang: Lang = "zh") -> dict[str, object]:
        """The shape of the design's `check`; messages in one language, the rest in none."""
        return {**Findings(self.findings).to_json(lang), "file": self.file}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> CheckReport:
        """The report that `to_json` wrote.

        Raises `KeyError`, `TypeError` or `ValueError` for an object of another shape.
        """
        return cls(tuple(Findings.from_json(data)), data["file"])
