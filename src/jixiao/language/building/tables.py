"""The lines of 【表 …】: 别名, 阶段, 金额单位, 免填, 项, 列, 明细, 各行.

Each function quotes the rule of `grammar/ruleset.lark` that it answers.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jixiao.language.building.clauses import clauses_of
from jixiao.language.building.line_work import LineWork, Rule, declared, saying, texts
from jixiao.language.statements import Line, Statement, Word
from jixiao.rules import Change, ColumnRule, FieldRule, GroupColumn, GroupRule
from jixiao.source import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lark import Token

__all__ = ["TABLES"]


def _table_aliases(work: LineWork, children: Sequence[tuple[Word, ...]]) -> Line:
    """`table_line: _ALIAS ":" names`."""
    return saying(work, "aliases", "别名", texts(children[0]))


def _table_stage(work: LineWork, children: Sequence[Any]) -> Line:
    """`table_line: [change] TABLE_STAGE ":" STAGE`."""
    return saying(work, "stage", "阶段", (children[0], str(children[2])))


def _table_money(work: LineWork, children: Sequence[Any]) -> Line:
    """`table_line: [change] MONEY ":" name`."""
    return saying(work, "money_unit", "金额单位", (children[0], children[2].text))


def _table_blanks(work: LineWork, children: Sequence[Any]) -> Line:
    """`table_line: [change] BLANKS ":" names`."""
    return saying(work, "blank_marks", "免填", (children[0], texts(children[2])))


def _group_rows(work: LineWork, children: Sequence[tuple[Word, ...]]) -> Line:
    """`table_line: _ROWS ":" names`."""
    return saying(work, "rows", "各行", texts(children[0]))


def _path(_work: LineWork, children: Sequence[Word | Token]) -> tuple[Word, ...]:
    """`path: name (SLASH name)*`."""
    return tuple(one for one in children if isinstance(one, Word))


def _field_line(work: LineWork, children: Sequence[Any]) -> Line:
    """`table_line: [change] FIELD path [":" field_clauses]`."""
    change, _, path, clauses = children
    span = Span(path[0].span.start, path[-1].span.end)
    attributes = clauses_of(work, clauses or ())
    node = FieldRule(
        path=texts(path), change=change or Change.NONE, origin=work.place(span), **attributes
    )
    return Statement(node, span)


def _column_line(work: LineWork, children: Sequence[Any]) -> Line:
    """`table_line: [change] COLUMN name [":" column_clauses]`."""
    change, _, name, clauses = children
    attributes = clauses_of(work, clauses or ())
    origin = work.place(name.span)
    node = ColumnRule(name=name.text, change=change or Change.NONE, origin=origin, **attributes)
    return Statement(node, name.span)


def _group_line(work: LineWork, children: Sequence[Any]) -> Line:
    """`table_line: [change] GROUP name [":" group_columns]`."""
    change, _, name, columns = children
    origin = work.place(name.span)
    node = GroupRule(name.text, columns or (), (), change or Change.NONE, origin)
    return declared(work, node, name.span, columns, "明细的各列")


def _group_columns(_work: LineWork, children: Sequence[GroupColumn]) -> tuple[GroupColumn, ...]:
    """`group_columns: group_column ("," group_column)*`."""
    return tuple(children)


def _group_column(_work: LineWork, children: Sequence[Any]) -> GroupColumn:
    """`group_column: name kind [_ALIAS names]`."""
    name, kind, aliases = children
    return GroupColumn(name.text, kind, texts(aliases))


TABLES: Mapping[str, Rule] = MappingProxyType(
    {
        "table_aliases": _table_aliases,
        "table_stage": _table_stage,
        "table_money": _table_money,
        "table_blanks": _table_blanks,
        "group_rows": _group_rows,
        "path": _path,
        "field_line": _field_line,
        "column_line": _column_line,
        "group_line": _group_line,
        "group_columns": _group_columns,
        "group_column": _group_column,
    }
)
"""By rule of the grammar."""
