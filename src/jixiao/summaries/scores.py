"""Printed scores over many tables: how many are explained, and what they come to.

Points are added up where a score is printed, the rules give one, and the weight is printed too; so
the printed sum and the recomputed one are of the same rows.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import frozen

from jixiao.recomputing import Tally
from jixiao.recomputing.tally import RESULTS
from jixiao.scoring import Points
from jixiao.summaries.money import share_json
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.recomputing import RecomputedRow

__all__ = ["NO_SCORES", "ScoreSums", "score_sums", "tally_from_json", "tally_to_json"]

_NONE = Tally()
_NOTHING = Points(Decimal(0), Decimal(0))


def tally_to_json(tally: Tally) -> dict[str, object]:
    """The counts by result, with the share that is explained."""
    counts: dict[str, object] = {name: getattr(tally, name) for name in RESULTS}
    return {**counts, "scored": tally.scored, "share": share_json(tally.share)}


def tally_from_json(data: dict[str, Any]) -> Tally:
    """The counts that `tally_to_json` wrote."""
    return Tally(*(data[name] for name in RESULTS))


@frozen
class ScoreSums:
    """The scores of several tables: the counts by result, and the points of comparable rows."""

    tables: int = 0
    tally: Tally = _NONE
    compared: int = 0
    printed: Decimal = Decimal(0)
    computed: Points = _NOTHING

    def __add__(self, other: ScoreSums) -> ScoreSums:
        return ScoreSums(
            self.tables + other.tables,
            self.tally + other.tally,
            self.compared + other.compared,
            self.printed + other.printed,
            Points.sum((self.computed, other.computed)),
        )

    def to_json(self) -> dict[str, object]:
        """The counts and the sums."""
        return {
            "tables": self.tables,
            **tally_to_json(self.tally),
            "compared": self.compared,
            "printed": decimal_text(self.printed),
            "computed": self.computed.to_json(),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> ScoreSums:
        """The sums that `to_json` wrote."""
        return cls(
            data["tables"],
            tally_from_json(data),
            data["compared"],
            Decimal(data["printed"]),
            Points.from_json(data["computed"]),
        )


NO_SCORES = ScoreSums()


def score_sums(rows: Iterable[RecomputedRow]) -> ScoreSums:
    """The scores of one table."""
    held = tuple(rows)
    pairs = [
        (one.printed, one.computed)
        for one in held
        if one.printed is not None and one.computed is not None and not one.inferred
    ]
    counts = {name: sum(one.result == name for one in held) for name in RESULTS}
    return ScoreSums(
        tables=1,
        tally=Tally(**counts),
        compared=len(pairs),
        printed=sum((printed for printed, _ in pairs), Decimal(0)),
        computed=Points.sum(computed for _, computed in pairs),
    )
