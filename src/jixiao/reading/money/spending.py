"""The lines of spending of a table: what the money goes to, each with its amounts by column.

The lines are gathered before their amounts are given columns, so that a complete line of the same
shape can teach the others.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jixiao.reading.grid import GridCell, key
from jixiao.reading.money.amounts import assign, in_order, is_amount, is_blank_mark
from jixiao.reading.money.blocks import Block, Line
from jixiao.tables import RowStatus, SpendingLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.reading.money.ledger import Ledger

__all__ = ["Spending"]

_TOTAL_NAMES = frozenset({"合计", "小计", "总计", "支出合计", "金额合计", "合计金额"})


class Spending:
    """Gathers the lines of spending, row by row."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.block = Block.of(ledger.form.spending)

    def row(self, cells: list[GridCell], *, status: RowStatus = RowStatus.EXACT) -> None:
        """One spending line; or headers; or an amount that belongs to a line above."""
        block = self.block
        headers = [(name, cell) for cell in cells if (name := block.header(cell.text)) is not None]
        names = [cell for cell in cells if block.is_name(cell)]
        first = names[0].column if names else -1
        numbers = [
            cell
            for cell in cells
            if cell.column > first and (is_amount(cell.text) or is_blank_mark(cell.text))
        ]
        for cell in cells:
            if cell.column < first and is_amount(cell.text):
                self.ledger.keep(cell, "spending:number")
        for _, cell in headers:
            self.ledger.keep(cell, "header")
        if not names and headers and numbers:
            self.late(headers, numbers)
            return
        for name, cell in headers:
            block.printed.setdefault(name, cell.column)
        if names:
            self.line(names, numbers, status)
        elif numbers:
            self.amounts_alone(numbers)

    def line(self, names: list[GridCell], numbers: list[GridCell], status: RowStatus) -> None:
        """A line with its name; a sum of the lines is no line."""
        name = " ".join(cell.text.strip() for cell in names)
        if key(name) in _TOTAL_NAMES:
            for cell in (*names, *numbers):
                self.ledger.keep(cell, "spending:total")
            return
        if len(names) > 1:
            status = RowStatus.SUSPECTED
        self.block.lines.append(Line(name, names, numbers, status=status))

    def amounts_alone(self, numbers: list[GridCell]) -> None:
        """Amounts on a row of their own belong to the line above if that has none."""
        last = self.block.lines[-1] if self.block.lines else None
        if last is None or last.amounts:
            self.ledger.leave_amounts(numbers)
            return
        last.amounts += numbers
        last.status = RowStatus.MOVED

    def late(self, headers: list[tuple[str, GridCell]], numbers: list[GridCell]) -> None:
        """A header torn off with its amounts: they are those the lines above still lack."""
        wanting = [
            line
            for line in self.block.lines
            if len(line.amounts) + len(line.late) < len(self.block.names())
        ]
        if len(wanting) == 1 and len(headers) == len(numbers):
            line = wanting[0]
            line.status = RowStatus.MOVED
            for (name, _), cell in zip(headers, numbers, strict=True):
                line.late[name] = cell
            return
        self.ledger.leave_amounts(numbers)

    def finish(self) -> Iterator[SpendingLine]:
        """The lines with their amounts by column."""
        block, ledger = self.block, self.ledger
        columns = block.names()
        if not columns and block.lines:
            widest = max(len(line.amounts) for line in block.lines)
            columns = tuple(
                f"金额{number}" if widest > 1 else "金额" for number in range(1, widest + 1)
            )
        unprinted = [name for name in columns if name not in block.printed]
        late = {name for line in block.lines for name in line.late}
        lost = [name for name in unprinted if name not in late]
        if block.lines and lost and block.columns:
            ledger.say("T29", block.lines[0].cells, text="、".join(lost))
        for line in block.lines:
            yield self.finished(line, columns)

    def finished(self, line: Line, columns: tuple[str, ...]) -> SpendingLine:
        """One line with its amounts by column, and what is doubtful about them said."""
        block, ledger = self.block, self.ledger
        for cell in line.cells:
            ledger.keep(cell, "spending:name")
        open_columns = [name for name in columns if name not in line.late]
        got = assign(
            line.amounts,
            open_columns,
            block.printed,
            self.shape(line, columns),
            in_place=self.in_place(line),
        )
        ledger.leave(got.extra)
        cells = dict(got.cells) | line.late
        for cell in cells.values():
            ledger.keep(cell, "spending:amount")
        status = max(got.status, line.status, key=list(RowStatus).index)
        if not line.amounts and not line.late:
            ledger.say("T31", line.cells, name=line.name)
        elif status is RowStatus.SUSPECTED:
            ledger.say("T30", line.cells, name=line.name)
        elif line.late:
            ledger.say("T27", line.cells, name=line.name)
        elif status is RowStatus.MOVED:
            ledger.say("T22", line.cells, name=line.name)
        return SpendingLine(
            line.name,
            tuple((name, ledger.amount(cells.get(name), block, name)) for name in columns),
            status,
            line.cells[0].origin,
        )

    def in_place(self, line: Line) -> bool:
        """Whether a line stands to the right of the word 支出, as the form has it."""
        head = self.block.head_column
        return head is not None and line.cells[0].column > head

    def shape(self, line: Line, columns: tuple[str, ...]) -> dict[int, str]:
        """Grid column to name, as complete lines have it whose name stands in the same column."""
        votes: Counter[tuple[int, ...]] = Counter(
            tuple(cell.column for cell in other.amounts)
            for other in self.block.lines
            if other is not line
            and other.cells[0].column == line.cells[0].column
            and len(other.amounts) == len(columns)
        )
        if len(votes) != 1:
            return {}
        order = in_order(columns, self.block.printed)
        return dict(zip(next(iter(votes)), order, strict=True))
