"""【等次】: full marks and the grades by total."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jixiao.language.assembling.decision_tables import as_tests, header_cell
from jixiao.language.assembling.workshop import Assembler, Section, line_of, said_once
from jixiao.language.statements import Property, Row
from jixiao.rules import Bands, Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.source import Origin

__all__ = ["bands_of"]

_UNSAID = Decimal(0)
"""满分 that is not said: a child keeps its parent's."""


def bands_of(work: Assembler, sections: Sequence[Section]) -> Bands | None:
    """The grades; one section of them, and the first counts."""
    if not sections or sections[0].opening is None:
        return None
    if len(sections) > 1 and sections[1].opening is not None:
        opening = sections[1].opening
        number = line_of(sections[1], work)
        work.doubt("R09", number, opening.span.start, "【等次】", what="【等次】写了两次")
    section = sections[0]
    properties = [(number, one) for number, one in section.lines if isinstance(one, Property)]
    attributes = said_once(work, properties)
    rows = [(number, one) for number, one in section.lines if isinstance(one, Row)]
    attributes.pop("doc", None)
    origins: list[Origin] = []
    body = []
    for number, row in rows[1:]:
        if len(row.cells) != 2:  # noqa: PLR2004 - 等次 and 得分
            raw = row.span.of(work.text)
            work.doubt("R25", number, row.span.start, raw, wanted="2 格")
            continue
        body.append((header_cell(row.cells[0]), as_tests(row.cells[1])))
        origins.append(work.origin(number, row.span.start))
    opening = sections[0].opening
    if rows and [header_cell(cell) for cell in rows[0][1].cells] != ["等次", "得分"]:
        number, row = rows[0]
        raw = row.span.of(work.text)
        work.doubt("R25", number, row.span.start, raw, wanted="等次 | 得分")
    if opening.change is Change.NONE and "full" not in attributes and not work.broken:
        work.doubt("R26", line_of(section, work), opening.span.start, "【等次】", what="满分")
    return Bands(
        full=attributes.get("full", _UNSAID),
        rows=tuple(body),
        cite=attributes.get("cite"),
        change=opening.change,
        origin=work.origin(line_of(section, work), opening.span.start),
        row_origins=tuple(origins),
    )
