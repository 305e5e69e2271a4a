"""Where the weight of each indicator comes from, in the order that is fixed once.

The table, the actuals, the caller, the 三级 rule, then what is left of the nearest weighted
ancestor, shared equally by its present leaves, cut to 2 decimals, the remainder to the last. A 一级
with no weight above or below is checked, not scored. A level without a present leaf passes its
weight to no one.
"""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from jixiao.findings import finding
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.evaluation.leaves import Leaf
    from jixiao.findings import Finding, Where
    from jixiao.rules import IndicatorRule

__all__ = ["Weighed", "Weight", "Weights", "weigh"]

Weights: TypeAlias = "Mapping[tuple[str, ...], Decimal]"
"""The caller's weights by path: (一级,), (一级, 二级), (一级, 二级, 三级), or (三级,) of a leaf."""

_CENT = Decimal("0.01")


@frozen
class Weight:
    """A weight, None where there is none; its source as a piece of the catalogue."""

    number: Decimal | None
    source: str = "E109"
    level: str = ""
    left: str = ""
    count: str = ""

    @property
    def inferred(self) -> bool:
        """Whether it was shared out."""
        return self.source == "E132" and self.number is not None


@frozen
class Weighed:
    """The weights of all leaves in their order, and the levels that nobody bears."""

    weights: tuple[Weight, ...]
    empty: tuple[tuple[str, Decimal], ...] = ()
    findings: tuple[Finding, ...] = ()


@frozen(eq=False)
class _Node:
    """A weighted level: its rule and the names of the rows below it, its weight, its parent."""

    names: tuple[str, ...]
    weight: Decimal
    label: str


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
    tree = _Tree(roots, given or {})
    shared: dict[tuple[str, ...], list[int]] = {}
    for place, one in enumerate(leaves):
        node = tree.above(one)
        if own[place].number is None and one.present and node is not None:
            shared.setdefault(node.names, []).append(place)
    findings: list[Finding] = []
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
        for place, part in zip(places, _parts(left, len(places)), strict=True):
            own[place] = Weight(part, "E132", node.label, decimal_text(left), str(len(places)))
    return Weighed(tuple(own), tree.empty(leaves, own), tuple(findings))


def _own(leaf: Leaf, filed: Decimal | None, given: Mapping[tuple[str, ...], Decimal]) -> Weight:
    if not leaf.present:
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


def _parts(left: Decimal, count: int) -> tuple[Decimal, ...]:
    """Equal shares cut to 2 decimals, the remainder to the last.

    >>> [str(one) for one in _parts(Decimal(50), 3)]
    ['16.66', '16.66', '16.68']
    """
    each = (left / count).quantize(_CENT, rounding=ROUND_DOWN)
    return (*(each for _ in range(count - 1)), left - each * (count - 1))


class _Tree:
    """The weighted levels of a form, by the names of the rules from the top down."""

    def __init__(
        self, roots: tuple[IndicatorRule, ...], given: Mapping[tuple[str, ...], Decimal]
    ) -> None:
        self.nodes: dict[tuple[str, ...], _Node] = {}
        self._rules: dict[tuple[str, ...], IndicatorRule] = {}
        for root in roots:
            self._add(root, (), given)

    def _add(
        self,
        rule: IndicatorRule,
        above: tuple[str, ...],
        given: Mapping[tuple[str, ...], Decimal],
    ) -> None:
        names = (*above, rule.name or "*")
        self._rules[names] = rule
        levels = names[1:] if rule.level == 0 or above[:1] == ("目标",) else names
        weight = given.get(levels, rule.weight)
        if weight is None and rule.level == 0:
            weight = rule.weight_total
        if weight is not None and (not rule.weight_filled or levels in given):
            self.nodes[names] = _Node(names, weight, rule.name or "任意")
        for child in rule.children:
            self._add(child, names, given)

    def above(self, leaf: Leaf) -> _Node | None:
        """The nearest weighted level above a leaf; none beyond a level that fills in its own."""
        names = tuple(one.name or "*" for one in leaf.path)
        if leaf.rule is not None and not leaf.funded:
            names = names[:-1]
        for length in range(len(names), 0, -1):
            node = self.nodes.get(names[:length])
            if node is not None:
                return node
            if self._rules[names[:length]].weight_filled:
                return None
        return None

    def _below(self, node: _Node) -> list[_Node]:
        """The nearest weighted levels below a level."""
        found: list[_Node] = []
        for names, one in self.nodes.items():
            if len(names) <= len(node.names) or names[: len(node.names)] != node.names:
                continue
            between = (names[:end] for end in range(len(node.names) + 1, len(names)))
            if not any(each in self.nodes for each in between):
                found.append(one)
        return found

    def taken(self, node: _Node, leaves: tuple[Leaf, ...], own: list[Weight]) -> Decimal:
        """What of a level's weight is spoken for by levels and leaves below it."""
        total = Decimal(0)
        ruled: set[tuple[str, ...]] = set()
        for place, leaf in enumerate(leaves):
            number = own[place].number
            if number is None or own[place].inferred or not leaf.present:
                continue
            names = tuple(one.name or "*" for one in leaf.path)
            if leaf.rule is not None:
                ruled.add(names)
            above = self.above(leaf)
            if above is not None and above.names == node.names:
                total += number
        return total + sum(
            (one.weight for one in self._below(node) if one.names not in ruled), Decimal(0)
        )

    def empty(self, leaves: tuple[Leaf, ...], own: list[Weight]) -> tuple[tuple[str, Decimal], ...]:
        """The topmost weighted levels without a present leaf that bears points."""
        held = {
            tuple(one.name or "*" for one in leaf.path)[:length]
            for leaf, weight in zip(leaves, own, strict=True)
            if leaf.present and weight.number is not None
            for length in range(1, len(leaf.path) + 1)
        }
        bare = [names for names in self.nodes if names not in held]
        return tuple(
            (self.nodes[names].label, self.nodes[names].weight)
            for names in bare
            if not any(names[:end] in bare for end in range(1, len(names)))
        )
