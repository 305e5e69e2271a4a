"""Which column each word of a line stands in: that in whose room it stands alone.

What a column reaches over is known from its header and from the lines that fit in one way only.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.reading.fitting import Need
from jixiao.reading.fragments import Gap, Piece
from jixiao.reading.spaced_fit import fit_line, is_figure_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.reading.spaced_headings import SpacedHeader
    from jixiao.reading.spaced_words import SpacedLine, Word
    from jixiao.reading.wrapped_words import Words

__all__ = ["Placed", "placed_lines"]


@frozen
class Placed:
    """A line with its words by column; an anchor has the figures of a row."""

    at: int
    number: int
    held: Mapping[int, tuple[Piece, ...]]
    anchor: bool
    unsure: bool = False
    """Whether a word of it stands between two columns."""


def placed_lines(
    lines: Sequence[SpacedLine], header: SpacedHeader, words: Words
) -> list[Placed] | None:
    """The lines with their words by column; None where any word stands in none for certain."""
    spans = _spans(lines, header, words)
    if spans is None:
        return None
    needs = header.needs
    numbers = [at for at, need in enumerate(needs) if need is Need.NUMBER]
    found: list[Placed] = []
    for at, line in enumerate(lines):
        held: dict[int, tuple[Piece, ...]] = {}
        unsure = False
        for word in line.words:
            column, sure = _column(word, spans)
            if column is None or (needs[column] is Need.NUMBER and not is_figure_word(word.text)):
                return None
            unsure = unsure or not sure
            again = column in held
            held[column] = (*held.get(column, ()), word.piece(Gap.SPACE if again else Gap.BLANK))
        anchor = all(column in held for column in numbers) and bool(numbers)
        if not anchor and any(column in held for column in numbers):
            return None
        found.append(Placed(at, line.number, held, anchor, unsure))
    return found


def _column(word: Word, spans: Sequence[tuple[int, int]]) -> tuple[int | None, bool]:
    """The column in whose room a word stands, and whether it is the only one."""
    last = len(spans) - 1
    over = [
        at
        for at in range(last + 1)
        if (at == 0 or spans[at - 1][1] <= word.start)
        and (at == last or word.end <= spans[at + 1][0])
    ]
    if len(over) == 1:
        return over[0], True
    inside = [at for at, (low, high) in enumerate(spans) if word.start < high and low < word.end]
    if len(inside) == 1:
        return inside[0], len(over) == 0
    if not over:
        return None, False
    return min(over, key=lambda at: max(spans[at][0] - word.end, word.start - spans[at][1])), False


def _spans(
    lines: Sequence[SpacedLine], header: SpacedHeader, words: Words
) -> list[tuple[int, int]] | None:
    """From where to where each column is known to reach; None where lines lost their shape.

    What stands in a column is known from the header and from the lines that fit in one way only.
    """
    spans = [(one.start, one.end) for one in header.headings]
    wide = 0
    for line in lines:
        wide += any(word.spaces > 1 for word in line.words)
        fit = fit_line(line.words, header.needs, words.form)
        if fit is None or not fit.certain or len(line.words) < len(header.needs) // 2:
            continue
        for word, column in zip(line.words, fit.columns, strict=True):
            low, high = spans[column]
            spans[column] = (min(low, word.start), max(high, word.end))
    if 2 * wide < len(lines) or any(one[1] > after[0] for one, after in pairwise(spans)):
        return None
    return spans
