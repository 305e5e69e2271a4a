"""The labelled texts above and between the parts of wrapped text.

A label is one line or several (部门（单位） / 名称) with its text on the lines below, or stands
before its text on one line. The lines of a text run on; a new item of a list begins a line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.reading.grid import GridCell, GridRow, key, may_begin
from jixiao.reading.indicators import is_note
from jixiao.reading.segments import title_of
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.reading.fragments import Printed
    from jixiao.reading.wrapped.words import Words

__all__ = ["label_lines", "prose_rows"]

_LINES = 5
_LONGEST = 40
_WORD = re.compile(r"\S+")
_ITEM = re.compile(r"\s*([(（]?[一二三四五六七八九十\d]{1,3}[.、)）．]|…)")
_UNIT = re.compile(r"(金额)?单位:(元|千元|万元|亿元)")


def label_lines(lines: Sequence[Printed], at: int, words: Words) -> int:
    """How many lines from one on are the label of a field; 0 where it is none.

    A label that stands before its text on one line counts as one line.
    """
    if not may_begin(lines[at].text, words.label_heads):
        return 0
    text, found = "", 0
    for count, line in enumerate(lines[at : at + _LINES], 1):
        text += key(line.text) if len(line.text) <= _LONGEST else "\t"
        if len(text) > _LONGEST or "\t" in text:
            break
        if words.is_label(text):
            found = count
    return found or int(_pairs(lines[at], words) > 0)


def _pairs(line: Printed, words: Words) -> int:
    """How many labels a line holds, where it begins with one."""
    shown = [match[0] for match in _WORD.finditer(line.text)]
    if len(shown) < 2 or not words.is_label(shown[0]):  # noqa: PLR2004 - a label and a text
        return 0
    return sum(words.is_label(word) for word in shown)


def prose_rows(
    lines: Sequence[Printed], words: Words, index: int, file: str | None
) -> Iterator[GridRow]:
    """The rows of the lines between two parts."""
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.too_long:
            count = 0
        elif may_begin(line.text, words.label_heads) and _pairs(line, words):
            yield _pair_row(line, words, index, file)
            index, at = index + 1, at + 1
            continue
        else:
            count = label_lines(lines, at, words)
        if not count:
            yield line.row(index, file)
            index, at = index + 1, at + 1
            continue
        stop = at + count
        while stop < len(lines) and not _begins(lines, stop, words):
            stop += 1
        yield _field_row(lines[at : at + count], lines[at + count : stop], index, file)
        index, at = index + 1, stop


def _begins(lines: Sequence[Printed], at: int, words: Words) -> bool:
    """Whether something else than the text of a field begins with a line."""
    line = lines[at]
    if line.too_long or is_note(line.text) or label_lines(lines, at, words):
        return True
    return title_of(line.text) is not None


def _field_row(
    label: Sequence[Printed], text: Sequence[Printed], index: int, file: str | None
) -> GridRow:
    cells = [_cell("".join(one.text.strip() for one in label), label[0], index, 0, file)]
    shown = ""
    for one in text:
        shown += "\n" if shown and _ITEM.match(one.text) else ""
        shown += one.text.strip()
    if text:
        cells.append(_cell(shown, text[0], index, 1, file))
    return GridRow(index, tuple(cells), 2, placed=True)


def _cell(text: str, line: Printed, index: int, column: int, file: str | None) -> GridCell:
    return GridCell(
        text, index, column, origin=Origin(file=file, line=line.number, column=line.offset + 1)
    )


def _pair_row(line: Printed, words: Words, index: int, file: str | None) -> GridRow:
    """The labels and texts of one line."""
    spans: list[list[int]] = []
    fresh = True
    for match in _WORD.finditer(line.text):
        alone = words.is_label(match[0]) or _UNIT.fullmatch(key(match[0])) is not None
        if alone or fresh:
            spans.append([match.start(), match.end()])
        else:
            spans[-1][1] = match.end()
        fresh = alone
    cells = tuple(
        GridCell(
            line.text[start:end],
            index,
            column,
            origin=Origin(file=file, line=line.number, column=line.offset + start + 1),
        )
        for column, (start, end) in enumerate(spans)
    )
    return GridRow(index, cells, len(cells), placed=True)
