"""Whether a ruleset is in force in the year it is for (R06)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.language.places import Places
    from jixiao.rules import Ruleset

__all__ = ["check_dates"]


def check_dates(ruleset: Ruleset, places: Places) -> Iterator[Finding]:
    """R06: the dates of effect lie outside the year."""
    if ruleset.effective is None or ruleset.year is None or ruleset.inherits is None:
        return
    start, end = ruleset.effective
    if not start.year <= ruleset.year <= (end or start).year and end is not None:
        what = f"年度是 {ruleset.year}，生效日期不在这一年"
        yield places.doubt("R06", ruleset.origin, ruleset.id, what=what)
