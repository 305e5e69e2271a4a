"""XML read as a stream of starts, ends and texts; a document type is refused, depth is bounded.

Without a document type there are no entities of a file's own, nothing to fetch and nothing that
grows, so the parser of the standard library is enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from xml.parsers import expat

from jixiao.reading.file_reads import refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.limits import Limits

__all__ = ["Readable", "XmlHandler", "read_xml", "whole"]

_CHUNK = 1 << 16
_DIGITS = 9


def whole(text: str | None, other: int) -> int:
    """A whole number of an attribute, or another where it is none or absurdly long.

    >>> whole("12", 0), whole("9" * 5000, 1), whole(None, 1)
    (12, 1, 1)
    """
    if text is None or len(text) > _DIGITS or not (text.isascii() and text.isdecimal()):
        return other
    return int(text)


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """At most `size` more bytes; none at the end."""
        ...


class XmlHandler(Protocol):
    """What is told of the elements; names come without their namespace, attributes too."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A piece of text; one text may come in several pieces."""


class _Counted:
    """What expat calls: elements under their local names, counted against the limits."""

    def __init__(self, handler: XmlHandler, part: str, file: str | None, limits: Limits) -> None:
        self.handler = handler
        self.part = part
        self.file = file
        self.limits = limits
        self.local: dict[str, str] = {}
        self.depth = self.elements = self.chars = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.elements += 1
        if self.depth > self.limits.xml_depth:
            raise refused("L39", self.file, part=self.part, limit=self.limits.xml_depth)
        if self.elements > self.limits.xml_elements:
            raise refused("L46", self.file, part=self.part, limit=self.limits.xml_elements)
        known = self.local.get(name)
        if known is None:
            known = self.local[name] = name.rpartition(":")[2]
        if attributes:
            attributes = {one.rpartition(":")[2]: held for one, held in attributes.items()}
        self.handler.start(known, attributes)

    def end(self, name: str) -> None:
        self.depth -= 1
        self.handler.end(self.local[name])

    def text(self, piece: str) -> None:
        self.chars += len(piece)
        if self.chars > self.limits.part_chars:
            raise refused("L45", self.file, part=self.part, limit=self.limits.part_chars)
        self.handler.text(piece)

    def document_type(self, *_: object) -> None:
        raise refused("L35", self.file, part=self.part)


def read_xml(
    source: Readable, handler: XmlHandler, *, part: str, file: str | None, limits: Limits
) -> None:
    """Tell `handler` what is in `source`; raises `Refused` for what is too much or no XML.

    `part` is the name of the part of the file, for the finding.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    counted = _Counted(handler, part, file, limits)
    parser.StartElementHandler = counted.start
    parser.EndElementHandler = counted.end
    parser.CharacterDataHandler = counted.text
    parser.StartDoctypeDeclHandler = counted.document_type
    try:
        while chunk := source.read(_CHUNK):
            parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by position
        parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise refused("T104", file, kind="XML", part=part) from error
