"""How a run of figures may be cut into the cells of a row: 20100%100%20 is 20, 100%, 100% and 20.

A number begins with no idle zero, points are a hundred at most and more than none, and a score is
no more than its weight: often one cut only is left. Where several are, nothing here tells.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.reading.fitting import Need
from jixiao.units.unit_names import unit_spellings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.reading.glued.ribbon import Ribbon

__all__ = ["BEGINS", "Cut", "cuts_at", "run_end"]

_WORDS = "不少于|不低于|不超过|不高于|不小于|不大于|大于等于|小于等于|大于|小于|等于"
BEGINS = re.compile(rf"[≥≤=<>]|\d|(?:{_WORDS})(?=\d)")
"""What a figure begins with."""
_OPERATOR = re.compile(rf"[≥≤=<>]{{1,2}}|{_WORDS}")
_DATE = re.compile(r"20\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:底?前)?(?:完成)?")
_NUMBER = re.compile(r"(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$")
_POINTS = re.compile(r"(?:0|[1-9]\d{0,2})(?:\.\d{1,2})?$")
_GOES_ON = re.compile(r"\d|%|[.,]\d")
_LONG = 18
"""Digits of a run at most."""
_RUN = re.compile(r"[\d.,%≥≤=<>]*")
_UNIT = 6
_SCALES = "十百千万亿"
_BEHIND = ("以上", "以下", "以内", "及以上", "左右")
_SHARE = frozenset("%‰")
_HUNDRED = 100
_MOST = 32
"""Cuts of one run that are told apart at most."""


@frozen
class Cut:
    """A way to cut a run: its cells, their weight, and what makes it less than certain."""

    cells: tuple[tuple[int, int], ...]
    weight: Decimal | None = None
    score: Decimal | None = None
    doubtful: bool = False
    """Whether a unit may go on as a name, or digits stand where nothing tells their beginning."""
    bare: bool = False
    """Whether a number without a unit and the next one run together."""

    @property
    def end(self) -> int:
        """Where the run ends."""
        return self.cells[-1][1]


def run_end(text: str, at: int) -> int:
    """Where digits and signs end that begin at a place."""
    match = _RUN.match(text, at)
    return max(match.end() if match else at, at + 1)


def cuts_at(
    ribbon: Ribbon, at: int, end: int, needs: Sequence[Need], weight: int | None
) -> list[Cut]:
    """The ways to cut what begins at a place into the cells that a row has behind its name.

    `weight` is the place of the weight among them.
    """
    found = [Cut(())]
    for place, need in enumerate(needs):
        last = place + 1 == len(needs)
        after = None if last else needs[place + 1]
        points = place == weight
        found = [
            longer
            for cut in found
            for longer in _longer(
                ribbon, cut, (cut.end if place else at, end), (need, after, points)
            )
        ]
        if len(found) > _MOST:
            return []
    return [cut for cut in found if _ends(ribbon, cut, end)]


def _longer(
    ribbon: Ribbon, cut: Cut, span: tuple[int, int], column: tuple[Need, Need | None, bool]
) -> Iterator[Cut]:
    """A cut with one more cell, in each way that there is."""
    at, end = span
    need, after, weighs = column
    if at >= end:
        return
    for stop, doubtful in (_points if need is Need.NUMBER else _values)(ribbon, at, end):
        loose = doubtful is None or (doubtful and (not after or not _figured(ribbon, stop, end)))
        bare = need is Need.VALUE and _runs_on(ribbon, stop, end)
        if bare and after is Need.VALUE and not _twice(ribbon, at, stop):
            continue
        weight, score = cut.weight, cut.score
        if need is Need.NUMBER:
            points = Decimal(ribbon.text[at:stop])
            if weighs and not points:
                continue
            weight, score = (points, score) if weighs else (weight, points)
        if weight is None or score is None or score <= weight:
            cells = (*cut.cells, (at, stop))
            yield Cut(cells, weight, score, cut.doubtful or loose or bare, cut.bare or bare)


def _ends(ribbon: Ribbon, cut: Cut, end: int) -> bool:
    """Whether no figure goes on behind a cut, and no unit that would belong to its digits."""
    if _goes_on(ribbon, cut.end, end):
        return False
    return not (cut.bare and _unit(ribbon.text, cut.end, end))


def _runs_on(ribbon: Ribbon, stop: int, end: int) -> bool:
    """Whether a value ends in a digit and another stands behind it with nothing between."""
    text = ribbon.text
    return (
        stop < end and stop not in ribbon.gaps and text[stop].isdigit() and text[stop - 1].isdigit()
    )


def _twice(ribbon: Ribbon, at: int, stop: int) -> bool:
    """Whether a value stands behind itself: 00."""
    return ribbon.text.startswith(ribbon.text[at:stop], stop)


def _goes_on(ribbon: Ribbon, at: int, end: int) -> bool:
    """Whether figures go on behind the last cell."""
    return at < end and at not in ribbon.gaps and _GOES_ON.match(ribbon.text, at) is not None


def _figured(ribbon: Ribbon, at: int, end: int) -> bool:
    """Whether a figure begins at a place, or the cell before must end there."""
    return at >= end or at in ribbon.gaps or BEGINS.match(ribbon.text, at) is not None


def _digits(ribbon: Ribbon, at: int, end: int) -> Iterator[tuple[str, int]]:
    """The digits from a place on that may be a number, the longest first."""
    run = at
    while run < end and run - at < _LONG and ribbon.text[run] in "0123456789.,":
        run += 1
        if run in ribbon.gaps:
            break
    for stop in range(run, at, -1):
        yield ribbon.text[at:stop], stop


def _points(ribbon: Ribbon, at: int, end: int) -> Iterator[tuple[int, bool | None]]:
    """Where points that begin at a place may end."""
    for digits, stop in _digits(ribbon, at, end):
        if _POINTS.match(digits) and Decimal(digits) <= _HUNDRED:
            yield stop, False


def _values(ribbon: Ribbon, at: int, end: int) -> Iterator[tuple[int, bool | None]]:
    """Where a value that begins at a place may end, and whether it may as well end elsewhere.

    None stands for a value that is doubtful wherever it ends.
    """
    sign = _OPERATOR.match(ribbon.text, at, end)
    start = sign.end() if sign else at
    date = _DATE.match(ribbon.text, start, end)
    if date is not None:
        yield date.end(), not _figured(ribbon, date.end(), end)
        return
    for digits, stop in _digits(ribbon, start, end):
        if not _NUMBER.match(digits):
            continue
        whole = stop >= end or ribbon.text[stop] not in "0123456789.,"
        units = [] if not whole or stop in ribbon.gaps else _units(ribbon.text, stop, end)
        if not units:
            yield stop, True
            continue
        share = ribbon.text[stop] in _SHARE
        if share and Decimal(digits.replace(",", "")) > _HUNDRED:
            yield stop + 1, None  # 292%: a sign that was misread, as like as not
            continue
        stops = tuple(dict.fromkeys(_behind(ribbon.text, one, end) for one in units))
        if ribbon.text[stops[0] - 1].isdigit():  # 300米2 and 0, or 300米 and 20
            yield from ((one, None) for one in stops)
            continue
        certain = _figured(ribbon, stops[0], end) or (share and len(stops) == 1)
        yield stops[0], not certain


def _behind(text: str, at: int, end: int) -> int:
    """Where a value with a unit ends: 90%以上."""
    return next((at + len(one) for one in _BEHIND if text.startswith(one, at, end)), at)


def _units(text: str, at: int, end: int) -> list[int]:
    """Where a unit that begins at a place may end, the farthest first; what it is a rate of too."""
    first = _unit(text, at, end)
    if not first:
        return []
    stop = first[0]
    if stop < end and text[stop] == "/":
        over = _unit(text, stop + 1, end)
        if over:
            return [over[0]]
    return first


def _unit(text: str, at: int, end: int) -> list[int]:
    known = _spellings()
    found: list[int] = []
    for stop in range(min(at + _UNIT, end), at, -1):
        name = text[at:stop]
        if name in known or (name[0] in _SCALES and (name[1:] in known or not name[1:])):
            found.append(stop)
    return found


@lru_cache(maxsize=1)
def _spellings() -> frozenset[str]:
    return frozenset(unit_spellings())
