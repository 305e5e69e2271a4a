"""Whether two names are about one thing: characters in common, where no more can be told."""

from __future__ import annotations

import re

from jixiao.source import squeeze

__all__ = ["is_class", "pairs", "telling"]

_CLASSES = frozenset(
    {
        "办公费",
        "印刷费",
        "咨询费",
        "手续费",
        "水费",
        "电费",
        "邮电费",
        "取暖费",
        "物业管理费",
        "差旅费",
        "维修费",
        "维护费",
        "租赁费",
        "会议费",
        "培训费",
        "公务接待费",
        "接待费",
        "专用材料费",
        "材料费",
        "劳务费",
        "委托业务费",
        "工会经费",
        "福利费",
        "交通费",
        "公务用车运行维护费",
        "其他交通费用",
        "其他费用",
        "其他",
        "税金",
        "工资福利支出",
        "商品和服务支出",
        "对个人和家庭的补助",
        "对个人和家庭补助",
        "资本性支出",
        "基本支出",
        "公用经费",
        "日常公用经费",
        "人员经费",
        "人员支出",
        "基本工资",
        "津贴补贴",
    }
)
"""Economic classes of spending: what is bought, not what is done; no indicator names them."""
_GENERAL = ("项目", "专项", "经费", "费用", "业务", "工作", "服务", "管理", "资金", "支出", "提高")
_TOTAL = re.compile(r"(?:总额|合计|小计|支出)$")
_ENDINGS = re.compile(r"(?:专项|工作)?(?:经费|费用|费|项目|专项)$")


def is_class(name: str) -> bool:
    """Whether a name is an economic class of spending, which no indicator names.

    >>> is_class("差旅费"), is_class("公用经费总额"), is_class("课题研究")
    (True, True, False)
    """
    plain = squeeze(name)
    return plain in _CLASSES or _TOTAL.sub("", plain) in _CLASSES


def pairs(text: str) -> frozenset[str]:
    """Neighbouring characters of the Chinese and Latin runs of a text, 运维 written out.

    >>> sorted(pairs("课题研究"))
    ['研究', '课题', '题研']
    """
    plain = squeeze(text).replace("运维", "运行维护")
    runs = re.findall(r"[\u4e00-\u9fff]+|[A-Za-z0-9]{2,}", plain)
    found = {run[i : i + 2] for run in runs for i in range(len(run) - 1)}
    return frozenset(found - set(_GENERAL))


def telling(name: str) -> frozenset[str]:
    """The pairs that tell what a line is about, without its 费 or 项目."""
    return pairs(_ENDINGS.sub("", squeeze(name)))
