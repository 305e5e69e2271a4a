"""One cell of a workbook: text that is always text, a number digit by digit, a comment."""

from __future__ import annotations

from copy import copy
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
    from openpyxl.styles.cell_style import StyleArray

    from jixiao.sheets import Cell

__all__ = ["put_cell", "put_text"]

EXACT_DIGITS = 15
"""Digits that a program keeps of a number; one that has more is written as text."""
SHOWN_DIGITS = 10
"""Digits that a program shows of a number without being told how many."""
TEXT_FORMAT_LIMIT = 200
"""Characters; older programs show ### for longer text in a cell marked as text."""
COMMENT_WIDTH = 280
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "'")


def put_cell(into: BookCell, cell: Cell, looks: dict[Cell, StyleArray]) -> None:
    """Write a cell with its look; one that is not there is left alone.

    `looks` are the styles made so far: a style is made once for all cells that look alike.
    """
    bare = cell.style is Style.BARE
    if bare and not cell.text and not cell.comment:
        return
    if not bare or cell.bold or cell.across:
        _dress(into, cell, looks)
    match cell.value:
        case str(text):
            put_text(into, text, marked=not bare)
        case Decimal() as number:
            _put_number(into, number)
        case None:
            if cell.style is Style.BODY:
                into.number_format = "@"
    if cell.comment:
        into.comment = _comment(cell.comment)


def _dress(into: BookCell, cell: Cell, looks: dict[Cell, StyleArray]) -> None:
    key = evolve(cell, value=None, comment="")
    if key not in looks:
        made = look(key)
        into.font, into.border, into.fill = made.font, made.border, made.fill
        into.alignment = made.alignment
        # four times as fast as setting the parts again
        looks[key] = copy(into._style)  # type: ignore[attr-defined]  # noqa: SLF001
        return
    into._style = copy(looks[key])  # type: ignore[attr-defined]  # noqa: SLF001


def put_text(into: BookCell, text: str, *, marked: bool = True) -> None:
    """Write a string; in a cell marked as text, what a person types stays what was typed."""
    shown = cell_text(text)
    if not shown:
        return
    into.value = shown
    into.data_type = "s"
    if marked and len(shown) <= TEXT_FORMAT_LIMIT:
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
    places = len(shown.partition(".")[2])
    if digits > SHOWN_DIGITS or (places and shown.endswith("0")):
        into.number_format = "0." + "0" * places if places else "0"


def _comment(text: str) -> Comment:
    from openpyxl.comments import Comment

    shown = cell_text(text)
    lines = line_count(shown, 38)
    return Comment(shown, "jixiao", height=24 + 20 * lines, width=COMMENT_WIDTH)
