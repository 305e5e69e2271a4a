"""Comparisons of a plain number and unit, made in one go: most values are of this shape.

A frozen class sets each field through a guard that costs more than reading the text. Here the
fields are set on a draft of the same layout, which then becomes the frozen class; Python refuses
the change of class where the layouts differ, and a test holds both ways of making together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jixiao.units import Quantity
from jixiao.values.base import Value
from jixiao.values.numeric import Comparison

if TYPE_CHECKING:
    from decimal import Decimal

    from jixiao.units import Unit
    from jixiao.values.base import Operator

__all__ = ["plain_comparison", "plain_quantity"]


class _QuantityDraft:
    __slots__ = ("number", "unit")


class _ComparisonDraft(Value):
    __slots__ = ("op", "quantity")
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__


_blank = object.__new__


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


def plain_comparison(op: Operator | None, number: Decimal, unit: Unit, text: str) -> Comparison:
    """The comparison with a number that is known to be finite, and nothing around it.

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
    draft.by = draft.per = draft.subject = draft.approx = draft.rest = None
    draft.__class__ = Comparison
    made: Comparison = draft
    return made
