"""The rows of an indicator part in wrapped text: from the end of one row to the end of the next.

Each row is its labels, its name and values, and the words that end it. What the names and columns
of the rows that are certain tell decides those that are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from jixiao.reading.doubts import Doubt
from jixiao.reading.fragments import compared, joined, width_of
from jixiao.reading.grid import GridCell, GridRow
from jixiao.reading.tails import Tail, Tails
from jixiao.reading.tokens import is_placeholder_name
from jixiao.reading.wrapped.cuts import Cut, How, Widths, cut, held, is_figure
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jixiao.reading.fragments import Piece
    from jixiao.reading.wrapped.header import WrappedHeader
    from jixiao.reading.wrapped.words import Words

__all__ = [
    "Body",
    "Frame",
    "body_of",
    "decide",
    "frame_of",
    "names_of",
    "row_of",
    "widths_of",
    "with_hidden_labels",
]

_LABEL = 6
"""Pieces of a label at most: 可/持/续/发/展 in a column of one letter is shorter still."""


@frozen
class Frame:
    """The columns of a part: where in the grid its levels, its values and its ends stand."""

    levels: tuple[int, ...]
    values: tuple[int, ...]
    ends: tuple[int, ...]
    tails: Tails
    width: int


@frozen
class Body:
    """A row before it is cut: its labels, the rest of its pieces, and its end."""

    level1: tuple[Piece, ...]
    level2: tuple[Piece, ...]
    pieces: tuple[Piece, ...]
    tail: Tail | None
    end: tuple[Piece, ...] = ()
    damaged: bool = False
    cut: Cut | None = field(default=None)
    unlabelled: bool = False
    """Whether its labels may stand hidden in a doubtful row above it."""

    @property
    def first(self) -> Piece:
        """Its first piece."""
        return (*self.level1, *self.level2, *self.pieces, *self.end)[0]


def frame_of(header: WrappedHeader, words: Words) -> Frame:
    """What the columns of a header are: three levels first, then values, then ends of rows."""
    columns = header.columns
    values = [at for at, one in enumerate(columns) if words.is_value(one.text)]
    ends = [at for at, one in enumerate(columns) if words.ends(one.text)]
    levels = [at for at in range(len(columns)) if at < min(values, default=len(columns))]
    chosen = [words.ends(columns[at].text) for at in ends]
    return Frame(
        tuple(at + 1 for at in levels[:3]),
        tuple(at + 1 for at in values),
        tuple(at + 1 for at in ends),
        Tails(chosen),
        len(columns) + 1,
    )


def body_of(
    pieces: Sequence[Piece], tail: Tail | None, end: Sequence[Piece], words: Words, *, damaged: bool
) -> Body:
    """A row with its labels taken off."""
    one = _level1(pieces, words)
    rest = pieces[one:]
    two = _level2(rest, words)
    if two == len(rest):
        two = 0
    return Body(
        tuple(pieces[:one]),
        tuple(rest[:two]),
        tuple(rest[two:]),
        tail,
        tuple(end),
        damaged or (tail is not None and not tail.whole),
    )


def _level1(pieces: Sequence[Piece], words: Words) -> int:
    return _label(pieces, words.is_level1, words.level1_heads)


def _level2(pieces: Sequence[Piece], words: Words) -> int:
    return _label(pieces, words.is_level2, words.level2_heads)


def _label(pieces: Sequence[Piece], known: Callable[[str], bool], heads: frozenset[str]) -> int:
    """How many pieces at the start are a label that is known: the most that are."""
    head = pieces[0].compared[:1] if pieces else ""
    if head and head not in heads:
        return 0
    text, found = "", 0
    for count, piece in enumerate(pieces[:_LABEL], 1):
        if count > 1 and piece.gap.parts_cells:
            break
        text += piece.compared
        if known(text):
            found = count
    return found


def decide(body: Body, frame: Frame, known: frozenset[str], widths: Widths, words: Words) -> Body:
    """The row with its name and values cut."""
    found = body.cut
    if found is not None and found.how is How.FORM and not found.doubtful:
        checked = held(found, widths)
        return body if checked is found else evolve(body, cut=checked)

    def is_known(name: str) -> bool:
        return name in known or name in words.form.level3

    found = cut(body.pieces, len(frame.values), is_known, widths)
    if any(_two_rows(value, words) for value in found.values):
        found = evolve(found, doubtful=True)
    return evolve(body, cut=found)


def _two_rows(value: Sequence[Piece], words: Words) -> bool:
    """Whether a value of several lines holds a figure of its own, or labels of another row."""
    if len(value) < 2:  # noqa: PLR2004 - one line is one value
        return False
    if any(is_figure(piece) for piece in value):
        return True
    return any(
        _level1(start, words) or _level2(start, words)
        for at in range(1, len(value))
        for start in (value[at : at + _LABEL],)
    )


def widths_of(bodies: Sequence[Body], frame: Frame) -> Widths:
    """How wide the columns are, by the longest line of the cells that are certain."""
    sure = [one.cut for one in bodies if one.cut is not None and one.cut.how is How.FORM]
    sure = [one for one in sure if not one.doubtful]
    columns = [[one.name for one in sure]]
    columns += [
        [one.values[at] for one in sure if len(one.values[at]) > 1]
        for at in range(len(frame.values))
    ]
    return tuple(
        max((width_of(piece.text) for cell in cells for piece in cell), default=0) or None
        for cells in columns
    )


def names_of(bodies: Sequence[Body]) -> frozenset[str]:
    """The names that are certain."""
    return frozenset(
        compared(one.cut.name)
        for one in bodies
        if one.cut is not None and one.cut.how is How.FORM and not one.cut.doubtful
    )


def row_of(body: Body, frame: Frame, index: int) -> GridRow:
    """The row of the grid."""
    cells: list[GridCell] = []

    def put(pieces: Sequence[Piece], column: int, text: str | None = None) -> None:
        if pieces:
            shown = joined(pieces) if text is None else text
            cells.append(GridCell(shown, index, column, origin=pieces[0].origin))

    levels = frame.levels
    found = body.cut
    if len(levels) == 3:  # noqa: PLR2004 - the three levels
        put(body.level1, levels[0])
        put(body.level2, levels[1])
        name = found.name if found else body.pieces
        put(name, levels[2])
    else:
        name = (*body.level1, *body.level2, *(found.name if found else body.pieces))
        put(name, levels[-1] if levels else 0)
    for column, pieces in zip(frame.values, found.values if found else (), strict=False):
        put(pieces, column)
    if body.tail is not None:
        for column, word in zip(frame.ends, body.tail.words, strict=True):
            if word:
                starts = (one for one in body.end if one.compared[:1] == word[0])
                put([next(starts, body.end[0])], column, word)
    return GridRow(
        index,
        tuple(sorted(cells, key=lambda one: one.column)),
        frame.width,
        placed=True,
        doubts=_doubts(body),
    )


def with_hidden_labels(bodies: Sequence[Body]) -> list[Body]:
    """The rows, with those marked whose labels may be hidden in a doubtful row above.

    A row that is not cut for certain may hold the labels of the next row too; what follows it has
    its parents for certain only from the next 一级 on.
    """
    hidden = False
    result: list[Body] = []
    for body in bodies:
        hidden = hidden and not body.level1
        result.append(evolve(body, unlabelled=hidden) if hidden != body.unlabelled else body)
        unsure = body.cut is not None and body.cut.doubtful and len(body.pieces) > 2  # noqa: PLR2004
        bare = body.damaged and not body.level1 and not body.level2
        hidden = hidden or unsure or bare
    return result


def _doubts(body: Body) -> tuple[Doubt, ...]:
    found: list[Doubt] = []
    if body.tail is not None and body.tail.shuffled:
        words = "、".join(body.tail.words)
        found.append(Doubt(RowStatus.MOVED, "T80", (("words", words),)))
    if body.unlabelled:
        found.append(Doubt(RowStatus.SUSPECTED, "T91"))
    if body.damaged or body.tail is None:
        found.append(Doubt(RowStatus.SUSPECTED, "T81"))
    if body.cut is None:
        return tuple(found)
    name = joined(body.cut.name)[:30]
    match body.cut.how:
        case _ if body.cut.doubtful and not is_placeholder_name(name):
            found.append(Doubt(RowStatus.SUSPECTED, "T84", (("name", name),)))
        case How.GUESS:
            found.append(Doubt(RowStatus.SUSPECTED, "T85"))
        case How.PAGE:
            found.append(Doubt(RowStatus.MOVED, "T82", (("name", name),)))
        case How.NAME | How.WIDTH:
            found.append(Doubt(RowStatus.MOVED, "T83", (("name", name),)))
        case How.FORM:
            pass
    return tuple(found)
