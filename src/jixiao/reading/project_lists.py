"""Lists of projects, one below the other in one table, cut into a segment for each project."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.level_names import LEVEL1_NAMES, LEVEL2_PARENTS, base_name
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.headers.rows import is_header
from jixiao.reading.indicators import is_note
from jixiao.reading.labels import FIELD_LABELS, LEVEL_HEADERS, UNIT_LABELS
from jixiao.reading.parts import header_rows
from jixiao.tables import Cell, Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.segments import Segment

__all__ = ["cut_projects"]

_NAME = re.compile(
    r"(?:(?:单位|部门)名称[、,/])?项目名称(?:\([^()]{1,12}\)|[、,/](?:单位|部门)名称)?"
)
_CLOSING = FIELD_LABELS - {"项目名称", "专项名称", *UNIT_LABELS}
"""Labels that stand below a list: 备注, 填报人, 联系电话."""
_SIGNED = re.compile(
    r"(?:填[报表制]|编制|审核|复核|经办|制表|财务|单位|部门|分管|项目)?"
    r"(?:人|负责人|领导|科室|日期|时间|单位|电话|联系电话|签字|盖章|签章)(?:\([^()]{1,8}\))?:"
)
_FIGURE = re.compile(r"\d{1,2}")


def _is_level(text: str) -> bool:
    name = base_name(key(text))
    return name in LEVEL1_NAMES or name in LEVEL2_PARENTS


@frozen
class _List:
    """Where the columns of a list stand: the labels before the levels, and the name's column."""

    labels: tuple[GridCell, ...]
    name: int
    first: int

    def names(self, row: GridRow, after: GridRow) -> bool:
        """Whether a row holds a name only, and the row below it the name of something else."""
        below = next((one for one in after.cells if one.column == self.name), None)
        only = len(row.cells) == 1 and not row.plain and row.cells[0].column == self.name
        alone = len(after.cells) == 1 or is_header(after)
        return (
            only and not alone and below is not None and key(below.text) != key(row.cells[0].text)
        )

    def label(self, cell: GridCell) -> str:
        """What a cell in front of the levels is: by the label at the head of its column."""
        above = [one for one in self.labels if one.column <= cell.column]
        last = key(max(above or self.labels, key=lambda one: one.column).text)
        if _NAME.fullmatch(last):
            return "项目名称"
        return last.removeprefix("项目") if last.endswith("目标") else last


def _list(header: Sequence[GridRow]) -> _List | None:
    """The columns of a list; None where no name of a project stands before the levels."""
    levels = next((row for row in header if is_header(row)), None)
    if levels is None:
        return None
    first = min(cell.column for cell in levels.cells if key(cell.text) in LEVEL_HEADERS)
    labels = tuple(cell for row in header for cell in row.cells if cell.column < first)
    names = [cell.column for cell in labels if _NAME.fullmatch(key(cell.text))]
    return _List(labels, names[0], first) if len(names) == 1 else None


def _behind(row: GridRow, first: int) -> GridRow:
    """A row without what stands before the levels."""
    cells = tuple(
        evolve(one, column=one.column - first) for one in row.cells if one.column >= first
    )
    return evolve(row, cells=cells, width=max(row.width - first, 1))


class _Cutter:
    """Gathers the rows of one project after the other."""

    def __init__(self, segment: Segment, header: Sequence[GridRow], listed: _List) -> None:
        self.segment = segment
        self.listed = listed
        self.header = tuple(_behind(row, listed.first) for row in header)
        self.done: list[Segment] = []
        self.name = ""
        self.unit: Field | None = None
        self.rows: list[GridRow] = []
        self.fields: list[Field] = []
        self.cells = [Cell(one.text, one.origin, "label") for one in listed.labels]
        self.loose: list[Cell] = []
        self.ended = False
        """Whether notes and signatures have begun, behind which no project stands."""

    def row(self, row: GridRow, *, last: bool) -> None:
        """Take in one row below the header."""
        cells = row.cells
        note = len(cells) == 1 and (is_note(cells[0].text) or last)
        self.ended = self.ended or (bool(self.name) and self.closes(row))
        if row.plain or note or self.ended:
            self.rows.append(row)
            return
        if is_header(row):
            self.cells += (
                Cell(one.text, one.origin, "label")
                for one in cells
                if one.column < self.listed.first
            )
            self.rows.append(_behind(row, self.listed.first))
            return
        if (
            not self.name
            and not self.rows
            and all(_FIGURE.fullmatch(key(one.text)) for one in cells)
        ):
            self.cells += (Cell(one.text, one.origin, "header") for one in cells)
            return
        name = next((one for one in cells if one.column == self.listed.name), None)
        if name is not None and key(name.text) != self.name:
            self.close()
            self.name = key(name.text)
            self.fields += [self.unit] if self.unit else []
        if not self.name:
            self.loose += (Cell(one.text, one.origin) for one in cells)
            return
        for cell in cells:
            if cell.column < self.listed.first:
                self.lead(cell)
        behind = _behind(row, self.listed.first)
        if behind.cells:
            self.rows.append(behind)

    def closes(self, row: GridRow) -> bool:
        """Whether a row is no row of a project: a note, or labels of who filled the table in.

        It begins with a label, and no 一级 or 二级 stands on it as on the first row of a project.
        """
        if row.plain or not row.cells:
            return False
        first = row.cells[0]
        label = key(first.text).rstrip(":")
        closing = is_note(first.text) or label in _CLOSING or _SIGNED.match(key(first.text))
        return bool(closing) and not any(_is_level(one.text) for one in row.cells)

    def under(self, cell: GridCell) -> None:
        """A unit on a row of its own: the projects below are its."""
        self.close()
        self.name = ""
        self.unit = Field("单位名称", cell.text.strip(), cell.origin)
        self.cells.append(Cell(cell.text, cell.origin, "field:单位名称"))

    def lead(self, cell: GridCell) -> None:
        """A text before the levels: a field, said once however often it is printed."""
        label, text = self.listed.label(cell), cell.text.strip()
        self.cells.append(Cell(cell.text, cell.origin, f"field:{label}"))
        if all((one.name, one.text) != (label, text) for one in self.fields):
            self.fields.append(Field(label, text, cell.origin))

    def close(self) -> None:
        """End the project whose rows were gathered."""
        if not self.name:
            return
        segment = evolve(
            self.segment,
            rows=(*self.header, *self.rows),
            lead=tuple(self.fields),
            lead_cells=tuple(self.cells),
            loose=tuple(self.loose),
        )
        self.done.append(segment)
        self.rows, self.fields, self.cells, self.loose = [], [], [], []


def cut_projects(segment: Segment) -> tuple[Segment, ...]:
    """The segments of a list of projects, one for each; any other segment as it is.

    Below the first name of a project its column may be blank, merged, or hold the name again.
    Rows before any name belong to no project and are kept as loose cells of the first.
    """
    header = header_rows(segment.rows)
    listed = _list(header)
    if listed is None:
        return (segment,)
    at = segment.rows.index(header[0])
    body = segment.rows[at + len(header) :]
    cutter = _Cutter(segment, header, listed)
    for row, after in zip_longest(body, body[1:]):
        if after is not None and listed.names(row, after):
            cutter.under(row.cells[0])
        else:
            cutter.row(row, last=after is None)
    cutter.close()
    if not cutter.done:
        return (segment,)
    first, *others = cutter.done
    first = evolve(first, rows=(*segment.rows[:at], *first.rows))
    return (first, *(evolve(one, title=None, listed=True) for one in others))
