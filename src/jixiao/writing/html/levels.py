"""Rows put under the 一级 they stand below, in the order in which they come."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Group", "Levelled", "grouped"]


class Levelled(Protocol):
    """A row that knows its 一级."""

    @property
    def level1(self) -> str:
        """The name of the 一级, empty where it has none."""


Row = TypeVar("Row", bound=Levelled)


@frozen
class Group(Generic[Row]):
    """The rows below one 一级."""

    level1: str
    rows: tuple[Row, ...]

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)


def grouped(rows: Iterable[Row]) -> tuple[Group[Row], ...]:
    """The rows by 一级; one that comes again later begins a group again."""
    return tuple(
        Group(name, tuple(held)) for name, held in groupby(rows, key=lambda one: one.level1)
    )
