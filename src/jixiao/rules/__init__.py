"""A ruleset as frozen objects: what a province's form demands and how it is scored.

These classes, not the syntax of `.jx` files, are the contract: everything the text can say can be
built here in Python. One module a section of the language.
"""

from __future__ import annotations

from jixiao.rules.cells import Demand, KindRule, Test, Tests
from jixiao.rules.changes import Change
from jixiao.rules.checks import Bands, Check
from jixiao.rules.citations import Citation, CitedText
from jixiao.rules.forms import ColumnRule, FieldRule, GroupColumn, GroupRule, Role, TableRule
from jixiao.rules.indicators import IndicatorRule, Tree
from jixiao.rules.methods import DecisionRow, DecisionTable, Deduction, Method
from jixiao.rules.ruleset import Region, Ruleset
from jixiao.rules.scoring import (
    Case,
    Completion,
    DefaultMethods,
    Exclusion,
    Merge,
    Rounding,
    Scoring,
    Tolerance,
)
from jixiao.rules.vocabulary import Phrase, Scale, Synonym, UnitRule, Vocabulary

__all__ = [
    "Bands",
    "Case",
    "Change",
    "Check",
    "Citation",
    "CitedText",
    "ColumnRule",
    "Completion",
    "DecisionRow",
    "DecisionTable",
    "Deduction",
    "DefaultMethods",
    "Demand",
    "Exclusion",
    "FieldRule",
    "GroupColumn",
    "GroupRule",
    "IndicatorRule",
    "KindRule",
    "Merge",
    "Method",
    "Phrase",
    "Region",
    "Role",
    "Rounding",
    "Ruleset",
    "Scale",
    "Scoring",
    "Synonym",
    "TableRule",
    "Test",
    "Tests",
    "Tolerance",
    "Tree",
    "UnitRule",
    "Vocabulary",
]
