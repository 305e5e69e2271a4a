"""What stands after a number: a known unit and the words left of it, or a unit nobody knows."""

from __future__ import annotations

from functools import lru_cache

from jixiao.units import NO_UNIT, Unit, parse_unit

__all__ = ["split_unit"]

_LONGEST = 24


@lru_cache(maxsize=4096)
def split_unit(text: str) -> tuple[Unit, str]:
    """The longest known unit at the head of a text and what is left; an unknown unit takes all.

    >>> unit, left = split_unit("人参加培训")
    >>> unit.symbol, left
    ('人', '参加培训')
    """
    if not text:
        return NO_UNIT, ""
    whole = parse_unit(text)
    if whole.known:
        return whole, ""
    for length in range(min(len(text) - 1, _LONGEST), 0, -1):
        if text[length].isascii() and text[length].isalnum() and text[length - 1].isascii():
            continue
        unit = parse_unit(text[:length])
        if unit.known and unit.dimension:
            return unit, text[length:]
    return whole, ""
