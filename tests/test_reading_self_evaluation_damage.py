"""Damaged self-evaluations with their sums, goals and grades: undone or said, never silent."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import jixiao
from clean_tables import DAMAGES, CleanTable
from jixiao.tables import Document, RowStatus, Table
from self_evaluation_grids import clean_table
from table_strategies import self_evaluation_forms
from test_reading_damage import cells_of, characters
from test_reading_other_damage import ROW_DAMAGES as OTHERS
from test_reading_other_damage import rows_of, said

if TYPE_CHECKING:
    from collections.abc import Callable

    Damage = Callable[[CleanTable, st.DrawFn], CleanTable]

ROW_DAMAGES = (*OTHERS, *(one for one in DAMAGES if one.__name__ == "spaced_labels"))


def _pick(table: CleanTable, draw: st.DrawFn, *kinds: str) -> int:
    found = table.at(*kinds)
    assume(found)
    return draw(st.sampled_from(found))


def sum_right(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """A sum stands one column to the right."""
    at = _pick(table, draw, "sum", "part")
    return table.put(at, "", *table.rows[at].cells)


def sum_left(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """The empty cells before the figures of a sum are one too few."""
    at = _pick(table, draw, "sum", "part")
    cells = table.rows[at].cells
    assume(all(cells[5:7]))  # a lone figure below another header says nothing of the damage
    return table.put(at, *cells[:2], *cells[3:])


def sum_closed_up(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """The covered cells of a sum are not printed at all."""
    at = _pick(table, draw, "sum", "part")
    return table.put(at, *(cell for cell in table.rows[at].cells if cell))


def sum_repeated(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """The covered cells of a sum repeat its name."""
    at = _pick(table, draw, "sum")
    cells = table.rows[at].cells
    return table.put(at, *[cells[0]] * 5, *cells[5:])


def sum_name_spaced(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """White space inside the name of a sum."""
    at = _pick(table, draw, "sum")
    cells = table.rows[at].cells
    return table.put(at, f" {cells[0][0]}　{cells[0][1:]}：", *cells[1:])


def sum_early(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """The whole sum stands above the header of the indicators."""
    at = _pick(table, draw, "sum")
    rows = [row for one, row in enumerate(table.rows) if one != at]
    head = next(one for one, row in enumerate(rows) if row.kind == "header")
    return CleanTable((*rows[:head], table.rows[at], *rows[head:]), width=table.width)


def goal_right(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """The texts of the goals stand one column to the right."""
    _pick(table, draw, "goal")
    at = table.at("goal")[1]
    return table.put(at, "", *table.rows[at].cells)


def goal_closed_up(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """The covered cells of the goals are not printed."""
    _pick(table, draw, "goal")
    at = table.at("goal")[1]
    return table.put(at, "", *(cell for cell in table.rows[at].cells if cell))


def money_right(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """A line of money stands one column to the right."""
    _pick(table, draw, "funding")
    at = draw(st.sampled_from(table.at("funding")[1:]))
    return table.put(at, "", *table.rows[at].cells)


def grade_right(table: CleanTable, draw: st.DrawFn) -> CleanTable:
    """The row of the grade stands one column to the right."""
    at = _pick(table, draw, "grade")
    return table.put(at, "", *table.rows[at].cells)


SUM_DAMAGES: tuple[Damage, ...] = (
    sum_right,
    sum_left,
    sum_closed_up,
    sum_repeated,
    sum_name_spaced,
    sum_early,
    goal_right,
    goal_closed_up,
    money_right,
    grade_right,
)


def read(text: str) -> Document:
    return jixiao.read(text.encode(), file="o.txt")


def sums_of(table: Table) -> Counter[tuple[str, ...]]:
    return Counter(
        (one.name.rstrip(":"), str(one.level1), str(one.weight), str(one.points))
        for one in table.totals
    )


def told(document: Document) -> object:
    """What a document says, without places and the white space of labels."""
    return [
        (
            rows_of(table),
            sums_of(table),
            table.grade,
            sorted((field.name, "".join(field.text.split())) for field in table.fields),
            [(one.source, [str(amount) for _, amount in one.amounts]) for one in table.funding],
        )
        for table in document.tables
    ]


def hold(clean: Document, torn: Document, text: str) -> None:
    """Nothing is lost, no exact row and no sum is wrong in silence, and what differs is said."""
    assert cells_of(torn) == characters(text)
    was, sums = rows_of(clean.tables[0]), sums_of(clean.tables[0])
    for table in torn.tables:
        assert rows_of(table, RowStatus.EXACT) <= was
        assert sums_of(table) <= sums or said(torn)
    assert said(torn) or told(clean) == told(torn)


@pytest.mark.parametrize("damage", [*ROW_DAMAGES, *SUM_DAMAGES], ids=lambda one: one.__name__)
@given(st.data())
@settings(max_examples=25, deadline=None)
def test_damage_is_undone_or_said(damage: Damage, data: st.DataObject) -> None:
    table = clean_table(data.draw(self_evaluation_forms()))
    torn = data.draw(st.composite(lambda draw: damage(table, draw))())
    hold(read(table.text), read(torn.text), torn.text)
