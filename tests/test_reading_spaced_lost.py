"""Cells that are lost from a page of a cell a line; lines that are cells, or parts of one only."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

import jixiao
from jixiao.limits import DEFAULT_LIMITS
from jixiao.reading.fragments import Gap, printed_lines
from jixiao.reading.wrapped.gaps import with_gaps
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.tables import Document

HEAD = ("项目支出绩效目标表", "（2024年度）", "项目名称", "水渠修缮项目")
COLUMNS = ("一级指标", "二级指标", "三级指标", "指标值")
ROWS = (
    ("产出指标", "数量指标", "修缮水渠长度", "≥12公里"),
    ("", "", "新增水闸数量", "≥3座"),
    ("", "", "清淤水渠长度", "4公里"),
    ("", "质量指标", "验收合格率", "100%"),
    ("", "", "设备完好率", "≥98%"),
    ("效益指标", "经济效益指标", "年增粮食", "3500公斤"),
    ("满意度指标", "服务对象满意度指标", "受益农户满意度", "≥95%"),
)
CERTAIN = (RowStatus.EXACT, RowStatus.MOVED)


def page(cells: Sequence[str]) -> str:
    return "\n\n".join((*HEAD, *COLUMNS, *cells)) + "\n"


def rows_of(document: Document) -> Counter[tuple[str, str]]:
    return Counter(
        (row.level3, row.values[0][1].text if row.values else "")
        for table in document.tables
        for row in table.indicators
        if row.status in CERTAIN
    )


@given(st.sets(st.integers(0, len(ROWS) - 1), min_size=1, max_size=3), st.sampled_from((2, 3)))
@settings(max_examples=60, deadline=None)
def test_values_or_names_that_are_lost_shift_no_row_silently(lost: set[int], column: int) -> None:
    cells = [
        cell
        for at, row in enumerate(ROWS)
        for place, cell in enumerate(row)
        if cell and not (at in lost and place == column)
    ]
    document = jixiao.read(page(cells).encode(), file="s.txt")
    assert not rows_of(document) - Counter((row[2], row[3]) for row in ROWS)
    assert sum(rows_of(document).values()) <= len(ROWS) - len(lost)


def test_nothing_lost_is_certain() -> None:
    cells = [cell for row in ROWS for cell in row if cell]
    (table,) = jixiao.read(page(cells).encode(), file="s.txt").tables
    assert {row.status for row in table.indicators} == {RowStatus.EXACT}
    assert [(row.level3, row.values[0][1].text) for row in table.indicators] == [
        row[2:] for row in ROWS
    ]


def gaps(text: str) -> list[Gap]:
    return [one.gap for one in with_gaps(tuple(printed_lines(text, DEFAULT_LIMITS)))][1:]


def test_a_line_end_parts_cells_only_where_cells_are_broken_over_blank_lines() -> None:
    assert gaps("名称\n数值一行\n\n绩效基本\n\n型\n") == [Gap.ADJACENT, Gap.BLANK, Gap.BLANK]
    assert gaps("名称\n数值一行\n\n绩效基本型\n") == [Gap.BLANK, Gap.BLANK]


def test_a_bracket_that_the_header_lost() -> None:
    head = ("一级指标", "二级指标", "三级指标", "年初目标值(A", "实际完成值(B")
    rows = (
        "产出指标",
        "数量指标",
        "修缮长度",
        "12公里",
        "13公里",
        "质量指标",
        "合格率",
        "98%",
        "99%",
    )
    text = "\n\n".join((*HEAD[:1], "项目名称", "水渠修缮项目", *head, *rows)) + "\n"
    (table,) = jixiao.read(text.encode(), file="s.txt").tables
    assert [(row.level3, *(value.text for _, value in row.values)) for row in table.indicators] == [
        ("修缮长度", "12公里", "13公里"),
        ("合格率", "98%", "99%"),
    ]
