"""The rows of a table, frozen: indicators, empty slots, lines of money, and how sure each is.

Everything knows where it was read. Every class turns into JSON and back; `file` is the name that
places leave out because the document says it.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from jixiao.finding_json import (
    finding_from_json,
    finding_to_json,
    origin_from_json,
    origin_to_json,
)
from jixiao.masking import shown_text
from jixiao.personal import hidden, is_personal
from jixiao.source import Origin
from jixiao.units import Quantity, decimal_text, parse_unit
from jixiao.values import Absent, Value

if TYPE_CHECKING:
    from jixiao.findings import Finding

__all__ = [
    "Cell",
    "Column",
    "FundingLine",
    "Indicator",
    "RowStatus",
    "ScheduleStep",
    "Slot",
    "SpendingLine",
    "Task",
]

Json = dict[str, Any]
Amounts = tuple[tuple[str, Quantity | None], ...]


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

    def to_json(self, file: str | None = None, *, mask: bool = False) -> Json:
        """Text, use and place; with `mask` without what names or reaches a person."""
        text = self.masked().text if mask else self.text
        return {"text": text, "use": self.use, "origin": origin_to_json(self.origin, file)}

    @property
    def personal(self) -> bool:
        """Whether it holds a field that names or reaches a person."""
        kind, _, name = self.use.partition(":")
        return kind == "field" and is_personal(name)

    def masked(self, names: tuple[str, ...] = ()) -> Cell:
        """The cell without what names or reaches a person, and without these names."""
        text = hidden(self.text) if self.personal else shown_text(self.text, names)
        return self if text == self.text else evolve(self, text=text)

    @classmethod
    def from_json(cls, shown: Json, file: str | None = None) -> Cell:
        """The cell of an object made by `to_json`."""
        return cls(shown["text"], origin_from_json(shown["origin"], file), shown["use"])


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

    def to_json(self, file: str | None = None) -> Json:
        """Name, role, due day and place."""
        due = None if self.due is None else {"month": self.due[0], "day": self.due[1]}
        place = origin_to_json(self.origin, file)
        return {"name": self.name, "role": self.role, "due": due, "origin": place}

    @classmethod
    def from_json(cls, shown: Json, file: str | None = None) -> Column:
        """The column of an object made by `to_json`."""
        due = shown["due"]
        return cls(
            shown["name"],
            shown["role"],
            None if due is None else (due["month"], due["day"]),
            origin_from_json(shown["origin"], file),
        )


@frozen
class Indicator:
    """One indicator row under its 一级 and 二级, with a value for each column of values.

    `values` are the columns of role 目标值 and 实际值, parsed; `texts` are all other columns as
    written (得分, 原因, 描述, 依据 …). `doubts` say what is not exact about the reading. A row that
    could not be placed (`unread`) has no levels and no values, its text as `level3`.
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

    def to_json(self, file: str | None = None) -> Json:
        """The shape of the design's `read`, with texts, places and doubts."""
        return {
            "level1": self.level1,
            "level2": self.level2,
            "level3": self.level3,
            "values": {name: value.to_json() for name, value in self.values},
            "description": self.description,
            "basis": self.basis,
            "weight": None if self.weight is None else decimal_text(self.weight),
            "status": self.status.value,
            "origin": origin_to_json(self.origin, file),
            "texts": dict(self.texts),
            "value_origins": {
                name: origin_to_json(origin, file) for name, origin in self.value_origins
            },
            "goal": self.goal,
            "doubts": [finding_to_json(one) for one in self.doubts],
        }

    @classmethod
    def from_json(cls, shown: Json, file: str | None = None) -> Indicator:
        """The indicator of an object made by `to_json`."""
        weight = shown["weight"]
        return cls(
            level1=shown["level1"],
            level2=shown["level2"],
            level3=shown["level3"],
            values=tuple((name, Value.from_json(one)) for name, one in shown["values"].items()),
            texts=tuple(shown["texts"].items()),
            description=shown["description"],
            basis=shown["basis"],
            weight=None if weight is None else Decimal(weight),
            status=RowStatus(shown["status"]),
            doubts=tuple(finding_from_json(one) for one in shown["doubts"]),
            origin=origin_from_json(shown["origin"], file),
            value_origins=tuple(
                (name, origin_from_json(one, file)) for name, one in shown["value_origins"].items()
            ),
            goal=shown["goal"],
        )


@frozen
class Slot:
    """A 二级 that the form prints and that was left empty (成本指标 with nothing behind it)."""

    level1: str
    level2: str
    origin: Origin = Origin()

    def to_json(self, file: str | None = None) -> Json:
        """Both levels and the place."""
        place = origin_to_json(self.origin, file)
        return {"level1": self.level1, "level2": self.level2, "origin": place}

    @classmethod
    def from_json(cls, shown: Json, file: str | None = None) -> Slot:
        """The slot of an object made by `to_json`."""
        return cls(shown["level1"], shown["level2"], origin_from_json(shown["origin"], file))


def _amounts_json(amounts: Amounts) -> Json:
    return {
        name: None if one is None else {"number": decimal_text(one.number), "unit": one.unit.symbol}
        for name, one in amounts
    }


def _amounts(shown: Json) -> Amounts:
    return tuple(
        (name, None if one is None else Quantity(Decimal(one["number"]), parse_unit(one["unit"])))
        for name, one in shown.items()
    )


@frozen
class FundingLine:
    """Money by source: `source` (资金总额, 一般公共预算资金 …) and one amount a column.

    An amount that was left blank is None; one that is no number is None with a finding, and `texts`
    holds what was written. `under` is the total that a part belongs to where a table prints the
    money of the whole term beside that of the year; empty elsewhere.
    """

    source: str
    amounts: Amounts
    origin: Origin = Origin()
    texts: tuple[tuple[str, str], ...] = ()
    under: str = ""

    def amount(self, column: str | None = None) -> Quantity | None:
        """The amount in a column; without a name, the first that is filled in."""
        if column is None:
            return next((amount for _, amount in self.amounts if amount is not None), None)
        return dict(self.amounts).get(column)

    def to_json(self, file: str | None = None) -> Json:
        """Source, amounts by column, and the place."""
        return {
            "source": self.source,
            "amounts": _amounts_json(self.amounts),
            "origin": origin_to_json(self.origin, file),
            "texts": dict(self.texts),
            **({"under": self.under} if self.under else {}),
        }

    @classmethod
    def from_json(cls, shown: Json, file: str | None = None) -> FundingLine:
        """The line of an object made by `to_json`."""
        return cls(
            shown["source"],
            _amounts(shown["amounts"]),
            origin_from_json(shown["origin"], file),
            tuple(shown["texts"].items()),
            shown.get("under", ""),
        )


@frozen
class SpendingLine:
    """One line of planned spending, with one amount a column (半年计划执行数, 全年预算数)."""

    name: str
    amounts: Amounts
    status: RowStatus = RowStatus.EXACT
    origin: Origin = Origin()

    def amount(self, column: str) -> Quantity | None:
        """The amount in a column, or None."""
        return dict(self.amounts).get(column)

    def to_json(self, file: str | None = None) -> Json:
        """Name, amounts by column, status and place."""
        return {
            "name": self.name,
            "amounts": _amounts_json(self.amounts),
            "status": self.status.value,
            "origin": origin_to_json(self.origin, file),
        }

    @classmethod
    def from_json(cls, shown: Json, file: str | None = None) -> SpendingLine:
        """The line of an object made by `to_json`."""
        return cls(
            shown["name"],
            _amounts(shown["amounts"]),
            RowStatus(shown["status"]),
            origin_from_json(shown["origin"], file),
        )


@frozen
class Task:
    """One task of a department's year: its name, what it is, and its money by column."""

    name: str
    content: str
    amounts: Amounts = ()
    status: RowStatus = RowStatus.EXACT
    origin: Origin = Origin()

    def amount(self, column: str | None = None) -> Quantity | None:
        """The amount in a column; without a name, the first that is filled in."""
        if column is None:
            return next((amount for _, amount in self.amounts if amount is not None), None)
        return dict(self.amounts).get(column)

    def to_json(self, file: str | None = None) -> Json:
        """Name, content, amounts by column, status and place."""
        return {
            "name": self.name,
            "content": self.content,
            "amounts": _amounts_json(self.amounts),
            "status": self.status.value,
            "origin": origin_to_json(self.origin, file),
        }

    @classmethod
    def from_json(cls, shown: Json, file: str | None = None) -> Task:
        """The task of an object made by `to_json`."""
        return cls(
            shown["name"],
            shown["content"],
            _amounts(shown["amounts"]),
            RowStatus(shown["status"]),
            origin_from_json(shown["origin"], file),
        )


@frozen
class ScheduleStep:
    """One point of a plan of payments: by `due` (month, day) this share of 1 is to be spent."""

    name: str
    due: tuple[int, int]
    share: Decimal | None = field(default=None)
    origin: Origin = Origin()

    def to_json(self, file: str | None = None) -> Json:
        """Name, due day, share and place."""
        return {
            "name": self.name,
            "due": {"month": self.due[0], "day": self.due[1]},
            "share": None if self.share is None else decimal_text(self.share),
            "origin": origin_to_json(self.origin, file),
        }

    @classmethod
    def from_json(cls, shown: Json, file: str | None = None) -> ScheduleStep:
        """The step of an object made by `to_json`."""
        share = shown["share"]
        return cls(
            shown["name"],
            (shown["due"]["month"], shown["due"]["day"]),
            None if share is None else Decimal(share),
            origin_from_json(shown["origin"], file),
        )
