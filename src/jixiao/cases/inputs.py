"""The input of a case as typed figures, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.cases.faults import bad_text, lacking, unknown_thing
from jixiao.cases.figures import day_of, interval_of, money_of_text, number_of, rate_of
from jixiao.cases.keys import AMOUNTS
from jixiao.findings import Where, finding
from jixiao.parsing import parse_value
from jixiao.values import Comparison, Context

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal
    from fractions import Fraction

    from jixiao.cases.model import Case
    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.units import Quantity

__all__ = ["Given", "given_by", "input_findings", "money_unit"]

_WANTED = {
    "分值": "不小于 0 的数字，如 10",
    "得分率": "百分数，如 85%",
    "评价日期": "2025年6月30日 这样的日期",
    "总分": "数字，如 90，或两个数，如 85～92",
    "上年值": "数值，如 100次",
    **dict.fromkeys(AMOUNTS, "金额，如 100 或 100万元"),
}


@frozen
class Given:
    """What a case gives beside texts."""

    weight: Decimal | None = None
    rate: Fraction | None = None
    as_of: date | None = None
    total: tuple[Decimal, Decimal] | None = None
    baseline: Quantity | None = None
    amounts: tuple[tuple[str, Quantity], ...] = ()

    @property
    def context(self) -> Context:
        """The surroundings of scoring."""
        return Context(
            as_of=self.as_of,
            year=None if self.as_of is None else self.as_of.year,
            baseline=self.baseline,
            money=self.amounts,
        )


def money_unit(rules: Ruleset) -> str:
    """The unit of bare amounts: that of the first form that names one."""
    return next((one.money_unit for one in rules.tables if one.money_unit), "万元")


def given_by(case: Case, rules: Ruleset) -> Given:
    """The figures of an input; one that cannot be read is None."""
    unit = money_unit(rules)

    def text(key: str) -> str:
        return case.text(key) or ""

    rate = rate_of(text("得分率"))
    baseline = parse_value(text("上年值"))
    amounts = ((key, money_of_text(text(key), unit)) for key in AMOUNTS)
    return Given(
        weight=number_of(text("分值")),
        rate=None if rate is None else rate[0],
        as_of=day_of(text("评价日期")),
        total=interval_of(text("总分")),
        baseline=baseline.quantity if isinstance(baseline, Comparison) else None,
        amounts=tuple((key, one) for key, one in amounts if one is not None),
    )


def input_findings(case: Case, rules: Ruleset, *, whole: bool) -> Iterator[Finding]:
    """What cannot be read, is said twice, is not in the ruleset, or is missing.

    `whole` says that all lines could be read: only then is anything known to be missing.
    """
    given = given_by(case, rules)
    read = {
        "分值": given.weight,
        "得分率": given.rate,
        "评价日期": given.as_of,
        "总分": given.total,
        "上年值": given.baseline,
        **{key: dict(given.amounts).get(key) for key in AMOUNTS},
    }
    seen: dict[str, Where] = {}
    for item in case.inputs:
        where = Where(origin=item.origin)
        if item.key in seen:
            yield finding("R54", where, raw=item.text, related=(seen[item.key],), word=item.key)
        seen.setdefault(item.key, where)
        if item.key in read and read[item.key] is None:
            yield bad_text(item, _WANTED[item.key])
        elif not item.text and item.key != "实际完成值":
            yield bad_text(item, "内容")
        elif item.key == "方法" and rules.scoring.method(item.text) is None:
            yield unknown_thing(rules, "方法", item, (one.name for one in rules.scoring.methods))
        elif item.key == "表样" and rules.table(item.text) is None:
            yield unknown_thing(rules, "表", item, (one.name for one in rules.tables))
    if whole and case.table is None and case.inputs:
        yield from _incomplete(case)


def _incomplete(case: Case) -> Iterator[Finding]:
    total = case.item("总分")
    others = [one.key for one in case.inputs if one.key != "总分"]
    if total is not None and others:
        where = Where(origin=case.origin)
        yield finding("R61", where, word=case.name, one="“总分”", other=f"“{others[0]}”")
    elif total is None and case.item("指标值") is None and case.item("全年执行数") is None:
        yield lacking(case, "“指标值”")
    elif (
        case.item("分值") is None
        and total is None
        and any(one.key in ("得分", "得分率") for one in case.expected)
    ):
        yield lacking(case, "“分值”")
