"""The scale of grades that totals are drawn on: where each grade of a ruleset begins."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.library import Library
from jixiao.scoring.bands import allowed
from jixiao.writing.html.bars import stretches

if TYPE_CHECKING:
    from jixiao.evaluation import Scorecard
    from jixiao.rules import Bands, Ruleset
    from jixiao.writing.html.bars import Stretch

__all__ = ["Scale", "scale_of"]


@frozen
class Scale:
    """Full marks, and each grade with the total it begins at, best first."""

    full: Fraction
    starts: tuple[tuple[str, Fraction], ...]

    def over(self, out_of: Fraction) -> tuple[Stretch, ...]:
        """The grades along a bar; none where a table is out of another total than the scale."""
        if out_of != self.full:
            return ()
        return stretches(self.starts, self.full)


def scale_of(card: Scorecard, rules: Ruleset | None) -> Scale | None:
    """The scale of the ruleset a card was made with; None where it is not at hand."""
    known = rules or _installed(card)
    bands = None if known is None else known.bands
    return None if bands is None else _scale(bands)


def _installed(card: Scorecard) -> Ruleset | None:
    """The installed ruleset of that id, if it is the same to the letter."""
    library = Library.default()
    if card.ruleset not in library.ids():
        return None
    found = library.open(card.ruleset).ruleset
    return found if found is not None and found.digest == card.ruleset_digest else None


def _scale(bands: Bands) -> Scale | None:
    """None where a grade is no plain stretch of totals."""
    starts = []
    for grade, tests in bands.rows:
        parts = allowed(tests)
        if len(parts) != 1:
            return None
        low = parts[0].low
        starts.append((grade, Fraction(0) if low is None else Fraction(low.at)))
    full = Fraction(bands.full)
    return Scale(full, tuple(starts)) if starts and full > 0 else None
