"""How many printed scores came to which result, and the share that is explained."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from jixiao.scoring.figures import exact_text

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["RESULTS", "Result", "Tally", "tally_of"]

Result = Literal["explained", "judgement", "stricter", "differs", "unscored"]
RESULTS: tuple[Result, ...] = ("explained", "judgement", "stricter", "differs", "unscored")


@frozen
class Tally:
    """Counts by result; tallies of several files add up.

    >>> total = tally_of(("explained", "differs")) + tally_of(("judgement", "unscored"))
    >>> total.scored, str(total.share), total.differs
    (3, '2/3', 1)
    """

    explained: int = 0
    judgement: int = 0
    stricter: int = 0
    differs: int = 0
    unscored: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, name) + getattr(other, name) for name in RESULTS))

    @property
    def rows(self) -> int:
        """All rows."""
        return self.scored + self.unscored

    @property
    def scored(self) -> int:
        """The rows with a score that could be held against a rule."""
        return self.cleared + self.differs

    @property
    def cleared(self) -> int:
        """explained, judgement and stricter together."""
        return self.explained + self.judgement + self.stricter

    @property
    def share(self) -> Fraction | None:
        """What part of the scored rows is cleared; None where none is scored."""
        return Fraction(self.cleared, self.scored) if self.scored else None

    def to_json(self) -> dict[str, object]:
        """Rows, scored rows, each result, and the exact share."""
        share = None if self.share is None else exact_text(self.share)
        counts: dict[str, int] = {name: getattr(self, name) for name in RESULTS}
        return {"rows": self.rows, "scored": self.scored, **counts, "share": share}


def tally_of(results: Iterable[Result]) -> Tally:
    """The counts of several results."""
    counts = Counter(results)
    return Tally(*(counts[name] for name in RESULTS))
