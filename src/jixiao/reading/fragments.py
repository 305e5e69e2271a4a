"""The pieces of a text whose cells were wrapped: what stood on a line, and what parts the lines.

In such a text each line of each cell is a line of its own with a blank line behind it. Two lines
without a blank one between them, or two texts on one line, belong to different cells; a page ends
where several lines are blank.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import field, frozen

from jixiao.parsing import parse_value
from jixiao.reading.grid import GridCell, GridRow, key, split_lines
from jixiao.source import Origin
from jixiao.values import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jixiao.limits import Limits

__all__ = [
    "Gap",
    "Piece",
    "Printed",
    "compared",
    "joined",
    "pieces_of",
    "printed_lines",
    "width_of",
]

_SHORT = 20
_PAGE = 2
"""Blank lines in a row that end a page."""


class Gap(IntEnum):
    """What stands before a piece: only white space, a line's end, a blank line, a page's end."""

    SPACE = 0
    ADJACENT = 1
    BLANK = 2
    PAGE = 3

    @property
    def parts_cells(self) -> bool:
        """Whether what stands on both sides cannot be one cell."""
        return self in {Gap.SPACE, Gap.ADJACENT}


@frozen
class Piece:
    """A text without a gap in it, and what parts it from the piece before."""

    text: str
    gap: Gap
    origin: Origin
    compared: str = field(init=False, eq=False, repr=False)
    """The text as labels are compared; those of several pieces run on."""

    @compared.default
    def _as_compared(self) -> str:
        return key(self.text)


@frozen
class Printed:
    """A line that shows something: its number from 1, its text, and what stands before it.

    `offset` is where on the line of the file it begins, `cut` that it is a part of one only.
    """

    number: int
    text: str
    gap: Gap
    too_long: bool = False
    offset: int = 0
    cut: bool = False

    def row(self, index: int, file: str | None) -> GridRow:
        """The line as a row without a grid."""
        origin = Origin(file=file, line=self.number, column=self.offset + 1)
        cell = GridCell(self.text, index, 0, origin=origin)
        return GridRow(index, (cell,), 1, plain=True, too_long=self.too_long)


def printed_lines(text: str, limits: Limits) -> Iterator[Printed]:
    r"""The lines that show something, each with the gap before it.

    >>> from jixiao.limits import DEFAULT_LIMITS
    >>> [one.gap.name for one in printed_lines("甲\n乙\n\n丙\n\n\n丁", DEFAULT_LIMITS)]
    ['PAGE', 'ADJACENT', 'BLANK', 'PAGE']
    """
    blank, spaced = _PAGE, False
    for number, line in enumerate(split_lines(text), 1):
        if not line or line.isspace():
            blank += 1
            spaced = spaced or bool(line)
            continue
        gap = Gap.PAGE if blank >= _PAGE or spaced else Gap.BLANK if blank else Gap.ADJACENT
        yield Printed(number, line, gap, len(line) > limits.line_chars)
        blank, spaced = 0, False


_SPACED = re.compile(r"\S(?:[ \u3000]\S){3,}")
"""A line stretched to its width: 确 使 用 医 保 基."""
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"[≥≤=<>]{0,2}\d[\d.,]*")
_ORDINAL = re.compile(r"\d{1,2}")


def pieces_of(line: Printed, file: str | None) -> tuple[Piece, ...]:
    """The pieces of a line: a number keeps its unit, and a name the number that ends it.

    >>> line = Printed(1, "核心业务产出 1 定点机构 703 家 704 家", Gap.BLANK)
    >>> [piece.text for piece in pieces_of(line, None)]
    ['核心业务产出 1', '定点机构', '703 家', '704 家']
    """
    text = line.text
    stripped = text.strip()
    if stripped.isalnum():
        return (_piece(line, text.index(stripped), stripped, file),)
    if _SPACED.fullmatch(stripped) and not any(char.isdigit() for char in stripped):
        return (_piece(line, text.index(stripped), stripped, file),)
    words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        start, end = words[at]
        after = words[at + 1] if at + 1 < len(words) else None
        word = key(text[start:end])
        follows = key(text[after[0] : after[1]]) if after else ""
        if after and _NUMBER.fullmatch(word) and _counts(word + follows):
            spans.append((start, after[1]))
            at += 1
        elif _ORDINAL.fullmatch(word) and spans and _names(text, spans[-1]) and after:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        at += 1
    return tuple(_piece(line, start, text[start:end], file) for start, end in spans)


def _counts(text: str) -> bool:
    """Whether a number and what follows it are a quantity with a unit that is known."""
    if len(text) > _SHORT or text[-1].isdigit():
        return False
    value = parse_value(text)
    return isinstance(value, Comparison) and value.quantity.unit.known and not value.rest


def _names(text: str, span: tuple[int, int]) -> bool:
    """Whether a piece is words only, so that a small number behind it may be its own."""
    return not any(char.isdigit() for char in text[span[0] : span[1]])


def _piece(line: Printed, start: int, text: str, file: str | None) -> Piece:
    gap = line.gap if not line.text[:start].strip() else Gap.SPACE
    return Piece(text, gap, Origin(file=file, line=line.number, column=start + 1))


def joined(pieces: Sequence[Piece]) -> str:
    """The text of a cell out of its pieces: lines run on, words of one line keep their space.

    >>> line = Printed(1, "确 使 用 医 保 基", Gap.BLANK)
    >>> joined(pieces_of(line, None))
    '确使用医保基'
    """
    parts: list[str] = []
    for piece in pieces:
        if parts and piece.gap is Gap.SPACE:
            parts.append(" ")
        parts.append(_plain(piece.text))
    return "".join(parts)


def compared(pieces: Iterable[Piece]) -> str:
    """What several pieces are together, as labels are compared.

    >>> line = Printed(1, "数量 指标（2）", Gap.BLANK)
    >>> compared(pieces_of(line, None))
    '数量指标(2)'
    """
    return "".join([piece.compared for piece in pieces])


def _plain(text: str) -> str:
    """A stretched text without the space between its letters."""
    if " " not in text and "\u3000" not in text:
        return text
    return "".join(text.split()) if _SPACED.fullmatch(text) else text


_LIGHT = frozenset("，。、；：！？“”‘’（）《》,.;:()…")


def width_of(text: str) -> int:
    """How wide a text is in half letters; marks may be squeezed to one half.

    >>> width_of("有保障，部门内")
    13
    """
    return _short_width(text) if len(text) <= _REMEMBERED else _width(text)


_REMEMBERED = 40
"""Longer texts are no lines of a narrow cell and are not remembered."""


def _width(text: str) -> int:
    return sum(
        0 if char.isspace() else 1 if char in _LIGHT or char < "\u0100" else 2 for char in text
    )


_short_width = lru_cache(maxsize=4096)(_width)
