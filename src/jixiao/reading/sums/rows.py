"""The rows of sums that a self-evaluation prints among its indicators, with their figures.

A sum is no indicator: its row has a name of a sum and figures, and no target.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.findings import Finding, Where, finding
from jixiao.reading.fitting import Layout, Need
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.money.amounts import is_blank_mark
from jixiao.reading.sums.lines import OUT_OF, figure, is_sum_name, part_of, read_sum_text
from jixiao.tables import Cell
from jixiao.totals import PrintedTotal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.forms import Form
    from jixiao.reading.headers.columns import Header

__all__ = ["SumRow", "read_sum"]

_GRADES = frozenset({"优", "良", "中", "差", "优秀", "良好", "合格", "不合格"})


@frozen
class SumRow:
    """A row that is a sum: the sum, its cells, what found no place, and what is to be said.

    `total` is None where no figure of the row could be placed; `level1` and `level2` are labels of
    the tree that stand on the same row.
    """

    total: PrintedTotal | None
    cells: tuple[Cell, ...]
    leftovers: tuple[Cell, ...] = ()
    findings: tuple[Finding, ...] = ()
    level1: str | None = None
    level2: str | None = None
    name: str = ""
    stated: bool = False
    """Whether one text states the sum whole, so that it stands in no column."""

    def under(self, level1: str, where: Where) -> SumRow:
        """The same row where that 一级 is in force: a 小计 under none sums nobody knows what."""
        if self.total is None or self.total.level1 != "":
            return self
        if level1:
            return evolve(self, total=evolve(self.total, level1=level1))
        at = evolve(where, origin=self.total.origin)
        text = "、".join(text for _, text in self.total.texts) or "—"
        said = finding("T67", at, raw=self.name, name=self.name, text=text)
        loose = tuple(Cell(cell.text, cell.origin) for cell in self.cells)
        return SumRow(None, (), (*loose, *self.leftovers), (*self.findings, said), name=self.name)


def read_sum(row: GridRow, header: Header, form: Form, where: Where) -> SumRow | None:
    """The sum in a row of the indicator part; None where the row is none.

    A 小计 has no 一级 yet: it stands under the one in force.
    """
    if row.plain or not row.cells:
        return None
    if len(row.cells) == 1 and (stated := read_sum_text(row.cells[0].text)) is not None:
        cell = row.cells[0]
        kept = Cell(cell.text, cell.origin, "total:name")
        return SumRow(evolve(stated, origin=cell.origin), (kept,), name=stated.name, stated=True)
    at = next((at for at, cell in enumerate(row.cells) if _names_sum(cell.text, form)), None)
    if at is None or not _is_sum_row(row.cells, at, header, form):
        return None
    named = row.cells[at]
    labels = row.cells[:at]
    rest = [cell for cell in row.cells[at + 1 :] if key(cell.text) != key(named.text)]
    again = [cell for cell in row.cells[at + 1 :] if key(cell.text) == key(named.text)]
    level1 = next((cell.text for cell in labels if form.is_level1(cell.text)), None)
    level2 = next((cell.text for cell in labels if form.is_level2(cell.text)), None)
    read = _figures(named, rest, header, where)
    used = [Cell(cell.text, cell.origin, "label") for cell in labels]
    used += [Cell(cell.text, cell.origin, "total:name") for cell in (named, *again)]
    part = part_of(named.text, form)
    if part and form.is_level1(part):
        level1 = part
    total = read.total
    first = min((one.column for one in header.layouts), default=0)
    if named.column > first + (part is not None) and total is not None and not read.findings:
        read = _perhaps_slid(read, header, where)
    if total is not None and part is not None:
        total = evolve(total, level1=level1 or "", level2=level2)
    return evolve(read, total=total, cells=(*used, *read.cells), level1=level1, level2=level2)


def _perhaps_slid(read: SumRow, header: Header, where: Where) -> SumRow:
    """A sum that stands beside its place and lacks a figure: its column may be another."""
    slots = [one for one in header.layouts if one.need is Need.NUMBER]
    total = read.total
    placed = [] if total is None else [one for one in total.texts if figure(one[1]) is not None]
    if total is None or not placed or len(placed) == len(slots):
        return read
    at = evolve(where, origin=total.origin)
    columns = "、".join(name for name, _ in placed)
    text = "、".join(text for _, text in placed)
    said = finding("T69", at, raw=read.name, name=read.name, text=text, columns=columns)
    return evolve(read, findings=(said,))


def _names_sum(text: str, form: Form) -> bool:
    return is_sum_name(text) or part_of(text, form) is not None


def _is_sum_row(cells: Sequence[GridCell], at: int, header: Header, form: Form) -> bool:
    """Whether a row with the name of a sum is one: only labels before it, no target behind it."""
    first = min((one.column for one in header.layouts), default=0)
    before = all(
        form.is_level1(cell.text) or form.is_level2(cell.text) or cell.column < first
        for cell in cells[:at]
    )
    name = key(cells[at].text)
    values = {one.column for one in header.layouts if one.need is Need.VALUE}
    behind = [cell for cell in cells[at + 1 :] if key(cell.text) != name]
    odd = [cell for cell in behind if not _figured(cell) and cell.column in values]
    numbers = any(one.need is Need.NUMBER for one in header.layouts)
    return before and not odd and (numbers or all(_figured(cell) for cell in behind))


def _figured(cell: GridCell) -> bool:
    return figure(cell.text) is not None or is_blank_mark(cell.text)


def _figures(named: GridCell, rest: Sequence[GridCell], header: Header, where: Where) -> SumRow:
    """The figures of a sum by the columns they stand in, else in order where none is missing."""
    name = key(named.text).rstrip(":")
    out_of = OUT_OF.search(name)
    slots = [one for one in header.layouts if one.need is Need.NUMBER]
    figures = [cell for cell in rest if _figured(cell)]
    texts = [cell for cell in rest if not _figured(cell)]
    placed = _by_column(figures, slots)
    findings: list[Finding] = []
    leftovers: list[Cell] = []
    at = evolve(where, origin=named.origin)
    if placed is None and len(figures) == len(slots):
        placed = list(zip(slots, figures, strict=True))
        shown, columns = (
            "、".join(parts)
            for parts in (
                [cell.text.strip() for cell in figures],
                [one.name for one in slots],
            )
        )
        findings.append(finding("T65", at, raw=name, name=name, text=shown, columns=columns))
    elif placed is None:
        shown = "、".join(cell.text.strip() for cell in figures)
        findings.append(finding("T66", at, raw=name, name=name, text=shown))
        leftovers += [Cell(cell.text, cell.origin) for cell in figures]
        placed = []
    cells = [Cell(cell.text, cell.origin, f"total:{one.name}") for one, cell in placed]
    written = [(one.name, cell.text.strip()) for one, cell in placed]
    columns_of_text = {one.column: one.name for one in header.layouts if one.need is Need.TEXT}
    for cell in texts:
        column = columns_of_text.get(cell.column)
        if column is None and key(cell.text) in _GRADES:
            column = "等级"
        if column is None:
            leftovers.append(Cell(cell.text, cell.origin))
        else:
            cells.append(Cell(cell.text, cell.origin, f"total:{column}"))
            written.append((column, cell.text.strip()))
    by_role = _roles(header)
    weight = next((figure(cell.text) for one, cell in placed if by_role[one.name] == "权重"), None)
    points = next((figure(cell.text) for one, cell in placed if by_role[one.name] == "得分"), None)
    if weight is None and out_of is not None:
        weight = Decimal(out_of[1])
    total = PrintedTotal(
        OUT_OF.sub("", name),
        weight=weight,
        points=points,
        texts=tuple(written),
        origin=named.origin,
    )
    if weight is None and points is None and figures:
        return SumRow(None, tuple(cells), tuple(leftovers), tuple(findings), name=name)
    return SumRow(total, tuple(cells), tuple(leftovers), tuple(findings), name=name)


def _roles(header: Header) -> dict[str, str]:
    return {one.name: one.role for one in header.columns}


def _by_column(
    figures: Sequence[GridCell], slots: Sequence[Layout]
) -> list[tuple[Layout, GridCell]] | None:
    """Each figure with the one column it stands in; None where one stands in none, or over two."""
    placed: list[tuple[Layout, GridCell]] = []
    for cell in figures:
        over = [one for one in slots if cell.column <= one.column < cell.column + cell.colspan]
        if len(over) != 1:
            return None
        placed.append((over[0], cell))
    return placed
