"""Which findings say again what another says better: one cell is spoken of once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jixiao.findings import Finding

__all__ = ["said_once"]


def said_once(found: list[Finding]) -> list[Finding]:
    """The findings without those that say again what another says of the same cell.

    T64 gives way to what already asks for the cell, S14 to a 校验 of the ruleset about the row, S07
    and S45 to what says more about the same value.
    """
    values = {
        (one.where.table_index, one.where.level2, one.where.level3)
        for one in found
        if one.code in ("S10", "S12", "S13", "S58")
    }
    own = {
        (one.where.table_index, one.where.level1, one.where.level3)
        for one in found
        if "/" in one.code
    }
    named = {
        (one.where.table_index, name)
        for one in found
        if one.code in ("T57", "T58", "T63")
        for key, name in one.context
        if key in ("name", "column")
    }
    return [one for one in found if not _said_before(one, named, own, values)]


def _said_before(
    one: Finding,
    named: set[tuple[int | None, str]],
    own: set[tuple[int | None, str | None, str | None]],
    values: set[tuple[int | None, str | None, str | None]],
) -> bool:
    place = one.where
    match one.code:
        case "T64":
            return (place.table_index, dict(one.context)["cell"]) in named
        case "S14":
            return (place.table_index, place.level1, place.level3) in own
        case "S07" | "S45":
            return (place.table_index, place.level2, place.level3) in values
        case _:
            return False
