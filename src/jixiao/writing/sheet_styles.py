"""How each style of a sheet looks in a workbook: fonts, frames, colours, where the text stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.sheets import Style, Tone

if TYPE_CHECKING:
    from openpyxl.styles import Alignment, Border, Font, PatternFill

    from jixiao.sheets import Cell

__all__ = ["Look", "look"]

FONT = "宋体"
"""Every Windows and every WPS has it; elsewhere the charset names what may stand for it."""
GB2312 = 134
_SIZES = {Style.TITLE: 18.0, Style.NOTE: 9.0}
_SIZE = 10.5
_FRAMED = frozenset({Style.HEADER, Style.LABEL, Style.BODY, Style.NUMBER})
_BOLD = frozenset({Style.TITLE, Style.HEADER})
_ACROSS = {
    Style.TITLE: "center",
    Style.HEADER: "center",
    Style.LABEL: "center",
    Style.NUMBER: "right",
}
_FILLS = {
    Tone.GREEN: "E2EFDA",
    Tone.YELLOW: "FFF2CC",
    Tone.RED: "F8D7DA",
    Tone.BLUE: "DDEBF7",
    Tone.FILL_IN: "FFFBE6",
}
_HEADER_FILL = "F2F2F2"


@frozen
class Look:
    """The four parts of a style that a workbook knows."""

    font: Font
    border: Border
    fill: PatternFill
    alignment: Alignment


def look(cell: Cell) -> Look:
    """How a cell looks by its style, tone and the rest."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    style = cell.style
    line = Side(style="thin", color="000000") if style in _FRAMED else Side()
    colour = _FILLS.get(cell.tone) or (_HEADER_FILL if style is Style.HEADER else None)
    return Look(
        Font(
            name=FONT,
            size=_SIZES.get(style, _SIZE),
            bold=cell.bold or style in _BOLD,
            charset=GB2312,
            family=3,
        ),
        Border(left=line, right=line, top=line, bottom=line),
        PatternFill() if colour is None else PatternFill("solid", fgColor=colour),
        Alignment(
            horizontal=cell.across or _ACROSS.get(style, "left"),
            vertical=cell.down or ("top" if style is Style.NOTE else "center"),
            wrap_text=cell.wrap,
        ),
    )
