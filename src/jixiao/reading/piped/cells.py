"""Lines parted by pipes as cells in a row, or as rows of cells: cells may go on over lines.

A line without a pipe is the beginning of the next cell where both together are a label, or where
the cell above is not closed; elsewhere it is a text of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.reading.grid import GridCell, GridRow, is_page_text, key
from jixiao.reading.labels import FUNDING_HEADS
from jixiao.reading.piped.grid import PipedRow
from jixiao.reading.piped.header import PipedCell, heads_level, is_known
from jixiao.reading.piped.lines import PipedLine, closes_cells, opens_with_pipe
from jixiao.reading.segments import title_of
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.wrapped.words import Words

__all__ = ["rows_of_lines", "stream_of_lines"]

_KNOWN = 30
_LINE = 12
_BLANK = PipedCell("", GridCell("", 0, 0))
_FILL = PipedCell("", GridCell("", 0, 0), fills=True)
_WRAPPED = 3
"""Lines of a label at most."""


def _cell(  # noqa: PLR0913 - a text, its place, and what is known of it
    text: str, number: int, at: int, file: str | None, *, fills: bool = False, joined: bool = False
) -> PipedCell:
    if not text.strip():
        return _FILL if fills else _BLANK
    place = Origin(file=file, line=number, column=at + 1)
    return PipedCell(text, GridCell(text, 0, 0, origin=place), fills=fills, joined=joined)


def _text_row(line: PipedLine, file: str | None) -> GridRow:
    """A line without a pipe: a title, a note, prose, or cells between tabs."""
    cells = tuple(
        _cell(text, line.number, at, file).at(0, at)
        for at, text in enumerate(line.texts)
        if text.strip()
    )
    return GridRow(0, cells, len(line.texts), plain=len(line.texts) == 1, too_long=line.too_long)


def _is_whole(text: str, words: Words) -> bool:
    """Whether a text is the whole of a label, a level, a header or a title."""
    if len(text) > _KNOWN:
        return False
    return bool(
        is_known(text)
        or FUNDING_HEADS.fullmatch(key(text))
        or words.is_label(text)
        or words.is_level1(text)
        or words.is_level2(text)
        or words.form.source_name(text)
        or title_of(text.strip())
    )


def _stands_alone(line: PipedLine) -> bool:
    """Whether a line without a pipe is surely no part of a cell."""
    text = line.texts[0]
    return (
        line.too_long or line.pipes > 0 or is_page_text(text) or title_of(text.strip()) is not None
    )


def _before(
    pending: Sequence[PipedLine], text: str, words: Words, *, inside: bool, body: bool = False
) -> tuple[int, bool]:
    """How many lines before a cell are the beginning of it, and whether that is a guess."""
    for count in range(1, min(len(pending), _WRAPPED) + 1):
        together = "".join(line.texts[0].strip() for line in pending[-count:]) + text.strip()
        if _is_whole(together, words):
            return count, False
    if not inside or not pending or (text.strip() and _is_whole(text, words)):
        return 0, False
    if not (body or _is_prose(pending[-1].texts[0], text)):
        return 0, False
    return len(pending), True


def _is_field(text: str, words: Words) -> bool:
    """Whether a cell is the label of a field, below the indicators."""
    return bool(text.strip()) and len(text) <= _KNOWN and words.is_label(text)


def _is_prose(line: str, text: str) -> bool:
    """Whether a line and the text below it are long enough to be parts of one text."""
    return len(line.strip()) > _LINE or len(text.strip()) > _LINE


def stream_of_lines(
    lines: Sequence[PipedLine], words: Words, file: str | None
) -> tuple[list[PipedCell], list[GridRow]]:
    """The cells in the order of the text, and the lines that are none."""
    cells: list[PipedCell] = []
    plain: list[GridRow] = []
    pending: list[PipedLine] = []
    tail: tuple[str, int] | None = None
    body = False
    for line in lines:
        if not line.drawn:
            if _stands_alone(line) or not cells:
                plain.append(_text_row(line, file))
            else:
                pending.append(line)
            continue
        texts = list(line.texts)
        number, joined = line.number, False
        if tail is not None:
            pending.insert(0, PipedLine(tail[1], (tail[0],)))
            count, joined = len(pending), bool(texts[0].strip()) or len(pending) > 1
        else:
            count, joined = _before(pending, texts[0], words, inside=bool(cells), body=body)
        taken = pending[len(pending) - count :]
        plain += (_text_row(one, file) for one in pending[: len(pending) - count])
        if taken:
            number = taken[0].number
            parts = [*(one.texts[0] for one in taken), texts[0]]
            texts[0] = "\n".join(part for part in parts if part.strip())
        pending = []
        body = body or any(heads_level(text) > 1 for text in texts)
        body = body and not any(_is_field(text, words) for text in texts)
        first_pad = line.pipes - line.pads
        for at, text in enumerate(texts[:-1]):
            cells.append(
                _cell(
                    text,
                    line.number if at else number,
                    at,
                    file,
                    fills=line.pads > 0 and at >= first_pad,
                    joined=joined and not at,
                )
            )
        tail = (texts[-1], line.number) if texts[-1].strip() else None
    if tail is not None:
        cells.append(_cell(tail[0], tail[1], 0, file))
    plain += (_text_row(one, file) for one in pending)
    return cells, plain


class _Rows:
    """The rows of a text while they are gathered, line by line."""

    def __init__(self, lines: Sequence[PipedLine], words: Words, file: str | None) -> None:
        self.opens, self.closes = opens_with_pipe(lines), closes_cells(lines)
        self.words = words
        self.file = file
        self.found: list[PipedRow] = []
        self.pending: list[PipedLine] = []
        self.held: list[PipedCell] = []
        self.tail: list[tuple[str, int]] = []

    def take(self, line: PipedLine) -> None:
        """One line more."""
        if line.drawn:
            self.drawn(line)
        elif line.pipes or _stands_alone(line):
            self.close()
            self.texts()
            self.text(line)
        elif self.tail:
            self.tail.append((line.texts[0], line.number))
        else:
            self.pending.append(line)

    def drawn(self, line: PipedLine) -> None:
        """A line with pipes: a row, the rest of one, or the beginning of one."""
        opened = self.opens and line.opened
        texts = list(line.texts[1:] if opened else line.texts)
        number, joined = line.number, False
        if self.tail and opened:
            self.close()
        if self.tail:
            texts[0] = "\n".join((*(text for text, _ in self.tail), texts[0]))
            number, joined = self.tail[0][1], True
            self.tail = []
        after_text = bool(self.pending) and not self.held
        if self.pending and self.closes:
            count, _ = _before(self.pending, texts[0], self.words, inside=False)
            taken = self.pending[len(self.pending) - count :]
            del self.pending[len(self.pending) - count :]
            if taken:
                number = taken[0].number
                texts[0] = "\n".join((*(one.texts[0] for one in taken), texts[0]))
            after_text = bool(self.pending)
        self.texts()
        last = texts.pop() if self.closes else ""
        self.held += (
            _cell(
                text,
                line.number if at else number,
                len(self.held) + at,
                self.file,
                joined=joined and not at,
            )
            for at, text in enumerate(texts)
        )
        if last.strip():
            self.tail = [(last, line.number)]
        else:
            self.close(padded=line.pads > 0, after_text=after_text and self.closes)

    def close(self, *, padded: bool = False, after_text: bool = False) -> None:
        """The row is whole."""
        if self.tail:
            text = "\n".join(one for one, _ in self.tail)
            joined = len(self.tail) > 1
            place = len(self.held)
            self.held.append(_cell(text, self.tail[0][1], place, self.file, joined=joined))
            self.tail = []
        if self.held:
            self.found.append(PipedRow(tuple(self.held), padded=padded, after_text=after_text))
            self.held = []

    def text(self, line: PipedLine) -> None:
        """A line that is no row of pipes."""
        cells = tuple(_cell(text, line.number, at, self.file) for at, text in enumerate(line.texts))
        self.found.append(PipedRow(cells, plain=len(cells) == 1, too_long=line.too_long))

    def texts(self) -> None:
        """The lines without a pipe that belong to no cell."""
        for line in self.pending:
            self.text(line)
        self.pending = []


def rows_of_lines(lines: Sequence[PipedLine], words: Words, file: str | None) -> list[PipedRow]:
    """The rows as printed, a line each; one goes on where its last cell is not closed."""
    rows = _Rows(lines, words, file)
    for line in lines:
        rows.take(line)
    rows.close()
    rows.texts()
    return rows.found
