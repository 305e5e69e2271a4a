"""The rows of a form as they are laid: cells with their marks, choices and merged areas."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from jixiao.form_marks import row_id
from jixiao.messages.forms import form_word
from jixiao.official.marks import Mark
from jixiao.sheets import Area, Between, Cell, Choice, Style
from jixiao.writing.sheet_fitting import fitted

if TYPE_CHECKING:
    from jixiao.official.model import Entry, Part
    from jixiao.sheets import Sheet

__all__ = ["Canvas", "labels_on_top"]

_SHORT_VALUE = 8
_POINTS = Decimal("5.25")
"""Points that one column of a terminal takes."""
_PAPER = {False: (523, 734), True: (770, 487)}
"""Points that are printed across and down: upright, and on its side."""


def labels_on_top(sheet: Sheet) -> Sheet:
    """The sheet with merged labels at their top if it takes several pages.

    In the middle of its rows a label would stand where a page ends, and be cut in two.
    """
    held = fitted(sheet)
    across, down = _PAPER[sheet.page.landscape]
    printed = sum(held.widths[: sheet.print_columns])
    scale = min(Decimal(1), across / (printed * _POINTS))
    if sum(held.heights) * scale <= down:
        return sheet
    tops = {(one.top, one.left) for one in sheet.merges if one.rows > 1}
    rows = tuple(
        tuple(
            evolve(cell, down="top")
            if (number, column) in tops and cell.style is Style.LABEL
            else cell
            for column, cell in enumerate(row, 1)
        )
        for number, row in enumerate(sheet.rows, 1)
    )
    return evolve(sheet, rows=rows)


@define
class Canvas:
    """The rows laid so far, of the table with that number on the sheet of that name."""

    name: str
    table: int
    width: int = 0
    rows: list[list[Cell]] = field(factory=list)
    merges: list[Area] = field(factory=list)
    heights: list[tuple[int, int]] = field(factory=list)
    checks: list[Choice | Between] = field(factory=list)
    marks: list[Mark] = field(factory=list)

    def row(self, part: str, number: int, style: Style = Style.BODY) -> int:
        """A new row with its id; its number."""
        cells = [Cell(style=style) for _ in range(self.width)]
        self.rows.append([*cells, Cell(row_id(self.table, part, number), Style.BARE)])
        return len(self.rows)

    def put(  # noqa: PLR0913, PLR0917 - a cell's place and content
        self,
        row: int,
        left: int,
        right: int,
        cell: Cell,
        part: Part = "label",
        name: str = "",
    ) -> None:
        """A cell over some columns, and its mark."""
        for column in range(left, right + 1):
            at = Cell(style=cell.style, tone=cell.tone) if column > left else cell
            self.rows[row - 1][column - 1] = at
        if right > left:
            self.merges.append(Area(row, left, row, right))
        held = self.rows[row - 1][self.width].text
        self.marks.append(Mark(self.name, held, left, right, part, name, cell.text))

    def enter(self, row: int, left: int, right: int, entry: Entry, part: Part) -> None:
        """A cell that people fill in, with what may be entered."""
        number = entry.number is not None or part == "money"
        short = part == "value" and len(entry.text) <= _SHORT_VALUE
        cell = Cell(
            entry.number if entry.number is not None else entry.text or None,
            Style.NUMBER if number else Style.BODY,
            entry.comment,
            tone=entry.tone,
            across="center" if number or short else "",
        )
        self.put(row, left, right, cell, part, entry.name)
        if entry.choices:
            self.checks.append(Choice(Area(row, left, row, right), entry.choices, entry.strict))
        if entry.weight:
            prompt = form_word("weight_prompt")
            self.checks.append(Between(Area.cell(row, left), Decimal(0), Decimal(100), prompt))

    def side(self, first: int) -> None:
        """The first column merged from a row down to the last."""
        if len(self.rows) > first:
            self.merges.append(Area(first, 1, len(self.rows), 1))
        for row in range(first + 1, len(self.rows) + 1):
            self.rows[row - 1][0] = Cell(style=Style.LABEL)

    def merge_down(self, start: int, column: int, keys: list[tuple[str, ...]]) -> None:
        """A column of printed words merged over the rows that have the same key."""
        at = start
        for key, group in groupby(keys):
            count = len(list(group))
            if count > 1 and key[-1]:
                self.merges.append(Area(at, column, at + count - 1, column))
                for row in range(at + 1, at + count):
                    self.rows[row - 1][column - 1] = Cell(style=Style.LABEL)
            at += count
