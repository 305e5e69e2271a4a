"""The rows of a form filled in one entry after the other, and how a row is known again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.source import squeeze

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.official.model import ColumnHead, Entry, Form, Row

__all__ = ["each_entry", "key_of"]

Key = tuple[str, str, str, str]


def key_of(level1: str, level2: str, level3: str, goal: str | None) -> Key:
    """By what a row of a form and one of a result are the same: levels and goal, squeezed."""
    return squeeze(level1), squeeze(level2), squeeze(level3), squeeze(goal or "")


def each_entry(form: Form, fill: Callable[[Row, ColumnHead, Entry], Entry]) -> tuple[Row, ...]:
    """The rows of a form, every entry made anew from its row, its column and what it held."""
    return tuple(
        evolve(
            row,
            entries=tuple(
                fill(row, head, entry)
                for head, entry in zip(form.columns, row.entries, strict=True)
            ),
        )
        for row in form.rows
    )
