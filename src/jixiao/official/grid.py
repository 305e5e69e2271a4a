"""A form laid out on a sheet: title, fields, money, indicators, notes, a mark for each cell."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import define, frozen

from jixiao.messages.forms import form_word
from jixiao.official.canvas import Canvas, labels_on_top
from jixiao.official.grid_money import lay_money, money_spans
from jixiao.sheets import Area, Cell, Page, Sheet, Style
from jixiao.source import display_width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.official.marks import Mark
    from jixiao.official.model import ColumnHead, Entry, Form, Row

__all__ = ["LaidOut", "laid_out"]

_SIDE, _LEVEL3, _ID_WIDTH = 11, 24, 14
_LEADING = 4
"""Columns before those of values: the side, and the three levels."""
_LONG = re.compile(r"目标|内容|必要性|可行性|概述|措施|结论|问题|分析|职能|任务|用途|依据|说明")
_SHORT_TEXT = 28
_LONG_HEIGHT = 48
_WIDE_SHEET = 112
_FULL_WIDTH = 84


@frozen
class LaidOut:
    """A sheet and what was written in each of its cells."""

    sheet: Sheet
    marks: tuple[Mark, ...]


def laid_out(form: Form, name: str) -> LaidOut:
    """The form on a sheet; the last column, which nobody sees, holds the ids of the rows."""
    return _Grid(form, Canvas(name, form.index)).made()


@define
class _Grid:
    """Lays one form out, row by row; used once."""

    form: Form
    canvas: Canvas
    slack: int = 0
    repeat: tuple[int, int] | None = None

    def made(self) -> LaidOut:
        form = self.form
        needed = max((2 + len(part.columns) for part in form.money), default=5)
        self.canvas.width = max(_LEADING + len(form.columns), needed, 5)
        self.slack = self.canvas.width - _LEADING - len(form.columns)
        self._captions()
        self._fields()
        for number, part in enumerate(form.money):
            lay_money(self.canvas, number, part)
        if form.columns:
            self._indicators()
        self._notes()
        canvas, widths = self.canvas, self._widths()
        sheet = Sheet(
            canvas.name,
            tuple(map(tuple, canvas.rows)),
            tuple(canvas.merges),
            (*widths, _ID_WIDTH),
            tuple(canvas.heights),
            Page(landscape=sum(widths) > _WIDE_SHEET, repeat=self.repeat, footer=form.title),
            tuple(canvas.checks),
            hidden_columns=(canvas.width + 1,),
            print_columns=canvas.width,
        )
        return LaidOut(labels_on_top(sheet), tuple(canvas.marks))

    def _widths(self) -> tuple[int, ...]:
        """Narrow levels, columns by what they hold; what is left over goes to the names."""
        spread = self.slack + 1
        third = max(10, _LEVEL3 // spread)
        levels = [
            _between(9, 18, (row.level1 for row in self.form.rows)),
            _between(11, 20, (row.level2 for row in self.form.rows)),
        ]
        values = [head.width for head in self.form.columns]
        side = _between(_SIDE, 22, (row.goal for row in self.form.rows))
        widths = [side, *levels, *([third] * spread), *values]
        for part in self.form.money:
            for name, (left, right) in zip(
                part.columns, money_spans(part, self.canvas.width)[1:], strict=True
            ):
                if left == right:
                    widths[left - 1] = max(widths[left - 1], min(14, display_width(name) + 3))
        missing = _FULL_WIDTH - sum(widths)
        if missing > 0:
            widths[3] += missing // 2
            widths[-1] += missing - missing // 2
        return tuple(widths[: self.canvas.width])

    def _captions(self) -> None:
        form = self.form
        row = self.canvas.row("a", 0, Style.TITLE)
        self.canvas.put(row, 1, self.canvas.width, Cell(form.title, Style.TITLE, form.comment))
        if form.year is not None:
            row = self.canvas.row("a", 1, Style.CAPTION)
            year = form_word("year_caption", year=form.year)
            self.canvas.put(row, 1, self.canvas.width, Cell(year, Style.CAPTION, across="center"))
        row = self.canvas.row("a", 2, Style.CAPTION)
        unit = form_word("unit_caption", unit=form.money_unit)
        self.canvas.put(row, 1, self.canvas.width, Cell(unit, Style.CAPTION, across="right"))

    def _fields(self) -> None:
        waiting: list[Entry] = []
        number = 0
        for entry in self.form.fields:
            if _is_long(entry):
                number = self._short(waiting, number)
                waiting = []
                row = self.canvas.row("f", number)
                number += 1
                self.canvas.put(row, 1, 1, Cell(entry.name, Style.LABEL))
                self.canvas.enter(row, 2, self.canvas.width, entry, "field")
                self.canvas.heights.append((row, _LONG_HEIGHT))
            else:
                waiting.append(entry)
                if len(waiting) == 2:  # noqa: PLR2004 - two short fields a row
                    number = self._short(waiting, number)
                    waiting = []
        self._short(waiting, number)

    def _short(self, entries: list[Entry], number: int) -> int:
        """A row of one or two short fields."""
        if not entries:
            return number
        row = self.canvas.row("f", number)
        if len(entries) == 1:
            self.canvas.put(row, 1, 1, Cell(entries[0].name, Style.LABEL))
            self.canvas.enter(row, 2, self.canvas.width, entries[0], "field")
            return number + 1
        middle = _LEADING
        first, second = entries
        self.canvas.put(row, 1, 1, Cell(first.name, Style.LABEL))
        self.canvas.enter(row, 2, middle - 1, first, "field")
        self.canvas.put(row, middle, middle, Cell(second.name, Style.LABEL))
        self.canvas.enter(row, middle + 1, self.canvas.width, second, "field")
        return number + 1

    def _indicators(self) -> None:
        columns = self.form.columns
        grouped = any(head.group for head in columns)
        first = self.canvas.row("h", 0, Style.HEADER)
        second = self.canvas.row("h", 1, Style.HEADER) if grouped else first
        self.repeat = (first, second)
        self.canvas.put(first, 1, 1, Cell(form_word("indicators"), Style.LABEL))
        self._head(first, second, 2, 2, form_word("level1"))
        self._head(first, second, 3, 3, form_word("level2"))
        self._head(first, second, 4, 4 + self.slack, form_word("level3"))
        at = _LEADING + self.slack + 1
        for group, heads in groupby(columns, key=lambda one: one.group):
            held = list(heads)
            if group:
                self.canvas.put(first, at, at + len(held) - 1, Cell(group, Style.HEADER))
            for head in held:
                if group:
                    self.canvas.put(second, at, at, Cell(head.name, Style.HEADER))
                else:
                    self._head(first, second, at, at, head.name)
                at += 1
        self._levels(self.form.rows, columns)
        if not any(row.goal for row in self.form.rows):
            self.canvas.side(first)
        if self.form.total is not None:
            self._total(self.form.total, columns)

    def _head(self, first: int, second: int, left: int, right: int, text: str) -> None:
        """A head over both rows where there are two."""
        if first == second:
            self.canvas.put(first, left, right, Cell(text, Style.HEADER))
            return
        self.canvas.put(first, left, left, Cell(text, Style.HEADER))
        self.canvas.merges.append(Area(first, left, second, right))

    def _levels(self, rows: tuple[Row, ...], columns: tuple[ColumnHead, ...]) -> None:
        """The rows, with 一级 and 二级 merged down theirs."""
        start = len(self.canvas.rows) + 1
        goal = ""
        for row in rows:
            at = self.canvas.row(row.part, row.number)
            if row.goal and row.goal != goal:
                self.canvas.put(at, 1, 1, Cell(row.goal, Style.LABEL))
            goal = row.goal
            self.canvas.put(at, 2, 2, Cell(row.level1 or None, Style.LABEL), "label", "level1")
            self.canvas.put(at, 3, 3, Cell(row.level2 or None, Style.LABEL), "label", "level2")
            self.canvas.enter(at, 4, 4 + self.slack, row.name, "value")
            # the name of an indicator stands at the left
            name = self.canvas.rows[at - 1][3]
            self.canvas.rows[at - 1][3] = Cell(name.value, name.style, name.comment, tone=name.tone)
            for offset, (entry, _) in enumerate(zip(row.entries, columns, strict=True)):
                column = _LEADING + self.slack + 1 + offset
                self.canvas.enter(at, column, column, entry, "value")
        if any(row.goal for row in rows):
            self.canvas.merge_down(start, 1, [(row.goal,) for row in rows])
        self.canvas.merge_down(start, 2, [(row.goal, row.level1) for row in rows])
        self.canvas.merge_down(start, 3, [(row.goal, row.level1, row.level2) for row in rows])

    def _total(self, total: Row, columns: tuple[ColumnHead, ...]) -> None:
        """The row of sums: its label up to the first figure, then the figures."""
        row = self.canvas.row("x", 0)
        start = _LEADING + self.slack + 1
        figures = [at for at, head in enumerate(columns) if head.role in ("权重", "得分")]
        first = figures[0] if figures else 0
        self.canvas.put(row, 1, start + first - 1, Cell(total.level1, Style.LABEL, bold=True))
        for offset in range(first, len(columns)):
            self.canvas.enter(row, start + offset, start + offset, total.entries[offset], "value")

    def _notes(self) -> None:
        for number, text in enumerate(self.form.notes):
            row = self.canvas.row("n", number, Style.NOTE)
            self.canvas.put(row, 1, self.canvas.width, Cell(text, Style.NOTE))


def _between(least: int, most: int, texts: Iterable[str]) -> int:
    """The width that the longest text asks for, within limits."""
    return min(most, max(least, *(display_width(text) + 2 for text in texts), 0))


def _is_long(entry: Entry) -> bool:
    if display_width(entry.text) > _SHORT_TEXT or "\n" in entry.text:
        return True
    return _LONG.search(entry.name) is not None and "类型" not in entry.name
