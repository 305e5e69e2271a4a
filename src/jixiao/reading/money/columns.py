"""What a column of the part about money means, under the many names that forms give it."""

from __future__ import annotations

import re
from functools import lru_cache

from jixiao.reading.labels import role_of_header

__all__ = ["is_plain", "money_meaning"]

_ASIDE = re.compile(r"\([^()]{1,24}\)$")
_WHEN = "全年|年度|本年度?|当年|项目|资金|财政|预算|实际|累计|调整后|变动后|调整|总"
_MEANINGS = (
    (
        "年初预算数",
        re.compile(r"年初(?:批复|预算)*(?:数|金额|安排数?|额)?|(?:预算)?批复(?:预算)?数"),
    ),
    (
        "全年预算数",
        re.compile(
            rf"(?:{_WHEN})*预算(?:调整)?(?:数|金额|安排数?|额|总额)?(?:调整后)?"
            r"|(?:调整|变动)后(?:预算)?(?:数|金额)"
        ),
    ),
    (
        "全年执行数",
        re.compile(
            rf"(?:{_WHEN})*(?:执行|支出)(?:数|金额|额|总额)|(?:{_WHEN})*(?:执行|支出)情况数"
        ),
    ),
    ("执行率", re.compile(rf"(?:{_WHEN}|支出)*(?:执行率|支付率|支出率)")),
)
_PLAIN = frozenset({"执行率", "分值", "得分"})


@lru_cache(maxsize=1024)
def money_meaning(name: str) -> str | None:
    """The column that a header means, by the name of the national form; None for another.

    `name` is as labels are compared.

    >>> [money_meaning(name) for name in ("预算数(A)", "调整后预算数", "执行率(B/A)", "自评得分")]
    ['全年预算数', '全年预算数', '执行率', '得分']
    >>> money_meaning("半年(程)计划执行数") is None
    True
    """
    bare = _ASIDE.sub("", name)
    for meaning, pattern in _MEANINGS:
        if pattern.fullmatch(bare):
            return meaning
    role = role_of_header(bare)
    return {"权重": "分值", "得分": "得分"}.get(role or "")


def is_plain(name: str) -> bool:
    """Whether a column holds a share or points, so that its figures are no money.

    >>> is_plain("执行率(B/A)"), is_plain("占比"), is_plain("全年执行数")
    (True, True, False)
    """
    return money_meaning(name) in _PLAIN or name.endswith(("率", "占比", "比例"))
