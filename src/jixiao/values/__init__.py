"""One indicator value, as a frozen object: the ten kinds, and what they have in common."""

from __future__ import annotations

from jixiao.values.base import Absent, Actual, Deadline, Operator, Value
from jixiao.values.numeric import Comparison, Range
from jixiao.values.times import Pace, Period
from jixiao.values.trends import Trend
from jixiao.values.verdicts import NO_CONTEXT, Context, Note, Status, Verdict, doubt
from jixiao.values.words import Compound, Qualitative, Reference

__all__ = [
    "NO_CONTEXT",
    "Absent",
    "Actual",
    "Comparison",
    "Compound",
    "Context",
    "Deadline",
    "Note",
    "Operator",
    "Pace",
    "Period",
    "Qualitative",
    "Range",
    "Reference",
    "Status",
    "Trend",
    "Value",
    "Verdict",
    "doubt",
]
