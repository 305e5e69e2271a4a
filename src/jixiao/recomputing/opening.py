"""One table made ready: its leaves and weights, what it prints for each, and a scorer for them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from jixiao.evaluation.execution import reckons_with_money
from jixiao.evaluation.given import TableInput
from jixiao.evaluation.leaves import Leaf, column_of_role, due_column, leaves_of
from jixiao.evaluation.money import money_of
from jixiao.evaluation.row_scoring import RowScorer
from jixiao.evaluation.weights import Weight, weigh
from jixiao.parsing import parse_actual
from jixiao.reading.labels.weighted import split_weight
from jixiao.recomputing.money import budget_lines
from jixiao.recomputing.printed import Printed, grain_of, printed_of
from jixiao.tables import Indicator
from jixiao.units import Quantity, parse_unit
from jixiao.values import Absent, Actual, Comparison, Operator

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from jixiao.evaluation.money import Money
    from jixiao.library import Library
    from jixiao.recomputing.money import BudgetLine
    from jixiao.rules import IndicatorRule, Ruleset
    from jixiao.scoring import IndicatorScore
    from jixiao.tables import FundingLine, Table

__all__ = ["Opened", "opened"]


@frozen(eq=False)
class Opened:
    """A table with its rows as leaves, in the order of the form, and the weight of each."""

    table: Table
    rules: Ruleset
    given: TableInput
    weights: tuple[Weight, ...]
    library: Library
    loose: bool = False
    """Whether figures of the table found no place in it when it was read."""

    @property
    def rows(self) -> tuple[tuple[Leaf, Weight], ...]:
        """The rows of the table with their weights; leaves of the funding part left out."""
        pairs = zip(self.given.leaves, self.weights, strict=True)
        return tuple((leaf, _labelled(leaf, weight)) for leaf, weight in pairs if not leaf.funded)

    @property
    def certain(self) -> bool:
        """Whether every row and every figure of the table was read for certain."""
        return not self.loose and all(row.status.certain for row in self.table.indicators)

    @property
    def grain(self) -> int:
        """How many decimals the table prints the scores of its indicators with."""
        return grain_of(self.printed(leaf) for leaf, _ in self.rows)

    @property
    def budget(self) -> tuple[BudgetLine, ...]:
        """The lines of money that bear points."""
        return budget_lines(self.table)

    def printed(self, leaf: Leaf) -> Printed:
        """The score that the table prints for a row."""
        return printed_of(self._text(leaf, "得分"))

    def reason(self, leaf: Leaf) -> str | None:
        """The reason filed for a row, None where its cell is empty."""
        text = self._text(leaf, "原因")
        return None if printed_of(text).blank else text

    def actual(self, leaf: Leaf) -> Actual:
        """What the table says was achieved."""
        column = column_of_role(self.table, "实际值")
        value = Absent() if column is None else leaf.row.value(column)
        return parse_actual(value.text or str(value), leaf.target)

    def _text(self, leaf: Leaf, role: str) -> str | None:
        column = column_of_role(self.table, role)
        return None if column is None else leaf.row.text(column)

    def score(self, leaf: Leaf, weight: Weight, money: Money | None = None) -> IndicatorScore:
        """What the ruleset gives a leaf for what the table itself says was achieved."""
        held = money_of(self.table, ()) if money is None else money
        return RowScorer(self.given, held).score(leaf, weight)

    def others(self) -> tuple[Opened, ...]:
        """The table by every other ruleset there is, to name what fits for reference."""
        return tuple(
            self._by(rules) for rules in self.library.usable() if rules.id != self.rules.id
        )

    def _by(self, rules: Ruleset) -> Opened:
        leaves = leaves_of(self.table, rules, self.given.column)
        rows = leaves[: len(self.table.indicators)]
        given = evolve(self.given, leaves=rows, rules=rules, functions=rules.functions)
        return evolve(self, rules=rules, given=given, weights=self.weights[: len(rows)])

    @property
    def funding_rule(self) -> IndicatorRule | None:
        """The 一级 that is scored from the money: of this form, else of any form of the ruleset."""
        every = (root for tree in self.rules.trees for root in tree.roots)
        for root in (*self.rules.roots(self.table.kind), *every):
            if root.level == 1 and root.methods and reckons_with_money(root.methods, self.rules):
                return root
        return None

    def budget_leaf(self, line: FundingLine) -> Leaf | None:
        """预算执行率 as an indicator: scored by the ruleset's method over the money of a line."""
        rule = self.funding_rule
        if rule is None:
            return None
        unit = parse_unit("%")
        whole = Comparison(op=Operator.EQ, quantity=Quantity(Decimal(100), unit), text="=100%")
        values = ((self.given.column, whole),)
        row = Indicator(rule.name or "", "", rule.name or "", values, origin=line.origin)
        return Leaf(row, whole, (rule,), len(self.table.indicators), funded=True)


def _labelled(leaf: Leaf, weight: Weight) -> Weight:
    """The weight that a name carries, 支持企业数量（20分）, where no column prints one."""
    if leaf.row.weight is not None or not leaf.present:
        return weight
    printed = split_weight(leaf.row.level3)[1]
    return weight if printed is None else Weight(printed, "E128")


def opened(
    table: Table,
    rules: Ruleset,
    library: Library,
    as_of: date,
    weights: Mapping[tuple[str, ...], Decimal] | None = None,
) -> Opened | None:
    """The table ready to be recomputed; None where it has no column of targets."""
    column, _ = due_column(table, rules, as_of)
    if column is None:
        return None
    leaves = leaves_of(table, rules, column.name)
    weighed = weigh(leaves, rules.roots(table.kind), table.where(), given=weights)
    given = TableInput(
        table=table,
        column=column.name,
        leaves=leaves,
        rows={},
        funding=(),
        rules=rules,
        functions=rules.functions,
        as_of=as_of,
        weights=weights,
    )
    return Opened(table, rules, given, weighed.weights, library)
