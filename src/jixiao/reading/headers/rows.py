"""Which rows are the header of an indicator part, and what its lines name beside the levels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.reading.grid import GridRow, key
from jixiao.reading.labels import LEVEL_HEADERS, LIKELIHOODS, PLAIN_HEADERS, role_of_header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.forms import Form

__all__ = [
    "continues_header",
    "header_names",
    "is_header",
    "known_column",
    "opens_header",
    "part_named",
]

_TWO_LEVELS = 2
_GROUP = re.compile(r"(?:项目|部门|年度|绩效|评价)*指标(?:体系)?(?:\(\d{1,3}分\))?")
"""What stands above 一级指标, 二级指标 and 三级指标 together."""
_PART = re.compile(r"(中?长期|年度|实施期)绩效(指标|目标)")
_ALONE = frozenset({"其他", "备注", "序号", "单位"})
"""Words that head a column beside others, and say nothing where they stand alone."""


def is_header(row: GridRow) -> bool:
    """Whether a row is the header of an indicator part: it names at least two of the levels."""
    if row.plain:
        return False
    named = [LEVEL_HEADERS[name] for name in row.names if name in LEVEL_HEADERS]
    return len(named) >= _TWO_LEVELS and len(set(named)) >= _TWO_LEVELS


def known_column(form: Form | None, name: str) -> bool:
    """Whether a name heads a column, by the form or by the words of the field."""
    if name in LEVEL_HEADERS or name in PLAIN_HEADERS or name in LIKELIHOODS:
        return True
    if role_of_header(name) is not None:
        return True
    return form is not None and any(
        name in {key(one) for one in (rule.name, *rule.aliases)} for rule in form.columns
    )


def continues_header(row: GridRow, form: Form | None = None) -> bool:
    """Whether a row below a header is its second line: it holds headers of columns only."""
    return (
        not row.plain
        and bool(row.cells)
        and not is_header(row)
        and all(known_column(form, name) for name in row.names)
        and not (len(row.names) == 1 and row.names[0] in _ALONE)
    )


def opens_header(row: GridRow, header: GridRow, form: Form | None = None) -> bool:
    """Whether a row above a header is its first line: 绩效指标, 年度指标值, 实际完成值, 分值 …."""
    if row.plain or not row.cells or is_header(row):
        return False
    names = row.names
    known = [name for name in names if known_column(form, name)]
    first = min(cell.column for cell in header.cells if key(cell.text) in LEVEL_HEADERS)
    beside = [
        cell
        for cell, name in zip(row.cells, names, strict=True)
        if name not in known and (cell.column > first or _GROUP.fullmatch(name) is None)
    ]
    return len(known) >= _TWO_LEVELS and not beside


def header_names(rows: Sequence[GridRow]) -> tuple[str, ...]:
    """What a header names beside the levels, for choosing the form."""
    return tuple(
        cell.text
        for row in rows
        for cell, name in zip(row.cells, row.names, strict=True)
        if name not in LEVEL_HEADERS
    )


def part_named(rows: Sequence[GridRow]) -> str:
    """The part of a form that stands beside a header: 长期 or 年度; empty where none does."""
    labels = (name for row in rows for name in row.names)
    found = (_PART.fullmatch(label) for label in labels)
    return next((match[1].removeprefix("中") for match in found if match), "")
