"""How figures are printed for people in findings: percent as %, two decimals, 四舍五入."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jixiao.units import Quantity
    from jixiao.values import Value

__all__ = ["amount_text", "number_text", "percent_text", "value_text"]

_HALF = Fraction(1, 2)


def _rounded(number: Fraction, places: int) -> str:
    whole = int(abs(number) * 10**places + _HALF)
    digits = str(whole).rjust(places + 1, "0")
    text = digits[:-places] + "." + digits[-places:] if places else digits
    text = text.rstrip("0").rstrip(".") if places else text
    return ("-" if number < 0 and whole else "") + text


def number_text(number: Fraction) -> str:
    """A figure with at most two decimals; a smaller one with its first two significant digits.

    >>> number_text(Fraction(2, 3)), number_text(Fraction(5)), number_text(Fraction(4, 10**6))
    ('0.67', '5', '0.000004')
    """
    places = 2
    if number:
        while places < 12 and abs(number) * 10**places < _HALF + _HALF:  # noqa: PLR2004
            places += 1
        if places > 2:  # noqa: PLR2004
            places += 1
    return _rounded(number, places)


def percent_text(share: Fraction) -> str:
    """A share of 1 as a percentage.

    >>> percent_text(Fraction(84, 300)), percent_text(Fraction(5, 6575))
    ('28%', '0.08%')
    """
    return number_text(share * 100) + "%"


def amount_text(amount: Quantity, unit: str) -> str:
    """An amount of money as filed, with the unit of the table where it bears none."""
    return f"{amount.number.normalize():f} {amount.unit.symbol or unit}"


def value_text(value: Value) -> str:
    """An indicator value as people wrote it."""
    return value.text.strip() or str(value) or "（空）"
