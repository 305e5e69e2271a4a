"""A row of an indicator part whose cells are parted by spaces, while it is put together."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from jixiao.reading.doubts import Doubt
from jixiao.reading.fitting import PARENTS, Need
from jixiao.reading.fragments import Gap, joined
from jixiao.reading.grid import GridCell, GridRow
from jixiao.reading.spaced.fit import fit_line
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.reading.forms import Form
    from jixiao.reading.fragments import Piece
    from jixiao.reading.spaced.fit import Fit
    from jixiao.reading.spaced.words import SpacedLine, Word

__all__ = [
    "Label",
    "SpacedRow",
    "Trust",
    "by_column",
    "guessed",
    "is_whole",
    "labels_in",
    "lines_as_rows",
]


class Trust(Enum):
    """What tells that a row is one: a line of its own, what its values are, or nothing."""

    LINE = auto()
    VALUES = auto()
    NONE = auto()


@frozen
class SpacedRow:
    """A row: the line its figures stand on, its first and last line, and its pieces by column."""

    line: int
    held: Mapping[int, tuple[Piece, ...]]
    doubts: tuple[Doubt, ...] = ()
    top: int = field(default=0)
    bottom: int = field(default=0)
    column: int = 0
    """Where on its line it begins, where a line has several rows."""
    trust: Trust = Trust.LINE

    def grid_row(self, width: int) -> GridRow:
        """The row of the grid; column 0 is for what stands beside the table."""
        cells = tuple(
            GridCell(joined(self.held[at]), 0, at + 1, origin=self.held[at][0].origin)
            for at in sorted(self.held)
            if self.held[at]
        )
        return GridRow(0, cells, width + 1, placed=True, doubts=self.doubts)

    def doubted(self, doubt: Doubt) -> SpacedRow:
        """The row with one more doubt, said once."""
        return self if doubt in self.doubts else evolve(self, doubts=(*self.doubts, doubt))


@frozen
class Label:
    """A label of a level: its column, its pieces, and the line of each by its place in the part."""

    column: int
    pieces: tuple[Piece, ...]
    places: tuple[int, ...]

    @property
    def top(self) -> int:
        """The place of its first line."""
        return min(self.places)

    @property
    def bottom(self) -> int:
        """The place of its last line."""
        return max(self.places)


def guessed(words: Sequence[Word | Piece]) -> Doubt:
    """That where the cells of a row part is a guess."""
    name = " ".join(word.text for word in words)[:30]
    return Doubt(RowStatus.SUSPECTED, "T84", (("name", name),))


def labels_in(line: SpacedLine, form: Form) -> bool:
    """Whether a line holds labels of levels only."""
    return all(form.is_level1(word.text) or form.is_level2(word.text) for word in line.words)


def is_whole(fit: Fit | None, needs: Sequence[Need]) -> bool:
    """Whether a line has a name, and its figures, or values where the table has no figures."""
    if fit is None:
        return False
    held = {needs[at] for at in fit.columns}
    numbers = [at for at, need in enumerate(needs) if need is Need.NUMBER]
    if not {Need.LEVEL3, Need.VALUE} <= held:
        return False
    if numbers:
        return bool(set(numbers) & set(fit.columns))
    return all(at in fit.columns for at, need in enumerate(needs) if need is Need.VALUE)


def lines_as_rows(
    lines: Sequence[SpacedLine], needs: Sequence[Need], form: Form
) -> tuple[list[SpacedRow], list[Label]] | None:
    """The rows where each line is one, and the labels in them; None where any line is no row."""
    found: list[SpacedRow] = []
    labels: list[Label] = []
    lost = False
    levels = [at for at, need in enumerate(needs) if need in PARENTS]
    for at, line in enumerate(lines):
        fit = fit_line(line.words, needs, form)
        alone = labels_in(line, form)
        if fit is None or not (alone or is_whole(fit, needs)):
            return None
        held = by_column(line.words, fit.columns)
        labels += (
            Label(column, own, (at,) * len(own))
            for column in levels
            if (own := held.pop(column, None)) is not None
        )
        if alone:
            if held:
                return None
            continue
        fresh = any(one.top == at and needs[one.column] is Need.LEVEL2 for one in labels)
        # the rows below a label that stands in the place of a name are its own
        lost = not fresh and (lost or _named_by_label(held, needs, form))
        doubts = () if fit.certain and not lost else (guessed(line.words),)
        found.append(SpacedRow(line.number, held, doubts, at, at))
    return found, labels


def _named_by_label(
    held: Mapping[int, tuple[Piece, ...]], needs: Sequence[Need], form: Form
) -> bool:
    """Whether the label of a level stands in the place of a name."""
    name = joined(held.get(needs.index(Need.LEVEL3), ()))
    return form.is_level1(name) or form.is_level2(name)


def by_column(words: Sequence[Word], columns: Sequence[int]) -> dict[int, tuple[Piece, ...]]:
    """The words of a line by their columns, as pieces."""
    held: dict[int, tuple[Piece, ...]] = {}
    for word, column in zip(words, columns, strict=True):
        held[column] = (*held.get(column, ()), word.piece(Gap.SPACE))
    return held
