"""What text must be so that a workbook holds it unchanged: characters, names of sheets, headers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.messages.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["cell_text", "header_text", "sheet_names"]

TEXT_LIMIT = 32767
"""Characters of a cell."""
NAME_LIMIT = 31
HEADER_LIMIT = 200
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\\s]")


def cell_text(text: str, limit: int = TEXT_LIMIT) -> str:
    r"""The text as a cell can hold it; what XML forbids is shown by a sign that stands for it.

    A text that looks like one of the format's own escapes is kept from being read as one. Beyond
    the limit of a cell the text is cut, and says so.

    >>> cell_text("甲\x07乙\r\n丙"), cell_text("_x0041_")
    ('甲␇乙\n丙', '_x005F_x0041_')
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub(lambda match: chr(0x2400 + ord(match[0])), text)
    text = _ESCAPE.sub("_x005F_", _NO_CHARACTER.sub("\ufffd", text))
    if len(text) <= limit:
        return text
    said = word("cell_cut", count=len(text))
    return text[: limit - len(said)] + said


def header_text(text: str) -> str:
    """The text for the top or foot of a page, where `&` begins a command.

    >>> header_text("设备&Tab采购")
    '设备＆Tab采购'
    """
    flat = " ".join(cell_text(text).split())
    return flat.replace("&", "＆")[:HEADER_LIMIT]


def sheet_names(names: Iterable[str]) -> tuple[str, ...]:
    """Names that sheets may bear: no mark that is forbidden, not too long, each of them once.

    >>> sheet_names(["a/b", "A/B", "", "'=x"])
    ('a_b', 'A_B(2)', 'Sheet', '_=x')
    """
    taken: set[str] = set()
    found = []
    for name in names:
        clean = _NOT_IN_NAME.sub("_", cell_text(name)) or "Sheet"
        if clean[0] == "'" or clean[-1] == "'":
            clean = clean.replace("'", "_")
        if clean.casefold() == "history":
            clean += "_"
        bare, count = clean[:NAME_LIMIT], 1
        shown = bare
        while shown.casefold() in taken:
            count += 1
            mark = f"({count})"
            shown = bare[: NAME_LIMIT - len(mark)] + mark
        taken.add(shown.casefold())
        found.append(shown)
    return tuple(found)
