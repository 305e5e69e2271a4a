"""Where the weight of each indicator comes from, in the order that is fixed once.

The table, the actuals, the caller, the 三级 rule, then what is left of the nearest weighted
ancestor, shared equally by its present leaves, cut to 2 decimals, the remainder to the last. A 一级
with no weight above or below is checked, not scored. A level without a present leaf passes its
weight to no one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.evaluation.weight_tree import Weight, WeightTree, equal_parts
from jixiao.findings import finding
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from jixiao.evaluation.leaves import Leaf
    from jixiao.findings import Finding, Where
    from jixiao.rules import IndicatorRule

__all__ = ["Weighed", "Weight", "weigh"]


@frozen
class Weighed:
    """The weights of all leaves in their order, and the levels that nobody bears."""

    weights: tuple[Weight, ...]
    empty: tuple[tuple[str, Decimal], ...] = ()
    findings: tuple[Finding, ...] = ()


def weigh(
    leaves: tuple[Leaf, ...],
    roots: tuple[IndicatorRule, ...],
    where: Where,
    *,
    filed: Mapping[int, Decimal] | None = None,
    given: Mapping[tuple[str, ...], Decimal] | None = None,
) -> Weighed:
    """The weight of each leaf; `filed` are weights of the actuals by the leaf's place."""
    own = [_own(one, (filed or {}).get(one.place), given or {}) for one in leaves]
    tree = WeightTree(roots, given or {}, leaves)
    shared = _unweighed(tree, leaves, own)
    findings: list[Finding] = [*tree.uneven(leaves, own, where)]
    for names, places in shared.items():
        node = tree.nodes[names]
        taken = tree.taken(node, leaves, own)
        left = node.weight - taken
        if left < 0:
            findings.append(
                finding(
                    "E16",
                    where,
                    level=node.label,
                    given=decimal_text(taken),
                    weight=decimal_text(node.weight),
                )
            )
            continue
        for place, part in zip(places, equal_parts(left, len(places)), strict=True):
            own[place] = Weight(part, "E132", node.label, decimal_text(left), str(len(places)))
    return Weighed(tuple(own), tree.empty(leaves, own), tuple(findings))


def _unweighed(
    tree: WeightTree, leaves: tuple[Leaf, ...], own: list[Weight]
) -> dict[tuple[str, ...], list[int]]:
    """The leaves that share what is left of a level, by its names.

    A leaf that does not apply takes a share only where nothing else below the level does: so the
    level's weight is either borne by others or seen to be left out.
    """
    shared: dict[tuple[str, ...], list[int]] = {}
    for part in (
        [place for place, one in enumerate(leaves) if one.present],
        [place for place, one in enumerate(leaves) if one.inapplicable],
    ):
        taken = frozenset(shared)
        for place in part:
            node = tree.above(leaves[place])
            if own[place].number is None and node is not None and node.names not in taken:
                shared.setdefault(node.names, []).append(place)
    return shared


def _own(leaf: Leaf, filed: Decimal | None, given: Mapping[tuple[str, ...], Decimal]) -> Weight:
    if not (leaf.present or leaf.inapplicable):
        return Weight(None)
    printed = leaf.row.weight
    if printed is not None and printed >= 0:
        return Weight(printed, "E128")
    if filed is not None and filed >= 0:
        return Weight(filed, "E129")
    key = leaf.row.key
    for path in (key, key[1:], key[2:]):
        if path in given and (len(path) > 1 or path != (leaf.row.level1,)):
            return Weight(given[path], "E131")
    rule = leaf.rule
    return Weight(None) if rule is None or rule.weight is None else Weight(rule.weight, "E130")
