"""The tasks of a department's year: a name, what it is, and its money by column.

The sum of the tasks is a line of funding. Where it stands beside its columns, the sums of the tasks
tell which columns it belongs to, if they leave one way only.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from jixiao.findings import Finding, Where, finding
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.labels import FIELD_LABELS
from jixiao.reading.money.amounts import assign, is_amount, is_blank_mark, read_amount
from jixiao.tables import Cell, FundingLine, RowStatus, Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["TaskPart", "goes_on_with_tasks", "opens_tasks", "read_tasks"]

_HEADS = frozenset({"年度主要任务", "年度工作任务", "主要任务", "年度任务", "主要工作任务"})
_NAMES = frozenset({"任务名称", "主要任务名称", "任务"})
_CONTENTS = frozenset({"主要内容", "任务内容", "主要工作内容", "工作内容"})
_MONEY = re.compile(
    r"(预算(金额|资金|安排)?|总额|小计|财政(拨款|资金)|其[他它]资金|金额|资金)(\((元|千元|万元|亿元)\))?"
)
_UNIT = re.compile(r"\((元|千元|万元|亿元)\)")
_TASK = re.compile(r"任务\d{1,2}")
_SUMS = frozenset({"金额合计", "合计", "合计金额", "总计", "小计"})


@frozen
class _Columns:
    """Where the header has the name, the content and the amounts."""

    name: int
    content: int | None
    amounts: dict[str, int]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns of amounts from left to right."""
        return tuple(sorted(self.amounts, key=self.amounts.__getitem__))


@frozen
class TaskPart:
    """Tasks and their sum as read, with every cell, and what is to be said about them."""

    tasks: tuple[Task, ...] = ()
    total: tuple[FundingLine, ...] = ()
    cells: tuple[Cell, ...] = ()
    leftovers: tuple[Cell, ...] = ()
    findings: tuple[Finding, ...] = field(default=())


def opens_tasks(row: GridRow) -> bool:
    """Whether a row heads a list of tasks: it names 任务名称 and a column beside it."""
    names = {key(cell.text) for cell in row.cells}
    known = names & _CONTENTS or any(_MONEY.fullmatch(name) for name in names)
    return not row.plain and bool(names & _NAMES) and bool(known)


def goes_on_with_tasks(row: GridRow) -> bool:
    """Whether a row inside a list of tasks still belongs to it: its first cell is no other label.

    The head may be printed again, and the cell under it is empty where it was merged; a row that
    has slid under the head is known by its amounts.
    """
    if row.plain:
        return False
    first = key(row.cells[0].text).rstrip(":")
    if row.cells[0].column > 0 or first in _HEADS or first in _SUMS:
        return True
    amounts = any(is_amount(cell.text) for cell in row.cells[1:])
    return first not in FIELD_LABELS and (amounts or _TASK.fullmatch(first) is not None)


def read_tasks(rows: Sequence[GridRow], money_unit: str, where: Where) -> TaskPart:
    """The tasks below their header of one or two lines."""
    if not rows:
        return TaskPart()
    header = rows[:2] if len(rows) > 1 and _is_header(rows[1]) else rows[:1]
    columns = _columns(header)
    texts = (_UNIT.search(key(cell.text)) for row in header for cell in row.cells)
    unit = next((match[1] for match in texts if match), money_unit)
    reader = _Reader(columns, unit, where)
    for row in header:
        for cell in row.cells:
            reader.keep(cell, "label" if key(cell.text) in _HEADS else "header")
    for row in rows[len(header) :]:
        reader.row(row)
    return reader.finish()


def _is_header(row: GridRow) -> bool:
    return bool(row.cells) and all(_MONEY.fullmatch(key(cell.text)) for cell in row.cells)


def _columns(header: Sequence[GridRow]) -> _Columns:
    """The columns; amounts are those of the lower line where there is one."""
    cells = header[0].cells
    name = next((cell.column for cell in cells if key(cell.text) in _NAMES), 1)
    content = next((cell.column for cell in cells if key(cell.text) in _CONTENTS), None)
    amounts = {
        _UNIT.sub("", key(cell.text)): cell.column
        for cell in header[-1].cells
        if _MONEY.fullmatch(key(cell.text))
    }
    return _Columns(name, content, amounts or {"金额": name + 2})


class _Reader:
    """Goes through the rows once; the sum is placed when all tasks are known."""

    def __init__(self, columns: _Columns, unit: str, where: Where) -> None:
        self.columns = columns
        self.unit = unit
        self.where = where
        self.tasks: list[Task] = []
        self.total: tuple[GridCell, list[GridCell]] | None = None
        self.cells: list[Cell] = []
        self.leftovers: list[Cell] = []
        self.findings: list[Finding] = []

    def keep(self, cell: GridCell, use: str) -> None:
        self.cells.append(Cell(cell.text, cell.origin, use))

    def say(self, code: str, cell: GridCell, name: str) -> None:
        where = evolve(self.where, origin=cell.origin)
        self.findings.append(finding(code, where, raw=cell.text.strip(), name=name))

    def row(self, row: GridRow) -> None:
        """One task, or the sum."""
        first = 1 if key(row.cells[0].text) in _HEADS else 0
        for cell in row.cells[:first]:
            self.keep(cell, "label")
        cells = row.cells[first:]
        texts = [one for one in cells if not (is_amount(one.text) or is_blank_mark(one.text))]
        numbers = [one for one in cells if one not in texts]
        if not texts:
            self.leftovers += [Cell(one.text, one.origin) for one in numbers]
        elif key(texts[0].text).rstrip(":") in _SUMS and self.total is None:
            self.total = (texts[0], numbers)
            self.leftovers += [Cell(one.text, one.origin) for one in texts[1:]]
        else:
            self.task(texts, numbers)

    def task(self, texts: list[GridCell], numbers: list[GridCell]) -> None:
        """A task: texts by column where the header has them, else in order."""
        columns = self.columns
        name, content = self.named(texts)
        used = {id(cell) for cell in (name, content) if cell is not None}
        extra = [cell for cell in texts if id(cell) not in used]
        in_place = all(cell.column in columns.amounts.values() for cell in numbers)
        got = assign(numbers, columns.names, columns.amounts, {}, in_place=in_place)
        status = got.status
        if (name and name.column != columns.name) or (
            content and content.column != columns.content
        ):
            status = max(status, RowStatus.MOVED, key=list(RowStatus).index)
        at = (name or content or texts[0]).origin
        for cell, use in ((name, "task:name"), (content, "task:content")):
            if cell is not None:
                self.keep(cell, use)
        for _, cell in got.cells:
            self.keep(cell, "task:amount")
        self.leftovers += [Cell(one.text, one.origin) for one in (*extra, *got.extra)]
        shown = name.text.strip() if name else ""
        if status is RowStatus.SUSPECTED or extra or got.extra:
            status = RowStatus.SUSPECTED
            self.say("T87", texts[0], shown or texts[0].text.strip())
        elif status is RowStatus.MOVED:
            self.say("T88", texts[0], shown or texts[0].text.strip())
        elif content is None and columns.content is not None:
            self.say("T92", texts[0], shown)
        amounts = dict(got.cells)
        read = tuple(
            (one, read_amount(amounts[one].text, self.unit) if one in amounts else None)
            for one in columns.names
        )
        told = content.text.strip() if content else ""
        self.tasks.append(Task(_one_line(shown), told, read, status, at))

    def named(self, texts: list[GridCell]) -> tuple[GridCell | None, GridCell | None]:
        """The cells of the name and of the content."""
        columns = self.columns
        by_column = {cell.column: cell for cell in texts}
        name, content = by_column.get(columns.name), None
        if columns.content is not None:
            content = by_column.get(columns.content)
        if name is not None and (content is not None or len(texts) == 1):
            return name, content
        if content is not None and len(texts) == 1:
            return None, content
        return texts[0], texts[1] if len(texts) > 1 else None

    def finish(self) -> TaskPart:
        """The tasks, and their sum in its columns."""
        total: tuple[FundingLine, ...] = ()
        if self.total is not None:
            total = (self.sum_line(*self.total),)
        return TaskPart(
            tuple(self.tasks),
            total,
            tuple(self.cells),
            tuple(self.leftovers),
            tuple(self.findings),
        )

    def sum_line(self, name: GridCell, numbers: list[GridCell]) -> FundingLine:
        """The sum: as printed, or moved to the only columns of which it is the sum."""
        names = self.columns.names
        printed = assign(numbers, names, self.columns.amounts, {}, in_place=True)
        ways = [dict(printed.cells)] if printed.status is RowStatus.EXACT else []
        ways += [
            dict(zip(names[at : at + len(numbers)], numbers, strict=True))
            for at in range(len(names) - len(numbers) + 1)
        ]
        right = [way for way in ways if numbers and self.adds_up(way)]
        chosen = right[0] if right else dict(printed.cells)
        moved = bool(right) and right[0] != ways[0]
        if not numbers:
            self.say("T23", name, name.text.strip())
        elif moved and all(way == right[0] for way in right):
            self.say("T86", name, name.text.strip())
        elif moved or (not right and printed.status is not RowStatus.EXACT):
            self.say("T87", name, name.text.strip())
        self.keep(name, "task:total")
        for cell in numbers:
            if cell in chosen.values():
                self.keep(cell, "task:total")
            else:
                self.leftovers.append(Cell(cell.text, cell.origin))
        amounts = tuple(
            (one, read_amount(chosen[one].text, self.unit) if one in chosen else None)
            for one in names
        )
        return FundingLine(key(name.text).rstrip(":"), amounts, name.origin)

    def adds_up(self, way: dict[str, GridCell]) -> bool:
        """Whether the amounts of the tasks add up to the sum, column by column."""
        for one in self.columns.names:
            parts = [task.amount(one) for task in self.tasks]
            numbers = [part.number for part in parts if part is not None]
            if one not in way:
                if any(numbers):
                    return False
                continue
            whole = read_amount(way[one].text, self.unit)
            same = {part.unit.symbol for part in parts if part is not None} <= {self.unit}
            if whole is None or not same or not numbers or _sum(numbers) != whole.number:
                return False
        return True


def _one_line(text: str) -> str:
    return "".join(line.strip() for line in text.split("\n"))


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    return sum(numbers, Decimal(0))
