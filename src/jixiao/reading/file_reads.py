"""What every reader of files gives: groups of grid rows that are read apart, and what to say.

A workbook gives a group a sheet, a document one group. What stops a reader is raised as `Refused`
inside this package only and becomes a finding at its edge.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.findings import Finding, Where, finding
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.limits import Limits

__all__ = ["FileRead", "Refused", "file_row", "refused", "text_lines"]

_TITLE = re.compile(r"[^。；;！？!?]*(绩效|自评|监控)[^。；;！？!?]*表(\([^()]{1,20}\))?")
_LONGEST_TITLE = 60
_NUMBERED = re.compile(
    r"(备?注|说明|填表说明)[:：]|[(（]?[0-9一二三四五六七八九十]{1,2}[)）]?[、.．]"
    r"|(附?表|附件)[0-9一二三四五六七八九十-]{1,5}:?$"
)
_LABEL = 20
"""A lone cell in the first column that is longer than this is a sentence and no label."""
_WIDE = 3
"""A lone cell merged over so many columns, and over half of them all, is a line of text."""


@frozen
class FileRead:
    """The rows of a file by group, with what is to be said about the file itself.

    `unread` says that the file could not be read; the findings say why.
    """

    groups: tuple[tuple[GridRow, ...], ...] = ()
    findings: tuple[Finding, ...] = ()
    unread: bool = False

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(map(len, self.groups))


class Refused(Exception):  # noqa: N818 - it carries a finding and never leaves this package
    """A file, or the rest of it, is not read; carries the finding that says why."""

    def __init__(self, said: Finding) -> None:
        super().__init__(said.code)
        self.finding = said


def refused(code: str, file: str | None, **context: object) -> Refused:
    """What to raise where a file must not, or cannot, be read further."""
    said = finding(code, Where(origin=Origin(file=file)))
    return Refused(evolve(said, context=tuple((one, str(held)) for one, held in context.items())))


def file_row(index: int, cells: Sequence[GridCell], width: int, *, columns: int = 0) -> GridRow:
    """A row of a file's grid; `columns` is how many the table as a whole has.

    A lone cell that is merged over most of the columns, or holds a title, or a sentence in the
    first column, is a line of text and no row of the grid.

    >>> file_row(0, [GridCell("说明", 0, 0, colspan=5)], 5, columns=5).plain
    True
    >>> file_row(0, [GridCell("产出指标", 0, 0)], 5, columns=5).plain
    False
    """
    plain = len(cells) == 1 and _is_line(cells[0], columns or width)
    return GridRow(index, tuple(cells), width, plain=plain)


def _is_line(cell: GridCell, columns: int) -> bool:
    if cell.colspan >= _WIDE and 2 * cell.colspan > columns:
        return True
    bare = key(cell.text)
    if cell.column == 0 and cell.rowspan == 1 and (len(bare) > _LABEL or _NUMBERED.match(bare)):
        return True
    short = len(cell.text) <= _LONGEST_TITLE
    return short and _TITLE.fullmatch(bare) is not None


def text_lines(
    text: str, first: int, origin: Origin, limits: Limits
) -> tuple[tuple[GridRow, ...], int]:
    """A paragraph between tables as rows: one a line, cells parted by tabs; and the next index."""
    rows: list[GridRow] = []
    index = first
    for line in text.splitlines():
        if not line.strip():
            continue
        too_long = len(line) > limits.line_chars
        parts = [line] if too_long else line.split("\t")
        cells = tuple(
            GridCell(part, index, at, origin=_part_origin(origin, index - first, at))
            for at, part in enumerate(parts)
            if part.strip()
        )
        rows.append(GridRow(index, cells, len(parts), plain=len(parts) == 1, too_long=too_long))
        index += 1
    return tuple(rows), index


def _part_origin(origin: Origin, line: int, at: int) -> Origin:
    return Origin(
        file=origin.file,
        sheet=origin.sheet,
        page=origin.page,
        line=origin.line,
        row=(origin.row or 0) + line + 1 if line else origin.row,
        column=at + 1,
    )
