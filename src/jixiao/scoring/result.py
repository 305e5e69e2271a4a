"""What scoring one indicator yields: verdict, points as an interval, and every step."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, cast

from attrs import frozen

from jixiao.markup import escaped, joined, table_html
from jixiao.messages.words import word
from jixiao.scoring.figures import Points, exact_text
from jixiao.scoring.steps import Step, note_text
from jixiao.units import decimal_text
from jixiao.values import Note

if TYPE_CHECKING:
    from typing import Any

    from jixiao.findings import Lang
    from jixiao.values import Status

__all__ = ["SCORE_SCHEMA", "IndicatorScore", "note_json", "note_of_json"]

SCORE_SCHEMA = "jixiao/score/1"


def note_json(note: Note) -> dict[str, object]:
    """A note as code and context."""
    return {"code": note.code, "context": dict(note.context)}


def note_of_json(data: dict[str, Any]) -> Note:
    """The note that `note_json` wrote."""
    return Note(data["code"], tuple(data["context"].items()))


@frozen
class IndicatorScore:
    """One indicator: whether it was met, what it scores, and why.

    `verdict` is the ruleset's word (met, not_met, undetermined), not literal membership. `points`
    is None where nothing is scored (no target, no weight); `exact` are the points before
    rounding. `reasons` say why points are an interval or missing, `notes` are things to say to
    whoever filed the figures.
    """

    target: str
    actual: str | None
    weight: Decimal | None
    verdict: Status
    points: Points | None
    exact: tuple[Fraction, Fraction] | None = None
    reasons: tuple[Note, ...] = ()
    steps: tuple[Step, ...] = ()
    cites: tuple[str, ...] = ()
    level1: str = ""
    level2: str = ""
    level3: str = ""
    method: str | None = None
    direction: str | None = None
    notes: tuple[Note, ...] = ()
    goal: str | None = None
    """The 年度绩效目标 it stands below, where a table has several."""

    def reason(self, lang: Lang = "zh") -> str | None:
        """Why the verdict or the points are not certain, in one line; None where they are."""
        if not self.reasons:
            return None
        texts = (note_text(one.code, dict(one.context), lang) for one in self.reasons)
        return ("；" if lang == "zh" else "; ").join(texts)

    def explain(self, lang: Lang = "zh") -> str:
        """Every step in words, a line each; then what is not certain."""
        return "\n".join(self.lines(lang))

    def lines(self, lang: Lang = "zh") -> tuple[str, ...]:
        """What `explain` says, one text a step, whatever marks of a line they hold."""
        reason = self.reason(lang)
        return (
            *(one.text(lang) for one in self.steps),
            *(() if reason is None else (reason,)),
            *(note_text(one.code, dict(one.context), lang) for one in self.notes),
        )

    def _repr_html_(self) -> str:
        """What it scores and every step, as notebooks show it."""
        points = word("not_scored") if self.points is None else str(self.points)
        head = [word(name) for name in ("target", "actual", "weight", "points", "verdict")]
        weight = "" if self.weight is None else decimal_text(self.weight)
        row = (self.target, self.actual or "", weight, points, word(self.verdict))
        steps = "".join(f"<li>{escaped(line)}</li>" for line in self.explain().splitlines())
        return joined(table_html(head, [row], self.level3), f"<ol>{steps}</ol>")

    def to_entry(self, lang: Lang = "zh") -> dict[str, object]:
        """One entry of `indicators` in a scorecard."""
        return {
            "level1": self.level1,
            "level2": self.level2,
            "level3": self.level3,
            "target": self.target,
            "actual": self.actual,
            "weight": None if self.weight is None else decimal_text(self.weight),
            "verdict": self.verdict,
            "reason": self.reason(lang),
            "points": None if self.points is None else self.points.to_json(),
            "exact": None if self.exact is None else [exact_text(one) for one in self.exact],
            "method": self.method,
            "direction": self.direction,
            "steps": [one.to_json() for one in self.steps],
            "cites": list(self.cites),
            "reasons": [note_json(one) for one in self.reasons],
            "notes": [note_json(one) for one in self.notes],
            "goal": self.goal,
        }

    def to_json(self, lang: Lang = "zh") -> dict[str, object]:
        """The JSON of `score`: an entry with its schema."""
        return {"schema": SCORE_SCHEMA, **self.to_entry(lang)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> IndicatorScore:
        """The score that `to_json` or `to_entry` wrote."""
        exact = data["exact"]
        return cls(
            target=data["target"],
            actual=data["actual"],
            weight=None if data["weight"] is None else Decimal(data["weight"]),
            verdict=cast("Status", data["verdict"]),
            points=None if data["points"] is None else Points.from_json(data["points"]),
            exact=None if exact is None else (Fraction(exact[0]), Fraction(exact[1])),
            reasons=tuple(note_of_json(one) for one in data["reasons"]),
            steps=tuple(Step.from_json(one) for one in data["steps"]),
            cites=tuple(data["cites"]),
            level1=data["level1"],
            level2=data["level2"],
            level3=data["level3"],
            method=data["method"],
            direction=data["direction"],
            notes=tuple(note_of_json(one) for one in data["notes"]),
            goal=data.get("goal"),
        )
