"""The labels before a row of glued cells, each in the column of its level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.reading.fitting import Need
from jixiao.reading.forms import level_key
from jixiao.reading.grid import GridRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.reading.glued.header import Label
    from jixiao.reading.glued.ribbon import Ribbon
    from jixiao.reading.grid import GridCell
    from jixiao.reading.wrapped.words import Words

__all__ = ["levels_of"]


def levels_of(
    labels: tuple[Label, ...], words: Words, ribbon: Ribbon, columns: Mapping[Need, int]
) -> tuple[tuple[GridCell, ...], tuple[GridRow, ...], bool]:
    """The labels of the row that follows, the rows of labels that none follows, and a doubt.

    Labels that come out of order, the same 二级 twice, may be the beginning of a name.
    """
    rest: list[GridRow] = []
    now: dict[Need, GridCell] = {}
    doubtful = False
    width = max(columns.values()) + 2
    before = None
    for at, label in enumerate(labels):
        below = labels[at + 1] if at + 1 < len(labels) else None
        need = _need(label, below, words)
        doubtful = doubtful or (before is not None and before.name == label.name)
        before = label
        if need not in columns:
            rest += ribbon.plain(label.start, label.end)
            continue
        if any(one.value >= need.value for one in now):
            cells = tuple(now[one] for one in sorted(now, key=lambda one: columns[one]))
            rest.append(GridRow(0, cells, width, placed=True, indicator=True))
            now = {}
        now[need] = ribbon.cell(label.start, label.end, columns[need])
    return (
        tuple(now[one] for one in sorted(now, key=lambda one: columns[one])),
        tuple(rest),
        doubtful,
    )


def _need(label: Label, below: Label | None, words: Words) -> Need:
    """The level of a label; 成本指标 is a 一级 where what follows stands under it."""
    if label.level1 and label.level2:
        parents = words.form.parents(below.name) if below and below.level2 else ()
        heads = level_key(label.name) in {level_key(one) for one in parents}
        return Need.LEVEL1 if heads else Need.LEVEL2
    return Need.LEVEL1 if label.level1 else Need.LEVEL2
