"""Bands in the style of the notices: 90（含）—100, 60以下."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.expressions.text import name_text, number_text
from jixiao.messages.ruleset_page import page_word
from jixiao.rules.text import tests_text

if TYPE_CHECKING:
    from decimal import Decimal

    from jixiao.rules import Test, Tests

__all__ = ["band_text"]


@frozen
class _End:
    at: Decimal
    closed: bool


def band_text(tests: Tests, top: Decimal | None = None) -> str:
    """A cell of a decision table as a notice would print it; `top` are the full marks.

    A number is part of a band where （含） stands behind it. Full marks always are.

    >>> from decimal import Decimal
    >>> from jixiao.rules import Test
    >>> at = lambda sign, number: Test(sign, number=Decimal(number))
    >>> band_text(((at("≥", 90),),), Decimal(100)), band_text(((at("≥", 80), at("<", 90)),))
    ('90（含）—100', '80（含）—90')
    >>> band_text(((at("<", 60),),)), band_text(((at(">", 90),),))
    ('60以下', '90以上（不含）')
    """
    return page_word("or").join(_group(group, top) for group in tests)


def _group(group: tuple[Test, ...], top: Decimal | None) -> str:
    if len(group) == 1 and group[0].sign == "-":
        return page_word("anything")
    units = {test.unit for test in group}
    figures = all(test.number is not None and not test.negated for test in group)
    signs = "".join(test.sign for test in group)
    if not figures or len(units) > 1 or not set(signs) <= set("≥>≤<"):
        return tests_text((group,))
    unit = units.pop()
    lows = [
        _End(test.number, test.sign == "≥")
        for test in group
        if test.sign in "≥>" and test.number is not None
    ]
    highs = [
        _End(test.number, test.sign == "≤")
        for test in group
        if test.sign in "≤<" and test.number is not None
    ]
    if len(lows) > 1 or len(highs) > 1:
        return tests_text((group,))
    return _between(lows[0] if lows else None, highs[0] if highs else None, unit, top)


def _between(low: _End | None, high: _End | None, unit: str, top: Decimal | None) -> str:
    if low is not None and high is None and top is not None and low.at < top:
        return page_word("band", low=_end(low, unit), high=_figure(top, unit))
    if low is None:
        return "" if high is None else page_word("below", high=_end(high, unit))
    if high is None:
        name = "above_with" if low.closed else "above"
        return page_word(name, low=_end(low, unit))
    shown = _figure(high.at, unit) if high.closed and high.at == top else _end(high, unit)
    return page_word("band", low=_end(low, unit), high=shown)


def _end(end: _End, unit: str) -> str:
    figure = _figure(end.at, unit)
    return page_word("with", number=figure) if end.closed else figure


def _figure(number: Decimal, unit: str) -> str:
    if unit == "%":
        return number_text(number) + unit
    return number_text(number) + (name_text(unit) if unit else "")
