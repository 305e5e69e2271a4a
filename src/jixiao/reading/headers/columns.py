"""The columns that the header of an indicator part names, and what they are to the form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, evolve, field, frozen

from jixiao.reading.fitting import LEVEL_NEEDS, ROLE_NEEDS, Layout, Need
from jixiao.reading.grid import GridCell, GridRow, key
from jixiao.reading.headers.roles import (
    as_the_form_calls_them,
    due_of,
    own_score_first,
    with_reason,
)
from jixiao.reading.headers.storeys import full_name, groups_of, unfolded
from jixiao.reading.labels import (
    DESCRIBING,
    LEVEL_HEADERS,
    LIKELIHOODS,
    PLAIN_HEADERS,
    SAME_HEADERS,
    role_of_header,
)
from jixiao.tables import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.reading.forms import Form

__all__ = ["Choice", "Header", "default_header", "read_header"]


_THIRD = 3
_LIKELIHOOD = "完成目标可能性"
_SECOND_SCORE = re.compile(r".{1,12}(?:得分|评分|核分|评价分|审分|查分|定分|打分)")
"""The score of somebody else beside one's own: 复核得分, 财政评分, 抽查得分."""


@frozen
class Choice:
    """A column in which one of several words is ticked: 确定能 under 完成目标可能性."""

    layout: str
    column: str
    word: str


@frozen
class Header:
    """The columns of the indicator part in the order printed, and what they are to the form.

    `side` are the cells beside the header that are no column (绩效目标 in the first column);
    `missing` are the target columns of the form that are not printed, `unknown` printed columns
    that neither the form nor the field knows.
    """

    layouts: tuple[Layout, ...]
    columns: tuple[Column, ...]
    cells: tuple[GridCell, ...] = ()
    side: tuple[GridCell, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    printed: bool = True
    level_weights: tuple[tuple[Need, str], ...] = ()
    """The columns behind 一级 and 二级 that hold the weight of the level and not of the row."""
    choices: tuple[Choice, ...] = ()
    scores: tuple[str, ...] = ()
    """The columns of scores where there are several: the unit's own first."""


def _column(form: Form, name: str, cell: GridCell) -> tuple[Layout, Column] | None:
    for rule in form.columns:
        if {name, SAME_HEADERS.get(name)} & {key(one) for one in (rule.name, *rule.aliases)}:
            role = rule.role or role_of_header(name) or ""
            need = ROLE_NEEDS.get(role, Need.TEXT)
            layout = Layout(need, rule.name, cell.column)
            return layout, Column(rule.name, role, rule.due, cell.origin)
    known = "" if name in PLAIN_HEADERS or name in DESCRIBING else role_of_header(name)
    known = "描述" if name in DESCRIBING else known
    if known is None and _SECOND_SCORE.fullmatch(name):
        return Layout(Need.NUMBER, name, cell.column), Column(name, "得分", origin=cell.origin)
    if known is None:
        return None
    return Layout(ROLE_NEEDS.get(known, Need.TEXT), name, cell.column), Column(
        name, known, due_of(name), cell.origin
    )


@define
class _Gathered:
    """The columns of a header while they are gathered."""

    form: Form
    layouts: list[Layout] = field(factory=list)
    columns: list[Column] = field(factory=list)
    side: list[GridCell] = field(factory=list)
    unknown: list[str] = field(factory=list)
    level_weights: list[tuple[Need, str]] = field(factory=list)
    choices: list[Choice] = field(factory=list)

    def take(self, name: str, cell: GridCell, below: Need | None) -> None:
        """A column; `below` is the level whose weight it holds where it stands among levels."""
        found = _column(self.form, name, cell)
        if found is None:
            self.unknown.append(name)
            found = Layout(Need.TEXT, name, cell.column), Column(name, "", origin=cell.origin)
        layout, column = found
        if any(column.name == one.name for one in self.columns):
            name = f"{column.name}（{cell.column + 1}）"
            layout, column = evolve(layout, name=name), evolve(column, name=name)
        if column.role == "权重" and below is not None:
            self.level_weights.append((below, column.name))
            column = evolve(column, role="")
        self.layouts.append(layout)
        self.columns.append(column)

    def choice(self, name: str, cell: GridCell) -> None:
        """A word to be ticked, in a column of its own."""
        rules = (one.name for one in self.form.columns)
        whole = next((one for one in rules if key(one) == _LIKELIHOOD), _LIKELIHOOD)
        if all(one.name != whole for one in self.columns):
            self.columns.append(Column(whole, "", origin=cell.origin))
        self.layouts.append(Layout(Need.TEXT, name, cell.column))
        self.choices.append(Choice(name, whole, name))


def read_header(rows: Sequence[GridRow], form: Form) -> Header:
    """The columns that the one or two lines of a header name."""
    rows = unfolded(rows)
    cells = sorted((cell for row in rows for cell in row.cells), key=lambda one: one.column)
    groups = groups_of(rows)
    levels = _levels(cells)
    first = min((one.column for one in levels), default=0)
    last = max((one.column for one in levels), default=0)
    got = _Gathered(form)
    need = Need.LEVEL3
    for cell in cells:
        name = full_name(cell, groups, form)
        if any(cell in group for group in groups):
            continue
        if cell in levels:
            need = LEVEL_NEEDS[LEVEL_HEADERS[name] - 1]
            got.layouts.append(Layout(need, name, cell.column))
        elif cell.column < first:
            got.side.append(cell)
        elif name in LIKELIHOODS:
            got.choice(name, cell)
        else:
            got.take(name, cell, need if cell.column < last else None)
    columns, scores = own_score_first(with_reason(got.columns))
    columns, layouts = as_the_form_calls_them(columns, got.layouts, form)
    if scores:
        scores = (next(one.name for one in columns if one.role == "得分"), *scores[1:])
    named = {one.name for one in columns}
    missing = [
        rule.name for rule in form.columns if rule.role == "目标值" and rule.name not in named
    ]
    return Header(
        layouts=_with_name(layouts),
        columns=tuple(columns),
        cells=tuple(cells),
        side=tuple(got.side),
        missing=tuple(missing) if form.known else (),
        unknown=tuple(got.unknown),
        level_weights=tuple(got.level_weights),
        choices=tuple(got.choices),
        scores=scores,
    )


def _levels(cells: Sequence[GridCell]) -> tuple[GridCell, ...]:
    """The cells that head the levels; 指标内容 beside 三级指标 says what the indicator is about."""
    named = [cell for cell in cells if key(cell.text) in LEVEL_HEADERS]
    third = [cell for cell in named if LEVEL_HEADERS[key(cell.text)] == _THIRD]
    plain = [cell for cell in third if key(cell.text) not in DESCRIBING]
    return tuple(cell for cell in named if cell not in third or cell in plain or not plain)


def _with_name(layouts: Sequence[Layout]) -> tuple[Layout, ...]:
    """The columns with one for the 三级 where the header lost it: between 二级 and the values."""
    needs = [one.need for one in layouts]
    if Need.LEVEL3 in needs:
        return tuple(layouts)
    at = max((index for index, need in enumerate(needs) if need in LEVEL_NEEDS[:2]), default=-1)
    column = layouts[at].column + 1 if at >= 0 else 0
    return (*layouts[: at + 1], Layout(Need.LEVEL3, "三级指标", column), *layouts[at + 1 :])


def default_header(form: Form) -> Header:
    """The columns of the form in its own order, for a table whose header is not printed."""
    layouts = [
        Layout(need, name, index)
        for index, (need, name) in enumerate(
            zip(LEVEL_NEEDS, ("一级指标", "二级指标", "三级指标"), strict=True)
        )
    ]
    columns: list[Column] = []
    for rule in form.columns:
        role = rule.role or role_of_header(key(rule.name)) or ""
        layouts.append(Layout(ROLE_NEEDS.get(role, Need.TEXT), rule.name, len(layouts)))
        columns.append(Column(rule.name, role, rule.due))
    if not columns:
        layouts.append(Layout(Need.VALUE, "指标值", len(layouts)))
        columns.append(Column("指标值", "目标值"))
    return Header(tuple(layouts), tuple(columns), printed=False)
