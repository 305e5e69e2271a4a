"""What the page of checks shows of one code, and a row that nothing is said about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from by_hand import PLAIN

if TYPE_CHECKING:
    from jixiao.rules import Ruleset
    from jixiao.tables import Cell, Table

__all__ = ["CHECKS", "Case"]


@frozen
class Case:
    """One code: its short name, what it means, and a table (or two) in which it is found."""

    code: str
    title: str
    meaning: str
    tables: tuple[Table, ...]
    rules: Ruleset = PLAIN
    leftovers: tuple[Cell, ...] = ()


CHECKS = "产出指标/数量指标/检查次数 | ≥2次 | ≥10次"
