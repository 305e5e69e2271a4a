"""Tables and rulesets written by hand, as short as a test wants them.

A row is `一级/二级/三级 | 半年指标值 | 全年指标值`, or with one value for a form of one column.
"""

from __future__ import annotations

from decimal import Decimal

from jixiao.findings import Severity
from jixiao.parsing import parse_value
from jixiao.rules import (
    Citation,
    CitedText,
    ColumnRule,
    Demand,
    FieldRule,
    GroupColumn,
    GroupRule,
    IndicatorRule,
    KindRule,
    Region,
    Ruleset,
    Scale,
    TableRule,
    Test,
    Tree,
    Vocabulary,
)
from jixiao.source import Origin
from jixiao.tables import (
    Column,
    Document,
    Field,
    FundingLine,
    Indicator,
    RowStatus,
    Slot,
    SpendingLine,
    Table,
)
from jixiao.units import Quantity, parse_unit

KIND = "项目绩效目标表"
HALF = Column("半年指标值", "目标值", (6, 30))
WHOLE = Column("全年指标值", "目标值", (12, 31))
ONLY = Column("指标值", "目标值")


def money(text: str | None) -> Quantity | None:
    """An amount as the reader gives it; a bare number is in 万元, None a blank cell."""
    return None if text is None else Quantity(Decimal(text), parse_unit("万元"))


def row(text: str, status: RowStatus = RowStatus.EXACT, line: int = 1) -> Indicator:
    """One indicator."""
    place, *values = (part.strip() for part in text.split("|"))
    level1, level2, level3 = place.split("/", 2)
    columns = (ONLY,) if len(values) == 1 else (HALF, WHOLE)
    return Indicator(
        level1,
        level2,
        level3,
        tuple(
            (column.name, parse_value(value)) for column, value in zip(columns, values, strict=True)
        ),
        status=status,
        origin=Origin(line=line),
    )


def spending(name: str, half: str | None, whole: str | None) -> SpendingLine:
    """One line of spending."""
    return SpendingLine(name, (("半年计划执行数", money(half)), ("全年预算数", money(whole))))


def table(  # noqa: PLR0913 - a form has many parts, each of which a test may leave out
    *rows: str | Indicator,
    total: str | None = None,
    lines: tuple[SpendingLine, ...] = (),
    fields: tuple[tuple[str, str], ...] = (),
    slots: tuple[tuple[str, str], ...] = (),
    name: str = "试验项目",
    index: int = 0,
    unit: str = "某局",
) -> Table:
    """A table; the columns of values follow from the rows."""
    made = tuple(
        row(one, line=place) if isinstance(one, str) else one
        for place, one in enumerate(rows, start=1)
    )
    names = {column for one in made for column, _ in one.values}
    columns = (ONLY,) if ONLY.name in names else (HALF, WHOLE)
    return Table(
        kind=KIND,
        title="项目绩效目标表",
        name=name,
        index=index,
        unit=unit,
        year=2025,
        columns=columns,
        fields=tuple(Field(key, text) for key, text in fields),
        funding=()
        if total is None
        else (FundingLine("资金总额", (("全年预算数", money(total)),)),),
        spending=lines,
        indicators=made,
        slots=tuple(Slot(*one) for one in slots),
    )


def document(*tables: Table) -> Document:
    """A document of these tables."""
    return Document(file="试验.txt", tables=tables)


READ = Citation((CitedText("样表", quoted=True),), verified=True)
RECALLED = Citation((CitedText("某办法"),), verified=False)
REQUIRED = Demand(required=True)


def level(  # noqa: PLR0913 - one clause each
    number: int,
    name: str,
    *children: IndicatorRule,
    demand: Demand = Demand(),  # noqa: B008 - frozen
    kinds: tuple[KindRule, ...] = (),
    expected: str | None = None,
    units: tuple[str, ...] = (),
) -> IndicatorRule:
    """一级, 二级 or 三级."""
    tests = () if expected is None else ((Test("=", word=expected),),)
    return IndicatorRule(
        number, name, demand, kinds=kinds, expected=tests, units=units, children=children
    )


def ruleset(
    *roots: IndicatorRule,
    cite: Citation = READ,
    fields: tuple[FieldRule, ...] = (),
    columns: tuple[ColumnRule, ...] = (),
) -> Ruleset:
    """A ruleset of one form with half-year and whole-year targets."""
    form = TableRule(
        KIND,
        stage="目标",
        money_unit="万元",
        fields=fields,
        groups=(
            GroupRule(
                "支出",
                (
                    GroupColumn("名称", KindRule("文本")),
                    GroupColumn("半年计划执行数", KindRule("金额")),
                    GroupColumn("全年预算数", KindRule("金额")),
                ),
            ),
        ),
        columns=columns
        or (
            ColumnRule("半年指标值", "目标值", due=(6, 30)),
            ColumnRule("全年指标值", "目标值", due=(12, 31), demand=REQUIRED),
        ),
    )
    return Ruleset(
        "试验-2025",
        "试验",
        region=Region("320600", "某市"),
        year=2025,
        cite=cite,
        vocabulary=Vocabulary(scales=(Scale("充分程度", ("充分", "较充分", "不充分")),)),
        tables=(form,),
        trees=(Tree((KIND,), roots),),
    )


HINT = Severity.HINT
PLAIN = ruleset()
"""A form that demands nothing of its indicators."""
