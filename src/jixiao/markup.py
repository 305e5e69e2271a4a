"""Small pieces of HTML for notebooks: escaped text and plain tables, made without any library.

Reports for people are made by `jixiao.writing.html`; this is what `_repr_html_` shows in a cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["ROWS_SHOWN", "escaped", "joined", "table_html"]

ROWS_SHOWN = 60
"""Rows that a table in a notebook shows; a last line says how many more there are."""

_MARKS = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\0": "\ufffd"}
)


def escaped(text: str) -> str:
    """The text as it stands in HTML, in an element or in an attribute.

    >>> escaped('<b title="≥98%">')
    '&lt;b title=&quot;≥98%&quot;&gt;'
    """
    return text.translate(_MARKS)


def table_html(
    head: Sequence[str], rows: Iterable[Sequence[str]], caption: str = "", more: str = "… {count}"
) -> str:
    """A table of texts, each of them escaped; rows beyond `ROWS_SHOWN` are counted only.

    >>> print(table_html(["指标"], [["培训<次数>"]], "某表"))
    <table><caption>某表</caption><thead><tr><th>指标</th></tr></thead>
    <tr><td>培训&lt;次数&gt;</td></tr>
    </table>
    """
    held = list(rows)
    title = f"<caption>{escaped(caption)}</caption>" if caption else ""
    names = "".join(f"<th>{escaped(name)}</th>" for name in head)
    lines = [f"<table>{title}<thead><tr>{names}</tr></thead>"]
    lines += (
        "<tr>" + "".join(f"<td>{escaped(cell)}</td>" for cell in row) + "</tr>"
        for row in held[:ROWS_SHOWN]
    )
    if len(held) > ROWS_SHOWN:
        rest = escaped(more.replace("{count}", str(len(held) - ROWS_SHOWN)))
        lines.append(f'<tr><td colspan="{len(head)}">{rest}</td></tr>')
    return "\n".join([*lines, "</table>"])


def joined(*parts: str) -> str:
    """Pieces of HTML one below another; empty ones are left out."""
    return "\n".join(part for part in parts if part)
