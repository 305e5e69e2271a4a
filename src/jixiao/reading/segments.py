"""A text cut into tables and what stands between them, by titles and by what tables begin with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from jixiao.reading.department import heads_department
from jixiao.reading.grid import GridRow, key
from jixiao.reading.headers.rows import is_header
from jixiao.reading.labels import FIELD_LABELS, LEVEL_HEADERS, NAME_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.tables import Cell, Field

__all__ = ["Segment", "segments", "title_of", "title_text", "year_in", "year_of"]

_MARKS = re.compile(r"^[\s#>*-]*(\[bookmark:[^\]]*\])?\s*")
_TITLE = re.compile(r"[^。；;！？!?\t]{2,60}表(\((\d{4}年?度?|[^()]{1,20})\))?")
_NUMBER = re.compile(r"(公开|附|附件)?\d{1,3}(-\d{1,3})?表")
"""The number of a form, as it is printed above its title: 公开14表."""
_PERFORMANCE = re.compile("绩效|自评|监控")
_YEAR = re.compile(r"\(?(20\d{2})年?度?\)?")
_YEAR_IN_TITLE = re.compile(r"(20\d{2})年")
_NAMES = frozenset(NAME_LABELS)


@frozen
class Segment:
    """A title with what follows it up to the next; `title` is None before the first.

    `performance` says that the title names a performance table; `untitled` that a table began
    without a title of its own; `goes_on` that it is another part of the form above, with other
    columns, and `heading` is then the title of that form.
    """

    title: GridRow | None
    performance: bool
    untitled: bool = False
    goes_on: bool = False
    heading: str = ""
    rows: tuple[GridRow, ...] = field(default=(), repr=False)
    lead: tuple[Field, ...] = ()
    """What a list of projects prints of this one before its levels, with the cells it stands in."""
    lead_cells: tuple[Cell, ...] = ()
    loose: tuple[Cell, ...] = ()
    """What stands in a list before the first name of a project."""
    listed: bool = False
    """Whether it is a later project of a list, under the title and the lines of the first."""

    @property
    def has_grid(self) -> bool:
        """Whether any row has more than one cell."""
        return any(len(row.cells) > 1 for row in self.rows)

    @property
    def has_header(self) -> bool:
        """Whether the header of an indicator part stands in it."""
        return any(is_header(row) for row in self.rows)


def title_text(row: GridRow) -> str | None:
    """The title in a row, without the marks of Markdown or Word before it; None where it is none.

    >>> from jixiao.reading.grid import text_rows
    >>> title_text(next(text_rows("### 南通市本级项目预算绩效目标表")))
    '南通市本级项目预算绩效目标表'
    """
    if len(row.cells) != 1 or row.too_long or (not row.plain and row.cells[0].column > 1):
        return None
    return title_of(row.cells[0].text)


def title_of(text: str) -> str | None:
    """The title that a line is; None where it is none.

    >>> title_of("- 项目绩效目标表（2024年）"), title_of("见项目绩效目标表。")
    ('项目绩效目标表（2024年）', None)
    """
    if len(text) > 200 or "表" not in text:  # noqa: PLR2004 - longer than any title, marks included
        return None
    bare = _MARKS.sub("", text, count=1).strip()
    return bare if _TITLE.fullmatch(key(bare)) and not _NUMBER.fullmatch(key(bare)) else None


def year_of(row: GridRow) -> int | None:
    """The year of a line that says nothing else: 2025年度.

    >>> from jixiao.reading.grid import text_rows
    >>> year_of(next(text_rows("（2025年度）")))
    2025
    """
    if len(row.cells) != 1:
        return None
    match = _YEAR.fullmatch(key(row.cells[0].text))
    return int(match[1]) if match and match[0].strip("()") != match[1] else None


def year_in(title: str) -> int | None:
    """The year that a title names.

    >>> year_in("2023年部门预算项目绩效目标表")
    2023
    """
    match = _YEAR_IN_TITLE.search(key(title))
    return int(match[1]) if match else None


def _begins_again(row: GridRow, *, seen_header: bool) -> bool:
    """Whether a row opens a table that has lost its title: 项目名称 after an indicator part."""
    return seen_header and not row.plain and key(row.cells[0].text).rstrip(":") in _NAMES


def _speaks(title: str) -> bool:
    """Whether a title names a performance table."""
    return _PERFORMANCE.search(title) is not None


def _names(row: GridRow) -> frozenset[str]:
    """What a header names; a label beside it (年度绩效目标2) is no column."""
    names = [(key(cell.text), cell.column) for cell in row.cells]
    first = min((column for name, column in names if name in LEVEL_HEADERS), default=0)
    return frozenset(name for name, column in names if column >= first)


def _fields_below(rows: list[GridRow]) -> int:
    """How many rows at the end are labelled texts: they belong to what follows them."""
    count = 0
    for row in reversed(rows):
        if row.plain or key(row.cells[0].text).rstrip(":") not in FIELD_LABELS:
            break
        count += 1
    return count


def segments(rows: Iterable[GridRow]) -> tuple[Segment, ...]:
    """The rows cut at titles, where a table begins again without one, and at another header."""
    result: list[Segment] = []
    now = Segment(None, performance=False)
    header: GridRow | None = None
    gathered: list[GridRow] = []

    def close() -> None:
        if now.title is not None or gathered:
            result.append(evolve(now, rows=tuple(gathered)))

    for row in rows:
        text = title_text(row)
        if text is not None and not gathered and now.performance and not _speaks(text):
            text = None  # 公开13表 below 项目支出绩效自评表: the number of the form, no title
        if text is not None:
            close()
            now = Segment(row, _speaks(text), heading=text)
            gathered, header = [], None
            continue
        if heads_department(row):
            close()
            now = Segment(None, performance=False)
            gathered, header = [], None
        elif row.opens or (
            _begins_again(row, seen_header=header is not None) and not is_header(row)
        ):
            close()
            now = Segment(None, performance=False, untitled=True)
            gathered, header = [], None
        elif is_header(row):
            if header is not None and _names(header) != _names(row) and _levels(header, row):
                kept = len(gathered) - _fields_below(gathered)
                gathered, after = gathered[:kept], gathered[kept:]
                close()
                now = Segment(None, now.performance, goes_on=True, heading=now.heading)
                gathered = after
            header = row
        gathered.append(row)
    close()
    return tuple(result)


def _levels(header: GridRow, row: GridRow) -> bool:
    """Whether two headers are whole: each names 一级, 二级 and a column behind them."""
    return all(len(one.cells) > 3 for one in (header, row))  # noqa: PLR2004 - three levels and more
