"""Whether forms, their parts and the scopes of checks are named once and rightly (R02, R09)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.language.linting.vocabulary import check_kinds
from jixiao.language.words import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.findings import Finding
    from jixiao.language.places import Places
    from jixiao.rules import ColumnRule, FieldRule, Ruleset, TableRule
    from jixiao.source import Origin

__all__ = ["check_aliases", "check_scopes", "check_table"]


def check_table(ruleset: Ruleset, table: TableRule, places: Places) -> Iterator[Finding]:
    """The parts of one form."""
    cells: list[FieldRule | ColumnRule] = [*table.fields, *table.columns]
    for one in cells:
        yield from check_kinds(ruleset, one.kinds, one.origin, places)
    yield from check_aliases([(one.name, one.aliases, one.origin) for one in table.fields], places)
    yield from check_aliases([(one.name, one.aliases, one.origin) for one in table.columns], places)
    for group in table.groups:
        names = [column.name for column in group.columns]
        for name in sorted({one for one in names if names.count(one) > 1}):
            what = f"明细“{group.name}”里“{name}”写了两次"
            yield places.doubt("R09", group.origin, group.name, what=what)


def check_aliases(
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


def check_scopes(ruleset: Ruleset, places: Places) -> Iterator[Finding]:
    """What checks are put to."""
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
