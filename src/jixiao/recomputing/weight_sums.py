"""Printed weights added up: all of a table against full marks, those below a label against it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.evaluation.leaves import bare
from jixiao.reading.labels.weighted import split_weight
from jixiao.recomputing.printed import places
from jixiao.recomputing.result_rows import RecomputedTotal
from jixiao.recomputing.sums import doubted, total_budget, whole_origin
from jixiao.units import decimal_text
from jixiao.values import doubt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jixiao.recomputing.opening import Opened
    from jixiao.recomputing.result_rows import RecomputedRow

__all__ = ["label_sums", "weight_sums"]

_PRINTED = "E128"
"""Where a weight comes from that the table prints."""


def _close(weights: Iterable[Decimal], sums: Iterable[Decimal]) -> bool:
    """Whether weights add up to one of the sums, but for what the rounding of each can make.

    Whole weights are not rounded shares: they have to add up. 16.67 three times is 50.01.
    """
    every = tuple(weights)
    digits = max((places(one) for one in every), default=0)
    slack = len(every) * Decimal(5).scaleb(-digits - 1) if digits else Decimal(0)
    total = sum(every, Decimal(0))
    return any(abs(total - one) <= slack for one in sums)


def weight_sums(held: Opened, rows: tuple[RecomputedRow, ...]) -> Iterator[RecomputedTotal]:
    """The sum of all printed 分值 against full marks; without those of the money where none are.

    Nothing is said where a row prints no weight, or full marks are not known.
    """
    bands, table = held.rules.bands, held.table
    every = [(leaf, weight) for leaf, weight in held.rows if leaf.present or leaf.inapplicable]
    printed = [weight.number if weight.source == _PRINTED else None for _, weight in every]
    weights = [one for one in printed if one is not None]
    if bands is None or not weights or len(weights) < len(printed):
        return
    money = [one.weight for one in _weighed(held, rows) if one.weight is not None]
    allowed = {bands.full} if money else {bands.full, *_without_money(held, bands.full)}
    indicators = sum(weights, Decimal(0))
    whole = indicators + sum(money, Decimal(0))
    fits = _close([*weights, *money], allowed)
    words = {
        "computed": decimal_text(whole),
        "indicators": decimal_text(indicators),
        "money": decimal_text(sum(money, Decimal(0))),
        "expected": " 或 ".join(decimal_text(one) for one in sorted(allowed, reverse=True)),
        "parts": "E174" if money else "E175",
    }
    found = RecomputedTotal(
        table.name,
        table.index,
        "weights",
        "分值合计",
        words["computed"],
        words["expected"],
        "explained" if fits else "differs",
        (doubt("E454" if fits else "E455", **words),),
        whole_origin(table),
    )
    yield doubted(held, found)


def _weighed(held: Opened, rows: tuple[RecomputedRow, ...]) -> tuple[RecomputedRow, ...]:
    """The line of the money that counts, where the table prints a weight for it or points."""
    printed = {one.line.source for one in held.budget if one.weight is not None}
    budget = tuple(one for one in rows if one.kind == "budget")
    return tuple(one for one in budget if one.indicator in printed)[:1] or total_budget(rows)


def _without_money(held: Opened, full: Decimal) -> tuple[Decimal, ...]:
    """Full marks without those of 预算执行率, for a table that prints none for the money."""
    rule = held.funding_rule
    return () if rule is None or rule.weight is None else (full - rule.weight,)


def label_sums(held: Opened) -> Iterator[RecomputedTotal]:
    """产出指标（50分）: what a label prints behind its name against the 分值 of its rows.

    Left alone where a label stands twice (several goals) or one of its rows prints no weight.
    """
    labels = [
        (split_weight(cell.text), cell)
        for cell in held.table.cells
        if cell.use in ("level1", "level2")
    ]
    names = [bare(label) for (label, _), _ in labels]
    for (label, weight), cell in labels:
        if weight is None or names.count(bare(label)) > 1:
            continue
        own = [
            one.number if one.source == _PRINTED else None
            for leaf, one in held.rows
            if bare(split_weight(leaf.row.level1 if cell.use == "level1" else leaf.row.level2)[0])
            == bare(label)
        ]
        weights = [one for one in own if one is not None]
        if weights and len(weights) == len(own):
            found = _label(held, label, weight, weights)
            yield doubted(held, evolve(found, origin=cell.origin))


def _label(held: Opened, label: str, weight: Decimal, weights: list[Decimal]) -> RecomputedTotal:
    total = decimal_text(sum(weights, Decimal(0)))
    fits = _close(weights, (weight,))
    words = {"level": label, "printed": decimal_text(weight), "computed": total}
    return RecomputedTotal(
        held.table.name,
        held.table.index,
        "label",
        label,
        words["printed"],
        total,
        "explained" if fits else "differs",
        (doubt("E469" if fits else "E470", **words),),
    )
