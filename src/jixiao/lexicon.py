"""Words of indicator values with a meaning, frozen: operators, vagueness, pace, trends, absence.

The fast path and the terminals of `grammar/value.lark` are both built from these tables, so a word
added here is read by both. All words are in folded form (half-width marks, no spaces).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "ABSENT",
    "APPROX_AFTER",
    "APPROX_BEFORE",
    "APPROX_INSIDE",
    "BASELINES",
    "DIRECTIONS",
    "FIXED_TRENDS",
    "MANNERS",
    "MEANS",
    "NOTHING_OF",
    "OPERATOR_CODES",
    "OPERATOR_NAMES",
    "PACE_WORDS",
    "PERIOD_UNITS",
    "RATES",
    "REFERENCE_NAMES",
    "REFERENCE_WORDS",
    "SIGNS",
    "WEAK_OPERATORS",
    "WORDS_AFTER",
    "WORDS_BEFORE",
]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


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

_GE = _words(
    "大于等于 大于或等于 大于或者等于 大等于 不低于 不少于 不小于 不得低于 "
    "不得少于 不能低于 不能少于 应不低于 应不少于 须不低于 至少 最少 最低 "
    "至少达到 至少达 至少为 至少完成 达到 达 要达到 需达到 应达到 应达 须达到 "
    "达到了 力争达到 确保达到 力争达 确保达 稳定在 保持在 维持在 提高到 提高至 "
    "提升到 提升至 增长到 增长至 增加到 增加至 上升到 上升至 扩大到 扩大至 "
    "不弱于 不短于 不亚于 起码 下限 下限为 高于等于 高于或等于 多于等于 "
    "多于或等于 超过或等于 等于或大于 等于大于 保底 不低於 不少於 完成不少于 "
    "完成不低于 累计不少于 累计达到 累计达 共计不少于 总数不少于"
)
_LE = _words(
    "小于等于 小于或等于 小于或者等于 小等于 不高于 不大于 不多于 不超过 不超 "
    "不超出 不得超过 不得高于 不得多于 不得大于 不能超过 不能高于 应不超过 "
    "应不高于 不突破 不得突破 至多 最多 最高 最大 最高不超过 最多不超过 控制在 "
    "控制到 控制至 严格控制在 限制在 降低到 降低至 降至 降到 下降到 下降至 "
    "减少到 减少至 减至 缩短到 缩短至 压缩到 压缩至 压减至 压减到 低于等于 "
    "低于或等于 少于等于 少于或等于 上限 上限为 不长于 不迟于 等于或小于 "
    "等于小于 不晚于 不超過 不高於 控制不超过"
)
_GT = _words("大于 高于 多于 超过 超出 超 突破 优于 好于 大於 高於")
_LT = _words("小于 低于 少于 不足 不到 不满 短于 小於 低於")
_EQ = _words(
    "等于 为 是 即 共 共计 合计 计 总计 达标值 等於 完成 实现 全年完成 累计完成 恰好 固定为"
)

WORDS_BEFORE: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(_GE, ">=")
    | dict.fromkeys(_LE, "<=")
    | dict.fromkeys(_GT, ">")
    | dict.fromkeys(_LT, "<")
    | dict.fromkeys(_EQ, "=")
)
"""Operators as words before a number. A `=` here says no more than a bare number does."""

WORDS_AFTER: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(
        _words(
            "以上 及以上 或以上 及其以上 (含)以上 (含)及以上 以上(含) 及以上(含) "
            "或以上(含) (及以上) (含以上) 含以上 或更多 或更高 及更多 或者以上 "
            "以上(包含) (以上) 以上(含本数) 和以上 (含本数)以上 之上 +"
        ),
        ">=",
    )
    | dict.fromkeys(_words("以上(不含) (不含)以上 以上(不含本数)"), ">")
    | dict.fromkeys(
        _words(
            "以下 及以下 或以下 及其以下 以内 之内 内 (含)以下 (含)以内 (含)及以下 "
            "以下(含) 以内(含) 及以内 或以内 及以下(含) (以内) (以下) (及以下) 或更少 "
            "或更低 以下(含本数) 封顶 之下 或者以下 范围内 范围以内 之间以内 "
            "及以内(含)"
        ),
        "<=",
    )
    | dict.fromkeys(_words("以下(不含) 以内(不含) (不含)以下 (不含)以内 以下(不含本数)"), "<")
)
"""Operators as words after a number."""

RATES = frozenset({"同比", "环比", "年均"})
"""Baselines that are said without 较: the same span a year or a span before, a yearly mean."""

APPROX_BEFORE = frozenset(
    _words("近 约 大约 大概 接近 将近 约为 大致 大体 约计 估计 预计 预计约 约达")
)
APPROX_AFTER = frozenset(_words("左右 上下 (左右) 前后"))
APPROX_INSIDE = frozenset(_words("余 多 来"))
"""Words that make a number vague: before it, after it, and between number and unit."""

PACE_WORDS: tuple[str, ...] = (
    "序时进度",
    "时序进度",
    "时间进度",
    "序时进度要求",
    "时序进度要求",
    "时间进度要求",
    "序时",
)
"""Names of the share of the year's plan that is due by a date."""

_UP = _words("提高 提升 增长 增加 上升 升高 增强 扩大 上涨 增多 递增 增收 新增长 提速")
_DOWN = _words("下降 降低 减少 缩短 缩小 压减 压缩 削减 减轻 下调 递减 下浮 缩减 压降 节约 节省")
_BETTER = _words("改善 优化 好转 向好 改进 变好")

DIRECTIONS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(_UP, "up") | dict.fromkeys(_DOWN, "down") | dict.fromkeys(_BETTER, "better")
)
"""Verbs of change and their direction."""

MANNERS: tuple[str, ...] = _words(
    "不断 逐年 持续 显著 明显 有所 稳步 逐步 大幅 大幅度 进一步 有效 稳定 较大 "
    "较大幅度 得到 得到有效 得到明显 得到显著 得到进一步 得以 日益 逐渐 适当 "
    "小幅 略有 稍有 快速 巩固 稳固 长期 切实 全面 不断得到 持续得到 较上年有所 "
    "均有 有 有了 有较大 有明显 有显著 整体 总体 较好 极大 效果 有一定 一定 "
    "连年 同步 平稳 保持 较为明显 比较明显 较明显 不同程度 有不同程度 逐季 逐月 "
    "每年 年年 继续 稳中 明显得到 有效得到 得到持续 得到不断 得到较大 得到一定 "
    "得到逐步 均得到 都得到 不断有效"
)
"""Adverbs before a verb of change."""

BASELINES: tuple[str, ...] = _words(
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

FIXED_TRENDS: Mapping[str, tuple[str, str | None]] = MappingProxyType(
    {
        "只减不增": ("not_up", None),
        "只降不升": ("not_up", None),
        "不增长": ("not_up", None),
        "不增加": ("not_up", None),
        "零增长": ("not_up", None),
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

MEANS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(
        _words(
            "全覆盖 全部覆盖 全面覆盖 实现全覆盖 全部完成 全部达标 全部合格 全额到位 "
            "全部到位 全额拨付 全部拨付 全部发放 全额发放 足额到位 足额发放 足额拨付 "
            "足额支付 全额支付 全部验收合格 全部享受 全面完成 全部支付 全员参加 "
            "全部通过 全部落实 全部办结 全部整改 全部合规 全部入库 全部建成 全部参保 "
            "全员覆盖 全域覆盖 全部解决 全部兑现 应保尽保 应改尽改 应收尽收 应发尽发 "
            "应补尽补 应享尽享 应付尽付 应检尽检 应缴尽缴 应助尽助 应救尽救 应治尽治 "
            "应查尽查 应评尽评 应报尽报 应贷尽贷 应签尽签 应纳尽纳 应接尽接 应养尽养 "
            "应资尽资 应免尽免 应退尽退 应统尽统"
        ),
        "=100%",
    )
)
"""Words that say a number; those of 零… and 无… are read by the grammar."""

NOTHING_OF = _words(
    "投诉 事故 差错 上访 信访 违规 违纪 违法 举报 伤亡 死亡 案件 安全事故 "
    "重大事故 重大安全事故 责任事故 安全责任事故 重大安全责任事故 拖欠 截留 "
    "挪用 截留挪用 有效投诉 失误 故障 污染 泄露 泄密 感染 火灾 排放 容忍 新增 "
    "跑腿 等待 延误 遗漏 纠纷 缺陷 库存 缺口 负面舆情 舆情 超支 结余 虚报 冒领 "
    "重大投诉 生产安全事故 交通事故 群体性事件 重大舆情 不良反应 返贫 复发 发生 "
    "违约 隐患 重大安全隐患 安全隐患 事故发生 投诉率 事故率 伤害 疫情 重大疫情 "
    "破坏 损失 逾期 流失 中断 虚报参保人数 违规违纪 违法违规 违法违纪 不良影响 "
    "负面影响"
)
"""Nouns whose absence is an event count of nought: 零投诉, 无事故."""

WEAK_OPERATORS = frozenset(
    _words(
        "达到 达 要达到 需达到 应达到 应达 须达到 达到了 力争达到 确保达到 力争达 "
        "确保达 稳定在 保持在 维持在 提高到 提高至 提升到 提升至 增长到 增长至 "
        "增加到 增加至 上升到 上升至 扩大到 扩大至 控制在 控制到 控制至 严格控制在 "
        "限制在 降低到 降低至 降至 降到 下降到 下降至 减少到 减少至 减至 缩短到 "
        "缩短至 压缩到 压缩至 压减至 压减到 累计达到 累计达"
    )
)
"""Operators as words that give way to one after the number: 控制在95%以上 is ≥."""

PERIOD_UNITS = frozenset(
    _words("年 半年 季度 季 月 旬 周 星期 天 日 小时 学期 学年 年度 工作日 分钟 秒")
)
"""Spans of time after 每 that say how often, not for whom."""

REFERENCE_WORDS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(
        _words(
            "不超 不超过 不超出 不高于 不突破 不大于 不多于 不得超过 不得高于 不得突破 "
            "未超 未超过 未突破 小于等于 控制在 严格控制在 低于等于 不迟于 不晚于"
        ),
        "<=",
    )
    | dict.fromkeys(_words("不低于 不少于 大于等于 不得低于 不小于 不差于"), ">=")
    | dict.fromkeys(_words("高于 优于 大于 好于 多于"), ">")
    | dict.fromkeys(_words("低于 小于 少于"), "<")
)
"""Operators as words before a limit that is named, not numbered."""

REFERENCE_NAMES: tuple[str, ...] = _words(
    "限价 计划数 预算数 预算金额 批复数 批复金额 计划完成时间 计划时间 概算 "
    "概算数 计划值 标准值 合同价 合同金额 合同约定 控制价 最高限价 预算控制数 "
    "预算批复数 计划工期 合同工期 中标价 市场价 平均水平"
)
"""Limits that stand for a number when they are all a value says."""

ABSENT: Mapping[str, str] = MappingProxyType(
    {"": "empty"}
    | dict.fromkeys(_words("无 没有 空 (无) 暂无 none None NONE 没 null NULL nan NaN N"), "none")
    | dict.fromkeys(
        _words("/ // \\ - -- --- ---- — —— ——— ———— … …… ... ...... . * _ ~ × / /// 、 。"),
        "placeholder",
    )
    | dict.fromkeys(
        _words(
            "暂不确定 待定 未定 不确定 待确定 尚未确定 尚未明确 待明确 视情况而定 "
            "暂未确定 暂定 待核实 未明确"
        ),
        "undecided",
    )
    | dict.fromkeys(
        _words(
            "不适用 本指标不适用此项目 不涉及 N/A n/a NA 未涉及 本项目不涉及 "
            "不适用本项目 不考核 无此项"
        ),
        "not_applicable",
    )
)
"""Texts that set nothing, and which nothing it is."""

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
