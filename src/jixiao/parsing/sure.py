"""The grammar's reading, held against itself: a value must survive being written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.parsing.fast import read_fast
from jixiao.parsing.slow import read_slow
from jixiao.source import fold
from jixiao.values.verdicts import doubt
from jixiao.values.words import Qualitative

if TYPE_CHECKING:
    from jixiao.values.base import Value

__all__ = ["read_surely"]


def read_surely(text: str, raw: str) -> Value:
    """The value of a cleaned text by the grammar, or words where its canonical text says another.

    Only damaged texts come to that, with a word or a bound twice; a reading that does not survive
    being written down is none to rely on.

    >>> read_surely("不低于不低于上年", "").notes[0].code
    'V22'
    """
    value = read_slow(text, raw)[0]
    canonical = fold(str(value))
    if canonical == text:
        return value
    again = read_fast(canonical, canonical) or read_slow(canonical, canonical)[0]
    if again == value:
        return value
    return Qualitative(word=text, text=raw, notes=(doubt("V22", text=text),))
