"""The scorecard: every table with its scored indicators, total and grades, and what stands behind.

It records the digests of the inputs, the ruleset with its digest, the library's version and the
date, so that it can be recomputed bit for bit.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.evaluation.deciding import Deciding
from jixiao.evaluation.grading import Total
from jixiao.finding_json import finding_from_json, finding_to_json
from jixiao.markup import table_html
from jixiao.messages import CATALOGUE
from jixiao.messages.words import word
from jixiao.scoring import IndicatorScore, Step
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from typing import Any

    from jixiao.findings import Finding, Lang

__all__ = ["SCORECARD_SCHEMA", "Options", "Scorecard", "TableScore", "card_digest"]

SCORECARD_SCHEMA = "jixiao/scorecard/1"


@frozen
class TableScore:
    """One table: its indicators in the order of the form, the total and the grades it can reach.

    `inferred` says that some weights were shared out by the ruleset: then the result is called
    得分测算（权重为推定）, and there are no grades unless the caller gave or accepted weights.
    """

    name: str
    unit: str | None
    index: int
    indicators: tuple[IndicatorScore, ...]
    total: Total
    grades: tuple[str, ...] = ()
    inferred: bool = False
    column: str | None = None
    code: str | None = None
    steps: tuple[Step, ...] = ()
    """How the total came about where it is more than a sum: 不适用, 折算."""
    deciding: tuple[Deciding, ...] = ()
    """The open indicators of a total that is an interval, those that make most of it first."""

    def label(self, lang: Lang = "zh") -> str:
        """得分, or 得分测算（权重为推定）.

        >>> zero = Total(Decimal(0), Decimal(0), Decimal(0))
        >>> TableScore("项目", None, 0, (), zero, inferred=True).label()
        '得分测算（权重为推定）'
        """
        entry = CATALOGUE["E134" if self.inferred else "E133"]
        return entry.zh if lang == "zh" else entry.en

    def _repr_html_(self) -> str:
        """The indicators and the total, as notebooks show them."""
        names = ("level2", "level3", "target", "actual", "weight", "points", "verdict")
        rows = (
            (
                one.level2,
                one.level3,
                one.target,
                one.actual or word("missing_actual"),
                "" if one.weight is None else decimal_text(one.weight),
                word("not_scored") if one.points is None else str(one.points),
                word(one.verdict),
            )
            for one in self.indicators
        )
        total = f"{self.label()} {self.total.points} / {decimal_text(self.total.out_of)}"
        parts = (self.name, total, word("grade_or").join(self.grades))
        caption = " · ".join(one for one in parts if one)
        return table_html([word(name) for name in names], rows, caption, word("rows_more"))

    def to_json(self, lang: Lang = "zh") -> dict[str, object]:
        """One entry of `tables`."""
        return {
            "name": self.name,
            "unit": self.unit,
            "code": self.code,
            "index": self.index,
            "column": self.column,
            "indicators": [one.to_entry(lang) for one in self.indicators],
            "total": {
                "low": decimal_text(self.total.low),
                "high": decimal_text(self.total.high),
                "out_of": decimal_text(self.total.out_of),
            },
            "grades": list(self.grades),
            "inferred": self.inferred,
            "label": self.label(lang),
            "steps": [one.to_json() for one in self.steps],
            "deciding": [one.to_json() for one in self.deciding],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> TableScore:
        """The table that `to_json` wrote."""
        total = data["total"]
        return cls(
            name=data["name"],
            unit=data["unit"],
            index=data["index"],
            indicators=tuple(IndicatorScore.from_json(one) for one in data["indicators"]),
            total=Total(Decimal(total["low"]), Decimal(total["high"]), Decimal(total["out_of"])),
            grades=tuple(data["grades"]),
            inferred=data["inferred"],
            column=data["column"],
            code=data["code"],
            steps=tuple(Step.from_json(one) for one in data.get("steps", ())),
            deciding=tuple(Deciding.from_json(one) for one in data.get("deciding", ())),
        )


@frozen
class Options:
    """What the caller chose: with the inputs and the ruleset, all that a card depends on.

    `as_of` is the date as given, None where the end of the year was taken. `weights` are those of
    the caller by path. `read_by` is the ruleset by whose forms alone the document was read.
    """

    as_of: date | None = None
    accept_weights: bool = False
    weights: tuple[tuple[tuple[str, ...], Decimal], ...] = ()
    read_by: str | None = None

    def to_json(self) -> dict[str, object]:
        """The options by name."""
        return {
            "as_of": None if self.as_of is None else self.as_of.isoformat(),
            "accept_weights": self.accept_weights,
            "weights": [
                {"path": list(path), "weight": decimal_text(weight)}
                for path, weight in self.weights
            ],
            "read_by": self.read_by,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Options:
        """The options that `to_json` wrote; what is not said is as by default.

        Raises `KeyError`, `TypeError`, `ValueError` or `ArithmeticError` for another shape.
        """
        as_of, read_by = data.get("as_of"), data.get("read_by")
        accept = data.get("accept_weights", False)
        weights = tuple(
            (tuple(one["path"]), Decimal(one["weight"])) for one in data.get("weights", ())
        )
        named = all(isinstance(name, str) for path, _ in weights for name in path)
        if not isinstance(accept, bool) or not isinstance(read_by, str | None) or not named:
            raise TypeError(data)
        if not all(weight.is_finite() for _, weight in weights):
            raise ValueError(data)
        return cls(None if as_of is None else date.fromisoformat(as_of), accept, weights, read_by)


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
