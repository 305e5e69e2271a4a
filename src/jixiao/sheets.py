"""A workbook before it is written, frozen: sheets of cells with merges, widths, print and choices.

The rooms that lay out a form or a paper build these; `jixiao.writing.workbooks` turns them into
bytes. Nothing here is Excel's: a cell is text, an exact number or blank, and never a formula.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import Literal

from attrs import frozen

__all__ = [
    "BLANK",
    "Area",
    "Between",
    "Cell",
    "Choice",
    "Page",
    "Sheet",
    "Style",
    "Tone",
    "Visibility",
    "Workbook",
]

Across = Literal["", "left", "center", "right"]
Down = Literal["", "top", "center"]
Visibility = Literal["visible", "hidden", "very_hidden"]


class Style(Enum):
    """What a cell is for; the writer knows how each looks.

    title: the name of the form, large and without a frame. caption: a line over the frame (年度,
    金额单位), without a frame. header: a head of a column. label: a printed word beside what is
    filled in. body: what people fill in. number: an amount. note: small print below the frame.
    bare: nothing at all, no frame.
    """

    TITLE = "title"
    CAPTION = "caption"
    HEADER = "header"
    LABEL = "label"
    BODY = "body"
    NUMBER = "number"
    NOTE = "note"
    BARE = "bare"


class Tone(Enum):
    """A quiet colour behind a cell: of a lamp, of a severity, of what is still to be filled in."""

    PLAIN = "plain"
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    BLUE = "blue"
    FILL_IN = "fill_in"


@frozen(order=True)
class Area:
    """A rectangle of cells, counted from 1, both ends included.

    >>> Area(2, 1, 3, 4).rows, Area(2, 1, 3, 4).columns
    (2, 4)
    """

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def cell(cls, row: int, column: int) -> Area:
        """The area of one cell."""
        return cls(row, column, row, column)

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return self.bottom - self.top + 1

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return self.right - self.left + 1


@frozen
class Cell:
    """One cell: text, an exact number, or None for a blank one.

    `comment` is shown when a person points at the cell. `across` and `down` are where the text
    stands; empty means what the style does. `bold` makes text of any style bold.

    >>> Cell("≥98%").value, Cell(Decimal("69.1"), Style.NUMBER).style
    ('≥98%', <Style.NUMBER: 'number'>)
    """

    value: str | Decimal | None = None
    style: Style = Style.BODY
    comment: str = ""
    wrap: bool = True
    across: Across = ""
    tone: Tone = Tone.PLAIN
    bold: bool = False
    down: Down = ""

    @property
    def text(self) -> str:
        """What a person sees, as text."""
        match self.value:
            case None:
                return ""
            case Decimal():
                return format(self.value, "f")
            case str():
                return self.value


BLANK = Cell(style=Style.BARE)
"""A cell that is not there."""


@frozen
class Choice:
    """A drop-down list for an area; with `strict` nothing else may be entered."""

    area: Area
    words: tuple[str, ...]
    strict: bool = False
    prompt: str = ""


@frozen
class Between:
    """Numbers from `low` to `high` only, in an area."""

    area: Area
    low: Decimal
    high: Decimal
    prompt: str = ""


@frozen
class Page:
    """How a sheet is printed: on A4, fitted to one page's width.

    `repeat` are the first and last row printed again on every page. `header` and `footer` are plain
    text; the writer escapes them and adds the number of the page.
    """

    landscape: bool = False
    repeat: tuple[int, int] | None = None
    header: str = ""
    footer: str = ""
    page_numbers: bool = True


@frozen
class Sheet:
    """One sheet: rows of cells, and what is said about them.

    A merged area shows its first cell; the others are there for their frames. `widths` are in
    columns of a terminal (a Chinese character is two); where they are left out, or a column has
    none, the writer takes them from the text. `heights` are (row, points) where a row must be at
    least so high; every row grows until nothing in it is cut. `print_columns` is how many columns
    are printed, counted from the left; 0 prints all that are not hidden.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...] = ()
    merges: tuple[Area, ...] = ()
    widths: tuple[int, ...] = ()
    heights: tuple[tuple[int, int], ...] = ()
    page: Page = Page()
    checks: tuple[Choice | Between, ...] = ()
    visibility: Visibility = "visible"
    hidden_columns: tuple[int, ...] = ()
    print_columns: int = 0
    freeze: int = 0
    """How many rows stay in sight when the sheet is scrolled."""

    @property
    def columns(self) -> int:
        """How many columns the widest row has."""
        return max((len(row) for row in self.rows), default=0)


@frozen
class Workbook:
    """Sheets in order, with the title and the subject that the file says of itself."""

    sheets: tuple[Sheet, ...]
    title: str = ""
    subject: str = ""
