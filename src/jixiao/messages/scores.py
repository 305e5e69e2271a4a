"""What is said about scoring and evaluating: the codes of family E."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jixiao.messages.entry import Entry

__all__ = ["SCORES"]

SCORES: tuple[Entry, ...] = ()
