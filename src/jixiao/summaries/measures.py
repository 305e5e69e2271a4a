"""How a target can be measured: by a figure of its own, by one that it refers to, or in words.

Of several targets in one cell the least measurable decides. Words that were kept because a number
in them was not understood are doubtful: they count neither as words nor as a figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jixiao.values import (
    Absent,
    Comparison,
    Compound,
    Deadline,
    Pace,
    Period,
    Qualitative,
    Range,
    Reference,
    Trend,
)

if TYPE_CHECKING:
    from jixiao.values import Value

__all__ = ["MEASURES", "Measure", "kind_of", "measure_of"]

Measure = Literal["figure", "derived", "words", "absent", "doubtful"]
MEASURES: tuple[Measure, ...] = ("figure", "derived", "words", "absent", "doubtful")
"""figure: a number, a range or a date is set; derived: another figure is named (不超预算, 序时进度,
不低于上年), or the words stand for one (全覆盖); words: it needs a judgement."""

_WEAKEST: tuple[Measure, ...] = ("doubtful", "words", "derived", "figure")


def kind_of(value: Value) -> str:
    """The kind as the JSON of a value names it.

    >>> from jixiao.parsing import parse_value
    >>> kind_of(parse_value("≥98%"))
    'comparison'
    """
    return type(value).__name__.lower()


def measure_of(value: Value) -> Measure:  # noqa: PLR0911 - one a kind
    """How a target can be measured.

    >>> from jixiao.parsing import parse_value
    >>> [measure_of(parse_value(text)) for text in ("≥98%", "12月底前", "序时进度", "规范", "无")]
    ['figure', 'figure', 'derived', 'words', 'absent']
    >>> [measure_of(parse_value(text)) for text in ("全覆盖", "较上年增长5%", "≥3次，合格率100%")]
    ['derived', 'figure', 'figure']
    """
    match value:
        case Absent():
            return "absent"
        case Comparison() | Range() | Deadline() | Period():
            return "figure"
        case Trend(change=change):
            return "derived" if change is None else "figure"
        case Pace() | Reference():
            return "derived"
        case Qualitative(notes=notes) if notes:
            return "doubtful"
        case Qualitative(means=means):
            return "words" if means is None else "derived"
        case Compound(parts=parts):
            held = [measure_of(one) for one in parts]
            return next((one for one in _WEAKEST if one in held), "doubtful")
        case _:
            return "doubtful"
