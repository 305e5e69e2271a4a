"""A scorecard recomputed from its inputs: the same bit for bit, or every place that differs."""

from __future__ import annotations

from jixiao.verifying.differences import Difference
from jixiao.verifying.verification import Verification, verify_card

__all__ = ["Difference", "Verification", "verify_card"]
