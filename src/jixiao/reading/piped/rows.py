"""Rows of pipes, one a line: as a grid, or with the cells left out put in their columns again.

A text that prints its empty cells is a grid, as tab text is. One that leaves out merged or empty
cells is laid over the columns of its header; a row that fits in several ways is doubted.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.reading.fitting import Need
from jixiao.reading.grid import key
from jixiao.reading.piped.fit import fit_cells
from jixiao.reading.piped.grid import (
    PipedRow,
    as_grid,
    is_grid,
    is_header_row,
    outside_rows,
    spans,
)
from jixiao.reading.piped.header import find_header, heads_level, is_known
from jixiao.reading.piped.part import (
    FEWER,
    loose,
    may_be,
    names_sum,
    placed_row,
    sum_row,
    uncertain,
    unlike,
)
from jixiao.reading.sums.lines import figure
from jixiao.reading.wrapped.words import SIDE_LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.grid import GridRow
    from jixiao.reading.piped.header import PipedCell, PipedHeader
    from jixiao.reading.wrapped.words import Words

__all__ = ["line_rows"]

_FEW = 3
"""Lines that one row is broken over at most."""


def line_rows(rows: Sequence[PipedRow], words: Words) -> list[GridRow]:
    """The rows of the grid."""
    packed = any(row.padded for row in rows)
    rows = _mended(rows, words) if packed else rows
    rows = _without_odd(rows) if packed else rows
    heads = [at for at, row in enumerate(rows) if is_header_row(row)]
    if not packed and is_grid(rows, heads):
        return as_grid(rows, heads, words)
    kept = not packed and _keeps_blanks(rows, heads)
    found: list[GridRow] = []
    done = 0
    for place, at in enumerate(heads):
        header, upper = _header(rows, at, done)
        if header is None:
            end = heads[place + 1] if place + 1 < len(heads) else len(rows)
            found += outside_rows(rows[done : at + 1], packed=packed)
            found += (_unsure(row, rows[at]) for row in rows[at + 1 : end])
            done = end
            continue
        found += outside_rows(rows[done : at - upper], packed=packed)
        found += _storeys(rows[at], header)
        end = heads[place + 1] if place + 1 < len(heads) else len(rows)
        end = _end(rows, at, end, words)
        widths = {len(rows[at].cells), len(rows[at].cells) + _beside(rows, at)}
        for row in rows[at + 1 : end]:
            below = _below(row, header, words, kept=kept)
            odd = packed and not upper and not row.plain and len(row.cells) not in widths
            found += (_odd(one, row, header) for one in below) if odd else below
        done = end
        while done < len(rows) and _is_other(rows[done], rows[at], words):
            found += loose(rows[done].filled)
            done += 1
    found += outside_rows(rows[done:], packed=packed)
    return [row for row in found if row.cells]


def _beside(rows: Sequence[PipedRow], at: int) -> int:
    """The cells on the line above a header that holds the label beside it and nothing else."""
    above = rows[at - 1] if at else None
    if above is None or above.plain or above.padded or len(above.filled) != 1:
        return 0
    return len(above.cells) if key(above.filled[0].text) in SIDE_LABELS else 0


def _mended(rows: Sequence[PipedRow], words: Words) -> list[PipedRow]:
    """The rows with those put together that were broken: as wide together as the others."""
    sizes = Counter(len(row.cells) for row in rows if row.padded)
    found: list[PipedRow] = []
    at = 0
    width = sizes.most_common(1)[0][0]
    while at < len(rows):
        row = rows[at]
        width = len(row.cells) if row.padded and sizes[len(row.cells)] > 1 else width
        end = at + 1
        size = len(row.cells)
        while (
            size < width and end < len(rows) and end - at < _FEW and _goes_on(row, rows[end], words)
        ):
            size += len(rows[end].cells)
            end += 1
        if end > at + 1 and size == width:
            cells = tuple(one for part in rows[at:end] for one in part.cells)
            row = PipedRow(cells, padded=True, joined=True)
        else:
            end = at + 1
        found.append(row)
        at = end
    return found


def _without_odd(rows: Sequence[PipedRow]) -> list[PipedRow]:
    """The rows, with the cells of one that lacks a pipe for themselves: it holds two in one.

    Those of the indicators are told by their header.
    """
    first = next((at for at, row in enumerate(rows) if is_header_row(row)), len(rows))
    sizes = Counter(len(row.cells) for row in rows[:first] if row.padded)
    usual = sizes.most_common(1)
    found: list[PipedRow] = []
    for at, row in enumerate(rows):
        short = usual and usual[0][1] > 1 and row.padded and len(row.cells) == usual[0][0] - 1
        if at < first and short:
            found += (PipedRow((one,), plain=True) for one in row.filled)
        else:
            found.append(row)
    return found


def _goes_on(row: PipedRow, after: PipedRow, words: Words) -> bool:
    """Whether a row may be the rest of the one above it: it begins with nothing that rows do."""
    if row.plain or after.plain or row.padded or not after.filled:
        return not (row.plain or after.plain or row.padded)
    first = after.filled[0].text
    return not (heads_level(first) == 1 or words.is_label(first) or words.is_level1(first))


def _keeps_blanks(rows: Sequence[PipedRow], heads: Sequence[int]) -> bool:
    """Whether blank cells are printed: some row has one before its last."""
    return any(one.blank for _, below in spans(rows, heads) for row in below for one in row.cells)


def _header(rows: Sequence[PipedRow], at: int, floor: int) -> tuple[PipedHeader | None, int]:
    """The header of a row, and how many rows above it are of it."""
    lower = rows[at].filled
    first = next(place for place, one in enumerate(lower) if heads_level(one.text) == 1)
    above = rows[at - 1].filled if at > floor else ()
    own = lower[first:]
    names = sum(is_known(one.text) for one in above)
    if names > 1 and not rows[at - 1].plain:
        cells = (*above, *own)
        header = find_header(cells, len(above))
        if header is not None and header.first == 0 and header.end == len(cells):
            return header, 1
    header = find_header(own, 0)
    return (header if header is not None and header.end == len(own) else None), 0


def _storeys(row: PipedRow, header: PipedHeader) -> list[GridRow]:
    """The rows of a header, with what stands beside it."""
    found = header.grid_rows()
    side = [one for one in row.filled if all(one not in _of(each) for each in header.rows)]
    last = found[-1]
    held = tuple(one.at(0, 0) for one in side[:1])
    return [
        *found[:-1],
        evolve(last, cells=(*held, *last.cells)),
        *loose(side[1:]),
    ]


def _of(row: Sequence[tuple[PipedCell, int, int]]) -> tuple[PipedCell, ...]:
    return tuple(one for one, _, _ in row)


def _end(rows: Sequence[PipedRow], at: int, end: int, words: Words) -> int:
    """Where the rows below a header end: at the label of a field, or at rows of another width."""
    for place in range(at + 1, end):
        row = rows[place]
        label = not row.plain and bool(row.filled) and words.is_label(row.filled[0].text)
        if label or _is_other(row, rows[at], words):
            return place
    return end


def _unsure(row: PipedRow, header: PipedRow) -> GridRow:
    """A row below a header whose columns are not known: what it is read as is a guess."""
    one = row.grid_row(packed=True)
    if row.plain:
        return one
    if len(row.filled) == len(header.filled):
        return evolve(one, doubts=(*one.doubts, uncertain(row.cells)))
    return evolve(one, doubts=(*one.doubts, unlike(row.filled, len(header.filled))))


def _odd(one: GridRow, row: PipedRow, header: PipedHeader) -> GridRow:
    """A row that is filled up to another width than its header: a pipe was lost, or one added."""
    return evolve(one, doubts=(*one.doubts, unlike(row.cells, len(header.needs))))


def _is_other(row: PipedRow, header: PipedRow, words: Words) -> bool:
    """Whether a row is filled up to another width than a header, and begins with no label."""
    wide = row.padded and not row.joined and abs(len(row.cells) - len(header.cells)) > 1
    return wide and bool(row.filled) and not words.is_label(row.filled[0].text)


def _below(row: PipedRow, header: PipedHeader, words: Words, *, kept: bool) -> list[GridRow]:
    """A row of the indicator part in its columns."""
    if row.plain or not row.filled:
        return [row.grid_row()]
    if names_sum(row.filled[0].text):
        return [sum_row(row.cells if kept else row.filled, header, kept=kept)]
    width = len(header.needs) + 1
    cells = row.cells if kept else row.filled
    numbered = _numbered(row, header)
    cells = cells[numbered:]
    doubts = (uncertain(cells),) if row.after_text or any(one.joined for one in cells) else ()
    columns, certain = _columns(cells, header, words, kept=kept)
    if columns is None:
        raw = row.grid_row(packed=True)
        return [evolve(raw, doubts=(unlike(row.cells, width - 1),))]
    if not certain:
        doubts = (*doubts, FEWER)
    one = placed_row(cells, [column + 1 for column in columns], width, doubts)
    number = tuple(cell.at(0, 0) for cell in row.filled[:numbered])
    return [evolve(one, cells=(*number, *one.cells), joined=row.joined)]


def _numbered(row: PipedRow, header: PipedHeader) -> int:
    """How many cells before the columns are the number of the row."""
    first = row.filled[0]
    return int(figure(first.text) is not None and len(row.filled) > 1 and bool(header.needs))


def _columns(
    cells: Sequence[PipedCell], header: PipedHeader, words: Words, *, kept: bool
) -> tuple[Sequence[int] | None, bool]:
    """The columns of the cells, and whether they could be no others."""
    count = len(header.needs)
    short = count - len(cells)
    if (kept or not short) and short in header.starts:
        columns = range(short, count)
        if may_be(cells, header.needs[short:], words):
            return columns, True
    filled = [one for one in cells if not one.blank]
    labels = None if kept else _labels(filled, header, words)
    if labels is not None:
        return labels, True
    fit = fit_cells([one.text for one in filled], header.needs, words.form)
    alone = len(filled) == 1 and fit is not None and header.needs[fit.columns[0]] is Need.LEVEL3
    if fit is None or alone:
        return None, False
    if len(filled) == len(cells):
        return fit.columns, fit.certain
    places = iter(fit.columns)
    return [next(places) if not one.blank else 0 for one in cells], fit.certain and not kept


def _labels(filled: Sequence[PipedCell], header: PipedHeader, words: Words) -> Sequence[int] | None:
    """The columns of a row that holds labels of levels only; None where it holds more."""
    wanted = [at for at, need in enumerate(header.needs) if need is Need.LEVEL1]
    wanted += [at for at, need in enumerate(header.needs) if need is Need.LEVEL2]
    match [(words.is_level1(one.text), words.is_level2(one.text)) for one in filled]:
        case [(True, _), (_, True)]:
            return wanted if len(wanted) == len(filled) else None
        case [(_, True)]:
            return wanted[1:] or None
        case [(True, False)]:
            return wanted[:1] or None
        case _:
            return None
