"""Indicators in lists and in sentences: what is read, and what is said of the rest."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.reading.documents import read_document
from jixiao.tables import Document, RowStatus


def read(text: str) -> Document:
    return read_document(text.encode(), file="s.txt")


def letters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def kept(document: Document) -> Counter[str]:
    cells = [cell for table in document.tables for cell in table.cells]
    return letters("".join(cell.text for cell in (*cells, *document.leftovers)))


def rows_of(text: str) -> list[tuple[str, ...]]:
    document = read(text)
    assert kept(document) == letters(text)
    return [
        (
            row.level1,
            row.level2,
            row.level3,
            row.values[0][1].text,
            next(one.code for one in row.doubts if one.code in {"T134", "T135"}),
        )
        for table in document.tables
        for row in table.indicators
    ]


BRACKETS = """某局项目绩效目标和指标

【项目概况】：租用机柜共计77个。

【产出指标-数量指标】

指标1：机柜数量（≥77台）

指标2：巡检次数（≥12次）

【满意度指标-服务对象满意度指标】

指标1：群众满意度（有所提升）

【项目概况】：第二个项目。

【产出指标-时效指标】

指标1：维护及时性（＜24小时）
"""


def test_a_list_in_brackets() -> None:
    assert rows_of(BRACKETS) == [
        ("产出指标", "数量指标", "机柜数量", "≥77台", "T134"),
        ("产出指标", "数量指标", "巡检次数", "≥12次", "T134"),
        ("满意度指标", "服务对象满意度指标", "群众满意度", "有所提升", "T134"),
        ("产出指标", "时效指标", "维护及时性", "＜24小时", "T134"),
    ]
    assert [len(table.indicators) for table in read(BRACKETS).tables] == [3, 1]


SENTENCES = """绩效目标设定公示
一、产出指标
数量指标：葡萄种植数量(≥**株)>=17600株；种植作物，成活面积≥85亩；时效指标：完成及时率≥100%。
二、效益指标
效益指标：经济效益指标：特色产业产值≥80万元，农户增加收入≥70万元；生态效益指标：生态功能提高。
(2)数量指标:布防飞机数量≥6架,实际布防6架;飞行时长≥928小时,实际飞行909.93小时。
"""


def test_labels_before_names_with_signs() -> None:
    assert rows_of(SENTENCES) == [
        ("产出指标", "数量指标", "葡萄种植数量(≥**株)", ">=17600株", "T134"),
        ("产出指标", "数量指标", "种植作物，成活面积", "≥85亩", "T135"),
        ("产出指标", "时效指标", "完成及时率", "≥100%", "T134"),
        ("效益指标", "经济效益指标", "特色产业产值", "≥80万元", "T134"),
        ("效益指标", "经济效益指标", "农户增加收入", "≥70万元", "T134"),
        ("产出指标", "数量指标", "布防飞机数量", "≥6架", "T134"),
        ("产出指标", "数量指标", "飞行时长", "≥928小时", "T134"),
    ]
    left = [cell.text for cell in read(SENTENCES).leftovers]
    assert {"生态功能提高", "实际布防6架", "实际飞行909.93小时"} <= set(left)


def test_sentences_without_targets_are_said_to_hold_indicators() -> None:
    text = "数量指标：按时完成全部任务。\n质量指标：验收情况良好，群众反映好。"
    document = read(text)
    (said,) = document.findings
    assert said.message() == (
        "没有找到绩效表：指标写在文字叙述里（如“数量指标：按时完成全部任务。”），没有读取；"
        "全文列入未识别内容，请提供绩效目标表或自评表（Excel、Word 或 PDF）"
    )
    assert kept(document) == letters(text)


@settings(deadline=None)
@given(
    text=st.sampled_from((BRACKETS, SENTENCES)),
    places=st.lists(
        st.tuples(st.integers(0, 260), st.sampled_from("0|分%≥指标\n：；，】（")), max_size=8
    ),
)
def test_mutated_lists_give_doubted_rows_or_findings_only(
    text: str, places: list[tuple[int, str]]
) -> None:
    for at, char in places:
        text = text[:at] + char + text[at + 1 :]
    document = read(text)
    assert kept(document) == letters(text)
    assert document.findings
    rows = [row for table in document.tables for row in table.indicators]
    assert all(row.status is not RowStatus.EXACT for row in rows)


@pytest.mark.parametrize(
    "piece",
    [
        "数量指标：甲率≥6次；",
        "数量指标：",
        "甲≥6次,",
        "指标1：甲（≥7台）\n",
        "【产出指标-数量指标】\n",
        "，甲",
    ],
)
def test_the_time_is_linear(piece: str) -> None:
    def text_of(size: int) -> str:
        return "数量指标：甲率≥6次。质量指标：" + piece * (size // len(piece.encode()))

    def seconds(size: int) -> float:
        text = text_of(size)
        start = time.process_time()
        document = read(text)
        taken = time.process_time() - start
        assert kept(document) == letters(text)
        return taken

    seconds(2_000)
    short = max(seconds(9_000), seconds(9_000))
    # a busy machine may be slow once; what grows faster than its text is slow each time
    assert any(seconds(36_000) < 7 * short + 0.2 for _ in range(3))
