"""Cells of a table of pipes that hold two: a pipe between them was lost, and a label tells.

What such a cell holds, and the rows behind it as far as the next label of a level, is doubtful.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.reading.doubts import Doubt
from jixiao.reading.grid import key
from jixiao.reading.labels import FUNDING_HEADS
from jixiao.reading.money.columns import money_meaning
from jixiao.reading.piped.header import is_known
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jixiao.reading.grid import GridRow
    from jixiao.reading.wrapped.words import Words

__all__ = ["holds_two", "with_doubts"]

_LONGEST = 60
_LEVEL = "指标"
_SHORT = 3
"""A word of fewer letters (原因, 目标) may stand in any name."""


def holds_two(text: str, words: Words) -> bool:
    """Whether a cell holds a label and something else, with a gap between them.

    >>> from jixiao.reading.wrapped.words import words_of
    >>> words = words_of(())
    >>> holds_two("少一人 质量指标", words), holds_two("质量 指标", words)
    (True, False)
    """
    if len(text) > _LONGEST or "\n" in text or ":" in key(text):
        return False
    parts = text.split()
    if len(parts) < 2 or _is_level(text, words) or _is_label(text, words):  # noqa: PLR2004 - two
        return False
    ends = ["".join(parts[:at]) for at in range(1, len(parts))]
    tails = ["".join(parts[at:]) for at in range(1, len(parts))]
    pairs = [pair for pair in zip(ends, tails, strict=True) if not key(pair[1]).startswith("(")]
    return any(
        _is_label(left, words)
        or _is_label(right, words)
        or (_is_money(left, words) and _is_money(right, words))
        for left, right in pairs
    )


def _is_level(text: str, words: Words) -> bool:
    return words.is_level1(text) or words.is_level2(text)


def _may_be_level(text: str) -> bool:
    """Whether a text may be a label of a level that nobody knows."""
    return len(text) <= _LONGEST and key(text).endswith(_LEVEL)


def _is_label(text: str, words: Words) -> bool:
    """Whether a text is the label of a level, of a field or of money, and no word of a sentence."""
    name = key(text)
    if len(name) < _SHORT:
        return False
    if name.endswith(_LEVEL) and _is_level(text, words):
        return True
    money = words.form.source_name(text) is not None or FUNDING_HEADS.fullmatch(name)
    return bool(money) or is_known(text) or words.is_label(text)


def _is_money(text: str, words: Words) -> bool:
    """Whether a text is the header of a column of money, or another label."""
    return money_meaning(key(text)) is not None or _is_label(text, words)


def with_doubts(rows: Iterable[GridRow], words: Words) -> Iterator[GridRow]:
    """The rows; doubted where a cell holds two, and on to the next label of a level."""
    torn = slot = False
    for row in rows:
        if row.plain or not row.cells:
            yield row
            continue
        two = next((one.text for one in row.cells if holds_two(one.text, words)), None)
        levels = any(_is_level(one.text, words) for one in row.cells)
        torn = two is not None or (torn and not levels)
        torn = torn or (slot and not levels and _may_be_level(row.cells[0].text))
        slot = all(_is_level(one.text, words) for one in row.cells)
        if not torn or row.doubts:
            yield row
            continue
        text = row.cells[0].text if two is None else two
        shown = " ".join(text.split())[:30]
        yield evolve(row, doubts=(Doubt(RowStatus.SUSPECTED, "T99", (("text", shown),)),))
