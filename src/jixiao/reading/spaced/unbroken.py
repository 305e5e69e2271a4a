"""A whole table on one line, as pages are saved: cut into the lines that it was printed on.

Headers, labels of fields, sources of money, sums and what follows them begin a line; the rows of
indicators stay on one, for only what their words are tells where each of them ends.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.reading.fragments import Gap
from jixiao.reading.goals import heads_goals
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.money.amounts import is_amount
from jixiao.reading.segments import title_of
from jixiao.reading.spaced.fit import is_figure_word
from jixiao.reading.spaced.money import heads_money
from jixiao.reading.spaced.words import line_of
from jixiao.reading.sums.lines import is_sum_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jixiao.reading.fragments import Printed
    from jixiao.reading.spaced.headings import Heads
    from jixiao.reading.spaced.words import Word
    from jixiao.reading.wrapped.words import Words

__all__ = ["cut_line"]

_LEAST = 24
"""Words of a line that may hold a table, and not a row."""
_FIRST = "一级"
_LEVELS = 3
_SIDE = re.compile(r"(项目|年度|部门)?绩效指标(\(\d{1,3}分\))?")
_YEAR = re.compile(r"\(?20\d{2}年度?\)?")
_SOURCE_WORDS = 3


def cut_line(
    printed: Printed, words: Words, heads: Heads, known: Callable[[str], bool]
) -> tuple[Printed, ...]:
    """The lines that a line stands for; itself where it holds no table."""
    text = printed.text
    if printed.too_long or len(text.split()) < _LEAST:
        return (printed,)
    line = line_of(printed, None, known, most=len(text)).words
    starts = _starts(line, words, heads)
    if starts is None:
        return (printed,)
    places = sorted({0, *(at for at in starts if at < len(line))})
    found: list[Printed] = []
    for at, place in enumerate(places):
        start = line[place].start if place else 0
        end = line[places[at + 1]].start if at + 1 < len(places) else len(text)
        gap = printed.gap if not place else Gap.BLANK
        own = evolve(printed, text=text[start:end].rstrip(), gap=gap)
        found.append(evolve(own, offset=printed.offset + start, cut=True))
    return tuple(found)


def _starts(line: Sequence[Word], words: Words, heads: Heads) -> set[int] | None:
    """The words that begin a line; None where a line holds neither a header nor rows."""
    names = [key(word.text) for word in line]
    header = _header(names, heads, 0)
    if header is None:
        rows = sum(words.is_level1(name) or words.is_level2(name) for name in names)
        return None if rows < _LEVELS else set(_sums(line, names, words, 0, len(line)))
    begins: set[int] = set()
    done = 0
    while header is not None:
        start, end = header
        begins |= {start, end, *_above(line, names, words, done, start)}
        header = _header(names, heads, end)
        rest = len(line) if header is None else header[0]
        done = next((at for at in range(end, rest) if _is_title(line[at])), rest)
        begins.update(_sums(line, names, words, end, done))
    return begins


def _is_title(word: Word) -> bool:
    """Whether another table begins with a word."""
    return title_of(word.text) is not None or key(word.text) == "项目名称"


def _header(names: Sequence[str], heads: Heads, first: int) -> tuple[int, int] | None:
    """Where the header of the indicators begins, what stands beside it with it, and its end."""
    for at in range(first, len(names)):
        if not names[at].startswith(_FIRST):
            continue
        end = at
        while end < len(names) and heads.within(names[end]):
            end += 1
        whole = sum(heads.whole(one) for one in names[at:end])
        if whole >= _LEVELS:
            side = at > first and _SIDE.fullmatch(names[at - 1]) is not None
            return at - side, end
    return None


def _above(
    line: Sequence[Word], names: Sequence[str], words: Words, first: int, end: int
) -> Iterator[int]:
    """Where lines begin above the header: labels, titles, money and its sources, goals."""
    at = first
    listed = False
    while at < end:
        goals = _goals(line, at, end)
        money = 0 if goals else _money(names, at, end)
        if goals or money:
            yield at
            at += goals or money
            yield at
            listed = bool(money)
            continue
        if title_of(line[at].text) is not None or _YEAR.fullmatch(names[at]):
            yield at
            yield at + 1
        elif _is_source(names, at, words):
            yield at
        elif words.is_label(line[at].text):
            yield at
            listed = False
        elif listed and not _is_figure(line[at]) and _is_figure(line[at - 1]):
            yield at
        at += 1


def _is_figure(word: Word) -> bool:
    """Whether a word beside a source of money is an amount, a share or crossed out."""
    return is_amount(word.text) or is_figure_word(word.text)


def _goals(line: Sequence[Word], at: int, end: int) -> int:
    """How many words from one on head the columns of goals."""
    for count in (3, 2):
        if at + count > end:
            continue
        held = line[at : at + count]
        cells = tuple(GridCell(word.text, 0, place) for place, word in enumerate(held))
        if heads_goals(GridRow(0, cells, count)):
            return count
    return 0


def _money(names: Sequence[str], at: int, end: int) -> int:
    """How many words from one on head the columns of money."""
    count = 0
    while at + count < end and heads_money(names[at + count]):
        count += 1
    return count if count >= _LEVELS else 0


def _is_source(names: Sequence[str], at: int, words: Words) -> bool:
    """Whether a source of money begins with a word: it may be parted from 其中 by a space."""
    if at and names[at - 1] in {"其中:", "其中"}:
        return False
    most = _SOURCE_WORDS if names[at] in {"其中:", "其中"} else 1
    return any(
        words.form.source_name("".join(names[at : at + count])) is not None
        for count in range(1, most + 1)
    )


def _sums(
    line: Sequence[Word], names: Sequence[str], words: Words, start: int, stop: int
) -> Iterator[int]:
    """Where sums begin behind the header, and what stands behind them."""
    at = start
    ended = False
    while at < stop:
        figures = 0
        while at + 1 + figures < stop and is_figure_word(line[at + 1 + figures].text):
            figures += 1
        if figures and (is_sum_name(line[at].text) or names[at] == "小计"):
            yield at
            at += 1 + figures
            yield at
            ended = True
            continue
        label = words.is_label(line[at].text)
        if label and (ended or ":" in names[at]):
            yield at
        at += 1
