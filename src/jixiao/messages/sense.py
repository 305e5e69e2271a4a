"""What is said about what good sense demands of a table: the codes of family S."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jixiao.messages.entry import Entry

__all__ = ["SENSE"]

SENSE: tuple[Entry, ...] = ()
