"""The lines below a header whose cells are parted by spaces: rows, sums, and where they end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.reading.fitting import Need
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.indicators import is_note
from jixiao.reading.segments import title_text
from jixiao.reading.spaced_fit import is_figure_word
from jixiao.reading.spaced_grid import grid_rows, placed_lines
from jixiao.reading.spaced_header import header_row
from jixiao.reading.spaced_levels import with_labels
from jixiao.reading.spaced_rows import lines_as_rows
from jixiao.reading.spaced_runs import runs_of
from jixiao.reading.spaced_words import cell_of
from jixiao.reading.sums import is_sum_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.fragments import Piece
    from jixiao.reading.spaced_header import SpacedHeader
    from jixiao.reading.spaced_rows import SpacedRow
    from jixiao.reading.spaced_words import SpacedLine, Word
    from jixiao.reading.wrapped_words import Words

__all__ = ["SpacedPart", "read_part"]

_PARTS = frozenset({"小计", "得分小计", "分值小计", "指标小计"})


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
) -> SpacedPart:
    """The rows from below a header to the end of its part; headers that come again are in it."""
    needs = header.needs
    placed: list[tuple[int, int, GridRow]] = []
    chunks: list[list[SpacedLine]] = [[]]
    at, again = header.last + 1, 0
    while at < len(lines):
        line = lines[at]
        if again < len(later) and later[again].first == at:
            if later[again].names != header.names:
                break
            placed.append((line.number, len(placed), header_row(later[again], 0)))
            at, again = later[again].last + 1, again + 1
            continue
        if _ends(line, words):
            break
        count = _sum_lines(lines, at, needs, words)
        if count:
            chunks.append([])
            held = [word for one in lines[at : at + count] for word in one.words]
            placed.append((line.number, len(placed), _sum_row(held, header, words)))
            at += count
            continue
        chunks[-1].append(line)
        at += 1
    for place, chunk in enumerate(chunks):
        rows, rest = _rows(chunk, header, words, first=place == 0)
        placed += ((one.line, len(placed), one.grid_row(len(needs))) for one in rows)
        placed += ((one.origin.line or 0, len(placed), _loose(one)) for one in rest)
    placed.sort(key=lambda one: one[:2])
    return SpacedPart(tuple(row for _, _, row in placed), again, at)


def _rows(
    chunk: Sequence[SpacedLine], header: SpacedHeader, words: Words, *, first: bool
) -> tuple[list[SpacedRow], list[Piece]]:
    """The rows in lines between two sums, and what belongs to none of them."""
    needs = header.needs
    whole = lines_as_rows(chunk, needs, words.form)
    if whole is None:
        lines = placed_lines(chunk, header, words)
        whole = None if lines is None else grid_rows(lines, needs)
    if whole is None:
        return runs_of(chunk, needs, words)
    rows, labels = whole
    if labels and not rows:
        return [], [piece for label in labels for piece in label.pieces]
    return with_labels(rows, labels, needs, words.form, first=first), []


def _loose(piece: Piece) -> GridRow:
    """A piece that belongs to no row, as a line of its own."""
    cell = GridCell(piece.text, 0, 0, origin=piece.origin)
    return GridRow(0, (cell,), 1, plain=True)


def _ends(line: SpacedLine, words: Words) -> bool:
    """Whether something else than a row begins with a line: a title, a note, a label, prose."""
    if line.printed.too_long or is_note(line.printed.text):
        return True
    if title_text(line.printed.row(0, None)) is not None:
        return True
    first = line.words[0].text
    if is_sum_name(first) or words.is_level1(first) or words.is_level2(first):
        return False
    head, mark, _ = key(first).partition(":")
    return words.is_label(first) or bool(mark and words.form.field_name(head))


def _sum_lines(lines: Sequence[SpacedLine], at: int, needs: Sequence[Need], words: Words) -> int:
    """How many lines from one on are a sum: its name, and figures on its line or below it."""
    line = lines[at].words
    named = next((i for i, word in enumerate(line) if not _is_level(word, words)), 0)
    if not _names(line[named].text):
        return 0
    behind = line[named + 1 :]
    if any(not is_figure_word(word.text) for word in behind[: needs.count(Need.NUMBER)]):
        return 0
    found = len(behind)
    count = 1
    while found < needs.count(Need.NUMBER) and at + count < len(lines):
        more = lines[at + count].words
        if not all(is_figure_word(word.text) for word in more):
            break
        found += len(more)
        count += 1
    return count if found else 0


def _is_level(word: Word, words: Words) -> bool:
    return words.is_level1(word.text) or words.is_level2(word.text)


def _names(text: str) -> bool:
    return is_sum_name(text) or key(text) in _PARTS


def _sum_row(held: Sequence[Word], header: SpacedHeader, words: Words) -> GridRow:
    """A sum with its figures in the columns of figures, where each has one."""
    needs = header.needs
    numbers = [at for at, need in enumerate(needs) if need is Need.NUMBER]
    named = next(at for at, word in enumerate(held) if not _is_level(word, words))
    cells: list[GridCell] = []
    for word in held[:named]:
        need = Need.LEVEL1 if words.is_level1(word.text) else Need.LEVEL2
        at = needs.index(need) if need in needs else 0
        cells.append(cell_of([word], 0, at + 1))
    part = key(held[named].text) in _PARTS
    cells.append(cell_of([held[named]], 0, 1 + (part or named > 0)))
    figures = [word for word in held[named + 1 :] if is_figure_word(word.text)]
    others = held[named + 1 + len(figures) :]
    columns = numbers if len(figures) == len(numbers) else _nearest(figures, header, numbers)
    for at, word in enumerate(figures):
        column = columns[at] + 1 if columns else len(needs) + 1 + at
        cells.append(cell_of([word], 0, column))
    if others:
        text = next((at for at, need in enumerate(needs) if need is Need.TEXT), len(needs) + 9)
        cells.append(cell_of(others, 0, text + 1))
    width = max(len(needs) + 1, *(cell.column + 1 for cell in cells))
    return GridRow(0, tuple(sorted(cells, key=lambda one: one.column)), width, placed=True)


def _nearest(
    figures: Sequence[Word], header: SpacedHeader, numbers: Sequence[int]
) -> list[int] | None:
    """The column of each figure by where it stands; None where a line was not kept in shape."""
    found: list[int] = []
    for word in figures:
        at = [
            one
            for one in numbers
            if header.headings[one].start < word.end and word.start < header.headings[one].end
        ]
        if len(at) != 1 or word.spaces <= 1:
            return None
        found.append(at[0])
    return found
