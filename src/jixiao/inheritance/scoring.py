"""【计分】 and 【等次】 inherited: 默认 kind by kind, methods with one way of reckoning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.inheritance.merging import Inheritance, replace, said
from jixiao.rules import Bands, Change, DefaultMethods, Method, Scoring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.source import Origin

__all__ = ["bands_of", "scoring_of"]


def scoring_of(work: Inheritance, ours: Scoring, theirs: Scoring) -> Scoring:
    """The scoring of both."""
    return Scoring(
        work.merge(
            ours.roundings,
            theirs.roundings,
            lambda one: (one.place,),
            lambda _: "舍入",
            replace,
        ),
        work.merge(
            ours.completions,
            theirs.completions,
            lambda one: (one.case,),
            lambda one: f"完成率 {one.case}",
            replace,
        ),
        _defaults(work, ours.defaults, theirs.defaults),
        work.merge(
            ours.merges,
            theirs.merges,
            lambda one: (one.kind.kind,),
            lambda one: f"汇总 {one.kind.kind}",
            replace,
        ),
        work.merge(
            ours.methods,
            theirs.methods,
            lambda one: (one.name,),
            lambda one: f"方法 {one.name}",
            lambda one, above: _method(work, one, above),
        ),
        work.merge(
            ours.exclusions,
            theirs.exclusions,
            lambda _: ("不适用",),
            lambda _: "不适用",
            replace,
        ),
        work.merge(
            ours.tolerances,
            theirs.tolerances,
            lambda _: ("约数",),
            lambda _: "约数",
            replace,
        ),
    )


def _method(work: Inheritance, one: Method, above: Method) -> Method:
    """The parent's method with what is said; a new way of reckoning takes the place of the old."""
    changed: Method = said(one, above)
    ways = (one.rate, one.points, one.table)
    if any(way is not None for way in ways):
        changed = evolve(changed, rate=one.rate, points=one.points, table=one.table)
    return evolve(changed, cite=one.cite or work.unsourced())


def _defaults(
    work: Inheritance, ours: Sequence[DefaultMethods], theirs: Sequence[DefaultMethods]
) -> tuple[DefaultMethods, ...]:
    """默认, kind by kind: one line of a child may take some kinds out of a line of the parent."""
    kept = list(theirs)
    said: dict[str, Origin] = {}
    for one in ours:
        kinds = {kind.kind for kind in one.kinds}
        for kind in kinds & set(said):
            work.twice(kind, one.origin, said[kind])
        said |= dict.fromkeys(kinds, one.origin)
        above = [each for each in kept if kinds & {kind.kind for kind in each.kinds}]
        if one.change is Change.NONE and above and one not in above:
            shown = " 或 ".join(kind.kind for kind in one.kinds)
            work.bare("默认", f"默认 {shown}", one.origin, above[0].origin)
            continue
        if one.change is not Change.NONE and not above:
            work.baseless("默认", one.change, one.origin)
            continue
        narrowed = [
            evolve(each, kinds=tuple(kind for kind in each.kinds if kind.kind not in kinds))
            for each in kept
        ]
        kept = [each for each in narrowed if each.kinds]
        if one.change is not Change.CANCEL:
            kept.append(evolve(one, change=Change.NONE))
    return tuple(kept)


def bands_of(work: Inheritance, ours: Bands | None, theirs: Bands | None) -> Bands | None:
    """The grades of the child where it says any, else those of the parent."""
    if ours is None:
        return theirs
    if theirs is None:
        if ours.change is not Change.NONE:
            work.baseless("等次", ours.change, ours.origin)
            return None
        return ours
    match ours.change:
        case Change.CANCEL:
            return None
        case Change.MODIFY:
            figures = bool(ours.rows) or bool(ours.full)
            return evolve(
                theirs,
                full=ours.full or theirs.full,
                rows=ours.rows or theirs.rows,
                cite=ours.cite or (work.unsourced() if figures else theirs.cite),
                origin=ours.origin,
                row_origins=ours.row_origins or theirs.row_origins,
            )
        case _:
            if ours != theirs:
                work.bare("等次", "等次", ours.origin, theirs.origin)
            return theirs
