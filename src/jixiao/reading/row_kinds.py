"""What an aligned row is, an indicator, a slot or money that strayed in, and what is doubtful."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.reading.doubts import Doubt
from jixiao.reading.fitting import Need
from jixiao.reading.grid import key
from jixiao.reading.tokens import Kind, is_placeholder_name
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.reading.alignment import Aligned
    from jixiao.reading.forms import Form
    from jixiao.reading.grid import GridRow
    from jixiao.reading.headers.columns import Header

__all__ = [
    "LONG_NAME",
    "USES",
    "doubts_of",
    "goes_on",
    "is_label",
    "is_money",
    "is_slot",
    "unplaceable",
]

USES = {Need.LEVEL1: "level1", Need.LEVEL2: "level2", Need.LEVEL3: "level3"}
LONG_NAME = 100
_DOTS = re.compile(r"[.…·]+")


def unplaceable(aligned: Aligned, row: GridRow) -> bool:
    """A row that no column of the form takes, or prose in one cell that is no name."""
    if not aligned.cells:
        return True
    if len(row.cells) > 1:
        return False
    only = aligned.cells[0]
    return only.layout.need not in {Need.LEVEL1, Need.LEVEL2, Need.VALUE} and (
        only.shift != 0 or len(only.token.text) > LONG_NAME
    )


def is_money(aligned: Aligned, form: Form) -> bool:
    """Whether a row names a source of money of the form: it has strayed into the indicators."""
    name = aligned.of(Need.LEVEL3)
    return name is not None and key(name.token.text) in form.sources


def goes_on(aligned: Aligned) -> bool:
    """Whether a row only says that a list may go on: …… below the rows of a 二级."""
    texts = (key(one.token.text) for one in aligned.cells)
    return all(_DOTS.fullmatch(text) is not None for text in texts)


def is_label(aligned: Aligned) -> bool:
    """Whether a row has the label of a level (质量指标) for its name: its header was torn."""
    name = aligned.of(Need.LEVEL3)
    return (
        name is not None
        and name.token.kind in {Kind.LEVEL1, Kind.LEVEL2}
        and key(name.token.text).endswith("指标")
    )


def is_slot(aligned: Aligned) -> bool:
    """Whether a row holds labels only, or a name that says nothing and no value."""
    name = aligned.of(Need.LEVEL3)
    others = [
        one
        for one in aligned.cells
        if one.layout.need not in USES and not is_placeholder_name(one.token.text)
    ]
    named = name is not None and not is_placeholder_name(name.token.text)
    return not named and not others and not aligned.extra


def doubts_of(aligned: Aligned, row: GridRow, header: Header) -> Iterator[Doubt]:
    """What is doubtful about how a row stands."""
    if any(one.shift for one in aligned.cells):
        yield Doubt(RowStatus.MOVED, "T10")
    yield from row.doubts
    if row.joined:
        yield Doubt(RowStatus.MOVED, "T40")
    if aligned.extra:
        text = "、".join(token.text for token in aligned.extra)
        yield Doubt(RowStatus.SUSPECTED, "T20", (("text", text),))
    for columns in (header.missing, _cut(aligned, row, header)):
        if columns:
            yield Doubt(RowStatus.SUSPECTED, "T15", (("columns", "、".join(columns)),))


def _cut(aligned: Aligned, row: GridRow, header: Header) -> tuple[str, ...]:
    """The value columns that fell over the right edge: the row ends before them."""
    filled = {one.layout.name for one in aligned.cells}
    shift = aligned.cells[-1].shift
    return tuple(
        one.name
        for one in header.layouts
        if one.need is Need.VALUE
        and one.name not in filled
        and one.column + max(shift, 0) >= row.width
    )
