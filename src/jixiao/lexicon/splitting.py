"""A table of words is written as one text, the words apart by spaces."""

from __future__ import annotations

__all__ = ["words"]


def words(text: str) -> tuple[str, ...]:
    """The words of a text.

    >>> words("近 约")
    ('近', '约')
    """
    return tuple(text.split())
