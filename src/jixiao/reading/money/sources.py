"""The sources of money of a table: its total and their parts, each with its amounts by column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.money_names import is_term_total, is_total
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.money.amounts import is_amount, is_blank_mark
from jixiao.reading.money.asides import rate_told
from jixiao.reading.money.blocks import Line
from jixiao.reading.money.heads import funding_block
from jixiao.reading.money.lines import finished_sources
from jixiao.reading.money.pairs import Pairs, heads_only, is_filled, pairs_of, unit_in
from jixiao.tables import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.money.ledger import Ledger
    from jixiao.tables import FundingLine

__all__ = ["Sources"]

_TOLD = "说明"
_TOTAL = "资金总额"
"""What the money is called that names no source."""


def _inside(line: Line) -> bool:
    """Whether the amount of a line stands in the cell of its source."""
    amounts = line.cells and line.amounts
    return bool(amounts) and line.cells[-1].origin == line.amounts[0].origin


class Sources:
    """Gathers the sources, row by row."""

    def __init__(self, ledger: Ledger, rows: Sequence[GridRow]) -> None:
        self.ledger = ledger
        self.block = funding_block(ledger.form, rows)
        self.heads: list[tuple[str, GridCell]] = []
        """The headers of the row above, where it held nothing else."""

    def is_spending(self, cells: list[GridCell]) -> bool:
        """Whether a row is a line of spending: a name nobody knows, with more amounts than one."""
        numbers = [cell for cell in cells if is_amount(cell.text)]
        names = [cell for cell in cells if self.block.is_name(cell)]
        known = any(self.ledger.known(cell) for cell in names)
        return bool(names) and not known and len(numbers) > max(1, len(self.block.names()))

    def row(self, cells: list[GridCell]) -> None:
        """Sources with their amounts, left to right; or labels and amounts that name no source."""
        heads, self.heads = self.heads, []
        if self.rate(cells):
            return
        pairs = pairs_of(cells, self.ledger.form)
        if pairs is not None:
            self.pairs(pairs)
        elif heads and cells and all(map(is_filled, cells)) and self.below(heads, cells):
            return
        elif heads_only(cells, self.ledger.form):
            self.header(cells)
        else:
            self.cells(cells)

    def rate(self, cells: list[GridCell]) -> bool:
        """A share of the whole below the sources, with the points it may earn: fields."""
        told = rate_told(cells) if any(line.amounts for line in self.block.lines) else ()
        for name, label, cell in told:
            self.ledger.keep(label, "label")
            self.ledger.keep(cell, f"field:{name}")
            self.ledger.fields.append(Field(name, cell.text.strip(), cell.origin))
        return bool(told)

    # ── labels with their amounts, and no source ──────────────────────────────

    def pairs(self, pairs: Pairs) -> None:
        """Labels with their amounts beside them."""
        named = []
        for label, amount in pairs.pairs:
            name = self.block.header(label.text) or self.block.add(label.text)
            self.ledger.keep(label, "header")
            self.told_unit(name, label)
            named.append((name, amount))
        self.without_header(named, pairs.pairs[0][0], pairs.source)
        for source, amount in pairs.parts:
            name = self.ledger.form.source_name(source.text) or ""
            self.block.lines.append(Line(name, [source], late={named[0][0]: amount}))

    def header(self, cells: list[GridCell]) -> None:
        """A row that holds nothing but headers: the amounts may stand right below them."""
        first = cells[0]
        own = self.block.header(first.text)
        again = any(self.block.header(cell.text) == own for cell in cells[1:])
        if again:
            self.ledger.keep(first, "label")
            cells = cells[1:]
        for cell in cells:
            name = self.block.header(cell.text) or self.block.add(cell.text)
            self.block.printed.setdefault(name, cell.column)
            self.told_unit(name, cell)
            self.ledger.keep(cell, "header")
            self.heads.append((name, cell))

    def below(self, heads: list[tuple[str, GridCell]], cells: list[GridCell]) -> bool:
        """Amounts right below the headers of their columns, on a row that names no source."""
        places = {cell.column: name for name, cell in heads}
        if all(cell.column in places for cell in cells):
            named = [(places[cell.column], cell) for cell in cells]
        elif len(cells) == len(heads):
            named = [(name, cell) for (name, _), cell in zip(heads, cells, strict=True)]
        else:
            return False
        if self.block.lines and not any(line.at for line in self.block.lines):
            return False
        self.without_header(named, heads[0][1], None)
        return True

    def without_header(
        self, named: list[tuple[str, GridCell]], label: GridCell, source: GridCell | None
    ) -> None:
        """Amounts whose columns are known by their labels, for a source or for all the money."""
        line = self.line_of(named, label, source)
        if line is None:
            self.ledger.leave_amounts([cell for _, cell in named])
            return
        line.late |= dict(named)

    def line_of(
        self, named: list[tuple[str, GridCell]], label: GridCell, source: GridCell | None
    ) -> Line | None:
        """The line that such amounts are of: their own source, the one above, or the whole."""
        lines = self.block.lines
        if source is not None:
            lines.append(Line(self.ledger.form.source_name(source.text) or "", [source]))
            return lines[-1]
        names = {name for name, _ in named}
        last = lines[-1] if lines else None
        if last is not None and not last.amounts and not names & set(last.late):
            if last.at is None and not last.late:
                self.ledger.say("T27", last.cells, name=last.name)
            return last
        if not all(is_term_total(line.name) for line in lines):
            return None
        lines.append(Line(_TOTAL, [], at=label))
        text = "".join(label.text.split())
        self.ledger.say("T71", [label], name=_TOTAL, text=text)
        return lines[-1]

    def told_unit(self, name: str, label: GridCell) -> None:
        """Remember the unit of money that the header of a column states."""
        unit = unit_in(label.text)
        if unit is not None:
            self.block.units[name] = unit

    # ── sources ───────────────────────────────────────────────────────────────

    def cells(self, cells: list[GridCell]) -> None:
        """Sources with their amounts, left to right."""
        line: Line | None = None
        heads = [cell for cell in cells if self.block.header(cell.text) is not None]
        first = heads[0] if len(heads) > 1 else None
        for at, cell in enumerate(cells):
            header = self.block.header(cell.text)
            if heads and key(cell.text) in self.block.remarks:
                self.block.remark_places[cell.column] = self.block.remarks[key(cell.text)]
                self.ledger.keep(cell, "header")
            elif cell.column in self.block.remark_places and line is not None and line.amounts:
                line.told.append((self.block.remark_places[cell.column], cell))
            elif header is not None and not self.heads_amount(cells, at):
                again = any(self.block.header(one.text) == header for one in cells[at + 1 :])
                if cell is first and again:
                    self.ledger.keep(cell, "label")
                    continue
                self.block.printed.setdefault(header, cell.column)
                self.told_unit(header, cell)
                self.ledger.keep(cell, "header")
            elif is_amount(cell.text) or is_blank_mark(cell.text):
                line = line or self.waiting_line()
                if line is None:
                    self.ledger.leave_amounts([cell])
                else:
                    line.amounts.append(cell)
            elif line is not None and not line.amounts and not self.ledger.known(cell):
                self.no_amount(cell, line)
            else:
                line = self.source(cell, line)

    def no_amount(self, cell: GridCell, line: Line) -> None:
        """A text where an amount was asked for; a label is nothing that was filled in."""
        if self.ledger.form.field_name(cell.text) is None:
            line.bad.append(cell)
        else:
            self.ledger.leave([cell])

    def heads_amount(self, cells: list[GridCell], at: int) -> bool:
        """Whether a word that may head a column stands before its own amount: 预算数 17.20."""
        follows = cells[at + 1] if at + 1 < len(cells) else None
        beside = follows is not None and is_amount(follows.text)
        return beside and self.ledger.known(cells[at])

    def source(self, cell: GridCell, before: Line | None) -> Line:
        """A source; 小计 and the parts of a sum stand behind the name they belong to."""
        form = self.ledger.form
        known = form.source_name(cell.text)
        name = known or key(cell.text).rstrip(":")
        apart = before is not None and is_total(before.name) and is_total(name)
        if before is not None and known is None and _inside(before):
            before.told.append((_TOLD, cell))
            return before
        if before is not None and not before.amounts and not apart:
            joined = form.source_name(before.name + name)
            before.cells.append(cell)
            if joined is not None or name == "小计":
                before.name = joined or before.name + name
            else:
                before.name = name
            return before
        line = Line(name, [cell])
        self.block.lines.append(line)
        return line

    def waiting_line(self) -> Line | None:
        """The last source, if it still waits for its amount."""
        last = self.block.lines[-1] if self.block.lines else None
        if last is None or last.amounts or last.late:
            return None
        self.ledger.say("T27", last.cells, name=last.name)
        return last

    def finish(self) -> tuple[FundingLine, ...]:
        """The sources with their amounts by column."""
        return finished_sources(self.block, self.ledger)
