"""What is said about reading tables: the codes of family T."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jixiao.messages.entry import Entry

__all__ = ["TABLES"]

TABLES: tuple[Entry, ...] = ()
