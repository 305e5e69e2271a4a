"""Printed rates of execution recomputed to the digits they print, and 其中 against the total."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.money_names import TOTALS, total_at
from jixiao.recomputing.money import BUDGET, EXECUTED, INITIAL, RATE, exact_rate
from jixiao.recomputing.printed import amount_named, places
from jixiao.recomputing.result_rows import RecomputedTotal
from jixiao.rules import Rounding
from jixiao.scoring.figures import rounded
from jixiao.units import decimal_text
from jixiao.values import doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.tables import FundingLine, Table
    from jixiao.units import Quantity

__all__ = ["parts", "rate_of", "rates"]

_MANY = 12
"""More parts than so many are not tried in every combination."""


def rate_of(printed: Quantity, rate: Fraction) -> Fraction | None:
    """The printed rate as a share of 1, where it is the exact rate rounded as it is printed.

    A number without % may be a share or a percentage: 0.86 and 86 are both read.

    >>> from decimal import Decimal
    >>> from jixiao.units import Quantity, parse_unit
    >>> exact = Fraction(3724, 4320)
    >>> str(rate_of(Quantity(Decimal("86"), parse_unit("%")), exact))
    '43/50'
    >>> rate_of(Quantity(Decimal("86.21"), parse_unit("%")), exact) is None
    True
    """
    digits = Rounding("逐项", places(printed.number))
    number = Fraction(printed.number)
    if rounded(rate * 100, digits) == printed.number:
        return number / 100
    bare = printed.unit.base != "%"
    return number if bare and rounded(rate, digits) == printed.number else None


def rates(table: Table) -> Iterator[RecomputedTotal]:
    """Every printed 执行率: over 全年预算数, for reference over 年初预算数."""
    for line in table.funding:
        printed = amount_named(line, *RATE)
        if printed is not None:
            yield _rate(table, line, printed)


def _rate(table: Table, line: FundingLine, printed: Quantity) -> RecomputedTotal:
    rate = exact_rate(line, BUDGET)
    spent, budget = amount_named(line, *EXECUTED), amount_named(line, *BUDGET)
    named = RecomputedTotal(
        table.name, table.index, "rate", line.source, str(printed), origin=line.origin
    )
    if rate is None or spent is None or budget is None:
        return evolve(named, result="unscored", why=(doubt("E459"),))
    share = rate * 100
    shown = rounded(share, Rounding("逐项", 2))
    words = {
        "printed": str(printed),
        "executed": str(spent),
        "budget": str(budget),
        "computed": f"{decimal_text(shown)}%",
    }
    if rate_of(printed, rate) is not None:
        return evolve(
            named, computed=words["computed"], result="explained", why=(doubt("E456", **words),)
        )
    initial, first = exact_rate(line, INITIAL), amount_named(line, *INITIAL)
    told = [doubt("E457", **words)]
    if initial is not None and rate_of(printed, initial) is not None:
        told.append(doubt("E458", printed=str(printed), budget=str(first)))
    return evolve(named, computed=words["computed"], result="differs", why=tuple(told))


def parts(table: Table) -> Iterator[RecomputedTotal]:
    """The rows 其中 against the total, column by column, where a total is printed.

    Parts may stand inside parts (其中：财政拨款, 其中：中央资金), so a total differs only where no
    parts together give it. A blank part is not 0.
    """
    place = total_at([one.source for one in table.funding], TOTALS)
    if place is None:
        return
    total = table.funding[place]
    lines = [one for one in table.funding[place + 1 :] if one.under in ("", total.source)]
    for names in (INITIAL, BUDGET, EXECUTED):
        whole = amount_named(total, *names)
        amounts = [amount_named(one, *names) for one in lines]
        filled = [one for one in amounts if one is not None]
        if whole is not None and filled:
            blank = len(filled) < len(amounts)
            found = _parts(table, names[0], whole, filled, blank=blank)
            yield evolve(found, origin=total.origin)


def _parts(
    table: Table, column: str, whole: Quantity, filled: list[Quantity], *, blank: bool
) -> RecomputedTotal:
    listed = " + ".join(str(one) for one in filled)
    words = {"column": column, "printed": str(whole), "parts": listed}
    named = RecomputedTotal(table.name, table.index, "parts", column, str(whole))
    above = next((one for one in filled if one.exact > whole.exact), None)
    if above is not None:
        return evolve(named, result="differs", why=(doubt("E462", part=str(above), **words),))
    if len(filled) <= _MANY and _some_sum(whole, filled):
        return evolve(named, computed=str(whole), result="explained", why=(doubt("E460", **words),))
    if blank or len(filled) > _MANY:
        return evolve(named, result="unscored", why=(doubt("E463", **words),))
    return evolve(named, result="differs", why=(doubt("E461", **words),))


def _some_sum(whole: Quantity, filled: list[Quantity]) -> bool:
    figures = [one.exact for one in filled]
    sizes = range(len(figures), 0, -1)
    return any(
        sum(some, Fraction(0)) == whole.exact
        for size in sizes
        for some in combinations(figures, size)
    )
