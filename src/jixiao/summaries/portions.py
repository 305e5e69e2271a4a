"""The sums over a set of tables: a place's, a form's, or all of them. Sums of two sets add up.

Rows whose place in the form was guessed, or that could not be placed, are counted as such and take
part in nothing else.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from attrs import frozen

from jixiao.summaries.keyed import Counts, added, counts_from_json, counts_to_json, of, total
from jixiao.summaries.money import NO_MONEY, MoneySums, share_json
from jixiao.summaries.scores import NO_SCORES, ScoreSums

__all__ = ["NO_TABLES", "Portion"]

_COUNTS = ("rows", "kinds", "measures", "satisfaction", "cost", "severities", "headings", "grades")
_NUMBERS = ("tables", "blank")


@frozen
class Portion:
    """The sums over a set of tables.

    `rows` are by how sure the reading is; `kinds` and `measures` are those of the targets that
    count at the end of the year; `satisfaction` and `cost` say of how many tables that have rows
    such an indicator is `present`, `missing`, or `doubtful`; `severities` and `headings` are of
    findings; `grades` as printed. The money of projects and that of whole departments is kept
    apart, since a department's includes its projects'.

    >>> (Portion(tables=1) + Portion(tables=2, blank=1)).tables
    3
    """

    tables: int = 0
    blank: int = 0
    rows: Counts = ()
    kinds: Counts = ()
    measures: Counts = ()
    satisfaction: Counts = ()
    cost: Counts = ()
    severities: Counts = ()
    headings: Counts = ()
    grades: Counts = ()
    projects: MoneySums = NO_MONEY
    departments: MoneySums = NO_MONEY
    scores: ScoreSums = NO_SCORES

    def __add__(self, other: Portion) -> Portion:
        counts: dict[str, Any] = {
            name: added(getattr(self, name), getattr(other, name)) for name in _COUNTS
        }
        return Portion(
            tables=self.tables + other.tables,
            blank=self.blank + other.blank,
            **counts,
            projects=self.projects + other.projects,
            departments=self.departments + other.departments,
            scores=self.scores + other.scores,
        )

    @property
    def indicators(self) -> int:
        """All rows that were read, sure or not."""
        return total(self.rows)

    @property
    def findings(self) -> int:
        """All findings."""
        return total(self.severities)

    @property
    def doubtful_rows(self) -> int:
        """The rows that take part in nothing else."""
        return of(self.rows, "suspected") + of(self.rows, "unread")

    @property
    def targets(self) -> int:
        """The targets of which one can say how they are measured."""
        return sum(of(self.measures, name) for name in ("figure", "derived", "words"))

    @property
    def share(self) -> Fraction | None:
        """What part of the targets are figures."""
        return Fraction(of(self.measures, "figure"), self.targets) if self.targets else None

    @property
    def measurable_share(self) -> Fraction | None:
        """What part can be measured without a judgement."""
        held = of(self.measures, "figure") + of(self.measures, "derived")
        return Fraction(held, self.targets) if self.targets else None

    @property
    def weight(self) -> tuple[int, ...]:
        """What it is ordered by among others."""
        return (self.tables, self.indicators, self.findings)

    def to_json(self) -> dict[str, object]:
        """All sums, with the shares that follow from them."""
        return {
            **{name: getattr(self, name) for name in _NUMBERS},
            "indicators": self.indicators,
            **{name: counts_to_json(getattr(self, name)) for name in _COUNTS},
            "quantified": {
                "targets": self.targets,
                "share": share_json(self.share),
                "measurable_share": share_json(self.measurable_share),
                "projects": self.projects.to_json(),
                "departments": self.departments.to_json(),
            },
            "scores": self.scores.to_json(),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Portion:
        """The sums that `to_json` wrote."""
        money = data["quantified"]
        held: dict[str, Any] = {name: data[name] for name in _NUMBERS}
        held |= {name: counts_from_json(data[name]) for name in _COUNTS}
        return cls(
            **held,
            projects=MoneySums.from_json(money["projects"]),
            departments=MoneySums.from_json(money["departments"]),
            scores=ScoreSums.from_json(data["scores"]),
        )


NO_TABLES = Portion()
