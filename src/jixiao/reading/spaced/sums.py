"""Sums among rows whose cells are parted by spaces: 总分 100 96, on one line or over several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.reading.fitting import Need
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.spaced.fit import is_figure_word
from jixiao.reading.spaced.words import cell_of
from jixiao.reading.sums.lines import is_sum_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.spaced.headings import SpacedHeader
    from jixiao.reading.spaced.words import SpacedLine, Word
    from jixiao.reading.wrapped.words import Words

__all__ = ["sum_lines", "sum_row"]

_PARTS = frozenset({"小计", "得分小计", "分值小计", "指标小计"})


def sum_lines(lines: Sequence[SpacedLine], at: int, needs: Sequence[Need], words: Words) -> int:
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


def sum_row(held: Sequence[Word], header: SpacedHeader, words: Words) -> GridRow:
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
