"""One table scored: its indicators in the order of the form, its total and its grades."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.evaluation.deciding import Deciding
from jixiao.evaluation.grading import Total
from jixiao.markup import table_html
from jixiao.messages import CATALOGUE
from jixiao.messages.words import word
from jixiao.scoring import IndicatorScore, Step
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from typing import Any

    from jixiao.findings import Lang

__all__ = ["TableScore"]


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
