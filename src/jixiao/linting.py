"""Everything that can be said of a rule file, and of it beside the others of its place (R06)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.findings import Where, finding
from jixiao.rule_files import files_in, registered_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from jixiao.findings import Finding
    from jixiao.library import Library
    from jixiao.lineages import Loaded
    from jixiao.rule_files import Entry
    from jixiao.rules import Ruleset

__all__ = ["lint", "overlaps"]

_EVERYWHERE = "000000"


def lint(library: Library, name: str | Path) -> Loaded:
    """A ruleset by id or path with all that is to be said of it; never raises for its content.

    >>> from jixiao.library import Library
    >>> lint(Library.default(), "江苏南通-2025").findings
    ()
    """
    loaded = library.open(name)
    if loaded.ruleset is None:
        return loaded
    path = Path(name)
    beside = files_in(path.parent.resolve(), str(path.parent)) if path.suffix == ".jx" else ()
    known = [one.entry for one in (*registered_files(), *beside)]
    found = overlaps(loaded.ruleset, known)
    return evolve(loaded, findings=(*loaded.findings, *found))


def overlaps(ruleset: Ruleset, others: Iterable[Entry]) -> Iterator[Finding]:
    """R06: another ruleset of the same place is in force on the same days.

    What holds for the whole country is the ancestor of all, and rulesets of one lineage are read
    together, so neither is asked about.
    """
    if ruleset.region is None or ruleset.effective is None or ruleset.region.code == _EVERYWHERE:
        return
    said: set[str] = {*ruleset.lineage}
    for other in others:
        if other.id in said or other.region_code != ruleset.region.code:
            continue
        said.add(other.id)
        shared = _shared(ruleset.effective, other.period)
        if shared is not None:
            yield finding(
                "R06",
                Where(origin=ruleset.effective_origin),
                what=f"与“{other.id}”（{other.file}）同属一地，{_text(shared)}同时生效",
            )


def _shared(
    one: tuple[date, date | None], other: tuple[date, date | None] | None
) -> tuple[date, date | None] | None:
    """The days that two periods share; a period without an end goes on."""
    if other is None:
        return None
    start = max(one[0], other[0])
    ends = [end for end in (one[1], other[1]) if end is not None]
    if ends and min(ends) < start:
        return None
    return start, min(ends) if ends else None


def _text(period: tuple[date, date | None]) -> str:
    start, end = period
    return (
        f"{start.isoformat()} 起" if end is None else f"{start.isoformat()} 至 {end.isoformat()} "
    )
