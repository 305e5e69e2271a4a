"""【表】: one form of a ruleset with its labelled fields, its blocks of lines and its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from jixiao.rules.cells import Demand, KindRule
from jixiao.rules.changes import Change
from jixiao.source import Origin

if TYPE_CHECKING:
    from jixiao.rules.citations import Citation
    from jixiao.tables import Stage

__all__ = ["ColumnRule", "FieldRule", "GroupColumn", "GroupRule", "Role", "TableRule"]

Role = Literal["目标值", "实际值", "权重", "得分", "符号", "单位", "基期值", "原因", "描述", "依据"]


@frozen
class FieldRule:
    """项: a labelled text or amount of the form, by path (资金支出计划/3月底)."""

    path: tuple[str, ...]
    kinds: tuple[KindRule, ...] = ()
    demand: Demand = Demand()
    due: tuple[int, int] | None = None
    choices: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    cite: Citation | None = None
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)

    @property
    def name(self) -> str:
        """The path as one name."""
        return "/".join(self.path)


@frozen
class GroupColumn:
    """A column of 明细."""

    name: str
    kind: KindRule
    aliases: tuple[str, ...] = ()


@frozen
class GroupRule:
    """明细: a block of lines with columns of their own (收入, 支出, 项目资金); `rows` by 各行."""

    name: str
    columns: tuple[GroupColumn, ...]
    rows: tuple[str, ...] = ()
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class ColumnRule:
    """列: a column of the indicator part."""

    name: str
    role: Role | None = None
    kinds: tuple[KindRule, ...] = ()
    demand: Demand = Demand()
    due: tuple[int, int] | None = None
    choices: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    cite: Citation | None = None
    change: Change = Change.NONE
    origin: Origin = field(default=Origin(), eq=False)


@frozen
class TableRule:
    """【表 …】: one form of the ruleset."""

    name: str
    aliases: tuple[str, ...] = ()
    stage: Stage | None = None
    money_unit: str | None = None
    blank_marks: tuple[str, ...] = ()
    fields: tuple[FieldRule, ...] = ()
    groups: tuple[GroupRule, ...] = ()
    columns: tuple[ColumnRule, ...] = ()
    changed: tuple[str, ...] = ()
    """Which of stage, money_unit and blank_marks a child says with 修改."""
    origin: Origin = field(default=Origin(), eq=False)

    def column(self, name: str) -> ColumnRule | None:
        """The column of that name or alias."""
        return next((one for one in self.columns if name in (one.name, *one.aliases)), None)

    def target_columns(self) -> tuple[ColumnRule, ...]:
        """The columns 作为 目标值, in the order of the form."""
        return tuple(one for one in self.columns if one.role == "目标值")
