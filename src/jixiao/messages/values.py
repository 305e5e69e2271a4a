"""What is said about values: the codes of family V."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jixiao.messages.entry import Entry

__all__ = ["VALUES"]

VALUES: tuple[Entry, ...] = ()
