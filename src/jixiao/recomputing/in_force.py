"""Which ruleset is in force for a table: for its place and its year, else the national one.

A ruleset with a last day is for the tables of the years it covers. One without is for those of the
year it begins in and later, and for the year before, since a year is self-evaluated in the next.
National guides that bind central departments only are used where the caller names them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.findings import finding
from jixiao.library import NATIONAL

if TYPE_CHECKING:
    from jixiao.findings import Finding
    from jixiao.library import Library
    from jixiao.rules import Ruleset
    from jixiao.tables import Table

__all__ = ["InForce", "covers", "in_force"]

_COUNTRY = "000000"


@frozen
class InForce:
    """The ruleset that clears scores, and what is to be said of the choice."""

    rules: Ruleset
    findings: tuple[Finding, ...] = ()


def covers(rules: Ruleset, year: int) -> bool:
    """Whether a ruleset is in force for the self-evaluation of a year's tables."""
    if rules.effective is None:
        return rules.year in (None, year)
    start, end = rules.effective
    if end is None:
        return start.year <= year + 1
    return start.year <= year <= end.year


def in_force(table: Table, library: Library, given: Ruleset | None = None) -> InForce:
    """The ruleset for a table: the one given, else that of its form where it is in force."""
    if given is not None:
        return InForce(given, _dated(table, given))
    national = library.load(NATIONAL)
    known = None if table.ruleset is None else library.open(table.ruleset).ruleset
    local = known is not None and known.region is not None and known.region.code != _COUNTRY
    if known is None or not local:
        told = finding("E492", table.where(), ruleset=NATIONAL)
    elif table.year is not None and not covers(known, table.year):
        told = finding("E493", table.where(), other=known.id, year=table.year, ruleset=NATIONAL)
    else:
        return InForce(known, _dated(table, known))
    return InForce(national, (told, *_dated(table, national)))


def _dated(table: Table, rules: Ruleset) -> tuple[Finding, ...]:
    """What is to be said of the year: not read, before the rules, or in the year before them."""
    where = table.where()
    if table.year is None:
        return (finding("E497", where, ruleset=rules.id),)
    if not covers(rules, table.year):
        return (finding("E499", where, ruleset=rules.id, year=table.year),)
    start = None if rules.effective is None else rules.effective[0]
    if start is not None and start.year > table.year:
        day = start.isoformat()
        return (finding("E498", where, ruleset=rules.id, year=table.year, date=day),)
    return ()
