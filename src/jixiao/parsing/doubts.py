"""Why a text stays words: digits that no number may hold, numbers and signs without a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.limits import DEFAULT_LIMITS
from jixiao.values.verdicts import Note, doubt

if TYPE_CHECKING:
    from jixiao.parsing.amounts import Doubtful

__all__ = ["NUMBER", "odd_digits", "why_words"]


NUMBER = re.compile(r"[0-9][0-9,.]*")


_SIGN = re.compile("[≥≤<>=≮≯]")


_SIGNS = "≥≤<>=≮≯"


_RUN = re.compile(r"[0-9]{31,}")


_GROUPED = re.compile(r"[0-9]+(?:,[0-9]+)+")


_GROUPING = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")


_STOPPED = re.compile(r"[0-9]+。[0-9]+(?![0-9.、)])")
"""A full stop between digits, where a decimal point was meant: 95。5%."""


_POWERED = frozenset("²³")


_MISTAKEN = re.compile(
    r"(?<![A-Za-z0-9.])[0-9][0-9.,]*(?:[Oo]+(?![A-Za-z])|[lI]+(?=[0-9Oo.%‰\u4e00-\u9fff]))[0-9OolI.]*%?"
    r"|(?<![A-Za-z])(?:[lI]+(?=[0-9.])|[Oo](?=\.[0-9]|0))[0-9OolI.]+%?"
)
"""Letters in the place of digits, as character recognition leaves them: 9O%, l00%."""


_USUAL = re.compile("[\x00-\x7f\u4e00-\u9fff≥≤。、—°·℃㎡]*")
"""Nothing that is numeric but ASCII digits and numerals."""


def _punctuated(text: str) -> Note | None:
    for grouped in _GROUPED.finditer(text):
        bracketed = text[grouped.start() - 1 : grouped.start()] in set("[(")
        if _GROUPING.fullmatch(grouped[0]) is None and not bracketed:
            return doubt("V19", text=grouped[0])
    stopped = _STOPPED.search(text)
    return None if stopped is None else doubt("V19", text=stopped[0])


def odd_digits(text: str) -> Note | None:
    """A doubt about digits that no number may hold: superscripts, other scripts, odd grouping."""
    run = _RUN.search(text)
    if run is not None:
        limits = DEFAULT_LIMITS
        return doubt(
            "L02", number=run[0], integer=limits.integer_digits, fraction=limits.fraction_digits
        )
    punctuated = _punctuated(text)
    if punctuated is not None:
        return punctuated
    mistaken = _MISTAKEN.search(text)
    if mistaken is not None:
        return doubt("V02", number=mistaken[0])
    if _USUAL.fullmatch(text) is not None:
        return None
    for index, char in enumerate(text):
        if char.isnumeric() and not char.isascii() and not "\u4e00" <= char <= "\u9fff":
            if char == "〇" or "①" <= char <= "⑳" or "Ⅰ" <= char <= "ⅿ":
                continue
            if char in _POWERED and index and text[index - 1].isalpha():
                continue
            return doubt("V15", symbol=char)
    return None


def why_words(text: str, doubtful: Doubtful | None) -> tuple[Note, ...]:
    """Why a text stays words; nothing where it holds neither a number nor a sign."""
    if doubtful is not None and doubtful.note is not None:
        return (doubtful.note,)
    trailing = text[len(text.rstrip(_SIGNS)) :]
    if trailing:
        return (doubt("V16", sign=trailing),)
    number = NUMBER.search(text)
    if number is not None:
        return (doubt("V02", number=number[0]),)
    sign = _SIGN.search(text)
    return () if sign is None else (doubt("V16", sign=sign[0]),)
