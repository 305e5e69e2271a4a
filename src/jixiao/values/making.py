"""Comparisons of a plain number and unit, made in one go: most values are of this shape.

A frozen class sets each field through a guard that costs more than reading the text. Here the
fields are set on a draft of the same layout, which then becomes the frozen class; Python refuses
the change of class where the layouts differ, and a test holds both ways of making together.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import fields

from jixiao.units import Quantity
from jixiao.values.base import Value
from jixiao.values.numeric import Comparison, Range
from jixiao.values.trends import Trend
from jixiao.values.words import Compound

if TYPE_CHECKING:
    from decimal import Decimal

    from jixiao.units import Unit
    from jixiao.values.base import Operator
    from jixiao.values.verdicts import Note

__all__ = [
    "altered",
    "plain_comparison",
    "plain_quantity",
    "rebounded",
    "recomposed",
    "renumbered",
    "resized",
    "rewritten",
]


class _QuantityDraft:
    __slots__ = ("number", "unit")


class _ComparisonDraft(Value):
    __slots__ = ("op", "quantity")
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__


class _RangeDraft(Value):
    __slots__ = ("high", "high_closed", "low", "low_closed")
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__


class _CompoundDraft(Value):
    __slots__ = ("parts",)
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__


class _TrendDraft(Value):
    __slots__ = ("baseline", "change", "direction", "manner")
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__


_V = TypeVar("_V", bound=Value)

_blank = object.__new__
_set = object.__setattr__


def plain_quantity(number: Decimal, unit: Unit) -> Quantity:
    """The quantity of a number that is known to be finite.

    >>> from decimal import Decimal
    >>> from jixiao.units import parse_unit
    >>> plain_quantity(Decimal(98), parse_unit("%")) == Quantity(Decimal(98), parse_unit("%"))
    True
    """
    draft: Any = _blank(_QuantityDraft)
    draft.number = number
    draft.unit = unit
    draft.__class__ = Quantity
    made: Quantity = draft
    return made


def plain_comparison(
    op: Operator | None, number: Decimal, unit: Unit, text: str, subject: str | None = None
) -> Comparison:
    """The comparison with a number that is known to be finite, and at most a subject before it.

    >>> from decimal import Decimal
    >>> from jixiao.units import NO_UNIT
    >>> made = plain_comparison(None, Decimal(3), NO_UNIT, "3")
    >>> made == Comparison(op=None, quantity=Quantity(Decimal(3)))
    True
    """
    quantity: Any = _blank(_QuantityDraft)
    quantity.number = number
    quantity.unit = unit
    quantity.__class__ = Quantity
    draft: Any = _blank(_ComparisonDraft)
    draft.op = op
    draft.quantity = quantity
    draft.text = text
    draft.notes = ()
    draft.by = draft.per = draft.approx = draft.rest = None
    draft.subject = subject
    draft.__class__ = Comparison
    made: Comparison = draft
    return made


def renumbered(
    value: Comparison, number: Decimal, text: str, subject: str | None, notes: tuple[Note, ...]
) -> Comparison:
    """The same comparison of another number, which is known to be finite, and another subject.

    >>> from decimal import Decimal
    >>> from jixiao.units import NO_UNIT
    >>> three = plain_comparison(None, Decimal(3), NO_UNIT, "3")
    >>> str(renumbered(three, Decimal(5), "数量5", "数量", ()))
    '数量5'
    """
    quantity: Any = _blank(_QuantityDraft)
    quantity.number = number
    quantity.unit = value.quantity.unit
    quantity.__class__ = Quantity
    draft: Any = _blank(_ComparisonDraft)
    _surround(draft, value, text, subject, notes)
    draft.op = value.op
    draft.quantity = quantity
    draft.__class__ = Comparison
    made: Comparison = draft
    return made


def rebounded(
    value: Range,
    ends: tuple[Quantity, Quantity],
    text: str,
    subject: str | None,
    notes: tuple[Note, ...],
) -> Range:
    """The same range with other ends of the same units, and another subject."""
    draft: Any = _blank(_RangeDraft)
    _surround(draft, value, text, subject, notes)
    draft.low, draft.high = ends
    draft.low_closed = value.low_closed
    draft.high_closed = value.high_closed
    draft.__class__ = Range
    made: Range = draft
    return made


def resized(
    value: Trend, change: Value, text: str, subject: str | None, notes: tuple[Note, ...]
) -> Trend:
    """The same trend by another change, and another subject."""
    draft: Any = _blank(_TrendDraft)
    _surround(draft, value, text, subject, notes)
    draft.direction = value.direction
    draft.baseline = value.baseline
    draft.change = change
    draft.manner = value.manner
    draft.__class__ = Trend
    made: Trend = draft
    return made


def recomposed(
    value: Compound,
    parts: tuple[Value, ...],
    text: str,
    subject: str | None,
    notes: tuple[Note, ...],
) -> Compound:
    """The same compound of other parts."""
    draft: Any = _blank(_CompoundDraft)
    _surround(draft, value, text, subject, notes)
    draft.parts = parts
    draft.__class__ = Compound
    made: Compound = draft
    return made


def _surround(
    draft: Any,  # noqa: ANN401 - a draft of any kind
    value: Value,
    text: str,
    subject: str | None,
    notes: tuple[Note, ...],
) -> None:
    draft.text = text
    draft.notes = notes
    draft.by = value.by
    draft.per = value.per
    draft.subject = subject
    draft.approx = value.approx
    draft.rest = value.rest


@lru_cache(maxsize=32)
def _names(kind: type[Value]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind) if one.name != "text")


def altered(value: _V, **others: object) -> _V:
    """The same value with other words or notes around it; fields that a kind checks stay.

    >>> from decimal import Decimal
    >>> from jixiao.units import NO_UNIT
    >>> three = plain_comparison(None, Decimal(3), NO_UNIT, "3")
    >>> str(altered(three, subject="数量", rest="左右的")), str(three)
    ('数量3左右的', '3')
    """
    kind: Any = type(value)
    made: _V = _blank(kind)
    for name in _names(kind):
        _set(made, name, others[name] if name in others else getattr(value, name))
    _set(made, "text", value.text)
    return made


def rewritten(value: Value, text: str) -> Value:
    """The same value of another text; nothing else of a value depends on its text.

    >>> from jixiao.units import NO_UNIT
    >>> from decimal import Decimal
    >>> three = plain_comparison(None, Decimal(3), NO_UNIT, "3")
    >>> rewritten(three, "３").text, rewritten(three, "３") == three
    ('３', True)
    """
    if value.text == text:
        return value
    kind: Any = type(value)
    made: Value = _blank(kind)
    for name in _names(kind):
        _set(made, name, getattr(value, name))
    _set(made, "text", text)
    return made
