"""One printed score, sum, rate or grade with what it is held against, and its JSON."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from jixiao.finding_json import origin_from_json, origin_to_json
from jixiao.scoring import Points
from jixiao.scoring.figures import exact_text
from jixiao.scoring.result import note_json, note_of_json
from jixiao.scoring.steps import Step, note_text
from jixiao.source import Origin
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from typing import Any

    from jixiao.findings import Lang
    from jixiao.recomputing.tally import Result
    from jixiao.values import Note, Status

__all__ = ["RecomputedRow", "RecomputedTotal", "TotalKind"]

TotalKind = Literal["score", "weights", "label", "rate", "parts", "grade"]
"""score: 总分, 合计, 小计; weights: the sum of 分值; label: the 分值 printed behind a 一级; rate:
执行率; parts: the rows 其中 of the money against their total; grade: 等级."""


def _said(notes: tuple[Note, ...], lang: Lang) -> str:
    texts = (note_text(one.code, dict(one.context), lang) for one in notes)
    return ("；" if lang == "zh" else "; ").join(texts)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _text(number: Decimal | None) -> str | None:
    return None if number is None else decimal_text(number)


@frozen
class RecomputedRow:
    """One printed score held against what the rules give.

    `computed` are the points that the ruleset in force gives, rounded as it says, None where it
    gives none; `exact` are they before rounding. `why` says how the result was reached,
    `references` what else would give the printed score without being in force here. `inferred`
    says that the weight is not printed but supposed.
    """

    table: str
    table_index: int
    level1: str
    level2: str
    indicator: str
    target: str
    actual: str | None
    weight: Decimal | None
    printed: Decimal | None
    computed: Points | None
    result: Result
    why: tuple[Note, ...] = ()
    references: tuple[Note, ...] = ()
    kind: Literal["indicator", "budget"] = "indicator"
    inferred: bool = False
    printed_text: str | None = None
    exact: tuple[Fraction, Fraction] | None = None
    verdict: Status = "undetermined"
    method: str | None = None
    ruleset: str = ""
    reason: str | None = None
    notes: tuple[Note, ...] = ()
    """What is to be asked of whoever filed the row: a reason that a rule demands."""
    steps: tuple[Step, ...] = ()
    cites: tuple[str, ...] = ()
    origin: Origin = Origin()

    def message(self, lang: Lang = "zh") -> str:
        """How the result was reached, then what is named for reference."""
        return _said((*self.why, *self.references), lang)

    def to_json(self, lang: Lang = "zh", file: str | None = None) -> dict[str, object]:
        """One entry of `rows`."""
        return {
            "table": self.table,
            "table_index": self.table_index,
            "level1": self.level1,
            "level2": self.level2,
            "indicator": self.indicator,
            "kind": self.kind,
            "target": self.target,
            "actual": self.actual,
            "weight": _text(self.weight),
            "inferred": self.inferred,
            "printed": _text(self.printed),
            "printed_text": self.printed_text,
            "computed": None if self.computed is None else self.computed.to_json(),
            "exact": None if self.exact is None else [exact_text(one) for one in self.exact],
            "result": self.result,
            "verdict": self.verdict,
            "method": self.method,
            "ruleset": self.ruleset,
            "message": self.message(lang),
            "why": [note_json(one) for one in self.why],
            "references": [note_json(one) for one in self.references],
            "reason": self.reason,
            "notes": [note_json(one) for one in self.notes],
            "steps": [one.to_json() for one in self.steps],
            "cites": list(self.cites),
            "origin": origin_to_json(self.origin, file),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any], file: str | None = None) -> RecomputedRow:
        """The row that `to_json` wrote."""
        exact, computed = data["exact"], data["computed"]
        return cls(
            table=data["table"],
            table_index=data["table_index"],
            level1=data["level1"],
            level2=data["level2"],
            indicator=data["indicator"],
            target=data["target"],
            actual=data["actual"],
            weight=_number(data["weight"]),
            printed=_number(data["printed"]),
            computed=None if computed is None else Points.from_json(computed),
            result=data["result"],
            why=tuple(note_of_json(one) for one in data["why"]),
            references=tuple(note_of_json(one) for one in data["references"]),
            kind=data["kind"],
            inferred=data["inferred"],
            printed_text=data["printed_text"],
            exact=None if exact is None else (Fraction(exact[0]), Fraction(exact[1])),
            verdict=data["verdict"],
            method=data["method"],
            ruleset=data["ruleset"],
            reason=data["reason"],
            notes=tuple(note_of_json(one) for one in data["notes"]),
            steps=tuple(Step.from_json(one) for one in data["steps"]),
            cites=tuple(data["cites"]),
            origin=origin_from_json(data["origin"], file),
        )


@frozen
class RecomputedTotal:
    """A printed sum, rate or grade held against what the table's own figures give."""

    table: str
    table_index: int
    kind: TotalKind
    name: str
    printed: str | None
    computed: str | None = None
    result: Result = "unscored"
    why: tuple[Note, ...] = ()
    origin: Origin = Origin()

    def message(self, lang: Lang = "zh") -> str:
        """How the result was reached."""
        return _said(self.why, lang)

    def to_json(self, lang: Lang = "zh", file: str | None = None) -> dict[str, object]:
        """One entry of `totals`."""
        return {
            "table": self.table,
            "table_index": self.table_index,
            "kind": self.kind,
            "name": self.name,
            "printed": self.printed,
            "computed": self.computed,
            "result": self.result,
            "message": self.message(lang),
            "why": [note_json(one) for one in self.why],
            "origin": origin_to_json(self.origin, file),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any], file: str | None = None) -> RecomputedTotal:
        """The total that `to_json` wrote."""
        names = ("table", "table_index", "kind", "name", "printed", "computed", "result")
        why = tuple(note_of_json(one) for one in data["why"])
        origin = origin_from_json(data["origin"], file)
        return cls(**{name: data[name] for name in names}, why=why, origin=origin)
