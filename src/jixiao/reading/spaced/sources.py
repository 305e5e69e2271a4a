"""Sources of money with one amount each, their cells parted by spaces or a cell a line.

年度资金总额 10, 其中：财政拨款 10: they begin with the whole, and nothing that may be one more
source stands behind them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.labels import FUNDING_HEADS
from jixiao.reading.money.amounts import is_amount, is_blank_mark
from jixiao.reading.money.columns import money_meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.spaced.words import SpacedLine, Word
    from jixiao.reading.wrapped.words import Words

__all__ = ["sources_at"]

_WHOLE = re.compile(r"(总额|合计)$")
_GLUED = re.compile(r"([^:：]{2,24}[:：])([^:：]+)")
_LONGEST = 24
_HEADS = 2
"""Lines of heads above the first source at most: 资金来源, 年初安排金额（万元）."""


def sources_at(
    lines: Sequence[SpacedLine], at: int, words: Words
) -> tuple[list[GridRow], int, int] | None:
    """The sources that begin on a line: their rows, and their first and last line.

    None where more than one amount stands beside a source, where the first is not the whole, or
    where what follows may be one more source whose name is not known.
    """
    rows, start = _heads(lines, at)
    items: list[tuple[list[Word], Word | None]] = []
    place = start
    while place < len(lines):
        found = _item(lines, place, words)
        if found is None:
            break
        name, amounts, count = found
        if len(amounts) > 1:
            return None
        items.append((name, amounts[0] if amounts else None))
        place += count
    if not items or not _WHOLE.search(words.form.source_name(_text(items[0][0])) or ""):
        return None
    amounts_held = [amount for _, amount in items if amount is not None]
    more = lines[place].words if place < len(lines) else ()
    if not amounts_held or (more and _is_figure(more[-1])):
        return None
    side = _side(lines[start].words) if start < len(lines) else 0
    for number, (name, amount) in enumerate(items):
        cells = [_cell(lines[start].words[:side], 0)] if side and not number else []
        cells.append(_cell(name, 1))
        if amount is not None:
            cells.append(_cell([amount], 2))
        rows.append(GridRow(0, tuple(cells), 3, placed=True))
    return rows, at, place - 1


def _heads(lines: Sequence[SpacedLine], at: int) -> tuple[list[GridRow], int]:
    """The rows of heads alone on their lines, and the line behind them."""
    rows: list[GridRow] = []
    place = at
    while place < len(lines) and place - at <= _HEADS:
        own = lines[place].words
        name = key(_text(own))
        column = 0 if FUNDING_HEADS.fullmatch(name) else 2
        if any(_is_figure(word) for word in own):
            break
        if column and (money_meaning(name) is None or place == at):
            break
        rows.append(GridRow(0, (_cell(own, column),), 3, placed=True))
        place += 1
    return rows, place


def _side(own: Sequence[Word]) -> int:
    """How many words head the part before its first source."""
    return next(
        (count for count in (2, 1) if FUNDING_HEADS.fullmatch(key(_text(own[:count])))),
        0,
    )


def _item(
    lines: Sequence[SpacedLine], at: int, words: Words
) -> tuple[list[Word], list[Word], int] | None:
    """A source, its amounts, and how many lines they are; None where none begins on a line."""
    own = _parted(lines[at].words)
    own = own[_side(own) :]
    first = next((place for place, word in enumerate(own) if _is_figure(word)), len(own))
    name, amounts = own[:first], own[first:]
    text = _text(name)
    if not name or len(text) > _LONGEST or words.form.source_name(text) is None:
        return None
    if not all(_is_figure(word) for word in amounts):
        return None
    count = 1
    while not own[first:] and at + count < len(lines):
        more = lines[at + count].words
        if len(more) != 1 or not _is_figure(more[0]):
            break
        amounts.append(more[0])
        count += 1
    return name, amounts, count


def _parted(own: Sequence[Word]) -> list[Word]:
    """The words of a line, an amount that runs on behind its colon by itself."""
    found: list[Word] = []
    for word in own:
        match = _GLUED.fullmatch(word.text)
        if match is None or not is_amount(match[2]):
            found.append(word)
            continue
        at = match.start(2)
        place = evolve(word.origin, column=(word.origin.column or 1) + at)
        found += (
            evolve(word, text=match[1]),
            evolve(word, text=match[2], start=word.start + at, spaces=0, origin=place),
        )
    return found


def _is_figure(word: Word) -> bool:
    return is_amount(word.text) or is_blank_mark(word.text)


def _text(own: Sequence[Word]) -> str:
    return "".join(word.text for word in own)


def _cell(own: Sequence[Word], column: int) -> GridCell:
    return GridCell(" ".join(word.text for word in own), 0, column, origin=own[0].origin)
