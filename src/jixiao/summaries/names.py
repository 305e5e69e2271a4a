"""Indicators by name: how often each is set, how it is measured, what is said of it.

Names that differ in spaces, in full-width marks or in a number in front are one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from attrs import frozen

from jixiao.personal import mask_text
from jixiao.source import squeeze

if TYPE_CHECKING:
    from jixiao.summaries.measures import Measure

__all__ = ["NameSums", "folded_name", "name_sums"]

_LONGEST = 60
_NUMBER = re.compile(
    r"(?:指标)?(?:\(?\d{1,2}\)|\d{1,2}[.、:](?!\d)|[①-⑳]|\(?[一二三四五六七八九十]{1,3}[)、])(?=.)|指标:(?=.)"
)


def folded_name(name: str) -> str:
    """The name under which an indicator is counted.

    >>> folded_name("1、培训 人次"), folded_name("指标2：培训人次"), folded_name("12345热线满意度")
    ('培训人次', '培训人次', '12345热线满意度')
    """
    bare = squeeze(name)
    found = _NUMBER.match(bare)
    own = (bare if found is None else bare[found.end() :]).rstrip(":;,.。、")
    own = own or bare
    return mask_text(own if len(own) <= _LONGEST else own[:_LONGEST] + "…")


@frozen
class NameSums:
    """Rows of a name, those of them measured by a figure, findings about them, printed scores.

    `scored` are printed scores that were held against the rules, `cleared` those explained.
    """

    rows: int = 0
    figures: int = 0
    findings: int = 0
    scored: int = 0
    cleared: int = 0

    def __add__(self, other: NameSums) -> NameSums:
        return NameSums(
            self.rows + other.rows,
            self.figures + other.figures,
            self.findings + other.findings,
            self.scored + other.scored,
            self.cleared + other.cleared,
        )

    @property
    def weight(self) -> tuple[int, ...]:
        """What it is ordered by."""
        return (self.rows, self.findings)

    def to_json(self) -> dict[str, int]:
        """The numbers by name."""
        return {name: getattr(self, name) for name in _NAMES}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> NameSums:
        """The sums that `to_json` wrote."""
        return cls(**{name: data[name] for name in _NAMES})


_NAMES = ("rows", "figures", "findings", "scored", "cleared")


def name_sums(measure: Measure) -> NameSums:
    """What one row adds.

    >>> name_sums("figure") + name_sums("words")
    NameSums(rows=2, figures=1, findings=0, scored=0, cleared=0)
    """
    return NameSums(rows=1, figures=int(measure == "figure"))
