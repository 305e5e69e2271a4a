"""What the ruleset's tree demands: 一级, 二级 and 三级 that must be there, and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.checking.gravity import demanded
from jixiao.checking.names import PLACEHOLDER_NAME
from jixiao.checking.rows import bare_level
from jixiao.findings import finding
from jixiao.source import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding, Where
    from jixiao.rules import IndicatorRule, Ruleset
    from jixiao.tables import Document, Indicator, Table

__all__ = ["missing_indicators"]

_CODES = {1: "T52", 2: "T53", 3: "T54"}
_LEVELS = ("level1", "level2", "level3")


def missing_indicators(document: Document, ruleset: Ruleset) -> Iterator[Finding]:
    """T52 to T56, and T63 in their place where the reading is in doubt.

    A class is missing when no row, of whatever status, stands under it. Where rows of the same
    place were moved or restored, in this table or in another of the document whose form is the
    same, a missing name may have been lost by the extraction: it is asked for with a hint and no
    more (F5).
    """
    damaged = frozenset(
        (table.kind, bare_level(row.level1), bare_level(row.level2))
        for table in document.tables
        for row in table.indicators
        if not row.status.certain
    )
    for table in document.tables:
        if table.bare:
            continue
        for root in ruleset.roots(table.kind):
            yield from _Tree(table, ruleset, damaged).below(root, (), table.indicators)


@frozen
class _Tree:
    """One walk over the tree of a form, against the rows of a table."""

    table: Table
    ruleset: Ruleset
    damaged: frozenset[tuple[str, str, str]]

    def below(
        self, rule: IndicatorRule, path: tuple[str, ...], rows: tuple[Indicator, ...]
    ) -> Iterator[Finding]:
        """What is missing at a rule and below it, among the rows of its parent."""
        if rule.level == 0:
            for child in rule.children:
                yield from self.below(child, path, rows)
            return
        if rule.name is None or rule.level > len(_LEVELS):
            return
        level = _LEVELS[rule.level - 1]
        names = {bare_level(name) for name in (rule.name, *rule.aliases)}
        held = tuple(row for row in rows if bare_level(getattr(row, level)) in names)
        filled = [row for row in held if not PLACEHOLDER_NAME.fullmatch(squeeze(row.level3))]
        demand = rule.demand
        name = rule.name
        if not filled and demand.required:
            yield self.missing(rule, path)
            return
        if demand.at_least is not None and len(filled) < demand.at_least:
            yield demanded(
                finding("T55", self.place(path, name), name=name, count=len(filled),
                        least=demand.at_least),
                rule, self.ruleset,
            )  # fmt: skip
        if demand.at_most is not None and len(filled) > demand.at_most:
            yield demanded(
                finding("T56", self.place(path, name), name=name, count=len(filled),
                        most=demand.at_most),
                rule, self.ruleset,
            )  # fmt: skip
        for child in rule.children:
            if filled or child.demand.at_least is not None:
                yield from self.below(child, (*path, name), held)

    def missing(self, rule: IndicatorRule, path: tuple[str, ...]) -> Finding:
        """A class that must be there and is not, or a hint where reading may have lost it."""
        name = rule.name or ""
        where = self.place(path, name)
        if self.in_doubt((*path, name)):
            return finding("T63", where, name=name)
        one = finding(_CODES[rule.level], where, name=name, parent=path[-1] if path else "")
        return demanded(one, rule, self.ruleset)

    def in_doubt(self, path: tuple[str, ...]) -> bool:
        """Whether rows of the same 一级 here, or the same 二级 anywhere, were not read exactly."""
        first = bare_level(path[0])
        here = any(
            not row.status.certain and (len(path) == 1 or bare_level(row.level1) == first)
            for row in self.table.indicators
        )
        second = bare_level(path[1]) if len(path) > 1 else None
        return here or any(
            kind == self.table.kind and one == first and (second in (None, two))
            for kind, one, two in self.damaged
        )

    def place(self, path: tuple[str, ...], name: str) -> Where:
        """Where the class would stand: its slot or its parent's rows tell the line."""
        levels = (*path, name)
        origin = next(
            (
                slot.origin
                for slot in self.table.slots
                if len(levels) > 1 and bare_level(slot.level2) == bare_level(levels[1])
            ),
            next(
                (
                    row.origin
                    for row in self.table.indicators
                    if bare_level(row.level1) == bare_level(levels[0])
                ),
                self.table.origin,
            ),
        )
        first, second, third = (*levels, None, None)[:3]
        return evolve(self.table.where(), level1=first, level2=second, level3=third, origin=origin)
