"""One table as monitoring sees it: its targets, its money, its indicators, and how far each is."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.markup import table_html
from jixiao.messages.words import word
from jixiao.monitoring.progress import Progress, percent_or_blank
from jixiao.scoring.figures import exact_text, percent_text
from jixiao.scoring.steps import Step

if TYPE_CHECKING:
    from typing import Any

    from jixiao.monitoring.due import By
    from jixiao.values import Status

__all__ = ["IndicatorStatus", "MoneyStatus", "TableStatus", "TargetStatus"]


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
                percent_or_blank(one.progress.completion),
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
