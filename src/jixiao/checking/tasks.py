"""The money of a form added up: tasks against their total and their projects, sources, indicators.

What can be proved by adding is 须修改 only where nothing about the money of the table was read with
a doubt; a blank cell is no zero, so a column with one is not added up.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.checking.figures import number_text, percent_text
from jixiao.checking.likeness import is_class, pairs, telling
from jixiao.checking.rows import money_total, yuan
from jixiao.findings import finding
from jixiao.money_names import BUDGET, is_total
from jixiao.source import squeeze
from jixiao.tables import RowStatus
from jixiao.units import parse_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Document, Table, Task

__all__ = ["sums_of_money", "tasks_and_projects", "tasks_without_indicator"]

_MONEY_DOUBTS = frozenset(
    {"T22", "T23", "T24", "T25", "T26", "T27", "T28", "T29", "T30", "T31", "T87", "T88"}
)
"""What reading says of money it was not sure about."""
_SUMS = ("金额合计", "合计", "总计")
_PARTS = re.compile(
    r"(?:其中:?)?(?:\d[.、])?(?:(?:本级|上级|县级|市级|省级|中央|当年)?财政(?:拨款|资金|性资金)|"
    r"其他资金|其他|单位资金|自筹资金|单位自筹|上年结转(?:资金)?|社会资金):?"
)
_TENTH = Fraction(1, 10)
_ROUNDING = Fraction(50)
"""50 元 for each amount added: half of the last digit of 万元 with two decimals."""
_NUMBERED = re.compile(r"任务\d*")
_NOTE = re.compile(r"\([^()]*\)")


def sums_of_money(document: Document, ruleset: Ruleset) -> Iterator[Finding]:
    """S33 and S68: the tasks do not come to their total, the sources not to 资金总额."""
    del ruleset
    doubtful = {one.where.table_index for one in document.findings if one.code in _MONEY_DOUBTS}
    for table in document.tables:
        if table.index not in doubtful:
            yield from _tasks_and_total(table)
            yield from _sources_and_total(table)


def _tasks_and_total(table: Table) -> Iterator[Finding]:
    total = next((one for one in table.funding if squeeze(one.source) in _SUMS), None)
    if total is None or any(task.status is RowStatus.SUSPECTED for task in table.tasks):
        return
    for column, amount in total.amounts:
        printed = None if amount is None else yuan(amount, table)
        held = [task.amount(column) for task in table.tasks]
        money = [None if one is None else yuan(one, table) for one in held]
        known = [one for one in money if one is not None]
        if printed is None or not known or len(known) < len(money):
            continue
        if abs(sum(known) - printed) > _ROUNDING * (len(known) + 1):
            yield finding(
                "S33",
                evolve(table.where(), column=column, origin=total.origin),
                column=column,
                sum=_in_ten_thousands(sum(known, Fraction())),
                total=_in_ten_thousands(printed),
            )


def _is_sum(source: str) -> bool:
    return is_total(source) or squeeze(source).rstrip(":") == BUDGET


def _sources_and_total(table: Table) -> Iterator[Finding]:
    """Only for forms whose sources are a flat list without subtotals, all of them filled in."""
    lines = [line for line in table.funding if not _is_sum(line.source)]
    named = [line for line in lines if _PARTS.fullmatch(squeeze(line.source))]
    if len(table.funding) - len(lines) > 1:
        return  # 中期资金总额 beside 年度资金总额: whose parts these are is not certain
    total = money_total(table)
    printed = None if total is None else yuan(total, table)
    amounts = [line.amount() for line in named]
    money = [None if one is None else yuan(one, table) for one in amounts]
    known = [one for one in money if one is not None]
    whole = len(known) == len(lines) and len(lines) > 1
    if printed is None or not whole or any(len(line.amounts) > 1 for line in lines):
        return
    if abs(sum(known) - printed) > _ROUNDING * (len(known) + 1):
        yield finding(
            "S68",
            evolve(table.where(), origin=named[0].origin),
            parts="、".join(f"“{line.source}”" for line in named),
            sum=_in_ten_thousands(sum(known, Fraction())),
            total=_in_ten_thousands(printed),
        )


def _in_ten_thousands(money: Fraction) -> str:
    return number_text(money / parse_unit("万元").ratio)


def _called(task: Task) -> str:
    """What a task is called: its content where the name only numbers it (任务1)."""
    numbered = _NUMBERED.fullmatch(squeeze(task.name)) and task.content
    return task.content if numbered else task.name


def tasks_without_indicator(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S34: tasks that no indicator names, where they come to a tenth of the money of the tasks.

    Words in common are compared, so this is a hint; economic classes (工资福利支出) are left alone.
    """
    del ruleset
    sure = all(task.status is not RowStatus.SUSPECTED for task in table.tasks)
    amounts = [task.amount() for task in table.tasks]
    money = [Fraction() if one is None else yuan(one, table) or Fraction() for one in amounts]
    total = sum(money, Fraction())
    known = pairs("，".join(row.level3 for row in table.indicators))
    if not sure or not total or not known:
        return
    loose = [
        (_called(task), part)
        for task, part in zip(table.tasks, money, strict=True)
        if not is_class(_called(task))
        and telling(_called(task))
        and not telling(_called(task)) & known
    ]
    part = sum((one for _, one in loose), Fraction())
    if part >= total * _TENTH:
        yield finding(
            "S34",
            table.where(),
            tasks="、".join(f"“{name}”" for name, _ in loose),
            amount=_in_ten_thousands(part),
            share=percent_text(part / total),
        )


def tasks_and_projects(document: Document, ruleset: Ruleset) -> Iterator[Finding]:
    """S32: a task of the department that bears a project's name, with other money than the project.

    Where two projects have one name (F4) either of them may be meant, so both must differ.
    """
    del ruleset
    projects: dict[str, set[Fraction]] = {}
    for table in document.tables:
        total = money_total(table)
        money = None if total is None or table.tasks else yuan(total, table)
        if money is not None:
            projects.setdefault(_plain(table.name), set()).add(money)
    for table in document.tables:
        for task in table.tasks:
            totals = projects.get(_plain(_called(task)), set())
            amount = task.amount()
            filed = None if amount is None else yuan(amount, table)
            if task.status is RowStatus.SUSPECTED or filed is None or not totals:
                continue
            if all(abs(filed - one) > _ROUNDING * 2 for one in totals):
                yield finding(
                    "S32",
                    evolve(table.where(), column=task.name, origin=task.origin),
                    task=_called(task),
                    amount=f"{_in_ten_thousands(filed)} 万元",
                    total="、".join(f"{_in_ten_thousands(one)} 万元" for one in sorted(totals)),
                )


def _plain(name: str) -> str:
    return _NOTE.sub("", squeeze(name))
