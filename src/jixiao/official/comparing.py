"""An edited sheet held against what was written on it: every change, in the order of the sheet."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from jixiao.official.changes import Change, spelling_only
from jixiao.official.edited import part_of
from jixiao.source import Origin, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.official.changes import ChangeKind
    from jixiao.official.edited import EditedRow, EditedSheet
    from jixiao.official.marks import Mark

__all__ = ["LEVELS", "changes_of", "name_of", "table_of"]

LEVELS = ("level1", "level2")
_ROW_PARTS = ("i", "s", "g")


def table_of(row: str) -> int:
    """The number of the table that a row id speaks of.

    >>> table_of("jx:t3.i7")
    3
    """
    number = row.removeprefix("jx:t").partition(".")[0]
    return int(number) if number.isdecimal() else 0


def name_of(marks: Sequence[Mark]) -> str:
    """What a row goes by: its indicator, its source of money, else what is printed first."""
    for part in ("value", "label", "field"):
        for one in marks:
            if one.part == part and one.text and one.name not in LEVELS:
                return one.text
    return ""


def changes_of(sheet: EditedSheet, marks: Sequence[Mark]) -> Iterator[Change]:
    """Rows as they stand now, those that are gone where they stood."""
    by_row: dict[str, list[Mark]] = {}
    for mark in marks:
        by_row.setdefault(mark.row, []).append(mark)
    number = table_of(marks[0].row)
    for one in sheet.lost_columns:
        yield Change("column_lost", sheet.name, number, column=one.text, before=one.text)
    lost = {one.left for one in sheet.lost_columns}
    order = list(by_row)
    present = {row.id for row in sheet.rows}
    places = {name: at for at, name in enumerate(order)}
    gone = [name for name in reversed(order) if name not in present]
    moved = set(_moved(sheet, order))
    for row in sheet.rows:
        if not row.id:
            if row.filled():
                yield _added(sheet.name, number, row)
            continue
        while gone and places[gone[-1]] < places[row.id]:
            name = gone.pop()
            yield from _removed(sheet.name, number, name, by_row[name])
        text = name_of(by_row[row.id])
        if row.found:
            yield Change("id_lost", sheet.name, number, after=text, origin=_origin(row))
        if row.id in moved:
            yield Change("row_moved", sheet.name, number, after=text, origin=_origin(row))
        yield from _cells(sheet.name, number, row, by_row[row.id], lost)
    for name in reversed(gone):
        yield from _removed(sheet.name, number, name, by_row[name])


def _origin(row: EditedRow) -> Origin:
    return next((cell.origin for _, cell in sorted(row.cells.items())), Origin())


def _added(sheet: str, number: int, row: EditedRow) -> Change:
    text = "　".join(cell.text for _, cell in sorted(row.cells.items()))
    return Change("row_added", sheet, number, after=text, origin=_origin(row))


def _removed(sheet: str, number: int, name: str, marks: Sequence[Mark]) -> Iterator[Change]:
    text = "　".join(one.text for one in marks if one.text)
    if text or part_of(name) in _ROW_PARTS:
        yield Change("row_removed", sheet, number, before=text)


def _moved(sheet: EditedSheet, order: list[str]) -> Iterator[str]:
    """The fewest rows whose moving explains the order of today."""
    now = [row.id for row in sheet.rows if row.id]
    known = set(now)
    then = [name for name in order if name in known]
    if now == then:
        return
    blocks = SequenceMatcher(None, then, now, autojunk=False).get_matching_blocks()
    kept = {then[at] for block in blocks for at in range(block.a, block.a + block.size)}
    yield from (name for name in then if name not in kept)


def _cells(
    sheet: str, number: int, row: EditedRow, marks: Sequence[Mark], lost: set[int]
) -> Iterator[Change]:
    held = name_of(marks)
    part = part_of(row.id)
    for one in marks:
        if one.left in lost and part in ("h", "i", "s", "x"):
            continue
        now = row.text(one.left, one.right)
        if one.name in LEVELS and not now:
            # merged down from above, or unmerged and left blank: as it was
            continue
        if now == one.text:
            continue
        kind: ChangeKind = "label" if one.part == "label" else "value"
        if spelling_only(one.text, now, value=one.part == "value"):
            kind = "spelling"
        label = "" if part in ("a", "f", "h", "n") else held
        cell = row.cell(one.left, one.right)
        yield Change(
            kind,
            sheet,
            number,
            label if squeeze(label) != squeeze(one.text) else "",
            one.name,
            one.text,
            now,
            _origin(row) if cell is None else cell.origin,
        )
