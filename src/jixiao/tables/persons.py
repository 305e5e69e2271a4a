"""Whom a table tells of: the names behind labels of persons, and the cells that hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.masking import masked_spots, names_in, texts_in, told_by
from jixiao.personal import is_personal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.rows import Cell
    from jixiao.source import Origin
    from jixiao.tables.field import Field

__all__ = ["hiding_cells", "names_told"]


def hiding_cells(cells: tuple[Cell, ...], spots: dict[Origin, str]) -> tuple[Cell, ...]:
    """Cells that stand behind or below a label of a person without what they hold."""
    return tuple(
        evolve(one, text=spots[one.origin])
        if len(spots.get(one.origin, "")) == len(one.text) != 0
        else one
        for one in cells
    )


def names_told(thing: object, fields: Iterable[Field], cells: tuple[Cell, ...]) -> tuple[str, ...]:
    """The names and numbers of persons that the labels of a thing, its fields and cells tell of."""
    spots = masked_spots((one.origin, one.text) for one in cells)
    told = [one.text for one in fields if is_personal(one.name)]
    told += [one.text for one in cells if one.personal or one.origin in spots]
    sure = (one for text in told for one in told_by(text))
    return tuple(dict.fromkeys((*sure, *names_in(texts_in(thing)))))
