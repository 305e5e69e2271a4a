"""Which way an indicator is better, as far as its name alone says it: 投诉率 less, 合格率 more.

The end of a name decides, the longest known ending first: 投诉率 is better low, 投诉处理率 high,
投诉下降率 high. A name that ends in none of them says nothing, and nothing is guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from attrs import frozen

from jixiao.source import squeeze

__all__ = ["NameDirection", "direction_of_name"]

Direction = Literal["more", "less", "exact"]


@frozen
class NameDirection:
    """What a name says: `more` or `less` is better, or `exact`; and the ending that says it."""

    direction: Direction
    word: str


_EXACT = (
    "发放标准",
    "补助标准",
    "补贴标准",
    "救助标准",
    "资助标准",
    "供养标准",
    "低保标准",
    "保障标准",
    "扶助标准",
    "津贴标准",
    "抚恤标准",
    "编制数",
    "核定编制",
    "编制人数",
)
"""Where the very figure is asked for: a standard of payment, a number of posts."""

_LESS = (
    "控制率",
    "变动率",
    "调整率",
    "结转结余率",
    "结转率",
    "结余率",
    "差错率",
    "错误率",
    "投诉率",
    "空编率",
    "超编率",
    "超支率",
    "事故率",
    "事故发生率",
    "案件发生率",
    "事件发生率",
    "死亡率",
    "病死率",
    "违规率",
    "违法率",
    "逾期率",
    "损耗率",
    "损失率",
    "故障率",
    "流失率",
    "缺陷率",
    "缺勤率",
    "漏诊率",
    "误诊率",
    "感染率",
    "失业率",
    "返贫率",
    "贫困发生率",
    "退回率",
    "返工率",
    "退货率",
    "退件率",
    "投诉次数",
    "投诉起数",
    "投诉件数",
    "投诉数量",
    "投诉量",
    "投诉数",
    "差错次数",
    "差错数",
    "错误次数",
    "事故数",
    "事故次数",
    "事故起数",
    "事故数量",
    "事故件数",
    "故障次数",
    "故障数",
    "调整次数",
    "死亡人数",
    "伤亡人数",
    "上访次数",
    "上访人次",
    "信访次数",
    "舆情次数",
    "违规次数",
    "超支额",
    "成本",
    "成本额",
    "成本控制数",
    "费用",
    "单价",
    "造价",
    "限价",
    "控制数",
    "控制额",
    "时限",
    "响应时间",
    "等待时间",
    "等候时间",
    "办理时间",
    "办结时间",
)

_MORE = (
    "合格率",
    "达标率",
    "完成率",
    "到位率",
    "覆盖率",
    "覆盖面",
    "满意率",
    "满意度",
    "知晓率",
    "参训率",
    "参保率",
    "参与率",
    "出席率",
    "及时率",
    "准时率",
    "准确率",
    "正确率",
    "优良率",
    "优秀率",
    "优质率",
    "执行率",
    "支付率",
    "办结率",
    "办理率",
    "受理率",
    "处理率",
    "处置率",
    "查处率",
    "结案率",
    "回复率",
    "答复率",
    "整改率",
    "化解率",
    "调解率",
    "发放率",
    "兑现率",
    "落实率",
    "利用率",
    "使用率",
    "普及率",
    "入学率",
    "就业率",
    "巩固率",
    "有效率",
    "通过率",
    "验收率",
    "开工率",
    "完工率",
    "竣工率",
    "达成率",
    "实现率",
    "保障率",
    "保障程度",
    "惠及率",
    "受益率",
    "签约率",
    "公开率",
    "专款专用率",
    "安全率",
    "完好率",
    "成活率",
    "存活率",
    "绿化率",
    "收缴率",
    "征收率",
    "接种率",
    "救治率",
    "治愈率",
    "提升率",
    "提高率",
    "改善率",
    "增长率",
    "响应率",
    "采购率",
    "建档率",
    "储备率",
    "规范率",
    "足额率",
    "按时率",
    "数量",
    "人数",
    "人次",
    "人次数",
    "次数",
    "户数",
    "家数",
    "个数",
    "件数",
    "场次",
    "场数",
    "期数",
    "台数",
    "项数",
    "套数",
    "批次",
    "篇数",
    "份数",
    "面积",
    "里程",
    "产量",
    "产值",
    "增收额",
    "增收",
)

_NOT = re.compile(
    r"(?:不|未|非|无法)(?:合格|达标|完成|及时|准确|满意|到位|按时|足额|规范)(?:率|数|人数|次数|数量)?$"
)
_FALL = re.compile(
    r"(?:下降|降低|减少|压减|压缩|节约|节省|缩短|削减)(?:率|幅度|比例|比率|额|数|量|程度|时间)?$"
)
_SPENDING_GROWTH = re.compile(r"(?:经费|费用|支出|成本)(?:增长|变动|上升|提高)(?:率|幅度)$")
_OF_DISEASE = re.compile(r"(?:血压|血糖|糖尿|疾病|病|疫情|肿瘤|病情|感染|质量)[^率]*控制率$")
_NOTE = re.compile(r"\([^()]*\)$")
_ENDINGS: tuple[tuple[str, Direction], ...] = tuple(
    sorted(
        (
            *((word, "exact") for word in _EXACT),
            *((word, "less") for word in _LESS),
            *((word, "more") for word in _MORE),
        ),
        key=lambda pair: -len(pair[0]),
    )
)


@lru_cache(maxsize=4096)
def direction_of_name(name: str) -> NameDirection | None:
    """What the name of an indicator says about its direction; None where it says nothing.

    The words are those that reviewers use for bare values: 控制率, 变动率, 调整率, 结转结余率,
    差错率, 投诉率, 空编率 and costs are better low, although the first end in 率.

    >>> direction_of_name("“三公经费”变动率")
    NameDirection(direction='less', word='变动率')
    >>> direction_of_name("群众投诉下降率（%）").direction
    'more'
    >>> direction_of_name("高血压患者血压控制率") is None
    True
    """
    text = _NOTE.sub("", squeeze(name)).removesuffix("指标").rstrip("%")
    text = _NOTE.sub("", text)
    patterns: tuple[tuple[re.Pattern[str], Direction], ...] = (
        (_NOT, "less"),
        (_FALL, "more"),
        (_SPENDING_GROWTH, "less"),
    )
    for pattern, direction in patterns:
        match = pattern.search(text)
        if match is not None:
            return NameDirection(direction, match[0])
    if _OF_DISEASE.search(text):
        return None
    return next(
        (NameDirection(direction, word) for word, direction in _ENDINGS if text.endswith(word)),
        None,
    )
