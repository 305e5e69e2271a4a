"""The rows below one header of a table whose cells are glued: cut, proven by sums, and doubted.

A row says that it was cut. What arithmetic or the kind of its cells leaves only one way for is a
hint; where another way is possible it is doubted, and figures that part in several stay together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, field

from jixiao.reading.doubts import Doubt
from jixiao.reading.fitting import Need
from jixiao.reading.glued.header import GluedHeader, Label, labels_in
from jixiao.reading.glued.levels import levels_of
from jixiao.reading.glued.proof import WHOLE, proven
from jixiao.reading.glued.rows import GluedRow, Stretch, rows_of
from jixiao.reading.grid import GridCell, GridRow
from jixiao.reading.labels.weighted import split_weight
from jixiao.reading.sums.lines import figure
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from jixiao.reading.glued.figures import Cut
    from jixiao.reading.glued.ribbon import Ribbon
    from jixiao.reading.wrapped.words import Words

__all__ = ["GluedPart"]

_SUM = re.compile(r"(?:合计|总分|总计)(\d{1,3}(?:\.\d{1,2})?)")
_SHOWN = 30
_BARE = 5
"""Columns of a table without a header: three levels, a value, and what nobody heads."""


@define
class GluedPart:
    """The rows below a header while they are read."""

    ribbon: Ribbon
    words: Words
    header: GluedHeader | None
    opens: bool = False
    """Whether another table stands before it."""
    any: bool = False
    before: tuple[int, int] = (0, 0)
    """What stands between a header and the first label."""
    rows: list[GridRow] = field(factory=list)

    def read(self, start: int, end: int) -> list[GridRow]:
        """The header and the rows between two places; `any` says whether a row was found."""
        header = self.header
        if header is not None:
            cells = tuple(
                self.ribbon.cell(first, last, at)
                for at, (first, last, _) in enumerate(header.columns, 1)
            )
            row = GridRow(0, cells, len(cells) + 1, placed=True, opens=self.opens)
            self.rows.append(row)
        stretches = self.stretches(start, end)
        self.rows += self.ribbon.plain(*self.before)
        needs = header.tail if header else (Need.VALUE,)
        weight = None if header is None or header.weight is None else header.weight - self.first()
        read = [rows_of(self.ribbon, one, needs, weight) for _, one in stretches]
        chosen = self.chosen([labels for labels, _ in stretches], read, end)
        for at, (labels, _) in enumerate(stretches):
            self.emit(labels, read[at], chosen)
        return self.rows

    def first(self) -> int:
        """The place of the first column behind the name."""
        return len(self.header.columns) - len(self.header.tail) if self.header else 3

    def stretches(self, start: int, end: int) -> list[tuple[tuple[Label, ...], Stretch]]:
        """What stands between labels, with the labels before it; a line each where rows do."""
        found: list[tuple[tuple[Label, ...], Stretch]] = []
        labels = [*labels_in(self.ribbon.text, start, end, self.words)]
        if not labels:
            return []
        self.before = (start, labels[0].start)
        marks = [(one.start, one.end, one) for one in labels]
        now: tuple[Label, ...] = ()
        for at, (_, last, label) in enumerate(marks):
            now = (*now, label)
            stop = marks[at + 1][0] if at + 1 < len(marks) else end
            if last == stop:
                continue
            for first, behind in self.lines(last, stop):
                by_line = self.header is not None and self.header.by_line
                own = Stretch(first, behind, line=by_line, headed=self.header is not None)
                found.append((now, own))
                now = ()
        if now:
            found.append((now, Stretch(end, end)))
        return found

    def lines(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A stretch, or its lines where each row is one."""
        if self.header is None or not self.header.by_line:
            yield start, end
            return
        at = start
        for place in (*sorted(b for b in range(start + 1, end) if b in self.ribbon.breaks), end):
            yield at, place
            at = place

    def chosen(
        self, labels: Sequence[tuple[Label, ...]], read: Sequence[Sequence[GluedRow]], end: int
    ) -> dict[int, int]:
        """The cuts that the sums of weights prove, by the place where a row begins."""
        if self.header is None or self.header.weight is None:
            return {}
        found: dict[int, int] = {}
        every: list[GluedRow] = []
        group: list[GluedRow] = []
        points: Decimal | None = None
        whole, torn = True, False
        for own, rows in zip((*labels, ()), (*read, ()), strict=True):
            weights = [
                split_weight(self.ribbon.text[one.start : one.end])[1] for one in own if one.level1
            ]
            stop = own == () and rows == ()
            if weights or stop:
                found |= {} if torn or points is None else _proof(group, {points})
                group, points, torn = [], weights[-1] if weights else None, False
            named = [row for row in rows if row.cuts]
            lost = any(not row.cuts and _figured(self.ribbon, row) for row in rows)
            torn, whole = torn or lost, whole and not lost
            group += named
            every += named
        match = _SUM.match(self.ribbon.text, end)
        stated = figure(match[1]) if match else None
        totals = WHOLE if stated is None else WHOLE | {stated}
        return found | (_proof(every, totals) if whole else {})

    def emit(
        self, labels: tuple[Label, ...], rows: Sequence[GluedRow], chosen: dict[int, int]
    ) -> None:
        """The rows of a stretch; the first has the labels before it."""
        cells, rest, doubtful = levels_of(labels, self.words, self.ribbon, self.columns())
        doubtful = doubtful or (self.header is not None and self.header.torn)
        self.rows += rest
        for one in rows:
            if not one.cuts:
                if one is rows[0] and cells:
                    self.rows.append(GridRow(0, cells, self.width, placed=True, indicator=True))
                    cells = ()
                self.rows += self.ribbon.plain(one.start, one.end)
                continue
            self.any = True
            self.rows.append(self.row(cells, one, chosen.get(one.start), doubtful=doubtful))
            cells = ()
        if cells:
            self.rows.append(GridRow(0, cells, self.width, placed=True, indicator=True))

    @property
    def width(self) -> int:
        """How many columns the grid has."""
        return len(self.header.columns) + 1 if self.header else _BARE

    def columns(self) -> dict[Need, int]:
        """The columns of the levels and of names."""
        if self.header is None:
            return {Need.LEVEL1: 0, Need.LEVEL2: 1, Need.LEVEL3: 2}
        return {need: at for at, (_, _, need) in reversed([*enumerate(self.header.columns, 1)])}

    def row(
        self, labels: tuple[GridCell, ...], row: GluedRow, proof: int | None, *, doubtful: bool
    ) -> GridRow:
        """A row with the cut that is proven or the only one, or with its figures as they stand."""
        columns = self.columns()
        name = self.ribbon.cell(row.start, row.name_end, columns[Need.LEVEL3])
        first = columns[Need.LEVEL3] + 1
        shown = name.text[:_SHOWN]
        weighed = self.header is not None and self.header.weight is not None
        if len(row.cuts) > 1 and proof is None:
            rest = self.ribbon.cell(row.name_end, max(row.end, row.more), self.width)
            doubt = Doubt(RowStatus.SUSPECTED, "T132", (("name", shown), ("text", rest.text)))
            cells = (*labels, name, rest)
            return GridRow(
                0,
                cells,
                self.width + 1,
                placed=self.header is not None,
                doubts=(doubt,),
                indicator=True,
            )
        cut = row.cuts[proof or 0]
        sure = (
            row.named and not cut.doubtful and not doubtful and (proof is not None or not weighed)
        )
        figures = tuple(
            self.ribbon.cell(start, end, at) for at, (start, end) in enumerate(cut.cells, first)
        )
        code, status = ("T130", RowStatus.MOVED) if sure else ("T131", RowStatus.SUSPECTED)
        said = (Doubt(status, code, (("name", shown),)),)
        cells = (*labels, name, *figures)
        if row.more > row.end:
            at = first + len(figures) if self.header else self.width
            cells = (*cells, self.ribbon.cell(row.end, row.more, at))
            said = (Doubt(RowStatus.SUSPECTED, "T131", (("name", shown),)),)
        return GridRow(
            0, cells, self.width + 1, placed=self.header is not None, doubts=said, indicator=True
        )


def _figured(ribbon: Ribbon, row: GluedRow) -> bool:
    """Whether a text that is no row holds figures, so that a weight may be in it."""
    return any(char.isdigit() for char in ribbon.text[row.start : row.end])


def _proof(rows: Sequence[GluedRow], totals: frozenset[Decimal] | set[Decimal]) -> dict[int, int]:
    cuts: list[tuple[Cut, ...]] = [row.cuts for row in rows]
    found = proven(cuts, totals)
    return {} if found is None else {row.start: at for row, at in zip(rows, found, strict=True)}
