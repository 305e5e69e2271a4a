"""Spending held against what it is for: money no indicator names, parts of a project not paid."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.checking.figures import amount_text, number_text, percent_text
from jixiao.checking.rows import (
    money_total,
    spending_columns,
    spending_total,
    sure_amounts,
    yuan,
)
from jixiao.findings import Where, finding
from jixiao.source import fold, squeeze
from jixiao.units import parse_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.tables import Document, SpendingLine, Table
    from jixiao.units import Quantity

__all__ = ["money_without_indicator", "parts_above_total", "unpaid_parts"]

_TENTH = Fraction(1, 10)
_CLASSES = frozenset(
    {
        "办公费",
        "印刷费",
        "咨询费",
        "手续费",
        "水费",
        "电费",
        "邮电费",
        "取暖费",
        "物业管理费",
        "差旅费",
        "维修费",
        "维护费",
        "租赁费",
        "会议费",
        "培训费",
        "公务接待费",
        "接待费",
        "专用材料费",
        "材料费",
        "劳务费",
        "委托业务费",
        "工会经费",
        "福利费",
        "交通费",
        "公务用车运行维护费",
        "其他交通费用",
        "其他费用",
        "其他",
        "税金",
        "工资福利支出",
        "商品和服务支出",
    }
)
"""Economic classes of spending: what is bought, not what is done; no indicator names them."""
_GENERAL = ("项目", "专项", "经费", "费用", "业务", "工作", "服务", "管理", "资金", "支出", "提高")
_ENDINGS = re.compile(r"(?:专项|工作)?(?:经费|费用|费|项目|专项)$")
_PART = re.compile(
    r"子项目\s*(?:\d{1,2}|[一二三四五六七八九十])\s*:\s*"
    r"(?P<name>[\u4e00-\u9fff]{2,20}?(?:经费|费|项目|工程))"
)


def money_without_indicator(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S17: lines of spending that no indicator names, where they come to a tenth of the money.

    Words in common, not meaning, are compared, so this is a hint: a line with any telling pair of
    characters in an output, cost or benefit is taken as covered. Economic classes (差旅费) and a
    table whose only line is the project itself are left alone.
    """
    del ruleset
    _, whole = spending_columns(table)
    total = spending_total(table, whole)
    if whole is None or not total or len(table.spending) < 2:  # noqa: PLR2004
        return
    results = [row.level3 for row in table.indicators if row.level1 not in ("决策", "过程")]
    known = _pairs("，".join(results))
    if not known:
        return
    loose = [
        line
        for line in table.spending
        if squeeze(line.name) not in _CLASSES and not _telling(line.name) & known
    ]
    money = sum((yuan(a, table) or Fraction() for a in _amounts(loose, whole)), Fraction())
    if money >= total * _TENTH:
        yield finding(
            "S17",
            table.where(),
            lines="、".join(f"“{line.name}”" for line in loose),
            amount=number_text(money / parse_unit("万元").ratio),
            share=percent_text(money / total),
        )


def _amounts(lines: list[SpendingLine], column: str) -> Iterator[Quantity]:
    return (amount for line in lines if (amount := line.amount(column)) is not None)


def unpaid_parts(document: Document, ruleset: Ruleset) -> Iterator[Finding]:
    """S16: 子项目 listed by name in the text of a table, with no line of its spending like it.

    A line of like name in another table is named along.
    """
    del ruleset
    for table in document.tables:
        if not table.spending or not all(sure_amounts(line) for line in table.spending):
            continue
        paid = _pairs("，".join(line.name for line in table.spending))
        said: set[str] = set()
        for field in table.fields:
            for match in _PART.finditer(fold(field.text)):
                name = match["name"]
                if name in said or _telling(name) & paid or not _telling(name):
                    continue
                said.add(name)
                other, text = _elsewhere(document, table, name)
                yield finding(
                    "S16",
                    Where(
                        table=table.name,
                        table_index=table.index,
                        unit=table.unit,
                        column=field.name,
                        origin=field.origin,
                    ),
                    raw=match[0],
                    related=() if other is None else (other,),
                    field=field.name,
                    part=name,
                    elsewhere=text,
                )


def _elsewhere(document: Document, table: Table, name: str) -> tuple[Where | None, str]:
    wanted = _telling(name)
    for other in document.tables:
        for line in other.spending if other.index != table.index else ():
            if len(_telling(line.name) & wanted) * 2 > len(wanted):
                _, whole = spending_columns(other)
                amount = None if whole is None else line.amount(whole)
                money = "" if amount is None else f" {amount_text(amount, other.money_unit)}"
                text = f"（项目“{other.name}”列有“{line.name}”{money}）"
                return other.where(), text
    return None, ""


def parts_above_total(table: Table, ruleset: Ruleset) -> Iterator[Finding]:
    """S22: one source of money larger than 资金总额, which no sum can be."""
    del ruleset
    total = money_total(table)
    whole = None if total is None else yuan(total, table)
    if total is None or whole is None:
        return
    for line in table.funding:
        amount = line.amount()
        money = None if amount is None else yuan(amount, table)
        if amount is not None and money is not None and money > whole:
            yield finding(
                "S22",
                Where(
                    table=table.name,
                    table_index=table.index,
                    unit=table.unit,
                    column=line.source,
                    origin=line.origin,
                ),
                name=line.source,
                part=f"{amount.number.normalize():f}",
                total=f"{total.number.normalize():f}",
                unit=amount.unit.symbol or table.money_unit,
            )


def _pairs(text: str) -> frozenset[str]:
    """Neighbouring characters of the Chinese and Latin runs of a text, 运维 written out."""
    plain = squeeze(text).replace("运维", "运行维护")
    runs = re.findall(r"[\u4e00-\u9fff]+|[A-Za-z0-9]{2,}", plain)
    pairs = {run[i : i + 2] for run in runs for i in range(len(run) - 1)}
    return frozenset(pairs - set(_GENERAL))


def _telling(name: str) -> frozenset[str]:
    """The pairs that tell what a line is about, without its 费 or 项目."""
    return _pairs(_ENDINGS.sub("", squeeze(name)))
