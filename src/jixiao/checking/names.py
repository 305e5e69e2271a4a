"""What an indicator's name says for certain: the thing it is about, and its family."""

from __future__ import annotations

import re

from jixiao.source import squeeze

__all__ = [
    "CONSTANT_RATIO",
    "EVENTS",
    "PLACEHOLDER_NAME",
    "SATISFACTION",
    "bare_name",
    "core",
    "is_bounded_ratio",
    "is_constant_ratio",
    "is_management_ratio",
    "noun_of",
    "slip_of",
]

PLACEHOLDER_NAME = re.compile(r"指标\d*:?|[…·.\-—*＊/\s]*")
"""A name that nobody filled in: 指标1:, ……"""

_ORDINAL = re.compile(r"指标\d+:")
_GENERIC = re.compile(r"^(?:本|该|全年|年度|项目|资金|经费)+(?=预算|资金|专款|支出|经费)")
_MANAGEMENT = re.compile(
    r"(?:专款专用?率?"
    r"|(?:资金|经费|预算|支出)(?:使用|支付|到位|执行|拨付|支出)(?:进度|及时)?率"
    r"|预算(?:资金|支出)?(?:执行|完成)(?:进度)?率)$"
)
CONSTANT_RATIO = re.compile(r"专款专用?(?:率)?|足额(?:发放|拨付|支付|保障|到位|缴纳)率|准确率")
_BOUNDED = re.compile(
    r"(?:满意[度率]|满意程度|覆盖率|合格率|准确率|知晓率|及时率|专款专用率|参训率|到位率|公开率)"
)
SATISFACTION = "满意"
_NOT_A_RATE = ("效率", "频率", "功率", "概率", "汇率", "利率", "税率", "费率", "速率", "帧率")
_COUNTS = (
    "次数",
    "人数",
    "人次",
    "车次",
    "场次",
    "户数",
    "件数",
    "份数",
    "个数",
    "家数",
    "天数",
    "台数",
    "辆数",
    "项数",
    "数量",
)
EVENTS = frozenset("次场期件份批张篇册趟起宗例本") | {"人次", "场次", "车次"}
"""Units of what is done again and again through the year, so that its figures add up."""
_TERMS = (
    "专款专用率",
    "预算执行率",
    "资金到位率",
    "资金使用率",
    "资金支付率",
    "质量达标率",
    "成本节约率",
    "实际完成率",
    "完成及时率",
    "验收合格率",
    "服务对象满意度",
)


def bare_name(name: str) -> str:
    """The name without spaces and without the number that the form prints before it.

    >>> bare_name("指标1: 资金支付率")
    '资金支付率'
    """
    return _ORDINAL.sub("", squeeze(name), count=1)


def core(name: str) -> str:
    """The name without what does not change the thing it is about.

    >>> core("资金预算执行率"), core("指标1: 资金支付率"), core("群众满意度")
    ('预算执行率', '资金支付率', '群众满意度')
    """
    return _GENERIC.sub("", bare_name(name))


def is_management_ratio(name: str) -> bool:
    """Whether the name is a ratio of handling money: 专款专用率, 资金使用率, 支付率, 到位率.

    >>> is_management_ratio("医疗机构阳光采购检查资金使用率"), is_management_ratio("床位使用率")
    (True, False)
    """
    return bool(_MANAGEMENT.search(core(name)))


def is_constant_ratio(name: str) -> bool:
    """Whether the ratio is by its meaning 100% at any time: 专款专用率, 足额发放率, 准确率.

    >>> is_constant_ratio("资金专款专用率"), is_constant_ratio("培训参训率")
    (True, False)
    """
    return bool(CONSTANT_RATIO.search(core(name)))


def is_bounded_ratio(name: str) -> bool:
    """Whether the ratio cannot be above 100%: 满意度, 覆盖率 …, but not 完成率 or 增长率.

    >>> is_bounded_ratio("服务对象满意度"), is_bounded_ratio("任务完成率")
    (True, False)
    """
    plain = core(name).removesuffix("指标")
    return bool(_BOUNDED.fullmatch(plain[-4:]) or _BOUNDED.fullmatch(plain[-3:])) or bool(
        _BOUNDED.fullmatch(plain[-5:])
    )


def noun_of(name: str) -> str | None:
    """The noun a name ends in that makes it a number: 率, 人数, 次数, 数量 …; else None.

    >>> noun_of("医保业务培训参训率"), noun_of("业务调研次数"), noun_of("办事效率"), noun_of("质量")
    ('率', '次数', None, None)
    """
    plain = core(name).removesuffix("%")
    if plain.endswith("率"):
        return None if plain.endswith(_NOT_A_RATE) else "率"
    return next((noun for noun in _COUNTS if plain.endswith(noun)), None)


def slip_of(name: str) -> str | None:
    """The usual term a name ends in but for one character left out of its middle; else None.

    Where the second character is the one left out, a longer name may hold a word of its own across
    the gap (水质|达标率, 物资|到位率), so that only a whole name is taken for a slip.

    >>> slip_of("办公设备购置专款专率"), slip_of("群众满意度"), slip_of("水质达标率")
    ('专款专用率', None, None)
    """
    plain = core(name)
    if plain.endswith(_TERMS):
        return None
    for term in _TERMS:
        cut = (term[:place] + term[place + 1 :] for place in range(2, len(term) - 1))
        if plain == term[0] + term[2:] or plain.endswith(tuple(cut)):
            return term
    return None
