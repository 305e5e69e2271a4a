"""A summary of many documents: sums over all tables, and by place, ruleset, form, year and stage.

Two summaries add up to the summary of both batches, in any order; the empty one changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from jixiao.summaries.keyed import Counts, added, counts_from_json, counts_to_json, most, total
from jixiao.summaries.names import NameSums
from jixiao.summaries.portions import NO_TABLES, Portion
from jixiao.summaries.said import FindingSums
from jixiao.summaries.scores import ScoreSums, tally_from_json, tally_to_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.findings import Lang
    from jixiao.recomputing import Tally

__all__ = ["ACROSS", "AXES", "SUMMARY_SCHEMA", "UNKNOWN", "Carry", "Summary", "carried", "merged"]

SUMMARY_SCHEMA = "jixiao/summary/1"
AXES = ("regions", "rulesets", "forms", "years", "stages")
UNKNOWN = ""
"""The name of what no table says: a place, a form, a year."""
ACROSS = "*"
"""The name that findings about several tables of different places, forms … are counted under."""

Portions = tuple[tuple[str, Portion], ...]


@frozen
class Summary:
    """What many documents come to.

    `unreadable` are files without a table, by the reason; `whole` is of all tables, and each of
    the axes parts the same tables: by place, by the ruleset of their form, by form, year, stage.
    `findings` are by code, `names` by the name of the indicator. `sums` are printed sums, rates and
    grades by kind, `scored_by` printed scores by the ruleset they were held against; both are empty
    where nothing was recomputed.

    >>> Summary.from_json(Summary().to_json()) == Summary()
    True
    """

    read: int = 0
    unreadable: Counts = ()
    whole: Portion = NO_TABLES
    regions: Portions = ()
    rulesets: Portions = ()
    forms: Portions = ()
    years: Portions = ()
    stages: Portions = ()
    findings: tuple[tuple[str, FindingSums], ...] = ()
    names: tuple[tuple[str, NameSums], ...] = ()
    sums: tuple[tuple[str, Tally], ...] = ()
    scored_by: tuple[tuple[str, ScoreSums], ...] = ()
    recomputed: int = 0
    """Of how many files the printed scores were looked at."""

    def __add__(self, other: Summary) -> Summary:
        return Summary(
            read=self.read + other.read,
            unreadable=added(self.unreadable, other.unreadable),
            whole=self.whole + other.whole,
            regions=added(self.regions, other.regions),
            rulesets=added(self.rulesets, other.rulesets),
            forms=added(self.forms, other.forms),
            years=added(self.years, other.years),
            stages=added(self.stages, other.stages),
            findings=added(self.findings, other.findings),
            names=added(self.names, other.names),
            sums=added(self.sums, other.sums),
            scored_by=added(self.scored_by, other.scored_by),
            recomputed=self.recomputed + other.recomputed,
        )

    @property
    def files(self) -> int:
        """All files, readable or not."""
        return self.read + total(self.unreadable)

    def to_json(self, lang: Lang = "zh") -> dict[str, object]:
        """All sums; only the examples of findings are in a language."""
        findings = most(self.findings, lambda one: one.weight)
        names = most(self.names, lambda one: one.weight)
        scored = most(self.scored_by, lambda one: (one.tally.scored,))
        return {
            "schema": SUMMARY_SCHEMA,
            "files": {"read": self.read, "unreadable": counts_to_json(self.unreadable)},
            "recomputed": self.recomputed,
            "whole": self.whole.to_json(),
            **{axis: _portions_json(getattr(self, axis)) for axis in AXES},
            "findings": [one.to_json(lang) for _, one in findings],
            "indicators": [{"name": name, **one.to_json()} for name, one in names],
            "sums": {kind: tally_to_json(one) for kind, one in self.sums},
            "scored_by": [{"name": name, **one.to_json()} for name, one in scored],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Summary:
        """The summary that `to_json` wrote.

        Raises `KeyError`, `TypeError` or `ValueError` for an object of another shape.
        """
        if data["schema"] != SUMMARY_SCHEMA:
            raise ValueError(data["schema"])
        said = [FindingSums.from_json(one) for one in data["findings"]]
        return cls(
            read=data["files"]["read"],
            unreadable=counts_from_json(data["files"]["unreadable"]),
            whole=Portion.from_json(data["whole"]),
            **{axis: _portions(data[axis]) for axis in AXES},
            findings=tuple(sorted(((one.key, one) for one in said), key=_first)),
            names=_named((one["name"], NameSums.from_json(one)) for one in data["indicators"]),
            sums=_named((kind, tally_from_json(one)) for kind, one in data["sums"].items()),
            scored_by=_named((one["name"], ScoreSums.from_json(one)) for one in data["scored_by"]),
            recomputed=data["recomputed"],
        )


Carry = tuple[tuple[int, Summary], ...]
"""Sums of ever fewer documents, with how many each is of."""


def carried(held: Carry, one: Summary) -> Carry:
    """A few sums with one more added to them: of sizes that shrink, small ones put together.

    >>> held: Carry = ()
    >>> for _ in range(5):
    ...     held = carried(held, Summary(read=1))
    >>> [size for size, _ in held]
    [4, 1]
    """
    size, sums = 1, one
    while held and held[-1][0] <= size:
        before, earlier = held[-1]
        held, size, sums = held[:-1], size + before, earlier + sums
    return (*held, (size, sums))


def merged(several: Iterable[Summary], held: Carry = ()) -> Summary:
    """All of them added up, as they come, holding nothing but a few sums.

    Small ones go together first, so that the cost of a long run is that of its documents; `held`
    is what `carried` gave before.

    >>> merged(Summary(read=1) for _ in range(1000)).read
    1000
    """
    for one in several:
        held = carried(held, one)
    result = Summary()
    for _, one in reversed(held):
        result = one + result
    return result


def _portions_json(held: Portions) -> list[dict[str, object]]:
    ordered = most(held, lambda one: one.weight)
    return [{"name": name or None, **one.to_json()} for name, one in ordered]


def _portions(shown: list[dict[str, Any]]) -> Portions:
    return _named((one["name"] or UNKNOWN, Portion.from_json(one)) for one in shown)


def _named(pairs: Iterable[tuple[str, Any]]) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted(pairs, key=_first))


def _first(pair: tuple[str, object]) -> str:
    return pair[0]
