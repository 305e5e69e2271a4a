"""Whether weights sum to what stands above them and leave some for all who need it (R14, R40)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.findings import Finding
    from jixiao.language.places import Places
    from jixiao.rules import IndicatorRule, Ruleset, TableRule

__all__ = ["check_weights"]


def check_weights(ruleset: Ruleset, table: TableRule, places: Places) -> Iterator[Finding]:
    """The weights of one form, from the whole of it down to the last indicator.

    Said only where it is certain: more than there is to give; all given, and less than there is;
    all given, and an indicator that must be there is left without.
    """
    roots = ruleset.roots(table.name)
    full = ruleset.bands.full if ruleset.bands is not None else None
    if full is not None and table.stage == "自评":
        yield from _shared(table.name, full, roots, places, whole=True)
    elif full is not None:
        yield from _shared(table.name, full, roots, places, whole=False)
    for root in roots:
        yield from _below(root, places)


def _below(rule: IndicatorRule, places: Places) -> Iterator[Finding]:
    given = rule.weight_total if rule.level == 0 else rule.weight
    if given is not None and rule.children:
        name = rule.name or "任意"
        yield from _shared(name, given, rule.children, places, whole=True, above=rule)
    for child in rule.children:
        yield from _below(child, places)


def _shared(  # noqa: PLR0913 - who shares what, and how sure that is
    name: str,
    given: Decimal,
    rules: Sequence[IndicatorRule],
    places: Places,
    *,
    whole: bool,
    above: IndicatorRule | None = None,
) -> Iterator[Finding]:
    """The weights of siblings, held against what they share."""
    weights = [_weight(rule) for rule in rules]
    said = [one for one in weights if one is not None]
    if not said:
        return
    total = sum(said, Decimal())
    if total > given or (whole and len(said) == len(rules) and total != given):
        origin = rules[-1].origin if above is None else above.origin
        raw = (rules[-1] if above is None else above).name or ""
        yield places.doubt("R14", origin, raw, word=name, sum=f"{total:f}", wanted=f"{given:f}")
    elif above is not None and total == given:
        for rule, weight in zip(rules, weights, strict=True):
            if weight is None and not rule.weight_filled and _must_be_there(rule):
                left = rule.name or "任意"
                yield places.doubt(
                    "R40", rule.origin, left, word=left, owner=name, sum=f"{given:f}"
                )


def _weight(rule: IndicatorRule) -> Decimal | None:
    """The weight of an indicator, said of itself or of what is below it."""
    own = rule.weight_total if rule.level == 0 else rule.weight
    if own is not None or rule.weight_filled:
        return own
    below = [weight for child in rule.children if (weight := _weight(child)) is not None]
    return sum(below, Decimal()) if below and len(below) == len(rule.children) else None


def _must_be_there(rule: IndicatorRule) -> bool:
    return rule.demand.required is True or bool(rule.demand.at_least)
