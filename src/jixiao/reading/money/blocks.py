"""A block of lines of money while it is gathered: the columns of the form, and the lines so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from jixiao.reading.grid import GridCell, key
from jixiao.reading.labels import MONEY_HEADERS
from jixiao.reading.money.amounts import is_amount, is_blank_mark
from jixiao.reading.money.columns import is_plain, money_meaning
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from jixiao.rules import GroupRule

__all__ = ["Block", "Line"]

_NOT_MONEY = frozenset({"数值", "百分比"})


@define
class Line:
    """A line being gathered; `late` are amounts that stood on another row, by column.

    `told` are words beside the amounts (原因), with the column of the form they stand in. `at` is
    where a line begins that names no source, and so has no cell of its own.
    """

    name: str
    cells: list[GridCell]
    amounts: list[GridCell] = field(factory=list)
    late: dict[str, GridCell] = field(factory=dict)
    status: RowStatus = RowStatus.EXACT
    bad: list[GridCell] = field(factory=list)
    told: list[tuple[str, GridCell]] = field(factory=list)
    at: GridCell | None = None


@define
class Block:
    """One 明细: the columns of the form, those printed with their place, and the lines so far.

    `remarks` are its columns of words but the first, which names the line; `remark_places` say
    where they are printed.
    """

    columns: tuple[str, ...]
    aliases: dict[str, str]
    plain_units: frozenset[str]
    printed: dict[str, int] = field(factory=dict)
    lines: list[Line] = field(factory=list)
    head_column: int | None = None
    remarks: dict[str, str] = field(factory=dict)
    remark_places: dict[int, str] = field(factory=dict)
    units: dict[str, str] = field(factory=dict)
    """The unit of money that the header of a column states."""

    @classmethod
    def of(cls, group: GroupRule | None) -> Block:
        """An empty block of a group of the form, or of one that nobody knows."""
        columns = (
            ()
            if group is None
            else tuple(one for one in group.columns if one.kind.kind in {"金额", *_NOT_MONEY})
        )
        words = [one for one in group.columns if one.kind.kind == "文本"][1:] if group else []
        return cls(
            tuple(one.name for one in columns),
            {key(name): one.name for one in columns for name in (one.name, *one.aliases)},
            frozenset(one.name for one in columns if one.kind.kind in _NOT_MONEY),
            remarks={key(name): one.name for one in words for name in (one.name, *one.aliases)},
        )

    def header(self, text: str) -> str | None:
        """The column that a cell heads."""
        name = key(text)
        if not self.aliases:
            known = MONEY_HEADERS.fullmatch(name) or money_meaning(name)
            return name if known else None
        if name in self.aliases:
            return self.aliases[name]
        meaning = money_meaning(name)
        if meaning is None:
            return None
        return next((one for one in self.columns if money_meaning(key(one)) == meaning), None)

    def is_name(self, cell: GridCell) -> bool:
        """Whether a cell is neither a header nor a number."""
        filled = is_amount(cell.text) or is_blank_mark(cell.text)
        return not filled and self.header(cell.text) is None

    def add(self, text: str) -> str:
        """A column more than the form has, by its own name."""
        name = key(text).rstrip(":")
        if self.columns:
            self.columns = (*self.columns, name)
            self.aliases[name] = name
        return name

    def rename(self, column: str, name: str) -> None:
        """Call a column of the form as the table prints it."""
        self.columns = tuple(name if one == column else one for one in self.columns)
        self.aliases = {label: one for label, one in self.aliases.items() if one != column}
        self.aliases[name] = name
        if column in self.plain_units:
            self.plain_units = (self.plain_units - {column}) | {name}

    def is_plain(self, column: str) -> bool:
        """Whether the figures of a column are no money: a share, or points."""
        return column in self.plain_units or is_plain(key(column))

    def names(self) -> tuple[str, ...]:
        """The columns of the form, or those printed where the form is not known."""
        return self.columns or tuple(sorted(self.printed, key=lambda one: self.printed[one]))
