"""The alignment of a row's cells to the form's columns by content, position last.

The cells keep their order and none is dropped. A small dynamic programme looks for the cheapest way
to give each cell a column of the form: what a cell holds counts most, a change of the shift against
the header costs less, a label that is not there more.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.reading.grid import key
from jixiao.reading.tokens import Kind, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Aligned", "Layout", "Need", "Slotted", "align", "as_placed", "most_cells"]


class Need(Enum):
    """What a column of the form holds, as far as alignment asks."""

    LEVEL1 = auto()
    LEVEL2 = auto()
    LEVEL3 = auto()
    VALUE = auto()
    NUMBER = auto()
    SIGN = auto()
    UNIT = auto()
    TEXT = auto()


@frozen
class Layout:
    """A column of the form as printed: what it holds, its name, and where its header stands."""

    need: Need
    name: str
    column: int


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


# Costs in hundredths of a move. A move is a change of the shift against the header; a label that is
# lost costs three moves, one that the row has and the form has not costs five and more.
_MOVE, _STEP = 100, 5
_LOST_NAME, _LOST_VALUE, _EXTRA = 300, 60, 1500
_UNKNOWN = 600
_NEVER = 2000
_SHORT = 12
_NAMES = frozenset({Kind.LEVEL1, Kind.LEVEL2, Kind.LEVEL3})
_SIGNS = frozenset("≥≤=<>") | {">=", "<=", "定性", "定量", "正向", "反向", "正指标", "反指标"}


def _fit(token: Token, need: Need, *, in_place: bool, closed: bool) -> int:
    match need:
        case Need.LEVEL1:
            return _fit_level1(token, in_place=in_place, closed=closed)
        case Need.LEVEL2:
            return _fit_level2(token, in_place=in_place, closed=closed)
        case Need.LEVEL3:
            return _fit_level3(token, in_place=in_place)
        case Need.VALUE:
            return _fit_value(token, in_place=in_place)
        case _:
            return _fit_other(token, need, in_place=in_place)


def _fit_level1(token: Token, *, in_place: bool, closed: bool) -> int:
    if token.kind is Kind.LEVEL1:
        return 0 if token.own or in_place else 50
    if token.kind is Kind.TEXT and len(token.text) <= _SHORT:
        return (_UNKNOWN if closed else 200) if in_place else 900
    return _NEVER


def _fit_level2(token: Token, *, in_place: bool, closed: bool) -> int:
    if token.kind is Kind.LEVEL2 or token.level2_too:
        return 0 if token.own or in_place else 50
    if token.kind is Kind.TEXT and len(token.text) <= 2 * _SHORT:
        return (_UNKNOWN if closed else 200) if in_place else 900
    return _NEVER if token.kind in {Kind.VALUE, Kind.LEVEL1} else 1200


def _fit_level3(token: Token, *, in_place: bool) -> int:
    match token.kind:
        case Kind.LEVEL3 | Kind.TEXT:
            return 0
        case Kind.LEVEL1 | Kind.LEVEL2:
            if token.after_level2:
                return 100
            return 700 if token.own or not in_place else 650
        case Kind.WORD:
            return 700 if token.own else 400
        case Kind.VALUE:
            return 650


def _fit_value(token: Token, *, in_place: bool) -> int:
    match token.kind:
        case Kind.VALUE | Kind.WORD:
            return 0
        case Kind.TEXT:
            return 60 if in_place else 120
        case Kind.LEVEL1 | Kind.LEVEL2:
            return 850
        case Kind.LEVEL3:
            return 950


def _fit_other(token: Token, need: Need, *, in_place: bool) -> int:
    match need:
        case Need.NUMBER:
            return 0 if token.kind is Kind.VALUE else 700
        case Need.SIGN:
            return 0 if key(token.text) in _SIGNS else 700
        case Need.UNIT:
            return 0 if token.kind is Kind.TEXT and len(token.text) <= _SHORT else 300
        case _:
            if token.kind in _NAMES:
                return 300 if in_place else 800
            return 0 if in_place else 100


def _skip(layout: Layout) -> int:
    match layout.need:
        case Need.LEVEL3:
            return _LOST_NAME
        case Need.VALUE:
            return _LOST_VALUE
        case _:
            return 0


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
    O(cells × columns²), both small.
    """
    placed = _as_printed(tokens, layouts, closed=closed)
    if placed is not None:
        return placed
    skipped = [0]
    for layout in layouts:
        skipped.append(skipped[-1] + _skip(layout))
    count = len(layouts)
    # A state is (columns used, shift of the last cell); it holds the cost and the way here.
    Way = tuple[tuple[int, int] | None, ...]  # noqa: N806 - a type for this function only
    states: dict[tuple[int, int], tuple[int, Way]] = {(0, 0): (0, ())}
    for token in tokens:
        after: dict[tuple[int, int], tuple[int, Way]] = {}
        for (used, shift), (cost, way) in states.items():
            _keep(after, (used, shift), cost + _EXTRA, (*way, None))
            for at in range(used, count):
                layout = layouts[at]
                moved = token.column - layout.column
                price = cost + skipped[at] - skipped[used]
                price += _fit(token, layout.need, in_place=moved == 0, closed=closed)
                price += (_MOVE if moved != shift else 0) + _STEP * abs(moved)
                _keep(after, (at + 1, moved), price, (*way, (at, moved)))
        states = after
    (_, _), (_, best) = min(
        states.items(), key=lambda item: item[1][0] + skipped[count] - skipped[item[0][0]]
    )
    pairs = list(zip(tokens, best, strict=True))
    return Aligned(
        tuple(Slotted(token, layouts[to[0]], to[1]) for token, to in pairs if to is not None),
        tuple(token for token, to in pairs if to is None),
    )


def as_placed(tokens: Sequence[Token], layouts: Sequence[Layout]) -> Aligned:
    """The row by the columns its cells stand in, where a reader knows them."""
    by_column = {layout.column: layout for layout in layouts}
    cells = [(token, by_column.get(token.column)) for token in tokens]
    return Aligned(
        tuple(Slotted(token, layout, 0) for token, layout in cells if layout is not None),
        tuple(token for token, layout in cells if layout is None),
    )


def _as_printed(
    tokens: Sequence[Token], layouts: Sequence[Layout], *, closed: bool
) -> Aligned | None:
    """The row as it stands, where that costs nothing: no other way can be cheaper."""
    by_column = {layout.column: layout for layout in layouts}
    cells: list[Slotted] = []
    for token in tokens:
        layout = by_column.get(token.column)
        if layout is None or _fit(token, layout.need, in_place=True, closed=closed):
            return None
        cells.append(Slotted(token, layout, 0))
    filled = {id(one.layout) for one in cells}
    if len(filled) < len(cells) or any(_skip(one) for one in layouts if id(one) not in filled):
        return None
    return Aligned(tuple(cells))


def _keep(
    states: dict[tuple[int, int], tuple[int, tuple[tuple[int, int] | None, ...]]],
    state: tuple[int, int],
    cost: int,
    way: tuple[tuple[int, int] | None, ...],
) -> None:
    if state not in states or cost < states[state][0]:
        states[state] = (cost, way)
