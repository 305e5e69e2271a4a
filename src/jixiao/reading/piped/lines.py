"""Lines of text whose cells are parted by pipes, and whether a text has tables written so.

A pipe is | or one of its wide and drawn forms; one behind a backslash is a letter. Lines that are
nothing but drawn rules (|---|---|, ├──┼──┤) part rows as tabs part cells, and hold no text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.limits import DEFAULT_LIMITS, Limits
from jixiao.reading.grid import key, split_lines
from jixiao.reading.labels import LEVEL_HEADERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["PipedLine", "closes_cells", "lines_of", "opens_with_pipe", "piped_lines"]

_ANY = "|｜│┃║￨"
_PIPE = re.compile(rf"(?<!\\)[{_ANY}]")
_ESCAPED = re.compile(rf"\\(?=[{_ANY}])")
_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
_STRONG = re.compile(r"\s*(\*\*|__)(?!\s)((?:(?!\1).)+)(?<!\s)\1\s*", re.DOTALL)
_RULE = re.compile(rf"[\s:+{_ANY}\-═─━┄┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋]+")
_DRAWN = re.compile("--|:-|-:|[═─━┄┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋]")
_BAR = re.compile(r":?-{3,}:?")
_ENOUGH = 12
_SHARE = 0.6
"""The share of lines with pipes for a text whose header was lost to be in this dialect."""
_NEAR = 3
"""Cells from 一级指标 among which another level is named."""
_MOSTLY = 0.8


@frozen
class PipedLine:
    """A line: its number from 1, the texts before, between and behind its pipes and tabs.

    `drawn` says that pipes part it, and not tabs; `pads` are pipes at its end with nothing between
    them: cells that are not printed.
    """

    number: int
    texts: tuple[str, ...]
    drawn: bool = False
    pads: int = 0
    too_long: bool = False

    @property
    def pipes(self) -> int:
        """How many marks part it."""
        return len(self.texts) - 1

    @property
    def opened(self) -> bool:
        """Whether it begins with a pipe."""
        return self.pipes > 0 and not self.texts[0].strip()

    @property
    def closed(self) -> bool:
        """Whether it ends with a pipe."""
        return self.pipes > 0 and not self.texts[-1].strip()

    @property
    def lone(self) -> bool:
        """Whether it is one pipe and nothing else."""
        return self.drawn and not any(text.strip() for text in self.texts) and self.pipes == 1


def piped_lines(text: str, limits: Limits = DEFAULT_LIMITS) -> Iterator[PipedLine]:
    r"""The lines that show something, without those that are drawn rules only.

    >>> [line.texts for line in piped_lines("题目\n| 甲 | 乙\\|丙 |\n|---|---|")]
    [('题目',), ('', '甲', '乙|丙', '')]
    """
    for number, line in enumerate(split_lines(text), 1):
        if not line or line.isspace():
            continue
        if len(line) > limits.line_chars:
            yield PipedLine(number, (line,), too_long=True)
            continue
        if _RULE.fullmatch(line) and _DRAWN.search(line):
            continue
        texts = _PIPE.split(line)
        within = sum(part.strip().count("\t") for part in texts) if "\t" in line else 0
        if len(texts) - 1 < max(within, 1):
            yield PipedLine(number, tuple(line.split("\t")))
            continue
        shown = line.rstrip()
        bare = shown.rstrip(_ANY)
        tail = len(shown) - len(bare) if not bare or bare[-1].isspace() else 0
        parts = [one for part in texts for one in _by_tabs(part)] if within else texts
        cells = tuple([_cell(one) for one in parts])
        yield PipedLine(number, cells, drawn=True, pads=tail if tail > 1 else 0)


def _by_tabs(text: str) -> Sequence[str]:
    """The texts that tabs part between two pipes; a tab beside a pipe parts nothing."""
    return text.strip().split("\t") if "\t" in text else (text,)


def _cell(text: str) -> str:
    """The text of a cell without the marks of Markdown: escapes, <br> and the stars around it."""
    plain = text.strip()
    if "\\" in plain or "<" in plain:
        plain = _BREAK.sub("\n", _ESCAPED.sub("", plain)).strip()
    if plain.startswith((":", "-")) and _BAR.fullmatch(plain):
        return ""
    strong = _STRONG.fullmatch(plain) if plain.startswith(("*", "_")) else None
    return strong[2] if strong else plain


def closes_cells(lines: Iterable[PipedLine]) -> bool:
    """Whether a pipe stands behind each cell, and not only between two.

    The last column is often blank, but never its header: where that is known, it tells.
    """
    held = [line for line in lines if line.drawn]
    heads = [line.closed for line in held if _names_levels([line])]
    return all(heads) and sum(line.closed for line in held) >= _MOSTLY * len(held)


def opens_with_pipe(lines: Iterable[PipedLine]) -> bool:
    """Whether a pipe stands before each row."""
    held = [line for line in lines if line.drawn]
    heads = [line.opened for line in held if _names_levels([line])]
    return all(heads) and sum(line.opened for line in held) >= _MOSTLY * len(held)


def lines_of(text: str, limits: Limits = DEFAULT_LIMITS) -> tuple[PipedLine, ...]:
    r"""The lines of a text that parts the cells of its tables by pipes; none of another text.

    The header of an indicator part stands between pipes, or most lines have some.

    >>> len(lines_of("一级指标 | 二级指标 | 三级指标\n"))
    1
    >>> lines_of("编辑：甲 | 2022-01-01\n一级指标\t")
    ()
    """
    if _PIPE.search(text) is None:
        return ()
    lines = tuple(piped_lines(text, limits))
    with_pipes = [line for line in lines if line.drawn]
    if _names_levels(with_pipes):
        return lines
    pipes = sum(line.pipes for line in with_pipes)
    return lines if pipes >= _ENOUGH and len(with_pipes) >= _SHARE * len(lines) else ()


def _names_levels(lines: Sequence[PipedLine]) -> bool:
    """Whether two levels are headed in cells next to each other."""
    since = _NEAR
    for line in lines:
        for text in line.texts:
            if not text.strip():
                continue
            if len(text) < _ENOUGH and key(text) in LEVEL_HEADERS:
                if since < _NEAR:
                    return True
                since = 0
            else:
                since += 1
    return False
