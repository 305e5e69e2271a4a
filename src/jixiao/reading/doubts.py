"""Why a row is not exact, before it is known which row of which table it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from jixiao.tables import RowStatus

__all__ = ["Doubt"]


@frozen
class Doubt:
    """The status a row is to have, a code, and the words of its sentence."""

    status: RowStatus
    code: str
    context: tuple[tuple[str, str], ...] = ()
