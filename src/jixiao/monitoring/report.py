"""The result of monitoring: every table with its money, its indicators, and what is to be said.

There are no points and no grade in it: those belong to the evaluation after the year.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.finding_json import finding_from_json, finding_to_json
from jixiao.markup import table_html
from jixiao.messages.words import word
from jixiao.monitoring.progress import percent_or_blank
from jixiao.monitoring.statuses import TableStatus

if TYPE_CHECKING:
    from typing import Any

    from jixiao.findings import Finding
    from jixiao.monitoring.due import By

__all__ = ["MONITOR_SCHEMA", "MonitorReport"]

MONITOR_SCHEMA = "jixiao/monitor/1"


@frozen
class MonitorReport:
    """The result of `monitor`; no points, no grade.

    >>> empty = MonitorReport((), (), "财政部-2020", "", date(2025, 6, 30), "month", "0")
    >>> MonitorReport.from_json(empty.to_json()) == empty
    True
    """

    tables: tuple[TableStatus, ...]
    findings: tuple[Finding, ...]
    ruleset: str
    ruleset_digest: str
    as_of: date
    by: By
    version: str
    document: str | None = None
    document_digest: str = ""
    actuals: str | None = None
    actuals_digest: str = ""

    def _repr_html_(self) -> str:
        """The tables with their lamps and money, as notebooks show them."""
        names = ("number_label", "table_label", "unit_label", "lamp", "rate_label", "behind_label")
        rows = (
            (
                str(one.index + 1),
                one.name,
                one.unit or "",
                one.lamp or "",
                percent_or_blank(one.money[0].progress.completion) if one.money else "",
                str(sum(row.progress.standing in ("behind", "over") for row in one.indicators)),
            )
            for one in self.tables
        )
        words = {"ruleset": self.ruleset, "date": self.as_of.isoformat()}
        caption = word("monitor_line", **words, by=word(f"by_{self.by}"))
        return table_html([word(name) for name in names], rows, caption, word("rows_more"))

    def to_json(self) -> dict[str, object]:
        """The report as JSON; steps and reasons as codes with their figures."""
        return {
            "schema": MONITOR_SCHEMA,
            "as_of": self.as_of.isoformat(),
            "by": self.by,
            "tables": [one.to_json() for one in self.tables],
            "findings": [finding_to_json(one) for one in self.findings],
            "ruleset": {"id": self.ruleset, "digest": self.ruleset_digest},
            "inputs": {
                "document": {"file": self.document, "digest": self.document_digest},
                "actuals": {"file": self.actuals, "digest": self.actuals_digest},
            },
            "version": self.version,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> MonitorReport:
        """The report that `to_json` wrote.

        Raises `KeyError`, `TypeError` or `ValueError` for an object of another shape.
        """
        if data["schema"] != MONITOR_SCHEMA:
            raise ValueError(data["schema"])
        inputs = data["inputs"]
        return cls(
            tables=tuple(TableStatus.from_json(one) for one in data["tables"]),
            findings=tuple(finding_from_json(one) for one in data["findings"]),
            ruleset=data["ruleset"]["id"],
            ruleset_digest=data["ruleset"]["digest"],
            as_of=date.fromisoformat(data["as_of"]),
            by=data["by"],
            version=data["version"],
            document=inputs["document"]["file"],
            document_digest=inputs["document"]["digest"],
            actuals=inputs["actuals"]["file"],
            actuals_digest=inputs["actuals"]["digest"],
        )
