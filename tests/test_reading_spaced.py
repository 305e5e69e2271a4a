"""Tables torn out of a page, their cells parted by spaces: read where certain, else said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jixiao
from jixiao.tables import RowStatus
from self_evaluation_grids import FILES, Filled
from spaced_tables import Shape, as_columns, as_lines, as_runs
from table_strategies import self_evaluation_forms
from test_reading_damage import cells_of, characters
from test_reading_other_damage import rows_of, said
from test_reading_published_self_evaluations import DOCUMENTS, document_of
from test_reading_self_evaluation_damage import sums_of

if TYPE_CHECKING:
    from jixiao.tables import Document

GAPS = st.sampled_from((" ", "  ", "    "))
SHAPES = st.builds(
    Shape,
    widths=st.sampled_from(((4, 6, 7, 8, 8, 5, 5, 8), (4, 4, 5, 6, 6, 4, 4, 6))),
    gap=st.integers(2, 4),
    page_after=st.integers(0, 3),
)


def read(text: str) -> Document:
    return jixiao.read(text.encode(), file="s.txt")


def hold(table: Filled, text: str) -> Document:
    """Nothing is lost; what no doubt stands against is right, and what differs is said."""
    clean, torn = read(FILES["t.txt"](table).decode()), read(text)
    assert cells_of(torn) == characters(text)
    was, sums = rows_of(clean.tables[0]), sums_of(clean.tables[0])
    for one in torn.tables:
        assert rows_of(one, RowStatus.EXACT, RowStatus.MOVED) <= was
        assert sums_of(one) <= sums or said(torn)
    if not said(torn):
        assert rows_of(torn.tables[0]) == was
        assert sums_of(torn.tables[0]) == sums
    return torn


@given(self_evaluation_forms(), GAPS)
@settings(max_examples=20, deadline=None)
def test_a_row_a_line(table: Filled, gap: str) -> None:
    torn = hold(table, as_lines(table, gap))
    if table.money and all(all(one.figures) for one in table.money):
        clean = read(FILES["t.txt"](table).decode())
        assert money_of(torn) == money_of(clean)


@given(self_evaluation_forms(), SHAPES, st.booleans())
@settings(max_examples=20, deadline=None)
def test_line_by_line_over_all_columns(table: Filled, shape: Shape, spaced: bool) -> None:  # noqa: FBT001
    hold(table, as_columns(table, shape, spaced=spaced))


@given(self_evaluation_forms(), SHAPES, st.booleans())
@settings(max_examples=20, deadline=None)
def test_cell_after_cell(table: Filled, shape: Shape, blank: bool) -> None:  # noqa: FBT001
    hold(table, as_runs(table, shape, blank=blank))


def money_of(document: Document) -> list[tuple[str, list[str]]]:
    return [
        (line.source, [str(amount) for _, amount in line.amounts])
        for table in document.tables
        for line in table.funding
    ]


@pytest.mark.parametrize("place", DOCUMENTS, ids=lambda place: f"{place[0]}-{place[1]}")
def test_published_tables_as_a_page_shows_them(place: tuple[str, int, str]) -> None:
    table = document_of(*place)
    for text in (
        as_lines(table),
        as_columns(table, Shape()),
        as_columns(table, Shape(), spaced=False),
        as_runs(table, Shape()),
        as_runs(table, Shape(), blank=True),
    ):
        document = hold(table, text)
        (one,) = document.tables
        assert (one.stage, one.grade, one.year) == ("自评", "优", table.year)
        assert sums_of(one) or not table.total
