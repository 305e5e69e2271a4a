"""What is said about rule files: the codes of family R."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jixiao.messages.entry import Entry

__all__ = ["LANGUAGE"]

LANGUAGE: tuple[Entry, ...] = ()
