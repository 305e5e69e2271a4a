"""Where the name of a wrapped row ends and each of its values begins.

What decides, most telling first: values that are numbers; equal texts in several columns of values;
a gap that only stands between cells; a name that is known; the width to which each column was
wrapped. A cut that nothing decides is the likeliest one, and unsure.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.parsing import parse_value
from jixiao.reading.fragments import Gap, compared, joined, width_of
from jixiao.reading.tokens import Kind, is_placeholder_name, kind_of_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jixiao.reading.fragments import Piece

__all__ = ["Cut", "How", "Widths", "cut", "first_width", "fits", "held", "is_figure", "is_value"]

_MOST = 90
"""Pieces of a row at most; more is no row."""
_TRIES = 600
_HEADS = re.compile(r".*(率|性|度|数|量|额|次|情况|成效|效果|水平|能力|影响|时间|比例|成本|指标)")


class How(Enum):
    """What decided a cut."""

    FORM = auto()
    """Numbers, equal texts, a gap between cells: it could be no other."""
    NAME = auto()
    """The name is known from the form or from another part of the document."""
    WIDTH = auto()
    """Only so are the lines of each cell as long as its column is wide."""
    PAGE = auto()
    """Equal texts, shuffled over a page's end."""
    GUESS = auto()


@frozen
class Cut:
    """The pieces of the name and of each value, and what decided where they part.

    `doubtful` says that something in the row does not agree with the cut.
    """

    name: tuple[Piece, ...]
    values: tuple[tuple[Piece, ...], ...]
    how: How
    doubtful: bool = False


Widths = tuple[int | None, ...]
"""How wide each column is in half letters, the name first; None where nothing tells."""


def is_value(text: str) -> bool:
    """Whether a text is a value by itself, and no words.

    >>> is_value("≥98%"), is_value("无"), is_value("2157 家"), is_value("规划相符")
    (True, True, True, False)
    """
    return _short_is_value(text) if len(text) <= _VALUE else _is_value(text)


_VALUE = 80
"""Longer texts are seldom values and are not remembered."""


def _is_value(text: str) -> bool:
    return kind_of_value(parse_value(text)) is Kind.VALUE


_short_is_value = lru_cache(maxsize=4096)(_is_value)


def cut(pieces: Sequence[Piece], count: int, known: Callable[[str], bool], widths: Widths) -> Cut:
    """The name and the `count` values of a row."""
    if len(pieces) > _MOST:
        return Cut(tuple(pieces), ((),) * count, How.GUESS, doubtful=True)
    if count == 0:
        return Cut(tuple(pieces), (), How.FORM, doubtful=_torn(pieces, widths[0]))
    if len(pieces) <= count:
        return _short(pieces, count)
    for found in (
        _counted(pieces, count, widths),
        _equal(pieces, count, known, widths),
        _parted(pieces, count, widths),
        _over_page(pieces, count),
        _named(pieces, count, known),
    ):
        if found is not None:
            return found
    return _measured(pieces, count, widths)


def _at(pieces: Sequence[Piece], stops: Sequence[int], how: How, *, doubtful: bool = False) -> Cut:
    edges = [*stops, len(pieces)]
    values = tuple(tuple(pieces[start:end]) for start, end in pairwise(edges))
    return Cut(tuple(pieces[: edges[0]]), values, how, doubtful)


def _short(pieces: Sequence[Piece], count: int) -> Cut:
    """A row with no more pieces than values: its name or a value is lost."""
    full = len(pieces) == count and all(is_value(joined([piece])) for piece in pieces)
    if full and not is_placeholder_name(joined(pieces[:1])):
        return _at(pieces, range(count), How.GUESS, doubtful=True)
    name = tuple(pieces[:1])
    values = [(piece,) for piece in pieces[1:]]
    return Cut(name, (*values, *[()] * (count - len(values))), How.GUESS, doubtful=True)


def _counted(pieces: Sequence[Piece], count: int, widths: Widths) -> Cut | None:
    """As many numbers as there are columns, behind a name that has none."""
    if not all(is_value(joined([piece])) for piece in pieces[-count:]):
        return None
    name = pieces[: len(pieces) - count]
    numbers = sum(is_figure(piece) for piece in name)
    doubtful = _torn(name, widths[0]) or bool(numbers)
    return _at(pieces, range(len(name), len(pieces)), How.FORM, doubtful=doubtful)


def is_figure(piece: Piece) -> bool:
    """Whether a piece is a value with a number in it."""
    return is_value(piece.text) and any(char.isdigit() for char in piece.text)


def _equal(
    pieces: Sequence[Piece], count: int, known: Callable[[str], bool], widths: Widths
) -> Cut | None:
    """Equal texts in all columns but for their lines: X X X′."""
    if count < 2:  # noqa: PLR2004 - nothing to compare
        return None
    keys = [piece.compared for piece in pieces]
    starts = [0]
    for one in keys:
        starts.append(starts[-1] + len(one))
    text, places = "".join(keys), {start: at for at, start in enumerate(starts)}
    found: list[list[int]] = []
    for at in range(1, len(pieces) - count + 1):
        length, rest = divmod(len(text) - starts[at], count)
        if rest or text[starts[at] : -length] != text[starts[at] + length :]:
            continue
        edges = [starts[at] + length * step for step in range(count)]
        if all(edge in places for edge in edges):
            found.append([places[edge] for edge in edges])
    if len(found) > 1:
        sure = [stops for stops in found if known(compared(pieces[: stops[0]]))]
        whole = [stops for stops in found if fits(_at(pieces, stops, How.FORM), widths)]
        found = sure if len(sure) == 1 else whole if len(whole) == 1 else found
    if not found:
        return None
    best = _at(pieces, found[0], How.FORM)
    doubtful = len(found) > 1 or _torn(best.name, widths[0])
    return _at(pieces, found[0], How.FORM, doubtful=doubtful)


def _parted(pieces: Sequence[Piece], count: int, widths: Widths) -> Cut | None:
    """As many gaps between cells as there are values."""
    stops = [at for at, piece in enumerate(pieces) if at and piece.gap.parts_cells]
    if len(stops) != count:
        return None
    found = _at(pieces, stops, How.FORM)
    return found if fits(found, widths) else _at(pieces, stops, How.GUESS, doubtful=True)


def _over_page(pieces: Sequence[Piece], count: int) -> Cut | None:
    """Equal texts in all columns, their tops before a page's end and the rest behind it."""
    pages = [at for at, piece in enumerate(pieces) if at and piece.gap is Gap.PAGE]
    if count < 2 or len(pages) != 1:  # noqa: PLR2004 - nothing to compare, or more than one end
        return None
    before, after = pieces[: pages[0]], pieces[pages[0] :]
    search = _Shared(_TRIES)
    found = {}
    for at in range(1, len(before)):
        size, rest = divmod(len(compared([*before[at:], *after])), count)
        if rest:
            continue
        for way in search.ways(before[at:], after, count, size):
            found[at, tuple(len(top) + len(bottom) for top, bottom in way)] = way
            if len(found) > 1:
                return None
    if len(found) != 1 or not search.budget:
        return None
    ((at, _), way) = next(iter(found.items()))
    return Cut(tuple(before[:at]), tuple((*top, *bottom) for top, bottom in way), How.PAGE)


_Way = tuple[tuple[tuple["Piece", ...], tuple["Piece", ...]], ...]


class _Shared:
    """Looks for ways to share out tops and bottoms so that each pair together is one text."""

    def __init__(self, budget: int) -> None:
        self.budget = budget

    def ways(
        self, tops: Sequence[Piece], bottoms: Sequence[Piece], count: int, size: int
    ) -> Iterator[_Way]:
        """All ways; the text of the first pair is that of the others."""
        for way in self._pairs(tops, bottoms, size, None):
            (top, bottom) = way
            whole = compared([*top, *bottom])
            rest = tops[len(top) :], bottoms[len(bottom) :]
            yield from ((way, *more) for more in self._rest(*rest, count - 1, whole))

    def _rest(
        self, tops: Sequence[Piece], bottoms: Sequence[Piece], count: int, whole: str
    ) -> Iterator[_Way]:
        if count == 0:
            if not tops and not bottoms:
                yield ()
            return
        for top, bottom in self._pairs(tops, bottoms, len(whole), whole):
            rest = tops[len(top) :], bottoms[len(bottom) :]
            yield from (((top, bottom), *more) for more in self._rest(*rest, count - 1, whole))

    def _pairs(
        self, tops: Sequence[Piece], bottoms: Sequence[Piece], size: int, whole: str | None
    ) -> Iterator[tuple[tuple[Piece, ...], tuple[Piece, ...]]]:
        """First pairs of so many letters, or of a text."""
        for high in range(1, len(tops) + 1):
            top = compared(tops[:high])
            if not self.budget or len(top) > size or (whole and not whole.startswith(top)):
                return
            self.budget -= 1
            low, text = 0, top
            while len(text) < size and low < len(bottoms):
                text += bottoms[low].compared
                low += 1
            if len(text) == size and whole in {None, text}:
                yield tuple(tops[:high]), tuple(bottoms[:low])


def _named(pieces: Sequence[Piece], count: int, known: Callable[[str], bool]) -> Cut | None:
    """A name that is known, where one only is."""
    names = accumulate(piece.compared for piece in pieces[: len(pieces) - count])
    ends = [at for at, name in enumerate(names, 1) if known(name)]
    if len(ends) != 1:
        return None
    if count == 1:
        page = any(piece.gap is Gap.PAGE for piece in pieces[1:])
        return _at(pieces, ends, How.NAME, doubtful=page)
    return _at(pieces, _shares(pieces, ends[0], count), How.GUESS, doubtful=True)


def _shares(pieces: Sequence[Piece], start: int, count: int) -> list[int]:
    """Where values begin that are guessed to be of about the same length."""
    lengths = [len(piece.compared) for piece in pieces]
    size = sum(lengths[start:]) / count
    stops = [start]
    filled = 0
    for at in range(start, len(pieces)):
        left = count - len(stops)
        if left and at > stops[-1] and (filled >= size * len(stops) or len(pieces) - at == left):
            stops.append(at)
        filled += lengths[at]
    return stops


def _measured(pieces: Sequence[Piece], count: int, widths: Widths) -> Cut:
    """The cut by the widths of the columns, where they leave one; else the likeliest."""
    ends = range(1, len(pieces) - count + 1)
    if count == 1:
        ways = [_at(pieces, [end], How.WIDTH) for end in ends]
        fitting = [way for way in ways if fits(way, widths)]
        page = any(piece.gap is Gap.PAGE for piece in pieces[1:])
        if len(fitting) == 1 and None not in widths and not page:
            return fitting[0]
    else:
        ways = [_at(pieces, _shares(pieces, end, count), How.WIDTH) for end in ends]
        fitting = [way for way in ways if not _torn(way.name, widths[0])]
    best = min(fitting or ways, key=_likeliness)
    return Cut(best.name, best.values, How.GUESS, doubtful=True)


def _likeliness(way: Cut) -> tuple[bool, int]:
    """Names end in a word like 率 or 性; of several the shortest."""
    return (_HEADS.fullmatch(compared(way.name)) is None, len(way.name))


def held(found: Cut, widths: Widths) -> Cut:
    """A cut that the row itself decided, held against the width of the column of names."""
    torn = not found.doubtful and _torn(found.name, widths[0])
    return evolve(found, doubtful=True) if torn else found


def fits(way: Cut, widths: Widths) -> bool:
    """Whether the lines of each cell are as long as its column is wide, the last one apart."""
    cells = (way.name, *way.values)
    return not any(_torn(cell, width) for cell, width in zip(cells, widths, strict=True))


def _torn(cell: Sequence[Piece], width: int | None) -> bool:
    """Whether the lines of a cell are not those to which its column would have wrapped it."""
    if any(piece.gap.parts_cells for piece in cell[1:]):
        return True
    if width is None:
        return False
    if any(width_of(piece.text) > width + 1 for piece in cell):
        return True
    return any(
        width_of(piece.text) + first_width(after.text) < width for piece, after in pairwise(cell)
    )


_CLOSING = frozenset("，。、；：！？”’）》%,.;:)…")


def first_width(text: str) -> int:
    """How wide the first letter of a line is with the marks that may not be parted from it."""
    size = 1
    while size < len(text) and (text[size] in _CLOSING or _one_word(text[size - 1], text[size])):
        size += 1
    return width_of(text[:size])


def _one_word(before: str, after: str) -> bool:
    return (before.isdigit() or before in ".,≥≤=") and (after.isdigit() or after in ".,%")
