"""The header of the indicator part: which row it is, and the columns it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.reading.fitting import Layout, Need
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.labels import LEVEL_HEADERS, PLAIN_HEADERS, role_of_header
from jixiao.tables import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.forms import Form

__all__ = [
    "Header",
    "continues_header",
    "default_header",
    "header_names",
    "is_header",
    "opens_header",
    "part_named",
    "read_header",
]

_TWO_LEVELS = 2
_GROUP = re.compile(r"(?:项目|部门|年度|绩效|评价)*指标(?:体系)?(?:\(\d{1,3}分\))?")
"""What stands above 一级指标, 二级指标 and 三级指标 together."""
_PART = re.compile(r"(中?长期|年度|实施期)绩效(指标|目标)")
_LEVEL_NEEDS = (Need.LEVEL1, Need.LEVEL2, Need.LEVEL3)
_NEEDS = {
    "目标值": Need.VALUE,
    "实际值": Need.VALUE,
    "基期值": Need.VALUE,
    "权重": Need.NUMBER,
    "得分": Need.NUMBER,
    "符号": Need.SIGN,
    "单位": Need.UNIT,
}


@frozen
class Header:
    """The columns of the indicator part in the order printed, and what they are to the form.

    `side` are the cells beside the header that are no column (绩效目标 in the first column);
    `missing` are the target columns of the form that are not printed, `unknown` printed columns
    that neither the form nor the field knows.
    """

    layouts: tuple[Layout, ...]
    columns: tuple[Column, ...]
    cells: tuple[GridCell, ...] = ()
    side: tuple[GridCell, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    printed: bool = True
    level_weights: tuple[tuple[Need, str], ...] = ()
    """The columns behind 一级 and 二级 that hold the weight of the level and not of the row."""


def is_header(row: GridRow) -> bool:
    """Whether a row is the header of an indicator part: it names at least two of the levels."""
    if row.plain:
        return False
    levels = {
        LEVEL_HEADERS[name] for cell in row.cells if (name := key(cell.text)) in LEVEL_HEADERS
    }
    return len(levels) >= _TWO_LEVELS


def _known_column(form: Form | None, name: str) -> bool:
    if name in LEVEL_HEADERS or name in PLAIN_HEADERS or role_of_header(name) is not None:
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
        and all(_known_column(form, key(cell.text)) for cell in row.cells)
    )


def opens_header(row: GridRow, header: GridRow, form: Form | None = None) -> bool:
    """Whether a row above a header is its first line: 绩效指标, 年度指标值, 实际完成值, 分值 …."""
    if row.plain or not row.cells or is_header(row):
        return False
    names = [key(cell.text) for cell in row.cells]
    known = [name for name in names if _known_column(form, name)]
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
        cell.text for row in rows for cell in row.cells if key(cell.text) not in LEVEL_HEADERS
    )


def part_named(rows: Sequence[GridRow]) -> str:
    """The part of a form that stands beside a header: 长期 or 年度; empty where none does."""
    labels = (key(cell.text) for row in rows for cell in row.cells)
    found = (_PART.fullmatch(label) for label in labels)
    return next((match[1].removeprefix("中") for match in found if match), "")


def _column(form: Form, name: str, cell: GridCell) -> tuple[Layout, Column] | None:
    for rule in form.columns:
        if name in {key(one) for one in (rule.name, *rule.aliases)}:
            role = rule.role or role_of_header(name) or ""
            need = _NEEDS.get(role, Need.TEXT)
            layout = Layout(need, rule.name, cell.column)
            return layout, Column(rule.name, role, rule.due, cell.origin)
    known = "" if name in PLAIN_HEADERS else role_of_header(name)
    if known is None:
        return None
    return Layout(_NEEDS.get(known, Need.TEXT), name, cell.column), Column(
        name, known, origin=cell.origin
    )


def read_header(rows: Sequence[GridRow], form: Form) -> Header:
    """The columns that the one or two lines of a header name."""
    cells = sorted((cell for row in rows for cell in row.cells), key=lambda one: one.column)
    first = min((cell.column for cell in cells if key(cell.text) in LEVEL_HEADERS), default=0)
    layouts: list[Layout] = []
    columns: list[Column] = []
    side: list[GridCell] = []
    unknown: list[str] = []
    seen: set[str] = set()
    groups = _groups(rows)
    last = max((cell.column for cell in cells if key(cell.text) in LEVEL_HEADERS), default=0)
    need = Need.LEVEL3
    level_weights: list[tuple[Need, str]] = []
    for cell in cells:
        name = key(cell.text)
        if cell in groups:
            continue
        if name in LEVEL_HEADERS:
            need = _LEVEL_NEEDS[LEVEL_HEADERS[name] - 1]
            layouts.append(Layout(need, name, cell.column))
            continue
        if cell.column < first:
            side.append(cell)
            continue
        found = _column(form, name, cell)
        if found is None:
            unknown.append(name)
            found = Layout(Need.TEXT, name, cell.column), Column(name, "", origin=cell.origin)
        layout, column = found
        if column.name in seen:
            name = f"{column.name}（{cell.column + 1}）"
            layout, column = (
                Layout(layout.need, name, layout.column),
                Column(name, column.role, column.due, column.origin),
            )
        seen.add(column.name)
        if column.role == "权重" and cell.column < last:
            level_weights.append((need, column.name))
            column = evolve(column, role="")
        layouts.append(layout)
        columns.append(column)
    columns, layouts = _as_the_form_calls_them(_with_reason(columns), layouts, form)
    named = {one.name for one in columns}
    missing = [
        rule.name for rule in form.columns if rule.role == "目标值" and rule.name not in named
    ]
    return Header(
        layouts=_with_name(layouts),
        columns=tuple(columns),
        cells=tuple(cells),
        side=tuple(side),
        missing=tuple(missing) if form.known else (),
        unknown=tuple(unknown),
        level_weights=tuple(level_weights),
    )


def _as_the_form_calls_them(
    columns: list[Column], layouts: list[Layout], form: Form
) -> tuple[list[Column], list[Layout]]:
    """The columns by the form's own names where form and header have one of a role each."""
    printed = {one.name for one in columns}
    names: dict[str, str] = {}
    for role in ("目标值", "实际值", "权重", "得分", "原因"):
        rules = [rule.name for rule in form.columns if rule.role == role]
        found = [one.name for one in columns if one.role == role]
        if len(rules) == len(found) == 1 and rules[0] not in printed:
            names[found[0]] = rules[0]
    return (
        [evolve(one, name=names.get(one.name, one.name)) for one in columns],
        [evolve(one, name=names.get(one.name, one.name)) for one in layouts],
    )


def _with_reason(columns: list[Column]) -> list[Column]:
    """The columns, with 备注 as the reason where points are given and nothing else asks for one."""
    roles = {one.role for one in columns}
    if "得分" not in roles or "原因" in roles:
        return columns
    return [evolve(one, role="原因") if one.name == "备注" else one for one in columns]


def _groups(rows: Sequence[GridRow]) -> frozenset[GridCell]:
    """The cells that head several columns with headers of their own below them."""
    below: set[int] = set()
    groups: set[GridCell] = set()
    for row in reversed(rows):
        groups |= {
            cell
            for cell in row.cells
            if below & set(range(cell.column, cell.column + cell.colspan))
        }
        below |= {cell.column for cell in row.cells}
    return frozenset(groups)


def _with_name(layouts: Sequence[Layout]) -> tuple[Layout, ...]:
    """The columns with one for the 三级 where the header lost it: between 二级 and the values."""
    needs = [one.need for one in layouts]
    if Need.LEVEL3 in needs:
        return tuple(layouts)
    at = max((index for index, need in enumerate(needs) if need in _LEVEL_NEEDS[:2]), default=-1)
    column = layouts[at].column + 1 if at >= 0 else 0
    return (*layouts[: at + 1], Layout(Need.LEVEL3, "三级指标", column), *layouts[at + 1 :])


def default_header(form: Form) -> Header:
    """The columns of the form in its own order, for a table whose header is not printed."""
    layouts = [
        Layout(need, name, index)
        for index, (need, name) in enumerate(
            zip(_LEVEL_NEEDS, ("一级指标", "二级指标", "三级指标"), strict=True)
        )
    ]
    columns: list[Column] = []
    for rule in form.columns:
        role = rule.role or role_of_header(key(rule.name)) or ""
        layouts.append(Layout(_NEEDS.get(role, Need.TEXT), rule.name, len(layouts)))
        columns.append(Column(rule.name, role, rule.due))
    if not columns:
        layouts.append(Layout(Need.VALUE, "指标值", len(layouts)))
        columns.append(Column("指标值", "目标值"))
    return Header(tuple(layouts), tuple(columns), printed=False)
