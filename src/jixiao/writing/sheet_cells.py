"""One cell of a workbook: text that is always text, a number digit by digit, a comment."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.sheets import Style
from jixiao.writing.sheet_fitting import line_count
from jixiao.writing.sheet_styles import look
from jixiao.writing.sheet_text import cell_text

if TYPE_CHECKING:
    from openpyxl.cell import Cell as BookCell
    from openpyxl.comments import Comment

    from jixiao.sheets import Cell
    from jixiao.writing.sheet_styles import Look

__all__ = ["look_of", "put_cell", "put_text"]

EXACT_DIGITS = 15
"""Digits that a program keeps of a number; one that has more is written as text."""
SHOWN_DIGITS = 10
"""Digits that a program shows of a number without being told how many."""
TEXT_FORMAT_LIMIT = 200
"""Characters; older programs show ### for longer text in a cell marked as text."""
COMMENT_WIDTH = 280
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "'")


def look_of(cell: Cell, looks: dict[Cell, Look]) -> Look:
    """The look of a cell, made once for all that look alike."""
    key = evolve(cell, value=None, comment="")
    if key not in looks:
        looks[key] = look(key)
    return looks[key]


def put_cell(into: BookCell, cell: Cell, looks: dict[Cell, Look]) -> None:
    """Write a cell with its look; one that is not there is left alone."""
    if cell.style is Style.BARE and not cell.text and not cell.comment:
        return
    made = look_of(cell, looks)
    into.font, into.border, into.fill = made.font, made.border, made.fill
    into.alignment = made.alignment
    match cell.value:
        case str(text):
            put_text(into, text)
        case Decimal() as number:
            _put_number(into, number)
        case None:
            into.number_format = "@" if cell.style is Style.BODY else "General"
    if cell.comment:
        into.comment = _comment(cell.comment)


def put_text(into: BookCell, text: str) -> None:
    """Write a string; in a cell marked as text, what a person types stays what was typed."""
    shown = cell_text(text)
    if not shown:
        return
    into.value = shown
    into.data_type = "s"
    if len(shown) <= TEXT_FORMAT_LIMIT:
        into.number_format = "@"
    if shown.startswith(_FORMULA_STARTS):
        into.quotePrefix = True


def _put_number(into: BookCell, number: Decimal) -> None:
    """Write a number digit by digit, since a binary fraction would print other digits."""
    shown = format(number, "f")
    digits = len(shown.replace(".", "").lstrip("-0"))
    if not number.is_finite() or digits > EXACT_DIGITS:
        put_text(into, shown)
        return
    into.value = shown
    into.data_type = "n"
    if digits > SHOWN_DIGITS:
        places = len(shown.partition(".")[2])
        into.number_format = "0." + "0" * places if places else "0"


def _comment(text: str) -> Comment:
    from openpyxl.comments import Comment

    shown = cell_text(text)
    lines = line_count(shown, 38)
    return Comment(shown, "jixiao", height=24 + 20 * lines, width=COMMENT_WIDTH)
