"""A form before it is laid out: fields, parts of money, rows of indicators, notes, all frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from jixiao.sheets import Tone

if TYPE_CHECKING:
    from decimal import Decimal

    from jixiao.tables import Stage

__all__ = ["ColumnHead", "Entry", "Form", "MoneyLine", "MoneyPart", "Part", "Row"]

Part = Literal["label", "field", "money", "value"]
"""label: printed; field, money, value: filled in, of the three parts of a form."""


@frozen
class Entry:
    """What stands in one cell that people fill in: a name, a text or a number, what is said of it.

    `choices` are the words to choose from, with `strict` no others; `weight` asks for 0 to 100.
    """

    name: str
    text: str = ""
    number: Decimal | None = None
    comment: str = ""
    choices: tuple[str, ...] = ()
    strict: bool = False
    weight: bool = False
    tone: Tone = Tone.PLAIN


@frozen
class MoneyLine:
    """One line of money: its source or name, and an entry a column."""

    number: int
    source: Entry
    entries: tuple[Entry, ...]


@frozen
class MoneyPart:
    """A block of lines with columns of their own; `amounts` says which columns are figures."""

    label: str
    head: str
    columns: tuple[str, ...]
    amounts: tuple[bool, ...]
    lines: tuple[MoneyLine, ...]


@frozen
class ColumnHead:
    """A column of the indicator part: its name, role, the head above it and its width."""

    name: str
    role: str = ""
    group: str = ""
    width: int = 12


@frozen
class Row:
    """A row of indicators: `part` is `i` of a filled one, `s` of an empty one, `x` of the sum."""

    part: str
    number: int
    level1: str
    level2: str
    name: Entry
    entries: tuple[Entry, ...]
    goal: str = ""


@frozen
class Form:
    """One form, filled in or blank."""

    title: str
    stage: Stage
    index: int = 0
    name: str = ""
    year: int | None = None
    money_unit: str = "万元"
    fields: tuple[Entry, ...] = ()
    money: tuple[MoneyPart, ...] = ()
    columns: tuple[ColumnHead, ...] = ()
    rows: tuple[Row, ...] = ()
    total: Row | None = None
    notes: tuple[str, ...] = ()
    comment: str = ""
