"""Text made harmless: what a terminal or a page would obey, or hide, is shown instead of sent."""

from __future__ import annotations

import re

__all__ = ["OBEYED", "is_harmless", "visible", "without_controls"]

_SPACE = re.compile("[\t\n\v\f\r\x85\u2028\u2029]+")
OBEYED = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff0-\uffff\U000e0000-\U000e0fff]"
)
"""Controls, escapes, marks that turn the direction of writing, what has no width, halves of pairs,
and tags."""
_OBEYED_IN_LINES = re.compile(f"(?![\n\t]){OBEYED.pattern}")


def visible(text: str) -> str:
    r"""The text on one line, its controls and invisible marks written out.

    >>> print(visible("甲\x1b[2J乙\n丙\u202e丁"))
    甲\x1b[2J乙 丙\u202e丁
    """
    if text.isprintable():
        return text
    return OBEYED.sub(_escape, _SPACE.sub(" ", text))


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code <= 0xFF:  # noqa: PLR2004 - two digits
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - four


def without_controls(text: str) -> str:
    r"""A text of many lines, its controls and invisible marks written out, lines and tabs kept.

    >>> print(without_controls("甲\x00\n乙\u202e"))
    甲\x00
    乙\u202e
    """
    return _OBEYED_IN_LINES.sub(_escape, text)


def is_harmless(text: str) -> bool:
    r"""Whether a text of lines holds nothing that a terminal obeys or hides.

    >>> is_harmless("甲\n乙"), is_harmless("\x1b[31m甲")
    (True, False)
    """
    return OBEYED.search(text.replace("\n", "")) is None
