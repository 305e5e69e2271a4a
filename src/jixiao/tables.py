"""A filled-in table, frozen: indicators, funding, spending lines, and the document they stand in.

Everything knows where it was read. A row says how it was read (`RowStatus`); what could not be
placed stands in the document's leftovers, so no character of the input is lost.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from jixiao.findings import Finding, Where
from jixiao.source import Origin
from jixiao.values import Absent, Value

if TYPE_CHECKING:
    from decimal import Decimal

    from jixiao.units import Quantity

__all__ = [
    "Cell",
    "Column",
    "Document",
    "Field",
    "FundingLine",
    "Indicator",
    "RowStatus",
    "Slot",
    "SpendingLine",
    "Stage",
    "Table",
]

Stage = Literal["目标", "监控", "自评"]


class RowStatus(Enum):
    """How sure the reading of a row is.

    exact: as the form has it. moved: a cell stood in another column or line and its content left
    one place only. restored: a lost label was put back, proved by the form. suspected: a label or
    parent is a guess. unread: the row could not be placed.
    """

    EXACT = "exact"
    MOVED = "moved"
    RESTORED = "restored"
    SUSPECTED = "suspected"
    UNREAD = "unread"

    @property
    def certain(self) -> bool:
        """Whether findings about the row's template and place may be made at all (F5)."""
        return self is RowStatus.EXACT


@frozen
class Cell:
    """One piece of text of the input and what it was read as.

    `use` is a short path such as `label`, `title`, `field:项目名称`, `level2`, `value:全年指标值`,
    `spending:name`, `leftover`.
    """

    text: str
    origin: Origin
    use: str = "leftover"


@frozen
class Column:
    """A column of indicator values: its name, role and the day its targets count from.

    `role` is a role of the rule language: 目标值, 实际值, 权重, 得分, 符号, 单位, 基期值, 原因,
    描述, 依据; `due` is (month, day) or None for the whole year.
    """

    name: str
    role: str
    due: tuple[int, int] | None = None
    origin: Origin = Origin()


@frozen
class Indicator:
    """One indicator row under its 一级 and 二级, with a value for each column of values.

    `values` are the columns of role 目标值 and 实际值, parsed; `texts` are all other columns as
    written (得分, 原因, 描述, 依据 …). `doubts` say what is not exact about the reading.
    """

    level1: str
    level2: str
    level3: str
    values: tuple[tuple[str, Value], ...]
    texts: tuple[tuple[str, str], ...] = ()
    description: str | None = None
    basis: str | None = None
    weight: Decimal | None = None
    status: RowStatus = RowStatus.EXACT
    doubts: tuple[Finding, ...] = ()
    origin: Origin = Origin()
    value_origins: tuple[tuple[str, Origin], ...] = ()
    goal: str | None = None

    def value(self, column: str) -> Value:
        """The value in a column; an empty `Absent` where the row has none."""
        return dict(self.values).get(column, Absent())

    def text(self, column: str) -> str | None:
        """The text of another column, or None."""
        return dict(self.texts).get(column)

    @property
    def key(self) -> tuple[str, str, str]:
        """一级, 二级, 三级: what an actual is matched by."""
        return (self.level1, self.level2, self.level3)


@frozen
class Slot:
    """A 二级 that the form prints and that was left empty (成本指标 with nothing behind it)."""

    level1: str
    level2: str
    origin: Origin = Origin()


@frozen
class Field:
    """A labelled text of the form: 项目名称, 年度目标 …; `text` is empty where left blank."""

    name: str
    text: str
    origin: Origin = Origin()


@frozen
class FundingLine:
    """Money by source: `source` (资金总额, 一般公共预算资金 …) and one amount a column.

    An amount that was left blank is None; one that is no number is None with a finding.
    """

    source: str
    amounts: tuple[tuple[str, Quantity | None], ...]
    origin: Origin = Origin()
    texts: tuple[tuple[str, str], ...] = ()

    def amount(self, column: str | None = None) -> Quantity | None:
        """The amount in a column; without a name, the first that is filled in."""
        if column is None:
            return next((amount for _, amount in self.amounts if amount is not None), None)
        return dict(self.amounts).get(column)


@frozen
class SpendingLine:
    """One line of planned spending, with one amount a column (半年计划执行数, 全年预算数)."""

    name: str
    amounts: tuple[tuple[str, Quantity | None], ...]
    status: RowStatus = RowStatus.EXACT
    origin: Origin = Origin()

    def amount(self, column: str) -> Quantity | None:
        """The amount in a column, or None."""
        return dict(self.amounts).get(column)


@frozen
class ScheduleStep:
    """One point of a plan of payments: by `due` (month, day) this share of 1 is to be spent."""

    name: str
    due: tuple[int, int]
    share: Decimal | None
    origin: Origin = Origin()


@frozen
class Table:
    """One performance table as filled in.

    `kind` is the form's name in the ruleset (项目绩效目标表 …), `title` the title as printed,
    `name` the project's name, `unit` the 实施单位. `money_unit` is the unit of bare amounts.
    """

    kind: str
    title: str
    name: str
    index: int = 0
    unit: str | None = None
    code: str | None = None
    year: int | None = None
    stage: Stage = "目标"
    money_unit: str = "万元"
    columns: tuple[Column, ...] = ()
    fields: tuple[Field, ...] = ()
    funding: tuple[FundingLine, ...] = ()
    spending: tuple[SpendingLine, ...] = ()
    schedule: tuple[ScheduleStep, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    slots: tuple[Slot, ...] = ()
    cells: tuple[Cell, ...] = field(default=(), repr=False)
    origin: Origin = Origin()
    ruleset: str | None = None
    """The id of the ruleset whose form the table was read by; None where none knew it."""

    def field(self, name: str) -> Field | None:
        """The field of that name, or None where the form has none."""
        return next((one for one in self.fields if one.name == name), None)

    def funding_line(self, source: str) -> FundingLine | None:
        """The funding line of that source."""
        return next((one for one in self.funding if one.source == source), None)

    @property
    def blank(self) -> bool:
        """True for a form that was not filled in: no indicator, no money, no goal."""
        filled = any(amount is not None for line in self.funding for _, amount in line.amounts)
        planned = any(amount is not None for line in self.spending for _, amount in line.amounts)
        return not (self.indicators or filled or planned)

    def where(self) -> Where:
        """The place of the table in findings."""
        return Where(table=self.name, table_index=self.index, unit=self.unit, origin=self.origin)

    def where_row(self, row: Indicator, column: str | None = None) -> Where:
        """The place of an indicator, or of one of its values."""
        origin = dict(row.value_origins).get(column or "", row.origin)
        return Where(
            table=self.name,
            table_index=self.index,
            unit=self.unit,
            level1=row.level1,
            level2=row.level2,
            level3=row.level3,
            column=column,
            origin=origin,
        )


@frozen
class Document:
    """A file as read: its tables, what is to be said about the reading, and what was left over.

    `digest` is the SHA-256 of the bytes, in hex. `readable` is false for a file that is no text, is
    empty or holds no table; a finding says which.
    """

    file: str | None = None
    digest: str = ""
    tables: tuple[Table, ...] = ()
    findings: tuple[Finding, ...] = ()
    leftovers: tuple[Cell, ...] = ()
    readable: bool = True
