"""The rows of one table recomputed: what each printed score is held against, and its result."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, TypeAlias

from jixiao.recomputing.classifying import Claim, Judged, classified
from jixiao.recomputing.likeness import Elsewhere, elsewhere
from jixiao.recomputing.references import by_hand, by_methods, by_rulesets
from jixiao.recomputing.result_rows import RecomputedRow
from jixiao.recomputing.silences import before_comparing
from jixiao.units import decimal_text
from jixiao.values import doubt

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.evaluation.leaves import Leaf
    from jixiao.evaluation.weights import Weight
    from jixiao.recomputing.opening import Opened
    from jixiao.recomputing.printed import Printed
    from jixiao.scoring import IndicatorScore
    from jixiao.values import Note

__all__ = ["not_held", "recomputed_rows"]

Others: TypeAlias = tuple[Elsewhere, ...]

_GIVEN = "E131"
_OPEN_TO_REFERENCES = ("differs", "stricter")


def recomputed_rows(held: Opened) -> tuple[RecomputedRow, ...]:
    """Every row of the table, in its order."""
    grain, others = held.grain, cache(partial(elsewhere, held))
    return tuple(_row(held, leaf, weight, grain, others) for leaf, weight in held.rows)


def not_held(printed: Printed) -> Judged | None:
    """Why nothing is held against the rules: no score, or none that could be read."""
    if printed.blank:
        return Judged("unscored", (doubt("E410"),))
    if printed.number is None:
        return Judged("unscored", (doubt("E412", text=printed.text or ""),))
    if printed.number < 0:
        return Judged("unscored", (doubt("E416", printed=printed.text or ""),))
    return None


def _row(
    held: Opened, leaf: Leaf, weight: Weight, grain: int, others: Callable[[], Others]
) -> RecomputedRow:
    row, printed = leaf.row, held.printed(leaf)
    score = held.score(leaf, weight)
    judged = not_held(printed)
    references: tuple[Note, ...] = ()
    inferred = weight.number is not None and (weight.inferred or weight.source == _GIVEN)
    if judged is None and printed.number is not None:
        claim = Claim(printed.number, grain, score, held.rules)
        judged = before_comparing(claim, leaf, held.actual(leaf)) or classified(claim)
        judged = _certain(leaf, judged)
        if judged.result in _OPEN_TO_REFERENCES:
            references = _references(claim, held, leaf, weight, others)
    judged = judged or Judged("unscored")
    why = judged.why
    if inferred and weight.number is not None and judged.result != "unscored":
        why = (*why, doubt("E406", weight=decimal_text(weight.number)))
    return RecomputedRow(
        table=held.table.name,
        table_index=held.table.index,
        level1=row.level1,
        level2=row.level2,
        indicator=row.level3,
        target=score.target,
        actual=score.actual,
        weight=weight.number,
        printed=printed.number,
        computed=score.points,
        result=judged.result,
        why=why,
        references=references,
        inferred=inferred,
        printed_text=printed.text,
        exact=score.exact,
        verdict=score.verdict,
        method=score.method,
        ruleset=held.rules.id,
        reason=held.reason(leaf),
        notes=tuple(one for one in score.notes if one.code == "E20"),
        steps=score.steps,
        cites=score.cites,
        origin=row.origin,
    )


def _certain(leaf: Leaf, judged: Judged) -> Judged:
    """A row whose reading is not exact differs from nothing: its reading is doubted."""
    if leaf.row.status.certain or judged.result != "differs":
        return judged
    return Judged("unscored", (doubt("E414"),))


def _references(
    claim: Claim, held: Opened, leaf: Leaf, weight: Weight, others: Callable[[], Others]
) -> tuple[Note, ...]:
    def by(other: Opened) -> Callable[[], IndicatorScore | None]:
        return lambda: other.score(other.given.leaves[leaf.place], weight)

    tried = {(0, leaf.methods)}
    rulesets = []
    for one in others():
        key = (one.group, one.table.given.leaves[leaf.place].methods)
        if key not in tried:
            tried.add(key)
            rulesets.append((one.table.rules, by(one.table)))
    found = (
        *by_hand(claim, leaf.target, held.actual(leaf)),
        *by_methods(claim, leaf, lambda one: held.score(one, weight)),
        *by_rulesets(claim, rulesets),
    )
    return tuple(dict.fromkeys(found))
