"""Whether a figure grows through the year, so that a part of it is due by a date, or is a level.

Counts and sums of money grow; rates, unit prices, lengths of time and scores are levels, which have
no pace; rates that tell how far something has come (预算执行率, 资金到位率) grow.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.scoring.facing import is_time
from jixiao.source import squeeze
from jixiao.units import NO_UNIT, parse_unit

if TYPE_CHECKING:
    from jixiao.units import Quantity

__all__ = ["grows", "is_execution"]

_PACED = re.compile(
    r"(?:执行率|执行进度率?|支付率|支付进度率?|支出率|支出进度率?|到位率|完成进度率?|形象进度|工程进度)$"
)
_EXECUTION = re.compile(r"(?:预算|资金|经费)(?:执行率|执行进度率?|支出进度率?|支付进度率?)$")
_EACH = re.compile(r"人均|户均|亩均|日均|月均|平均|均价|单价|单位成本|限价|每|标准(?:$|\()")
_LEVELS = frozenset({"百分点", "倍", "分", "岁", "分贝", "摄氏度"})
_IN_NAME = re.compile(r"\(([^()]+)\)$")
_COUNTED_NAME = re.compile(r"(?:次数|人数|人次|户数|个数|件数|场次|台数|套数|份数|数量|面积|里程)$")


def is_execution(name: str) -> bool:
    """Whether an indicator is the execution of the budget by its name.

    >>> is_execution("预算执行率"), is_execution("资金到位率")
    (True, False)
    """
    return _EXECUTION.search(squeeze(name)) is not None


def grows(quantity: Quantity, name: str, level2: str = "", *, per: str | None = None) -> bool:
    """Whether a quantity under a name adds up through the year.

    >>> from decimal import Decimal
    >>> from jixiao.units import Quantity
    >>> grows(Quantity(Decimal(35), parse_unit("辆")), "租赁车辆车次")
    True
    >>> grows(Quantity(Decimal(98), parse_unit("%")), "公众满意度")
    False
    """
    unit = quantity.unit
    if unit.base == "%":
        return _PACED.search(squeeze(name)) is not None
    if per is not None or "/" in unit.symbol or _EACH.search(name) or is_time(quantity):
        return False
    if unit == NO_UNIT or not unit.symbol.strip("十百千万亿"):
        bracketed = _IN_NAME.search(squeeze(name))
        if bracketed is not None:
            inner = parse_unit(bracketed[1])
            return inner.known and inner.base != "%" and inner.dimension not in _LEVELS
        return "数量" in level2 or _COUNTED_NAME.search(squeeze(name)) is not None
    return unit.known and unit.dimension not in _LEVELS
