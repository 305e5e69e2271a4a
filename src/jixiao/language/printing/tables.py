"""【表 …】 as text: fields, groups and columns with their clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.expressions.text import name_text, names_text
from jixiao.language.printing.marks import (
    change_text,
    closing_clauses,
    demand_clauses,
    kind_text,
    kinds_text,
    with_clauses,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.rules import ColumnRule, FieldRule, GroupColumn, GroupRule, TableRule

__all__ = [
    "cell_clauses",
    "column_text",
    "field_text",
    "group_column_text",
    "group_lines",
    "table_lines",
]

_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def table_lines(table: TableRule) -> Iterator[str]:
    """A form: its heading, and everything it holds."""
    yield f"【表 {name_text(table.name)}】"
    if table.aliases:
        yield f"别名：{names_text(table.aliases)}"

    def changed(key: str) -> str:
        return "修改 " if key in table.changed else ""

    if table.stage is not None:
        yield f"{changed('stage')}阶段：{table.stage}"
    if table.money_unit is not None:
        yield f"{changed('money_unit')}金额单位：{name_text(table.money_unit)}"
    if table.blank_marks:
        yield f"{changed('blank_marks')}免填：{names_text(table.blank_marks)}"
    for one in table.fields:
        yield field_text(one)
    for group in table.groups:
        yield from group_lines(group)
    for column in table.columns:
        yield column_text(column)


def field_text(one: FieldRule) -> str:
    """项: a labelled part of the form, by its path."""
    path = "/".join(name_text(part) for part in one.path)
    return with_clauses(f"{change_text(one.change)}项 {path}", cell_clauses(one))


def column_text(one: ColumnRule) -> str:
    """列: a column of the indicators, its role first."""
    role = [f"作为 {one.role}"] if one.role is not None else []
    head = f"{change_text(one.change)}列 {name_text(one.name)}"
    return with_clauses(head, [*role, *cell_clauses(one)])


def group_lines(group: GroupRule) -> Iterator[str]:
    """明细 and 各行."""
    columns = [group_column_text(column) for column in group.columns]
    yield with_clauses(f"{change_text(group.change)}明细 {name_text(group.name)}", columns)
    if group.rows:
        yield f"各行：{names_text(group.rows)}"


def group_column_text(column: GroupColumn) -> str:
    """A column of 明细: its name, kind and aliases."""
    said = f"{name_text(column.name)} {kind_text(column.kind)}"
    return said + (f" 别名 {names_text(column.aliases)}" if column.aliases else "")


def cell_clauses(one: FieldRule | ColumnRule) -> Iterator[str]:
    """What stands behind the name of a field or column, its role apart."""
    if one.kinds:
        yield f"值 {kinds_text(one.kinds)}"
    if one.due is not None:
        month, day = one.due
        last = day == _LAST_DAYS[month - 1]
        yield f"截至 {month}月底" if last else f"截至 {month}月{day}日"
    yield from demand_clauses(one.demand)
    yield from closing_clauses(one.choices, one.aliases, one.cite)
