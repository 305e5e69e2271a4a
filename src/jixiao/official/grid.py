"""A form laid out on a sheet: title, fields, money, indicators, notes, a mark for each cell."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from jixiao.form_marks import row_id
from jixiao.messages.forms import form_word
from jixiao.official.marks import Mark
from jixiao.sheets import Area, Between, Cell, Choice, Page, Sheet, Style
from jixiao.source import display_width

if TYPE_CHECKING:
    from jixiao.official.model import ColumnHead, Entry, Form, MoneyPart, Part, Row

__all__ = ["LaidOut", "laid_out"]

_SIDE, _LEVEL1, _LEVEL2, _LEVEL3 = 11, 11, 13, 24
_LEADING = 4
"""Columns before those of values: the side, and the three levels."""
_LONG = re.compile(r"目标|内容|必要性|可行性|概述|措施|结论|问题|分析|职能|任务|用途|依据|说明")
_SHORT_TEXT = 28
_LONG_HEIGHT = 48
_WIDE_SHEET = 96
_NAME = "名称"
"""The head of a column of names that says nothing: of what lines they are, is said instead."""


@frozen
class LaidOut:
    """A sheet and what was written in each of its cells."""

    sheet: Sheet
    marks: tuple[Mark, ...]


def laid_out(form: Form, name: str) -> LaidOut:
    """The form on a sheet; the last column, which nobody sees, holds the ids of the rows."""
    return _Grid(form, name).made()


@define
class _Grid:
    """Lays one form out, row by row; used once."""

    form: Form
    name: str
    rows: list[list[Cell]] = field(factory=list)
    merges: list[Area] = field(factory=list)
    heights: list[tuple[int, int]] = field(factory=list)
    checks: list[Choice | Between] = field(factory=list)
    marks: list[Mark] = field(factory=list)
    width: int = 0
    slack: int = 0
    repeat: tuple[int, int] | None = None

    def made(self) -> LaidOut:
        form = self.form
        needed = max((2 + len(part.columns) for part in form.money), default=5)
        self.width = max(_LEADING + len(form.columns), needed, 5)
        self.slack = self.width - _LEADING - len(form.columns)
        self._captions()
        self._fields()
        for number, part in enumerate(form.money):
            self._money(number, part)
        if form.columns:
            self._indicators()
        self._notes()
        widths = self._widths()
        return LaidOut(
            Sheet(
                self.name,
                tuple(map(tuple, self.rows)),
                tuple(self.merges),
                (*widths, 14),
                tuple(self.heights),
                Page(landscape=sum(widths) > _WIDE_SHEET, repeat=self.repeat, footer=form.title),
                tuple(self.checks),
                hidden_columns=(self.width + 1,),
                print_columns=self.width,
            ),
            tuple(self.marks),
        )

    def _widths(self) -> tuple[int, ...]:
        """Narrow levels, columns by what they hold; what is left over goes to the names."""
        spread = max(1, self.slack + 1)
        third = max(10, _LEVEL3 // spread) if self.slack else _LEVEL3
        values = [head.width for head in self.form.columns]
        leading = [_SIDE, _LEVEL1, _LEVEL2, *([third] * spread)]
        widths = [*leading, *values]
        missing = 78 - sum(widths)
        if missing > 0:
            widths[3] += missing // 2
            widths[-1] += missing - missing // 2
        return tuple(widths[: self.width])

    # ── rows and cells ────────────────────────────────────────────────────────

    def _row(self, part: str, number: int, style: Style = Style.BODY) -> int:
        """A new row with its id; its number."""
        cells = [Cell(style=style) for _ in range(self.width)]
        self.rows.append([*cells, Cell(row_id(self.form.index, part, number), Style.BARE)])
        return len(self.rows)

    def _put(  # noqa: PLR0913, PLR0917 - a cell's place and content
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

    def _enter(self, row: int, left: int, right: int, entry: Entry, part: Part) -> None:
        """A cell that people fill in, with what may be entered."""
        if entry.number is not None:
            value: str | Decimal | None = entry.number
        else:
            value = entry.text or None
        number = entry.number is not None or part == "money"
        style = Style.NUMBER if number else Style.BODY
        across = "center" if part == "value" and not number and len(entry.text) <= 8 else ""  # noqa: PLR2004
        if entry.weight or (part == "value" and number):
            across = "center"
        cell = Cell(
            value,
            style,
            entry.comment,
            tone=entry.tone,
            across=across,  # type: ignore[arg-type]
        )
        self._put(row, left, right, cell, part, entry.name)
        if entry.choices:
            self.checks.append(Choice(Area(row, left, row, right), entry.choices, entry.strict))
        if entry.weight:
            prompt = form_word("weight_prompt")
            self.checks.append(Between(Area.cell(row, left), Decimal(0), Decimal(100), prompt))

    # ── the parts of a form ───────────────────────────────────────────────────

    def _captions(self) -> None:
        form = self.form
        row = self._row("a", 0, Style.TITLE)
        self._put(row, 1, self.width, Cell(form.title, Style.TITLE, form.comment))
        if form.year is not None:
            row = self._row("a", 1, Style.CAPTION)
            year = form_word("year_caption", year=form.year)
            self._put(row, 1, self.width, Cell(year, Style.CAPTION, across="center"))
        row = self._row("a", 2, Style.CAPTION)
        unit = form_word("unit_caption", unit=form.money_unit)
        self._put(row, 1, self.width, Cell(unit, Style.CAPTION, across="right"))

    def _fields(self) -> None:
        waiting: list[Entry] = []
        number = 0
        for entry in self.form.fields:
            if _is_long(entry):
                number = self._short(waiting, number)
                waiting = []
                row = self._row("f", number)
                number += 1
                self._put(row, 1, 1, Cell(entry.name, Style.LABEL))
                self._enter(row, 2, self.width, entry, "field")
                self.heights.append((row, _LONG_HEIGHT))
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
        row = self._row("f", number)
        if len(entries) == 1:
            self._put(row, 1, 1, Cell(entries[0].name, Style.LABEL))
            self._enter(row, 2, self.width, entries[0], "field")
            return number + 1
        middle = 4 if self.width > 4 else 3  # noqa: PLR2004 - behind the levels
        if self.width == 5:  # noqa: PLR2004 - side, three levels, one value
            middle = 4
        first, second = entries
        self._put(row, 1, 1, Cell(first.name, Style.LABEL))
        self._enter(row, 2, middle - 1, first, "field")
        self._put(row, middle, middle, Cell(second.name, Style.LABEL))
        self._enter(row, middle + 1, self.width, second, "field")
        return number + 1

    def _money(self, number: int, part: MoneyPart) -> None:
        """A block of lines: its label at the side, the heads, a line each."""
        first = self._row(f"g{number}.", 0)
        spans = self._spans(part)
        self._put(first, 1, 1, Cell(part.label, Style.LABEL))
        left, right = spans[0]
        if part.head:
            head = form_word("spending_lines") if part.head == _NAME else part.head
            self._put(first, left, right, Cell(head, Style.HEADER))
        for name, (one, other) in zip(part.columns, spans[1:], strict=True):
            self._put(first, one, other, Cell(name, Style.HEADER))
        for line in part.lines:
            row = self._row(f"g{number}.", line.number + 1)
            if part.head:
                self._source(row, spans[0], part, line.source)
            for entry, amount, span in zip(line.entries, part.amounts, spans[1:], strict=True):
                self._enter(row, *span, entry, "money" if amount else "field")
        self._side(first)

    def _source(self, row: int, span: tuple[int, int], part: MoneyPart, entry: Entry) -> None:
        """The name of a line: printed by the form, or filled in where its lines are free."""
        free = entry.name in (part.head, part.label)
        if free:
            self._enter(row, *span, entry, "field")
        else:
            self._put(row, *span, Cell(entry.name, Style.LABEL, entry.comment, across="left"))

    def _spans(self, part: MoneyPart) -> list[tuple[int, int]]:
        """Names take two columns, the rest is shared: what is left over goes to the texts first."""
        count = len(part.columns)
        named = 2 if part.head and self.width - 1 - count >= 2 else 1 if part.head else 0  # noqa: PLR2004
        room = self.width - 1 - named
        sizes = [room // count] * count
        wide = [at for at, amount in enumerate(part.amounts) if not amount] or list(range(count))
        if not all(part.amounts):
            sizes = [1] * count
        for number in range(room - sum(sizes)):
            sizes[wide[number % len(wide)]] += 1
        spans, at = [(2, max(2, 1 + named))], 2 + named
        for size in sizes:
            spans.append((at, at + size - 1))
            at += size
        return spans

    def _side(self, first: int) -> None:
        """The first column merged from a row down to the last."""
        if len(self.rows) > first:
            self.merges.append(Area(first, 1, len(self.rows), 1))
        for row in range(first + 1, len(self.rows) + 1):
            self.rows[row - 1][0] = Cell(style=Style.LABEL)

    def _indicators(self) -> None:
        columns = self.form.columns
        grouped = any(head.group for head in columns)
        first = self._row("h", 0, Style.HEADER)
        second = self._row("h", 1, Style.HEADER) if grouped else first
        self.repeat = (first, second)
        self._put(first, 1, 1, Cell(form_word("indicators"), Style.LABEL))
        self._head(first, second, 2, 2, form_word("level1"))
        self._head(first, second, 3, 3, form_word("level2"))
        self._head(first, second, 4, 4 + self.slack, form_word("level3"))
        at = _LEADING + self.slack + 1
        for group, heads in groupby(columns, key=lambda one: one.group):
            held = list(heads)
            if group:
                self._put(first, at, at + len(held) - 1, Cell(group, Style.HEADER))
            for head in held:
                if group:
                    self._put(second, at, at, Cell(head.name, Style.HEADER))
                else:
                    self._head(first, second, at, at, head.name)
                at += 1
        self._levels(self.form.rows, columns)
        self._side(first)
        if self.form.total is not None:
            self._total(self.form.total, columns)

    def _head(self, first: int, second: int, left: int, right: int, text: str) -> None:
        """A head over both rows where there are two."""
        if first == second:
            self._put(first, left, right, Cell(text, Style.HEADER))
            return
        self._put(first, left, left, Cell(text, Style.HEADER))
        self.merges.append(Area(first, left, second, right))

    def _levels(self, rows: tuple[Row, ...], columns: tuple[ColumnHead, ...]) -> None:
        """The rows, with 一级 and 二级 merged down theirs."""
        start = len(self.rows) + 1
        goal = ""
        for row in rows:
            at = self._row(row.part, row.number)
            new = at == start or row.goal != goal
            goal = row.goal
            if row.goal and new:
                self._put(at, 1, 1, Cell(row.goal, Style.LABEL))
            self._put(at, 2, 2, Cell(row.level1 or None, Style.LABEL), "label", "level1")
            self._put(at, 3, 3, Cell(row.level2 or None, Style.LABEL), "label", "level2")
            self._enter(at, 4, 4 + self.slack, row.name, "value")
            # the name of an indicator stands at the left
            name = self.rows[at - 1][3]
            self.rows[at - 1][3] = Cell(name.value, name.style, name.comment, tone=name.tone)
            for offset, (entry, _) in enumerate(zip(row.entries, columns, strict=True)):
                column = _LEADING + self.slack + 1 + offset
                self._enter(at, column, column, entry, "value")
        self._merge_down(start, 2, [(row.goal, row.level1) for row in rows])
        self._merge_down(start, 3, [(row.goal, row.level1, row.level2) for row in rows])

    def _merge_down(self, start: int, column: int, keys: list[tuple[str, ...]]) -> None:
        at = start
        for key, group in groupby(keys):
            count = len(list(group))
            if count > 1 and key[-1]:
                self.merges.append(Area(at, column, at + count - 1, column))
                for row in range(at + 1, at + count):
                    self.rows[row - 1][column - 1] = Cell(style=Style.LABEL)
            at += count

    def _total(self, total: Row, columns: tuple[ColumnHead, ...]) -> None:
        """The row of sums: its label up to the first figure, then the figures."""
        row = self._row("x", 0)
        start = _LEADING + self.slack + 1
        figures = [at for at, head in enumerate(columns) if head.role in ("权重", "得分")]
        first = figures[0] if figures else 0
        self._put(row, 1, start + first - 1, Cell(total.level1, Style.LABEL, bold=True))
        for offset in range(first, len(columns)):
            self._enter(row, start + offset, start + offset, total.entries[offset], "value")

    def _notes(self) -> None:
        for number, text in enumerate(self.form.notes):
            row = self._row("n", number, Style.NOTE)
            self._put(row, 1, self.width, Cell(text, Style.NOTE))


def _is_long(entry: Entry) -> bool:
    if display_width(entry.text) > _SHORT_TEXT or "\n" in entry.text:
        return True
    return _LONG.search(entry.name) is not None and "类型" not in entry.name
