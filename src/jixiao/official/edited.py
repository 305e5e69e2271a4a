"""The rows of an edited form by their ids: where each is now, which are new, doubled or gone."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from attrs import field, frozen

from jixiao.form_marks import is_row_id
from jixiao.source import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jixiao.official.marks import Mark
    from jixiao.reading.grid import GridCell, GridRow

__all__ = ["EditedRow", "EditedSheet", "edited_sheet", "part_of"]


@frozen
class EditedRow:
    """A row as it stands now: its id, and its cells by the columns that the form was written with.

    `covered` are the cells that stand above and reach down into it. `found` says that the id was
    gone and the row known by its text.
    """

    id: str
    cells: Mapping[int, GridCell]
    covered: Mapping[int, GridCell] = field(factory=dict)
    found: bool = False

    def text(self, left: int, right: int) -> str:
        """What stands in some columns."""
        return "".join(
            self.cells[column].text for column in range(left, right + 1) if column in self.cells
        )

    def cell(self, left: int, right: int) -> GridCell | None:
        """The first cell of some columns."""
        return next((self.cells[at] for at in range(left, right + 1) if at in self.cells), None)

    def filled(self) -> bool:
        """Whether it holds anything."""
        return any(cell.text.strip() for cell in self.cells.values())


@frozen
class EditedSheet:
    """A sheet as it stands now: its rows in order, and the columns that are gone."""

    name: str
    rows: tuple[EditedRow, ...]
    lost_columns: tuple[Mark, ...] = ()


def part_of(row: str) -> str:
    """The part of a form that a row id speaks of: a, f, g, h, i, s, x or n.

    >>> part_of("jx:t0.g1.2"), part_of("")
    ('g', '')
    """
    _, _, rest = row.partition(".")
    return rest[:1]


def edited_sheet(rows: Sequence[GridRow], marks: Sequence[Mark]) -> EditedSheet | None:
    """The rows by their ids; None where no row of the form bears one."""
    by_row: dict[str, list[Mark]] = {}
    for mark in marks:
        by_row.setdefault(mark.row, []).append(mark)
    now = [_with_id(row) for row in rows]
    if not any(name in by_row for name, _ in now):
        return None
    columns, lost = _columns(now, marks)
    covers = _covers(rows)
    held: list[EditedRow] = []
    for (name, cells), row in zip(now, rows, strict=True):
        known = name if name in by_row else ""
        mapped = {columns.get(at, at): cell for at, cell in cells.items() if columns.get(at, at)}
        covered = {columns.get(at, at): cell for at, cell in covers.get(row.index, {}).items()}
        held.append(EditedRow(known, mapped, covered))
    held = _once(held, by_row)
    held = _known_by_text(held, by_row)
    return EditedSheet(marks[0].sheet, tuple(held), tuple(lost))


def _with_id(row: GridRow) -> tuple[str, dict[int, GridCell]]:
    """The id of a row, and its cells by column counted from 1."""
    name = next((cell.text for cell in row.cells if is_row_id(cell.text)), "")
    return name, {cell.column + 1: cell for cell in row.cells if not is_row_id(cell.text)}


def _covers(rows: Iterable[GridRow]) -> dict[int, dict[int, GridCell]]:
    """The cells that reach down into a row, by row and column."""
    found: dict[int, dict[int, GridCell]] = {}
    for row in rows:
        for cell in row.cells:
            for below in range(1, cell.rowspan):
                found.setdefault(row.index + below, {})[cell.column + 1] = cell
    return found


def _columns(
    now: Sequence[tuple[str, dict[int, GridCell]]], marks: Sequence[Mark]
) -> tuple[dict[int, int], list[Mark]]:
    """Where the columns of today stood when the form was written, by the heads of the indicators.

    A column that was not there is 0; the marks are the heads that are gone.
    """
    heads = [one for one in marks if part_of(one.row) == "h" and one.text]
    heads.sort(key=lambda one: one.left)
    wanted = {one.row for one in heads}
    texts = {at: cell.text for name, cells in now if name in wanted for at, cell in cells.items()}
    today = sorted(texts)
    single = {one.left: one for one in heads}
    before = sorted(single)
    matcher = SequenceMatcher(
        None,
        [squeeze(single[at].text) for at in before],
        [squeeze(texts[at]) for at in today],
        autojunk=False,
    )
    found: dict[int, int] = {}
    lost: list[Mark] = []
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag in ("equal", "replace") and last - first == end - start:
            pairs = zip(before[first:last], today[start:end], strict=True)
            found |= {new: old for old, new in pairs if new != old}
            continue
        lost += [single[at] for at in before[first:last]]
        found |= dict.fromkeys(today[start:end], 0)
    return found, lost


def _once(rows: list[EditedRow], by_row: Mapping[str, list[Mark]]) -> list[EditedRow]:
    """Each id once: a row that was copied with its id keeps it where it was changed least."""
    best: dict[str, tuple[int, int]] = {}
    for at, row in enumerate(rows):
        if not row.id:
            continue
        same = sum(row.text(one.left, one.right) == one.text for one in by_row[row.id])
        if row.id not in best or same > best[row.id][0]:
            best[row.id] = (same, at)
    return [
        row if not row.id or best[row.id][1] == at else EditedRow("", row.cells, row.covered)
        for at, row in enumerate(rows)
    ]


def _known_by_text(rows: list[EditedRow], by_row: Mapping[str, list[Mark]]) -> list[EditedRow]:
    """Rows without an id that say what a row said whose id is gone."""
    present = {row.id for row in rows}
    gone = {
        squeeze(one.text): name
        for name, marks in by_row.items()
        if name not in present
        for one in marks[:4]
        if one.part == "value" and one.text
    }
    found: list[EditedRow] = []
    for row in rows:
        name = (
            ""
            if row.id
            else next(
                (gone[key] for cell in row.cells.values() if (key := squeeze(cell.text)) in gone),
                "",
            )
        )
        if name and name not in present:
            present.add(name)
            found.append(EditedRow(name, row.cells, row.covered, found=True))
        else:
            found.append(row)
    return found
