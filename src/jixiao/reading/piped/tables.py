"""The dialect of web pages turned into text: cells parted by pipes, a row or a cell a line.

Tables of Markdown, with or without pipes at both ends, are grids as tab text is. Pages turned into
text often leave empty cells out and fill the row up at its end, or print each cell on a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.reading.piped.cells import rows_of_lines, stream_of_lines
from jixiao.reading.piped.header import heads_level
from jixiao.reading.piped.joined import with_doubts
from jixiao.reading.piped.lines import lines_of
from jixiao.reading.piped.rows import line_rows
from jixiao.reading.piped.stream import stream_rows
from jixiao.reading.wrapped.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.reading.grid import GridRow
    from jixiao.reading.piped.lines import PipedLine
    from jixiao.reading.wrapped.words import Words
    from jixiao.rules import Ruleset

__all__ = ["lines_of", "piped_rows"]

_SINGLE = 0.6
"""The share of lines with one pipe at their end in a text with a cell a line."""
_LABEL = 30
_LONE = 10
"""One line in so many is a pipe and nothing else where lines end at empty cells."""


def piped_rows(
    lines: Sequence[PipedLine], rulesets: Sequence[Ruleset], *, file: str | None = None
) -> Iterator[GridRow]:
    r"""The rows of the lines of a text in this dialect.

    >>> rows = piped_rows(lines_of("|一级指标|二级指标|\n|---|---|\n|产出指标|数量指标|"), ())
    >>> [[cell.text for cell in row.cells] for row in rows]
    [['一级指标', '二级指标'], ['产出指标', '数量指标']]
    """
    words = words_of(rulesets)
    if _is_stream(lines, words):
        cells, plain = stream_of_lines(lines, words, file)
        rows = [*plain, *stream_rows(cells, words)]
        rows.sort(key=lambda row: row.origin.line or 0)
    else:
        rows = line_rows(rows_of_lines(lines, words, file), words)
    for index, row in enumerate(with_doubts(rows, words)):
        yield evolve(row, index=index, cells=tuple([one.at(index) for one in row.cells]))


def _is_stream(lines: Sequence[PipedLine], words: Words) -> bool:
    """Whether rows go on over lines: a cell is on each, or they break at empty cells."""
    drawn = [line for line in lines if line.drawn]
    single = sum(line.pipes == 1 and line.closed for line in drawn)
    lone = sum(line.lone for line in drawn)
    if single >= _SINGLE * len(drawn) or (lone > 1 and lone * _LONE >= len(drawn)):
        return True
    return any(_goes_on_behind(line, words) for line in drawn)


def _goes_on_behind(line: PipedLine, words: Words) -> bool:
    """Whether the header of an indicator part and a row below it stand on one line."""
    heads = [at for at, text in enumerate(line.texts) if heads_level(text) > 1]
    if not heads:
        return False
    behind = line.texts[heads[-1] + 1 :]
    return any(len(text) <= _LABEL and words.is_level1(text) for text in behind if text.strip())
