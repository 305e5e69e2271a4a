"""What is done to a text before it is read: folding, invisible characters, and spaces, with doubts.

Positions are kept: each character of the cleaned text knows where it stood in the text as written.
"""

from __future__ import annotations

import re
import unicodedata

from attrs import frozen

from jixiao.source import fold
from jixiao.values.verdicts import Note, doubt

__all__ = ["Clean", "clean", "is_clean"]


@frozen
class Clean:
    """A text as the grammar reads it, where its characters stood, and what was doubtful."""

    text: str
    offsets: tuple[int, ...]
    notes: tuple[Note, ...] = ()

    def origin(self, index: int) -> int:
        """The position in the text as written of a position in the cleaned text."""
        if index < len(self.offsets):
            return self.offsets[index]
        return self.offsets[-1] + 1 if self.offsets else 0


_VISIBLE = re.compile("[!-~\u4e00-\u9fff≥≤°‰℃㎡·、。…—]*")


def is_clean(text: str) -> bool:
    """Whether a text is folded and has neither spaces nor anything unusual: it reads as it is.

    >>> is_clean("≥98%"), is_clean("≥ 98%")
    (True, False)
    """
    return _VISIBLE.fullmatch(text) is not None


_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_MARK = re.compile(r"[\ufe00-\ufe0f]")
_JOINED = re.compile(r"[0-9.,][ \t]+(?=[0-9.])")
_LISTED = re.compile(r"[0-9]{1,2}[.、)](?![0-9])|[①-⑳]")
"""A number of a list after a space begins a new item: 1.数量≥3个 2.合格率≥95%."""
_SPACED = re.compile(r"\s*(?=.*[^0-9.,\s])[^\s](?: [^\s]){3,}\s*")
"""A text with a space after each of its characters, as scanning leaves it: ≥ 9 5 %."""
_BREAKS = frozenset("\n\r\v\f\u0085\u2028\u2029")


def _codes(chars: list[str]) -> str:
    return " ".join(dict.fromkeys(f"U+{ord(char):04X}" for char in chars))


def _invisible(char: str) -> bool:
    return unicodedata.category(char) in {"Cf", "Cc"} or _MARK.match(char) is not None


def clean(text: str) -> Clean:
    r"""The text folded one to one, without spaces and invisible characters.

    A space between two digits stays, since `1 000` and `3 5` are no single numbers anyone can be
    sure of, unless every character of a text has a space after it; a line break becomes a
    semicolon, and so does a space before a number of a list.

    >>> clean("≧ ９８ ％").text
    '≥98%'
    >>> clean("≥ 9 5 %").text
    '≥95%'
    >>> clean("3 5").text, clean("≥95%\n≥3次").text
    ('3 5', '≥95%;≥3次')
    """
    folded = fold(text)
    spaced = _SPACED.fullmatch(folded) is not None
    kept: list[str] = []
    offsets: list[int] = []
    hidden: list[str] = []
    turned: list[str] = []
    last = len(folded.rstrip()) - 1
    for index, char in enumerate(folded):
        if char.isspace():
            mark = "" if spaced else _space(folded, index, char, kept, last)
            if mark:
                kept.append(mark)
                offsets.append(index)
        elif char in _BIDI:
            turned.append(char)
        elif (ord(char) > 0x7E and _invisible(char)) or ord(char) < 0x20 or ord(char) == 0x7F:  # noqa: PLR2004
            hidden.append(char)
        else:
            kept.append(char)
            offsets.append(index)
    notes = []
    if hidden:
        notes.append(doubt("V05", codes=_codes(hidden)))
    if turned:
        notes.append(doubt("V06", codes=_codes(turned)))
    return Clean("".join(kept), tuple(offsets), tuple(notes))


def _space(folded: str, index: int, char: str, kept: list[str], last: int) -> str:
    if not kept or index > last:
        return ""
    if char in _BREAKS:
        return "" if kept[-1] in ";,。、；" or kept[-1] == " " else ";"
    if kept[-1] not in "0123456789.;" and _LISTED.match(folded, index + 1) is not None:
        return ";"
    if kept[-1] in "0123456789." and folded[index + 1 : index + 2] in set("0123456789."):
        return " "
    return ""
