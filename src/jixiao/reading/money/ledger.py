"""What the reading of money keeps on the way: cells with their use, leftovers, findings, units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, evolve, field

from jixiao.findings import Finding, Where, finding
from jixiao.reading.money.amounts import is_blank_mark, read_amount
from jixiao.tables import Cell, Field

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from jixiao.reading.forms import Form
    from jixiao.reading.grid import GridCell
    from jixiao.reading.money.blocks import Block
    from jixiao.units import Quantity

__all__ = ["Ledger"]


@define
class Ledger:
    """Every cell of the part about money ends in `cells` or in `leftovers`.

    `weight` are the points that the head of the part carries: 预算执行情况（10分）.
    """

    form: Form
    unit: str
    where: Where
    cells: list[Cell] = field(factory=list)
    leftovers: list[Cell] = field(factory=list)
    findings: list[Finding] = field(factory=list)
    fields: list[Field] = field(factory=list)
    weight: Decimal | None = None

    def known(self, cell: GridCell) -> bool:
        """Whether a cell is a source of money that the form or the field knows."""
        return self.form.source_name(cell.text) is not None

    def keep(self, cell: GridCell, use: str) -> None:
        """Keep a cell as what it was read as."""
        self.cells.append(Cell(cell.text, cell.origin, use))

    def leave(self, cells: Iterable[GridCell]) -> None:
        """Leave cells over."""
        self.leftovers += [Cell(cell.text, cell.origin) for cell in cells]

    def leave_amounts(self, cells: list[GridCell]) -> None:
        """Leave amounts over that belong to no line, and say so."""
        self.leave(cells)
        self.say("T26", cells, text="、".join(cell.text.strip() for cell in cells))

    def say(self, code: str, cells: Iterable[GridCell], *, name: str = "", text: str = "") -> None:
        """Say something about the first of some cells."""
        first = next(iter(cells))
        where = evolve(self.where, origin=first.origin)
        self.findings.append(finding(code, where, raw=first.text.strip(), name=name, text=text))

    def amount(self, cell: GridCell | None, block: Block, column: str) -> Quantity | None:
        """The amount of a cell in the table's unit; a share or a score has no unit of money."""
        if cell is None or is_blank_mark(cell.text):
            return None
        unit = "" if block.is_plain(column) else block.units.get(column, self.unit)
        quantity = read_amount(cell.text, unit)
        if quantity is None:
            self.say("T24", [cell], name=column, text=cell.text.strip())
        return quantity
