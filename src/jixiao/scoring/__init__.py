"""One indicator scored by a ruleset: direction, completion, method, points, and every step."""

from __future__ import annotations

from jixiao.scoring.choosing import UnknownMethodError
from jixiao.scoring.figures import Points
from jixiao.scoring.indicator import score_indicator
from jixiao.scoring.result import IndicatorScore
from jixiao.scoring.steps import Step

__all__ = ["IndicatorScore", "Points", "Step", "UnknownMethodError", "score_indicator"]
