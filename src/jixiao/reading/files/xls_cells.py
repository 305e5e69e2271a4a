"""The cells of a workbook of the old Excel as plain data, read by python-calamine.

Run as a program of its own: a torn file can make the library ask for more memory than there is.
"""

from __future__ import annotations

import io
import sys
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from jixiao.limits import Limits
from jixiao.reading.beside import Json, bound_memory, given_limits, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from python_calamine import CalamineSheet

__all__ = ["main", "xls_sheets"]

_LONGEST = 32_767
"""Characters that a cell of Excel can hold."""


def xls_sheets(data: bytes, limits: Limits) -> Iterator[Json]:
    """Each sheet with its cells [row, column, text, rows, columns]; or what stops the reading."""
    from python_calamine import CalamineWorkbook, PasswordError, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for meta in book.sheets_metadata:
            sheet = book.get_sheet_by_name(meta.name)
            if sheet.height * sheet.width > 4 * limits.cells:
                yield {"stop": "L38", "limit": limits.cells}
                return
            hidden = meta.visible != SheetVisibleEnum.Visible
            yield {"sheet": meta.name, "hidden": hidden, **_cells(sheet)}
    except PasswordError:
        yield {"stop": "T102"}
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of the library is no Exception
        yield {"stop": "T104", "kind": "xls", "part": type(error).__name__}
    else:
        yield {"whole": True}


def _cells(sheet: CalamineSheet) -> Json:
    """The cells of a sheet that hold something, and how many bare numbers are among them."""
    spans = {
        first: (last[0] - first[0] + 1, last[1] - first[1] + 1)
        for first, last in sheet.merged_cell_ranges or ()
    }
    cells: list[list[object]] = []
    numbers = 0
    for row, values in enumerate(sheet.to_python(skip_empty_area=False)):
        for column, value in enumerate(values):
            text = _text(value)[:_LONGEST]
            if text and not text.isspace():
                numbers += isinstance(value, (int, float)) and not isinstance(value, bool)
                cells.append([row, column, text, *spans.get((row, column), (1, 1))])
    return {"cells": cells, "numbers": numbers}


def _text(value: object) -> str:
    """A value as text; a number without the digits that only binary has."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            text = format(Decimal(repr(value)), "f")
            return text.rstrip("0").rstrip(".") if "." in text else text
        case datetime():
            return (
                value.isoformat(" ", "minutes") if value.time() != time() else f"{value:%Y-%m-%d}"
            )
        case date() | time() | timedelta() | int():
            return str(value)
        case _:
            return str(value)


def main() -> None:
    """Read a workbook from standard input; the first line holds the limits."""
    limits = Limits(**given_limits())
    bound_memory(limits.reader_memory)
    for answer in xls_sheets(sys.stdin.buffer.read(), limits):
        say(answer)


if __name__ == "__main__":
    main()
