"""The result of recomputing: every printed score with what it would be, the sums, the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.finding_json import finding_from_json, finding_to_json
from jixiao.markup import table_html
from jixiao.messages.words import word
from jixiao.recomputing.result_rows import RecomputedRow, RecomputedTotal
from jixiao.recomputing.tally import RESULTS, Tally, tally_of
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from typing import Any

    from jixiao.findings import Finding, Lang

__all__ = ["RECOMPUTE_SCHEMA", "RecomputeReport", "RecomputedTable"]

RECOMPUTE_SCHEMA = "jixiao/recompute/1"


@frozen
class RecomputedTable:
    """A table that was recomputed: by which ruleset, and on what day it was looked at."""

    name: str
    index: int
    unit: str | None
    year: int | None
    ruleset: str
    ruleset_digest: str
    as_of: str

    def to_json(self) -> dict[str, object]:
        """One entry of `tables`."""
        return {
            "name": self.name,
            "index": self.index,
            "unit": self.unit,
            "year": self.year,
            "ruleset": {"id": self.ruleset, "digest": self.ruleset_digest},
            "as_of": self.as_of,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> RecomputedTable:
        """The table that `to_json` wrote."""
        names = ("name", "index", "unit", "year", "as_of")
        rules = data["ruleset"]
        held = {name: data[name] for name in names}
        return cls(**held, ruleset=rules["id"], ruleset_digest=rules["digest"])


@frozen
class RecomputeReport:
    """The result of `recompute`.

    >>> empty = RecomputeReport()
    >>> RecomputeReport.from_json(empty.to_json()) == empty
    True
    """

    tables: tuple[RecomputedTable, ...] = ()
    rows: tuple[RecomputedRow, ...] = ()
    totals: tuple[RecomputedTotal, ...] = ()
    findings: tuple[Finding, ...] = ()
    version: str = ""
    document: str | None = None
    document_digest: str = ""

    def tally(self, index: int | None = None) -> Tally:
        """How many printed scores came to each result: of one table, or of all."""
        return tally_of(
            one.result for one in self.rows if index is None or one.table_index == index
        )

    def _repr_html_(self) -> str:
        """Every printed score with what it would be, as notebooks show it."""
        names = ("level3", "target", "actual", "weight", "printed_score", "computed_score")
        rows = (
            (
                one.indicator,
                one.target,
                one.actual or word("missing_actual"),
                "" if one.weight is None else decimal_text(one.weight),
                one.printed_text or "",
                "" if one.computed is None else str(one.computed),
                word(one.result),
            )
            for one in self.rows
        )
        head = [word(name) for name in (*names, "result")]
        return table_html(head, rows, self.document or "", word("rows_more"))

    def to_json(self, lang: Lang = "zh") -> dict[str, object]:
        """The shape of the design; messages in one language, codes and figures in none."""
        of_totals = {name: sum(one.result == name for one in self.totals) for name in RESULTS}
        return {
            "schema": RECOMPUTE_SCHEMA,
            "document": {"file": self.document, "digest": self.document_digest},
            "version": self.version,
            "tables": [one.to_json() for one in self.tables],
            "rows": [one.to_json(lang, self.document) for one in self.rows],
            "totals": [one.to_json(lang, self.document) for one in self.totals],
            "findings": [finding_to_json(one) for one in self.findings],
            "summary": {
                **self.tally().to_json(),
                "tables": [
                    {"name": one.name, "index": one.index, **self.tally(one.index).to_json()}
                    for one in self.tables
                ],
                "totals": of_totals,
            },
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> RecomputeReport:
        """The report that `to_json` wrote.

        Raises `KeyError`, `TypeError` or `ValueError` for an object of another shape.
        """
        if data["schema"] != RECOMPUTE_SCHEMA:
            raise ValueError(data["schema"])
        file = data["document"]["file"]
        return cls(
            tables=tuple(RecomputedTable.from_json(one) for one in data["tables"]),
            rows=tuple(RecomputedRow.from_json(one, file) for one in data["rows"]),
            totals=tuple(RecomputedTotal.from_json(one, file) for one in data["totals"]),
            findings=tuple(finding_from_json(one) for one in data["findings"]),
            version=data["version"],
            document=file,
            document_digest=data["document"]["digest"],
        )
