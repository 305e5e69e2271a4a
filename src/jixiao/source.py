"""A text with positions: spans, origins, the one-to-one folding of marks, and carets for Chinese.

Folding never changes the length of a text, so an offset into the folded text is an offset into the
text as written. NFKC is never used: it turns `…` into `...`, `①` into `1` and `10²` into `102`.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from attrs import frozen

__all__ = ["Origin", "Span", "caret_line", "display_width", "fold", "squeeze"]


@frozen(order=True)
class Span:
    """A half-open stretch of a text, counted in characters from 0.

    >>> Span(1, 4).of("≥98%。")
    '98%'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]


@frozen(order=True)
class Origin:
    """Where a piece of text was read: file, sheet or page, and the place in it, counted from 1.

    `line` is a line of a text file; `row` and `column` are a cell of a grid.
    """

    file: str | None = None
    sheet: str | None = None
    page: int | None = None
    line: int | None = None
    row: int | None = None
    column: int | None = None

    def to_json(self) -> dict[str, str | int]:
        """The parts that are known."""
        names = ("file", "sheet", "page", "line", "row", "column")
        return {name: getattr(self, name) for name in names if getattr(self, name) is not None}


_FULLWIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""！ to ～ are the full-width forms of ASCII."""

_VARIANTS = {
    "\u3000": " ",
    "\u00a0": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u2009": " ",
    "\u202f": " ",
    "﹪": "%",
    "﹦": "=",
    "﹥": ">",
    "﹤": "<",
    "≧": "≥",
    "⩾": "≥",
    "≽": "≥",
    "≦": "≤",
    "⩽": "≤",
    "≼": "≤",
    "–": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "―": "—",
    "〜": "~",
    "∼": "~",
    "∶": ":",
    "﹕": ":",
    "﹐": ",",
    "﹔": ";",
    "﹣": "-",
    "﹢": "+",
    "﹙": "(",
    "﹚": ")",
    "﹝": "(",
    "﹞": ")",
    "﹟": "#",
    "﹡": "*",
    "•": "·",
    "‧": "·",
    "∙": "·",
    "⋅": "·",
    "○": "〇",
    "\u2ea0": "民",
    "\uf9d1": "六",
}
"""Marks that mean the same in these tables; each one character to one character."""

_KANGXI = {
    code: ord(folded)
    for code in range(0x2F00, 0x2FD6)
    if len(folded := unicodedata.normalize("NFKC", chr(code))) == 1
}
"""Kangxi radicals, which PDF text uses in place of the common characters."""

_FOLD: dict[int, int] = (
    _KANGXI | _FULLWIDTH | {ord(key): ord(value) for key, value in _VARIANTS.items()}
)


def fold(text: str) -> str:
    """The text with full-width and variant marks replaced one to one; the length never changes.

    >>> fold("≧９８．５％（含）")
    '≥98.5%(含)'
    >>> len(fold("…①㎡")) == len("…①㎡")
    True
    """
    return text if text.isascii() else text.translate(_FOLD)


def squeeze(text: str) -> str:
    """The folded text without any white space: the form in which labels are compared.

    >>> squeeze("半年（程） 指标值")
    '半年(程)指标值'
    """
    return "".join(fold(text).split())


def display_width(text: str) -> int:
    """The number of terminal columns a text takes; wide and ambiguous characters take two.

    >>> display_width("≥98%合格")
    9
    """
    if text.isascii():
        return len(text)
    return sum(map(_char_width, text))


@lru_cache(maxsize=4096)
def _char_width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1


def caret_line(text: str, span: Span) -> str:
    """The line of `^` that stands under `span` when `text` is printed above it.

    >>> print("权重：五十分"); print(caret_line("权重：五十分", Span(3, 5)))
    权重：五十分
          ^^^^
    """
    before = display_width(text[: span.start])
    return " " * before + "^" * max(1, display_width(span.of(text)))
