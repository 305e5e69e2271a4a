"""Which rows of wrapped cells were not wrapped: all their cells on one line, and nothing beside.

Such a row needs its own label, a value in each column of values and a figure in each of figures;
the row above ends with its last figure, and the one below begins with a label or is such a row. No
line that is lost or joined to another leaves one behind that was not printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.reading.fitting import PARENTS, Need
from jixiao.reading.spaced.fit import fit_line, is_value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.reading.forms import Form
    from jixiao.reading.spaced.laid import LaidRow
    from jixiao.reading.spaced.words import SpacedLine

__all__ = ["sole_rows"]


def sole_rows(
    rows: Sequence[LaidRow], lines: Sequence[SpacedLine], needs: Sequence[Need], form: Form
) -> list[bool]:
    """For each row whether it is a line by itself, so that nothing but its weight is to prove."""
    numbered = {line.number: line for line in lines}
    whole = [_is_whole(row, numbered, needs, form) for row in rows]
    figures = [at for at, need in enumerate(needs) if need is Need.NUMBER]
    found: list[bool] = []
    for place, row in enumerate(rows):
        above = place == 0 or (bool(figures) and max(rows[place - 1].held) == figures[-1])
        below = place + 1 == len(rows) or whole[place + 1] or _is_headed(rows[place + 1], needs)
        found.append(whole[place] and above and below and _is_labelled(row, needs, form))
    return found


def _is_whole(
    row: LaidRow, lines: Mapping[int, SpacedLine], needs: Sequence[Need], form: Form
) -> bool:
    """Whether a row is one line and the line has each of its cells in one way only."""
    if any(len(own) > 1 or len(own[0].pieces) > 1 for own in row.held.values()):
        return False
    if any((at in row.held) == (need is Need.TEXT) for at, need in _asked(needs)):
        return False
    line = lines.get(row.units[0].line)
    if line is None or len(line.words) != len(row.units) or not row.units[0].begins:
        return False
    if any(unit.line != line.number for unit in row.units):
        return False
    fit = fit_line(line.words, needs, form)
    values = [row.held[at][0].text for at, need in enumerate(needs) if need is Need.VALUE]
    name = row.held[needs.index(Need.LEVEL3)][0].text
    return (
        fit is not None
        and fit.certain
        and fit.columns == tuple(sorted(row.held))
        and all(is_value(text) for text in values)
        and not (form.is_level1(name) or form.is_level2(name))
    )


def _asked(needs: Sequence[Need]) -> list[tuple[int, Need]]:
    """The columns that a whole row has, and those of texts, which it must not have."""
    return [(at, need) for at, need in enumerate(needs) if need not in PARENTS]


def _is_labelled(row: LaidRow, needs: Sequence[Need], form: Form) -> bool:
    """Whether a row has its own 二级, and its 一级 or one that can be no other."""
    if Need.LEVEL2 not in needs or needs.index(Need.LEVEL2) not in row.held:
        return False
    label = row.held[needs.index(Need.LEVEL2)][0].text
    one = needs.index(Need.LEVEL1) if Need.LEVEL1 in needs else None
    return one is None or one in row.held or len(form.parents(label)) == 1


def _is_headed(row: LaidRow, needs: Sequence[Need]) -> bool:
    return needs[min(row.held)] in PARENTS
