"""The table of a department held against those of its projects: indicators and money."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.checking.figures import number_text, value_text
from jixiao.checking.names import core, is_management_ratio
from jixiao.checking.rows import final_column, firm_rows, money_total, yuan
from jixiao.findings import finding
from jixiao.source import squeeze
from jixiao.units import comparable, parse_unit
from jixiao.values import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Document, Indicator, Table

__all__ = ["department_and_projects", "projects_above_department"]

_FEWEST = 4
_ROUNDING = Fraction(50)
_GENERAL_NAMES = frozenset(
    {
        "服务对象满意度",
        "服务对象满意度指标",
        "社会公众满意度",
        "受益群众满意度",
        "公众满意度",
        "群众满意度",
        "验收合格率",
        "质量达标率",
        "质量合格率",
        "完成及时率",
        "资金到位率",
        "成本控制率",
        "项目完成率",
        "任务完成率",
        "目标完成率",
        "按时完成率",
    }
)
"""Names that each project may set for itself."""


def _is_whole(table: Table) -> bool:
    return "整体" in table.kind + table.title


def department_and_projects(document: Document, ruleset: Ruleset) -> Iterator[Finding]:
    """S31: an indicator of the department and of one of its projects with another figure.

    Ratios that differ are asked about, and counts of the department below those of one project.
    Ratios of handling money and names that each project sets for itself are left alone. A document
    of several departments is not held together.
    """
    del ruleset
    whole = [table for table in document.tables if _is_whole(table)]
    if len({squeeze(table.name) for table in whole}) != 1:
        return
    known: dict[str, tuple[Table, Indicator, Comparison]] = {}
    for table in whole:
        column = final_column(table) or ""
        for row in firm_rows(table):
            value = row.value(column)
            if isinstance(value, Comparison) and _telling_name(row.level3):
                known[core(row.level3)] = (table, row, value)
    for table in document.tables if known else ():
        column = final_column(table) or ""
        if _is_whole(table):
            continue
        for row in firm_rows(table):
            held = known.get(core(row.level3))
            value = row.value(column)
            if held is not None and isinstance(value, Comparison) and _differ(held[2], value):
                department, theirs, figure = held
                yield finding(
                    "S31",
                    table.where_row(row, column),
                    raw=value_text(value),
                    related=(department.where_row(theirs),),
                    name=row.level3,
                    value=value_text(figure),
                    project=table.name,
                    other_value=value_text(value),
                )


def _telling_name(name: str) -> bool:
    plain = core(name)
    return len(plain) > _FEWEST and plain not in _GENERAL_NAMES and not is_management_ratio(name)


def _differ(whole: Comparison, part: Comparison) -> bool:
    if not comparable(whole.quantity, part.quantity):
        return False
    if whole.quantity.unit.base == "%":
        return whole.quantity.exact != part.quantity.exact
    return whole.quantity.exact < part.quantity.exact


def projects_above_department(document: Document, ruleset: Ruleset) -> Iterator[Finding]:
    """S72: the projects of a department come to more than all its money.

    Projects of one name count once, with the larger figure, since one project may stand in two
    forms; that never makes the sum too large. A document of several departments is not added up.
    """
    del ruleset
    whole = [table for table in document.tables if _is_whole(table)]
    totals = [one for table in whole if (one := _total(table)) is not None]
    if len(whole) != 1 or not totals:
        return
    money: dict[str, Fraction] = {}
    for table in document.tables:
        amount = None if _is_whole(table) or table.bare else _total(table)
        if amount is not None:
            name = squeeze(table.name)
            money[name] = max(amount, money.get(name, Fraction()))
    found = sum(money.values(), Fraction())
    if found > totals[0] + _ROUNDING * (len(money) + 1):
        ratio = parse_unit("万元").ratio
        yield finding(
            "S72",
            whole[0].where(),
            count=len(money),
            sum=number_text(found / ratio),
            total=number_text(totals[0] / ratio),
        )


def _total(table: Table) -> Fraction | None:
    """All the money of a form; the sum of its tasks stands beside the names of a total too."""
    total = money_total(table)
    if total is None:
        named = (one for one in table.funding if squeeze(one.source) in ("金额合计", "总计"))
        total = next((one.amount() for one in named), None)
    return None if total is None else yuan(total, table)
