"""The dialect of tables torn out of a page whose cells are parted by spaces, with no tab at all.

Headers are looked for first. Below one are rows up to the label of a field or a title; above it
stand the name of the table, the money and the goals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.limits import DEFAULT_LIMITS, Limits
from jixiao.reading.fitting import Need
from jixiao.reading.fragments import printed_lines
from jixiao.reading.grid import GridRow, is_page_text, key, split_lines
from jixiao.reading.money.columns import money_meaning
from jixiao.reading.spaced.above import rows_above
from jixiao.reading.spaced.header import find_header
from jixiao.reading.spaced.headings import SpacedHeader, header_row, heads_of
from jixiao.reading.spaced.part import flows, read_part
from jixiao.reading.spaced.proof import money_weight
from jixiao.reading.spaced.unbroken import cut_line
from jixiao.reading.spaced.words import line_of
from jixiao.reading.sums.lines import is_sum_name
from jixiao.reading.wrapped.words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jixiao.reading.spaced.headings import Heads
    from jixiao.reading.spaced.words import SpacedLine
    from jixiao.reading.wrapped.words import Words
    from jixiao.rules import Ruleset

__all__ = ["is_spaced", "spaced_rows"]

_TABS = 20
"""One line in so many may hold a tab."""
_FIRST = "一级"


def is_spaced(text: str, *, wrapped: bool, limits: Limits = DEFAULT_LIMITS) -> bool:
    r"""Whether a text without tabs holds the header of a table on one line or a few.

    A text that is `wrapped` is read by its rows' last words, unless the header asks for what was
    achieved or for points.

    >>> head = "一级指标 二级指标 三级指标 指标值 分值\n产出指标 数量指标 场次 ≥10场 20\n"
    >>> is_spaced(head, wrapped=False), is_spaced(head.replace(" ", "\t"), wrapped=False)
    (True, False)
    """
    if _FIRST not in text:
        return False
    shown = [line for line in split_lines(text) if line and not line.isspace()]
    if _TABS * sum("\t" in line for line in shown) > len(shown):
        return False
    words = words_of(())
    heads = heads_of(words.headers)
    lines = _lines(text, None, words, heads, limits)[0]
    found = _headers(lines, heads)
    if wrapped:
        return any(Need.NUMBER in one.needs or flows(lines, one, words) for one in found)
    return bool(found)


def spaced_rows(
    text: str,
    rulesets: Sequence[Ruleset],
    *,
    file: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[GridRow]:
    """The rows of a text in this dialect, each cell in the column of its header."""
    words = words_of(rulesets)
    heads = heads_of(words.headers)
    lines, marks = _lines(text, file, words, heads, limits)
    headers = _headers(lines, heads)
    rows: list[GridRow] = []
    at = place = 0
    while place < len(headers):
        header = headers[place]
        above = list(rows_above(lines[at : header.first], words, file))
        rows += above
        rows.append(header_row(header, 0))
        money = money_weight(above)
        part = read_part(lines, header, headers[place + 1 :], words, money)
        rows += part.rows
        place += 1 + part.again
        at = part.end
    rows += rows_above(lines[at:], words, file)
    rows += (line.printed.row(0, file) for line in marks)
    yield from (_numbered(row, index) for index, row in enumerate(rows))


def _numbered(row: GridRow, index: int) -> GridRow:
    cells = tuple(evolve(cell, row=index) for cell in row.cells)
    return evolve(row, index=index, cells=cells)


def _is_label(words: Words, heads: Heads) -> Callable[[str], bool]:
    """What letters set apart may be together."""

    def known(text: str) -> bool:
        return (
            heads.whole(text)
            or is_sum_name(text)
            or text == "小计"
            or money_meaning(text) is not None
            or bool(words.form.field_name(text))
            or words.is_level1(text)
        )

    return known


def _lines(
    text: str, file: str | None, words: Words, heads: Heads, limits: Limits
) -> tuple[list[SpacedLine], list[SpacedLine]]:
    """The lines, and those that are the numbers of pages."""
    lines: list[SpacedLine] = []
    marks: list[SpacedLine] = []
    known = _is_label(words, heads)
    blanks = _blanks(text)
    for whole in printed_lines(text, limits):
        for printed in cut_line(whole, words, heads, known):
            line = line_of(printed, file, known)
            if whole.number in blanks:
                line = evolve(line, blanks=blanks[whole.number])
            (marks if is_page_text(printed.text) else lines).append(line)
    return lines, marks


def _blanks(text: str) -> dict[int, int]:
    """How many lines with a space only stand below each line, where empty lines part the cells.

    Nothing where lines with a space are what parts them.
    """
    found: dict[int, int] = {}
    number = empty = 0
    for at, line in enumerate(split_lines(text), 1):
        if not line:
            empty += 1
        elif not line.isspace():
            number = at
        elif number:
            found[number] = found.get(number, 0) + 1
    return found if 0 < sum(found.values()) <= empty else {}


def _headers(lines: Sequence[SpacedLine], heads: Heads) -> list[SpacedHeader]:
    """All headers of indicator parts, none over another."""
    found: list[SpacedHeader] = []
    for at, line in enumerate(lines):
        if not any(key(word.text).startswith(_FIRST) for word in line.words):
            continue
        if found and at <= found[-1].last:
            continue
        header = find_header(lines, at, heads)
        if header is not None and (not found or header.first > found[-1].last):
            found.append(header)
    return found
