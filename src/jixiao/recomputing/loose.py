"""Whether figures of a table found no place in it: then its sums may miss something."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jixiao.source import Origin
    from jixiao.tables import Document, Table

__all__ = ["loose_figures"]


def loose_figures(document: Document, table: Table) -> bool:
    """Whether a leftover with a digit stands between this table and the next.

    >>> from jixiao.source import Origin
    >>> from jixiao.tables import Cell, Document, Table
    >>> tables = [Table("", "", "", index=at, origin=Origin(line=10 * at)) for at in (0, 1)]
    >>> document = Document(tables=tuple(tables), leftovers=(Cell("9.58", Origin(line=12)),))
    >>> [loose_figures(document, one) for one in tables]
    [False, True]
    """
    starts = [
        _line(other.origin)
        for other in document.tables
        if other.origin.sheet == table.origin.sheet and _line(other.origin) > _line(table.origin)
    ]
    end = min(starts, default=None)
    return any(
        cell.origin.sheet == table.origin.sheet
        and _line(cell.origin) >= _line(table.origin)
        and (end is None or _line(cell.origin) < end)
        and any(char.isdigit() for char in cell.text)
        for cell in document.leftovers
    )


def _line(origin: Origin) -> tuple[int, int]:
    return origin.page or 0, origin.line or origin.row or 0
