"""How a ruleset takes over what its parent says: 修改, 取消, 沿用, and nothing in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from attrs import NOTHING, evolve, fields

from jixiao.findings import Finding, Where, finding
from jixiao.rules import (
    Bands,
    Change,
    Check,
    Citation,
    ColumnRule,
    Completion,
    DefaultMethods,
    Exclusion,
    FieldRule,
    GroupRule,
    IndicatorRule,
    Merge,
    Method,
    Phrase,
    Rounding,
    Ruleset,
    Scale,
    Scoring,
    Synonym,
    TableRule,
    Tolerance,
    Tree,
    UnitRule,
    Vocabulary,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jixiao.source import Origin

__all__ = ["inherit", "rooted"]

T = TypeVar(
    "T",
    Scale,
    Synonym,
    UnitRule,
    Phrase,
    FieldRule,
    GroupRule,
    ColumnRule,
    Rounding,
    Completion,
    Merge,
    Exclusion,
    Tolerance,
    Method,
    Check,
)

_LEVEL_WORDS = ("目标", "一级", "二级", "三级")


def inherit(child: Ruleset, parent: Ruleset) -> tuple[Ruleset, tuple[Finding, ...]]:
    """The child with what it inherits from a parent that is itself resolved, and what is at odds.

    The result holds no 修改, 取消 or 沿用 any more, and `inherit(result, parent)` is not for it.
    A thing that is at odds is left as the parent has it. Findings are R07, R08, R09 and R17.

    >>> parent = Ruleset(id="甲-2020", title="甲", lineage=("甲-2020",))
    >>> inherit(Ruleset(id="乙-2021", title="乙", inherits="甲-2020"), parent)[0].lineage
    ('甲-2020', '乙-2021')
    """
    work = _Inheritance(child)
    vocabulary = _vocabulary(work, child.vocabulary, parent.vocabulary)
    tables = _tables(work, child.tables, parent.tables)
    resolved = evolve(
        child,
        vocabulary=vocabulary,
        tables=tables,
        trees=_trees(work, child, parent),
        scoring=_scoring(work, child.scoring, parent.scoring),
        bands=_bands(work, child.bands, parent.bands),
        checks=_checks(work, child, parent),
        retired=parent.retired
        + tuple(one.code for one in child.checks if one.change is Change.CANCEL),
        needs=parent.needs + tuple(one for one in child.needs if one not in parent.needs),
        lineage=(*parent.lineage, child.id),
    )
    return resolved, tuple(work.findings)


def rooted(ruleset: Ruleset) -> tuple[Ruleset, tuple[Finding, ...]]:
    """A ruleset without a parent, resolved: as if it inherited from one that says nothing."""
    nothing = Ruleset(id="", title="")
    resolved, findings = inherit(ruleset, nothing)
    return evolve(resolved, lineage=(ruleset.id,)), findings


class _Inheritance:
    """The findings of one inheritance, and the child whose figures need sources of their own."""

    def __init__(self, child: Ruleset) -> None:
        self.child = child
        self.findings: list[Finding] = []

    def bare(
        self, name: str, how: str, origin: Origin, above: Origin, *, below: bool = False
    ) -> None:
        """R07: written again without 修改."""
        self.findings.append(
            finding(
                "R07",
                Where(origin=origin),
                raw=name,
                related=(Where(origin=above),),
                word=name,
                related_to="parent",
                **({"advice": how} if below else {"advice_flat": how}),
            )
        )

    def baseless(self, name: str, change: Change, origin: Origin) -> None:
        """R08: nothing there to change."""
        where = Where(origin=origin)
        self.findings.append(finding("R08", where, raw=name, word=name, change=change.value))

    def twice(self, name: str, origin: Origin, before: Origin) -> None:
        """R09: said twice in one file."""
        self.findings.append(
            finding(
                "R09",
                Where(origin=origin),
                raw=name,
                related=(Where(origin=before),),
                what=f"“{name}”写了两次",
            )
        )

    def unsourced(self) -> Citation | None:
        """What stands behind a figure that was changed without a source: the child's own, 待核."""
        cite = self.child.cite
        return evolve(cite, verified=False, stated=False) if cite is not None else None

    def merge(
        self,
        ours: Sequence[T],
        theirs: Sequence[T],
        names: Callable[[T], tuple[str, ...]],
        how: Callable[[T], str],
        change: Callable[[T, T], T],
    ) -> tuple[T, ...]:
        """Named things of one kind: inherited ones in their order, then new ones."""
        merged: dict[str, T] = {names(one)[0]: one for one in theirs}
        inherited = {name: names(one)[0] for one in theirs for name in names(one)}
        said: dict[str, T] = {}
        for one in ours:
            name = names(one)[0]
            key = next((inherited[each] for each in names(one) if each in inherited), None)
            if name in said:
                self.twice(name, one.origin, said[name].origin)
                continue
            said[name] = one
            if one.change is Change.NONE:
                if key is None:
                    merged[name] = one
                elif merged[key] != one:
                    self.bare(name, how(one), one.origin, merged[key].origin)
            elif key is None:
                self.baseless(name, one.change, one.origin)
            elif one.change is Change.CANCEL:
                del merged[key]
            else:
                merged[key] = evolve(change(one, merged[key]), change=Change.NONE)
        return tuple(merged.values())


def _said(one: Any, above: Any, *keep: str) -> Any:  # noqa: ANN401
    """`above` with every attribute that `one` says, that is, whose value is not the default."""
    said = {
        each.name: getattr(one, each.name)
        for each in fields(type(one))
        if each.name not in ("change", "children", "demand", *keep)
        and each.default is not NOTHING
        and getattr(one, each.name) != each.default
    }
    return evolve(above, **said)


def _replace(one: T, _: T) -> T:
    return one


# ── 词汇 ──


def _vocabulary(work: _Inheritance, ours: Vocabulary, theirs: Vocabulary) -> Vocabulary:
    return Vocabulary(
        work.merge(
            ours.scales,
            theirs.scales,
            lambda one: (one.name,),
            lambda one: f"等级 {one.name}",
            _replace,
        ),
        work.merge(
            ours.synonyms,
            theirs.synonyms,
            lambda one: (one.word,),
            lambda one: f"同义 {one.word}",
            _replace,
        ),
        work.merge(
            ours.units,
            theirs.units,
            lambda one: one.names,
            lambda one: f"单位 {one.names[0]}",
            _replace,
        ),
        work.merge(
            ours.phrases,
            theirs.phrases,
            lambda one: (one.name,),
            lambda one: f"短语 {one.name}",
            _replace,
        ),
    )


# ── 表 ──


def _tables(
    work: _Inheritance, ours: Sequence[TableRule], theirs: Sequence[TableRule]
) -> tuple[TableRule, ...]:
    tables = {one.name: one for one in theirs}
    for one in ours:
        above = tables.get(one.name)
        tables[one.name] = _table(work, one, above or TableRule(one.name, origin=one.origin))
    return tuple(tables.values())


_TABLE_WORDS = {"stage": "阶段", "money_unit": "金额单位", "blank_marks": "免填"}


def _table(work: _Inheritance, one: TableRule, above: TableRule) -> TableRule:
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
    return evolve(_said(one, above), demand=_demand(one, above))


def _demand(one: Any, above: Any) -> Any:  # noqa: ANN401
    """必填, 选填, 至少 and 至多 are one clause: whoever says one of them says them all."""
    ours, theirs = one.demand, above.demand
    severity = ours.severity or theirs.severity
    if (ours.required, ours.at_least, ours.at_most) == (None, None, None):
        return evolve(theirs, severity=severity)
    return evolve(ours, severity=severity)


def _group(one: GroupRule, above: GroupRule) -> GroupRule:
    return evolve(one, columns=one.columns or above.columns, rows=one.rows or above.rows)


# ── 指标 ──


def _trees(work: _Inheritance, child: Ruleset, parent: Ruleset) -> tuple[Tree, ...]:
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
    work: _Inheritance, ours: Sequence[IndicatorRule], theirs: Sequence[IndicatorRule]
) -> tuple[IndicatorRule, ...]:
    merged: dict[tuple[int, str | None], IndicatorRule] = {
        (one.level, one.name): one for one in theirs
    }
    inherited = {
        (one.level, name): (one.level, one.name)
        for one in theirs
        for name in (one.name, *one.aliases)
    }
    said: dict[tuple[int, str | None], IndicatorRule] = {}
    fresh: list[IndicatorRule] = []
    for one in ours:
        name = one.name or "任意"
        here = (one.level, one.name)
        key = inherited.get(here)
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


def _modified(work: _Inheritance, one: IndicatorRule, above: IndicatorRule) -> IndicatorRule:
    changed: IndicatorRule = _said(one, above, "level", "name")
    weighed = one.weight is not None or one.weight_filled or one.weight_total is not None
    return evolve(
        changed,
        demand=_demand(one, above),
        weight=one.weight if weighed else above.weight,
        weight_filled=one.weight_filled if weighed else above.weight_filled,
        cite=one.cite or (work.unsourced() if weighed else above.cite),
        change=Change.NONE,
        children=_level(work, one.children, above.children),
    )


# ── 计分、等次、校验 ──


def _scoring(work: _Inheritance, ours: Scoring, theirs: Scoring) -> Scoring:
    return Scoring(
        work.merge(
            ours.roundings,
            theirs.roundings,
            lambda one: (one.place,),
            lambda _: "舍入",
            _replace,
        ),
        work.merge(
            ours.completions,
            theirs.completions,
            lambda one: (one.case,),
            lambda one: f"完成率 {one.case}",
            _replace,
        ),
        _defaults(work, ours.defaults, theirs.defaults),
        work.merge(
            ours.merges,
            theirs.merges,
            lambda one: (one.kind.kind,),
            lambda one: f"汇总 {one.kind.kind}",
            _replace,
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
            _replace,
        ),
        work.merge(
            ours.tolerances,
            theirs.tolerances,
            lambda _: ("约数",),
            lambda _: "约数",
            _replace,
        ),
    )


def _method(work: _Inheritance, one: Method, above: Method) -> Method:
    """The parent's method with what is said; a new way of reckoning takes the place of the old."""
    changed: Method = _said(one, above)
    ways = (one.rate, one.points, one.table)
    if any(way is not None for way in ways):
        changed = evolve(changed, rate=one.rate, points=one.points, table=one.table)
    return evolve(changed, cite=one.cite or work.unsourced())


def _defaults(
    work: _Inheritance, ours: Sequence[DefaultMethods], theirs: Sequence[DefaultMethods]
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


def _bands(work: _Inheritance, ours: Bands | None, theirs: Bands | None) -> Bands | None:
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


def _checks(work: _Inheritance, child: Ruleset, parent: Ruleset) -> tuple[Check, ...]:
    said: dict[str, Check] = {}
    for one in child.checks:
        before = said.setdefault(one.code, one)
        if before is not one:
            work.findings.append(
                finding(
                    "R17",
                    Where(origin=one.origin),
                    raw=one.code,
                    related=(Where(origin=before.origin),),
                    word=one.code,
                    what="用了两次",
                )
            )
        if one.change is Change.NONE and one.code in parent.retired:
            work.findings.append(
                finding(
                    "R17",
                    Where(origin=one.origin),
                    raw=one.code,
                    word=one.code,
                    what="在上级里用过，已经取消",
                )
            )
    return work.merge(
        tuple(said.values()),
        parent.checks,
        lambda one: (one.code,),
        lambda one: f"校验 {one.code}",
        _check,
    )


def _check(one: Check, above: Check) -> Check:
    changed: Check = _said(one, above, "severity", "title", "scope", "each")
    if one.title:
        changed = evolve(changed, severity=one.severity, title=one.title)
    return evolve(changed, scope=one.scope, each=one.each) if one.scope else changed
