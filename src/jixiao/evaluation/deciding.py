"""Which missing answers decide the grade: the open indicators of a total that is an interval."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.evaluation.grading import reachable
from jixiao.scoring import Points
from jixiao.scoring.figures import exact_text, percent_text
from jixiao.scoring.steps import note_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal
    from typing import Any

    from jixiao.findings import Lang
    from jixiao.rules import Bands
    from jixiao.scoring import IndicatorScore

__all__ = ["Deciding", "deciding", "deciding_text"]


@frozen
class Deciding:
    """An indicator that is still open: what it may score, and how much of the interval it makes.

    `place` is its place among the indicators of the table, from 0. `alone` says whether it alone
    can change the grade: with all the other open ones at their lowest, or all at their highest, its
    own two ends have different grades. It is None where no grade is given.
    """

    place: int
    level3: str
    points: Points
    share: Fraction
    alone: bool | None = None

    def to_json(self) -> dict[str, object]:
        """One entry of `deciding`; the share is exact."""
        return {
            "place": self.place,
            "level3": self.level3,
            "points": self.points.to_json(),
            "share": exact_text(self.share),
            "alone": self.alone,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Deciding:
        """The entry that `to_json` wrote."""
        return cls(
            data["place"],
            data["level3"],
            Points.from_json(data["points"]),
            Fraction(data["share"]),
            data["alone"],
        )

    def text(self, lang: Lang = "zh") -> str:
        """The indicator with what it may score, its share, and whether it alone can decide."""
        words = {
            "name": self.level3,
            "points": str(self.points),
            "share": percent_text(Fraction(round(self.share * 100), 100)),
        }
        return note_text("E140" if self.alone else "E139", words, lang)


_SHOWN = 5


def deciding_text(several: tuple[Deciding, ...], lang: Lang = "zh") -> str:
    """One line on the open indicators of a table; empty where nothing is open."""
    if not several:
        return ""
    shown = [one.text(lang) for one in several[:_SHOWN]]
    if len(several) > _SHOWN:
        shown.append("…")
    items = ("、" if lang == "zh" else ", ").join(shown)
    return note_text("E138", {"count": str(len(several)), "items": items}, lang)


def deciding(
    scores: tuple[IndicatorScore, ...],
    total: Callable[[tuple[IndicatorScore, ...]], Points],
    bands: Bands | None,
) -> tuple[Deciding, ...]:
    """The open indicators, those that make most of the interval first; empty for a fixed total.

    `total` reckons the total of indicators; without `bands` no grade is given.
    """
    places = [
        place
        for place, one in enumerate(scores)
        if one.points is not None and not one.points.is_point
    ]
    widths = {place: _width(scores[place]) for place in places}
    whole = sum(widths.values(), Fraction())

    def alone(place: int) -> bool:
        for others in (0, 1):
            grades = [
                reachable(
                    total(
                        tuple(
                            _pinned(one, own if at == place else others)
                            for at, one in enumerate(scores)
                        )
                    ),
                    bands,
                )
                for own in (0, 1)
            ]
            if grades[0] != grades[1]:
                return True
        return False

    found = [
        Deciding(
            place,
            scores[place].level3,
            points,
            widths[place] / whole,
            None if bands is None else alone(place),
        )
        for place in places
        if (points := scores[place].points) is not None
    ]
    return tuple(sorted(found, key=lambda one: (-one.share, one.place)))


def _width(score: IndicatorScore) -> Fraction:
    points = score.points
    return Fraction(0) if points is None else Fraction(points.high - points.low)


def _pinned(score: IndicatorScore, end: int) -> IndicatorScore:
    """The indicator settled at its lowest (0) or highest (1)."""
    if score.points is None:
        return score
    at: Decimal = score.points.high if end else score.points.low
    exact = None if score.exact is None else (score.exact[end], score.exact[end])
    return evolve(score, points=Points(at, at), exact=exact)
