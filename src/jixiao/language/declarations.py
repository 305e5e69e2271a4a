"""Whether what a ruleset declares fits together (R02, R06, R09, R14 to R16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.language.words import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from jixiao.findings import Finding
    from jixiao.language.places import Places
    from jixiao.rules import (
        ColumnRule,
        FieldRule,
        IndicatorRule,
        KindRule,
        Ruleset,
        TableRule,
    )
    from jixiao.source import Origin

__all__ = ["check_declarations"]

_NUMERIC = frozenset({"数值", "百分比", "金额"})


def check_declarations(ruleset: Ruleset, places: Places) -> Iterator[Finding]:
    """All findings about names of tables, scales, methods and units, and about weights."""
    yield from _header(ruleset, places)
    yield from _vocabulary(ruleset, places)
    for table in ruleset.tables:
        yield from _table(ruleset, table, places)
    yield from _scopes(ruleset, places)
    for tree in ruleset.trees:
        for table_name in tree.tables:
            if ruleset.table(table_name) is None:
                known = [one.name for one in ruleset.tables]
                yield _unknown(places, tree.origin, table_name, known)
        yield from _siblings(tree.roots, places)
        for root in tree.roots:
            yield from _indicator(ruleset, root, places)
    for table in ruleset.tables:
        yield from _weights_of_table(ruleset, table, places)
    yield from _defaults(ruleset, places)


def _unknown(places: Places, origin: Origin, word: str, known: Iterable[str]) -> Finding:
    return places.doubt_word("R02", origin, word, nearest=nearest(word, known) or "")


def _header(ruleset: Ruleset, places: Places) -> Iterator[Finding]:
    if ruleset.effective is None or ruleset.year is None or ruleset.inherits is None:
        return
    start, end = ruleset.effective
    if not start.year <= ruleset.year <= (end or start).year and end is not None:
        what = f"年度是 {ruleset.year}，生效日期不在这一年"
        yield places.doubt("R06", ruleset.origin, ruleset.id, what=what)


# ── 词汇 ──


def _vocabulary(ruleset: Ruleset, places: Places) -> Iterator[Finding]:
    words = ruleset.vocabulary
    grades = {grade for scale in words.scales for grade in scale.grades}
    for scale in words.scales:
        for grade in sorted({one for one in scale.grades if scale.grades.count(one) > 1}):
            what = f"等级“{scale.name}”里“{grade}”写了两次"
            yield places.doubt("R09", scale.origin, scale.name, what=what)
    taken: dict[str, str] = {}
    for synonym in words.synonyms:
        if synonym.word not in grades:
            yield _unknown(places, synonym.origin, synonym.word, sorted(grades))
        for other in synonym.others:
            if taken.setdefault(other, synonym.word) != synonym.word or other in grades:
                owner = taken[other] if other not in grades else "等级里的一档"
                what = (
                    f"“{other}”已经是“{owner}”的同义词"
                    if other not in grades
                    else (f"“{other}”本身是等级里的一档，不能再作“{synonym.word}”的同义词")
                )
                yield places.doubt("R09", places.of_word(other, synonym.origin), other, what=what)
    for unit in words.units:
        if unit.base is not None and not _unit_known(ruleset, unit.base):
            yield _unknown(places, unit.origin, unit.base, ())


def _unit_known(ruleset: Ruleset, unit: str) -> bool:
    from jixiao.units import parse_unit

    return parse_unit(unit).known or any(unit in one.names for one in ruleset.vocabulary.units)


def _kinds(
    ruleset: Ruleset, kinds: Sequence[KindRule], origin: Origin, places: Places
) -> Iterator[Finding]:
    for kind in kinds:
        if kind.scale is None:
            continue
        if kind.kind != "等级":
            what = f"“{kind.kind}”后面不能写等级的名称“{kind.scale}”，只有“等级”可以"
            yield places.doubt("R15", places.of_word(kind.scale, origin), kind.scale, what=what)
        elif ruleset.vocabulary.scale(kind.scale) is None:
            known = [scale.name for scale in ruleset.vocabulary.scales]
            yield _unknown(places, origin, kind.scale, known)


# ── 表 ──


def _table(ruleset: Ruleset, table: TableRule, places: Places) -> Iterator[Finding]:
    cells: list[FieldRule | ColumnRule] = [*table.fields, *table.columns]
    for one in cells:
        yield from _kinds(ruleset, one.kinds, one.origin, places)
    yield from _aliases([(one.name, one.aliases, one.origin) for one in table.fields], places)
    yield from _aliases([(one.name, one.aliases, one.origin) for one in table.columns], places)
    for group in table.groups:
        names = [column.name for column in group.columns]
        for name in sorted({one for one in names if names.count(one) > 1}):
            what = f"明细“{group.name}”里“{name}”写了两次"
            yield places.doubt("R09", group.origin, group.name, what=what)


def _aliases(
    named: Sequence[tuple[str, tuple[str, ...], Origin]], places: Places
) -> Iterator[Finding]:
    """An alias that is another's name, or the alias of two."""
    owners = {name: name for name, _, _ in named}
    for name, aliases, origin in named:
        for alias in aliases:
            owner = owners.setdefault(alias, name)
            if owner != name:
                what = f"“{name}”的别名“{alias}”已经是“{owner}”的名称"
                yield places.doubt("R09", places.of_word(alias, origin), alias, what=what)


def _scopes(ruleset: Ruleset, places: Places) -> Iterator[Finding]:
    groups = {group.name for table in ruleset.tables for group in table.groups}
    for check in ruleset.checks:
        known = {"指标", *groups} if check.each else {one.name for one in ruleset.tables}
        if not check.scope or check.scope in known:
            continue
        if not check.each and ruleset.table(check.scope) is not None:
            continue
        yield places.doubt(
            "R02",
            places.below(check.scope, check.origin),
            check.scope,
            word=check.scope,
            nearest=nearest(check.scope, sorted(known)) or "",
        )


# ── 指标 ──


def _siblings(rules: Sequence[IndicatorRule], places: Places) -> Iterator[Finding]:
    named = [(one.name, one.aliases, one.origin) for one in rules if one.name is not None]
    yield from _aliases(named, places)
    for one in rules:
        yield from _siblings(one.children, places)


def _indicator(ruleset: Ruleset, rule: IndicatorRule, places: Places) -> Iterator[Finding]:
    yield from _kinds(ruleset, rule.kinds, rule.origin, places)
    yield from _methods(ruleset, rule, places)
    yield from _units(ruleset, rule, places)
    yield from _expected(ruleset, rule, places)
    weights = [child.weight for child in rule.children if child.weight is not None]
    if rule.weight is not None and weights:
        total = sum(weights)
        whole = len(weights) == len(rule.children)
        if total > rule.weight or (whole and total != rule.weight):
            yield places.doubt(
                "R14",
                rule.origin,
                rule.name or "",
                word=rule.name or "任意",
                sum=str(total),
                wanted=str(rule.weight),
            )
    for child in rule.children:
        yield from _indicator(ruleset, child, places)


def _methods(ruleset: Ruleset, rule: IndicatorRule, places: Places) -> Iterator[Finding]:
    known = [one.name for one in ruleset.scoring.methods]
    kinds = {kind.kind for kind in rule.kinds}
    fitting = []
    for name in rule.methods:
        method = ruleset.scoring.method(name)
        if method is None:
            yield _unknown(places, rule.origin, name, known)
            return
        fitting.append(not (kinds and method.kinds) or kinds & {one.kind for one in method.kinds})
    if fitting and not any(fitting):
        what = f"“{'、'.join(rule.methods)}”不适用于{'、'.join(sorted(kinds))}"
        yield places.doubt("R15", places.of_word(rule.methods[0], rule.origin), "", what=what)


def _units(ruleset: Ruleset, rule: IndicatorRule, places: Places) -> Iterator[Finding]:
    from jixiao.units import parse_unit

    kinds = {kind.kind for kind in rule.kinds}
    for unit in rule.units:
        if not _unit_known(ruleset, unit):
            yield _unknown(places, rule.origin, unit, ())
        elif kinds and "数值" not in kinds:
            base = parse_unit(unit).base
            fits = {"百分比": base == "%", "金额": base == "元"}
            if not any(fits.get(kind, True) for kind in kinds):
                what = f"值是{'、'.join(sorted(kinds))}，单位却是“{unit}”"
                yield places.doubt("R15", places.of_word(unit, rule.origin), unit, what=what)


def _expected(ruleset: Ruleset, rule: IndicatorRule, places: Places) -> Iterator[Finding]:
    names = [kind.scale for kind in rule.kinds if kind.scale is not None]
    name = rule.expected_scale or (names[0] if names else None)
    scale = ruleset.vocabulary.scale(name) if name else None
    kinds = {kind.kind for kind in rule.kinds}
    for test in (test for group in rule.expected for test in group):
        if test.number is not None and kinds and not kinds & _NUMERIC:
            shown = f"{test.sign}{test.number}{test.unit}"
            what = f"值是{'、'.join(sorted(kinds))}，应为却写了数“{shown}”"
            yield places.doubt("R15", rule.origin, rule.name or "", what=what)
        if test.word is not None and scale is not None and test.word not in scale.grades:
            grades = "、".join(scale.grades)
            yield places.doubt_word("R16", rule.origin, test.word, scale=scale.name, grades=grades)
        if test.word is not None and kinds and kinds <= _NUMERIC:
            what = f"值是{'、'.join(sorted(kinds))}，应为却写了“{test.word}”"
            yield places.doubt("R15", places.of_word(test.word, rule.origin), test.word, what=what)


def _weights_of_table(ruleset: Ruleset, table: TableRule, places: Places) -> Iterator[Finding]:
    """Certain only where every 一级 has a weight and the form is scored as a whole."""
    roots = ruleset.roots(table.name)
    weights: list[Decimal] = []
    for root in roots:
        weight = root.weight_total if root.level == 0 else root.weight
        if weight is not None:
            weights.append(weight)
    full = ruleset.bands.full if ruleset.bands is not None else None
    if full is None or not weights:
        return
    total = sum(weights)
    whole = len(weights) == len(roots) and table.stage == "自评"
    if total > full or (whole and total != full):
        yield places.doubt(
            "R14",
            roots[-1].origin,
            roots[-1].name or "",
            word=table.name,
            sum=str(total),
            wanted=str(full),
        )


def _defaults(ruleset: Ruleset, places: Places) -> Iterator[Finding]:
    known = [one.name for one in ruleset.scoring.methods]
    for default in ruleset.scoring.defaults:
        kinds = {kind.kind for kind in default.kinds}
        for name in default.methods:
            method = ruleset.scoring.method(name)
            if method is None:
                yield _unknown(places, default.origin, name, known)
            elif method.kinds and not kinds & {one.kind for one in method.kinds}:
                what = f"“{name}”不适用于{'、'.join(sorted(kinds))}"
                yield places.doubt("R15", places.of_word(name, default.origin), name, what=what)
