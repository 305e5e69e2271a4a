"""【表 …】 inherited: clause by clause, demands as one clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from jixiao.inheritance.merging import Inheritance, demand_of, said
from jixiao.rules import Change, GroupRule, TableRule

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["tables_of"]

_TABLE_WORDS = {"stage": "阶段", "money_unit": "金额单位", "blank_marks": "免填"}


def tables_of(
    work: Inheritance, ours: Sequence[TableRule], theirs: Sequence[TableRule]
) -> tuple[TableRule, ...]:
    """The forms of both, the parent's first."""
    tables = {one.name: one for one in theirs}
    for one in ours:
        above = tables.get(one.name)
        tables[one.name] = _table(work, one, above or TableRule(one.name, origin=one.origin))
    return tuple(tables.values())


def _table(work: Inheritance, one: TableRule, above: TableRule) -> TableRule:
    said: dict[str, Any] = {}
    for key, word in _TABLE_WORDS.items():
        mine, inherited = getattr(one, key), getattr(above, key)
        if mine is None or mine == ():
            continue
        if key in one.changed and not inherited:
            work.baseless(word, Change.MODIFY, one.origin)
        elif key not in one.changed and inherited and mine != inherited:
            work.bare(word, word, one.origin, above.origin)
        else:
            said[key] = mine
    return evolve(
        above,
        **said,
        aliases=above.aliases + tuple(name for name in one.aliases if name not in above.aliases),
        fields=work.merge(
            one.fields,
            above.fields,
            lambda each: (each.name, *each.aliases),
            lambda each: f"项 {each.name}",
            _cell,
        ),
        groups=work.merge(
            one.groups,
            above.groups,
            lambda each: (each.name,),
            lambda each: f"明细 {each.name}",
            _group,
        ),
        columns=work.merge(
            one.columns,
            above.columns,
            lambda each: (each.name, *each.aliases),
            lambda each: f"列 {each.name}",
            _cell,
        ),
        changed=(),
        origin=one.origin,
    )


def _cell(one: Any, above: Any) -> Any:  # noqa: ANN401
    return evolve(said(one, above), demand=demand_of(one, above))


def _group(one: GroupRule, above: GroupRule) -> GroupRule:
    return evolve(one, columns=one.columns or above.columns, rows=one.rows or above.rows)
