"""What a cell may hold: kinds of value, the tests it is held to, and what must be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from decimal import Decimal

    from jixiao.findings import Severity

__all__ = ["Demand", "KindRule", "Test", "Tests"]


@frozen
class KindRule:
    """A kind of value a cell may hold: 数值, 百分比, 等级（规范程度） …."""

    kind: str
    scale: str | None = None


@frozen
class Test:
    """One unary test of a decision table or of 应为.

    `sign` is = ≠ > < ≥ ≤ or `-` (anything); `operand` a word, or a number with its unit.
    """

    __test__ = False  # not for pytest

    sign: str
    word: str | None = None
    number: Decimal | None = None
    unit: str = ""
    negated: bool = False


Tests = tuple[tuple[Test, ...], ...]
"""或 of 且: a cell holds when all tests of one of its groups hold."""


@frozen
class Demand:
    """How much of something must be there: 必填, 选填, 至少 n 项, 至多 n 项, and how grave."""

    required: bool | None = None
    at_least: int | None = None
    at_most: int | None = None
    severity: Severity | None = None
