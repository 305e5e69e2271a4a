"""What stands above and between the parts of a table whose cells are parted by spaces.

Lines of money under their headers, the goals in two columns, and labelled texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.reading.goals import heads_goals
from jixiao.reading.grid import GridRow
from jixiao.reading.segments import title_text
from jixiao.reading.spaced.money import money_at
from jixiao.reading.spaced.sources import sources_at
from jixiao.reading.spaced.words import cell_of
from jixiao.reading.wrapped.fields import prose_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.reading.spaced.words import SpacedLine, Word
    from jixiao.reading.wrapped.words import Words

__all__ = ["rows_above"]

_TWO = 2
_MOST = 200
_SIDE = 3
"""Lines of the label beside the goals at most."""


def rows_above(lines: Sequence[SpacedLine], words: Words, file: str | None) -> Iterator[GridRow]:
    """The rows of the lines between two parts."""
    at = done = 0
    while at < len(lines):
        found, first, last = (
            money_at(lines, at, words) or sources_at(lines, at, words) or _goals(lines, at, words)
        )
        if not found or first < done:
            at += 1
            continue
        yield from _prose(lines[done:first], words, file)
        yield from found
        at = done = last + 1
    yield from _prose(lines[done:], words, file)


def _prose(lines: Sequence[SpacedLine], words: Words, file: str | None) -> Iterator[GridRow]:
    return prose_rows([line.printed for line in lines], words, 0, file)


def _row(cells: Sequence[tuple[Word, int]]) -> GridRow:
    found = [cell_of([word], 0, column) for word, column in cells]
    return GridRow(0, tuple(found), max(cell.column for cell in found) + 1)


# ── goals ─────────────────────────────────────────────────────────────────────


def _goals(lines: Sequence[SpacedLine], at: int, words: Words) -> tuple[list[GridRow], int, int]:
    """The two columns of goals: their heads, the texts below them, and their first and last line.

    Texts that nothing parts stay lines of their own: no goal is made up of both columns.
    """
    line = lines[at].words
    head = _row([(word, column) for column, word in enumerate(line)])
    if not heads_goals(head):
        return [], at, at
    end = at + 1
    while end < len(lines) and end - at < _MOST and not _begins(lines, end, words):
        end += 1
    texts = lines[at + 1 : end]
    first = at - _label_above(lines, at, words)
    side = [one.printed.row(0, None) for one in lines[first:at]]
    last = len(line) - 1
    if len(texts) == 1 and len(texts[0].words) == _TWO and not side:
        pair = texts[0].words
        return [head, _row([(pair[0], last - 1), (pair[1], last)])], first, end - 1
    loose = [one.printed.row(0, None) for one in lines[at:end]]
    return [*side, *loose], first, end - 1


def _label_above(lines: Sequence[SpacedLine], at: int, words: Words) -> int:
    """How many lines above the heads are the label beside them: 年度总体, 目标."""
    for count in range(1, min(_SIDE, at) + 1):
        if words.is_label("".join(one.printed.text for one in lines[at - count : at])):
            return count
    return 0


def _begins(lines: Sequence[SpacedLine], at: int, words: Words) -> bool:
    """Whether something else than the texts of goals begins with a line."""
    return title_text(lines[at].printed.row(0, None)) is not None or (
        words.is_label(lines[at].words[0].text) or money_at(lines, at, words) is not None
    )
