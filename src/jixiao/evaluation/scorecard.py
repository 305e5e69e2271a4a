"""The scorecard: every table with its scored indicators, total and grades, and what stands behind.

It records the digests of the inputs, the ruleset with its digest, the library's version and the
date, so that it can be recomputed bit for bit.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.evaluation.options import Options
from jixiao.evaluation.table_score import TableScore
from jixiao.finding_json import finding_from_json, finding_to_json
from jixiao.markup import table_html
from jixiao.messages.words import word
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from typing import Any

    from jixiao.findings import Finding, Lang

__all__ = ["SCORECARD_SCHEMA", "Scorecard", "card_digest"]

SCORECARD_SCHEMA = "jixiao/scorecard/1"


@frozen
class Scorecard:
    """The result of `evaluate`."""

    tables: tuple[TableScore, ...]
    findings: tuple[Finding, ...]
    ruleset: str
    ruleset_digest: str
    as_of: date | None
    version: str
    document: str | None = None
    document_digest: str = ""
    actuals: str | None = None
    actuals_digest: str = ""
    options: Options = Options()
    ruleset_file: str | None = None
    """The file of a ruleset that is not installed, as it was named; None for one known by id."""

    def _repr_html_(self) -> str:
        """The totals of the tables, as notebooks show them."""
        names = ("number_label", "table_label", "unit_label", "total_label", "grade_label")
        rows = (
            (
                str(one.index + 1),
                one.name,
                one.unit or "",
                f"{one.total.points} / {decimal_text(one.total.out_of)}",
                word("grade_or").join(one.grades),
            )
            for one in self.tables
        )
        date = "—" if self.as_of is None else self.as_of.isoformat()
        caption = word("ruleset_line", ruleset=self.ruleset, date=date)
        return table_html([word(name) for name in names], rows, caption, word("rows_more"))

    def to_json(self, lang: Lang = "zh") -> dict[str, object]:
        """The shape of the design; the same card gives the same bytes.

        `digest` is that of all the rest (`card_digest`), so that a change by hand shows.
        """
        shown = self._shown(lang)
        return {**shown, "digest": card_digest(shown)}

    def _shown(self, lang: Lang) -> dict[str, object]:
        return {
            "schema": SCORECARD_SCHEMA,
            "tables": [one.to_json(lang) for one in self.tables],
            "findings": [finding_to_json(one) for one in self.findings],
            "ruleset": {
                "id": self.ruleset,
                "digest": self.ruleset_digest,
                "file": self.ruleset_file,
            },
            "options": {**self.options.to_json(), "lang": lang},
            "inputs": {
                "document": {"file": self.document, "digest": self.document_digest},
                "actuals": {"file": self.actuals, "digest": self.actuals_digest},
            },
            "as_of": None if self.as_of is None else self.as_of.isoformat(),
            "version": self.version,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Scorecard:
        """The card that `to_json` wrote.

        Raises `KeyError`, `TypeError` or `ValueError` for an object of another shape.
        """
        if data["schema"] != SCORECARD_SCHEMA:
            raise ValueError(data["schema"])
        inputs, as_of = data["inputs"], data["as_of"]
        return cls(
            tables=tuple(TableScore.from_json(one) for one in data["tables"]),
            findings=tuple(finding_from_json(one) for one in data["findings"]),
            ruleset=data["ruleset"]["id"],
            ruleset_digest=data["ruleset"]["digest"],
            as_of=None if as_of is None else date.fromisoformat(as_of),
            version=data["version"],
            document=inputs["document"]["file"],
            document_digest=inputs["document"]["digest"],
            actuals=inputs["actuals"]["file"],
            actuals_digest=inputs["actuals"]["digest"],
            options=Options.from_json(data.get("options", {})),
            ruleset_file=data["ruleset"].get("file"),
        )


def card_digest(shown: dict[str, Any]) -> str:
    """The SHA-256 of a card's JSON without its own `digest`, in a form that has no spaces.

    >>> card_digest({"b": 1, "a": "优", "digest": "…"}) == card_digest({"a": "优", "b": 1})
    True
    """
    rest = {key: value for key, value in shown.items() if key != "digest"}
    text = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
