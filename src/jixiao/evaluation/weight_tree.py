"""The weighted levels of a form: who bears what of them, and what is left for the others."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from jixiao.findings import finding
from jixiao.units import decimal_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jixiao.evaluation.leaves import Leaf
    from jixiao.findings import Finding, Where
    from jixiao.rules import IndicatorRule

__all__ = ["Node", "Weight", "WeightTree", "Weights", "equal_parts"]

Weights: TypeAlias = "Mapping[tuple[str, ...], Decimal]"
"""The caller's weights by path: (一级,), (一级, 二级), (一级, 二级, 三级), or (三级,) of a leaf.

Below a 目标 the path may begin with its name: (年度绩效目标1,), (年度绩效目标1, 产出指标)."""

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


@frozen(eq=False)
class Node:
    """A weighted level: its rule and the names of the rows below it, its weight, its parent."""

    names: tuple[str, ...]
    weight: Decimal
    label: str


def equal_parts(left: Decimal, count: int) -> tuple[Decimal, ...]:
    """Equal shares cut to 2 decimals, the remainder to the last.

    >>> [str(one) for one in equal_parts(Decimal(50), 3)]
    ['16.66', '16.66', '16.68']
    """
    each = (left / count).quantize(_CENT, rounding=ROUND_DOWN)
    return (*(each for _ in range(count - 1)), left - each * (count - 1))


class WeightTree:
    """The weighted levels of a form, by the names of the rules from the top down."""

    def __init__(
        self,
        roots: tuple[IndicatorRule, ...],
        given: Mapping[tuple[str, ...], Decimal],
        leaves: tuple[Leaf, ...],
    ) -> None:
        self.nodes: dict[tuple[str, ...], Node] = {}
        self._rules: dict[tuple[str, ...], IndicatorRule] = {}
        self._given = given
        self._goals: set[tuple[str, ...]] = set()
        for root in roots:
            if root.level == 0:
                self._add_goals(root, leaves)
            else:
                self._add(root, (), root.weight)

    def _add_goals(self, rule: IndicatorRule, leaves: tuple[Leaf, ...]) -> None:
        """The goals of a table that go by one rule share its 合计权重."""
        own = [leaf for leaf in leaves if leaf.path and leaf.path[0] is rule]
        names = tuple(dict.fromkeys(leaf.names[0] for leaf in own)) or (rule.name or "*",)
        whole = rule.weight_total if rule.weight is None else rule.weight
        shares = (None,) * len(names) if whole is None else equal_parts(whole, len(names))
        self._goals |= {(name,) for name in names}
        for name, share in zip(names, shares, strict=True):
            self._add(rule, (), share, name)

    def _add(
        self,
        rule: IndicatorRule,
        above: tuple[str, ...],
        weight: Decimal | None,
        name: str | None = None,
    ) -> None:
        names = (*above, name or rule.name or "*")
        self._rules[names] = rule
        path = names if names in self._given else names[1:] if above[:1] in self._goals else names
        weight = self._given.get(path, weight)
        if weight is not None and (not rule.weight_filled or path in self._given):
            self.nodes[names] = Node(names, weight, name or rule.name or "任意")
        for child in rule.children:
            self._add(child, names, child.weight)

    def uneven(
        self, leaves: tuple[Leaf, ...], own: list[Weight], where: Where
    ) -> Iterator[Finding]:
        """Goals whose indicators all have weights that do not come to 合计权重."""
        for rule in dict.fromkeys(leaf.path[0] for leaf in leaves if leaf.path):
            if rule.level != 0 or rule.weight_total is None:
                continue
            below = [
                own[place].number
                for place, leaf in enumerate(leaves)
                if leaf.path and leaf.path[0] is rule and (leaf.present or leaf.inapplicable)
            ]
            numbers = [one for one in below if one is not None]
            total = sum(numbers, Decimal(0))
            if len(numbers) == len(below) and total != rule.weight_total:
                yield finding(
                    "E28",
                    where,
                    level=rule.name or "任意",
                    given=decimal_text(total),
                    weight=decimal_text(rule.weight_total),
                )

    def above(self, leaf: Leaf) -> Node | None:
        """The nearest weighted level above a leaf; none beyond a level that fills in its own."""
        names = leaf.names
        if leaf.rule is not None and not leaf.funded:
            names = names[:-1]
        for length in range(len(names), 0, -1):
            node = self.nodes.get(names[:length])
            if node is not None:
                return node
            if self._rules[names[:length]].weight_filled:
                return None
        return None

    def _below(self, node: Node) -> list[Node]:
        """The nearest weighted levels below a level."""
        found: list[Node] = []
        for names, one in self.nodes.items():
            if len(names) <= len(node.names) or names[: len(node.names)] != node.names:
                continue
            between = (names[:end] for end in range(len(node.names) + 1, len(names)))
            if not any(each in self.nodes for each in between):
                found.append(one)
        return found

    def taken(self, node: Node, leaves: tuple[Leaf, ...], own: list[Weight]) -> Decimal:
        """What of a level's weight is spoken for by levels and leaves below it."""
        total = Decimal(0)
        ruled: set[tuple[str, ...]] = set()
        for place, leaf in enumerate(leaves):
            number = own[place].number
            if number is None or own[place].inferred:
                continue
            names = leaf.names
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
            leaf.names[:length]
            for leaf, weight in zip(leaves, own, strict=True)
            if weight.number is not None
            for length in range(1, len(leaf.path) + 1)
        }
        bare = [names for names in self.nodes if names not in held]
        return tuple(
            (self.nodes[names].label, self.nodes[names].weight)
            for names in bare
            if not any(names[:end] in bare for end in range(1, len(names)))
        )
