"""How quantities are written: what makes them vague, and number and unit apart as in JSON."""

from __future__ import annotations

from decimal import Decimal

from jixiao.lexicon import APPROX_AFTER, APPROX_INSIDE
from jixiao.units import Quantity, decimal_text, parse_unit

__all__ = ["approximate", "around", "quantity_of"]


def quantity_of(number: str, unit: str) -> Quantity:
    """The quantity of a number and a unit as texts."""
    return Quantity(Decimal(number), parse_unit(unit))


def approximate(quantity: Quantity, word: str | None) -> str:
    """A quantity with the word that makes it vague, where that word stands.

    >>> approximate(quantity_of("8", "万株"), "多"), approximate(quantity_of("50", "人"), "约")
    ('8万多株', '约50人')
    """
    number, symbol = decimal_text(quantity.number), quantity.unit.symbol
    if word is None:
        return number + symbol
    if word in APPROX_AFTER:
        return number + symbol + word
    if word in APPROX_INSIDE:
        length = 0
        if quantity.unit.scale != 1:
            while symbol[length : length + 1] in set("十百千万亿"):
                length += 1
        return number + symbol[:length] + word + symbol[length:]
    return word + number + symbol


def around(word: str | None) -> tuple[str, str]:
    """What stands before a range and after it, where a word makes it vague."""
    if word is None:
        return "", ""
    return ("", word) if word in APPROX_AFTER else (word, "")
