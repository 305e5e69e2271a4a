"""A document evaluated against actuals by a ruleset: weights, totals, grades, scorecard."""

from __future__ import annotations

from jixiao.evaluation.document import evaluate_document
from jixiao.evaluation.scorecard import Scorecard
from jixiao.evaluation.table_score import TableScore

__all__ = ["Scorecard", "TableScore", "evaluate_document"]
