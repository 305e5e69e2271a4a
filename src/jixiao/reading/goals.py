"""Goals in two columns side by side: 预期目标 and 实际完成情况, 实施期目标 and 年度目标."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.tables import Cell, Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.forms import Form

__all__ = ["GoalPart", "heads_goal", "heads_goals", "read_goals"]

_EXPECTED = re.compile(
    r"(?:年度|年初|全年|本年)?(?:绩效|总体)?(?:预期|年初设定|年初预期|设定|预定|预设|计划|年初)"
    r"(?:年度)?(?:绩效|总体)*目标"
)
_ACHIEVED = re.compile(
    r"(?:年度|全年|本年度?)?(?:总体|绩效|预期)*(?:目标)?(?:的)?(?:全年|年度|实际|总体)*"
    r"(?:完成|实现)(?:情况|结果|目标)(?:综述|说明|及效果)?"
)
_GOAL = re.compile(r"(?:项目|部门|单位|实施期)?(?:年度|总体|绩效|年度绩效|年度总体|总体绩效)+目标")
_YEARLY = re.compile(r"(?:项目|部门|单位)?(?:年度|本年度?|当年)(?:绩效|总体|工作)*目标")
_TERM = re.compile(r"(?:项目)?(?:中期|中长期|长期|实施期|三年|项目期|总体)(?:绩效|总体|工作)*目标")
_SIDE = re.compile(
    r"(?:\d{1,2}[.、])?(?:项目|部门|年度|总体|整体|绩效|基本)*(?:情况|目标)(?:完成情况)?"
)
_YEARS = re.compile(r"\((?:20\d{2}|[^()]{0,12}年)[^()]{0,16}\)$")
"""The years behind a label: 中期目标（2025年—2027年）."""
_PAIRS = (
    (_EXPECTED, _ACHIEVED),
    (_YEARLY, _ACHIEVED),
    (_TERM, _ACHIEVED),
    (_TERM, _YEARLY),
)
_DEFAULT = "年度总体目标"
_TORN = re.compile("[总体年度绩效目标]{1,3}")
"""What is left of a label beside the goals whose letters stand on lines of their own."""
_TEXT = 14
"""A text below its label is longer than one."""


@frozen
class GoalPart:
    """The fields of the goals, their cells, and the rows that are none of them."""

    fields: tuple[Field, ...]
    cells: tuple[Cell, ...]
    others: tuple[GridRow, ...]


@frozen
class _Head:
    """The two columns, what stands in each, and the labels beside them."""

    expected: GridCell
    achieved: GridCell
    sides: tuple[GridCell, ...]
    names: tuple[str, str]

    @property
    def labelled(self) -> bool:
        """Whether a label beside the columns, or the first of them, says whose goal it is."""
        return bool(self.sides) or _EXPECTED.fullmatch(_name(self.expected)) is None


def _name(cell: GridCell) -> str:
    name = key(cell.text).rstrip(":")
    return _YEARS.sub("", name).rstrip(":") if name.endswith(")") else name


def _columns(row: GridRow) -> tuple[GridCell, GridCell] | None:
    """The two cells that head the columns: what was to be and what is, or the term and the year."""
    if len(row.cells) < 2:  # noqa: PLR2004 - two columns
        return None
    expected, achieved = row.cells[-2:]
    names = _name(expected), _name(achieved)
    paired = all(names) and any(
        left.fullmatch(names[0]) and right.fullmatch(names[1]) for left, right in _PAIRS
    )
    return (expected, achieved) if paired else None


def _head(row: GridRow) -> _Head | None:
    found = None if row.plain else _columns(row)
    if found is None:
        return None
    expected, achieved = found
    sides = tuple(cell for cell in row.cells if cell not in found)
    if any(not _is_goal(cell) and _SIDE.fullmatch(key(cell.text)) is None for cell in sides):
        return None
    own = _name(expected)
    if _EXPECTED.fullmatch(own):
        goals = [cell for cell in sides if _is_goal(cell)]
        own = key(goals[-1].text).rstrip(":") if goals else _DEFAULT
    return _Head(expected, achieved, sides, (own, _name(achieved)))


def heads_goals(row: GridRow) -> bool:
    """Whether a row heads the two columns of goals, with or without a label beside them."""
    return _head(row) is not None


def heads_goal(row: GridRow) -> bool:
    """Whether a row is the label of one goal and nothing else but what is left of one beside it."""
    if row.plain or not row.cells or len(row.cells) > 2:  # noqa: PLR2004 - a label, one beside it
        return False
    *sides, goal = row.cells
    named = any(one.fullmatch(_name(goal)) for one in (_GOAL, _YEARLY, _TERM, _EXPECTED))
    return named and all(_TORN.fullmatch(key(side.text)) for side in sides)


def _below(row: GridRow, text: GridRow, form: Form) -> Field | None:
    """The goal whose text stands alone on the row below its label."""
    if not heads_goal(row) or text.plain or len(text.cells) != 1:
        return None
    cell = text.cells[0]
    if len(key(cell.text)) <= _TEXT or form.field_name(cell.text) is not None:
        return None
    return Field(_name(row.cells[-1]), cell.text.strip(), cell.origin)


def _is_goal(cell: GridCell) -> bool:
    return _GOAL.fullmatch(key(cell.text).rstrip(":")) is not None


def read_goals(rows: Sequence[GridRow], form: Form) -> GoalPart:
    """The goals whose two columns are headed, out of the rows of fields; the others as they are.

    The row below the heads holds the texts; so do the rows behind it that begin with no label.
    """
    fields: list[Field] = []
    cells: list[Cell] = []
    others: list[GridRow] = []
    at = 0
    while at < len(rows):
        head = _head(rows[at])
        end = at + 1
        if head is not None:
            end = _end(rows, at + 1, head, form)
        single = _below(rows[at], rows[at + 1], form) if at + 1 < len(rows) else None
        if single is not None and (head is None or end == at + 1):
            fields.append(single)
            cells += [Cell(cell.text, cell.origin, "label") for cell in rows[at].cells]
            told = rows[at + 1].cells[0]
            cells.append(Cell(told.text, told.origin, f"field:{single.name}"))
            at += 2
            continue
        if head is None or end == at + 1:
            others.append(rows[at])
            at += 1
            continue
        got = _texts(head, rows[at + 1 : end])
        fields += got.fields
        cells += [Cell(cell.text, cell.origin, "label") for cell in rows[at].cells]
        cells += got.cells
        at = end
    return GoalPart(tuple(fields), tuple(cells), tuple(others))


def _end(rows: Sequence[GridRow], start: int, head: _Head, form: Form) -> int:
    """Where the rows of texts end: at a label, at a row without a grid, or one of other columns."""
    end = start
    while end < len(rows) and _holds_texts(rows[end], head, form, first=end == start):
        end += 1
    return end


def _holds_texts(row: GridRow, head: _Head, form: Form, *, first: bool) -> bool:
    if row.plain or _head(row) is not None:
        return False
    texts = list(row.cells)
    if first and not head.labelled and len(texts) > 1 and _is_goal(texts[0]):
        texts = texts[1:]
    if len(texts) > 2 or form.field_name(texts[0].text) is not None:  # noqa: PLR2004 - two columns
        return False
    # Where the columns begin at the edge, nothing tells a text that goes on from another label.
    inside = head.expected.column > 0
    return first or (inside and all(cell.column >= head.expected.column for cell in texts))


def _texts(head: _Head, rows: Sequence[GridRow]) -> GoalPart:
    """The texts under both heads; a lone text goes by the column it stands in."""
    name, achieved = head.names
    columns: tuple[list[GridCell], list[GridCell]] = ([], [])
    cells: list[Cell] = []
    for row in rows:
        texts = list(row.cells)
        if not head.labelled and len(texts) > 1 and _is_goal(texts[0]):
            name = key(texts[0].text).rstrip(":")
            cells.append(Cell(texts[0].text, texts[0].origin, "label"))
            texts = texts[1:]
        for at, cell in enumerate(texts):
            behind = at == 1 if len(texts) > 1 else cell.column >= head.achieved.column
            columns[behind].append(cell)
    fields = []
    for called, column, place in (
        (name, columns[0], head.expected),
        (achieved, columns[1], head.achieved),
    ):
        origin = column[0].origin if column else place.origin
        fields.append(Field(called, "\n".join(cell.text.strip() for cell in column), origin))
        cells += [Cell(cell.text, cell.origin, f"field:{called}") for cell in column]
    return GoalPart(tuple(fields), tuple(cells), ())
