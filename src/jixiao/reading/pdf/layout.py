"""The pages of a PDF put together: tables that go on over a page, and what stands around them.

A table that fills the next page from its top with the same edges is one table. Numbers of pages,
and lines that stand at the same place of page after page around a table that goes on, are no part
of it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from jixiao.level_names import LEVEL1_NAMES, base_name
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.headers.rows import is_header
from jixiao.reading.segments import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.reading.beside import Json

__all__ = ["Box", "Layout", "Line", "Part", "Table", "laid_out", "texts_are_header"]

_PAGE_NUMBER = re.compile(
    r"[-—–·\s]*\d{1,4}[-—–·\s]*|第\d{1,4}页[/,，]?(共\d{1,4}页)?|\d{1,4}/\d{1,4}"
)
_SAME = 6.0
"""Edges of tables nearer than this are those of one table, in points."""
_DIGITS = re.compile(r"\d+")


@frozen
class Box:
    """A cell between rules: its text, its edges, and how many letters its last line has room for.

    `spilled` says that letters of it stand over its upper or lower edge.

    >>> Box("甲", 10, 10, 50, 20).free
    0.0
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    free: float = 0.0
    spilled: bool = False


@frozen
class Part:
    """What one page holds of a table, and whether a rule is missing where the page ends."""

    page: int
    boxes: tuple[Box, ...]
    open_top: bool = False
    open_bottom: bool = False

    def texts(self) -> Iterator[tuple[str, ...]]:
        """What its rows hold, from the top."""
        rows: dict[float, list[Box]] = {}
        for box in self.boxes:
            rows.setdefault(round(box.top), []).append(box)
        for top in sorted(rows):
            yield tuple(box.text for box in sorted(rows[top], key=lambda one: one.left))


@define
class Table:
    """A table over one page or several, with its left and right end."""

    left: float
    right: float
    parts: list[Part] = field(factory=list)


@define
class Line:
    """A line of text without rules around it: its place, and its pieces [text, left, right]."""

    page: int
    top: float
    bottom: float
    chunks: list[tuple[str, float, float]]

    @property
    def text(self) -> str:
        """Its pieces as one text."""
        return " ".join(chunk[0] for chunk in self.chunks)


@define
class Layout:
    """Tables and lines in their order, and the lines that only belong to pages."""

    blocks: list[Table | Line] = field(factory=list)
    aside: list[Line] = field(factory=list)


@define
class _Page:
    """One page: what stands above its first table, from there to its last, and below that."""

    above: list[Line]
    blocks: list[Table | Line]
    below: list[Line]


def texts_are_header(texts: Sequence[str]) -> bool:
    """Whether a row of texts is the header of an indicator part.

    >>> texts_are_header(["一级指标", "二级指标", "指标值"]), texts_are_header(["产出指标"])
    (True, False)
    """
    cells = tuple(GridCell(text, 0, at) for at, text in enumerate(texts))
    return is_header(GridRow(0, cells, len(cells)))


def laid_out(pages: Sequence[Json]) -> Layout:
    """The pages one after the other; a table that goes on is one."""
    done = Layout()
    taken = [_taken(page, done.aside) for page in pages]
    for before, after in pairwise(taken):
        _drop_furniture(before, after, done.aside)
    for page in taken:
        first = page.blocks[0] if page.blocks and not page.above else None
        last = done.blocks[-1] if done.blocks else None
        rest = page.blocks
        if isinstance(first, Table) and isinstance(last, Table) and _same_edges(last, first):
            last.parts += first.parts
            rest = rest[1:]
        done.blocks += [*page.above, *rest, *page.below]
    done.aside.sort(key=lambda line: (line.page, line.top))
    return done


def _taken(answer: Json, aside: list[Line]) -> _Page:
    """The tables and lines of a page in their order, without its number."""
    page = answer["page"]
    lines = [
        Line(page, top, bottom, [(text, left, right) for text, left, right in chunks])
        for top, bottom, chunks in answer["lines"]
    ]
    ends = {at for at in (0, len(lines) - 1) if lines and _is_number(lines[at])}
    aside += [lines[at] for at in sorted(ends)]
    lines = [line for at, line in enumerate(lines) if at not in ends]
    ends_at = [table["box"][2] for table in answer["tables"]]
    lines = _titles_joined(
        lines, max([*ends_at, *(line.chunks[-1][2] for line in lines)], default=0)
    )
    placed: list[tuple[float, Table | Line]] = [(line.top, line) for line in lines]
    for table in answer["tables"]:
        left, top, right, _ = table["box"]
        boxes = tuple(Box(*cell) for cell in table["cells"])
        placed.append((top, Table(left, right, [Part(page, boxes, *table.get("open", ()))])))
    placed.sort(key=lambda one: one[0])
    blocks = [block for _, block in placed]
    tables = [at for at, block in enumerate(blocks) if isinstance(block, Table)]
    if not tables:
        return _Page([], list(blocks), [])
    first, last = tables[0], tables[-1] + 1
    return _Page(
        [one for one in blocks[:first] if isinstance(one, Line)],
        blocks[first:last],
        [one for one in blocks[last:] if isinstance(one, Line)],
    )


def _titles_joined(lines: Sequence[Line], right: float) -> list[Line]:
    """The lines with a title as one that goes on below a line that is full."""
    done: list[Line] = []
    for line in lines:
        last = done[-1] if done else None
        if last is not None and len(last.chunks) == len(line.chunks) == 1:
            text, left, end = last.chunks[0]
            height = last.bottom - last.top
            full = end > right - 2 * height and line.top - last.bottom < height
            if full and title_of(text) is None and title_of(text + line.text) is not None:
                chunk = (text + line.text, left, end)
                done[-1] = Line(last.page, last.top, line.bottom, [chunk])
                continue
        done.append(line)
    return done


def _is_number(line: Line) -> bool:
    """Whether a line is the number of its page and nothing else."""
    return _PAGE_NUMBER.fullmatch(key("".join(text for text, _, _ in line.chunks))) is not None


def _same_edges(before: Table, after: Table) -> bool:
    return abs(before.left - after.left) < _SAME and abs(before.right - after.right) < _SAME


def _drop_furniture(before: _Page, after: _Page, aside: list[Line]) -> None:
    """Put aside what stands around a table that goes on, where the page before has it too."""
    last = before.blocks[-1] if before.blocks else None
    first = after.blocks[0] if after.blocks else None
    if not (isinstance(last, Table) and isinstance(first, Table) and _same_edges(last, first)):
        return
    if not _goes_on(last, first):
        return
    above = [line for line in after.above if _among(line, [*before.above, *aside])]
    below = [line for line in before.below if _among(line, after.below)]
    if len(above) < len(after.above) or len(below) < len(before.below):
        return  # a line of its own stands between: what is above it is a table for itself
    aside += [*above, *below]
    after.above, before.below = [], []


def _among(line: Line, others: Sequence[Line]) -> bool:
    """Whether a line stands at the same place with the same words; its numbers may differ."""
    words = _DIGITS.sub("0", key(line.text))
    return any(
        abs(line.top - one.top) < _SAME and words == _DIGITS.sub("0", key(one.text))
        for one in others
    )


def _goes_on(before: Table, after: Table) -> bool:
    """Whether a table may go on with another under the same lines: the same header, or rows.

    A table that begins with fields of its own, or whose levels begin again, is another.
    """
    held = [texts for part in before.parts for texts in part.texts()]
    headers = {texts for texts in held if texts_are_header(texts)}
    coming = list(after.parts[0].texts())
    while coming and coming[0] in headers:
        coming.pop(0)
    if not headers or not coming:
        return False
    if len(coming) == len(list(after.parts[0].texts())) and key(coming[0][0]):
        return base_name(key(coming[0][0])) in LEVEL1_NAMES
    seen = [level for texts in held if (level := _level1(texts))]
    level = _level1(coming[0])
    return level is None or level not in seen or level == seen[-1]


def _level1(texts: Sequence[str]) -> str | None:
    found = (base_name(key(text)) for text in texts)
    return next((name for name in found if name in LEVEL1_NAMES), None)
