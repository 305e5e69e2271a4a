"""One sheet of a workbook as stored: the cells that hold something, merged ranges, what is hidden.

Nothing here depends on how large a sheet claims to be, only on what it holds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from jixiao.reading.file_reads import refused
from jixiao.reading.files.xml_stream import whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.limits import Limits

__all__ = ["Merge", "RawCell", "SheetReader"]

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")
_ROWS, _COLUMNS = 1_048_576, 16_384
_MOST_HIDDEN = 100
"""Stretches of hidden columns that are told apart; a file has one or two."""


def _column(letters: str) -> int:
    """The number of a column from 0.

    >>> _column("A"), _column("XFD")
    (0, 16383)
    """
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number - 1


@frozen
class Merge:
    """A merged range: its upper left corner and how far it goes."""

    row: int
    column: int
    rows: int
    columns: int


@define
class RawCell:
    """A cell as stored: its place, type and style, the formula and the value as text."""

    row: int
    column: int
    kind: str
    style: str
    formula: str | None = None
    value: str = ""


@define
class SheetReader:
    """Gathers the cells of a sheet that hold something, its merged ranges, and what is hidden."""

    part: str
    file: str | None
    limits: Limits
    left: int
    cells: list[RawCell] = field(factory=list)
    merges: list[Merge] = field(factory=list)
    covered: int = 0
    hidden_rows: set[int] = field(factory=set)
    hidden_columns: list[tuple[int, int]] = field(factory=list)
    _row: int = -1
    _at: int = -1
    _cell: RawCell | None = None
    _pieces: list[str] = field(factory=list)
    _open: str = ""
    _aside: int = 0
    _merge_count: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        match name:
            case "c":
                self._start_cell(attributes)
            case "v" | "f" | "t":
                if self._cell is not None and not self._aside:
                    self._open = name
                    self._pieces = []
            case "row":
                self._start_row(attributes)
            case "rPh":
                self._aside += 1
            case "mergeCell":
                self._merge(attributes.get("ref", ""))
            case "col":
                if attributes.get("hidden") in {"1", "true"}:
                    self._hide_columns(attributes)
            case _:
                pass

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        self._row = whole(attributes.get("r"), self._row + 2) - 1
        if not 0 <= self._row < _ROWS:
            raise refused("T104", self.file, kind="xlsx", part=self.part)
        self._at = -1
        if attributes.get("hidden") in {"1", "true"}:
            self.hidden_rows.add(self._row)

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        match = _REFERENCE.fullmatch(attributes.get("r", ""))
        if match is None:
            self._at += 1
        else:
            self._at, self._row = _column(match[1]), int(match[2]) - 1
        if not (0 <= self._at < _COLUMNS and 0 <= self._row < _ROWS):
            raise refused("T104", self.file, kind="xlsx", part=self.part)
        self.left -= 1
        if self.left < 0:
            raise refused("L38", self.file, limit=self.limits.cells)
        kind, style = attributes.get("t", "n"), attributes.get("s", "0")
        self._cell = RawCell(self._row, self._at, kind, style)

    def _merge(self, reference: str) -> None:
        self._merge_count += 1
        if self._merge_count > self.limits.merges:
            # The count is known at the end only; what matters is that it is over the limit.
            return
        match = _RANGE.fullmatch(reference.replace("$", ""))
        if match is None:
            return
        row, column = int(match[2]) - 1, _column(match[1])
        last_row = int(match[4]) - 1 if match[4] else row
        last_column = _column(match[3]) if match[3] else column
        rows, columns = last_row - row + 1, last_column - column + 1
        if rows < 1 or columns < 1:
            return
        self.covered += rows * columns
        self.merges.append(Merge(row, column, rows, columns))

    def check_merges(self) -> None:
        """Raise `Refused` where there are too many merged ranges, or they cover too much."""
        limits = self.limits
        if self._merge_count > limits.merges:
            size = self._merge_count
            raise refused("L36", self.file, part=self.part, size=size, limit=limits.merges)
        if self.covered > limits.merged_cells:
            size = self.covered
            raise refused("L37", self.file, part=self.part, size=size, limit=limits.merged_cells)

    def _hide_columns(self, attributes: Mapping[str, str]) -> None:
        first, last = whole(attributes.get("min"), 0), whole(attributes.get("max"), 0)
        if len(self.hidden_columns) < _MOST_HIDDEN:
            self.hidden_columns.append((first - 1, last - 1))

    def hidden(self) -> tuple[int, int]:
        """How many of the rows and columns that hold something are hidden."""
        rows = {cell.row for cell in self.cells} & self.hidden_rows
        columns = {
            cell.column
            for cell in self.cells
            if any(first <= cell.column <= last for first, last in self.hidden_columns)
        }
        return len(rows), len(columns)

    def end(self, name: str) -> None:
        """An element ends."""
        if name == self._open and self._cell is not None:
            text = "".join(self._pieces)
            if name == "f":
                self._cell.formula = text
            else:
                self._cell.value += text
            self._open = ""
        elif name == "rPh":
            self._aside -= 1
        elif name == "c" and self._cell is not None:
            if self._cell.value or self._cell.formula:
                self.cells.append(self._cell)
            self._cell = None

    def text(self, text: str) -> None:
        """A piece of text."""
        if self._open:
            self._pieces.append(text)
