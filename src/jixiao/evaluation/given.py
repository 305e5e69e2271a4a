"""What the score of one table depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

    from jixiao.actuals import ActualRow, FundingActual
    from jixiao.evaluation.leaves import Leaf
    from jixiao.expressions import Function
    from jixiao.findings import Where
    from jixiao.rules import Ruleset
    from jixiao.tables import Table

__all__ = ["TableInput"]


@frozen(eq=False)
class TableInput:
    """A table with all that its score depends on; rows are by the place of their leaf.

    `several` are the rows of several units that are to be merged for one leaf.
    """

    table: Table
    column: str
    leaves: tuple[Leaf, ...]
    rows: Mapping[int, ActualRow]
    funding: tuple[FundingActual, ...]
    rules: Ruleset
    functions: Mapping[str, Function]
    as_of: date
    weights: Mapping[tuple[str, ...], Decimal] | None = None
    accept_inferred: bool = False
    several: Mapping[int, tuple[ActualRow, ...]] = field(factory=dict)

    def where(self, leaf: Leaf) -> Where:
        """The place of an indicator: in the file of actuals where it was filed, else the table."""
        row = self.rows.get(leaf.place)
        if row is None:
            return self.table.where_row(leaf.row, self.column)
        return evolve(self.table.where_row(leaf.row), origin=row.origin)
