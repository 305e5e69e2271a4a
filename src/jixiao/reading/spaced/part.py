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
from jixiao.reading.spaced.columns import in_place, is_in_shape, placed_lines
from jixiao.reading.spaced.continuing import with_continuing
from jixiao.reading.spaced.flow import Flow, flowing_rows, is_even, told
from jixiao.reading.spaced.grid import grid_rows
from jixiao.reading.spaced.headings import header_row
from jixiao.reading.spaced.levels import with_labels
from jixiao.reading.spaced.proof import proven_rows, weight_column
from jixiao.reading.spaced.rows import lines_as_rows
from jixiao.reading.spaced.runs import runs_of
from jixiao.reading.spaced.sums import sum_lines, sum_row
from jixiao.reading.spaced.words import parted, whole
from jixiao.reading.sums.lines import figure, is_sum_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from jixiao.reading.spaced.headings import SpacedHeader
    from jixiao.reading.spaced.rows import Label, SpacedRow
    from jixiao.reading.spaced.words import SpacedLine
    from jixiao.reading.wrapped.words import Words

    _Place = tuple[int, int]

__all__ = ["SpacedPart", "flows", "read_part"]


_ENDS = ("(盖章)", "(签章)", "(签字)", "(公章)", "绩效目标")
"""What ends a line for somebody to sign, and the heading of what comes next."""
_CHAPTER = re.compile(
    r"(\[bookmark:|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)"
)
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
        rows, rest, flow = _read(chunk, header, words, first=place == 0)
        if flow is not None:
            lined = len(chunk) > 1 and not is_in_shape(chunk)
            flowed += ((row, lined) for row in flow.rows)
        placed += (((one.line, one.column), one.grid_row(len(needs))) for one in rows)
        unread = place == 0 and flow is None and any(one.printed.cut for one in chunk)
        placed += (
            ((one.origin.line or 0, one.origin.column or 0), _loose(one, plain=not unread))
            for one in rest
        )
    own = [row for row, _ in flowed]
    proven = _proven(own, header, sums, money)
    even = header.by_cell and is_even(own, needs)
    for at_row, (row, several) in enumerate(flowed):
        if not any(row.held.values()):
            continue
        sure = told(row, needs, proven=even or at_row in proven, lines=several)
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


def _read(
    chunk: Sequence[SpacedLine], header: SpacedHeader, words: Words, *, first: bool
) -> tuple[list[SpacedRow], list[Piece], Flow | None]:
    """The rows in lines between two sums, and what belongs to none; or rows laid over columns."""
    needs = header.needs
    cut = any(line.printed.cut for line in chunk)
    found = None if cut else _by_lines(chunk, header, words)
    if found is None:
        flow = flowing_rows(chunk, needs, words, first=first)
        if flow is not None:
            return [], flow.aside, flow
        if cut:
            return [], [_whole(line) for line in chunk], None
        return runs_of(chunk, needs, words)
    rows, labels = found
    if labels and not rows:
        return [], [piece for label in labels for piece in label.pieces], None
    return with_labels(rows, labels, needs, words.form, first=first), [], None


def _by_lines(
    chunk: Sequence[SpacedLine], header: SpacedHeader, words: Words
) -> tuple[list[SpacedRow], list[Label]] | None:
    """The rows where each line is one, or where lines stand below the columns of the header."""
    needs = header.needs
    found = lines_as_rows(chunk, needs, words.form)
    if found is not None and Need.NUMBER in needs:
        return found
    placed = placed_lines(chunk, header, words)
    if found is not None and (placed is None or in_place(chunk, placed, header, words)):
        labelled = {label.top for label in found[1]}
        return with_continuing(found[0], labelled, needs), found[1]
    return None if placed is None else grid_rows(placed, needs)


def _whole(line: SpacedLine) -> Piece:
    """A line that nothing was read from, as it stands."""
    return Piece(line.printed.text, Gap.BLANK, line.words[0].origin)


def _loose(piece: Piece, *, plain: bool) -> GridRow:
    """A piece that belongs to no row, as a line of its own; in the grid where no row was read."""
    cell = GridCell(piece.text, 0, 0, origin=piece.origin)
    return GridRow(0, (cell,), 1, plain=plain, placed=not plain)


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
