"""The total expressions of rules: a frozen tree without variables, loops or clock, and its value.

An expression is evaluated over a `Scope`, which says what a name stands for; functions are passed
in. It yields a `Result`, or `Undetermined` with the reason and the name it hangs on: there is no
null that spreads silently.
"""

from __future__ import annotations

from jixiao.expressions.evaluator import BUDGET, evaluate
from jixiao.expressions.figures import base_unit, figure, has_kind
from jixiao.expressions.function import Function, Kind, Signature
from jixiao.expressions.tree import (
    Binary,
    Call,
    Choice,
    Conditional,
    Expression,
    IsBlank,
    IsIn,
    IsKind,
    Name,
    Negate,
    Not,
    Number,
    Result,
    Scope,
    Text,
    Undetermined,
    parts_of,
    walk,
)

__all__ = [
    "BUDGET",
    "Binary",
    "Call",
    "Choice",
    "Conditional",
    "Expression",
    "Function",
    "IsBlank",
    "IsIn",
    "IsKind",
    "Kind",
    "Name",
    "Negate",
    "Not",
    "Number",
    "Result",
    "Scope",
    "Signature",
    "Text",
    "Undetermined",
    "base_unit",
    "evaluate",
    "figure",
    "has_kind",
    "parts_of",
    "walk",
]
