"""One amount said in parts, the larger first: 2年6个月, 3小时20分, 5万3千元, 1亿2000万元."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.parsing.amounts import Amount, Doubtful
from jixiao.units import Quantity, as_decimal, parse_unit
from jixiao.units.definitions import unit_table
from jixiao.values.verdicts import doubt

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

__all__ = ["composable", "composed", "joining"]

_MEASURED = frozenset(["秒", "月", "元", "克", "米"])
"""Dimensions in which a larger unit and a smaller one say one amount."""

_DECIMAL = frozenset(["元", "克", "米"])
"""Dimensions whose amounts are written with decimals in the larger unit: 1.5元, 3.5吨."""

_CALENDAR = frozenset(["月", "日", "号", "时", "点", "年度"])
"""Parts of a date or a time of the day: 6年3月, 8时30分."""

_YEARS = range(1900, 2101)

_LEAST = 100
"""A number without 千 or 百 after 万 that is smaller may stand for thousands: 3万5."""

_TEN_THOUSAND = 10**4
"""万 and 亿 stay in the unit; 千 does not: nobody writes 53千元."""


@lru_cache(maxsize=1)
def joining() -> frozenset[str]:
    """Scales and units after which another amount may be a part of the same: 2年6个月, 5万3千元.

    >>> "年" in joining(), "万" in joining(), "次" in joining()
    (True, True, False)
    """
    table = unit_table()
    measured = {name for name in table.units if parse_unit(name).dimension in _MEASURED}
    return frozenset({"分", *table.scales, *measured})


def composable(amounts: Sequence[Amount]) -> bool:
    """Whether amounts in one breath are of one dimension, so that they say one or say nothing sure.

    >>> from decimal import Decimal
    >>> year, month = (Amount(Quantity(Decimal(2), parse_unit(unit))) for unit in ("年", "个月"))
    >>> composable([year, month]), str(composed([year, month]).quantity)
    (True, '26个月')
    """
    units = [found.quantity.unit for found in _minutes(amounts)]
    scales = not units[0].dimension and units[0].scale > 1
    return scales or all(unit.dimension == units[0].dimension for unit in units)


def composed(amounts: Sequence[Amount]) -> Amount:
    """The one amount, in a unit that is said; raises `Doubtful` where it is not sure."""
    said = _minutes(amounts)
    words = "".join(f"{found.quantity}{found.left}" for found in amounts)
    quantities = [one.quantity for one in said]
    sure = composable(amounts) and not any(one.left or one.approx for one in said[:-1])
    number = None
    if sure and all(_whole(one.number) for one in quantities):
        number = _scaled(quantities) if not quantities[0].unit.dimension else _summed(quantities)
    if number is None:
        raise Doubtful(doubt("V02", number=words))
    return evolve(said[-1], quantity=number)


def _whole(number: Decimal) -> bool:
    return number > 0 and number == number.to_integral_value()


def _minutes(amounts: Sequence[Amount]) -> tuple[Amount, ...]:
    """The amounts with 分 as minutes beside an hour or a second: 3小时20分."""
    timed = any(found.quantity.unit.dimension == "秒" for found in amounts)
    return tuple(
        evolve(found, quantity=Quantity(found.quantity.number, parse_unit("分钟")))
        if timed and found.quantity.unit.symbol == "分"
        else found
        for found in amounts
    )


def _summed(quantities: Sequence[Quantity]) -> Quantity | None:
    """2年6个月 is 30个月, 1元5角 is 1.5元; none where a part is as large as what it is part of."""
    last, first = quantities[-1].unit, quantities[0].unit
    if last.dimension not in _MEASURED or any(one.unit.symbol in _CALENDAR for one in quantities):
        return None
    if quantities[0].unit.name == "年" and quantities[0].number in _YEARS:
        return None
    if any(low.exact >= high.unit.ratio for high, low in pairwise(quantities)):
        return None
    unit = first if last.dimension in _DECIMAL else last
    number = as_decimal(sum((one.exact for one in quantities), start=Fraction(0)) / unit.ratio)
    return None if number is None else Quantity(number, unit)


def _scaled(quantities: Sequence[Quantity]) -> Quantity | None:
    """5万3千元 is 53000元, 1亿2000万元 is 12000万元; 3万5 may be 35000 and is a doubt."""
    last = quantities[-1].unit
    if any(one.unit.dimension or one.unit.scale == 1 for one in quantities[:-1]):
        return None
    if any(low.number * low.unit.scale >= high.unit.scale for high, low in pairwise(quantities)):
        return None
    if not last.known or (last.scale == 1 and quantities[-1].number < _LEAST):
        return None
    total = sum(int(one.number * one.unit.scale) for one in quantities)
    if last.scale >= _TEN_THOUSAND:
        number = as_decimal(Fraction(total) / Fraction(last.scale))
        return None if number is None else Quantity(number, last)
    number = as_decimal(Fraction(total))
    return None if number is None else Quantity(number, parse_unit(last.symbol.lstrip("十百千")))
