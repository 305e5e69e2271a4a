"""Words of change: verbs with a direction, adverbs before them, what they are measured from."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from jixiao.lexicon.splitting import words

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "BASELINES",
    "DIRECTIONS",
    "FIXED_TRENDS",
    "MANNERS",
    "MEASURED_NOUNS",
    "ORIGINS",
    "RATES",
    "SELF_MEASURED",
]

RATES = frozenset({"同比", "环比", "年均"})
"""Baselines that are said without 较: the same span a year or a span before, a yearly mean."""

_UP = words("提高 提升 增长 增加 上升 升高 增强 扩大 上涨 增多 递增 增收 新增长 提速")

_DOWN = words("下降 降低 减少 缩短 缩小 压减 压缩 削减 减轻 下调 递减 下浮 缩减 压降 节约 节省")

_BETTER = words("改善 优化 好转 向好 改进 变好")

DIRECTIONS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(_UP, "up") | dict.fromkeys(_DOWN, "down") | dict.fromkeys(_BETTER, "better")
)
"""Verbs of change and their direction."""

SELF_MEASURED = frozenset(words("增收 节约 节省"))
"""Verbs of change whose amount is what is measured: 节约资金10万元 needs no baseline."""

MANNERS: tuple[str, ...] = words(
    "不断 逐年 持续 显著 明显 有所 稳步 逐步 大幅 大幅度 进一步 有效 稳定 较大 "
    "较大幅度 得到 得到有效 得到明显 得到显著 得到进一步 得以 日益 逐渐 适当 "
    "小幅 略有 稍有 快速 巩固 稳固 长期 切实 全面 不断得到 持续得到 较上年有所 "
    "均有 有 有了 有较大 有明显 有显著 整体 总体 较好 极大 效果 有一定 一定 "
    "连年 同步 平稳 保持 较为明显 比较明显 较明显 不同程度 有不同程度 逐季 逐月 "
    "每年 年年 继续 稳中 明显得到 有效得到 得到持续 得到不断 得到较大 得到一定 "
    "得到逐步 均得到 都得到 不断有效"
)
"""Adverbs before a verb of change."""

BASELINES: tuple[str, ...] = words(
    "上年 去年 上年度 上一年 上一年度 前一年 前年 上年同期 去年同期 上年度同期 "
    "上一年同期 同期 上期 上月 上季度 上半年 往年 往年同期 历年 基期 基年 基数 "
    "上年水平 去年水平 上年同期水平 去年同期水平 上年度水平 上年实际 上年数 "
    "上年末 上年底 去年底 年初 期初 前三年平均 前三年平均水平 近三年平均 "
    "近三年平均水平 近三年平均值 前三年平均值 前两年平均 上年平均 上年平均水平 "
    "历史平均水平 历史同期 往年水平 往年平均水平 历年平均水平 上年基数 上年值 "
    "上年实际值 去年实际 现状 现有水平 当前水平 目前水平 原有水平 实施前 "
    "项目实施前 改造前 项目实施前水平 上一周期 上轮 上学期 上学年 上年决算数 "
    "上年支出 上年支出数 上年执行数 上年发生额 上年实际支出 上年同口径"
)
"""What a trend may be measured from."""

ORIGINS: tuple[str, ...] = words(
    "原来的 原来 原有的 原有 原 上年的 上年 去年的 去年 目前的 目前 现有的 现有 现在的 "
    "现在 年初的 年初"
)
"""What may stand before the number that a change starts from: 由原来的90%提高到95%."""

MEASURED_NOUNS: tuple[str, ...] = words(
    "条件 水平 能力 质量 环境 效率 效益 满意度 素质 意识 成本 负担 压力 面貌 状况 收入 待遇 "
    "获得感 幸福感 安全感 认同感 知晓率 参与度 影响力 竞争力 凝聚力 风险 差距 结构"
)
"""What is better or worse: 改善学校的办学条件 says a change, 提高产量的措施 does not."""

FIXED_TRENDS: Mapping[str, tuple[str, str | None]] = MappingProxyType(
    {
        "只减不增": ("not_up", None),
        "只降不升": ("not_up", None),
        "不增长": ("not_up", None),
        "不增加": ("not_up", None),
        "零增长": ("not_up", None),
        "0增长": ("not_up", None),
        "负增长": ("down", None),
        "不增反降": ("down", None),
        "只增不减": ("not_down", None),
        "只升不降": ("not_down", None),
        "不降低": ("not_down", None),
        "不下降": ("not_down", None),
        "不减少": ("not_down", None),
        "稳中有升": ("up", None),
        "稳中有增": ("up", None),
        "稳中向好": ("better", None),
        "稳中有进": ("better", None),
        "稳中有降": ("down", None),
        "正增长": ("up", None),
        "保持增长": ("up", None),
        "持平": ("steady", None),
        "保持不变": ("steady", None),
        "基本持平": ("steady", None),
        "总体持平": ("steady", None),
        "保持稳定": ("steady", None),
        "总体稳定": ("steady", None),
        "基本稳定": ("steady", None),
        "保持平稳": ("steady", None),
        "逐年递增": ("up", None),
        "逐年递减": ("down", None),
        "持续向好": ("better", None),
        "越来越好": ("better", None),
        "越来越高": ("up", None),
        "越来越低": ("down", None),
    }
)
"""Phrases that are a whole trend: direction and baseline."""
