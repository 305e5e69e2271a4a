"""【指标】: which indicators stand in a form, level by level, and what each must look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from jixiao.rules.cells import Demand, KindRule, Tests
from jixiao.rules.changes import Change
from jixiao.source import Origin

if TYPE_CHECKING:
    from decimal import Decimal

    from jixiao.rules.citations import Citation

__all__ = ["IndicatorRule", "Tree"]


@frozen
class IndicatorRule:
    """一级, 二级 or 三级 (level 1 to 3), or 目标 (level 0), with what stands below it.

    `name` is None for 任意. `weight` is the 权重; `weight_filled` means 权重 自填.
    """

    level: int
    name: str | None
    demand: Demand = Demand()
    weight: Decimal | None = None
    weight_filled: bool = False
    weight_total: Decimal | None = None
    kinds: tuple[KindRule, ...] = ()
    units: tuple[str, ...] = ()
    expected: Tests = ()
    expected_scale: str | None = None
    methods: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    cite: Citation | None = None
    change: Change = Change.NONE
    children: tuple[IndicatorRule, ...] = ()
    origin: Origin = field(default=Origin(), eq=False)

    def child(self, name: str) -> IndicatorRule | None:
        """The child of that name or alias, else the 任意 child."""
        named = (one for one in self.children if name in (one.name, *one.aliases))
        anything = (one for one in self.children if one.name is None)
        return next(named, None) or next(anything, None)


@frozen
class Tree:
    """【指标 …】: the indicators of the forms named."""

    tables: tuple[str, ...]
    roots: tuple[IndicatorRule, ...] = ()
    origin: Origin = field(default=Origin(), eq=False)
