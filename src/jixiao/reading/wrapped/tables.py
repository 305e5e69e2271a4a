"""The word-wrapped dialect: no tabs, each line of each cell on a line of its own.

Headers are looked for first. What stands above one are labelled texts; below it rows are read up to
the words that end them, and a text that begins with a label ends the part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, evolve, field

from jixiao.limits import DEFAULT_LIMITS, Limits
from jixiao.reading.fragments import Gap, Piece, Printed, pieces_of, printed_lines
from jixiao.reading.grid import GridRow, is_page_text, key, may_begin, split_lines
from jixiao.reading.indicators import is_note
from jixiao.reading.segments import title_of
from jixiao.reading.tails import Tail
from jixiao.reading.tokens import is_placeholder_name
from jixiao.reading.wrapped.cuts import is_value
from jixiao.reading.wrapped.fields import label_lines, prose_rows
from jixiao.reading.wrapped.gaps import with_gaps
from jixiao.reading.wrapped.header import WrappedHeader, header_at, header_cells
from jixiao.reading.wrapped.rows import (
    Body,
    Frame,
    body_of,
    decide,
    frame_of,
    names_of,
    row_of,
    widths_of,
    with_hidden_labels,
)
from jixiao.reading.wrapped.words import SIDE_LABELS, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.reading.wrapped.cuts import Widths
    from jixiao.reading.wrapped.words import Words
    from jixiao.rules import Ruleset

__all__ = ["is_wrapped", "wrapped_rows"]

_ENOUGH = 20
_SHORT = 16
_SHARE = 0.6
"""The share of short lines in a text of this dialect."""
_SIDE = 4
_SIDE_HEADS = frozenset(name[0] for name in SIDE_LABELS)
_NO_ROW = 200
"""Pieces without the end of a row after which the part is over."""


def is_wrapped(text: str) -> bool:
    r"""Whether most lines of a text are short and none has a tab, and a header is cut into them.

    >>> is_wrapped("一级\n\n指标\n\n二级\n\n指标\n\n" * 6), is_wrapped("一级指标\t二级指标\n" * 30)
    (True, False)
    """
    shown = [line for line in split_lines(text) if line and not line.isspace()]
    tabs = sum("\t" in line for line in shown)
    short = sum(len(line) <= _SHORT for line in shown)
    if len(shown) < _ENOUGH or 20 * tabs > len(shown) or short < _SHARE * len(shown):
        return False
    letters = "".join(line for line in shown if len(line) <= 4 * _SHORT)
    together = "".join(letters.split())
    return "一级指标" in together and "二级指标" in together


def wrapped_rows(
    text: str,
    rulesets: Sequence[Ruleset],
    *,
    file: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[GridRow]:
    """The rows of a text in this dialect, each cell in the column of its header."""
    return iter(_Reader(with_gaps(tuple(printed_lines(text, limits))), rulesets, file).rows())


@define
class _Part:
    """An indicator part: its header, what stands beside it, and its rows and repeated headers."""

    header: WrappedHeader
    side: tuple[Piece, ...]
    frame: Frame
    found: list[Body | WrappedHeader] = field(factory=list)

    @property
    def bodies(self) -> list[Body]:
        """Its rows."""
        return [one for one in self.found if isinstance(one, Body)]


class _Reader:
    """Goes through the pieces once; the rows are cut when all of them are known."""

    def __init__(
        self, lines: Sequence[Printed], rulesets: Sequence[Ruleset], file: str | None
    ) -> None:
        self.words = words_of(rulesets)
        self.file = file
        self.marks = tuple(line for line in lines if is_page_text(line.text))
        self.lines = tuple(_without_marks(lines))
        self.pieces: list[Piece] = []
        self.line_of: list[int] = []
        self.starts: list[int] = []
        for at, line in enumerate(self.lines):
            self.starts.append(len(self.pieces))
            found = pieces_of(line, file)
            self.pieces += found
            self.line_of += [at] * len(found)
        self.starts.append(len(self.pieces))
        self.parts: list[_Part | tuple[Printed, ...]] = []

    def rows(self) -> list[GridRow]:
        """All rows, in the order of the text, and the marks of pages behind them."""
        self.gather()
        self.cut()
        rows: list[GridRow] = []
        for part in self.parts:
            if isinstance(part, _Part):
                rows += _part_rows(part, len(rows))
            else:
                rows += prose_rows(part, self.words, len(rows), self.file)
        rows += (line.row(len(rows) + at, self.file) for at, line in enumerate(self.marks))
        return rows

    # ── parts ─────────────────────────────────────────────────────────────────

    def gather(self) -> None:
        """Parts with headers, and the lines between them."""
        at = done = 0
        while at < len(self.lines):
            start = self.starts[at]
            header = header_at(self.pieces, start, self.words)
            if header is None:
                at += 1
                continue
            first = at - self.beside(at, done)
            if first > done:
                self.parts.append(self.lines[done:first])
            side = tuple(self.pieces[self.starts[first] : start])
            part = _Part(header, side, frame_of(header, self.words))
            self.parts.append(part)
            at = done = self.line_at(self.read_part(part, start + header.count))
        if done < len(self.lines):
            self.parts.append(self.lines[done:])

    def beside(self, at: int, done: int) -> int:
        """How many lines above a header stand beside the part as a whole."""
        for count in range(1, min(_SIDE, at - done) + 1):
            if key("".join(one.text for one in self.lines[at - count : at])) in SIDE_LABELS:
                return count
        return 0

    def line_at(self, piece: int) -> int:
        """The line on which a piece stands."""
        return self.line_of[piece] if piece < len(self.pieces) else len(self.lines)

    def read_part(self, part: _Part, start: int) -> int:
        """The rows below a header; returns the piece with which the next part begins."""
        begun = at = start
        damaged = False
        while at < len(self.pieces):
            fresh = at == self.starts[self.line_of[at]]
            if fresh and at - begun > _NO_ROW:
                break
            if fresh and at == begun and self.opens_prose(self.line_of[at]):
                return at
            again = header_at(self.pieces, at, self.words) if fresh else None
            if again is not None and again.names == part.header.names and at == begun:
                part.found.append(again)
                begun = at = at + again.count
                continue
            if again is not None:
                break
            tail = self.tail(part.frame, begun, at)
            if tail is None:
                at += 1
                continue
            self.take(part, begun, at, tail, damaged=damaged)
            damaged = not tail.whole
            begun = at = at + tail.count
        return self.finish(part, begun, at)

    def tail(self, frame: Frame, begun: int, at: int) -> Tail | None:
        """The end of a row at a piece; where no words end rows, the last of the values does."""
        if frame.ends:
            return frame.tails.at(self.pieces, at) if at > begun else None
        count = len(frame.values)
        last = self.pieces[at + 1 - count : at + 1]
        if at - begun < count or not count:
            return None
        ended = all(is_value(piece.text) for piece in last)
        return Tail((), 0) if ended else None

    def take(self, part: _Part, begun: int, at: int, tail: Tail, *, damaged: bool) -> None:
        """A row, and before it the placeholders that stand for rows which are not there."""
        pieces, end = self.pieces[begun:at], self.pieces[at : at + tail.count]
        while len(pieces) > 1 and is_placeholder_name(pieces[0].text):
            if not pieces[1].gap.parts_cells or pieces[1].gap is Gap.ADJACENT:
                part.found.append(Body((), (), (pieces[0],), None))
                pieces = pieces[1:]
            else:
                break
        part.found.append(body_of(pieces, tail, end, self.words, damaged=damaged))

    def opens_prose(self, at: int) -> bool:
        """Whether a line is a title, a note or a label, so that no row begins with it."""
        line = self.lines[at]
        if line.too_long or is_note(line.text):
            return True
        if title_of(line.text) is not None:
            return True
        return label_lines(self.lines, at, self.words) > 0 or self.next_is_side(at)

    def next_is_side(self, at: int) -> bool:
        """Whether a label that stands beside another part begins with a line."""
        return may_begin(self.lines[at].text, _SIDE_HEADS) and any(
            key("".join(one.text for one in self.lines[at : at + count])) in SIDE_LABELS
            for count in range(1, _SIDE + 1)
        )

    def finish(self, part: _Part, begun: int, at: int) -> int:
        """What is left behind the last row that ended: a row without an end, or no row."""
        while begun < at and is_placeholder_name(self.pieces[begun].text):
            part.found.append(Body((), (), (self.pieces[begun],), None))
            begun += 1
        stop = next(
            (
                self.starts[line]
                for line in range(self.line_at(begun), self.line_at(at))
                if self.starts[line] >= begun and self.opens_prose(line)
            ),
            min(at, len(self.pieces)),
        )
        if begun < stop:
            body = body_of(self.pieces[begun:stop], None, (), self.words, damaged=True)
            part.found.append(body)
        return stop

    # ── cuts ──────────────────────────────────────────────────────────────────

    def cut(self) -> None:
        """Every row cut: first what is certain, then what that tells about the rest."""
        parts = [part for part in self.parts if isinstance(part, _Part)]
        none: frozenset[str] = frozenset()
        for part in parts:
            empty = (None,) * (1 + len(part.frame.values))
            _decide(part, none, empty, self.words)
        known = frozenset().union(*(names_of(part.bodies) for part in parts))
        for part in parts:
            _decide(part, known, widths_of(part.bodies, part.frame), self.words)


def _decide(part: _Part, known: frozenset[str], widths: Widths, words: Words) -> None:
    decided = [
        decide(one, part.frame, known, widths, words)
        if isinstance(one, Body) and (one.tail is not None or one.damaged)
        else one
        for one in part.found
    ]
    marked = iter(with_hidden_labels([one for one in decided if isinstance(one, Body)]))
    part.found = [next(marked) if isinstance(one, Body) else one for one in decided]


def _without_marks(lines: Sequence[Printed]) -> Iterator[Printed]:
    """The lines without the numbers of pages; a page ends where one stood."""
    page = False
    for line in lines:
        if is_page_text(line.text):
            page = True
        else:
            yield evolve(line, gap=Gap.PAGE) if page else line
            page = False


def _part_rows(part: _Part, index: int) -> list[GridRow]:
    rows = list(header_cells(part.header, index, part.side))
    for one in part.found:
        at = index + len(rows)
        if isinstance(one, Body):
            rows.append(row_of(one, part.frame, at))
        else:
            rows += header_cells(one, at)
    return rows
