"""The sums that a self-evaluation table prints: 总分, 合计, 小计 and the like, as written."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import frozen

from jixiao.finding_json import origin_from_json, origin_to_json
from jixiao.source import Origin
from jixiao.units import decimal_text

__all__ = ["PrintedTotal"]

Json = dict[str, Any]


@frozen
class PrintedTotal:
    """One printed sum: its name, what it sums, and its two figures as printed.

    `level1` is the 一级 whose rows it sums, with `level2` those of its 二级 only; None for the
    whole table. The weight that a label carries (产出指标（50分）) is a sum too, with the label
    as its name and without points. A figure that was left blank or is no number is None; `texts`
    holds what was written, column by column.

    >>> total = PrintedTotal("总分", weight=Decimal(100), points=Decimal("96.5"))
    >>> PrintedTotal.from_json(total.to_json()) == total
    True
    """

    name: str
    level1: str | None = None
    weight: Decimal | None = None
    points: Decimal | None = None
    texts: tuple[tuple[str, str], ...] = ()
    origin: Origin = Origin()
    level2: str | None = None

    def to_json(self, file: str | None = None) -> Json:
        """Name, what is summed, both figures, the texts and the place."""
        return {
            "name": self.name,
            "level1": self.level1,
            "weight": None if self.weight is None else decimal_text(self.weight),
            "points": None if self.points is None else decimal_text(self.points),
            "texts": dict(self.texts),
            "origin": origin_to_json(self.origin, file),
            "level2": self.level2,
        }

    @classmethod
    def from_json(cls, shown: Json, file: str | None = None) -> PrintedTotal:
        """The total of an object made by `to_json`."""
        weight, points = shown["weight"], shown["points"]
        return cls(
            shown["name"],
            shown["level1"],
            None if weight is None else Decimal(weight),
            None if points is None else Decimal(points),
            tuple(shown["texts"].items()),
            origin_from_json(shown["origin"], file),
            shown.get("level2"),
        )
