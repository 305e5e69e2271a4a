"""A cell a line, or cells without end: rows of pipes whose lines do not tell where a row ends.

Where rows are filled up with pipes (|||||) all are of one width. Elsewhere the rows of a table are
as wide as its header, and those above it begin at labels, sources of money and goals.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from jixiao.reading.fitting import PARENTS, Need
from jixiao.reading.goals import heads_goals
from jixiao.reading.grid import GridRow, key
from jixiao.reading.labels import FUNDING_HEADS
from jixiao.reading.money.amounts import is_amount, is_blank_mark
from jixiao.reading.money.columns import money_meaning
from jixiao.reading.piped.grid import beyond
from jixiao.reading.piped.header import find_header, heads_level
from jixiao.reading.piped.part import (
    FEWER,
    fields_row,
    may_be,
    may_be_either,
    part_rows,
    placed_row,
    uncertain,
)
from jixiao.reading.segments import title_of
from jixiao.reading.spaced.headings import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.reading.piped.header import PipedCell, PipedHeader
    from jixiao.reading.wrapped.words import Words

__all__ = ["stream_rows", "width_of_rows"]

_DONE = re.compile("完成|实现")
_FIRST = "一级"
"""What is left of the head of 一级 whose letters stand on two lines."""
_OFTEN = 3
_LABEL = 60
_BLANKS = 4
"""Cells behind a source of money in which its first amount stands."""
_MOST = 60
"""Cells of a row above the indicators at most."""


def width_of_rows(cells: Sequence[PipedCell]) -> int | None:
    """How wide all rows are where they are filled up with pipes; None where they are not."""
    sizes: Counter[int] = Counter()
    begin = 0
    for at, one in enumerate(cells):
        if one.fills and not (at + 1 < len(cells) and cells[at + 1].fills):
            sizes[at + 1 - begin] += 1
            begin = at + 1
    usual = sizes.most_common(1)
    return usual[0][0] if usual and usual[0][1] >= _OFTEN else None


def stream_rows(cells: Sequence[PipedCell], words: Words) -> list[GridRow]:
    """The rows of cells in the order of the text."""
    width = width_of_rows(cells)
    return list(_by_width(cells, width, words) if width else _by_header(cells, words))


# ── rows of one width ─────────────────────────────────────────────────────────


def _by_width(cells: Sequence[PipedCell], width: int, words: Words) -> Iterator[GridRow]:
    begin = 0
    needs: dict[int, Need] = {}
    for at, one in enumerate(cells):
        end = at + 1 == len(cells)
        if end or (one.fills and not cells[at + 1].fills):
            rows = _cut(cells[begin : at + 1], width)
            needs = next((found for row in rows if (found := _needs_of(row))), needs)
            yield from _doubted(rows, width, needs, words)
            begin = at + 1


def _cut(cells: Sequence[PipedCell], width: int) -> list[Sequence[PipedCell]]:
    return [cells[at : at + width] for at in range(0, len(cells), width)]


def _needs_of(row: Sequence[PipedCell]) -> dict[int, Need]:
    """What the columns of a header hold, by place; empty for another row."""
    levels = sum(heads_level(one.text) > 0 for one in row)
    if levels < len(PARENTS):
        return {}
    needs = {at: Heading(one.text, ()).need for at, one in enumerate(row) if not one.blank}
    torn = [at for at in needs if key(row[at].text) == _FIRST]
    return needs | dict.fromkeys(torn, Need.LEVEL1)


def _doubted(
    rows: Sequence[Sequence[PipedCell]], width: int, needs: dict[int, Need], words: Words
) -> Iterator[GridRow]:
    """Rows of one width; where they do not come out whole, those from where they may be torn."""
    whole = all(len(row) == width for row in rows)
    first = len(rows) if whole else _torn_from(rows, needs, words)
    for at, row in enumerate(rows):
        filled = tuple(one.at(0, column) for column, one in enumerate(row) if not one.blank)
        if filled:
            doubted = at >= first or any(one.joined for one in row)
            said = (uncertain(row),) if doubted else ()
            if needs and may_be_either(row, words):
                said = (*said, FEWER)
            columns = None if said else _in_place(row, needs, words)
            if columns is None:
                yield GridRow(0, filled, width, doubts=said)
            else:
                yield placed_row([one for one in row if not one.blank], columns, width)


def _in_place(
    row: Sequence[PipedCell], needs: dict[int, Need], words: Words
) -> tuple[int, ...] | None:
    """The columns of a row that is filled up at its end; None where they are not certain.

    What is merged with the row above is left out before the others: the level that a row begins
    with, and as many cells behind it as columns, say where it stands.
    """
    filled = [one for one in row if not one.blank]
    columns = tuple(sorted(at for at in needs if at >= _first_level(needs)))
    columns = columns[len(columns) - len(filled) :] if filled else ()
    whole = len(columns) == len(filled) and all(not one.blank for one in row[: len(filled)])
    if not columns or not whole or not any(one.fills for one in row):
        return None
    held = [needs[at] for at in columns]
    levels = {Need.LEVEL1: words.is_level1, Need.LEVEL2: words.is_level2}
    named = all(
        levels[need](one.text) for one, need in zip(filled, held, strict=True) if need in levels
    )
    begins = held[0] in {*levels, Need.LEVEL3} and Need.VALUE in held
    first = filled[0].text
    label = words.is_level1(first) or words.is_level2(first)
    begins = begins and (held[0] is not Need.LEVEL3 or not label)
    return columns if begins and named and may_be(filled, held, words) else None


def _first_level(needs: dict[int, Need]) -> int:
    """The column of 一级; the one before 二级 where its head was torn."""
    named = {need: at for at, need in sorted(needs.items(), reverse=True)}
    return named.get(Need.LEVEL1, max(named.get(Need.LEVEL2, 1) - 1, 0))


def _torn_from(rows: Sequence[Sequence[PipedCell]], needs: dict[int, Need], words: Words) -> int:
    """The first row that may be torn: the last that holds what its header asks for, or the next."""
    begin = next((at + 1 for at, row in enumerate(rows) if _needs_of(row)), 0)
    for at in range(begin, len(rows)):
        row = rows[at]
        held = [needs[place] for place in range(len(row)) if place in needs]
        own = [one for place, one in enumerate(row) if place in needs]
        if not needs or Need.LEVEL3 not in held or not may_be(own, held, words):
            return max(at - 1, 0)
    return max(len(rows) - 1, 0)


# ── rows as wide as their header ──────────────────────────────────────────────


def _by_header(cells: Sequence[PipedCell], words: Words) -> Iterator[GridRow]:
    at = 0
    headers = _headers(cells)
    for place, header in enumerate(headers):
        if header.first < at:
            continue
        yield from _above(cells[at : header.first], words)
        yield from header.grid_rows()
        last = headers[place + 1].first if place + 1 < len(headers) else len(cells)
        rows, at = part_rows(cells[:last], header, words)
        yield from rows
    yield from _above(cells[at:], words)


def _headers(cells: Sequence[PipedCell]) -> list[PipedHeader]:
    found: list[PipedHeader] = []
    for at, one in enumerate(cells):
        if heads_level(one.text) == 1:
            floor = found[-1].end if found else 0
            header = find_header(cells, at, floor)
            if header is not None:
                found.append(header)
    return found


def _above(cells: Sequence[PipedCell], words: Words) -> Iterator[GridRow]:
    """The rows of what stands outside the indicators: each begins with what it is called."""
    row: list[PipedCell] = []
    money, size = 0, range(0)
    at = 0
    while at < len(cells):
        one = cells[at]
        if one.blank:
            row += [one] if row and len(row) < _MOST else []
            at += 1
            continue
        pair = _goals(cells, at)
        if pair is not None:
            yield from _money_row(row, money, size)
            first, end = pair
            yield from fields_row(cells[at:end], first)
            yield from fields_row(cells[end : end + 2], first + 1)
            row, money, at = [], 0, end + 2
            continue
        if _crossed(cells, at, words):
            yield from _money_row(row, money, size)
            yield from fields_row((one, cells[at + 2]))
            yield from fields_row((cells[at + 1], cells[at + 3]))
            row, money, at = [], 0, at + 4
            continue
        label = len(one.text) <= _LABEL and not one.blank
        asked = len(row) == 1 and words.is_label(row[0].text)
        title = label and not asked and title_of(one.text.strip()) is not None
        heads = label and FUNDING_HEADS.fullmatch(key(one.text)) is not None
        source = money and label and _is_source(cells, at, words)
        if title or heads or source or (label and words.is_label(one.text)) or len(row) >= _MOST:
            yield from _money_row(row, money, size)
            size = _size(row) if money == 1 else size
            row = []
            money = (1 if heads else 2 if source else 0) if not title else 0
        if title:
            yield GridRow(0, (one.at(0, 0),), 1, plain=True)
        else:
            row.append(one)
        at += 1
    yield from _money_row(row, money, size)


def _goals(cells: Sequence[PipedCell], at: int) -> tuple[int, int] | None:
    """The first column of the heads of the goals that begin here, and the cell behind them."""
    for size, first in ((3, 0), (2, 1)):
        own = cells[at : at + size]
        if len(own) == size and all(len(one.text) <= _LABEL and not one.blank for one in own):
            row = GridRow(0, tuple(one.at(0, to) for to, one in enumerate(own)), size)
            if heads_goals(row):
                return first, at + size
    return None


def _crossed(cells: Sequence[PipedCell], at: int, words: Words) -> bool:
    """Whether two labels of goals stand beside each other, and their texts behind both."""
    texts = [one.text for one in cells[at : at + 4]]
    labels = [words.is_label(text) if len(text) <= _LABEL else False for text in texts]
    if labels != [True, True, False, False] or not all(text.strip() for text in texts):
        return False
    return "目标" in key(texts[0]) and _DONE.search(key(texts[1])) is not None


def _is_source(cells: Sequence[PipedCell], at: int, words: Words) -> bool:
    """Whether a cell names a source of money: by its name, or because amounts stand behind it."""
    if words.form.source_name(cells[at].text) is not None:
        return True
    behind = next((one.text for one in cells[at + 1 : at + _BLANKS] if not one.blank), "")
    return not _filled(cells[at].text) and _filled(behind)


def _filled(text: str) -> bool:
    return is_amount(text) or is_blank_mark(text)


def _size(head: Sequence[PipedCell]) -> range:
    """How many cells a source and its amounts have below the headers of a part about money.

    A header behind all that head amounts stands over words, whose cell may be merged.
    """
    words = bool(head) and money_meaning(key(head[-1].text)) is None
    return range(len(head) - 1 - words, len(head))


def _money_row(row: Sequence[PipedCell], money: int, size: range) -> Iterator[GridRow]:
    """A row outside the indicators; amounts of another number than their headers are doubted."""
    first = int(money > 1)
    for one in fields_row(row, first):
        odd = first and len(size) and size[-1] > 1 and len(row) not in size
        yield beyond(one, _MOST) if odd and len(one.cells) > 1 else one
