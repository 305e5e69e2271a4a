"""Real files in: bytes to text, text to a grid, a grid to tables aligned by content."""

from __future__ import annotations

from jixiao.reading.actuals.files import read_actuals
from jixiao.reading.documents import read_document

__all__ = ["read_actuals", "read_document"]
