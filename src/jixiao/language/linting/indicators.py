"""Whether indicators name siblings, methods, units and grades rightly (R02, R09, R15, R16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.language.linting.tables import check_aliases
from jixiao.language.linting.vocabulary import check_kinds, unit_known, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.findings import Finding
    from jixiao.language.places import Places
    from jixiao.rules import IndicatorRule, Ruleset

__all__ = ["check_indicator", "check_siblings"]

_NUMERIC = frozenset({"数值", "百分比", "金额"})


def check_siblings(rules: Sequence[IndicatorRule], places: Places) -> Iterator[Finding]:
    """Names and aliases of siblings, all the way down."""
    named = [(one.name, one.aliases, one.origin) for one in rules if one.name is not None]
    yield from check_aliases(named, places)
    for one in rules:
        yield from check_siblings(one.children, places)


def check_indicator(ruleset: Ruleset, rule: IndicatorRule, places: Places) -> Iterator[Finding]:
    """An indicator and all below it."""
    yield from check_kinds(ruleset, rule.kinds, rule.origin, places)
    yield from _methods(ruleset, rule, places)
    yield from _units(ruleset, rule, places)
    yield from _expected(ruleset, rule, places)
    for child in rule.children:
        yield from check_indicator(ruleset, child, places)


def _methods(ruleset: Ruleset, rule: IndicatorRule, places: Places) -> Iterator[Finding]:
    known = [one.name for one in ruleset.scoring.methods]
    kinds = {kind.kind for kind in rule.kinds}
    fitting = []
    for name in rule.methods:
        method = ruleset.scoring.method(name)
        if method is None:
            yield unknown(places, rule.origin, name, known)
            return
        fitting.append(not (kinds and method.kinds) or kinds & {one.kind for one in method.kinds})
    if fitting and not any(fitting):
        what = f"“{'、'.join(rule.methods)}”不适用于{'、'.join(sorted(kinds))}"
        yield places.doubt("R15", places.of_word(rule.methods[0], rule.origin), "", what=what)


def _units(ruleset: Ruleset, rule: IndicatorRule, places: Places) -> Iterator[Finding]:
    from jixiao.units import parse_unit

    kinds = {kind.kind for kind in rule.kinds}
    for unit in rule.units:
        if not unit_known(ruleset, unit):
            yield unknown(places, rule.origin, unit, ())
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
