"""A text taken apart into its frame, the numbers in it and the names at the head of its items.

Only plain numbers are taken out: none that could be part of a date, a name, a ratio, a grouping or
a sign stands for another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.lexicon import NUMBERED_NAMES
from jixiao.parsing.filling import PROBES
from jixiao.parsing.masks import masked

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["MARK", "Framed", "framed_text"]

_NO_AMOUNT = (
    f"年月日号季旬半时点分成折版级届个{''.join(sorted({name[0] for name in NUMBERED_NAMES}))}"
)
"""What stands after a number that may be no amount."""

_PLAIN = re.compile(
    r"(?=[0-9])(?<![^\u4e00-\u9fff≥≤<>=,;。、~—%(-])(?<![第每年月日号之])(?<![0-9],)"
    r"(?<!时间)(?<!日期)(?<!期限)(?<!时限)(?<!节点)"
    r"(?!(?:(?:19|20)[0-9]{2}(?:(?:1[0-2]|0[1-9])(?:[0-3][0-9])?)?|12[0-9]{3})(?![0-9]))"
    r"(?![0-9.]+(?:,[0-9]|[-~至到—][0-9]+[年月日号]))((?:[1-9][0-9]{0,11}|0(?=\.[0-9]*[1-9]))(?:\.[0-9]{1,6})?)"
    rf"(?=[^{_NO_AMOUNT}\x00-\xff×—]|[%<>=;(a-z]|个[^成]|个$|$"
    rf"|[-~—][1-9][0-9]{{0,3}}(?:%|[^{_NO_AMOUNT}\x00-\xff×—]|个[^成]))"
)
"""A number that no terminal of the grammar tells from another of its kind."""

MARK = "#"
"""What stands in a frame for a number."""

_LONGEST = 64


@frozen
class Framed:
    """A text as a frame, and what stands in it: the numbers in their order, the names by mask."""

    text: str
    frame: str
    digits: tuple[str, ...]
    names: Mapping[str, str]


def framed_text(text: str) -> Framed | None:
    """The frame of a cleaned text; None where it has nothing that could be taken out.

    >>> framed_text("水利设施较上年增长5.2%").frame, framed_text("按时完成")
    ('囗囗囗施较上年增长#%', None)
    """
    if len(text) > _LONGEST or MARK in text:
        return None
    plain, names = masked(text)
    parts = _PLAIN.split(plain)
    digits = tuple(parts[1::2])
    if len(digits) > len(PROBES) or not (digits or names):
        return None
    return Framed(text, MARK.join(parts[::2]), digits, names)
