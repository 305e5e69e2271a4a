"""One row held against what is due, in the way that its target asks for.

| target | how it is held |
| --- | --- |
| count, sum of money, rate of execution | the share reached against the share due |
| other rates and levels | the level against the target that is due, no pace |
| less is better | within or over, no pace; a cost below its limit is not behind |
| the very figure | met or not |
| day | done, not due, late |
| words | 达成程度 |
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.monitoring.answers import Proof
from jixiao.monitoring.due import Point, on_plan, share_text
from jixiao.monitoring.given import day_of
from jixiao.monitoring.judged import quantity_of
from jixiao.monitoring.natures import grows
from jixiao.monitoring.pacing import paced, projected, standing_of
from jixiao.periods import closed_months
from jixiao.scoring.figures import quotient_text
from jixiao.scoring.kinds import kinds_of
from jixiao.scoring.steps import Step, step
from jixiao.values import Deadline, Note, Pace, Period, doubt

if TYPE_CHECKING:
    from jixiao.expressions import Result
    from jixiao.monitoring.due import Due
    from jixiao.monitoring.given import Given
    from jixiao.monitoring.judged import Judged, Judgement
    from jixiao.monitoring.progress import Projection, Standing
    from jixiao.monitoring.spent import Spent

__all__ = ["Held", "Holder"]

_YES: dict[bool | None, str] = {True: "是", False: "否", None: "无法判断"}


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

    def hold(self) -> Held:  # noqa: PLR0911 - a return a way
        """The way that the kind of target and its direction ask for."""
        aim = self.aim
        if isinstance(aim.value, Pace):
            return self._paced()
        figures = aim.figures
        match aim.direction:
            case "反向":
                return self._limit()
            case "精确":
                return self._exact()
            case "正向" if figures is not None and figures[0] > 0:
                quantity = aim.quantity
                level2, per = self.row.leaf.row.level2, aim.value.per
                if self.row.executing or self._has_pace():
                    return self._growing(figures, percent=True)
                if quantity is not None and grows(quantity, self.row.name, level2, per=per):
                    percent = quantity.unit.base == "%"
                    return self._growing(figures, percent=percent)
                return self._level(figures)
            case _:
                return self._otherwise()

    def _has_pace(self) -> bool:
        return any(isinstance(value, Pace) for _, value in self.row.leaf.row.values)

    def _otherwise(self) -> Held:
        if isinstance(self.target.value, Deadline | Period):
            return self._day()
        if any(one.grades for one in self.target.found.cases) and self.target.direction is None:
            return self._words()
        met = self.target.met
        why = (*self.target.why, doubt("E236"))
        return Held(
            self._by_verdict(met), self._final(Proof(None, "E232")), why=why, missed=self._late(met)
        )

    # ── what grows ────────────────────────────────────────────────────────────

    def _growing(self, figures: tuple[Fraction, Fraction], *, percent: bool) -> Held:
        target, actual = figures
        completion, due = actual / target, self._due()
        pace = paced(self.row.subject, completion, due.share)
        done = self.aim.met is True and completion >= 1
        counted = None if self.given.final else self.row.counted
        met, doubted = self._counted_met(counted)
        steps = [
            step(
                "E247",
                quotient_text(actual, target),
                actual=str(self.aim.actual.value),
                target=str(quantity_of(self.aim.value) or "100%"),
            ),
            due.step,
            *pace.steps,
        ]
        if counted is not None:
            steps.append(step("E249", _YES[met], column=counted.column.name))
        standing = standing_of(pace.ratio, reached=done)
        if not done and met is False:
            standing = "behind"
        elif not done and met and self._fresh(counted) and standing == "behind":
            standing = "on_pace"
        elif not done and doubted and standing == "behind":
            standing = "undetermined"
        proof = Proof("确定能", "E266") if done else self._final(Proof(None, "E230"))
        kinds = kinds_of(self.aim.value, self.given.rules.vocabulary)
        return Held(
            standing,
            proof,
            completion,
            due.share,
            pace.ratio,
            None if percent else self._projected(due),
            tuple(steps),
            (*doubted, *pace.why, *((doubt("E233"),) if percent else ())),
            self._facts(pace.ratio, target, actual, target * due.share),
            ("进度", *kinds) if percent else kinds,
            missed=not done and met is False,
        )

    def _due(self) -> Due:
        """By the row's own dated targets where a plan is asked for, else as of the table."""
        given = self.given
        if given.by != "plan" or self.row.executing or given.as_of.year != given.year:
            return given.due
        points = self._own_plan()
        return on_plan(points, given.as_of) if points else given.due

    def _own_plan(self) -> tuple[Point, ...]:
        whole = quantity_of(self.aim.value)
        found = []
        for column in self.given.table.columns:
            if column.role != "目标值" or column.name == self.aim.column.name:
                continue
            part = quantity_of(self.row.leaf.row.value(column.name))
            if part is None or whole is None or part.unit.dimension != whole.unit.dimension:
                continue
            found.append(Point(day_of(column, self.given.year), part.exact / whole.exact))
        return tuple(found)

    def _counted_met(self, counted: Judgement | None) -> tuple[bool | None, tuple[Note, ...]]:
        """Whether the target that is due is met.

        A rate of execution that is 100% by 30 June may be of the half-year plan: it is missed only
        where it is missed either way.
        """
        if counted is None:
            return None, ()
        if counted.met is not False or not self.row.executing:
            return counted.met, ()
        mine, whole = quantity_of(counted.value), quantity_of(self.aim.value)
        if mine is None or whole is None or mine.exact != whole.exact:
            return False, ()
        rate = self.spent.rate
        by_plan = self.given.plan[0].share if len(self.given.plan) == 1 else None
        if rate is not None and by_plan and rate / by_plan < mine.exact / 100:
            return False, ()
        return None, (doubt("E224", column=counted.column.name, target=str(counted.value)),)

    def _fresh(self, counted: Judgement | None) -> bool:
        """Whether no month has closed since the day of the target that is due."""
        as_of = self.given.as_of
        if counted is None or counted.due.year != as_of.year:
            return False
        return closed_months(as_of) <= closed_months(counted.due)

    def _projected(self, due: Due) -> Projection | None:
        quantity = self.aim.actual.quantity
        return None if quantity is None or due.share <= 0 else projected(quantity, due.share)

    def _paced(self) -> Held:
        """序时进度 for the whole year: the share itself is what is due."""
        quantity = self.aim.actual.quantity
        if quantity is None or quantity.unit.base != "%":
            return Held(
                self._by_verdict(self.aim.met),
                self._final(Proof(None, "E230")),
                why=(*self.aim.why, doubt("E236")),
            )
        return self._growing((Fraction(1), quantity.exact / 100), percent=True)

    # ── levels and limits ─────────────────────────────────────────────────────

    def _level(self, figures: tuple[Fraction, Fraction]) -> Held:
        target, actual = figures
        held = self.target.figures
        due = self.is_due and held is not None and held[0] > 0
        if due and held is not None:
            ratio: Fraction | None = held[1] / held[0]
        else:
            ratio = actual / target if actual >= target else None
        met = self.target.met
        steps = () if ratio is None else (self._level_step(held if due and held else figures),)
        standing: Standing = self._by_verdict(met)
        why = (doubt("E233"),) if self.is_due or ratio is not None else (doubt("E222"),)
        return Held(
            standing,
            self._final(Proof(None, "E231")),
            actual / target,
            None,
            ratio,
            steps=steps,
            why=(*self._open_reasons(met), *why),
            facts=() if ratio is None else self._facts(ratio, target, actual, None),
            kinds=kinds_of(self.aim.value, self.given.rules.vocabulary),
            missed=self._late(met),
        )

    def _level_step(self, figures: tuple[Fraction, Fraction]) -> Step:
        one = self.target if self.is_due else self.aim
        return step(
            "E253",
            share_text(figures[1] / figures[0]),
            actual=str(one.actual.value),
            target=str(quantity_of(one.value) or one.value),
        )

    def _exact(self) -> Held:
        met = self.target.met
        return Held(
            self._by_verdict(met),
            self._final(Proof(None, "E231")),
            steps=(step("E249", _YES[met], column=self.target.column.name),),
            why=(*self._open_reasons(met), doubt("E233")),
            facts=self._yes_or_no(met) if self.is_due or met else (),
            kinds=kinds_of(self.target.value, self.given.rules.vocabulary),
            missed=self._late(met),
        )

    def _limit(self) -> Held:
        """Within or over; what grows and is over cannot come back."""
        target, quantity, met = self.target, self.aim.quantity, self.target.met
        proof = Proof(None, "E235" if self.aim.met else "E231")
        level2, per = self.row.leaf.row.level2, self.aim.value.per
        growing = quantity is not None and grows(quantity, self.row.name, level2, per=per)
        if growing and self.aim.met is False:
            proof = Proof("完全不可能", "E268")
        standing: Standing = "undetermined" if met is None else "within" if met else "over"
        over: dict[bool | None, str] = {True: "否", False: "是", None: "无法判断"}
        return Held(
            standing,
            self._final(proof),
            steps=(step("E250", over[met], target=str(target.value)),),
            why=(*self._open_reasons(met), doubt("E229")),
            facts=self._yes_or_no(met),
            kinds=kinds_of(target.value, self.given.rules.vocabulary),
        )

    # ── days and words ────────────────────────────────────────────────────────

    def _day(self) -> Held:
        one = self.target
        standing: Standing = "reached" if one.met else "behind"
        proof = Proof("确定能" if one.met else "完全不可能", "E269")
        if one.met is None:
            waits = any(why.code == "V44" for why in one.why)
            standing, proof = "not_due" if waits else "undetermined", Proof(None, "E230")
        return Held(
            standing,
            proof,
            steps=(step("E249", _YES[one.met], column=one.column.name),),
            why=one.why,
            facts=self._yes_or_no(one.met),
            kinds=kinds_of(one.value, self.given.rules.vocabulary),
            missed=one.met is False,
        )

    def _words(self) -> Held:
        one = self.target
        grade = one.grade
        steps = () if grade is None else (step("E254", grade),)
        return Held(
            self._by_verdict(one.met),
            self._final(Proof(None, "E232")),
            steps=steps,
            why=(*self._open_reasons(one.met), doubt("E233")),
            facts=() if grade is None else (("达成程度", grade),),
            kinds=kinds_of(one.value, self.given.rules.vocabulary),
            missed=self._late(one.met),
        )

    # ── what they share ───────────────────────────────────────────────────────

    def _by_verdict(self, met: bool | None) -> Standing:  # noqa: FBT001 - it is the verdict
        """Met so far; missed only by a target whose day has come."""
        if met:
            return "on_pace"
        return "behind" if met is False and self.is_due else "undetermined"

    def _late(self, met: bool | None) -> bool:  # noqa: FBT001 - it is the verdict
        return met is False and self.is_due

    def _open_reasons(self, met: bool | None) -> tuple[Note, ...]:  # noqa: FBT001
        """Why the verdict is open; a target that is not due is not yet missed."""
        if met is None:
            return self.target.why
        return () if met or self.is_due else (doubt("E237"),)

    def _final(self, proof: Proof) -> Proof:
        """Once the year is over it is decided by its own target."""
        met = self.aim.met
        decided = self.given.over and met is not None and proof.likelihood is None
        return Proof.over(met=met) if decided and met is not None else proof

    def _yes_or_no(self, met: bool | None) -> tuple[tuple[str, Result | None], ...]:  # noqa: FBT001
        return () if met is None else (("是否达成", met),)

    def _facts(
        self, ratio: Fraction | None, target: Fraction, actual: Fraction, due: Fraction | None
    ) -> tuple[tuple[str, Result | None], ...]:
        if ratio is None:
            return ()
        return (("完成率", ratio), ("目标值", target), ("实际值", actual), ("应达值", due))
