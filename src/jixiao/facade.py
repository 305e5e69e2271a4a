"""The verbs of the library: read, load, check, score, evaluate, each one call over the rooms below.

None of them raises for the content of a file: what is wrong with it is in the findings of the
result. They raise for misuse: a wrong type, an unknown ruleset or method.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.library import Library

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from jixiao.actuals import Actuals
    from jixiao.evaluation import Scorecard
    from jixiao.findings import Finding
    from jixiao.rules import Ruleset
    from jixiao.scoring import IndicatorScore
    from jixiao.tables import Document

__all__ = ["check", "evaluate", "load", "read", "read_actuals", "score"]

NATIONAL = "财政部-2020"
"""The ruleset of `score` and of tables whose form no ruleset knows."""


def load(name: str | Path, *, on: date | None = None) -> Ruleset:
    """A ruleset by id (江苏南通-2025), by region code with a day, or by path.

    Raises:
        RulesetError: there is none of that name, or its file has errors; carries the findings.

    >>> load("财政部-2020").title
    '项目支出绩效目标与自评通用规则'
    """
    return Library.default().load(name, on=on)
