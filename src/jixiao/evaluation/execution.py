"""预算执行率: the rate of execution from the money of a table, else as it was filed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.findings import finding
from jixiao.parsing import parse_actual
from jixiao.rules import Rounding
from jixiao.scoring.choosing import names_used
from jixiao.scoring.figures import percent_text, rounded
from jixiao.scoring.steps import step

if TYPE_CHECKING:
    from jixiao.evaluation.money import Money
    from jixiao.expressions import Result
    from jixiao.findings import Finding, Where
    from jixiao.rules import Ruleset
    from jixiao.scoring.steps import Step
    from jixiao.units import Quantity
    from jixiao.values import Actual

__all__ = ["Execution", "execution", "reckons_with_money"]

_EXECUTED, _BUDGET = "全年执行数", "全年预算数"
_OF_PERCENT = Rounding("逐项", 4)


@frozen
class Execution:
    """The actual of the row, further names for the method, and how they were had."""

    actual: Actual
    names: tuple[tuple[str, Result], ...] = ()
    steps: tuple[Step, ...] = ()
    findings: tuple[Finding, ...] = ()


def reckons_with_money(methods: tuple[str, ...], rules: Ruleset) -> bool:
    """Whether the method of a row is a formula over 全年执行数."""
    found = (rules.scoring.method(name) for name in methods)
    method = next((one for one in found if one is not None), None)
    return method is not None and _EXECUTED in names_used(method)


def execution(actual: Actual, money: Money, where: Where) -> Execution:
    """The rate from the money that was filed; a filed rate stands in where there is none.

    A budget of 0 gives no rate: the score stays undetermined and is never 0 for it.
    """
    executed, budget = money.amount(_EXECUTED), money.amount(_BUDGET)
    if executed is None or budget is None:
        return _as_filed(actual, where)
    told = (step("E88", executed=str(executed), budget=str(budget), where="E126"),)
    if budget.number == 0 or executed.unit.dimension != budget.unit.dimension:
        return Execution(actual, steps=told)
    rate = executed.exact / budget.exact
    reckoned = parse_actual(percent_text(Fraction(rounded(rate, _OF_PERCENT))))
    differs: tuple[Finding, ...] = ()
    if _differs(actual.quantity, rate):
        one = finding(
            "E21",
            where,
            filed=actual.text,
            executed=str(executed),
            budget=str(budget),
            computed=reckoned.text,
        )
        differs = (one,)
    return Execution(reckoned, steps=told, findings=differs)


def _as_filed(actual: Actual, where: Where) -> Execution:
    quantity = actual.quantity
    unsure = any(one.code == "V11" for one in actual.notes)
    if quantity is None or quantity.unit.base != "%" or unsure:
        return Execution(actual)
    told = step("E88", executed=actual.text, budget="100%", where="E127")
    names = ((_EXECUTED, quantity.exact / 100), (_BUDGET, Fraction(1)))
    return Execution(actual, names, (told,), (finding("E22", where, filed=actual.text),))


def _differs(quantity: Quantity | None, rate: Fraction) -> bool:
    """Whether a filed rate is off by more than the rounding of its own last digit."""
    if quantity is None or quantity.unit.base != "%":
        return False
    digits = max(0, -int(quantity.number.as_tuple().exponent))
    return abs(quantity.exact - rate * 100) > Fraction(1, 10**digits)
