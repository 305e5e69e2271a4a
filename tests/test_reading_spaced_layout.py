"""Text that keeps the place of its columns, as a PDF turned into text does; no weights in it."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jixiao
from jixiao.tables import RowStatus
from test_reading_damage import cells_of, characters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.tables import Document

HEAD = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据")
SHORT = ("一级指标", "二级指标", "指标内容", "指标值")
ROWS = (
    ("产出指标", "数量指标", "渠道清淤长度", "全年清理渠道的长度", "≥12公里", "行业规定"),
    ("", "质量指标", "验收工程合格", "按规定组织验收", "全部工程按规定组织验收", "行业规定"),
    ("", "时效指标", "按期完工", "按计划工期完成各项任务", "按计划工期完成", "文件规定"),
    ("", "成本指标", "投资控制在概算以内", "不超概算", "不超概算", "文件规定"),
    ("效益指标", "社会效益指标", "改善灌溉条件", "沿线农田灌溉改善", "有所改善", "行业规定"),
    ("满意度指标", "服务对象满意度指标", "农户满意度", "农户满意", "≥95%", "行业规定"),
)
SURE = frozenset({RowStatus.EXACT, RowStatus.MOVED, RowStatus.RESTORED})


def read(text: str) -> Document:
    return jixiao.read(text.encode(), file="s.txt")


def laid_out(rows: Sequence[Sequence[str]], head: Sequence[str], widths: Sequence[int]) -> str:
    """The table as a page shows it: cells begin at the top of their row and are wrapped."""
    lines = ["预算项目绩效目标表", "项目名称  渠道维护项目"]
    for row in (head, *rows):
        parts = [
            [text[at : at + width] for at in range(0, len(text), width)]
            for text, width in zip(row, widths, strict=True)
        ]
        for line in zip_longest(*parts, fillvalue=""):
            shown = zip(line, widths, strict=True)
            lines.append("".join(text + " " * (width + 4 - len(text)) for text, width in shown))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def told(
    document: Document, status: frozenset[RowStatus] = frozenset(RowStatus)
) -> list[tuple[str, ...]]:
    return [
        (row.level1, row.level2, row.level3, *(value.text for _, value in row.values))
        for table in document.tables
        for row in table.indicators
        if row.status in status
    ]


def expected(rows: Sequence[Sequence[str]], value: int) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    level1 = ""
    for row in rows:
        level1 = row[0] or level1
        found.append((level1, row[1], row[2], row[value]))
    return found


def test_rows_that_are_not_wrapped_are_certain() -> None:
    text = laid_out(ROWS, HEAD, (8, 12, 14, 14, 14, 10))
    document = read(text)
    assert cells_of(document) == characters(text)
    assert told(document, frozenset({RowStatus.EXACT})) == expected(ROWS, 4)


def test_wrapped_cells_are_put_together() -> None:
    text = laid_out(ROWS, HEAD, (8, 10, 8, 9, 9, 9))
    document = read(text)
    assert cells_of(document) == characters(text)
    assert told(document) == expected(ROWS, 4)
    assert len(told(document, SURE)) >= 3


@given(
    st.lists(st.sampled_from(ROWS), min_size=1, max_size=6),
    st.lists(st.integers(3, 12), min_size=4, max_size=4),
)
@settings(max_examples=60, deadline=None)
def test_no_row_is_wrong_without_a_doubt(
    picked: Sequence[Sequence[str]], widths: Sequence[int]
) -> None:
    rows = [("产出指标", *row[1:]) if not at else tuple(row) for at, row in enumerate(picked)]
    text = laid_out(rows, HEAD, (8, 10, *widths))
    document = read(text)
    assert cells_of(document) == characters(text)
    sure = Counter(row[1:] for row in told(document, SURE))
    assert not sure - Counter(row[1:] for row in expected(rows, 4))


@pytest.mark.parametrize("width", [4, 5, 6])
def test_a_second_line_of_name_and_value_is_no_row_of_its_own(width: int) -> None:
    rows = (
        ("产出指标", "数量指标", "渠道清淤长度", "≥12公里"),
        ("", "时效指标", "预算执行进度按时", "大于等于序时进度"),
        ("", "成本指标", "三公经费", "只减不增"),
    )
    document = read(laid_out(rows, SHORT, (8, 10, width, width)))
    assert set(told(document, SURE)) <= set(expected(rows, 3))


def test_the_number_of_an_item_is_no_value() -> None:
    text = (
        "项目支出绩效目标表\n项目名称 甲项目\n一级指标 二级指标 三级指标 指标值\n"
        "产出指标 数量指标 指标 1: 培训场次 ≥5次\n质量指标 指标 1:\n"
        "时效指标 指标 1: 资金支付率 ≥95%\n"
    )
    document = read(text)
    assert ("产出指标", "数量指标", "指标 1: 培训场次", "≥5次") in told(document)
    assert not any("1:" in row[-1] for row in told(document, SURE))
