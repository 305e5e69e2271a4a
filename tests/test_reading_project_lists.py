"""Lists of projects in one table: a table for each project, whatever file the list stands in."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

import jixiao
from office_files import Span, as_docx, as_html, as_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.tables import Document
    from office_files import Grid

HEAD = (
    "{name}",
    "项目年度绩效目标",
    "一级指标",
    "二级指标",
    "三级指标",
    "指标性质",
    "指标值",
    "度量单位",
    "指标属性",
)
FIRST = ("养老服务补助", "为老人提供服务")
SECOND = ("培训经费", "办好培训班")
ROWS = (
    (FIRST, "产出指标", "数量指标", "服务人数", ">=", "500", "人", "定量指标"),
    (FIRST, "产出指标", "质量指标", "服务合格率", ">=", "95", "%", "定量指标"),
    (FIRST, "满意度指标", "服务对象满意度指标", "老人满意度", ">=", "90", "%", "定性指标"),
    (SECOND, "产出指标", "数量指标", "培训期数", "=", "4", "期", "定量指标"),
    (SECOND, "产出指标", "时效指标", "按时完成率", ">=", "96", "%", "定量指标"),
)
TITLE = "2025年项目支出绩效目标表"
NAMES = ("项目名称", "项目名称（单位名称）", "单位名称、项目名称")


def grid(way: str, name: str) -> Grid:
    """The list, its names blank below the first, merged or repeated."""
    rows: Grid = [[one.format(name=name) for one in HEAD]]
    seen: set[str] = set()
    for lead, *rest in ROWS:
        count = sum(row[0] == lead for row in ROWS)
        again = lead[0] in seen
        seen.add(lead[0])
        if way == "merged":
            front: list[str | Span | None] = [None if again else Span(one, count) for one in lead]
        else:
            front = ["" if again and way == "blank" else one for one in lead]
        rows.append([*front, *rest])
    return rows


def text(rows: Grid, between: str) -> bytes:
    lines = (
        between.join(one.text if isinstance(one, Span) else one or "" for one in row)
        for row in rows
    )
    return "\n".join((TITLE, *lines)).encode()


KINDS: dict[str, Callable[[Grid], bytes]] = {
    "txt": lambda rows: text(rows, "\t"),
    "csv": lambda rows: text(rows, ","),
    "xlsx": lambda rows: as_xlsx({"表": [TITLE, rows]}),
    "docx": lambda rows: as_docx([TITLE, rows]),
    "html": lambda rows: as_html([TITLE, rows]),
}


def texts(document: Document) -> set[str]:
    cells = [cell for table in document.tables for cell in table.cells]
    return {cell.text.strip() for cell in (*cells, *document.leftovers)}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("way", ["blank", "merged", "repeated"])
@pytest.mark.parametrize("name", NAMES)
def test_a_table_for_each_project(kind: str, way: str, name: str) -> None:
    rows = grid(way, name)
    document = jixiao.read(KINDS[kind](rows), file=f"t.{kind}")
    first, second = document.tables
    for table, (called, goal) in ((first, FIRST), (second, SECOND)):
        assert (table.name, table.year, table.title) == (called, 2025, TITLE)
        assert [one.text for one in table.fields if one.name == "年度绩效目标"] == [goal]
        assert table.funding == ()
        read = [
            (row.level1, row.level2, row.level3, str(row.value("指标值")), row.status.value)
            for row in table.indicators
        ]
        assert read == [
            (a, b, c, f"{sign.replace('>=', '≥')}{value}{unit}", "exact")
            for (lead, _), a, b, c, sign, value, unit, _ in ROWS
            if lead == called
        ]
    assert document.leftovers == ()
    held = {one.text if isinstance(one, Span) else one for row in rows for one in row if one}
    assert held <= texts(document)
    assert [one.code for one in document.findings if one.code in {"T08", "T20"}] == []


def test_no_text_is_kept_less_often_than_it_is_printed() -> None:
    rows = grid("repeated", NAMES[0])
    document = jixiao.read(KINDS["txt"](rows), file="t.txt")
    kept = Counter(cell.text for table in document.tables for cell in table.cells)
    printed = Counter(one for row in rows for one in row if isinstance(one, str))
    assert not printed - kept


def test_rows_before_any_name_are_said() -> None:
    rows = grid("blank", NAMES[0])
    rows.insert(1, ["", "", *ROWS[0][1:3], "从前的指标", *ROWS[0][4:]])
    document = jixiao.read(KINDS["txt"](rows), file="t.txt")
    assert [table.name for table in document.tables] == [FIRST[0], SECOND[0]]
    assert "从前的指标" in {cell.text for cell in document.leftovers}
    assert "T08" in {one.code for one in document.findings}


def test_a_unit_on_a_row_of_its_own_carries_the_projects_below_it() -> None:
    rows = grid("blank", NAMES[2])
    rows.insert(1, ["某市民政局", *[""] * 8])
    document = jixiao.read(KINDS["txt"](rows), file="t.txt")
    told = [(table.name, table.unit) for table in document.tables]
    assert told == [(FIRST[0], "某市民政局"), (SECOND[0], "某市民政局")]


def test_what_the_indicator_is_about_stands_beside_its_name() -> None:
    """云南: 指标内容 behind 三级指标 says what it is about, and is no name."""
    rows = grid("blank", NAMES[0])
    rows = [[*row, one] for row, one in zip(rows, ("指标内容", *"甲乙丙丁戊"), strict=True)]
    document = jixiao.read(KINDS["txt"](rows), file="t.txt")
    told = [row.description for table in document.tables for row in table.indicators]
    assert told == list("甲乙丙丁戊")
    assert {row.status.value for table in document.tables for row in table.indicators} == {"exact"}


@pytest.mark.parametrize(
    "below",
    [
        ["备注：1.由单位填报", "", "2.请核对"],
        ["填报人：", "张三", "联系电话：", "", "填报日期：", "2025年1月"],
        ["单位负责人（签字）：", "李四", "", "审核人：", "王五"],
    ],
)
def test_notes_and_signatures_below_a_list_are_no_project(below: list[str]) -> None:
    rows = grid("blank", NAMES[0])
    document = jixiao.read(KINDS["txt"]([*rows, [*below]]), file="t.txt")
    assert [table.name for table in document.tables] == [FIRST[0], SECOND[0]]
    assert [len(table.indicators) for table in document.tables] == [3, 2]
    assert {one for one in below if one} <= texts(document)
