"""Words of attainment in what was achieved: 达成预期指标, 基本完成, 正在公示, 暂缓实施."""

from __future__ import annotations

import re

__all__ = ["DONE", "attainment"]

_WHAT = (
    r"(?:了|预期|预定|年初|年度|全年|全部|既定|设定|绩效|计划|工作|项目|目标|指标|任务|要求|目标值|指标值"
    r"|值|效果|标准|进度|建设|验收|投用|使用|投入|运行|\d|年|月|日|,|、|且|并|有|具|良好|较好)*"
)
DONE = r"(?:达成|完成|达到|实现|达标|落实|完工|竣工|办结|合格|达到预期|建成|投用|投入使用|交付使用)"
_UNDERWAY = "推进|进行|实施|建设|施工|办理|开展|整改|验收|招标|采购|审核|审计|结算|公示|评审|调试"
_PUT_OFF = "暂缓|暂停|停止|取消|终止|中止|推迟|延期"
_PAID = "发放|拨付|支付|兑现|补助|资助|执行"
_ON_TIME = r"在?(?:规定|约定|计划|合同|要求|限定)的?(?:时间|时限|期限|工期)(?:范围)?[以之]?内"
_ATTAINMENTS = (
    (
        "none",
        re.compile(
            r"不(?:达标|合格|符合[^,;。]*)|(?:(?:因|由于|受)[^,;。]{1,16}?,?)?(?:项目|工程|目前|暂时|本年度?|今年|当年|年内)?(?:暂未|尚未|未能|没有|未|没(?!有))"
            r"(?!发生|出现|发现|检出|检测出|查出|查到|见|有|超|突破|造成|引发|接到|收到|影响|产生|违反|增加|增长|下降|降低)"
            r"(?:按期|按时|全部|如期)?.*"
            rf"|(?:(?:因|由于|受)[^,;。]{{1,16}}?,?)?(?:本?项目|工程|活动)?已?(?:{_PUT_OFF})"
            rf"(?:{_UNDERWAY}|执行|举办|举行)"
        ),
    ),
    (
        "partial",
        re.compile(
            rf"(?:部分|大部分|绝大部分|未全部){DONE}.*"
            rf"|(?:正在|仍在|尚在|还在|持续|有序)?(?:{_UNDERWAY})中|(?:正在|仍在|尚在|还在)(?:{_UNDERWAY})中?|在建"
            rf"|(?:待|等待|有待|尚待|正待)(?:{_UNDERWAY})"
        ),
    ),
    ("basic", re.compile(rf"(?:[^,;。、不未部]{{2,8}})?(?:已)?(?:基本|总体){DONE}.*")),
    (
        "full",
        re.compile(
            rf"(?:均|都|已|全部|全面|均已|已全部|已经|按期|按时|按计划|按要求|按规定|如期|超额|圆满|顺利|提前(?:\d{{1,3}}(?:天|日|周|个?月|个工作日))?|较好|较好地|良好|{_ON_TIME})*{DONE}{_WHAT}"
            r"|(?:已|均|都)*(?:全部|全额|足额)[^,;。不未]{0,6}"
            r"(?:到位|发放|拨付|支付|兑现|完毕)(?:到位|完毕)?"
            rf"|(?:已|均|都)*(?:严格)?按照?[^,;。不未]{{0,8}}标准(?:足额|全额|及时|按时)*(?:{_PAID})(?:到位|完毕)?"
        ),
    ),
)

_NOT_BEGUN = re.compile(
    r"[,;。](?:但|目前|现|项目|工程|主体)*(?:尚未|暂未|还未|仍未|未)(?:正式|全面|实质性)?"
    r"(?:开工|动工|启动|开始|实施|开展|施工|建设|执行)(?:建设|施工|实施)?$"
)
"""What was to be done is not begun, whatever was done for it: 已完成招标，尚未开工."""

_REMARK = re.compile(r"(超额[^()]+)\([^()]*\)|([^()]+)\([^()0-9]+\)")
"""Words of attainment and a remark, which says no other: 完成（见验收报告）, 超额完成（112%）."""


def attainment(text: str) -> str | None:
    """What words say of a target: full, basic, partial or none of it; None where they do not.

    >>> attainment("基本完成"), attainment("待验收"), attainment("规范")
    ('basic', 'partial', None)
    """
    if _NOT_BEGUN.search(text) is not None:
        return "none"
    remarked = _REMARK.fullmatch(text)
    for grade, pattern in _ATTAINMENTS:
        if pattern.fullmatch(text) or (
            remarked is not None and pattern.fullmatch(remarked[1] or remarked[2])
        ):
            return grade
    return None
