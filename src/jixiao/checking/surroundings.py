"""The text around the tables of a document as prose and as rows of lists, with where it stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.checking.rows import at_field
from jixiao.findings import Where
from jixiao.source import Origin, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.tables import Document

__all__ = ["Prose", "Row", "lists_of", "prose_of", "texts_of"]

_FEWEST_CELLS = 3
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、[^。;,]{1,30}")


@frozen
class Row:
    """One row of a list that is no performance table: its cells, as printed but for spaces."""

    cells: tuple[str, ...]
    origin: Origin


@frozen
class Prose:
    """A running text without spaces and line ends; `place` tells where a character stood."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[Origin, ...]

    def place(self, at: int) -> Origin:
        """Where the character at that offset was printed."""
        return self.origins[bisect_right(self.starts, at) - 1] if self.origins else Origin()


def _rows(document: Document) -> Iterator[Row]:
    held: list[str] = []
    place, first = None, Origin()
    for cell in document.leftovers:
        if cell.use == "markup" or not cell.text.strip():
            continue
        origin = cell.origin
        key = (origin.sheet, origin.page, origin.line, origin.row)
        if key != place or origin.line is origin.row is None:
            if held:
                yield Row(tuple(held), first)
            held, place, first = [], key, origin
        held.append(squeeze(cell.text))
    if held:
        yield Row(tuple(held), first)


def lists_of(document: Document) -> tuple[Row, ...]:
    """Every line outside the tables as a row of cells, in the order of the document."""
    return tuple(_rows(document))


def prose_of(document: Document) -> Prose:
    """The lines outside the tables joined; a heading and a list are closed by a full stop."""
    parts: list[str] = []
    starts: list[int] = []
    origins: list[Origin] = []
    length = 0
    for row in _rows(document):
        text = "".join(row.cells) if len(row.cells) < _FEWEST_CELLS else "。"
        if _HEADING.fullmatch(text):
            text += "。"
        starts.append(length)
        origins.append(row.origin)
        parts.append(text)
        length += len(text)
    return Prose("".join(parts), tuple(starts), tuple(origins))


def texts_of(document: Document) -> Iterator[tuple[Prose, Where]]:
    """All running texts with their place: that around the tables, and the fields of filled ones."""
    around = prose_of(document)
    if around.text:
        yield around, Where()
    for table in document.tables:
        for field in table.fields if not table.bare else ():
            if field.text:
                yield Prose(squeeze(field.text), (0,), (field.origin,)), at_field(table, field)
