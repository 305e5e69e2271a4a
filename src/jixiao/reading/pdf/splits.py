"""Rows of a PDF that the end of a page tears in two: joined where that is certain, else doubted.

Certain is a row whose lower end lacks a name or a value, and each text of which goes on from a cell
above that is full to its last letter or has no rule below. A table with a header on every page is
compared without it.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from jixiao.level_names import LEVEL1_NAMES, LEVEL2_PARENTS, base_name
from jixiao.reading.grid import key
from jixiao.reading.labels import FIELD_LABELS, LEVEL_HEADERS, role_of_header
from jixiao.reading.pdf.layout import texts_are_header

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "PageRow",
    "Piece",
    "Roles",
    "Torn",
    "full",
    "is_level",
    "mended",
    "roles_of",
    "together",
    "torn",
]

_FIRST_RUN = re.compile(
    r"[（(《“‘「『【\[]*(?:[!-~≥≤±]+|.)[，。、；：！？）》」』”’】％,.;:!?)%\]…]*", re.DOTALL
)
"""What a line takes over from the next as a whole: no line ends or begins with its marks."""
_SLACK = 0.4
_NARROW = 0.6
"""The width of a letter of Latin, in those of Chinese."""
_NAME_LEVEL = 3
_FEW_ROWS = 3
"""Fewer rows do not tell which columns are usually filled."""
_MOST_COLUMNS = 100
_MOST_ROWS = 60
"""So many rows tell what is usual."""
_HEADS = 8
"""So many headers above are looked for again on a page, and so many of their rows."""


class Torn(Enum):
    """How a row at the end of a page and the first of the next belong together."""

    APART = "apart"
    JOINED = "joined"
    UNSURE = "unsure"


@frozen
class Piece:
    """A cell of a page: text, first column, what it spans, and the room in its last line."""

    text: str
    column: int
    colspan: int = 1
    rowspan: int = 1
    free: float = 0.0


@frozen
class PageRow:
    """A row of one page with the cells that begin in it; `doubt` are pages it may go over."""

    page: int
    number: int
    cells: tuple[Piece, ...]
    doubt: tuple[int, int] | None = None
    spilled: bool = False
    """Whether letters of it, or of the row above or below, stand over the rules between them."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What its cells hold, left to right."""
        return tuple(cell.text for cell in self.cells)

    def held(self) -> dict[int, Piece]:
        """Its cells that hold something, by column."""
        return {cell.column: cell for cell in self.cells if cell.text}


@frozen
class Roles:
    """The columns of the levels, of the name and of the values, as the header above names them."""

    levels: frozenset[int] = frozenset()
    names: frozenset[int] = frozenset()
    values: frozenset[int] = frozenset()
    usual: frozenset[int] = frozenset()
    """Columns that most rows of the part have filled so far."""


@frozen
class Mended:
    """The rows of a table through all its pages, and the pages whose last row was torn."""

    rows: tuple[PageRow, ...]
    joined: tuple[int, ...] = ()
    unsure: tuple[int, ...] = field(default=())


def mended(pages: Sequence[Sequence[PageRow]], open_ends: Sequence[bool]) -> Mended:
    """The rows of a table with those put together that a page tears.

    `open_ends` says of the end of each page but the last whether a rule is missing there.

    >>> head = [Piece(text, at) for at, text in enumerate(("一级指标", "三级指标", "指标值"))]
    >>> row = (Piece("产出指标", 0), Piece("培训场", 1), Piece("≥10场", 2, free=3))
    >>> rest = (Piece("次数", 1, free=1),)
    >>> first = [PageRow(1, 1, tuple(head)), PageRow(1, 2, row)]
    >>> table = mended([first, [PageRow(2, 1, rest)]], [False])
    >>> table.rows[-1].texts, table.joined
    (('产出指标', '培训场次数', '≥10场'), (1,))
    """
    rows: list[PageRow] = []
    heads: list[int] = []
    joined: list[int] = []
    unsure: list[int] = []
    for at, page in enumerate(pages):
        coming = list(page)
        first = _repeated(rows, heads, coming)
        if rows and len(coming) > first:
            roles = _roles(rows, heads)
            coming[first] = _levels_joined(rows, coming[first], roles)
            before, after = _last(rows), coming[first]
            match torn(rows[before], after, roles, opened=open_ends[at - 1]):
                case Torn.JOINED:
                    joined.append(rows[before].page)
                    rows[before] = together(rows[before], after)
                    del coming[first]
                case Torn.UNSURE:
                    unsure.append(rows[before].page)
                    pages_of = (rows[before].page, after.page)
                    rows[before] = evolve(rows[before], doubt=pages_of)
                    coming[first] = evolve(after, doubt=pages_of)
                case Torn.APART:
                    pass
        heads += [len(rows) + i for i, row in enumerate(coming) if texts_are_header(row.texts)]
        rows += coming
    return Mended(tuple(rows), tuple(joined), tuple(unsure))


def _roles(rows: Sequence[PageRow], heads: Sequence[int]) -> Roles | None:
    """The columns as the last header names them, and what is filled; None above the first."""
    if not heads:
        return None
    below = rows[max(heads[-1] + 1, len(rows) - _MOST_ROWS) :]
    return evolve(roles_of(rows[heads[-1]]), usual=frozenset(_usual(below)))


def _last(rows: Sequence[PageRow]) -> int:
    """The last row that holds anything."""
    return next((at for at in range(len(rows) - 1, 0, -1) if rows[at].held()), 0)


def _repeated(rows: Sequence[PageRow], heads: Sequence[int], coming: Sequence[PageRow]) -> int:
    """How many rows at the top of a page say again what stands at a header above."""
    best = 0
    for start in sorted({at for head in heads[-_HEADS:] for at in range(head - 2, head + 1)}):
        count = 0
        for above, below in zip(rows[max(0, start) :][:_HEADS], coming, strict=False):
            if above.texts != below.texts:
                break
            count += 1
        if count > best and any(texts_are_header(row.texts) for row in coming[:count]):
            best = count
    return best


def roles_of(header: PageRow) -> Roles:
    """The columns as a header names them; without one of values all behind the names are.

    >>> cells = [Piece(text, at) for at, text in enumerate(("一级指标", "三级指标", "指标值"))]
    >>> roles = roles_of(PageRow(1, 1, tuple(cells)))
    >>> sorted(roles.levels), sorted(roles.names), sorted(roles.values)
    ([0], [1], [2])
    """
    levels: set[int] = set()
    names: set[int] = set()
    values: set[int] = set()
    for cell in header.held().values():
        columns = range(cell.column, cell.column + cell.colspan)
        level = LEVEL_HEADERS.get(key(cell.text))
        if level is not None:
            (names if level == _NAME_LEVEL else levels).update(columns)
        elif role_of_header(key(cell.text)) == "目标值":
            values.update(columns)
    if not names and levels:
        names.add(max(levels))
    if not values:
        values.update(range(max(names, default=0) + 1, _MOST_COLUMNS))
    return Roles(*map(frozenset, (levels - names, names, values)))


def _usual(rows: Sequence[PageRow]) -> set[int]:
    """The columns that four of five rows have filled; none where there are few rows."""
    held = Counter(column for row in rows for column in row.held())
    count = sum(bool(row.held()) for row in rows)
    return {one for one, times in held.items() if count >= _FEW_ROWS and 5 * times >= 4 * count}


def torn(before: PageRow, after: PageRow, roles: Roles | None, *, opened: bool) -> Torn:
    """How the last row of a page and the first of the next belong together."""
    above, below = before.held(), after.held()
    if not above or not below or texts_are_header(before.texts):
        return Torn.APART
    shared = above.keys() & below.keys()
    fits = opened or all(full(above[at], below[at].text) for at in shared)
    if roles is None:
        return _torn_field(above, below, fits=fits)
    if roles.levels & below.keys():
        # A level of its own begins a row; what is none is the end of a label or of a moved name.
        rest = below.keys() <= roles.levels and not any(map(is_level, after.texts))
        return Torn.JOINED if rest and fits and below.keys() <= above.keys() else Torn.APART
    return _torn_indicator(above, below, roles, fits=fits, opened=opened)


def _torn_indicator(
    above: dict[int, Piece], below: dict[int, Piece], roles: Roles, *, fits: bool, opened: bool
) -> Torn:
    """The same of rows of indicators, by which of both have a name and a value."""
    name1, value1 = roles.names & above.keys(), roles.values & above.keys()
    name2, value2 = roles.names & below.keys(), roles.values & below.keys()
    if name2 and value2:
        if not fits:
            return Torn.APART
        lacks = not roles.usual <= below.keys()
        whole = bool(name1) == bool(value1) and (opened or lacks or not name1)
        return Torn.JOINED if whole else Torn.UNSURE
    if (name1 | name2 and value1 | value2) or not (name2 or value2):
        return Torn.JOINED if fits else Torn.UNSURE
    return Torn.UNSURE if fits else Torn.APART


def _torn_field(above: dict[int, Piece], below: dict[int, Piece], *, fits: bool) -> Torn:
    """The same of rows above the indicators: a label, and what it says."""
    if not fits:
        return Torn.APART
    label, text = min(above), min(below)
    if text < label:
        return Torn.APART
    if text > label:
        return Torn.JOINED if below.keys() <= above.keys() else Torn.APART
    if key(above[label].text + below[label].text).rstrip(":") in FIELD_LABELS:
        return Torn.JOINED
    return Torn.UNSURE if above.keys() == below.keys() else Torn.APART


def full(cell: Piece, rest: str) -> bool:
    """Whether the last line of a cell has no room for what the text would go on with."""
    first = _FIRST_RUN.match(rest)
    run = first[0] if first else rest[:1]
    wide = sum(_NARROW if char.isascii() else 1.0 for char in run)
    return cell.free < wide + _SLACK


def together(before: PageRow, after: PageRow) -> PageRow:
    """A row and the rest of it."""
    cells = {cell.column: cell for cell in before.cells}
    for at, cell in after.held().items():
        first = cells.get(at)
        if first is None or not first.text:
            cells[at] = evolve(cell, rowspan=1)
            continue
        cells[at] = evolve(first, text=_joined(first.text, cell.text), free=cell.free)
    whole = tuple(cells[at] for at in sorted(cells))
    return evolve(before, cells=whole, spilled=before.spilled or after.spilled)


def _joined(first: str, rest: str) -> str:
    """A text and what it goes on with; words of Latin stay apart."""
    parted = first[-1:].isascii() and first[-1:].isalpha() and rest[:1].isascii()
    return f"{first} {rest}" if parted and rest[:1].isalpha() else first + rest


def _levels_joined(rows: list[PageRow], after: PageRow, roles: Roles | None) -> PageRow:
    """The first row of a page without what belongs to a level that reaches over from the last.

    A label may be torn (产出指 标), or stand in the middle of a cell that begins a page before.
    """
    if roles is None:
        return after
    kept: list[Piece] = []
    for cell in after.cells:
        place = _above(rows, cell.column) if cell.column in roles.levels and cell.text else None
        if place is None:
            kept.append(cell)
            continue
        at, first = place
        torn = first.text and not is_level(first.text) and is_level(first.text + cell.text)
        reaches = not first.text and first.rowspan > 1 and is_level(cell.text)
        if not torn and not reaches:
            kept.append(cell)
            continue
        whole = evolve(first, text=first.text + cell.text)
        cells = tuple(whole if one is first else one for one in rows[at].cells)
        rows[at] = evolve(rows[at], cells=cells)
        kept.append(evolve(cell, text=""))
    return evolve(after, cells=tuple(kept))


def _above(rows: Sequence[PageRow], column: int) -> tuple[int, Piece] | None:
    """The last cell of a column, and the row in which it begins."""
    for at in range(len(rows) - 1, max(-1, len(rows) - _MOST_ROWS), -1):
        for cell in rows[at].cells:
            if cell.column == column:
                return at, cell
    return None


def is_level(text: str) -> bool:
    """Whether a text is the whole label of a level.

    >>> is_level("社会效益指标"), is_level("社会效")
    (True, False)
    """
    name = base_name(key(text))
    return name in LEVEL1_NAMES or name in LEVEL2_PARENTS
