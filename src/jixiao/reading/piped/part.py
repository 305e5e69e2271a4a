"""The cells below a header one after the other, cut into rows: as wide as the header, or shorter.

A row lacks the cells of the levels that are merged with those above it, and no other. Labels of
levels are where a row begins; what stands between two of them must come out as whole rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.reading.doubts import Doubt
from jixiao.reading.fitting import PARENTS, Need
from jixiao.reading.forms import level_key
from jixiao.reading.grid import GridRow, key
from jixiao.reading.labels import NAME_LABELS
from jixiao.reading.money.amounts import is_blank_mark
from jixiao.reading.piped.fit import cost
from jixiao.reading.piped.header import PipedCell, heads_level
from jixiao.reading.segments import title_of
from jixiao.reading.sums.lines import figure, is_sum_name
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.reading.piped.header import PipedHeader
    from jixiao.reading.wrapped.words import Words

__all__ = [
    "FEWER",
    "fields_row",
    "loose",
    "may_be",
    "may_be_either",
    "names_sum",
    "packed_row",
    "part_rows",
    "placed_row",
    "sum_row",
    "uncertain",
    "unlike",
]

_NEVER = 1_000
_PARTS = frozenset({"小计", "得分小计", "分值小计", "指标小计"})
_MERGED = 3
"""Labels tried together where one of them may be the name of an indicator."""
_LABEL = 30
_FIELD = 4
"""Cells of a label and its text on the row of a sum at most."""


FEWER = Doubt(RowStatus.SUSPECTED, "T85")
"""That a row has fewer cells than columns, and which is which is not certain."""


def uncertain(cells: Sequence[PipedCell]) -> Doubt:
    """That cells do not come out as whole rows, or that a line without a pipe is among them."""
    text = " ".join(one.text.strip() for one in cells if not one.blank)[:30]
    return Doubt(RowStatus.SUSPECTED, "T99", (("text", text),))


def unlike(cells: Sequence[PipedCell], count: int) -> Doubt:
    """That a row has another number of cells than its header."""
    context = (("count", str(len(cells))), ("expected", str(count)))
    return Doubt(RowStatus.SUSPECTED, "T94", context)


def placed_row(
    cells: Sequence[PipedCell], columns: Sequence[int], width: int, doubts: Sequence[Doubt] = ()
) -> GridRow:
    """A row whose cells are known to stand in these columns."""
    found = tuple(
        one.at(0, column) for one, column in zip(cells, columns, strict=True) if not one.blank
    )
    said = tuple(doubts)
    if any(one.joined for one in cells) and not said:
        said = (uncertain(cells),)
    return GridRow(0, found, width, placed=True, doubts=said)


def loose(cells: Sequence[PipedCell]) -> Iterator[GridRow]:
    """Cells that belong to no row, each for itself."""
    for one in cells:
        if not one.blank:
            yield GridRow(0, (one.at(0, 0),), 1, plain=True)


def sum_row(cells: Sequence[PipedCell], header: PipedHeader, *, kept: bool = True) -> GridRow:
    """A printed sum: its figures below the headers of points where those are as many."""
    filled = [one for one in cells if not one.blank]
    numbers = [at + 1 for at, need in enumerate(header.needs) if need is Need.NUMBER]
    figures = [one for one in filled[1:] if figure(one.text) is not None]
    width = len(header.needs) + 1
    first = width - len(cells)
    ends = {at + first: one for at, one in enumerate(cells) if at}
    if len(figures) == len(numbers) > 1:
        columns = [1, *numbers]
    elif (
        kept
        and 0 < len(figures) <= len(numbers)
        and first > 0
        and all(ends.get(at) in figures for at in numbers[: len(figures)])
    ):
        columns = [1, *numbers[: len(figures)]]
    else:
        return packed_row(cells, width)
    rest = [one for one in filled[1:] if one not in figures]
    row = [filled[0], *figures]
    held = tuple(one.at(0, at) for one, at in zip(row, columns, strict=True))
    behind = tuple(one.at(0, columns[-1] + 1 + at) for at, one in enumerate(rest))
    return GridRow(0, (*held, *behind), width)


def packed_row(cells: Sequence[PipedCell], width: int) -> GridRow:
    """A sum whose figures stand under no headers for certain: they go by their order."""
    filled = [one for one in cells if not one.blank]
    return GridRow(0, tuple(one.at(0, at) for at, one in enumerate(filled, 1)), width)


def names_sum(text: str) -> bool:
    """Whether a cell names a sum: 合计, 小计."""
    return len(text) <= _LABEL and (is_sum_name(text) or key(text).rstrip(":") in _PARTS)


def ends_part(cells: Sequence[PipedCell], at: int, words: Words) -> bool:
    """Whether a cell stands below the indicators: the label of a field, a title, a header."""
    text = cells[at].text
    if len(text) > _LABEL * 2 or not text.strip():
        return False
    if heads_level(text) == 1 or title_of(text.strip()) is not None:
        return True
    return key(text).rstrip(":") in NAME_LABELS or words.is_label(text)


def part_rows(
    cells: Sequence[PipedCell], header: PipedHeader, words: Words
) -> tuple[list[GridRow], int]:
    """The rows from behind a header to the end of its part, and where that is."""
    rows: list[GridRow] = []
    at = header.end
    while at < len(cells):
        end = at
        while end < len(cells) and not (names_sum(cells[end].text) or ends_part(cells, end, words)):
            end += 1
        rows += _between(cells[at:end], header, words)
        at = end
        behind = _sum_behind(cells, at)
        if behind is None:
            break
        rows += fields_row(cells[at:behind])
        at = behind
        end = at + 1
        while end < len(cells) and end - at < len(header.needs) and _figured(cells[end]):
            end += 1
        rows.append(sum_row(cells[at:end], header))
        at = end
    return rows, at


def _sum_behind(cells: Sequence[PipedCell], at: int) -> int | None:
    """Where a sum begins, with a field before it on its row at most; None where none does."""
    for place in range(at, min(at + _FIELD, len(cells))):
        if names_sum(cells[place].text):
            return place
        if heads_level(cells[place].text) or title_of(cells[place].text.strip()) is not None:
            return None
    return None


def fields_row(cells: Sequence[PipedCell], first: int = 0) -> Iterator[GridRow]:
    """A row outside the indicators, from a column on."""
    filled = tuple(one.at(0, first + at) for at, one in enumerate(cells) if not one.blank)
    if filled:
        width = first + len(cells)
        yield GridRow(0, filled, width, plain=len(filled) == 1 and width == 1)


def _figured(one: PipedCell) -> bool:
    return one.blank or figure(one.text) is not None or is_blank_mark(one.text)


def _between(cells: Sequence[PipedCell], header: PipedHeader, words: Words) -> list[GridRow]:
    """The rows of cells between two sums."""
    starts = _starts(cells, words)
    rows = [*loose(cells[: starts[0]])] if starts else []
    place = 0
    while place < len(starts):
        begin = starts[place]
        for more in range(1, _MERGED + 1):
            end = [*starts, *[len(cells)] * _MERGED][place + more]
            cut = _whole(cells[begin:end], header, words)
            if cut is not None:
                rows += cut
                place += more
                break
        else:
            end = starts[place + 1] if place + 1 < len(starts) else len(cells)
            rows += _torn(cells[begin:end], header, words)
            place += 1
    return rows if starts else _torn(cells, header, words)


def _starts(cells: Sequence[PipedCell], words: Words) -> list[int]:
    """Where the labels of levels begin rows; a 二级 behind its 一级 begins none."""
    starts: list[int] = []
    for at, one in enumerate(cells):
        first, second = _levels(one.text, words)
        behind = bool(starts) and starts[-1] == at - 1 and _levels(cells[at - 1].text, words)[0]
        if (first or second) and not (second and behind):
            starts.append(at)
    return starts


def _levels(text: str, words: Words) -> tuple[bool, bool]:
    if not text.strip() or len(text) > _LABEL:
        return False, False
    return words.is_level1(text), words.is_level2(text)


def _first(cells: Sequence[PipedCell], header: PipedHeader, words: Words) -> int:
    """With which column the row of a label begins."""
    needs = header.needs
    second = Need.LEVEL2 in needs and len(cells) > 1 and _levels(cells[1].text, words)[1]
    level1, level2 = _levels(cells[0].text, words)
    if level1 and (second or not level2 or Need.LEVEL2 not in needs):
        return 0
    return needs.index(Need.LEVEL2) if level2 and Need.LEVEL2 in needs else header.starts[-1]


def _whole(cells: Sequence[PipedCell], header: PipedHeader, words: Words) -> list[GridRow] | None:
    """The rows from a label to the next; None where they do not come out whole."""
    count = len(header.needs)
    first = _first(cells, header, words)
    last = header.starts[-1]
    rest = len(cells) - (count - first)
    if rest < 0 or rest % (count - last):
        return None
    rows = []
    at, column = 0, first
    while at < len(cells):
        own = cells[at : at + count - column]
        if not may_be(own, header.needs[column:], words):
            return None
        said = (FEWER,) if not at and first and may_be_either(own, words) else ()
        rows.append(placed_row(own, range(column + 1, count + 1), count + 1, said))
        at, column = at + count - column, last
    return rows


def may_be_either(cells: Sequence[PipedCell], words: Words) -> bool:
    """Whether a row begins with a label alone that is called as the 一级 above it: 群众满意度指标.

    Where covered cells are not printed it may be the 一级, or the only 二级 of one.
    """
    label = next((one.text for one in cells if not one.blank), "")
    if _levels(label, words) != (True, True):
        return False
    behind = [one.text for one in cells if not one.blank][1:2]
    parents = {level_key(one) for one in words.form.parents(label)}
    own = any(one in level_key(label) for one in parents)
    return own and not any(_levels(text, words)[1] for text in behind)


def may_be(cells: Sequence[PipedCell], needs: Sequence[Need], words: Words) -> bool:
    """Whether cells may be a row: each holds what its column asks for."""
    return all(
        need is not Need.LEVEL3 if one.blank else cost(one.text, need, words.form) < _NEVER
        for one, need in zip(cells, needs, strict=True)
    ) or _is_slot(cells, needs)


def _is_slot(cells: Sequence[PipedCell], needs: Sequence[Need]) -> bool:
    """Whether a row holds labels of levels only."""
    return all(one.blank or need in PARENTS for one, need in zip(cells, needs, strict=True))


def _torn(cells: Sequence[PipedCell], header: PipedHeader, words: Words) -> list[GridRow]:
    """The rows of cells that do not come out whole, as far as they may be rows; all are doubted."""
    count = len(header.needs)
    rows: list[GridRow] = []
    at = 0
    column = _first(cells, header, words) if cells else 0
    while at < len(cells):
        own = cells[at : at + count - column]
        whole = len(own) == count - column and may_be(own, header.needs[column:], words)
        if not whole:
            rows += loose(cells[at:])
            break
        columns = range(column + 1, count + 1)
        rows.append(placed_row(own, columns, count + 1, (uncertain(own),)))
        at, column = at + count - column, header.starts[-1]
    return rows
