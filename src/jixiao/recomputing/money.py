"""The columns of a self-evaluation's money, by what they hold, and the lines that count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.recomputing.printed import Printed, amount_named, printed_of, text_named

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from jixiao.tables import FundingLine, Table
    from jixiao.units import Quantity

__all__ = ["BUDGET", "EXECUTED", "INITIAL", "RATE", "BudgetLine", "budget_lines", "exact_rate"]

INITIAL = ("年初预算数", "年初预算")
BUDGET = ("全年预算数", "全年预算", "调整后预算数", "调整预算数", "变动后预算数", "预算数")
EXECUTED = ("全年执行数", "全年执行", "预算执行数", "执行数", "全年支出数", "实际支出数")
RATE = ("执行率", "预算执行率")
_RATE_ROW = "预算执行率"
_POINTS = ("得分", "自评得分")
_WEIGHT = ("分值", "权重")


@frozen
class BudgetLine:
    """A line of money with what is printed for it: the points, and out of how many."""

    line: FundingLine
    points: Printed
    weight: Decimal | None


def budget_lines(table: Table) -> tuple[BudgetLine, ...]:
    """The lines that bear points: those that print some, else the first one of what was spent.

    The form prints points for the total only; a table without spending has its first line. Where
    预算执行率 is a row of the tree, and no line prints points, the money bears none.
    """
    lines = tuple(_line(one) for one in table.funding)
    scored = tuple(one for one in lines if not one.points.blank)
    spent = tuple(one for one in lines if amount_named(one.line, *EXECUTED) is not None)
    if scored or any(_RATE_ROW in row.level3 for row in table.indicators):
        return scored
    return spent[:1] or lines[:1]


def _line(line: FundingLine) -> BudgetLine:
    amount = amount_named(line, *_POINTS)
    points = printed_of(text_named(line, *_POINTS))
    if amount is not None:
        points = Printed(str(amount), amount.number)
    weight = amount_named(line, *_WEIGHT)
    return BudgetLine(line, points, None if weight is None else weight.number)


def exact_rate(line: FundingLine, denominator: tuple[str, ...]) -> Fraction | None:
    """What was spent by what was budgeted; None where one of them is missing or nothing was.

    >>> from decimal import Decimal
    >>> from jixiao.units import Quantity, parse_unit
    >>> from jixiao.tables import FundingLine
    >>> money = [Quantity(Decimal(number), parse_unit("万元")) for number in ("650", "94")]
    >>> line = FundingLine("资金总额", (("全年预算数", money[0]), ("全年执行数", money[1])))
    >>> str(exact_rate(line, BUDGET))
    '47/325'
    """
    spent, budget = amount_named(line, *EXECUTED), amount_named(line, *denominator)
    if spent is None or budget is None or not _comparable(spent, budget):
        return None
    return spent.exact / budget.exact


def _comparable(spent: Quantity, budget: Quantity) -> bool:
    return budget.exact != 0 and spent.unit.dimension == budget.unit.dimension
