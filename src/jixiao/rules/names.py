"""The names that a scoring expression of any ruleset may use."""

from __future__ import annotations

__all__ = ["MONEY_NAMES", "SCORING_NAMES"]

SCORING_NAMES = (
    "实际值",
    "目标值",
    "完成率",
    "偏离度",
    "达成程度",
    "是否达成",
    "权重",
    "应达值",
)
"""Figures of the indicator that is scored."""

MONEY_NAMES = ("年初预算数", "全年预算数", "全年执行数")
"""Totals of the money of a table."""
