"""The result of monitoring: every table with its money, its indicators, and what is to be said.

There are no points and no grade in it: those belong to the evaluation after the year.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from jixiao.finding_json import finding_from_json, finding_to_json
from jixiao.markup import table_html
from jixiao.messages.words import word
from jixiao.rules import Rounding
from jixiao.scoring.figures import exact_text, percent_text, rounded
from jixiao.scoring.result import note_json, note_of_json
from jixiao.scoring.steps import Step, note_text
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from typing import Any

    from jixiao.findings import Finding, Lang
    from jixiao.monitoring.due import By
    from jixiao.values import Note, Status

__all__ = [
    "MONITOR_SCHEMA",
    "IndicatorStatus",
    "Likelihood",
    "MoneyStatus",
    "MonitorReport",
    "Progress",
    "Projection",
    "Standing",
    "TableStatus",
    "TargetStatus",
]

MONITOR_SCHEMA = "jixiao/monitor/1"

Standing = Literal[
    "reached", "ahead", "on_pace", "behind", "within", "over", "not_due", "undetermined"
]
"""reached: the year's target already; ahead, on_pace, behind: by what is due (on_pace too where the
target that is due, or the table's own plan, is kept while the calendar asks for more); within,
over: of a limit, which knows no pace; not_due: a day that has not come; undetermined: `why` says
it."""

Likelihood = Literal["确定能", "有可能", "完全不可能"]


def _share(share: Fraction | None) -> str | None:
    return None if share is None else exact_text(share)


def _percent(share: Fraction | None) -> str:
    return "" if share is None else percent_text(share)


def _of_share(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


@frozen
class Projection:
    """What the year comes to if it goes on like this, exact, and the formula it came from."""

    figure: str
    formula: str

    @property
    def shown(self) -> str:
        """The figure for people: a quotient that does not end as a decimal of two places.

        >>> Projection("180/7公里", "").shown, Projection("77.5万元", "").shown
        ('≈25.71公里', '77.5万元')
        """
        quotient = _QUOTIENT.match(self.figure)
        if quotient is None:
            return self.figure
        about = decimal_text(rounded(Fraction(quotient[0]), _TWO_PLACES))
        return f"≈{about}{self.figure[quotient.end() :]}"


_TWO_PLACES = Rounding("逐项", 2)
_QUOTIENT = re.compile(r"-?\d{1,60}/[1-9]\d{0,60}")


@frozen
class TargetStatus:
    """A target of one column: the day it falls due, and whether it is met so far."""

    column: str
    text: str
    due: date
    verdict: Status

    def to_json(self) -> dict[str, object]:
        """Column, text, day and verdict."""
        return {
            "column": self.column,
            "text": self.text,
            "due": self.due.isoformat(),
            "verdict": self.verdict,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> TargetStatus:
        """The target that `to_json` wrote."""
        return cls(data["column"], data["text"], date.fromisoformat(data["due"]), data["verdict"])


@frozen
class Progress:
    """How far something is: shares of 1, exact.

    `completion` is the share of the year's target (or budget) reached, `due` the share that is due,
    `ratio` the one by the other; for a rate with a target that is due, `due` is None and `ratio` is
    the rate by that target. Each is None where it has no meaning, and `why` says it. `likelihood`
    is 完成目标可能性, `likelihood_from` whether arithmetic proves it or the unit filed it.
    """

    standing: Standing = "undetermined"
    completion: Fraction | None = None
    due: Fraction | None = None
    ratio: Fraction | None = None
    lamp: str | None = None
    lamp_method: str | None = None
    likelihood: Likelihood | None = None
    likelihood_from: Literal["arithmetic", "filed"] | None = None
    projected: Projection | None = None
    forecast: str | None = None
    reason_required: bool = False
    reason: str | None = None
    causes: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    why: tuple[Note, ...] = ()

    def explain(self, lang: Lang = "zh") -> tuple[str, ...]:
        """Every step in words, then what has no figure and why."""
        said = [one.text(lang) for one in self.steps]
        return (*said, *(note_text(one.code, dict(one.context), lang) for one in self.why))

    def to_json(self) -> dict[str, object]:
        """The keys that money and indicators share."""
        projected = self.projected
        return {
            "standing": self.standing,
            "completion": _share(self.completion),
            "due": _share(self.due),
            "ratio": _share(self.ratio),
            "lamp": self.lamp,
            "lamp_method": self.lamp_method,
            "likelihood": self.likelihood,
            "likelihood_from": self.likelihood_from,
            "projected": None
            if projected is None
            else {"figure": projected.figure, "formula": projected.formula},
            "forecast": self.forecast,
            "reason_required": self.reason_required,
            "reason": self.reason,
            "causes": list(self.causes),
            "steps": [one.to_json() for one in self.steps],
            "why": [note_json(one) for one in self.why],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Progress:
        """The progress that `to_json` wrote."""
        projected = data["projected"]
        return cls(
            standing=data["standing"],
            completion=_of_share(data["completion"]),
            due=_of_share(data["due"]),
            ratio=_of_share(data["ratio"]),
            lamp=data["lamp"],
            lamp_method=data["lamp_method"],
            likelihood=data["likelihood"],
            likelihood_from=data["likelihood_from"],
            projected=None
            if projected is None
            else Projection(projected["figure"], projected["formula"]),
            forecast=data["forecast"],
            reason_required=data["reason_required"],
            reason=data["reason"],
            causes=tuple(data["causes"]),
            steps=tuple(Step.from_json(one) for one in data["steps"]),
            why=tuple(note_of_json(one) for one in data["why"]),
        )


@frozen
class MoneyStatus:
    """The execution of a budget: of the whole table, or of one line of its spending."""

    name: str
    budget: str | None
    executed: str | None
    months: tuple[int, int] | None = None
    progress: Progress = Progress()

    def to_json(self) -> dict[str, object]:
        """One entry of `money`."""
        return {
            "name": self.name,
            "budget": self.budget,
            "executed": self.executed,
            "months": None if self.months is None else list(self.months),
            **self.progress.to_json(),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> MoneyStatus:
        """The status that `to_json` wrote."""
        months = data["months"]
        return cls(
            data["name"],
            data["budget"],
            data["executed"],
            None if months is None else (months[0], months[1]),
            Progress.from_json(data),
        )


@frozen
class IndicatorStatus:
    """One indicator: the target that is due, that of the year, and how far it is.

    `counted` is the latest target whose day has come (半年指标值 on 30 June), None before the
    first; `annual` is that of the whole year. Either is None where its cell is empty.
    """

    level1: str
    level2: str
    level3: str
    counted: TargetStatus | None
    annual: TargetStatus | None
    actual: str | None
    progress: Progress = Progress()

    def to_json(self) -> dict[str, object]:
        """One entry of `indicators`."""
        return {
            "level1": self.level1,
            "level2": self.level2,
            "level3": self.level3,
            "counted": None if self.counted is None else self.counted.to_json(),
            "annual": None if self.annual is None else self.annual.to_json(),
            "actual": self.actual,
            **self.progress.to_json(),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> IndicatorStatus:
        """The status that `to_json` wrote."""
        both = (data["counted"], data["annual"])
        counted, annual = (None if one is None else TargetStatus.from_json(one) for one in both)
        return cls(
            data["level1"],
            data["level2"],
            data["level3"],
            counted,
            annual,
            data["actual"],
            Progress.from_json(data),
        )


@frozen
class TableStatus:
    """One table: what is due by the date, its money (the whole first), its indicators.

    `lamp` is the worst of its indicators, red before yellow before green before blue; None where
    no indicator has one.
    """

    name: str
    unit: str | None
    index: int
    due: Fraction
    by: By
    money: tuple[MoneyStatus, ...]
    indicators: tuple[IndicatorStatus, ...]
    lamp: str | None = None
    code: str | None = None
    steps: tuple[Step, ...] = ()

    def _repr_html_(self) -> str:
        """The indicators with their lamps, as notebooks show them."""
        names = ("level3", "counted_target", "so_far", "completion", "lamp", "standing")
        rows = (
            (
                one.level3,
                "" if one.counted is None else one.counted.text,
                one.actual or word("missing_actual"),
                _percent(one.progress.completion),
                one.progress.lamp or "",
                word("open" if one.progress.standing == "undetermined" else one.progress.standing),
            )
            for one in self.indicators
        )
        due = word("due_line", due=percent_text(self.due), by=word(f"by_{self.by}"))
        caption = f"{self.name} · {due}"
        return table_html([word(name) for name in names], rows, caption, word("rows_more"))

    def to_json(self) -> dict[str, object]:
        """One entry of `tables`."""
        return {
            "name": self.name,
            "unit": self.unit,
            "code": self.code,
            "index": self.index,
            "due": exact_text(self.due),
            "by": self.by,
            "lamp": self.lamp,
            "money": [one.to_json() for one in self.money],
            "indicators": [one.to_json() for one in self.indicators],
            "steps": [one.to_json() for one in self.steps],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> TableStatus:
        """The table that `to_json` wrote."""
        return cls(
            name=data["name"],
            unit=data["unit"],
            index=data["index"],
            due=Fraction(data["due"]),
            by=data["by"],
            money=tuple(MoneyStatus.from_json(one) for one in data["money"]),
            indicators=tuple(IndicatorStatus.from_json(one) for one in data["indicators"]),
            lamp=data["lamp"],
            code=data["code"],
            steps=tuple(Step.from_json(one) for one in data["steps"]),
        )


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
                _percent(one.money[0].progress.completion) if one.money else "",
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
