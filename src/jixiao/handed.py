"""What a caller hands over, held to its type before any work begins: misuse is said in words."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

__all__ = ["demand", "exact_weight"]


def demand(name: str, held: object, wanted: type, made_by: str, *, optional: bool = False) -> None:
    """Nothing where `held` is of the type that is wanted, or None where it may be left out.

    Raises:
        TypeError: it is of another; `made_by` says where one comes from.

    >>> demand("weight", 10, int, "10")
    >>> demand("document", "a.xlsx", dict, "jixiao.read")
    Traceback (most recent call last):
        ...
    TypeError: document must be a dict (jixiao.read), not the str 'a.xlsx'
    """
    if isinstance(held, wanted) or (optional and held is None):
        return
    shown = repr(held)
    short = shown if len(shown) <= _LONG else f"{shown[:_LONG]}…"
    one = f"the {type(held).__name__} {short}" if held is not None else "None"
    article = "an" if wanted.__name__[0] in "AEIOU" else "a"
    raise TypeError(f"{name} must be {article} {wanted.__name__} ({made_by}), not {one}")


_LONG = 60
"""Longer things are cut in a message."""


def exact_weight(weight: Decimal | int | str) -> Decimal:
    """The weight as an exact number; floats are refused, since 0.1 is not a tenth.

    Raises:
        TypeError: it is a float.
        ValueError: it is no number, or below 0.

    >>> exact_weight("2.50")
    Decimal('2.50')
    """
    if isinstance(weight, float):
        raise TypeError(f"weight must be a Decimal, an int or a text, not the float {weight!r}")
    try:
        number = Decimal(weight)
    except InvalidOperation:
        raise ValueError(f"weight must be a number, not {weight!r}") from None
    if not number.is_finite() or number < 0:
        raise ValueError(f"weight must be a number not below 0, not {weight!r}")
    return number
