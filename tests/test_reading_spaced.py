"""Tables torn out of a page, their cells parted by spaces: read where certain, else said."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import jixiao
from jixiao.tables import RowStatus
from self_evaluation_grids import FILES, Filled, FilledRow
from spaced_tables import Shape, as_cells, as_columns, as_lines, as_one_line, as_runs
from table_strategies import self_evaluation_forms
from test_reading_damage import cells_of, characters
from test_reading_other_damage import rows_of, said
from test_reading_published_self_evaluations import DOCUMENTS, document_of
from test_reading_self_evaluation_damage import sums_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.tables import Document, Table

    RunDamage = Callable[[list[list[str]], int, int], list[list[str]]]

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


TWO_LEVELS = tuple(
    FilledRow("效益指标", level2, f"{name}地区受益村庄数量", "≥10个", "12个", "5", "5")
    for level2, names in (
        ("经济效益指标", "甲"),
        ("社会效益指标", "乙"),
        ("生态效益指标", "丙丁戊己庚辛壬癸"),
    )
    for name in names
)


@pytest.mark.parametrize("page_after", [1, 2])
def test_a_label_before_the_end_of_a_page_and_one_behind_it_stay_two(page_after: int) -> None:
    table = Filled("某巡查", 2023, TWO_LEVELS)
    shape = Shape((4, 5, 6, 8, 8, 5, 5, 8), page_after=page_after)

    torn = hold(table, as_columns(table, shape))

    levels = {row.level3: row.level2 for one in torn.tables for row in one.indicators}
    assert levels == {row.level3: row.level2 for row in TWO_LEVELS}


@given(self_evaluation_forms(), SHAPES, st.booleans())
@settings(max_examples=20, deadline=None)
def test_cell_after_cell(table: Filled, shape: Shape, blank: bool) -> None:  # noqa: FBT001
    hold(table, as_runs(table, shape, blank=blank))


def line_dropped(lines: list[list[str]], at: int, cell: int) -> list[list[str]]:  # noqa: ARG001
    return [*lines[:at], *lines[at + 1 :]]


def lines_joined(lines: list[list[str]], at: int, cell: int) -> list[list[str]]:  # noqa: ARG001
    return [*lines[:at], [word for one in lines[at : at + 2] for word in one], *lines[at + 2 :]]


def cell_lost(lines: list[list[str]], at: int, cell: int) -> list[list[str]]:
    words = lines[at]
    place = cell % len(words)
    return [*lines[:at], [*words[:place], *words[place + 1 :]], *lines[at + 1 :]]


RUN_DAMAGES = (line_dropped, lines_joined, cell_lost)


def kept(table: Table, *statuses: RowStatus) -> Counter[tuple[str | None, ...]]:
    """The rows without their reasons: that a reason was lost nobody can tell."""
    return Counter(
        (*row.key, *(value.text for _, value in row.values), str(row.weight))
        for row in table.indicators
        if not statuses or row.status in statuses
    )


def never_wrong(table: Filled, text: str, damage: RunDamage, at: int, cell: int) -> None:
    """A row of a page damaged below its header that no doubt stands against is a clean one."""
    clean = read(FILES["t.txt"](table).decode())
    lines = [line.split() for line in text.splitlines() if line]
    label = table.rows[0].level1[:2]
    head = next(place for place, words in enumerate(lines) if words[0].startswith(label))
    body = [*lines[:head], *damage(lines[head:], at % (len(lines) - head), cell)]
    torn = read("".join(" ".join(words) + "\n" for words in body))
    was = kept(clean.tables[0])
    for one in torn.tables:
        assert kept(one, RowStatus.EXACT, RowStatus.MOVED) <= was, body


@pytest.mark.parametrize("damage", RUN_DAMAGES)
@given(self_evaluation_forms(), SHAPES, st.integers(0, 200), st.integers(0, 7))
@settings(max_examples=25, deadline=None)
def test_damage_to_cell_after_cell(
    damage: RunDamage, table: Filled, shape: Shape, at: int, cell: int
) -> None:
    text = as_runs(table, shape)
    assume(any(row.status is RowStatus.SUSPECTED for row in read(text).tables[0].indicators))
    never_wrong(table, text, damage, at, cell)


@pytest.mark.parametrize("damage", RUN_DAMAGES)
def test_damage_to_published_tables(damage: RunDamage) -> None:
    for place in DOCUMENTS:
        table = document_of(*place)
        if "中江县" not in table.name:
            continue
        text = as_runs(table, Shape())
        for at in range(len(text.splitlines()) - 5):
            for cell in range(3 if damage is cell_lost else 1):
                never_wrong(table, text, damage, at, cell)


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
