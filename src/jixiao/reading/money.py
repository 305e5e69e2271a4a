"""The part about money: sources and spending lines, their amounts by column.

A block of lines is read whole before its amounts are given columns, so that a line which stands as
the header has it, or a complete line of the same shape, can teach the others.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.findings import Finding, Where, finding
from jixiao.money_names import is_total
from jixiao.reading.amounts import assign, in_order, is_amount, is_blank_mark, read_amount
from jixiao.reading.blocks import Block, Line
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.labels import FUNDING_HEADS, SPENDING_HEADS
from jixiao.reading.money_turned import upright
from jixiao.tables import Cell, Field, FundingLine, RowStatus, SpendingLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jixiao.reading.forms import Form
    from jixiao.units import Quantity

__all__ = ["MoneyPart", "opens_money", "read_money"]

_TOTAL_NAMES = frozenset({"合计", "小计", "总计", "支出合计", "金额合计", "合计金额"})
_PURPOSE = "资金用途"


@frozen
class MoneyPart:
    """Funding and spending as read, with every cell, and what is to be said about them."""

    funding: tuple[FundingLine, ...] = ()
    spending: tuple[SpendingLine, ...] = ()
    cells: tuple[Cell, ...] = ()
    leftovers: tuple[Cell, ...] = ()
    findings: tuple[Finding, ...] = ()
    fields: tuple[Field, ...] = ()


def opens_money(row: GridRow, form: Form) -> bool:
    """Whether a row opens the part about money: it is headed 项目资金, 收入 or 支出, or a total."""
    if row.plain or not row.cells:
        return False
    first = key(row.cells[0].text)
    if FUNDING_HEADS.fullmatch(first) or first in SPENDING_HEADS:
        return True
    name = form.source_name(row.cells[0].text)
    return name is not None and is_total(name)


class _Reader:
    """Goes through the rows once; the order of rows is what tells sources from spending."""

    def __init__(self, form: Form, money_unit: str, where: Where) -> None:
        self.form = form
        self.unit = money_unit
        self.where = where
        self.funding = Block.of(form.funding)
        self.spending = Block.of(form.spending)
        self.in_spending = False
        self.cells: list[Cell] = []
        self.leftovers: list[Cell] = []
        self.findings: list[Finding] = []
        self.fields: list[Field] = []
        self.purpose = False
        """Whether the part is headed 资金用途 too, so that a lone text in it is what it is for."""

    # ── rows ──────────────────────────────────────────────────────────────────

    def row(self, row: GridRow) -> None:
        """Take in one row."""
        if row.plain:
            self.leave(row.cells)
            return
        rest = self.take_heads(row.cells)
        if self.in_spending:
            self.spending_row(rest)
        else:
            self.funding_row(rest)

    def take_heads(self, cells: Iterable[GridCell]) -> list[GridCell]:
        """Label what heads the part, and switch to spending where it begins."""
        rest: list[GridCell] = []
        for cell in cells:
            name = key(cell.text)
            if name in SPENDING_HEADS and not rest and not self.spending.lines:
                self.in_spending = True
                self.spending.head_column = cell.column
                self.label(cell)
            elif not self.in_spending and FUNDING_HEADS.fullmatch(name) and not rest:
                self.purpose = self.purpose or _PURPOSE in name
                self.label(cell)
            else:
                rest.append(cell)
        if self.spending.aliases and any(
            self.spending.header(cell.text) is not None and self.funding.header(cell.text) is None
            for cell in rest
        ):
            self.in_spending = True
        return rest

    def funding_row(self, cells: list[GridCell]) -> None:
        """Sources with their amounts, left to right."""
        numbers = [cell for cell in cells if is_amount(cell.text)]
        names = [cell for cell in cells if self.is_name(cell, self.funding)]
        if self.purpose and len(cells) == len(names) == 1 and not self.known(names[0]):
            self.keep(names[0], f"field:{_PURPOSE}")
            self.fields.append(Field(_PURPOSE, names[0].text.strip(), names[0].origin))
            return
        known = [cell for cell in names if self.form.source_name(cell.text)]
        if names and not known and len(numbers) > max(1, len(self.funding.columns)):
            self.in_spending = True
            self.say("T25", cells, text=names[0].text.strip())
            self.spending_row(cells, status=RowStatus.SUSPECTED)
            return
        line: Line | None = None
        heads = any(self.funding.header(cell.text) is not None for cell in cells)
        for at, cell in enumerate(cells):
            header = self.funding.header(cell.text)
            if heads and key(cell.text) in self.funding.remarks:
                self.funding.remark_places[cell.column] = self.funding.remarks[key(cell.text)]
                self.keep(cell, "header")
            elif cell.column in self.funding.remark_places and line is not None and line.amounts:
                line.told.append((self.funding.remark_places[cell.column], cell))
            elif header is not None and not self.heads_amount(cells, at):
                self.funding.printed.setdefault(header, cell.column)
                self.keep(cell, "header")
            elif is_amount(cell.text) or is_blank_mark(cell.text):
                line = line or self.waiting_line()
                if line is None:
                    self.leave([cell])
                    self.say("T26", [cell], text=cell.text.strip())
                else:
                    line.amounts.append(cell)
            elif line is not None and not line.amounts and not self.form.source_name(cell.text):
                line.bad.append(cell)
            else:
                line = self.source(cell, line)

    def known(self, cell: GridCell) -> bool:
        """Whether a cell is a source of money that the form or the field knows."""
        return self.form.source_name(cell.text) is not None

    def heads_amount(self, cells: list[GridCell], at: int) -> bool:
        """Whether a word that may head a column stands before its own amount: 预算数 17.20."""
        follows = cells[at + 1] if at + 1 < len(cells) else None
        beside = follows is not None and is_amount(follows.text)
        return beside and self.known(cells[at])

    def source(self, cell: GridCell, before: Line | None) -> Line:
        """A source; 小计 and the parts of a sum stand behind the name they belong to."""
        known = self.form.source_name(cell.text)
        name = known or key(cell.text).rstrip(":")
        if before is not None and not before.amounts:
            joined = self.form.source_name(before.name + name)
            if joined is not None or name == "小计":
                before.name = joined or before.name + name
                before.cells.append(cell)
                return before
            before.cells.append(cell)
            before.name = name
            return before
        line = Line(name, [cell])
        self.funding.lines.append(line)
        return line

    def waiting_line(self) -> Line | None:
        """The last source, if it still waits for its amount."""
        last = self.funding.lines[-1] if self.funding.lines else None
        if last is None or last.amounts:
            return None
        self.say("T27", last.cells, name=last.name)
        return last

    def spending_row(self, cells: list[GridCell], *, status: RowStatus = RowStatus.EXACT) -> None:
        """One spending line; or headers; or an amount that belongs to a line above."""
        block = self.spending
        headers = [(name, cell) for cell in cells if (name := block.header(cell.text)) is not None]
        names = [cell for cell in cells if self.is_name(cell, block)]
        first = names[0].column if names else -1
        numbers = [
            cell
            for cell in cells
            if cell.column > first and (is_amount(cell.text) or is_blank_mark(cell.text))
        ]
        for cell in cells:
            if cell.column < first and is_amount(cell.text):
                self.keep(cell, "spending:number")
        for _, cell in headers:
            self.keep(cell, "header")
        if not names and headers and numbers:
            self.late(headers, numbers)
            return
        for name, cell in headers:
            block.printed.setdefault(name, cell.column)
        if names:
            self.spending_line(names, numbers, status)
        elif numbers:
            self.amounts_alone(numbers)

    def spending_line(
        self, names: list[GridCell], numbers: list[GridCell], status: RowStatus
    ) -> None:
        """A line with its name; a sum of the lines is no line."""
        name = " ".join(cell.text.strip() for cell in names)
        if key(name) in _TOTAL_NAMES:
            for cell in (*names, *numbers):
                self.keep(cell, "spending:total")
            return
        if len(names) > 1:
            status = RowStatus.SUSPECTED
        self.spending.lines.append(Line(name, names, numbers, status=status))

    def amounts_alone(self, numbers: list[GridCell]) -> None:
        """Amounts on a row of their own belong to the line above if that has none."""
        last = self.spending.lines[-1] if self.spending.lines else None
        if last is None or last.amounts:
            self.leave(numbers)
            self.say("T26", numbers, text="、".join(cell.text.strip() for cell in numbers))
            return
        last.amounts += numbers
        last.status = RowStatus.MOVED

    def late(self, headers: list[tuple[str, GridCell]], numbers: list[GridCell]) -> None:
        """A header torn off with its amounts: they are those the lines above still lack."""
        wanting = [
            line
            for line in self.spending.lines
            if len(line.amounts) + len(line.late) < len(self.spending.names())
        ]
        if len(wanting) == 1 and len(headers) == len(numbers):
            line = wanting[0]
            line.status = RowStatus.MOVED
            for (name, _), cell in zip(headers, numbers, strict=True):
                line.late[name] = cell
            return
        self.leave(numbers)
        self.say("T26", numbers, text="、".join(cell.text.strip() for cell in numbers))

    # ── cells and findings ────────────────────────────────────────────────────

    def is_name(self, cell: GridCell, block: Block) -> bool:
        """Whether a cell is neither a header nor a number."""
        return not (
            is_amount(cell.text) or is_blank_mark(cell.text) or block.header(cell.text) is not None
        )

    def label(self, cell: GridCell) -> None:
        self.keep(cell, "label")

    def keep(self, cell: GridCell, use: str) -> None:
        self.cells.append(Cell(cell.text, cell.origin, use))

    def leave(self, cells: Iterable[GridCell]) -> None:
        self.leftovers += [Cell(cell.text, cell.origin) for cell in cells]

    def say(self, code: str, cells: Iterable[GridCell], *, name: str = "", text: str = "") -> None:
        first = next(iter(cells))
        where = evolve(self.where, origin=first.origin)
        said = finding(code, where, raw=first.text.strip(), name=name, text=text)
        self.findings.append(said)

    # ── the end ───────────────────────────────────────────────────────────────

    def finish(self) -> MoneyPart:
        """All lines with their amounts."""
        funding = tuple(self.finish_funding())
        spending = tuple(self.finish_spending())
        amounts = [line.amounts for line in funding] + [line.amounts for line in spending]
        filled = any(amount is not None for line in amounts for _, amount in line)
        for line in funding:
            if filled and is_total(line.source) and line.amount() is None:
                where = evolve(self.where, origin=line.origin)
                self.findings.append(finding("T23", where, name=line.source))
        return MoneyPart(
            funding,
            spending,
            tuple(self.cells),
            tuple(self.leftovers),
            tuple(self.findings),
            tuple(self.fields),
        )

    def finish_funding(self) -> Iterator[FundingLine]:
        block = self.funding
        columns = block.names() or ("预算数",)
        for line in block.lines:
            for cell in line.cells:
                self.keep(cell, "funding:source")
            in_place = all(cell.column in block.printed.values() for cell in line.amounts)
            got = assign(line.amounts, columns, block.printed, {}, in_place=in_place)
            doubtful = got.status is RowStatus.SUSPECTED or self.may_have_slid(line)
            if got.extra or (doubtful and len(columns) > 1):
                self.say("T28", line.cells, name=line.name)
            self.leave(got.extra)
            cells = dict(got.cells)
            for cell in line.bad:
                self.keep(cell, "funding:amount")
                self.say("T24", [cell], name=line.name, text=cell.text.strip())
            for cell in (*cells.values(), *(cell for _, cell in line.told)):
                self.keep(cell, "funding:amount")
            yield FundingLine(
                line.name,
                tuple((name, self.amount(cells.get(name), block, name)) for name in columns),
                line.cells[-1].origin,
                (
                    *((columns[0], cell.text.strip()) for cell in line.bad[:1]),
                    *((name, cell.text.strip()) for name, cell in line.told),
                ),
            )

    def may_have_slid(self, line: Line) -> bool:
        """Whether a line stands beside the others by as much as would give it other columns."""
        block = self.funding
        places = Counter(one.cells[0].column for one in block.lines)
        usual = min(places, key=lambda column: (-places[column], column))
        slid = line.cells[0].column - usual
        printed = set(block.printed.values())
        whole = len(line.amounts) == len(printed)
        return (
            slid != 0
            and not whole
            and bool(line.amounts)
            and all(cell.column - slid in printed for cell in line.amounts)
        )

    def finish_spending(self) -> Iterator[SpendingLine]:
        block = self.spending
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
            self.say("T29", block.lines[0].cells, text="、".join(lost))
        for line in block.lines:
            for cell in line.cells:
                self.keep(cell, "spending:name")
            open_columns = [name for name in columns if name not in line.late]
            got = assign(
                line.amounts,
                open_columns,
                block.printed,
                self.shape(line, columns),
                in_place=self.in_place(line),
            )
            self.leave(got.extra)
            cells = dict(got.cells) | line.late
            for cell in cells.values():
                self.keep(cell, "spending:amount")
            status = max(got.status, line.status, key=list(RowStatus).index)
            if not line.amounts and not line.late:
                self.say("T31", line.cells, name=line.name)
            elif status is RowStatus.SUSPECTED:
                self.say("T30", line.cells, name=line.name)
            elif line.late:
                self.say("T27", line.cells, name=line.name)
            elif status is RowStatus.MOVED:
                self.say("T22", line.cells, name=line.name)
            yield SpendingLine(
                line.name,
                tuple((name, self.amount(cells.get(name), block, name)) for name in columns),
                status,
                line.cells[0].origin,
            )

    def in_place(self, line: Line) -> bool:
        """Whether a line stands to the right of the word 支出, as the form has it."""
        head = self.spending.head_column
        return head is not None and line.cells[0].column > head

    def shape(self, line: Line, columns: tuple[str, ...]) -> dict[int, str]:
        """Grid column to name, as complete lines have it whose name stands in the same column."""
        votes: Counter[tuple[int, ...]] = Counter(
            tuple(cell.column for cell in other.amounts)
            for other in self.spending.lines
            if other is not line
            and other.cells[0].column == line.cells[0].column
            and len(other.amounts) == len(columns)
        )
        if len(votes) != 1:
            return {}
        order = in_order(columns, self.spending.printed)
        return dict(zip(next(iter(votes)), order, strict=True))

    def amount(self, cell: GridCell | None, block: Block, column: str) -> Quantity | None:
        """The amount of a cell in the table's unit; a share or a score has no unit of money."""
        if cell is None or is_blank_mark(cell.text):
            return None
        quantity = read_amount(cell.text, "" if block.is_plain(column) else self.unit)
        if quantity is None:
            self.say("T24", [cell], name=column, text=cell.text.strip())
        return quantity


def read_money(rows: Iterable[GridRow], form: Form, money_unit: str, where: Where) -> MoneyPart:
    """The sources and spending lines of a table, each with its amounts by column."""
    reader = _Reader(form, money_unit, where)
    for row in upright(rows, form):
        reader.row(row)
    return reader.finish()
