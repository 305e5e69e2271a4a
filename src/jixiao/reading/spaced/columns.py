"""Which column each word of a line stands in: that in whose room it stands alone.

What a column reaches over is known from its header and from the lines that fit in one way only.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.reading.fitting import PARENTS, Need
from jixiao.reading.fragments import Gap, Piece, joined, width_of
from jixiao.reading.spaced.continuing import goes_on
from jixiao.reading.spaced.fit import fit_line, is_figure_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.reading.spaced.headings import SpacedHeader
    from jixiao.reading.spaced.words import SpacedLine, Word
    from jixiao.reading.wrapped.words import Words

__all__ = ["Placed", "in_place", "is_in_shape", "placed_lines"]


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
    turned = False
    for at, line in enumerate(lines):
        held: dict[int, tuple[Piece, ...]] = {}
        turned = turned or "\f" in line.printed.text
        whole = _of_whole(line, needs, words) if turned else None
        unsure = turned and whole is None
        for place, word in enumerate(line.words):
            column, sure = (whole[place], True) if whole else _column(word, spans)
            if column is None or (needs[column] is Need.NUMBER and not is_figure_word(word.text)):
                return None
            unsure = unsure or not sure
            again = column in held
            held[column] = (*held.get(column, ()), word.piece(Gap.SPACE if again else Gap.BLANK))
        anchor = all(column in held for column in numbers or _body(needs))
        if not anchor and any(column in held for column in numbers):
            return None
        found.append(Placed(at, line.number, held, anchor, unsure))
    return found if numbers else _without_continuing(found, needs, words)


def _without_continuing(
    lines: Sequence[Placed], needs: Sequence[Need], words: Words
) -> list[Placed]:
    """The lines of a table without figures; one that may go on with the one above begins no row."""
    wide = {
        at: max(
            (width_of(joined(line.held.get(at, ()))) for line in lines if not line.unsure),
            default=0,
        )
        for at in _body(needs)
    }
    levels = [at for at in range(len(needs)) if at not in wide]
    found = list(lines[:1])
    for before, line in pairwise(lines):
        labels = [joined(line.held[at]) for at in levels if at in line.held]
        fresh = any(words.is_level1(one) or words.is_level2(one) for one in labels)
        more = line.anchor and not fresh and goes_on(before.held, line.held, needs, wide)
        found.append(evolve(line, anchor=False, unsure=True) if more else line)
    return found


def is_in_shape(lines: Sequence[SpacedLine]) -> bool:
    """Whether lines are printed with as many spaces as keep words below their headers."""
    wide = sum(any(word.spaces > 1 for word in line.words) for line in lines)
    gaps = {word.spaces for line in lines for word in line.words[1:]}
    return 2 * wide >= len(lines) and len(gaps) > 1


def in_place(
    lines: Sequence[SpacedLine], placed: Sequence[Placed], header: SpacedHeader, words: Words
) -> bool:
    """Whether the words of lines that fill not all columns stand where what they are puts them."""
    needs = header.needs
    for line, own in zip(lines, placed, strict=True):
        fit = fit_line(line.words, needs, words.form)
        if fit is None or (set(fit.columns) != set(own.held) and not own.unsure):
            return False
    return True


def _body(needs: Sequence[Need]) -> list[int]:
    """The columns of a table without figures that a line begins a row with: all but levels."""
    return [at for at, need in enumerate(needs) if need not in PARENTS]


def _of_whole(line: SpacedLine, needs: Sequence[Need], words: Words) -> tuple[int, ...] | None:
    """The columns of the words of a line that fills all but those of levels in one way only."""
    if len(line.words) < len(_body(needs)):
        return None
    fit = fit_line(line.words, needs, words.form)
    if fit is None or not fit.certain or not set(_body(needs)) <= set(fit.columns):
        return None
    return fit.columns


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
    if not is_in_shape(lines):
        return None
    turned = False
    for line in lines:
        turned = turned or "\f" in line.printed.text
        fit = fit_line(line.words, header.needs, words.form)
        if turned or fit is None or not fit.certain or len(line.words) < len(header.needs) // 2:
            continue
        for word, column in zip(line.words, fit.columns, strict=True):
            low, high = spans[column]
            spans[column] = (min(low, word.start), max(high, word.end))
    if any(one[1] > after[0] for one, after in pairwise(spans)):
        return None
    return spans
