"""【表 …】: a form, its fields, columns and groups with their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from jixiao.language.assembling.workshop import (
    Assembler,
    Section,
    as_names,
    line_of,
    nodes,
    stray,
    twice,
)
from jixiao.language.statements import Property, Statement, Word
from jixiao.rules import Change, ColumnRule, FieldRule, GroupRule, TableRule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.source import Origin

__all__ = ["tables_of"]


def tables_of(work: Assembler, sections: Sequence[Section]) -> tuple[TableRule, ...]:
    """The forms; a form that is opened twice is R09, and the first counts."""
    tables: dict[str, TableRule] = {}
    for section in sections:
        if section.opening is None:
            continue
        name = section.opening.names[0]
        number = line_of(section, work)
        table = _table(work, section, name, number)
        if name.text in tables:
            before = tables[name.text].origin
            what = f"【表 {name.text}】写了两次"
            work.doubt("R09", number, name.span.start, name.text, before=before, what=what)
            continue
        tables[name.text] = table
    return tuple(tables.values())


def _table(work: Assembler, section: Section, name: Word, number: int) -> TableRule:
    attributes: dict[str, Any] = {}
    changes: dict[str, Change] = {}
    groups: list[GroupRule] = []
    places: dict[str, Origin] = {}
    for line_number, line in section.lines:
        match line:
            case Property(key="rows", value=rows):
                if not groups:
                    stray(work, line_number, line, "明细 …")
                elif groups[-1].rows:
                    twice(work, line_number, line, places["rows"])
                else:
                    places["rows"] = work.origin(line_number, line.span.start)
                    groups[-1] = evolve(groups[-1], rows=as_names(rows))
            case Property(key=key, value=value):
                before = places.setdefault(key, work.origin(line_number, line.span.start))
                if key in attributes:
                    twice(work, line_number, line, before)
                elif isinstance(value, tuple) and value and isinstance(value[0], Change | None):
                    changes[key] = value[0] or Change.NONE
                    attributes[key] = value[1]
                else:
                    attributes[key] = value
            case Statement(node=GroupRule() as node):
                groups.append(node)
            case _:
                pass
    return TableRule(
        name=name.text,
        fields=nodes([section], FieldRule),
        groups=tuple(groups),
        columns=nodes([section], ColumnRule),
        changed=tuple(key for key, change in changes.items() if change is not Change.NONE),
        origin=work.origin(number, name.span.start),
        **attributes,
    )
