"""The small table of a case: its lines made into a table as reading would give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.cases.figures import money_of_text, number_of, rate_of
from jixiao.cases.keys import form_keys
from jixiao.parsing import parse_value
from jixiao.tables import (
    Column,
    Field,
    FundingLine,
    Indicator,
    ScheduleStep,
    SpendingLine,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.cases.model import Case, Item
    from jixiao.rules import FieldRule, GroupRule, Ruleset, TableRule
    from jixiao.units import Quantity

__all__ = ["built_table"]

_VALUES = ("目标值", "实际值")
_MONEY, _BUDGET = "金额", "全年预算数"


def built_table(case: Case, rules: Ruleset, form: TableRule) -> Table:
    """The table that the lines of a case fill in."""
    unit = form.money_unit or "万元"
    items = tuple(item for line in case.of("项") for item in line)
    fields, funding, schedule = _fields(items, form, unit)
    spending: list[SpendingLine] = []
    for group in form.groups:
        for line in case.of(group.name):
            if "支出" in group.name:
                spending.append(_spending(line, form, group, unit))
            else:
                funding.append(_funding(line, form, group, unit))
    return Table(
        kind=form.name,
        title=form.name,
        name=next((one.text for one in items if one.key == "项目名称"), case.name),
        unit=next((one.text for one in items if one.key == "实施单位"), None),
        year=rules.year,
        stage=form.stage or "目标",
        money_unit=unit,
        columns=tuple(Column(one.name, one.role or "", one.due) for one in form.columns),
        fields=tuple(fields),
        funding=tuple(funding),
        spending=tuple(spending),
        schedule=tuple(schedule),
        indicators=tuple(_rows(case, form)),
        origin=case.origin,
        ruleset=rules.id,
    )


def _fields(
    items: tuple[Item, ...], form: TableRule, unit: str
) -> tuple[list[Field], list[FundingLine], list[ScheduleStep]]:
    """项: texts of the form, rows of its money, steps of its plan of payments."""
    fields: list[Field] = []
    funding: list[FundingLine] = []
    schedule: list[ScheduleStep] = []
    for item in items:
        rule = next((one for one in form.fields if item.key in (one.name, *one.aliases)), None)
        if rule is not None and len(rule.path) > 1 and rule.due is not None:
            schedule.append(_step(item, rule, rule.due))
        elif _is_money(item.key, rule, form):
            amounts = ((_money_column(form), money_of_text(item.text, unit)),)
            funding.append(FundingLine(item.key, amounts, item.origin))
        else:
            fields.append(Field(item.key if rule is None else rule.name, item.text, item.origin))
    return fields, funding, schedule


def _is_money(name: str, rule: FieldRule | None, form: TableRule) -> bool:
    if name in (row for group in form.groups for row in group.rows):
        return True
    return name == "资金总额" if rule is None else any(one.kind == _MONEY for one in rule.kinds)


def _money_column(form: TableRule) -> str:
    groups = (one for one in form.groups if "支出" not in one.name)
    columns = (
        column.name for one in groups for column in one.columns if column.kind.kind == _MONEY
    )
    return next(columns, _BUDGET)


def _step(item: Item, rule: FieldRule, due: tuple[int, int]) -> ScheduleStep:
    rate = rate_of(item.text)
    share = None
    if rate is not None:
        percent = number_of(item.text.strip().rstrip("%％"))
        share = None if percent is None else percent.scaleb(-2)
    return ScheduleStep(rule.path[-1], due, share, item.origin)


def _told(line: tuple[Item, ...], form: TableRule, group: GroupRule) -> dict[str, str]:
    names = form_keys(form).blocks[group.name]
    return {names[item.key]: item.text for item in line}


def _amounts(
    told: dict[str, str], group: GroupRule, unit: str
) -> tuple[tuple[str, Quantity | None], ...]:
    return tuple(
        (one.name, money_of_text(told.get(one.name, ""), unit))
        for one in group.columns
        if one.kind.kind == _MONEY
    )


def _label(told: dict[str, str], group: GroupRule) -> str:
    """What a line is called: its first column of text."""
    names = (one.name for one in group.columns if one.kind.kind == "文本")
    return told.get(next(names, ""), "")


def _spending(line: tuple[Item, ...], form: TableRule, group: GroupRule, unit: str) -> SpendingLine:
    told = _told(line, form, group)
    return SpendingLine(_label(told, group), _amounts(told, group, unit), origin=line[0].origin)


def _funding(line: tuple[Item, ...], form: TableRule, group: GroupRule, unit: str) -> FundingLine:
    told = _told(line, form, group)
    label = next((one.name for one in group.columns if one.kind.kind == "文本"), "")
    known = {label, *(one.name for one in group.columns if one.kind.kind == _MONEY)}
    texts = tuple((name, text) for name, text in told.items() if name not in known)
    return FundingLine(_label(told, group), _amounts(told, group, unit), line[0].origin, texts)


def _rows(case: Case, form: TableRule) -> Iterator[Indicator]:
    names = form_keys(form).columns
    for line in case.of("指标"):
        told = {names[item.key]: item.text for item in line}
        roles = {one.role: told[one.name] for one in form.columns if one.role and one.name in told}
        sign, unit = roles.get("符号"), roles.get("单位")
        texts = {one.name: told[one.name] for one in form.columns if one.name in told}
        yield Indicator(
            level1=told.get("一级指标", ""),
            level2=told.get("二级指标", ""),
            level3=told.get("三级指标", ""),
            values=tuple(
                (one.name, parse_value(told.get(one.name, ""), operator=sign, unit=unit))
                for one in form.columns
                if one.role in _VALUES
            ),
            texts=tuple(
                (one.name, texts[one.name])
                for one in form.columns
                if one.role not in _VALUES and one.name in texts
            ),
            description=roles.get("描述"),
            basis=roles.get("依据"),
            weight=number_of(roles.get("权重", "")),
            origin=line[0].origin,
        )
