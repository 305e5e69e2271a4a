"""The alignment of a row's cells to the form's columns by content, position last.

The cells keep their order and none is dropped. A small dynamic programme looks for the cheapest way
to give each cell a column of the form: what a cell holds counts most, a change of the shift against
the header costs less, a label that is not there more.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.reading.fitting import EXTRA, MOVE, SCORED, STEP, Need, fit, skip, trait_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.fitting import Layout, Trait
    from jixiao.reading.tokens import Token

__all__ = ["Aligned", "Slotted", "align", "as_placed", "most_cells"]


@frozen
class Slotted:
    """A cell and the column it was given; `shift` is how far to the right of its header it is."""

    token: Token
    layout: Layout
    shift: int


@frozen
class Aligned:
    """A row as aligned: cells with their columns, and cells for which there is no column."""

    cells: tuple[Slotted, ...]
    extra: tuple[Token, ...] = ()

    def of(self, need: Need) -> Slotted | None:
        """The first cell of a kind of column."""
        return next((one for one in self.cells if one.layout.need is need), None)

    @property
    def shifted(self) -> bool:
        """Whether any cell stands in another column than its header, or has none."""
        return bool(self.extra) or any(one.shift for one in self.cells)


def most_cells(layouts: Sequence[Layout]) -> int:
    """How many cells a row may have before it is no row of this form; it keeps the work small.

    >>> most_cells(())
    8
    """
    return 4 * len(layouts) + 8


def align(tokens: Sequence[Token], layouts: Sequence[Layout], *, closed: bool = False) -> Aligned:
    """The cheapest way to give the cells of a row the columns of a form, in order.

    `closed` says that the form names all its levels, so that an unknown label is unlikely. A cell
    that no column can take at a fair cost is `extra`; none is lost. The work is
    O(cells × columns²), both small, and done once for rows of the same traits.
    """
    way = _cheapest(tuple(map(trait_of, tokens)), tuple(layouts), closed=closed)
    pairs = list(zip(tokens, way, strict=True))
    return Aligned(
        tuple(Slotted(token, layouts[to[0]], to[1]) for token, to in pairs if to is not None),
        tuple(token for token, to in pairs if to is None),
    )


_Way = tuple[tuple[int, int] | None, ...]
"""For each cell the number of its column and its shift against the header, None for no column."""


@lru_cache(maxsize=4096)
def _cheapest(traits: tuple[Trait, ...], layouts: tuple[Layout, ...], *, closed: bool) -> _Way:
    printed = _as_printed(traits, layouts, closed=closed)
    if printed is not None:
        return printed
    skipped = [0]
    for layout in layouts:
        skipped.append(skipped[-1] + skip(layout))
    count = len(layouts)
    points = {layout.column for layout in layouts if layout.need is Need.NUMBER}
    # A state is (columns used, shift of the last cell); it holds the cost and the way here.
    states: dict[tuple[int, int], tuple[int, _Way]] = {(0, 0): (0, ())}
    for trait in traits:
        after: dict[tuple[int, int], tuple[int, _Way]] = {}
        for (used, shift), (cost, way) in states.items():
            _keep(after, (used, shift), cost + EXTRA, (*way, None))
            for at in range(used, count):
                layout = layouts[at]
                moved = trait.column - layout.column
                price = cost + skipped[at] - skipped[used]
                price += fit(trait, layout.need, in_place=moved == 0, closed=closed)
                if layout.need is Need.VALUE and trait.figure and trait.column in points:
                    price += SCORED
                price += (MOVE if moved != shift else 0) + STEP * abs(moved)
                _keep(after, (at + 1, moved), price, (*way, (at, moved)))
        states = after
    _, best = min(
        states.items(), key=lambda item: item[1][0] + skipped[count] - skipped[item[0][0]]
    )[1]
    return best


def as_placed(tokens: Sequence[Token], layouts: Sequence[Layout]) -> Aligned:
    """The row by the columns its cells stand in, where a reader knows them."""
    by_column = {layout.column: layout for layout in layouts}
    cells = [(token, by_column.get(token.column)) for token in tokens]
    return Aligned(
        tuple(Slotted(token, layout, 0) for token, layout in cells if layout is not None),
        tuple(token for token, layout in cells if layout is None),
    )


def _as_printed(
    traits: tuple[Trait, ...], layouts: tuple[Layout, ...], *, closed: bool
) -> _Way | None:
    """The row as it stands, where that costs nothing: no other way can be cheaper."""
    by_column = {layout.column: at for at, layout in enumerate(layouts)}
    filled: list[int] = []
    for trait in traits:
        at = by_column.get(trait.column)
        if at is None or fit(trait, layouts[at].need, in_place=True, closed=closed):
            return None
        filled.append(at)
    empty = set(range(len(layouts))) - set(filled)
    if len(set(filled)) < len(filled) or any(skip(layouts[at]) for at in empty):
        return None
    return tuple((at, 0) for at in filled)


def _keep(
    states: dict[tuple[int, int], tuple[int, tuple[tuple[int, int] | None, ...]]],
    state: tuple[int, int],
    cost: int,
    way: tuple[tuple[int, int] | None, ...],
) -> None:
    if state not in states or cost < states[state][0]:
        states[state] = (cost, way)
