"""The part about money: its heads, then sources of money, then lines of spending.

The order of rows is what tells sources from spending; the lines of both are read whole before their
amounts are given columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.findings import Finding, Where, finding
from jixiao.money_names import is_granted, is_total
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.labels import FUNDING_HEADS, SPENDING_HEADS
from jixiao.reading.labels.weighted import split_weight
from jixiao.reading.money.amounts import is_amount
from jixiao.reading.money.ledger import Ledger
from jixiao.reading.money.sources import Sources
from jixiao.reading.money.spending import Spending
from jixiao.reading.money.turned import upright
from jixiao.tables import Cell, Field, FundingLine, RowStatus, SpendingLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jixiao.reading.forms import Form

__all__ = ["MoneyPart", "opens_money", "read_money"]

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
    if name is None or is_total(name):
        return name is not None
    return is_granted(name) and len(row.cells) > 1 and is_amount(row.cells[1].text)


class _Reader:
    """Goes through the rows once."""

    def __init__(self, form: Form, money_unit: str, where: Where, rows: Sequence[GridRow]) -> None:
        self.ledger = Ledger(form, money_unit, where)
        self.sources = Sources(self.ledger, rows)
        self.spending = Spending(self.ledger)
        self.in_spending = False
        self.purpose = False
        """Whether the part is headed 资金用途 too, so that a lone text in it is what it is for."""

    def row(self, row: GridRow) -> None:
        """Take in one row."""
        if row.plain:
            self.ledger.leave(row.cells)
            return
        rest = self.take_heads(row.cells)
        if self.in_spending:
            self.spending.row(rest)
        elif self.is_purpose(rest):
            self.ledger.keep(rest[0], f"field:{_PURPOSE}")
            field = Field(_PURPOSE, rest[0].text.strip(), rest[0].origin)
            self.ledger.fields.append(field)
        elif self.sources.is_spending(rest):
            self.in_spending = True
            names = (cell for cell in rest if self.sources.block.is_name(cell))
            self.ledger.say("T25", rest, text=next(names).text.strip())
            self.spending.row(rest, status=RowStatus.SUSPECTED)
        else:
            self.sources.row(rest)

    def is_purpose(self, cells: list[GridCell]) -> bool:
        """Whether a row says what the money is for, and nothing else."""
        lone = self.purpose and len(cells) == 1 and self.sources.block.is_name(cells[0])
        return lone and not self.ledger.known(cells[0])

    def take_heads(self, cells: Iterable[GridCell]) -> list[GridCell]:
        """Label what heads the part, and switch to spending where it begins."""
        rest: list[GridCell] = []
        for cell in cells:
            name = key(cell.text)
            if name in SPENDING_HEADS and not rest and not self.spending.block.lines:
                self.in_spending = True
                self.spending.block.head_column = cell.column
                self.ledger.keep(cell, "label")
            elif not self.in_spending and FUNDING_HEADS.fullmatch(name) and not rest:
                self.purpose = self.purpose or _PURPOSE in name
                self.ledger.weight = split_weight(cell.text)[1] or self.ledger.weight
                self.ledger.keep(cell, "label")
            else:
                rest.append(cell)
        funding, spending = self.sources.block, self.spending.block
        if spending.aliases and any(
            spending.header(cell.text) is not None and funding.header(cell.text) is None
            for cell in rest
        ):
            self.in_spending = True
        return rest

    def finish(self) -> MoneyPart:
        """All lines with their amounts."""
        ledger = self.ledger
        funding = self.sources.finish()
        spending = tuple(self.spending.finish())
        amounts = [line.amounts for line in funding] + [line.amounts for line in spending]
        filled = any(amount is not None for line in amounts for _, amount in line)
        for line in funding:
            if filled and is_total(line.source) and line.amount() is None:
                where = evolve(ledger.where, origin=line.origin)
                ledger.findings.append(finding("T23", where, name=line.source))
        return MoneyPart(
            funding,
            spending,
            tuple(ledger.cells),
            tuple(ledger.leftovers),
            tuple(ledger.findings),
            tuple(ledger.fields),
        )


def read_money(rows: Iterable[GridRow], form: Form, money_unit: str, where: Where) -> MoneyPart:
    """The sources and spending lines of a table, each with its amounts by column."""
    held = upright(rows, form)
    reader = _Reader(form, money_unit, where, held)
    for row in held:
        reader.row(row)
    return reader.finish()
