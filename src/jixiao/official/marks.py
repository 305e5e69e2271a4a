"""What was written in each cell of a form, on a sheet that nobody sees, and read from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.form_marks import MARKS_SHEET
from jixiao.sheets import Cell, Sheet, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jixiao.official.model import Part

__all__ = ["FORM_SCHEMA", "Mark", "Origins", "marks_of", "marks_sheet"]

FORM_SCHEMA = "jixiao/form/1"
_PARTS: tuple[Part, ...] = ("label", "field", "money", "value")
_CELL = "cell"
_CELL_FIELDS = 8
_LAST_COLUMN = 16384
_COLUMN_DIGITS = 10


@frozen
class Mark:
    """One cell as it was written: sheet, id of its row, its columns, what it is, and its text."""

    sheet: str
    row: str
    left: int
    right: int
    part: Part
    name: str
    text: str


@frozen
class Origins:
    """What a form was written from: the keys that stand first on the hidden sheet."""

    schema: str = FORM_SCHEMA
    version: str = ""
    ruleset: str = ""
    digest: str = ""
    stage: str = ""
    file: str = ""
    file_digest: str = ""

    def to_json(self) -> dict[str, str]:
        """The keys by name."""
        return {key: getattr(self, key) for key in _KEYS}


_KEYS = ("schema", "version", "ruleset", "digest", "stage", "file", "file_digest")


def marks_sheet(origins: Origins, marks: Iterable[Mark]) -> Sheet:
    """The hidden sheet."""
    rows: list[tuple[str, ...]] = [(key, getattr(origins, key)) for key in _KEYS]
    rows += [
        (_CELL, one.sheet, one.row, str(one.left), str(one.right), one.part, one.name, one.text)
        for one in marks
    ]
    cells = tuple(tuple(Cell(text or None, Style.BARE, wrap=False) for text in row) for row in rows)
    return Sheet(MARKS_SHEET, cells, widths=(10,) * _CELL_FIELDS, visibility="very_hidden")


def marks_of(rows: Iterable[Sequence[str]]) -> tuple[Origins, tuple[Mark, ...]] | None:
    """What the hidden sheet says; None where it is no sheet of ours."""
    known: dict[str, str] = {}
    marks: list[Mark] = []
    for row in rows:
        padded = (*row, *("" for _ in range(_CELL_FIELDS - len(row))))
        if padded[0] in _KEYS:
            known[padded[0]] = padded[1]
            continue
        left, right, part = padded[3], padded[4], padded[5]
        if padded[0] != _CELL or not _are_columns(left, right):
            continue
        held = next((one for one in _PARTS if one == part), None)
        if held is not None:
            marks.append(
                Mark(padded[1], padded[2], int(left), int(right), held, padded[6], padded[7])
            )
    if known.get("schema") != FORM_SCHEMA:
        return None
    return Origins(**known), tuple(marks)


def _are_columns(left: str, right: str) -> bool:
    """Whether two texts are the first and the last of some columns of a sheet."""
    if not (left.isdecimal() and right.isdecimal()) or len(left) + len(right) > _COLUMN_DIGITS:
        return False
    return 1 <= int(left) <= int(right) <= _LAST_COLUMN
