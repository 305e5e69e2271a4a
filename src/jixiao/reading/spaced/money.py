"""Lines of money whose cells are parted by spaces: headers on one line or several, then sources.

A line whose figures are as many as the columns is certain; figures that are fewer go by where they
stand, and where a line was not kept in shape they are left to be said.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.labels import FUNDING_HEADS, MONEY_HEADERS
from jixiao.reading.money.amounts import is_amount, is_blank_mark
from jixiao.reading.money.columns import is_plain, money_meaning
from jixiao.reading.spaced.header import header_ways
from jixiao.reading.spaced.headings import Heading, Heads, SpacedHeader
from jixiao.reading.spaced.words import cell_of
from jixiao.reading.sums.lines import figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.spaced.words import SpacedLine, Word
    from jixiao.reading.wrapped.words import Words

__all__ = ["heads_money", "money_at"]

_TWO = 2
_FIRST = 2
"""The column of the first amount: before it stand the head of the part and the source."""
_NAME_LINES = 3
_LONGEST = 24
_PART = re.compile(r"其中:.{0,8}(拨款|资金|预算|收入)")
_NEAR = Decimal("0.01")
_SIDES = ("项目资金", "资金", "资金构成", "预算执行情况", "年度预算执行情况", "资金来源")
_NAMES = (
    *("年初预算数", "全年预算数", "全年执行数", "预算数", "执行数", "分值", "执行率", "预算执行率"),
    *("得分", "调整预算数", "调整后预算数", "年度预算数", "年初预算", "全年预算", "全年执行"),
    *(f"{side}({unit})" for side in _SIDES for unit in ("万元", "元")),
    *_SIDES,
)


_ASIDES = frozenset({"(万元)", "(元)"})


def _heads(text: str) -> bool:
    name = key(text)
    return money_meaning(name) is not None or MONEY_HEADERS.fullmatch(name) is not None


_HEADS = Heads(_NAMES, lambda text: _heads(text) or FUNDING_HEADS.fullmatch(text) is not None)


def heads_money(name: str) -> bool:
    """Whether a word as compared is a header of the part about money, or a piece of one."""
    return name in _ASIDES or _HEADS.within(name)


def money_at(
    lines: Sequence[SpacedLine], at: int, words: Words
) -> tuple[list[GridRow], int, int] | None:
    """The lines of money whose headers begin on a line: their rows, and their first and last line.

    None where no headers of two figures and more stand there, or no source below them.
    """
    begun = "".join(word.text for line in lines[at : at + 2] for word in line.words)
    if "预算" not in begun and "执行" not in begun:
        return None
    header = _header(lines, at)
    if header is None:
        return None
    columns = [one for one in header.headings if not FUNDING_HEADS.fullmatch(key(one.text))]
    sides = [one for one in header.headings if FUNDING_HEADS.fullmatch(key(one.text))]
    if len(columns) < _TWO or len(sides) > 1:
        return None
    rows = [_head_row(sides, columns)]
    last = header.last
    by_cell = header.by_cell
    while (found := _source(lines, last + 1, columns, words, by_cell=by_cell)) is not None:
        row, last = found
        rows.append(row)
    return (rows, header.first, last) if len(rows) > 1 else None


def _header(lines: Sequence[SpacedLine], at: int) -> SpacedHeader | None:
    if not all(_HEADS.within(key(word.text)) for word in lines[at].words):
        return None
    ways = [
        one
        for one in header_ways(lines, at, (), _HEADS)
        if sum(_heads(column.text) for column in one.headings) >= _TWO
    ]
    return max(ways, key=lambda one: sum(len(x.words) for x in one.headings), default=None)


def _head_row(sides: Sequence[Heading], columns: Sequence[Heading]) -> GridRow:
    cells = [GridCell(one.text, 0, 0, origin=one.words[0].origin) for one in sides]
    cells += [
        GridCell(one.text, 0, at, origin=one.words[0].origin)
        for at, one in enumerate(columns, _FIRST)
    ]
    return GridRow(0, tuple(cells), _FIRST + len(columns))


def _is_figure(word: Word) -> bool:
    return is_amount(word.text) or is_blank_mark(word.text)


def _source(
    lines: Sequence[SpacedLine],
    start: int,
    columns: Sequence[Heading],
    words: Words,
    *,
    by_cell: bool,
) -> tuple[GridRow, int] | None:
    """The source whose line or lines begin at a line, and the last of them."""
    if (alone := _alone(lines, start, columns, words)) is not None:
        return alone, start
    named: list[Word] = []
    at = start
    while at < min(len(lines), start + _NAME_LINES):
        line = lines[at].words
        first = next((i for i, word in enumerate(line) if _is_figure(word)), None)
        named += line if first is None else line[:first]
        if first is not None:
            break
        at += 1
    else:
        return None
    if at >= len(lines) or first is None:
        return None
    figures = [*lines[at].words[first:], *(_below(lines, at + 1) if by_cell and not first else ())]
    last = at + (len(figures) - 1 if by_cell and not first else 0)
    while not _is_source(named, words) and last + 1 < len(lines) and last - at < _NAME_LINES:
        more = lines[last + 1].words
        if len(more) != 1 or _is_figure(more[0]):
            break
        named.append(more[0])
        last += 1
    if not _is_source(named, words) or not all(_is_figure(word) for word in figures):
        return None
    places = _places(figures, columns)
    if places is None:
        return None
    text = "".join(word.text for word in named)
    cells = [GridCell(text, 0, 1, origin=named[0].origin)]
    cells += [
        cell_of([word], 0, _FIRST + place) for word, place in zip(figures, places, strict=True)
    ]
    return GridRow(0, tuple(cells), _FIRST + len(columns)), last


def _below(lines: Sequence[SpacedLine], start: int) -> list[Word]:
    """The figures of the lines from one on that are a figure each."""
    found: list[Word] = []
    for line in lines[start:]:
        if len(line.words) != 1 or not _is_figure(line.words[0]):
            break
        found += line.words
    return found


def _alone(
    lines: Sequence[SpacedLine], at: int, columns: Sequence[Heading], words: Words
) -> GridRow | None:
    """A source beside which nothing is printed: the line below it begins with no figure."""
    if at >= len(lines) or any(_is_figure(word) for word in lines[at].words):
        return None
    if not _is_source(lines[at].words, words):
        return None
    if at + 1 < len(lines) and _is_figure(lines[at + 1].words[0]):
        return None
    text = "".join(word.text for word in lines[at].words)
    cell = GridCell(text, 0, 1, origin=lines[at].words[0].origin)
    return GridRow(0, (cell,), _FIRST + len(columns))


def _is_source(named: Sequence[Word], words: Words) -> bool:
    text = "".join(word.text for word in named)
    if len(text) > _LONGEST:
        return False
    return words.form.source_name(text) is not None or _PART.fullmatch(key(text)) is not None


def _places(figures: Sequence[Word], columns: Sequence[Heading]) -> list[int] | None:
    """The column of each figure: in order where none is missing, else by where they stand."""
    if len(figures) == len(columns):
        return list(range(len(columns)))
    if any(word.spaces <= 1 for word in figures[1:]):
        return _amounts_only(figures, columns)
    found: list[int] = []
    for word in figures:
        over = [
            at for at, one in enumerate(columns) if one.start < word.end and word.start < one.end
        ]
        if len(over) != 1 or over[0] in found:
            return None
        found.append(over[0])
    return found


def _amounts_only(figures: Sequence[Word], columns: Sequence[Heading]) -> list[int] | None:
    """The columns of amounts, where a line has one for each and neither a share nor points.

    Points are printed beside the whole only; what may be a share of the first two is not told.
    """
    amounts = [at for at, one in enumerate(columns) if not is_plain(_meaning(one))]
    if len(figures) != len(amounts) or amounts != list(range(len(amounts))):
        return None
    found = [figure(word.text) for word in figures]
    if None in found or any("%" in key(word.text) for word in figures):
        return None
    values = [one for one in found if one is not None]
    if len(values) > _TWO and values[-3] and _is_share(values[-1], values[-2] / values[-3]):
        return None
    return amounts


def _meaning(column: Heading) -> str:
    return money_meaning(key(column.text)) or ""


def _is_share(value: Decimal, share: Decimal) -> bool:
    """Whether a figure is about a share, as such or out of a hundred."""
    return min(abs(value - share), abs(value - 100 * share) / 100) < _NEAR
