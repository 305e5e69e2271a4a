"""Limits that are named and not numbered: 不超预算, 政府采购限价."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from jixiao.lexicon.splitting import words

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "REFERENCE_NAMES",
    "REFERENCE_WORDS",
]

REFERENCE_WORDS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(
        words(
            "不超 不超过 不超出 不高于 不突破 不大于 不多于 不得超过 不得高于 不得突破 "
            "未超 未超过 未突破 小于等于 控制在 严格控制在 低于等于 不迟于 不晚于"
        ),
        "<=",
    )
    | dict.fromkeys(
        words(
            "不低于 不少于 大于等于 不得低于 不小于 不差于 达到或优于 达到或好于 达到或高于 "
            "达到或超过 优于或等于 优于等于"
        ),
        ">=",
    )
    | dict.fromkeys(words("高于 优于 大于 好于 多于"), ">")
    | dict.fromkeys(words("低于 小于 少于"), "<")
)
"""Operators as words before a limit that is named, not numbered."""

REFERENCE_NAMES: tuple[str, ...] = words(
    "限价 计划数 预算数 预算金额 批复数 批复金额 计划完成时间 计划时间 概算 "
    "概算数 计划值 标准值 合同价 合同金额 合同约定 控制价 最高限价 预算控制数 "
    "预算批复数 计划工期 合同工期 中标价 市场价 平均水平"
)
"""Limits that stand for a number when they are all a value says."""
