"""Levels, limits and exact figures held against what is due: they know no pace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.monitoring.answers import Proof
from jixiao.monitoring.due import share_text
from jixiao.monitoring.holder import SAID, Held
from jixiao.monitoring.judged import quantity_of
from jixiao.monitoring.natures import grows
from jixiao.scoring.kinds import kinds_of
from jixiao.scoring.steps import Step, step
from jixiao.values import doubt

if TYPE_CHECKING:
    from fractions import Fraction

    from jixiao.monitoring.holder import Holder
    from jixiao.monitoring.progress import Standing

__all__ = ["exactly", "level", "limit"]


def level(holder: Holder, figures: tuple[Fraction, Fraction]) -> Held:
    """A level against the target that is due, else against that of the year."""
    target, actual = figures
    held = holder.target.figures
    due = holder.is_due and held is not None and held[0] > 0
    if due and held is not None:
        ratio: Fraction | None = held[1] / held[0]
    else:
        ratio = actual / target if actual >= target else None
    met = holder.target.met
    steps = () if ratio is None else (_level_step(holder, held if due and held else figures),)
    standing: Standing = holder.by_verdict(met)
    why = (doubt("E233"),) if holder.is_due or ratio is not None else (doubt("E222"),)
    return Held(
        standing,
        holder.final(Proof(None, "E231")),
        actual / target,
        None,
        ratio,
        steps=steps,
        why=(*holder.open_reasons(met), *why),
        facts=() if ratio is None else holder.facts(ratio, target, actual, None),
        kinds=kinds_of(holder.aim.value, holder.given.rules.vocabulary),
        missed=holder.late(met),
    )


def _level_step(holder: Holder, figures: tuple[Fraction, Fraction]) -> Step:
    one = holder.target if holder.is_due else holder.aim
    return step(
        "E253",
        share_text(figures[1] / figures[0]),
        actual=str(one.actual.value),
        target=str(quantity_of(one.value) or one.value),
    )


def exactly(holder: Holder) -> Held:
    """The very figure of the target: met or not."""
    met = holder.target.met
    return Held(
        holder.by_verdict(met),
        holder.final(Proof(None, "E231")),
        steps=(step("E249", SAID[met], column=holder.target.column.name),),
        why=(*holder.open_reasons(met), doubt("E233")),
        facts=holder.yes_or_no(met) if holder.is_due or met else (),
        kinds=kinds_of(holder.target.value, holder.given.rules.vocabulary),
        missed=holder.late(met),
    )


def limit(holder: Holder) -> Held:
    """Within or over; what grows and is over cannot come back."""
    target, quantity, met = holder.target, holder.aim.quantity, holder.target.met
    proof = Proof(None, "E235" if holder.aim.met else "E231")
    level2, per = holder.row.leaf.row.level2, holder.aim.value.per
    growing = quantity is not None and grows(quantity, holder.row.name, level2, per=per)
    if growing and holder.aim.met is False:
        proof = Proof("完全不可能", "E268")
    standing: Standing = "undetermined" if met is None else "within" if met else "over"
    over: dict[bool | None, str] = {True: "否", False: "是", None: "无法判断"}
    return Held(
        standing,
        holder.final(proof),
        steps=(step("E250", over[met], target=str(target.value)),),
        why=(*holder.open_reasons(met), doubt("E229")),
        facts=holder.yes_or_no(met),
        kinds=kinds_of(target.value, holder.given.rules.vocabulary),
    )
