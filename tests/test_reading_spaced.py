"""Tables torn out of a page, their cells parted by spaces: read where certain, else said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jixiao
from jixiao.tables import RowStatus
from self_evaluation_grids import FILES, Filled
from spaced_tables import Shape, as_cells, as_columns, as_lines, as_one_line, as_runs
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


@given(self_evaluation_forms(), GAPS)
@settings(max_examples=20, deadline=None)
def test_a_page_on_one_line(table: Filled, gap: str) -> None:
    hold(table, as_one_line(table, gap))


@given(self_evaluation_forms(), st.booleans())
@settings(max_examples=20, deadline=None)
def test_a_cell_a_line(table: Filled, blank: bool) -> None:  # noqa: FBT001
    hold(table, as_cells(table, blank=blank))


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


MONITORED = """项目支出绩效目标监控表
（2023年度）
项目名称 甲项目
一级指标 二级指标 三级指标 年度指标值 1-7月执行情况 全年预计完成情况 偏差原因分析
产出指标 数量指标 培训场次 ≥10场 6场 10场
产出指标 质量指标 培训合格率 ≥95% 96% 96% 按计划
效益指标 社会效益指标 受益人数 ≥300人 200人 310人
"""


@pytest.mark.parametrize("months", ["1-7月执行情况", "1-6月执行情况", "1-9月执行情况"])
@pytest.mark.parametrize("expected", ["全年预计完成情况", "全年预计完成值"])
def test_what_is_expected_by_the_end_of_the_year(months: str, expected: str) -> None:
    text = MONITORED.replace("1-7月执行情况", months).replace("全年预计完成情况", expected)
    (table,) = read(text).tables
    (tabbed,) = read(text.replace(" ", "\t")).tables
    assert (table.stage, len(table.indicators)) == ("监控", 3)
    assert [dict(row.texts)["全年预计完成情况"] for row in table.indicators] == [
        "10场",
        "96%",
        "310人",
    ]
    assert {row.status for row in table.indicators} == {RowStatus.EXACT}
    assert [(row.level3, row.values, row.texts) for row in table.indicators] == [
        (row.level3, row.values, row.texts) for row in tabbed.indicators
    ]
