"""The names by which forms call their sums, 总分, 合计, 小计, and figures of points as printed."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from jixiao.reading.grid import key
from jixiao.totals import PrintedTotal

if TYPE_CHECKING:
    from jixiao.reading.forms import Form

__all__ = ["OUT_OF", "bare_name", "figure", "is_sum_name", "part_of", "read_sum_text"]

_LEAD = "自评|评价|考核|最终|综合|绩效|项目|指标|复核|评审|总评"
_WHOLE = re.compile(
    rf"(?:{_LEAD})*(?:总分|总得分|总计|合计|总评分|得分合计|分值合计|合计得分|合计分值|总分值|"
    rf"(?<=.)得分|(?<=.)评分|自评分)(?:合计)?"
)
_PART = re.compile(r"(.{0,12}?)(?:指标)?(?:小计|合计|得分小计|分值小计)(?:得分)?")
_ENDS = ("分", "计")
"""How the names of sums end."""
OUT_OF = re.compile(r"\((?:满分)?(\d{1,4}(?:\.\d{1,4})?)分?\)$")
_FIGURE = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)分?")
_ALONE = re.compile(
    r"([^\d:()]{2,10})(\(\D{0,2}\d{1,4}(?:\.\d{1,4})?分?\))?:?(\d{1,4}(?:\.\d{1,6})?)分?"
)


def figure(text: str) -> Decimal | None:
    """The points that a text states, and nothing else: 98.81, 98.81分.

    >>> figure("98.81分"), figure("98%")
    (Decimal('98.81'), None)
    """
    match = _FIGURE.fullmatch(key(text))
    return Decimal(match[1]) if match else None


def bare_name(text: str) -> str:
    """A name of a sum without what it is out of: 合计（100分）.

    >>> bare_name("合计（100分）：")
    '合计'
    """
    name = key(text).rstrip(":")
    return OUT_OF.sub("", name) if name.endswith(")") else name


def is_sum_name(text: str) -> bool:
    """Whether a text names the sum of a whole table.

    >>> is_sum_name("总 分"), is_sum_name("自评得分："), is_sum_name("合计（100分）")
    (True, True, True)
    >>> is_sum_name("得分"), is_sum_name("培训总场次")
    (False, False)
    """
    name = bare_name(text)
    return name.endswith(_ENDS) and _WHOLE.fullmatch(name) is not None


def part_of(text: str, form: Form) -> str | None:
    """What a 小计 says that it sums: empty for the 一级 it stands under; None for no such name."""
    whole = bare_name(text)
    match = _PART.fullmatch(whole) if whole.endswith(_ENDS) else None
    if match is None:
        return None
    name = match[1].removesuffix("级") if match[1] in {"一级", "二级", "三级"} else match[1]
    if name in {"", "一", "二", "三"}:
        return "" if "小计" in whole else None
    return match[1] if form.is_level1(match[1]) or form.is_level2(match[1]) else None


def read_sum_text(text: str) -> PrintedTotal | None:
    """The sum that one text states whole: 自评得分：96.5分, 总分（100分）：96.5.

    >>> total = read_sum_text("自评得分：96.5分")
    >>> total.name, total.points
    ('自评得分', Decimal('96.5'))
    >>> read_sum_text("总分100个") is None
    True
    """
    match = _ALONE.fullmatch(key(text))
    if match is None or not is_sum_name(match[1]):
        return None
    out_of = OUT_OF.search(match[2] or "")
    return PrintedTotal(
        match[1],
        weight=Decimal(out_of[1]) if out_of else None,
        points=Decimal(match[3]),
        texts=((match[1], text.strip()),),
    )
