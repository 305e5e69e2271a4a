"""【计分】: how points are rounded, what 完成率 is, which method serves which kind of value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from jixiao.rules.changes import Change
from jixiao.source import Origin

if TYPE_CHECKING:
    from decimal import Decimal

    from jixiao.expressions import Expression
    from jixiao.rules.cells import KindRule
    from jixiao.rules.methods import Method

__all__ = [
    "Case",
    "Completion",
    "DefaultMethods",
    "Exclusion",
    "Merge",
    "Rounding",
    "Scoring",
    "Tolerance",
]

Case = Literal["正向", "反向", "零值", "进度"]


@frozen
class Rounding:
    """舍入: 逐项 or 合计, so many digits; half up, or cut off."""

    place: Literal["逐项", "合计"]
    digits: int
    cut: bool = False
    origin: Origin = field(default=Origin(), eq=False)
    change: Change = Change.NONE


@frozen
class Completion:
    """完成率 by direction."""

    case: Case
    expression: Expression
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class DefaultMethods:
    """默认: the methods for a kind of value, tried in order."""

    kinds: tuple[KindRule, ...]
    methods: tuple[str, ...]
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class Merge:
    """汇总: how several units' figures of one kind become one."""

    kind: KindRule
    how: str
    weighed_by: str | None = None
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class Exclusion:
    """不适用: what becomes of the points of an indicator that does not apply.

    折算 (`rescaled`): the others are scaled up to full marks; 剔除: the total is out of the others.
    """

    rescaled: bool
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class Tolerance:
    """约数: how far an actual may be off a target of 约, 近 or 左右, as a share of the target."""

    share: Decimal | None
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class Scoring:
    """【计分】."""

    roundings: tuple[Rounding, ...] = ()
    completions: tuple[Completion, ...] = ()
    defaults: tuple[DefaultMethods, ...] = ()
    merges: tuple[Merge, ...] = ()
    methods: tuple[Method, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    tolerances: tuple[Tolerance, ...] = ()

    def method(self, name: str) -> Method | None:
        """The method of that name."""
        return next((one for one in self.methods if one.name == name), None)

    def completion(self, case: Case) -> Completion | None:
        """完成率 for a direction; None where neither the ruleset nor its ancestors say it."""
        return next((one for one in self.completions if one.case == case), None)

    @property
    def rescales(self) -> bool:
        """Whether 不适用 is 折算: the rest is scaled up to full marks."""
        return any(one.rescaled for one in self.exclusions)

    @property
    def tolerance(self) -> Decimal | None:
        """约数; None where neither the ruleset nor its ancestors say it."""
        return next((one.share for one in self.tolerances), None)
