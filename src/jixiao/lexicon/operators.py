"""Operators as people write them: signs, words before and after a number, codes of a column."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from jixiao.lexicon.splitting import words

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "ENDS_A_NOUN",
    "OPERATOR_CODES",
    "OPERATOR_NAMES",
    "SIGNS",
    "WEAK_OPERATORS",
    "WORDS_AFTER",
    "WORDS_BEFORE",
]

SIGNS: Mapping[str, str] = MappingProxyType(
    {
        ">=": ">=",
        "=>": ">=",
        "≥": ">=",
        "≥=": ">=",
        "=≥": ">=",
        "≥≥": ">=",
        ">>=": ">=",
        "≮": ">=",
        "<=": "<=",
        "=<": "<=",
        "≤": "<=",
        "≤=": "<=",
        "=≤": "<=",
        "≤≤": "<=",
        "≯": "<=",
        ">": ">",
        ">>": ">",
        "<": "<",
        "<<": "<",
        "=": "=",
        "==": "=",
    }
)
"""Every spelling of an operator as a sign, after folding."""

_GE = words(
    "大于等于 大于或等于 大于或者等于 大等于 不低于 不少于 不小于 不得低于 "
    "不得少于 不能低于 不能少于 应不低于 应不少于 须不低于 至少 最少 最低 "
    "至少达到 至少达 至少为 至少完成 达到 达 要达到 需达到 应达到 应达 须达到 "
    "达到了 稳定在 保持在 维持在 提高到 提高至 "
    "提升到 提升至 增长到 增长至 增加到 增加至 上升到 上升至 扩大到 扩大至 "
    "不弱于 不短于 不亚于 起码 下限 下限为 高于等于 高于或等于 多于等于 "
    "多于或等于 超过或等于 等于或大于 等于大于 保底 不低於 不少於 完成不少于 "
    "达到或超过 达到或高于 达到或大于 达到或优于 达到或好于 达到及超过 达到并超过 "
    "优于或等于 优于等于 好于或等于 好于等于 完成不低于"
)

_LE = words(
    "小于等于 小于或等于 小于或者等于 小等于 不高于 不大于 不多于 不超过 不超 "
    "不超出 不得超过 不得高于 不得多于 不得大于 不能超过 不能高于 应不超过 "
    "应不高于 不突破 不得突破 至多 最多 最高 最大 最高不超过 最多不超过 控制在 "
    "控制到 控制至 严格控制在 限制在 降低到 降低至 降至 降到 下降到 下降至 "
    "减少到 减少至 减至 缩短到 缩短至 压缩到 压缩至 压减至 压减到 低于等于 "
    "低于或等于 少于等于 少于或等于 上限 上限为 不长于 不迟于 等于或小于 "
    "等于小于 不晚于 不超過 不高於 控制不超过 达到或低于 达到或小于 达到或少于"
)

_GT = words("大于 高于 多于 超过 逾 超出 超 突破 优于 好于 大於 高於")

_LT = words("小于 低于 少于 不足 不到 不满 短于 小於 低於")

_EQ = words("等于 为 是 即 共 一共 总共 共计 合计 计 总计 达标值 等於 完成 实现 恰好 固定为")

WORDS_BEFORE: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(_GE, ">=")
    | dict.fromkeys(_LE, "<=")
    | dict.fromkeys(_GT, ">")
    | dict.fromkeys(_LT, "<")
    | dict.fromkeys(_EQ, "=")
)
"""Operators as words before a number. A `=` here says no more than a bare number does."""

ENDS_A_NOUN: Mapping[str, str] = MappingProxyType(
    {
        "达": "传到抵表发送通下转直布",
        "为": "行作认成因分变视称列评改转",
        "计": "累统预设估审会",
        "共": "公",
        "是": "不但凡还就要总",
        "即": "立随当",
        "超": "赶高反",
    }
)
"""Operators of one character, and what stands before them where they only end a word: 行为3起."""

WORDS_AFTER: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(
        words(
            "以上 及以上 或以上 及其以上 (含)以上 (含)及以上 以上(含) 及以上(含) "
            "或以上(含) (及以上) (含以上) 含以上 或更多 或更高 及更多 或者以上 "
            "以上(包含) (以上) 以上(含本数) 和以上 (含本数)以上 之上 +"
        ),
        ">=",
    )
    | dict.fromkeys(words("以上(不含) (不含)以上 以上(不含本数)"), ">")
    | dict.fromkeys(
        words(
            "以下 及以下 或以下 及其以下 以内 之内 内 (含)以下 (含)以内 (含)及以下 "
            "以下(含) 以内(含) 及以内 或以内 及以下(含) (以内) (以下) (及以下) 或更少 "
            "或更低 以下(含本数) 封顶 之下 或者以下 范围内 范围以内 之间以内 "
            "及以内(含)"
        ),
        "<=",
    )
    | dict.fromkeys(words("以下(不含) 以内(不含) (不含)以下 (不含)以内 以下(不含本数)"), "<")
)
"""Operators as words after a number."""

WEAK_OPERATORS = frozenset(
    words(
        "达到 达 要达到 需达到 应达到 应达 须达到 达到了 稳定在 保持在 维持在 提高到 提高至 "
        "提升到 提升至 增长到 增长至 增加到 增加至 上升到 上升至 扩大到 扩大至 "
        "控制在 控制到 控制至 严格控制在 限制在 降低到 降低至 降至 降到 下降到 下降至 "
        "减少到 减少至 减至 缩短到 缩短至 压缩到 压缩至 压减至 压减到"
    )
)
"""Operators as words that give way to one after the number: 控制在95%以上 is ≥."""

OPERATOR_CODES: Mapping[str, str] = MappingProxyType(
    {"1": ">=", "2": ">", "3": "=", "4": "<", "5": "<=", "6": "words", "9": "other", "10": "absent"}
)
"""The national codes of 计算符号; 6 is 定性, 9 定量（其他）, 10 本指标不适用此项目."""

OPERATOR_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "定性": "words",
        "定性指标": "words",
        "定量": "number",
        "定量指标": "number",
        "定量(其他)": "other",
        "定量其他": "other",
        "不适用": "absent",
        "本指标不适用此项目": "absent",
        "正向": "up",
        "正向指标": "up",
        "反向": "down",
        "反向指标": "down",
        "逆向": "down",
        "逆向指标": "down",
        "正": "up",
        "反": "down",
        "↑": "up",
        "↓": "down",
        "区间": "number",
        "区间指标": "number",
        "适度指标": "number",
        "中性指标": "number",
        "": "none",
        "/": "none",
        "无": "none",
        "-": "none",
        "是/否": "words",
    }
)
"""What provinces write in the column of signs beside signs and codes."""
