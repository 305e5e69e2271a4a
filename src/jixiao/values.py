"""One indicator value, as a frozen object: the ten kinds, and what they have in common."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from jixiao.units import Quantity

__all__ = [
    "Absent",
    "Actual",
    "Comparison",
    "Compound",
    "Context",
    "Deadline",
    "Operator",
    "Pace",
    "Period",
    "Qualitative",
    "Range",
    "Reference",
    "Trend",
    "Value",
    "Verdict",
]


class Operator(Enum):
    """How an actual is to stand to the target; the value is the ASCII sign of the JSON."""

    GE = ">="
    GT = ">"
    EQ = "="
    LT = "<"
    LE = "<="


@frozen
class Note:
    """Something doubtful about a reading, as a code of family V (or L) with its context."""

    code: str
    context: tuple[tuple[str, str], ...] = ()


@frozen(kw_only=True)
class Value:
    """What every kind carries: the text as written, doubts, and the words around the value.

    `text` and `notes` do not count in `==`; the rest does.
    """

    text: str = field(default="", eq=False)
    notes: tuple[Note, ...] = field(default=(), eq=False)
    by: Deadline | None = None
    per: str | None = None
    subject: str | None = None
    approx: str | None = None
    rest: str | None = None


@frozen(kw_only=True)
class Comparison(Value):
    """An operator and a quantity; `op` is None for a bare number, whose direction is not said."""

    op: Operator | None
    quantity: Quantity


@frozen(kw_only=True)
class Range(Value):
    """Between two quantities of one dimension, each end open or closed."""

    low: Quantity
    high: Quantity
    low_closed: bool = True
    high_closed: bool = True


@frozen(kw_only=True)
class Pace(Value):
    """序时进度: the share of the year's plan that is due by a date."""

    op: Operator | None = None


@frozen(kw_only=True)
class Deadline(Value):
    """Done by a day; parts that were not said are None. A month's end is written as no day."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@frozen(kw_only=True)
class Period(Value):
    """A span of time from a day or month to another."""

    start: Deadline
    end: Deadline


@frozen(kw_only=True)
class Trend(Value):
    """Relative to a baseline that must be given: up, down, not_up, not_down, steady, better."""

    direction: str
    baseline: str | None = None
    change: Value | None = None


@frozen(kw_only=True)
class Reference(Value):
    """A limit that is named, not numbered: 不超预算, 政府采购限价."""

    to: str
    op: Operator | None = None


@frozen(kw_only=True)
class Qualitative(Value):
    """Words; `means` is what they say as a number (全覆盖: =100%), where they do."""

    word: str
    means: Value | None = None


@frozen(kw_only=True)
class Compound(Value):
    """Several values at once, all to hold."""

    parts: tuple[Value, ...]


@frozen(kw_only=True)
class Absent(Value):
    """Nothing was set; `reason` is empty, none, placeholder, undecided or not_applicable."""

    reason: str = "empty"


@frozen
class Verdict:
    """met, not_met or undetermined; the reason is a code of family V with its context."""

    status: str
    reason: Note | None = None


@frozen
class Actual:
    """What was achieved, as filed."""

    text: str
    value: Value
    """The text read by the language of values, the unit taken from the target where unsaid."""
    attainment: str | None = None
    """full, basic, partial or none, where words of attainment were used (达成预期指标 …)."""
    done: bool | None = None
    """已完成 / 未完成, where said."""
    done_on: date | None = None
    notes: tuple[Note, ...] = ()

    @property
    def missing(self) -> bool:
        """True when nothing was filed."""
        return isinstance(self.value, Absent)


@frozen
class Context:
    """What an evaluation knows beside target and actual; nothing has a default date."""

    as_of: date | None = None
    year: int | None = None
    plan: tuple[tuple[date, Decimal], ...] = ()
    """The table's own plan: shares of the year due by dates, as fractions of 1."""
    baseline: Quantity | None = None
    money: tuple[tuple[str, Quantity], ...] = ()
    """Named figures a reference may be resolved from: 年初预算数, 全年预算数 …"""
