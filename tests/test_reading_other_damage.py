"""Damaged self-evaluations, tables of departments and cells a line: undone or said."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clean_tables import DAMAGES, CleanTable, clean_tables
from forms import NANTONG, NATIONAL
from jixiao.reading import read_document
from jixiao.tables import Document, RowStatus, Table
from other_tables import (
    STACKED_DAMAGES,
    TASK_DAMAGES,
    departments,
    self_evaluations,
    stacked_text,
)
from test_reading_damage import cells_of, characters

if TYPE_CHECKING:
    from collections.abc import Callable

    Damage = Callable[[CleanTable, st.DrawFn], CleanTable]

RULESETS = (NANTONG, NATIONAL)
ROW_DAMAGES = tuple(
    one
    for one in DAMAGES
    if one.__name__
    in {
        "label_right",
        "label_left",
        "name_first",
        "name_second",
        "name_lost",
        "header_split",
        "stray_tab",
        "title_marked",
    }
)


def read(text: str) -> Document:
    return read_document(text.encode(), file="o.txt", rulesets=RULESETS)


def rows_of(table: Table, *statuses: RowStatus) -> Counter[tuple[str, ...]]:
    return Counter(
        (
            *row.key,
            *("".join(value.text.split()) for _, value in row.values),
            *(f"{name}={''.join(text.split())}" for name, text in row.texts),
            str(row.weight),
        )
        for row in table.indicators
        if not statuses or row.status in statuses
    )


def said(document: Document) -> set[str]:
    return {one.code for one in document.findings} - {"T05"}


def hold(clean: Document, torn: Document, text: str) -> None:
    """Nothing is lost, no exact row is wrong, and what differs is said."""
    assert cells_of(torn) == characters(text)
    was = rows_of(clean.tables[0])
    for table in torn.tables:
        assert rows_of(table, RowStatus.EXACT) <= was
    assert said(torn) or _told(clean) == _told(torn)


def _told(document: Document) -> object:
    """What a document says, without places and without the white space of wrapping."""
    return [
        (
            rows_of(table),
            [
                (one.name, "".join(one.content.split()), [str(amount) for _, amount in one.amounts])
                for one in table.tasks
            ],
            [(one.source, [str(amount) for _, amount in one.amounts]) for one in table.funding],
        )
        for table in document.tables
    ]


@pytest.mark.parametrize("tables", [self_evaluations, departments], ids=["自评", "整体"])
@given(st.data())
@settings(max_examples=25, deadline=None)
def test_clean_tables_of_other_kinds_are_read_exactly(
    tables: Callable[[], st.SearchStrategy[CleanTable]], data: st.DataObject
) -> None:
    table = data.draw(tables())
    document = read(table.text)
    (one,) = document.tables
    assert {row.status for row in one.indicators} == {RowStatus.EXACT}
    assert len(one.indicators) == len(table.at("row"))
    assert len(one.tasks) == len(table.at("task"))
    assert {task.status for task in one.tasks} <= {RowStatus.EXACT}
    assert document.leftovers == ()
    assert cells_of(document) == characters(table.text)
    assert said(document) == set()


@pytest.mark.parametrize("damage", ROW_DAMAGES, ids=lambda one: one.__name__)
@pytest.mark.parametrize("tables", [self_evaluations, departments], ids=["自评", "整体"])
@given(st.data())
@settings(max_examples=15, deadline=None)
def test_damage_to_other_kinds_is_undone_or_said(
    tables: Callable[[], st.SearchStrategy[CleanTable]], damage: Damage, data: st.DataObject
) -> None:
    table = data.draw(tables())
    torn = data.draw(st.composite(lambda draw: damage(table, draw))())
    hold(read(table.text), read(torn.text), torn.text)


@pytest.mark.parametrize("damage", TASK_DAMAGES, ids=lambda one: one.__name__)
@given(st.data())
@settings(max_examples=25, deadline=None)
def test_damage_to_tasks_is_undone_or_said(damage: Damage, data: st.DataObject) -> None:
    table = data.draw(departments())
    torn = data.draw(st.composite(lambda draw: damage(table, draw))())
    clean, now = read(table.text), read(torn.text)
    hold(clean, now, torn.text)
    for task in now.tables[0].tasks:
        if task.status is RowStatus.EXACT:
            assert (task.name, task.content, task.amounts) in {
                (one.name, one.content, one.amounts) for one in clean.tables[0].tasks
            } or said(now)


@pytest.mark.parametrize("damage", STACKED_DAMAGES, ids=lambda one: one.__name__)
@pytest.mark.parametrize(
    "tables", [clean_tables, self_evaluations, departments], ids=["目标", "自评", "整体"]
)
@given(st.data())
@settings(max_examples=12, deadline=None)
def test_damage_to_cells_a_line_is_undone_or_said(
    tables: Callable[[], st.SearchStrategy[CleanTable]],
    damage: Callable[[str, st.DrawFn], str],
    data: st.DataObject,
) -> None:
    text = stacked_text(data.draw(tables()))
    torn = data.draw(st.composite(lambda draw: damage(text, draw))())
    hold(read(text), read(torn), torn)
