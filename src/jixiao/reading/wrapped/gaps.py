"""What a line's end stands for in wrapped text: the end of a cell, or no more than a line of it.

Where each line of a cell has a blank line behind it, two lines without one are two cells, and
known words are broken over blank lines (绩效基本 / 型). Where none is, only blank lines part cells,
and what a line's end parts is not told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.reading.fragments import Gap
from jixiao.reading.grid import key
from jixiao.reading.labels import BASIS_WORDS, CLASS_WORDS
from jixiao.reading.wrapped.words import SIDE_LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.fragments import Printed

__all__ = ["with_gaps"]

_KNOWN = frozenset({*BASIS_WORDS, *CLASS_WORDS, *SIDE_LABELS})
_LONGEST = max(map(len, _KNOWN))


def with_gaps(lines: Sequence[Printed]) -> tuple[Printed, ...]:
    """The lines; those that a line's end alone parts are parted by nothing that tells cells."""
    if any(_broken(lines, at) for at in range(len(lines) - 1)):
        return tuple(lines)
    return tuple(evolve(one, gap=Gap.BLANK) if one.gap is Gap.ADJACENT else one for one in lines)


def _broken(lines: Sequence[Printed], at: int) -> bool:
    """Whether a known word begins on a line and goes on behind a blank line."""
    text = key(lines[at].text) if len(lines[at].text) <= _LONGEST else ""
    if not text or text in _KNOWN:
        return False
    for after in lines[at + 1 :]:
        if after.gap is Gap.ADJACENT or len(after.text) > _LONGEST:
            return False
        text += key(after.text)
        if text in _KNOWN or len(text) > _LONGEST:
            return text in _KNOWN
    return False
