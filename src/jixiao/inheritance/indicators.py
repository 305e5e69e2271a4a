"""【指标 …】 inherited: a tree a form, changed level by level, new ones where they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.inheritance.merging import Inheritance, demand_of, said
from jixiao.rules import Change, IndicatorRule, Ruleset, Tree

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["trees_of"]

_LEVEL_WORDS = ("目标", "一级", "二级", "三级")


def trees_of(work: Inheritance, child: Ruleset, parent: Ruleset) -> tuple[Tree, ...]:
    """One tree a form, forms whose trees are equal told together.

    A tree that forms share is changed only for the forms that the child names.
    """
    known = {name: one.name for one in (*child.tables, *parent.tables) for name in one.aliases}
    order = [table.name for table in (*parent.tables, *child.tables)]
    ours: dict[str, list[IndicatorRule]] = {}
    for tree in child.trees:
        for table in tree.tables:
            name = known.get(table, table)
            order.append(name)
            ours.setdefault(name, []).extend(tree.roots)
    order += [table for tree in parent.trees for table in tree.tables]
    done: dict[
        tuple[tuple[IndicatorRule, ...], tuple[IndicatorRule, ...]], tuple[IndicatorRule, ...]
    ]
    done = {}
    trees: dict[tuple[IndicatorRule, ...], list[str]] = {}
    for table in dict.fromkeys(order):
        key = (tuple(ours.get(table, ())), parent.roots(table))
        if key not in done:
            done[key] = _level(work, *key)
        if done[key]:
            trees.setdefault(done[key], []).append(table)
    places = {
        known.get(table, table): tree.origin
        for tree in (*parent.trees, *child.trees)
        for table in tree.tables
    }
    return tuple(
        Tree(tuple(tables), roots, places.get(tables[0], child.origin))
        for roots, tables in trees.items()
    )


def _level(
    work: Inheritance, ours: Sequence[IndicatorRule], theirs: Sequence[IndicatorRule]
) -> tuple[IndicatorRule, ...]:
    merged: dict[tuple[int, str | None], IndicatorRule] = {
        (one.level, one.name): one for one in theirs
    }
    inherited = {
        (one.level, name): (one.level, one.name)
        for one in theirs
        for name in (one.name, *one.aliases)
    }
    inherited |= {key: key for key in merged}  # a name goes before another's alias
    said: dict[tuple[int, str | None], IndicatorRule] = {}
    fresh: list[IndicatorRule] = []
    for one in ours:
        name = one.name or "任意"
        here = (one.level, one.name)
        key = inherited.get(here)
        key = key if key in merged else None
        if here in said:
            work.twice(name, one.origin, said[here].origin)
            continue
        said[here] = one
        if key is None:
            if one.change is not Change.NONE:
                work.baseless(name, one.change, one.origin)
            else:
                fresh.append(evolve(one, children=_level(work, one.children, ())))
            continue
        if fresh:
            merged = _before(key, merged, fresh)
            fresh = []
        above = merged[key]
        match one.change:
            case Change.CANCEL:
                del merged[key]
            case Change.MODIFY:
                merged[key] = _modified(work, one, above)
            case Change.NONE if not _same(one, above):
                how = f"{_LEVEL_WORDS[one.level]} {name}"
                work.bare(name, how, one.origin, above.origin, below=True)
            case _:
                merged[key] = evolve(above, children=_level(work, one.children, above.children))
    return (*merged.values(), *fresh)


def _before(
    key: tuple[int, str | None],
    merged: dict[tuple[int, str | None], IndicatorRule],
    fresh: Sequence[IndicatorRule],
) -> dict[tuple[int, str | None], IndicatorRule]:
    """New indicators stand where the child writes them: before the inherited one said next."""
    ordered: dict[tuple[int, str | None], IndicatorRule] = {}
    for each, rule in merged.items():
        if each == key:
            ordered |= {(one.level, one.name): one for one in fresh}
        ordered[each] = rule
    return ordered


def _same(one: IndicatorRule, above: IndicatorRule) -> bool:
    """Whether an indicator is said again just as it was, its children apart."""
    return evolve(one, children=()) == evolve(above, children=())


def _modified(work: Inheritance, one: IndicatorRule, above: IndicatorRule) -> IndicatorRule:
    changed: IndicatorRule = said(one, above, "level", "name")
    weighed = one.weight is not None or one.weight_filled or one.weight_total is not None
    return evolve(
        changed,
        demand=demand_of(one, above),
        weight=one.weight if weighed else above.weight,
        weight_filled=one.weight_filled if weighed else above.weight_filled,
        cite=one.cite or (work.unsourced() if weighed else above.cite),
        change=Change.NONE,
        children=_level(work, one.children, above.children),
    )
