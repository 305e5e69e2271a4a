"""How far money or an indicator is by a date: its shares, its lamp, and what the year comes to."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from jixiao.rules import Rounding
from jixiao.scoring.figures import exact_text, percent_text, rounded
from jixiao.scoring.result import note_json, note_of_json
from jixiao.scoring.steps import Step, note_text
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from typing import Any

    from jixiao.findings import Lang
    from jixiao.values import Note

__all__ = ["Likelihood", "Progress", "Projection", "Standing", "percent_or_blank"]

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


def _of_share(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def percent_or_blank(share: Fraction | None) -> str:
    """A share as people read it; nothing where there is none."""
    return "" if share is None else percent_text(share)


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
