"""The marks by which a form that was written is known again: a hidden sheet, and an id a row.

The writer of forms sets them, the readers of files pass over them: they are no part of a table.
"""

from __future__ import annotations

import re

__all__ = ["LISTS_SHEET", "MARKS_SHEET", "is_row_id", "row_id"]

MARKS_SHEET = "_jixiao"
"""The sheet that holds what was written, cell by cell."""
LISTS_SHEET = "_lists"
"""The sheet that holds the words of long lists to choose from."""
_ID = re.compile(r"jx:t\d+\.[a-z]\d+(\.\d+)?")


def row_id(table: int, part: str, number: int) -> str:
    """The id of a row: the table, the part of the form and the number of the row in it.

    >>> row_id(0, "i", 7)
    'jx:t0.i7'
    """
    return f"jx:t{table}.{part}{number}"


def is_row_id(text: str) -> bool:
    """Whether a text is the id of a row.

    >>> is_row_id("jx:t0.i7"), is_row_id("jx")
    (True, False)
    """
    return _ID.fullmatch(text) is not None
