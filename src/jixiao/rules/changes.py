"""How a statement of a ruleset treats what it inherits."""

from __future__ import annotations

from enum import Enum

__all__ = ["Change"]


class Change(Enum):
    """How a statement of a child treats what it inherits."""

    NONE = ""
    MODIFY = "修改"
    CANCEL = "取消"
    KEEP = "沿用"
