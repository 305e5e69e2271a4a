"""Tables of departments written by hand: the long term, the year with two years before, tasks."""

from __future__ import annotations

from attrs import evolve

from by_hand import money, row, table
from jixiao.parsing import parse_value
from jixiao.tables import (
    Column,
    Field,
    FundingLine,
    Indicator,
    RowStatus,
    Table,
    Task,
)

__all__ = ["NAME", "department", "lasting", "of_money", "task", "yearly"]

NAME = "某县某局"
BEFORE = (Column("前年", "基期值"), Column("上年", "基期值"))
THIS = Column("当年指标值", "目标值", (12, 31))


def lasting(*rows: str) -> Table:
    """The long-term table of a department."""
    goal = (Field("长期目标", "保障运转"),)
    return evolve(table(*rows, name=NAME), kind="部门整体绩效目标表", fields=goal)


def yearly(
    *rows: str, index: int = 1, filed: str = "", status: RowStatus = RowStatus.EXACT
) -> Table:
    """The table of the year 2025: `一级/二级/三级 | 前年 | 上年 | 当年` a row."""
    made = []
    for line, text in enumerate(rows, start=1):
        place, *values = (part.strip() for part in text.split("|"))
        one = row(f"{place} | {values[-1]}", status, line)
        made.append(
            evolve(
                one,
                values=((THIS.name, parse_value(values[-1])),),
                texts=tuple(zip(("前年", "上年"), values, strict=False)),
            )
        )
    return evolve(
        table(name=NAME, index=index),
        kind="部门整体绩效目标表年度部分",
        columns=(*BEFORE, THIS),
        indicators=tuple(made),
        fields=(Field("填报日期", filed),),
    )


def task(name: str, amount: str | None, content: str = "") -> Task:
    """One task with its money."""
    return Task(name, content, (("总额", money(amount)),))


def department(
    *rows: str | Indicator, tasks: tuple[Task, ...] = (), total: str | None = None, index: int = 0
) -> Table:
    """The table of a department with its tasks and their total."""
    sums = () if total is None else (FundingLine("金额合计", (("总额", money(total)),)),)
    return evolve(
        table(*rows, name=NAME, index=index),
        kind="部门整体支出绩效目标表",
        tasks=tasks,
        funding=sums,
    )


def of_money(held: Table, *amounts: tuple[str, str | None]) -> Table:
    """The table with these lines of funding."""
    lines = tuple(FundingLine(name, (("全年预算数", money(one)),)) for name, one in amounts)
    return evolve(held, funding=lines)
