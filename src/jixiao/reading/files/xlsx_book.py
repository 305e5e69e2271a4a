"""What the sheets of a workbook share: their names and parts, texts, number formats, first day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from jixiao.reading.files.number_formats import BUILT_IN
from jixiao.reading.files.xml_stream import whole

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Book", "Relations", "SheetName", "Strings", "Styles", "Workbook", "plain_text"]

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def plain_text(text: str) -> str:
    """A text without the escapes that Excel writes for characters XML cannot hold."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda match: _character(match[0], int(match[1], 16)), text)


def _character(written: str, code: int) -> str:
    """The character of an escape; half of a pair is no character and stays as written."""
    return written if 0xD800 <= code <= 0xDFFF else chr(code)  # noqa: PLR2004 - surrogates


@frozen
class SheetName:
    """A sheet of the workbook: its name, the part it is in, and whether it is hidden."""

    name: str
    relation: str
    hidden: bool


@define
class Workbook:
    """The list of sheets, and whether days are counted from 1904."""

    sheets: list[SheetName] = field(factory=list)
    since_1904: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            sheet = SheetName(attributes.get("name", ""), attributes.get("id", ""), hidden)
            self.sheets.append(sheet)
        elif name == "workbookPr":
            self.since_1904 = attributes.get("date1904", "0") in {"1", "true"}

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A piece of text."""


@define
class Relations:
    """Where the parts of the workbook are."""

    targets: dict[str, str] = field(factory=dict)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            path = target[1:] if target.startswith("/") else f"xl/{target}"
            self.targets[attributes.get("Id", "")] = path

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A piece of text."""


@define
class Strings:
    """The texts that sheets share; readings for the ear (rPh) are left out."""

    texts: list[str] = field(factory=list)
    _pieces: list[str] = field(factory=list)
    _in_text: bool = False
    _aside: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002
        """An element begins."""
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._aside += 1
        elif name == "t":
            self._in_text = not self._aside

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "si":
            self.texts.append(plain_text("".join(self._pieces)))
        elif name == "rPh":
            self._aside -= 1
        elif name == "t":
            self._in_text = False

    def text(self, text: str) -> None:
        """A piece of text."""
        if self._in_text:
            self._pieces.append(text)


@define
class Styles:
    """The number format of each style of a cell."""

    formats: dict[int, str] = field(factory=lambda: dict(BUILT_IN))
    of_style: list[int] = field(factory=list)
    _in_cells: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        number = attributes.get("numFmtId", "0")
        if name == "numFmt":
            self.formats[whole(number, 0)] = attributes.get("formatCode", "General")
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            self.of_style.append(whole(number, 0))

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "cellXfs":
            self._in_cells = False

    def text(self, text: str) -> None:
        """A piece of text."""

    def form(self, style: str) -> str:
        """The number format of a style, by its number as text."""
        at = whole(style, 0)
        number = self.of_style[at] if at < len(self.of_style) else 0
        return self.formats.get(number, "General")


@frozen
class Book:
    """What the cells of all sheets need: shared texts, number formats, the first day."""

    strings: tuple[str, ...]
    styles: Styles
    since_1904: bool

    def shared(self, number: str) -> str:
        """The shared text of a number; the number itself where there is no such text."""
        at = whole(number, len(self.strings))
        return self.strings[at] if at < len(self.strings) else number
