"""Tables whose cells are parted by pipes: read in place, or said; never silently otherwise."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, assume, given, settings

import jixiao
from jixiao.tables import RowStatus
from piped_tables import LAYOUTS
from self_evaluation_grids import FILES, Filled, FilledRow, Money, holds
from table_strategies import self_evaluation_forms
from test_reading_damage import cells_of
from test_reading_other_damage import rows_of, said
from test_reading_published_self_evaluations import DOCUMENTS, document_of
from test_reading_self_evaluation_damage import sums_of, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jixiao.tables import Document

WHOLE = tuple(name for name in LAYOUTS if name != "filled-up")
"""Layouts that print each cell in a place by which it is known."""


def read(text: str) -> Document:
    return jixiao.read(text.encode(), file="p.txt")


def shown(text: str) -> Counter[str]:
    """The letters of a text without what parts its cells."""
    lines = (line for line in text.split("\n") if not re.fullmatch(r"[-|\s┌┬┐├┼┤└┴┘─]+", line))
    return Counter(re.sub(r"[\s|｜│]", "", "".join(lines).replace("---", "")))


def hold(table: Filled, text: str) -> Document:
    """Nothing is lost, no row without a doubt is wrong, and what differs is said."""
    clean, torn = read(FILES["t.txt"](table).decode()), read(text)
    assert cells_of(torn) == shown(text)
    was, sums = rows_of(clean.tables[0]), sums_of(clean.tables[0])
    for one in torn.tables:
        assert rows_of(one, RowStatus.EXACT, RowStatus.MOVED) <= was
        assert sums_of(one) <= sums or said(torn)
    assert said(torn) or told(clean) == told(torn)
    return torn


@pytest.mark.parametrize("place", DOCUMENTS, ids=lambda place: f"{place[0]}-{place[1]}")
@pytest.mark.parametrize("layout", WHOLE)
def test_a_published_table_in_every_layout(place: tuple[str, int, str], layout: str) -> None:
    table = document_of(*place)
    holds(table, LAYOUTS[layout](table).encode(), "t.txt")


@pytest.mark.parametrize("place", DOCUMENTS, ids=lambda place: f"{place[0]}-{place[1]}")
def test_a_published_table_without_its_blank_cells(place: tuple[str, int, str]) -> None:
    table = document_of(*place)
    (one,) = hold(table, LAYOUTS["filled-up"](table)).tables
    assert (one.name, one.year, one.stage, one.grade) == (table.name, table.year, "自评", "优")


@pytest.mark.parametrize("layout", LAYOUTS)
@given(self_evaluation_forms())
@settings(max_examples=15, deadline=None, phases=(Phase.reuse, Phase.generate))
def test_any_self_evaluation_in_every_layout(layout: str, table: Filled) -> None:
    assume(layout != "markdown-repeated" or not (table.parts and table.weights))
    hold(table, LAYOUTS[layout](table))


# ── damages ───────────────────────────────────────────────────────────────────

TABLE = Filled(
    "培训",
    2022,
    (
        FilledRow("产出指标", "数量指标", "培训场次", "≥10场", "12场", "5", "5"),
        FilledRow("产出指标", "数量指标", "培训人数", "≥10人", "12人", "10", "9", "少一人"),
        FilledRow("产出指标", "质量指标", "合格率", "≥95%", "98%", "5", "4"),
        FilledRow("效益指标", "社会效益指标", "短信发送", "较好", "较好", "20", "20"),
        FilledRow("满意度指标", "服务对象满意度指标", "群众满意", "≥90%", "92%", "10", "10"),
    ),
    money=(
        Money("年度资金总额", ("30", "40", "40", "10", "100%", "10")),
        Money("其他资金", ("", "", "", "—", "", "—")),
    ),
    goals=("做好", "完成"),
    total=("100", "98"),
    grade="优",
)


def page_between(lines: list[str]) -> Iterator[list[str]]:
    """The number of a page, or what a page prints around a text, between two lines."""
    for at in range(1, len(lines) + 1):
        for text in ("— 3 —", "打印本页"):
            yield [*lines[:at], text, *lines[at:]]


def pipe_lost(lines: list[str]) -> Iterator[list[str]]:
    """A pipe between two cells is gone."""
    for at, line in enumerate(lines):
        for match in re.finditer(r"[|]", line):
            torn = f"{line[: match.start()]} {line[match.end() :]}"
            yield [*lines[:at], torn, *lines[at + 1 :]]


def pipe_added(lines: list[str]) -> Iterator[list[str]]:
    """A pipe is printed twice."""
    for at, line in enumerate(lines):
        for match in re.finditer(r"[|]", line):
            torn = f"{line[: match.start()]}| {line[match.start() :]}"
            yield [*lines[:at], torn, *lines[at + 1 :]]


def lines_merged(lines: list[str]) -> Iterator[list[str]]:
    """The end of a line is gone."""
    for at in range(len(lines) - 1):
        if not lines[at + 1].startswith("|-"):
            yield [*lines[:at], f"{lines[at]} {lines[at + 1]}", *lines[at + 2 :]]


def line_dropped(lines: list[str]) -> Iterator[list[str]]:
    """A line of a figure or a blank cell is gone."""
    for at, line in enumerate(lines):
        if re.fullmatch(r"[\d.]*%? ?\|", line):
            yield [*lines[:at], *lines[at + 1 :]]


@pytest.mark.parametrize(
    ("damage", "layout"),
    [
        (page_between, "markdown"),
        (page_between, "a-cell-a-line"),
        (page_between, "filled-up"),
        (pipe_lost, "markdown"),
        (pipe_lost, "markdown-repeated"),
        (pipe_lost, "filled-up"),
        (pipe_lost, "a-cell-a-line"),
        (pipe_added, "markdown"),
        (pipe_added, "filled-up"),
        (lines_merged, "markdown"),
        (lines_merged, "filled-up"),
        (lines_merged, "a-cell-a-line"),
        (line_dropped, "a-cell-a-line"),
    ],
    ids=lambda one: one if isinstance(one, str) else one.__name__,
)
def test_damage_is_undone_or_said(
    damage: Callable[[list[str]], Iterator[list[str]]], layout: str
) -> None:
    clean = read(FILES["t.txt"](TABLE).decode())
    lines = LAYOUTS[layout](TABLE).removesuffix("\n").split("\n")
    for torn_lines in damage(lines):
        text = "\n".join(torn_lines)
        torn = read(text)
        assert cells_of(torn) == shown(text)
        for one in torn.tables:
            assert rows_of(one, RowStatus.EXACT) <= rows_of(clean.tables[0]), text
        assert said(torn) or torn.leftovers or told(clean) == told(torn), text


@pytest.mark.parametrize("text", ["|" * 100_000, "| " * 50_000, "|\n" * 50_000])
def test_pipes_without_end_are_no_table(text: str) -> None:
    document = read(text)
    assert not document.tables
    assert {one.code for one in document.findings} <= {"T03", "L05"}


# ── layouts met on pages ──────────────────────────────────────────────────────

CELLS = """甲县某中学2022年度绩效自评 |
项目支出绩效自评表(2022年度) |
项目名称 |
营养改善资金 |
主管部门 |
甲县教育局 |
|
预算执行情况(10分) |
年度预算数(万元) |
年初预算 |
调整后预算数 |
预算执行数 |
预算执行率 |
权重 |
得分 |
原因 |
总额 |
30.00 |
40.00 |
40.00 |
100.00% |
10 |
|
无 |
其中:财政资金 |
30.00 |
40.00 |
40.00 |
100.00% |
/ |
/ |
绩效指标(90分) |
一级指标 |
二级指标 |
三级指标 |
指标性质 |
指标值 |
度量单位 |
完成值 |
权重 |
得分 |
未完成原因分析 |
产出指标 |
数量指标 |
受助学生人数 |
≧ |
735 |
人次 |
|
60 |
|
|
受助教师人数 |
= |
20 |
人 |
19 |
5 |
4 |
调离
一人 |
效益指标 |
社会效益
指标 |
政策知晓率 |
= |
100 |
% |
|
30 |
|
|
合计 |
100 |
|
|
评价结论 |
总体良好 |
"""


def test_a_cell_a_line_with_signs_and_units_of_their_own() -> None:
    document = read(CELLS)
    (table,) = document.tables
    assert (table.name, table.year, table.stage) == ("营养改善资金", 2022, "自评")
    assert [(*row.key, row.status.value) for row in table.indicators] == [
        ("产出指标", "数量指标", "受助学生人数", "exact"),
        ("产出指标", "数量指标", "受助教师人数", "suspected"),
        ("效益指标", "社会效益指标", "政策知晓率", "exact"),
    ]
    assert [str(row.value("年度指标值")) for row in table.indicators] == [
        "≥735人次",
        "=20人",
        "=100%",
    ]
    lines = CELLS.split("\n")
    for row in table.indicators:
        assert row.origin.line is not None
        assert row.level3 in lines[row.origin.line - 1]
    assert [(one.name, str(one.weight), one.points) for one in table.totals] == [
        ("合计", "100", None),
        ("绩效指标(90分)", "90", None),
    ]
    assert cells_of(document) == shown(CELLS)
    torn = next(one for one in document.findings if one.code == "T99")
    assert torn.message("zh") == (
        "读取存疑：“受助教师人数 = 20 人 19 5 4 调离\n一人”前后的格数与表头对不上，"
        "或有一行文字没有竖线，暂按次序归列，请核对原表"
    )
