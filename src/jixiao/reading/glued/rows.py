"""The rows between two labels of a table whose cells are glued: names, and what stands behind them.

A name ends where a sign of comparison or a figure begins. Values that are words end nowhere that a
text tells, so that such rows are left unread, unless a target and its actual are the same words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.reading.fitting import Need
from jixiao.reading.glued.figures import BEGINS, Cut, cuts_at, run_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.glued.ribbon import Ribbon

__all__ = ["GluedRow", "Stretch", "rows_of"]

_LONGEST_NAME = 80
_HEAD = "、,;:.。·-—)"
"""What no name begins with."""
_MARKED = "得扣每第"
"""What stands before a number that is no value: 得10分, 扣1分, 每1元, 第3次."""
_WORDS = 16
"""Letters of a value in words at most."""
_MORE = re.compile(r"\d+(?:\.\d+)?")
_RUNS = 400
"""Runs of figures of one stretch that are tried at most."""


@frozen
class Stretch:
    """What stands between two labels, or on a line: where it begins, where it ends.

    `sure` says that a label or a header stands before it, so that a name begins there, `line` that
    it is a line that holds one row, `headed` that a header names its columns.
    """

    start: int
    end: int
    sure: bool = True
    line: bool = False
    headed: bool = True


@frozen
class GluedRow:
    """A name, the ways to cut what stands behind it, and whether its name is certain.

    A row without a cut is text that is left over.
    """

    start: int
    name_end: int
    cuts: tuple[Cut, ...]
    named: bool = False
    end: int = 0
    more: int = 0
    """Where figures or words end that stand behind the row, and nothing tells what they are."""


def rows_of(
    ribbon: Ribbon, stretch: Stretch, needs: Sequence[Need], weight: int | None
) -> list[GluedRow]:
    """The rows of a stretch, and what is left of it behind the last one.

    Without a header figures behind a value are nobody's; where each row is a line and words come
    last, they go on to its end.
    """
    body = tuple(need for need in needs if need is not Need.TEXT)
    texts = len(body) < len(needs)
    rows: list[GluedRow] = []
    start = at = stretch.start
    # a value in words leaves no trace before the next name, unless figures or a line's end do
    told = stretch.line or Need.NUMBER in body
    sure = stretch.sure and told
    figured = False
    for _ in range(_RUNS):
        match = BEGINS.search(ribbon.text, at, stretch.end)
        if match is None:
            break
        at = match.start()
        row = _row(ribbon, (start, at, stretch.end), body, weight)
        if row is None:
            figured = True
            at = run_end(ribbon.text, at)
            continue
        named = sure and not figured and _is_name(ribbon, start, at)
        first = row[0].cells[0][0]
        opens = body[0] is Need.NUMBER or not ribbon.text[first].isdigit()
        opens = opens or _is_whole(ribbon.text, first)
        stop = row[0].end
        more = stretch.end if stretch.line and texts else stop
        if len(body) == 1 and not stretch.headed:
            behind = _MORE.match(ribbon.text, stop, stretch.end)
            more = behind.end() if behind else stop
        rows.append(GluedRow(start, at, tuple(row), named and opens, stop, more))
        start = at = more
        figured = False
        sure = told and not texts and not row[0].doubtful and more == stop
    if start < stretch.end:
        rows.append(GluedRow(start, stretch.end, (), end=stretch.end))
    return rows


def _is_whole(text: str, at: int) -> bool:
    """Whether the digits at a place cannot begin with one that ends the name: 100%, 5%."""
    return text.startswith("100%", at) or not text[at + 1 : at + 2].isdigit()


def _row(
    ribbon: Ribbon, span: tuple[int, int, int], body: Sequence[Need], weight: int | None
) -> list[Cut] | None:
    """The ways to cut a row whose figures begin at a place; None where it is none."""
    start, at, end = span
    if not start < at <= start + _LONGEST_NAME or ribbon.text[start] in _HEAD:
        return None
    if ribbon.text[at - 1] in _MARKED:
        return None
    return (
        cuts_at(ribbon, at, end, body, weight) or _in_words(ribbon, at, end, body, weight) or None
    )


def _is_name(ribbon: Ribbon, start: int, end: int) -> bool:
    """Whether a text has the brackets that it opens: it is not cut inside of one."""
    text = ribbon.text[start:end]
    return text.count("(") == text.count(")")


def _in_words(
    ribbon: Ribbon, at: int, end: int, body: Sequence[Need], weight: int | None
) -> list[Cut]:
    """The cut of a row with figures around a target in words and an actual of the same words."""
    values = [place for place, need in enumerate(body) if need is Need.VALUE]
    if len(values) != 2 or values[0] == 0 or values[1] != values[0] + 1:  # noqa: PLR2004 - both
        return []
    found: list[Cut] = []
    for front in cuts_at(ribbon, at, end, body[: values[0]], weight):
        first = front.end
        match = BEGINS.search(ribbon.text, first, min(end, first + 2 * _WORDS + 1))
        last = match.start() if match else end
        half, odd = divmod(last - first, 2)
        same = ribbon.text[first : first + half] == ribbon.text[first + half : last]
        if odd or not same or not 0 < half <= _WORDS:
            continue
        middle = ((first, first + half), (first + half, last))
        behind = body[values[1] + 1 :]
        place = None if weight is None else weight - values[1] - 1
        backs = cuts_at(ribbon, last, end, behind, place) if behind else [Cut(())]
        for back in backs:
            cells = (*front.cells, *middle, *back.cells)
            points = front.weight if front.weight is not None else back.weight
            found.append(Cut(cells, points, back.score, doubtful=True))
    return found
