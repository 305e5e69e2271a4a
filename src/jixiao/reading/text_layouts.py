"""Which way a text writes tables: a row or a cell a line, wrapped, by spaces, pipes or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jixiao.reading.glued.lists import is_listed, list_rows
from jixiao.reading.glued.tables import glued_rows, is_glued
from jixiao.reading.grid import split_lines, text_rows
from jixiao.reading.piped.tables import lines_of, piped_rows
from jixiao.reading.spaced.tables import is_spaced, spaced_rows
from jixiao.reading.stacked import is_stacked, stacked_rows
from jixiao.reading.wrapped.tables import is_wrapped, wrapped_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.limits import Limits
    from jixiao.reading.grid import GridRow
    from jixiao.rules import Ruleset

    Rulesets = Sequence[Ruleset] | Callable[[tuple[str, ...]], Sequence[Ruleset]]

__all__ = ["rows_of_text"]


def rows_of_text(
    text: str, rulesets: Rulesets, *, file: str | None, limits: Limits
) -> tuple[GridRow, ...]:
    r"""The rows of a text in the dialect that it is written in.

    `rulesets` are those whose forms may be met, or what finds them from the lines of the text.

    >>> from jixiao.limits import DEFAULT_LIMITS
    >>> rows = rows_of_text("一级指标\t二级指标\n产出", (), file=None, limits=DEFAULT_LIMITS)
    >>> [len(row.cells) for row in rows]
    [2, 1]
    """
    if is_stacked(text):
        return tuple(stacked_rows(text, file=file, limits=limits))
    piped = lines_of(text, limits)
    wrapped = not piped and is_wrapped(text)
    spaced = not piped and is_spaced(text, wrapped=wrapped, limits=limits)
    glued = not (piped or wrapped or spaced) and is_glued(text)
    listed = not (piped or wrapped or spaced or glued) and is_listed(text)
    if piped or wrapped or spaced or glued or listed:
        known = rulesets if isinstance(rulesets, Sequence) else rulesets(tuple(split_lines(text)))
        if piped:
            return tuple(piped_rows(piped, known, file=file))
        if glued or listed:
            cut = glued_rows if glued else list_rows
            return tuple(cut(text, known, file=file, limits=limits))
        rows = spaced_rows if spaced else wrapped_rows
        return tuple(rows(text, known, file=file, limits=limits))
    return tuple(text_rows(text, file=file, limits=limits))
