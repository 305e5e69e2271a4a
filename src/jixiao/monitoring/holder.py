"""A row about to be held against what is due, what the ways of holding share, and their result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.monitoring.answers import Proof
from jixiao.values import Note, doubt

if TYPE_CHECKING:
    from fractions import Fraction

    from jixiao.expressions import Result
    from jixiao.monitoring.given import Given
    from jixiao.monitoring.judged import Judged, Judgement
    from jixiao.monitoring.progress import Projection, Standing
    from jixiao.monitoring.spent import Spent
    from jixiao.scoring.steps import Step

__all__ = ["SAID", "Held", "Holder"]

SAID: dict[bool | None, str] = {True: "是", False: "否", None: "无法判断"}


@frozen
class Held:
    """What one way of holding an indicator comes to, before lamp and findings."""

    standing: Standing
    proof: Proof
    completion: Fraction | None = None
    due: Fraction | None = None
    ratio: Fraction | None = None
    projected: Projection | None = None
    steps: tuple[Step, ...] = ()
    why: tuple[Note, ...] = ()
    facts: tuple[tuple[str, Result | None], ...] = ()
    kinds: tuple[str, ...] = ()
    missed: bool = False
    """A target whose day has come is not met: asked about whatever the lamp says."""


@frozen(eq=False)
class Holder:
    """One row about to be held against what is due, in the way its target asks for."""

    row: Judged
    given: Given
    spent: Spent
    aim: Judgement
    """The target of the year, else the one that is due."""

    @property
    def target(self) -> Judgement:
        """The target whose day has come, else that of the year."""
        return self.row.counted or self.aim

    @property
    def is_due(self) -> bool:
        """Whether the target held against is one whose day has come."""
        return self.row.counted is not None

    def by_verdict(self, met: bool | None) -> Standing:  # noqa: FBT001 - it is the verdict
        """Met so far; missed only by a target whose day has come."""
        if met:
            return "on_pace"
        return "behind" if met is False and self.is_due else "undetermined"

    def late(self, met: bool | None) -> bool:  # noqa: FBT001 - it is the verdict
        """Missed, by a target whose day has come."""
        return met is False and self.is_due

    def open_reasons(self, met: bool | None) -> tuple[Note, ...]:  # noqa: FBT001
        """Why the verdict is open; a target that is not due is not yet missed."""
        if met is None:
            return self.target.why
        return () if met or self.is_due else (doubt("E237"),)

    def final(self, proof: Proof) -> Proof:
        """Once the year is over it is decided by its own target."""
        met = self.aim.met
        decided = self.given.over and met is not None and proof.likelihood is None
        return Proof.over(met=met) if decided and met is not None else proof

    def yes_or_no(self, met: bool | None) -> tuple[tuple[str, Result | None], ...]:  # noqa: FBT001
        """The verdict as 是否达成, for a lamp that asks for it."""
        return () if met is None else (("是否达成", met),)

    def facts(
        self, ratio: Fraction | None, target: Fraction, actual: Fraction, due: Fraction | None
    ) -> tuple[tuple[str, Result | None], ...]:
        """The figures that a lamp may ask for, where there is a rate at all."""
        if ratio is None:
            return ()
        return (("完成率", ratio), ("目标值", target), ("实际值", actual), ("应达值", due))
