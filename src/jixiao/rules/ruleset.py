"""A whole ruleset: its head, its sections, and how a thing in them is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from jixiao.functions import FUNCTIONS
from jixiao.rules.plain import plain_fields
from jixiao.rules.scoring import Scoring
from jixiao.rules.vocabulary import Vocabulary
from jixiao.source import Origin

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from jixiao.expressions import Function
    from jixiao.rules.checks import Bands, Check
    from jixiao.rules.citations import Citation
    from jixiao.rules.forms import TableRule
    from jixiao.rules.indicators import IndicatorRule, Tree

__all__ = ["Region", "Ruleset"]


@frozen
class Region:
    """A division of GB/T 2260 and its name."""

    code: str
    name: str


@frozen
class Ruleset:
    """A whole ruleset. One that came out of `inherit` holds no 修改/取消/沿用 any more.

    `lineage` are the ids from the eldest ancestor to itself; `digest` is the SHA-256 of the files
    of the lineage.
    """

    id: str
    title: str
    inherits: str | None = None
    region: Region | None = None
    year: int | None = None
    effective: tuple[date, date | None] | None = None
    cite: Citation | None = None
    syntax: int = 1
    needs: tuple[str, ...] = ()
    doc: str | None = None
    vocabulary: Vocabulary = Vocabulary()
    tables: tuple[TableRule, ...] = ()
    trees: tuple[Tree, ...] = ()
    scoring: Scoring = Scoring()
    bands: Bands | None = None
    checks: tuple[Check, ...] = ()
    lineage: tuple[str, ...] = ()
    digest: str = ""
    retired: tuple[str, ...] = ()
    """Codes of checks that the lineage has cancelled: they are never given a new meaning."""
    functions: Mapping[str, Function] = field(default=FUNCTIONS, eq=False, repr=False)
    """What its expressions may call: the built-in functions and those of its library."""
    origin: Origin = field(default=Origin(), eq=False)
    effective_origin: Origin = field(default=Origin(), eq=False, repr=False)
    """Where 生效 stands."""

    def table(self, name: str) -> TableRule | None:
        """The form of that name or alias."""
        return next((one for one in self.tables if name in (one.name, *one.aliases)), None)

    def roots(self, table: str) -> tuple[IndicatorRule, ...]:
        """The 一级 of a form, from all trees that name it."""
        return tuple(root for tree in self.trees if table in tree.tables for root in tree.roots)

    def rule_for(self, table: str, *names: str) -> IndicatorRule | None:
        """The rule of an indicator by its 一级, 二级, 三级; None where the tree names none."""
        rules = self.roots(table)
        found: IndicatorRule | None = None
        for name in names:
            named = (one for one in rules if name in (one.name, *one.aliases))
            anything = (one for one in rules if one.name is None)
            found = next(named, None) or next(anything, None)
            if found is None:
                return None
            rules = found.children
        return found

    def to_json(self) -> dict[str, object]:
        """The ruleset as plain data, a bridge for machines: no file is ever written from it.

        What is not said is left out; figures and expressions are texts.

        >>> Ruleset(id="试验-2024", title="试验", year=2024).to_json()
        {'schema': 'jixiao/ruleset/1', 'id': '试验-2024', 'title': '试验', 'year': 2024}
        """
        return {"schema": "jixiao/ruleset/1", **plain_fields(self)}
