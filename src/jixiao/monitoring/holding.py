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

from typing import TYPE_CHECKING

from jixiao.monitoring.answers import Proof
from jixiao.monitoring.growing import at_pace, growing
from jixiao.monitoring.holder import SAID, Held
from jixiao.monitoring.levels import exactly, level, limit
from jixiao.monitoring.natures import grows
from jixiao.scoring.kinds import kinds_of
from jixiao.scoring.steps import step
from jixiao.values import Deadline, Pace, Period, doubt

if TYPE_CHECKING:
    from jixiao.monitoring.holder import Holder
    from jixiao.monitoring.progress import Standing

__all__ = ["hold"]


def hold(holder: Holder) -> Held:  # noqa: PLR0911 - a return a way
    """The row held in the way that the kind of its target and its direction ask for."""
    aim = holder.aim
    if isinstance(aim.value, Pace):
        return at_pace(holder)
    figures = aim.figures
    match aim.direction:
        case "反向":
            return limit(holder)
        case "精确":
            return exactly(holder)
        case "正向" if figures is not None and figures[0] > 0:
            quantity = aim.quantity
            level2, per = holder.row.leaf.row.level2, aim.value.per
            if holder.row.executing or _has_pace(holder):
                return growing(holder, figures, percent=True)
            if quantity is not None and grows(quantity, holder.row.name, level2, per=per):
                percent = quantity.unit.base == "%"
                return growing(holder, figures, percent=percent)
            return level(holder, figures)
        case _:
            return _otherwise(holder)


def _has_pace(holder: Holder) -> bool:
    return any(isinstance(value, Pace) for _, value in holder.row.leaf.row.values)


def _otherwise(holder: Holder) -> Held:
    if isinstance(holder.target.value, Deadline | Period):
        return _day(holder)
    if any(one.grades for one in holder.target.found.cases) and holder.target.direction is None:
        return _words(holder)
    met = holder.target.met
    why = (*holder.target.why, doubt("E236"))
    return Held(
        holder.by_verdict(met), holder.final(Proof(None, "E232")), why=why, missed=holder.late(met)
    )


def _day(holder: Holder) -> Held:
    one = holder.target
    standing: Standing = "reached" if one.met else "behind"
    proof = Proof("确定能" if one.met else "完全不可能", "E269")
    if one.met is None:
        waits = any(why.code == "V44" for why in one.why)
        standing, proof = "not_due" if waits else "undetermined", Proof(None, "E230")
    return Held(
        standing,
        proof,
        steps=(step("E249", SAID[one.met], column=one.column.name),),
        why=one.why,
        facts=holder.yes_or_no(one.met),
        kinds=kinds_of(one.value, holder.given.rules.vocabulary),
        missed=one.met is False,
    )


def _words(holder: Holder) -> Held:
    one = holder.target
    grade = one.grade
    steps = () if grade is None else (step("E254", grade),)
    return Held(
        holder.by_verdict(one.met),
        holder.final(Proof(None, "E232")),
        steps=steps,
        why=(*holder.open_reasons(one.met), doubt("E233")),
        facts=() if grade is None else (("达成程度", grade),),
        kinds=kinds_of(one.value, holder.given.rules.vocabulary),
        missed=holder.late(one.met),
    )
