"""Where in a file something stood, as people say it: a line, a cell of a sheet, a row of a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from jixiao.messages.words import word

if TYPE_CHECKING:
    from jixiao.source import Origin

__all__ = ["spot"]

Lang = Literal["zh", "en"]

_TABLE = re.compile(r"第(\d+)张表")


def _letters(column: int) -> str:
    """The letters of a column counted from 1.

    >>> _letters(1), _letters(27)
    ('A', 'AA')
    """
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def spot(origin: Origin, lang: Lang = "zh") -> str:
    """The place in words; nothing where it is not known.

    >>> from jixiao.source import Origin
    >>> spot(Origin(sheet="目标表", row=12, column=5)), spot(Origin(page=2, row=3, column=1))
    ('目标表!E12', '第 2 页第 3 行第 1 格')
    >>> spot(Origin(sheet="第3张表", row=2, column=4)), spot(Origin(line=7))
    ('第 3 张表第 2 行第 4 格', '第 7 行')
    """
    row, column = origin.row, origin.column
    if origin.line is not None:
        return word("at_line", lang, line=origin.line)
    if origin.sheet is None and row is None:
        return ""
    table = _TABLE.fullmatch(origin.sheet or "")
    if origin.page is not None:
        return word("at_page", lang, page=origin.page, row=row or "-", cell=column or "-")
    if table is not None:
        return word("at_table", lang, number=table[1], row=row or "-", cell=column or "-")
    if origin.sheet is None:
        return f"R{row}C{column}"
    cell = f"{_letters(column) if column else ''}{row or ''}"
    return f"{origin.sheet}!{cell}" if cell else origin.sheet
