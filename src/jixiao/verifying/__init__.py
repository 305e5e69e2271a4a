"""A scorecard recomputed from its inputs: the same bit for bit, or every place that differs."""

from __future__ import annotations

from jixiao.verifying.differences import Difference
from jixiao.verifying.repeating import verify_card
from jixiao.verifying.verification import Verification

__all__ = ["Difference", "Verification", "verify_card"]
