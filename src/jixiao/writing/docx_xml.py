"""The XML of a text document: paragraphs and tables with merged cells, out of frozen blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from jixiao.harmless import without_controls
from jixiao.sheets import Area, Style, Tone
from jixiao.writing.sheet_fitting import line_count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.paper import Grid
    from jixiao.sheets import Cell

__all__ = ["SIZE", "SMALL", "TINY", "TITLE", "element", "paragraph", "run_of", "table", "word_text"]

TITLE, SIZE, SMALL, TINY = 36, 21, 18, 8
"""Half points: of a title, of a cell, of a note, of an empty line."""
SHADES: Mapping[Tone, str] = {
    Tone.GREEN: "E2EFDA",
    Tone.YELLOW: "FFF2CC",
    Tone.RED: "F8D7DA",
    Tone.BLUE: "DDEBF7",
    Tone.FILL_IN: "FFFBE6",
}
HEAD_SHADE = "F2F2F2"
WHOLE = 20
"""Lines of a row up to which it is kept on one page."""
ROOMY = 150
"""Columns of a terminal up to which a table has letters of the usual size."""
_FRAMED = frozenset({Style.HEADER, Style.LABEL, Style.BODY, Style.NUMBER})
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_ACROSS = {
    Style.TITLE: "center",
    Style.HEADER: "center",
    Style.LABEL: "center",
    Style.NUMBER: "right",
}
_NAME = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PREFIX = {"w": _NAME[1:-1]}
Element = Any
"""An element of lxml, which has no types of its own."""


def element(name: str, *, space: bool = False, **attributes: str) -> Element:
    """An element of the format by its local name; `space` keeps spaces at its ends."""
    from docx.oxml.parser import oxml_parser

    given = {_NAME + key: value for key, value in attributes.items()}
    if space:
        given[_SPACE] = "preserve"
    made: Element = oxml_parser.makeelement(_NAME + name, given, _PREFIX)
    return made


def word_text(text: str) -> str:
    r"""The text as the format can hold it; what XML forbids or a program obeys is written out.

    >>> word_text("甲\x07乙\r\n丙")
    '甲\\x07乙\n丙'
    """
    return without_controls(text.replace("\r\n", "\n")).replace("\t", " ")


def paragraph(  # noqa: PLR0913 - how it looks, each by its name
    text: str,
    size: int = SIZE,
    *,
    across: str = "left",
    bold: bool = False,
    after: int = 0,
    followed: bool = False,
) -> Element:
    """A paragraph; a line break of the text is one in it, `followed` keeps the next beside it."""
    made = element("p")
    held = element("pPr")
    if followed:
        held.append(element("keepNext"))
    if after:
        held.append(element("spacing", after=str(after * 20)))
    if across not in ("", "left"):
        held.append(element("jc", val=across))
    if len(held):
        made.append(held)
    shown = word_text(text)
    if not shown:
        if size != SIZE:
            # an empty line is as high as its mark
            mark = element("rPr")
            mark.append(element("sz", val=str(size)))
            held.append(mark)
            made.insert(0, held)
        return made
    made.append(run_of(shown, size, bold=bold))
    return made


def run_of(text: str, size: int, *, bold: bool = False) -> Element:
    """A stretch of text of one look, its line breaks kept."""
    made = element("r")
    style = element("rPr")
    if bold:
        style.append(element("b"))
    if size != SIZE:
        style.append(element("sz", val=str(size)))
    if len(style):
        made.append(style)
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(element("br"))
        written = element("t", space=True)
        written.text = line
        made.append(written)
    return made


@frozen
class _Drawn:
    """How a table is drawn: its columns in twips, its merged areas, the size of its letters."""

    every: tuple[int, ...]
    merged: Mapping[tuple[int, int], Area]
    size: int

    def area(self, row: int, column: int) -> Area:
        """The merged area of a cell, or the cell alone."""
        return self.merged.get((row, column), Area.cell(row, column))

    def width(self, area: Area) -> int:
        """How wide an area is."""
        return sum(self.every[area.left - 1 : area.right])


def table(grid: Grid, widths: Sequence[int], width: int) -> Element:
    """A grid as a table `width` twips wide; rows of its head come again on every page."""
    every = _twips(widths, width)
    size = SIZE if sum(widths) <= ROOMY else SMALL
    made = element("tbl")
    held = element("tblPr")
    held.append(element("tblW", w=str(sum(every)), type="dxa"))
    held.append(element("jc", val="center"))
    held.append(_borders("tblBorders", _SIDES, "single"))
    held.append(element("tblLayout", type="fixed"))
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w="60", type="dxa"))
    held.append(margins)
    made.append(held)
    columns = element("tblGrid")
    for one in every:
        columns.append(element("gridCol", w=str(one)))
    made.append(columns)
    merged = {
        (row, column): area
        for area in grid.merges
        for row in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
    }
    drawn = _Drawn(every, merged, size)
    for number, row in enumerate(grid.rows, 1):
        made.append(_row(row, number, drawn, head=number <= grid.head))
    return made


def _borders(name: str, sides: Sequence[str], line: str) -> Element:
    """The lines around and between cells."""
    made = element(name)
    for side in sides:
        made.append(element(side, val=line, sz="4", color="000000"))
    return made


def _twips(widths: Sequence[int], width: int) -> tuple[int, ...]:
    """The columns in twips, in proportion, filling the width to the last twip."""
    whole = sum(widths)
    ends = [sum(widths[: at + 1]) * width // whole for at in range(len(widths))]
    return tuple(end - start for start, end in zip([0, *ends], ends, strict=False))


def _row(row: Sequence[Cell], number: int, drawn: _Drawn, *, head: bool) -> Element:
    made = element("tr")
    held = element("trPr")
    if head or _lines(row, number, drawn) <= WHOLE:
        held.append(element("cantSplit"))
    held.append(element("trHeight", val="360", hRule="atLeast"))
    if head:
        held.append(element("tblHeader"))
    made.append(held)
    column = 1
    while column <= len(row):
        area = drawn.area(number, column)
        made.append(_cell(row[column - 1], number, area, drawn))
        column = area.right + 1
    return made


def _lines(row: Sequence[Cell], number: int, drawn: _Drawn) -> int:
    """How many lines the longest text of a row takes; one that spans rows may go on over a page."""
    found = 1
    for column, cell in enumerate(row, 1):
        area = drawn.area(number, column)
        if cell.text and area.rows == 1 and area.left == column:
            room = drawn.width(area) // (drawn.size * 5)
            found = max(found, line_count(cell.text, room))
    return found


def _cell(cell: Cell, number: int, area: Area, drawn: _Drawn) -> Element:
    made = element("tc")
    held = element("tcPr")
    held.append(element("tcW", w=str(drawn.width(area)), type="dxa"))
    if area.columns > 1:
        held.append(element("gridSpan", val=str(area.columns)))
    first = number == area.top
    if area.rows > 1:
        held.append(element("vMerge", val="restart") if first else element("vMerge"))
    if cell.style not in _FRAMED:
        held.append(_borders("tcBorders", ("top", "left", "bottom", "right"), "nil"))
    shade = SHADES.get(cell.tone) or (HEAD_SHADE if cell.style is Style.HEADER else None)
    if shade is not None:
        held.append(element("shd", val="clear", color="auto", fill=shade))
    if cell.down != "top":
        held.append(element("vAlign", val="center"))
    made.append(held)
    made.append(
        paragraph(
            cell.text if first else "",
            SMALL if cell.style is Style.NOTE else drawn.size,
            across=cell.across or _ACROSS.get(cell.style, "left"),
            bold=cell.bold or cell.style is Style.HEADER,
            followed=cell.bold and area.columns == len(drawn.every),
        )
    )
    return made
