"""The direction that the name of an indicator says: by a pattern of it, else by its ending."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from jixiao.directions.endings import ENDINGS, Direction
from jixiao.source import squeeze

__all__ = ["NameDirection", "direction_of_name"]


@frozen
class NameDirection:
    """What a name says: `more` or `less` is better, or `exact`; and the ending that says it."""

    direction: Direction
    word: str


_NOT = re.compile(
    r"(?:不|未|非|无法)(?:合格|达标|完成|及时|准确|满意|到位|按时|足额|规范)(?:率|数|人数|次数|数量)?$"
)
_FALL = re.compile(
    r"(?:下降|降低|减少|压减|压缩|节约|节省|缩短|削减)(?:率|幅度|比例|比率|额|数|量|程度|时间)?$"
)
_SPENDING_GROWTH = re.compile(r"(?:经费|费用|支出|成本)(?:增长|变动|上升|提高)(?:率|幅度)$")
_OF_DISEASE = re.compile(r"(?:血压|血糖|糖尿|疾病|病|疫情|肿瘤|病情|感染|质量)[^率]*控制率$")
_NOTE = re.compile(r"\([^()]*\)$")


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
        (NameDirection(direction, word) for word, direction in ENDINGS if text.endswith(word)),
        None,
    )
