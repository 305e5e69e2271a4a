"""Text to indicator value and to actual: a fast path for common forms, a grammar for the rest."""

from __future__ import annotations

from jixiao.parsing.entry import parse_actual, parse_value

__all__ = ["parse_actual", "parse_value"]
