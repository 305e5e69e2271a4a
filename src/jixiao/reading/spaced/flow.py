"""Rows of a part whose lines are not those of the table: a whole page on one line, cells a line.

A row that was cut out of such a text is certain where each of its cells is one word, none is
missing, and the weights add up; where the text has lines of its own, being whole is enough to be
moved only; all other rows are a guess and said to be.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.reading.doubts import Doubt
from jixiao.reading.fitting import PARENTS, Need
from jixiao.reading.fragments import Gap, compared
from jixiao.reading.grid import key
from jixiao.reading.spaced.levels import with_labels
from jixiao.reading.spaced.rows import Label, SpacedRow, Trust, guessed
from jixiao.reading.spaced.stream import heads_level, rows_of_stream
from jixiao.reading.spaced.whole import StreamRow, Unit
from jixiao.reading.wrapped.words import SIDE_LABELS
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.fragments import Piece
    from jixiao.reading.spaced.words import SpacedLine, Word
    from jixiao.reading.wrapped.words import Words

__all__ = ["Flow", "flowing_rows", "is_even", "pieces_of_units", "told", "units_of"]

_CELLS = 1.5
"""Words that lines have at least which are not cells."""
_DOTS = re.compile(r"[.…·]{2,}")
_LABEL = 3
"""Lines that a label may be broken over: 可持续 / 影响 / 指标."""
_SHARE = 2
"""One row in so many, and one more, must be whole."""


@frozen
class Flow:
    """Rows, and what belongs to none: the label beside all, dots that say that a list goes on."""

    rows: list[SpacedRow]
    aside: list[Piece]


def flowing_rows(
    lines: Sequence[SpacedLine], needs: Sequence[Need], words: Words, *, first: bool
) -> Flow | None:
    """The rows of the lines of a part laid over its columns; None where they are mostly guesses.

    Rows that are not whole carry a doubt; those that are have none yet.
    """
    units, aside = units_of(lines, words)
    several = len(lines) > 1 and len(units) > _CELLS * len(lines)
    found = rows_of_stream(units, needs, words.form, lines=several)
    if found is None:
        return None
    named = [one for one in found if not all(needs[at] in PARENTS for at in one.held)]
    if _SHARE * sum(one.whole for one in named) <= len(named):
        return None
    rows = [_row(one, needs, place, words) for place, one in enumerate(found)]
    labels = [
        Label(at, pieces := pieces_of_units(own), (place,) * len(pieces))
        for place, one in enumerate(found)
        for at, own in one.held.items()
        if _is_label(own, needs[at], words)
    ]
    told_rows = with_labels(rows, labels, needs, words.form, first=first)
    return Flow(told_rows, aside)


def units_of(lines: Sequence[SpacedLine], words: Words) -> tuple[list[Unit], list[Piece]]:
    """The words of lines, labels that were broken over lines put together; and what is no cell."""
    found: list[Unit] = []
    aside: list[Piece] = []
    at = 0
    while at < len(lines):
        own = lines[at].words
        for place, word in enumerate(own):
            piece = word.piece(Gap.BLANK)
            beside = not found and key(word.text) in SIDE_LABELS and len(own) > 1
            dots = _DOTS.fullmatch(word.text) is not None and not lines[at].blanks
            if beside or dots:
                aside.append(piece)
                continue
            pieces: tuple[Piece, ...] = (piece,)
            if place == len(own) - 1 and not lines[at].blanks:
                more = _label_lines(word, lines, at + 1, words)
                pieces += tuple(one.piece(Gap.BLANK) for one in more)
                at += len(more)
            found.append(Unit(pieces, begins=place == 0))
        last = lines[at].words[-1]
        blank = evolve(last, text="").piece(Gap.BLANK)
        found += [Unit((blank,), begins=True)] * lines[at].blanks
        at += 1
    return found, aside


def _label_lines(word: Word, lines: Sequence[SpacedLine], start: int, words: Words) -> list[Word]:
    """The words of the lines that go on with a label: 可持续 / 影响 / 指标."""
    text = word.text
    held: list[Word] = []
    best: list[Word] = []
    for line in lines[start : start + _LABEL - 1]:
        more = line.words[0]
        if (
            len(line.words) != 1
            or (held and lines[start + len(held) - 1].blanks)
            or words.is_level1(more.text)
            or words.is_level2(more.text)
        ):
            break
        text += more.text
        held.append(more)
        behind = lines[start + len(held)].words[0] if start + len(held) < len(lines) else None
        unknown = heads_level(key(text)) and behind is not None and words.is_level2(behind.text)
        if words.is_level1(text) or words.is_level2(text) or unknown:
            best = list(held)
    return best


def _is_label(own: Sequence[Unit], need: Need, words: Words) -> bool:
    text = own[0].text
    if need not in PARENTS:
        return False
    return words.is_level1(text) or (need is Need.LEVEL2 and words.is_level2(text))


def _row(one: StreamRow, needs: Sequence[Need], place: int, words: Words) -> SpacedRow:
    held = {
        at: pieces_of_units(own)
        for at, own in one.held.items()
        if own[0].text and not _is_label(own, needs[at], words)
    }
    first = one.first.origin
    row = SpacedRow(
        first.line or 0,
        held,
        (),
        place,
        place,
        column=first.column or 0,
        trust=_trust(one),
    )
    if not one.whole:
        name = held.get(needs.index(Need.LEVEL3), ())
        return row.doubted(guessed(name or (one.first,)))
    return row


def _trust(one: StreamRow) -> Trust:
    if not one.sound:
        return Trust.NONE
    return Trust.LINE if one.lined else Trust.VALUES if one.valued else Trust.NONE


def pieces_of_units(units: Sequence[Unit]) -> tuple[Piece, ...]:
    """The pieces of a cell; words of one line keep a space between them."""
    found: list[Piece] = []
    for unit in units:
        first, *rest = unit.pieces
        alike = found and found[-1].origin.line == first.origin.line
        found += (evolve(first, gap=Gap.SPACE) if alike else first, *rest)
    return tuple(found)


def is_even(rows: Sequence[SpacedRow], needs: Sequence[Need]) -> bool:
    """Whether name and values take turns all through: each row whole, its values no words.

    Where one cell were missing, or one more line there, at least one row would not come out so.
    """
    named = [row for row in rows if not all(needs[at] in PARENTS for at in row.held)]
    return len(named) > 1 and all(row.trust is Trust.VALUES and not row.doubts for row in named)


def told(row: SpacedRow, needs: Sequence[Need], *, proven: bool, lines: bool) -> SpacedRow:
    """The row with what its weights prove, or with the doubt that nothing proves it."""
    if not row.held or proven or all(needs[at] in PARENTS for at in row.held):
        return row
    name = row.held.get(needs.index(Need.LEVEL3), ())
    if lines and row.trust is Trust.LINE:
        return row
    if lines and row.trust is Trust.VALUES:
        text = compared(name)[:30]
        return row.doubted(Doubt(RowStatus.MOVED, "T98", (("name", text),)))
    return row.doubted(guessed(name))
