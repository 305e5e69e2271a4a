"""What stands in brackets after a figure and says no more: 4.5分（5分制）, 95.24%（40/42）."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from jixiao.values.numeric import Comparison

if TYPE_CHECKING:
    from jixiao.values.base import Value

__all__ = ["says_as_much"]

_MARKED_OF = re.compile(r"\((?:满分|总分)?[0-9]{1,4}分制?\)")
"""What marks are out of."""

_OF = re.compile(r"\(([0-9]{1,12})/([1-9][0-9]{0,11})\)")
"""What a share was worked out from."""


def says_as_much(value: Value, rest: str) -> bool:
    """Whether digits after a value say what it is out of, or what it was worked out from.

    >>> from jixiao.parsing import parse_value
    >>> says_as_much(parse_value("95.24%"), "(40/42)"), says_as_much(parse_value("95%"), "(1/2)")
    (True, False)
    """
    worked = _OF.fullmatch(rest)
    if worked is None or not isinstance(value, Comparison):
        return _MARKED_OF.fullmatch(rest) is not None
    number, unit = value.quantity.number, value.quantity.unit
    share = Fraction(int(worked[1]) * 100, int(worked[2]))
    step = Fraction(10) ** int(number.as_tuple().exponent)
    return unit.symbol == "%" and 2 * abs(share - Fraction(number)) <= step
