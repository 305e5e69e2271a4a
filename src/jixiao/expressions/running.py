"""One evaluation while it runs: what it is over, and how many steps are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.expressions.function import Function
    from jixiao.expressions.tree import Expression, Scope
    from jixiao.units import Quantity

__all__ = ["Run"]


@define
class Run:
    """One evaluation: what it is over, and how many steps are left."""

    scope: Scope
    functions: Mapping[str, Function]
    grades: frozenset[str]
    phrases: Mapping[str, Expression]
    left: int
    money_unit: str
    units: Mapping[str, Quantity]
