"""The five operators, and how JSON writes them."""

from __future__ import annotations

from enum import Enum
from typing import Any

__all__ = ["Json", "Operator", "operator_json", "operator_of"]

Json = dict[str, Any]


class Operator(Enum):
    """How an actual is to stand to the target; the value is the ASCII sign of the JSON.

    >>> Operator(">=").sign
    '≥'
    """

    GE = ">="
    GT = ">"
    EQ = "="
    LT = "<"
    LE = "<="

    @property
    def sign(self) -> str:
        """The sign of canonical text."""
        return {">=": "≥", "<=": "≤"}.get(self.value, self.value)


def operator_json(op: Operator | None) -> str | None:
    """The sign of the JSON; None where no operator was written."""
    return None if op is None else op.value


def operator_of(shown: Json) -> Operator | None:
    """The operator of a JSON object."""
    return None if shown["op"] is None else Operator(shown["op"])
