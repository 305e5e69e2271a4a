"""方法: how the points of an indicator come from its value and from what was achieved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from jixiao.rules.changes import Change
from jixiao.source import Origin

if TYPE_CHECKING:
    from decimal import Decimal

    from jixiao.expressions import Expression
    from jixiao.rules.cells import KindRule, Tests
    from jixiao.rules.citations import Citation

__all__ = ["DecisionRow", "DecisionTable", "Deduction", "Method"]


@frozen
class DecisionRow:
    """One row: a cell a box, in the order of the header; the last is the result."""

    cells: tuple[Tests, ...]
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class DecisionTable:
    """分档: inputs by name, rows, and the name of the result (得分率, 得分, 灯)."""

    inputs: tuple[str, ...]
    result: str
    rows: tuple[DecisionRow, ...]


@frozen
class Deduction:
    """扣减 … 时 …."""

    amount: Expression
    condition: Expression


@frozen
class Method:
    """方法: how points come from a value and what was achieved."""

    name: str
    kinds: tuple[KindRule, ...] = ()
    rate: Expression | None = None
    points: Expression | None = None
    table: DecisionTable | None = None
    cap: Decimal | None = None
    floor: Decimal | None = None
    pass_line: Decimal | None = None
    explain: Expression | None = None
    deductions: tuple[Deduction, ...] = ()
    cite: Citation | None = None
    doc: str | None = None
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)
