"""Things that a ruleset defines and nothing in it uses (R20).

A ruleset without a parent may offer methods and scales for others to inherit, so only what a child
defines is asked about; and only where nothing could use it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.expressions import Call, IsIn, IsKind, Name, Text, walk
from jixiao.language.linting.scopes import statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.expressions import Expression
    from jixiao.findings import Finding
    from jixiao.language.places import Places
    from jixiao.rules import IndicatorRule, KindRule, Method, Phrase, Ruleset, Scale

__all__ = ["check_unused"]

_OF_THE_ENGINE = frozenset({"应达进度"})
"""Phrases that scoring itself asks for."""
_LAMP = "灯"


def check_unused(ruleset: Ruleset, places: Places) -> Iterator[Finding]:
    """Phrases, methods and scales of this file that nothing uses."""
    nodes = [node for one in statements_of(ruleset) for node in walk(one.expression)]
    yield from _phrases(ruleset, nodes, places)
    if ruleset.inherits is not None:
        yield from _methods(ruleset, places)
        yield from _scales(ruleset, nodes, places)


def _unused(
    places: Places, what: str, one: Phrase | Method | Scale, ruleset: Ruleset
) -> Iterator[Finding]:
    """R20, for what this file defines itself."""
    if one.origin.file == ruleset.origin.file:
        yield places.doubt("R20", one.origin, one.name, what=what, word=one.name)


def _phrases(ruleset: Ruleset, nodes: list[Expression], places: Places) -> Iterator[Finding]:
    used = {node.parts[0] for node in nodes if isinstance(node, Name)} | _OF_THE_ENGINE
    tables = (one.table for one in ruleset.scoring.methods if one.table is not None)
    used |= {name.split(".", 1)[0] for table in tables for name in table.inputs}
    for phrase in ruleset.vocabulary.phrases:
        if phrase.name not in used:
            yield from _unused(places, "短语", phrase, ruleset)


def _methods(ruleset: Ruleset, places: Places) -> Iterator[Finding]:
    used = {name for default in ruleset.scoring.defaults for name in default.methods}
    used |= {name for rule in _rules(ruleset) for name in rule.methods}
    for method in ruleset.scoring.methods:
        lamp = method.table is not None and method.table.result == _LAMP
        if method.name not in used and not lamp:
            yield from _unused(places, "方法", method, ruleset)


def _scales(ruleset: Ruleset, nodes: list[Expression], places: Places) -> Iterator[Finding]:
    """A scale is used by its name, by a word of it, or wherever grades are taken as such."""
    kinds = list(_kinds(ruleset))
    open_to_all = any(kind.kind == "等级" and kind.scale is None for kind in kinds)
    open_to_all |= any(isinstance(node, IsKind) and "等级" in node.kinds for node in nodes)
    if open_to_all:
        return
    used = {kind.scale for kind in kinds} | set(_words(ruleset, nodes))
    for scale in ruleset.vocabulary.scales:
        words = {scale.name, *scale.grades}
        for synonym in ruleset.vocabulary.synonyms:
            words |= set(synonym.others) if synonym.word in scale.grades else set()
        if not used & words:
            yield from _unused(places, "等级", scale, ruleset)


def _words(ruleset: Ruleset, nodes: list[Expression]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Text(text=text):
                yield text
            case IsIn(choices=choices):
                yield from (one.text for one in choices)
            case Name(parts=parts):
                yield from parts
            case Call(function=name):
                yield name
            case _:
                pass
    for method in ruleset.scoring.methods:
        if method.table is not None:
            yield from method.table.inputs
            cells = (cell for row in method.table.rows for cell in row.cells)
            yield from (
                test.word for cell in cells for group in cell for test in group if test.word
            )
    for rule in _rules(ruleset):
        yield from (test.word for group in rule.expected for test in group if test.word)
        yield rule.expected_scale or ""
        yield from rule.choices


def _kinds(ruleset: Ruleset) -> Iterator[KindRule]:
    for rule in _rules(ruleset):
        yield from rule.kinds
    for table in ruleset.tables:
        yield from (kind for one in table.fields for kind in one.kinds)
        yield from (kind for one in table.columns for kind in one.kinds)
        for group in table.groups:
            yield from (column.kind for column in group.columns)
    for default in ruleset.scoring.defaults:
        yield from default.kinds if default.origin.file == ruleset.origin.file else ()
    for method in ruleset.scoring.methods:
        yield from method.kinds


def _rules(ruleset: Ruleset) -> Iterator[IndicatorRule]:
    waiting = [root for tree in ruleset.trees for root in tree.roots]
    while waiting:
        rule = waiting.pop()
        yield rule
        waiting.extend(rule.children)
