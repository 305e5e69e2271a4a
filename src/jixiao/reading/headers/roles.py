"""What printed columns are to a form once all of them are known: whose score, which reason."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from attrs import evolve

from jixiao.reading.grid import key
from jixiao.reading.labels import ROLE_HEADERS
from jixiao.reading.labels.so_far import so_far

if TYPE_CHECKING:
    from jixiao.reading.fitting import Layout
    from jixiao.reading.forms import Form
    from jixiao.tables import Column

__all__ = ["as_the_form_calls_them", "due_of", "own_score_first", "with_reason"]

_YEAR = 2023
"""A year of 365 days: what is reached by the end of February is reached on the 28th."""


def due_of(name: str) -> tuple[int, int] | None:
    """The last day of the months that a column is for."""
    reached = so_far(name)
    if reached is None or reached.month is None:
        return None
    return reached.month, calendar.monthrange(_YEAR, reached.month)[1]


def own_score_first(columns: list[Column]) -> tuple[list[Column], tuple[str, ...]]:
    """The columns with one of scores only, the unit's own; the others keep their names."""
    scores = [one.name for one in columns if one.role == "得分"]
    if len(scores) < 2:  # noqa: PLR2004 - one's own and another's
        return columns, ()
    own = next((name for name in scores if name.startswith("自")), None)
    own = own or next((name for name in scores if name in ROLE_HEADERS), scores[0])
    rest = [name for name in scores if name != own]
    return [evolve(one, role="") if one.name in rest else one for one in columns], (own, *rest)


def as_the_form_calls_them(
    columns: list[Column], layouts: list[Layout], form: Form
) -> tuple[list[Column], list[Layout]]:
    """The columns by the form's own names where form and header have one of a role each."""
    printed = {one.name for one in columns}
    names: dict[str, str] = {}
    for role in ("目标值", "实际值", "权重", "得分", "原因"):
        rules = [rule.name for rule in form.columns if rule.role == role]
        found = [one.name for one in columns if one.role == role]
        one_each = len(rules) == len(found) == 1 and rules[0] not in printed
        if one_each and due_of(key(rules[0])) == due_of(found[0]):
            names[found[0]] = rules[0]
    return (
        [evolve(one, name=names.get(one.name, one.name)) for one in columns],
        [evolve(one, name=names.get(one.name, one.name)) for one in layouts],
    )


def with_reason(columns: list[Column]) -> list[Column]:
    """The columns, with 备注 as the reason where points are given and nothing else asks for one."""
    roles = {one.role for one in columns}
    if "得分" not in roles or "原因" in roles:
        return columns
    return [evolve(one, role="原因") if one.name == "备注" else one for one in columns]
