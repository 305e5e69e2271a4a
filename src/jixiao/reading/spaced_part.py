"""The lines below a header whose cells are parted by spaces: rows, sums, and where they end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.reading.fitting import Need
from jixiao.reading.fragments import Gap, Piece
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.indicators import is_note
from jixiao.reading.segments import title_text
from jixiao.reading.spaced_columns import placed_lines
from jixiao.reading.spaced_flow import Flow, flowing_rows, told
from jixiao.reading.spaced_grid import grid_rows
from jixiao.reading.spaced_headings import header_row
from jixiao.reading.spaced_levels import with_labels
from jixiao.reading.spaced_proof import proven_rows, weight_column
from jixiao.reading.spaced_rows import lines_as_rows
from jixiao.reading.spaced_runs import runs_of
from jixiao.reading.spaced_sums import sum_lines, sum_row
from jixiao.reading.spaced_words import parted, whole
from jixiao.reading.sums import figure, is_sum_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from jixiao.reading.spaced_headings import SpacedHeader
    from jixiao.reading.spaced_rows import SpacedRow
    from jixiao.reading.spaced_words import SpacedLine
    from jixiao.reading.wrapped_words import Words

    _Place = tuple[int, int]

__all__ = ["SpacedPart", "flows", "read_part"]


_ENDS = ("(盖章)", "(签章)", "(签字)", "(公章)", "绩效目标")
"""What ends a line for somebody to sign, and the heading of what comes next."""
_CHAPTER = re.compile(r"(\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)")
_LOOK = 200
"""Lines below a header that are looked at to tell what they are."""
_SPLIT = frozenset({Need.SIGN, Need.UNIT})


@frozen
class SpacedPart:
    """The rows below a header, how many more headers they reach over, and the line they end at."""

    rows: tuple[GridRow, ...]
    again: int
    end: int


def read_part(
    lines: Sequence[SpacedLine],
    header: SpacedHeader,
    later: Sequence[SpacedHeader],
    words: Words,
    money: Decimal,
) -> SpacedPart:
    """The rows from below a header to the end of its part; headers that come again are in it.

    `money` is the weight that the part about money has in the sum of all.
    """
    needs = header.needs
    placed: list[tuple[_Place, GridRow]] = []
    chunks: list[list[SpacedLine]] = [[]]
    sums: list[GridRow] = []
    at, again = header.last + 1, 0
    while at < len(lines):
        line = lines[at]
        if again < len(later) and later[again].first == at:
            if later[again].names != header.names:
                break
            placed.append((_place(line), header_row(later[again], 0)))
            at, again = later[again].last + 1, again + 1
            continue
        if _ends(line, words):
            break
        count = sum_lines(lines, at, needs, words)
        if count:
            chunks.append([])
            held = [word for one in lines[at : at + count] for word in one.words]
            sums.append(sum_row(held, header, words))
            placed.append((_place(line), sums[-1]))
            at += count
            continue
        chunks[-1].append(_shaped(line, header))
        at += 1
    flowed: list[tuple[SpacedRow, bool]] = []
    for place, chunk in enumerate(chunks):
        flow = _flow(chunk, header, words, first=place == 0)
        if flow is not None:
            flowed += ((row, len(chunk) > 1) for row in flow.rows)
        rows, rest = ([], flow.aside) if flow else _rows(chunk, header, words, first=place == 0)
        placed += (((one.line, one.column), one.grid_row(len(needs))) for one in rows)
        placed += (((one.origin.line or 0, one.origin.column or 0), _loose(one)) for one in rest)
    proven = _proven([row for row, _ in flowed], header, sums, money)
    for at_row, (row, several) in enumerate(flowed):
        if not any(row.held.values()):
            continue
        sure = told(row, needs, proven=at_row in proven, lines=several)
        placed.append(((row.line, row.column), sure.grid_row(len(needs))))
    placed.sort(key=lambda one: one[0])
    return SpacedPart(tuple(row for _, row in placed), again, at)


def _shaped(line: SpacedLine, header: SpacedHeader) -> SpacedLine:
    """The line with the words that its table has: one a line, or signs and units by themselves."""
    if header.by_cell:
        return whole(line)
    line = evolve(line, blanks=0) if line.blanks else line
    return parted(line) if _SPLIT & set(header.needs) else line


def flows(lines: Sequence[SpacedLine], header: SpacedHeader, words: Words) -> bool:
    """Whether what stands below a header that has a cell a line is rows of such lines."""
    if not header.by_cell:
        return False
    below: list[SpacedLine] = []
    for line in lines[header.last + 1 : header.last + 1 + _LOOK]:
        if _ends(line, words):
            break
        below.append(whole(line))
    return flowing_rows(below, header.needs, words, first=True) is not None


def _place(line: SpacedLine) -> _Place:
    return line.number, line.words[0].origin.column or 0


def _proven(
    rows: Sequence[SpacedRow], header: SpacedHeader, sums: Sequence[GridRow], money: Decimal
) -> frozenset[int]:
    """The rows whose weights add up to what the part says."""
    weight = weight_column(header)
    if weight is None:
        return frozenset()
    totals: set[Decimal] = set()
    for row in sums:
        if not is_sum_name(row.cells[0].text):
            continue
        found = [figure(cell.text) for cell in row.cells if cell.column == weight + 1]
        totals |= {way for one in found if one is not None for way in (one, one - money)}
    return proven_rows(rows, header.needs, weight, totals)


def _flow(
    chunk: Sequence[SpacedLine], header: SpacedHeader, words: Words, *, first: bool
) -> Flow | None:
    """The rows of lines that are not those of the table; None where another way reads them."""
    cut = any(line.printed.cut for line in chunk)
    if not cut:
        if lines_as_rows(chunk, header.needs, words.form) is not None:
            return None
        spaced = placed_lines(chunk, header, words)
        if spaced is not None and grid_rows(spaced, header.needs) is not None:
            return None
    return flowing_rows(chunk, header.needs, words, first=first)


def _rows(
    chunk: Sequence[SpacedLine], header: SpacedHeader, words: Words, *, first: bool
) -> tuple[list[SpacedRow], list[Piece]]:
    """The rows in lines between two sums, and what belongs to none of them."""
    needs = header.needs
    if any(line.printed.cut for line in chunk):
        return [], [_whole(line) for line in chunk]
    found = lines_as_rows(chunk, needs, words.form)
    if found is None:
        lines = placed_lines(chunk, header, words)
        found = None if lines is None else grid_rows(lines, needs)
    if found is None:
        return runs_of(chunk, needs, words)
    rows, labels = found
    if labels and not rows:
        return [], [piece for label in labels for piece in label.pieces]
    return with_labels(rows, labels, needs, words.form, first=first), []


def _whole(line: SpacedLine) -> Piece:
    """A line that nothing was read from, as it stands."""
    return Piece(line.printed.text, Gap.BLANK, line.words[0].origin)


def _loose(piece: Piece) -> GridRow:
    """A piece that belongs to no row, as a line of its own."""
    cell = GridCell(piece.text, 0, 0, origin=piece.origin)
    return GridRow(0, (cell,), 1, plain=True)


def _ends(line: SpacedLine, words: Words) -> bool:
    """Whether something else than a row begins with a line: a title, a note, a label, prose."""
    text = line.printed.text
    name = key(text)
    if line.printed.too_long or is_note(text) or name.endswith(_ENDS) or _CHAPTER.match(name):
        return True
    if title_text(line.printed.row(0, None)) is not None:
        return True
    first = line.words[0].text
    if is_sum_name(first) or words.is_level1(first) or words.is_level2(first):
        return False
    head, mark, _ = key(first).partition(":")
    return words.is_label(first) or bool(mark and words.form.field_name(head))
