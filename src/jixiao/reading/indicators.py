"""The indicator part: rows aligned to the columns, with the 一级 and 二级 they stand under."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.reading.alignment import Aligned, Slotted, align, as_placed, most_cells
from jixiao.reading.building import outside_doubts
from jixiao.reading.drafts import Doubt, Draft, DraftSlot
from jixiao.reading.fitting import Need
from jixiao.reading.headers.rows import is_header
from jixiao.reading.labels.weighted import split_weight
from jixiao.reading.parents import Parents, parents_of, under
from jixiao.reading.row_kinds import (
    LONG_NAME,
    USES,
    doubts_of,
    goes_on,
    is_label,
    is_money,
    is_slot,
    unplaceable,
)
from jixiao.reading.sums.lines import figure
from jixiao.reading.sums.rows import read_sum
from jixiao.reading.sums.scopes import SumAt, scoped
from jixiao.reading.tokens import is_childless, strip_number, tag_row
from jixiao.tables import Cell, RowStatus
from jixiao.totals import PrintedTotal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from jixiao.findings import Finding, Where
    from jixiao.reading.forms import Form
    from jixiao.reading.grid import GridCell, GridRow
    from jixiao.reading.headers.columns import Header

__all__ = ["IndicatorPart", "is_note", "read_rows"]

_NOTE = re.compile(r"[-\s]*(备?注|说明|填表说明)\d*[:：]")
_GOAL = re.compile(r"目标\d{1,2}$")


@frozen
class IndicatorPart:
    """The rows of an indicator part before the fixed tree is laid over them."""

    drafts: tuple[Draft, ...]
    slots: tuple[DraftSlot, ...]
    cells: tuple[Cell, ...]
    leftovers: tuple[Cell, ...]
    totals: tuple[PrintedTotal, ...] = ()
    findings: tuple[Finding, ...] = ()


def _one_line(text: str) -> str:
    """A name that went on below in its cell."""
    return "".join(line.strip() for line in text.split("\n"))


def read_rows(rows: Iterable[GridRow], header: Header, form: Form, where: Where) -> IndicatorPart:
    """The rows below a header as drafts, slots, sums, and cells with what they were read as."""
    reader = _Reader(header, form, where)
    for row in rows:
        reader.row(row)
    return reader.finish()


class _Reader:
    """Goes through the rows once, with the 一级 and 二级 in force."""

    def __init__(self, header: Header, form: Form, where: Where) -> None:
        self.header = header
        self.form = form
        self.where = where
        self.parents = Parents()
        self.drafts: list[Draft] = []
        self.slots: list[DraftSlot] = []
        self.cells: list[Cell] = []
        self.leftovers: list[Cell] = []
        self.sums: list[SumAt] = []
        self.findings: list[Finding] = []
        self.labelled: list[PrintedTotal] = []
        self.whole: list[PrintedTotal] = []
        """What a label beside the header says that all rows weigh: 绩效指标（90分）."""
        self.weighed: set[tuple[str, str | None]] = set()
        self.goal: str | None = None
        self.side(header.side)
        self.has_level2 = any(one.need is Need.LEVEL2 for one in header.layouts)

    def row(self, row: GridRow) -> None:
        """Take in one row."""
        if is_header(row):
            self.cells += [Cell(cell.text, cell.origin, "header") for cell in row.cells]
            first = min((one.column for one in self.header.layouts), default=0)
            self.side([cell for cell in row.cells if cell.column < first])
        elif row.plain or _is_note(row, self.form):
            self.leave(row)
        elif len(row.cells) > most_cells(self.header.layouts):
            self.unread(row)
        elif not self.sum(row):
            self.indicator(row)

    def leave(self, row: GridRow) -> None:
        self.leftovers += [Cell(cell.text, cell.origin) for cell in row.cells]

    def unread(self, row: GridRow) -> None:
        self.leave(row)
        self.drafts.append(_unread(row))

    def sum(self, row: GridRow) -> bool:
        """Whether a row is a printed sum; it is taken in then."""
        read = read_sum(row, self.header, self.form, self.where)
        if read is None:
            return False
        self.parents = under(self.parents, read.level1, read.level2)
        read = read.under(self.parents.level1, self.where)
        self.cells += read.cells
        self.leftovers += read.leftovers
        self.findings += (*read.findings, *outside_doubts((row,), self.where))
        if read.total is not None:
            self.sums.append(SumAt(read.total, len(self.drafts), self.parents.level1))
        return True

    def indicator(self, row: GridRow) -> None:
        """A row of an indicator, of a slot, or one that cannot be placed."""
        tokens = tag_row(row, self.form)
        if row.placed:
            aligned = as_placed(tokens, self.header.layouts)
        else:
            aligned = align(tokens, self.header.layouts, closed=self.form.closed)
        if unplaceable(aligned, row) or is_money(aligned, self.form):
            self.unread(row)
            return
        self.parents, doubts = parents_of(self.parents, aligned, self.form)
        self.weights(aligned)
        self.cells += [_cell(one) for one in aligned.cells]
        self.leftovers += [Cell(token.cell.text, token.cell.origin) for token in aligned.extra]
        parents = self.parents
        if is_slot(aligned):
            if parents.level2 and not goes_on(aligned):
                place = aligned.cells[0].token.cell.origin
                self.slots.append(DraftSlot(parents.level1, parents.level2, place))
            return
        if not parents.level2 and (is_label(aligned) or (self.has_level2 and self.form.level2)):
            doubts = (*doubts, Doubt(RowStatus.SUSPECTED, "T17"))
        self.drafts.append(self.draft(aligned, doubts, row))

    def draft(self, aligned: Aligned, doubts: tuple[Doubt, ...], row: GridRow) -> Draft:
        """A row under the parents in force."""
        parents = self.parents
        name = aligned.of(Need.LEVEL3)
        at = name or aligned.cells[0]
        own = parents.level1 if aligned.of(Need.LEVEL1) and is_childless(parents.level1) else None
        return Draft(
            parents.level1,
            parents.level2,
            strip_number(_one_line(name.token.text)) if name else own,
            aligned.cells,
            at.token.cell.origin,
            (*doubts, *doubts_of(aligned, row, self.header)),
            raw=" ".join(cell.text.strip() for cell in row.cells),
            goal=self.goal,
        )

    def weights(self, aligned: Aligned) -> None:
        """The weights that the labels of a row carry, each once."""
        for need, level2 in ((Need.LEVEL1, None), (Need.LEVEL2, self.parents.level2)):
            label = aligned.of(need)
            weight = None if label is None else split_weight(label.token.text)[1]
            weight = weight or self.weight_behind(aligned, need)
            place = (self.parents.level1, level2)
            if label is None or weight is None or place in self.weighed:
                continue
            self.weighed.add(place)
            text = label.token.text.strip()
            self.labelled.append(
                PrintedTotal(
                    "".join(text.split()),
                    level1=self.parents.level1,
                    weight=weight,
                    texts=((label.layout.name, text),),
                    origin=label.token.cell.origin,
                    level2=level2,
                )
            )

    def weight_behind(self, aligned: Aligned, need: Need) -> Decimal | None:
        """The weight of a label in a column of its own behind it."""
        column = dict(self.header.level_weights).get(need)
        texts = (one.token.text for one in aligned.cells if one.layout.name == column)
        return next((weight for text in texts if (weight := figure(text)) is not None), None)

    def side(self, cells: Sequence[GridCell]) -> None:
        """A label beside a header: the goal whose rows follow, and the weight of them all."""
        for cell in cells:
            label, weight = split_weight(cell.text)
            if _GOAL.search(label):
                self.goal = label
                self.parents = Parents()
            if weight is None:
                continue
            name = "".join(cell.text.split())
            one = PrintedTotal(name, weight=weight, origin=cell.origin)
            if _GOAL.search(label) or self.form.is_level1(label):
                self.labelled.append(evolve(one, level1=label))
            else:
                self.whole.append(one)

    def finish(self) -> IndicatorPart:
        """All of it."""
        return IndicatorPart(
            tuple(self.drafts),
            tuple(self.slots),
            tuple(self.cells),
            tuple(self.leftovers),
            (*self.labelled, *scoped(self.sums, self.drafts), *self.whole),
            tuple(self.findings),
        )


def is_note(text: str) -> bool:
    """Whether a text is a note to the form: 注：…, 填表说明：….

    >>> is_note("- 注: 1、绩效指标可选择填写。"), is_note("知晓率")
    (True, False)
    """
    return _NOTE.match(text) is not None


def _is_note(row: GridRow, form: Form) -> bool:
    """Whether a row is a note, in one cell or going on beside it; a 一级 or 二级 makes it a row."""
    labels = (form.is_level1(one.text) or form.is_level2(one.text) for one in row.cells[1:])
    return is_note(row.cells[0].text) and not any(labels)


def _cell(one: Slotted) -> Cell:
    use = USES.get(one.layout.need)
    if use is None:
        use = f"{'value' if one.layout.need is Need.VALUE else 'text'}:{one.layout.name}"
    return Cell(one.token.cell.text, one.token.cell.origin, use)


def _unread(row: GridRow) -> Draft:
    raw = " ".join(cell.text.strip() for cell in row.cells)
    return Draft("", "", raw[:LONG_NAME], (), row.origin, raw=raw).doubted(RowStatus.UNREAD, "T18")
