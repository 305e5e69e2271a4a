"""Words that say a number, an absence or how vague a number is; spans of time; numbered names."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from jixiao.lexicon.splitting import words

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "ABSENT",
    "ACTS",
    "APPROX_AFTER",
    "APPROX_BEFORE",
    "APPROX_INSIDE",
    "CURRENCIES",
    "MEANS",
    "NAMED_BY_NUMBER",
    "NOTHING_OF",
    "NUMBERED_NAMES",
    "PACE_WORDS",
    "PERIOD_UNITS",
    "RANKS",
    "SHORTFALLS",
]

APPROX_BEFORE = frozenset(
    words("近 约 大约 大概 接近 将近 约为 大致 大体 约计 估计 预计 预计约 约达")
)

APPROX_AFTER = frozenset(words("左右 上下 (左右) 前后"))

APPROX_INSIDE = frozenset(words("余 多 来"))
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

PERIOD_UNITS = frozenset(
    words("年 半年 季度 季 月 旬 周 星期 天 日 小时 学期 学年 年度 工作日 分钟 秒")
)
"""Spans of time after 每 that say how often, not for whom."""

MEANS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(
        words(
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

NOTHING_OF = words(
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

CURRENCIES: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(words("¥ ￥ 人民币 RMB CNY CNY¥ RMB¥ 人民币¥ 人民币￥"), "元")
    | dict.fromkeys(words("$ US$ USD USD$ 美元"), "美元")
    | dict.fromkeys(words("€ EUR 欧元"), "欧元")
    | dict.fromkeys(words("HK$ HKD 港币 港元"), "港元")
)
"""Signs and names of money before a number, and its unit: ¥500000, 人民币50万元."""

NUMBERED_NAMES: tuple[str, ...] = words(
    "热线 专线 平台 工单 接处警 接警 处警 出警 报警 火警 警情 急救 电话 服务 投诉 举报 诉求"
)
"""Names that begin with a number that counts nothing: 12345热线, 110接处警."""

NAMED_BY_NUMBER: tuple[str, ...] = words(
    "等保 等级保护 版本 版本号 编号 文号 编码 代码 邮编 批号 型号 "
    "见附件 见附表 见附录 见附图 见表 见图 见注"
)
"""Names that a number after them completes and does not count: 等保2.0, 等保三级."""

RANKS = frozenset(words("级 等级 类 等 档"))
"""Units that number a rank as well as they count."""

SHORTFALLS: tuple[str, ...] = words("超支 逾期 超期 滞后 延误 拖延 延迟 推迟")
"""What a number after them is a distance from, and measures nothing: 超支2.3万元, 逾期12天."""

ABSENT: Mapping[str, str] = MappingProxyType(
    {"": "empty"}
    | dict.fromkeys(words("无 没有 空 (无) 暂无 none None NONE 没 null NULL nan NaN N"), "none")
    | dict.fromkeys(
        words("/ // \\ - -- --- ---- — —— ——— ———— … …… ... ...... . * _ ~ × / /// 、 。"),
        "placeholder",
    )
    | dict.fromkeys(
        words(
            "暂不确定 待定 未定 不确定 待确定 尚未确定 尚未明确 待明确 视情况而定 "
            "暂未确定 暂定 待核实 未明确"
        ),
        "undecided",
    )
    | dict.fromkeys(
        words(
            "不适用 本指标不适用此项目 不涉及 N/A n/a NA 未涉及 本项目不涉及 "
            "不适用本项目 不考核 无此项"
        ),
        "not_applicable",
    )
)
"""Texts that set nothing, and which nothing it is."""

ACTS: tuple[str, ...] = words(
    "完成 完工 竣工 建成 开工 发放 兑付 兑现 拨付 支付 支出 验收 通过 投入 投产 投用 启用 上线 "
    "运行 交付 交工 到位 办结 结束 结题 结项 上报 报送 提交 报告 公开 公示 发布 出台 印发 下达 "
    "落实 实现 召开 启动 签订 采购 安装 缴纳 形成 "
    "通水 通车 通电 通气 通航 开园 开业 开学 封顶 试运行"
)
"""What is done by a day that is named."""
