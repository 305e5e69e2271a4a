"""Which rows a label of a level stands for: those from its line on, or those around it.

A merged cell is printed on the line of its first row, or set in the middle of all its rows. One
reading must hold for all labels of a run of rows; where both hold and differ, it is a guess.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.reading.doubts import Doubt
from jixiao.reading.fitting import PARENTS, Need
from jixiao.reading.fragments import joined
from jixiao.reading.spaced.rows import Label
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.forms import Form
    from jixiao.reading.spaced.rows import SpacedRow

__all__ = ["with_labels"]

_NEAR = 0.8
"""Lines that the middle of a label may be away from the middle of its rows."""
_CLEAR = 0.2
_MOST = 6
"""Lines of a label at most."""

_Groups = dict[int, tuple[tuple[int, Label], ...]]
"""By column: the first row of each label."""


def with_labels(
    rows: Sequence[SpacedRow],
    labels: Sequence[Label],
    needs: Sequence[Need],
    form: Form,
    *,
    first: bool,
) -> list[SpacedRow]:
    """The rows with their labels on the first row of each; all doubted where that is a guess.

    `first` says that no level is in force above them.
    """
    columns = [at for at, need in enumerate(needs) if need in PARENTS]
    split = [_known(labels, at, needs[at], form) for at in columns]
    whole = [one for one in split if one is not None]
    if not rows or len(whole) < len(split):
        return [_unsure(one) for one in _by_line(rows, labels)]
    held = dict(zip(columns, whole, strict=True))
    top = _on_top(rows, held, first=first)
    middle = _in_middle(rows, held)
    if top is None and middle is None:
        return [_unsure(one) for one in _by_line(rows, [x for own in whole for x in own])]
    if top is not None and middle is not None and top != middle:
        return [_unsure(one) for one in _put(rows, top)]
    if top is not None:
        return _put(rows, top)
    return [_moved(one) for one in _put(rows, middle or {})]


def _known(labels: Sequence[Label], column: int, need: Need, form: Form) -> list[Label] | None:
    """The labels of a column, each that of a level; lines that run on are parted where one ends."""

    def known(text: str) -> bool:
        # a 一级 with one 二级 only has it by its own name: 满意度指标, 满意度指标
        return form.is_level1(text) or (need is Need.LEVEL2 and form.is_level2(text))

    found: list[Label] = []
    for label in labels:
        if label.column != column:
            continue
        pieces = label.pieces
        at = 0
        while at < len(pieces):
            ends = [
                end
                for end in range(at + 1, min(len(pieces), at + _MOST) + 1)
                if known(joined(pieces[at:end]))
            ]
            if not ends:
                return None
            start, end = at, ends[-1]
            found.append(Label(column, pieces[start:end], label.places[start:end]))
            at = end
    return found


def _on_top(
    rows: Sequence[SpacedRow], held: dict[int, list[Label]], *, first: bool
) -> _Groups | None:
    """The labels where each stands on the first line of its first row."""
    tops = {row.top: at for at, row in enumerate(rows)}
    groups: _Groups = {}
    starts: list[set[int]] = []
    for column, labels in held.items():
        if any(label.top not in tops for label in labels):
            return None
        found = tuple((tops[label.top], label) for label in labels)
        own = {at for at, _ in found}
        if len(own) < len(found) or (first and labels and 0 not in own):
            return None
        if starts and labels and not starts[-1] <= own:
            return None
        groups[column] = found
        starts.append(own)
    return groups


def _in_middle(rows: Sequence[SpacedRow], held: dict[int, list[Label]]) -> _Groups | None:
    """The labels where each is in the middle of its rows, and all rows have one."""
    groups: _Groups = {}
    starts: set[int] | None = None
    for column, labels in held.items():
        at = 0
        found: list[tuple[int, Label]] = []
        for label in labels:
            if at >= len(rows):
                return None
            middle = (label.top + label.bottom) / 2
            off = [abs((rows[at].top + row.bottom) / 2 - middle) for row in rows[at:]]
            best = min(off)
            end = off.index(best)
            others = [one for i, one in enumerate(off) if i != end]
            if best > _NEAR or min(others, default=best + 1) - best < _CLEAR:
                return None
            found.append((at, label))
            at += end + 1
        if labels and at != len(rows):
            return None
        own = {one for one, _ in found}
        if starts is not None and labels and not starts <= own:
            return None
        groups[column] = tuple(found)
        starts = own
    return groups


def _put(rows: Sequence[SpacedRow], groups: _Groups) -> list[SpacedRow]:
    result = list(rows)
    for column, found in groups.items():
        for at, label in found:
            result[at] = evolve(result[at], held={**result[at].held, column: label.pieces})
    return result


def _by_line(rows: Sequence[SpacedRow], labels: Sequence[Label]) -> list[SpacedRow]:
    """The labels on the rows that they stand beside, for want of better."""
    result = list(rows)
    tops = [row.top for row in rows]
    for label in labels:
        if not result:
            break
        at = max(0, bisect_right(tops, label.top) - 1)
        before = result[at].held.get(label.column, ())
        held = {**result[at].held, label.column: (*before, *label.pieces)}
        result[at] = evolve(result[at], held=held)
    return result


def _unsure(row: SpacedRow) -> SpacedRow:
    return row.doubted(Doubt(RowStatus.SUSPECTED, "T97"))


def _moved(row: SpacedRow) -> SpacedRow:
    return row.doubted(Doubt(RowStatus.MOVED, "T96"))
