"""CSV as real files have it: breaks in cells with and without quotes, other marks, few commas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jixiao.reading.documents import read_document

if TYPE_CHECKING:
    from jixiao.tables import Document

HEAD = "一级指标,二级指标,三级指标,指标值,分值\n"


def read(text: str) -> Document:
    return read_document(text.encode(), file="s.csv")


def rows_of(document: Document) -> list[tuple[str, str, str, str]]:
    return [
        (row.level2, row.level3, "".join(value.text for _, value in row.values), row.status.value)
        for table in document.tables
        for row in table.indicators
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"一级\n指标","二级\n指标","三级指标","指标\n值"\n产出指标,数量指标,培训场次,≥10场\n',
        "一级指标，二级指标，三级指标，指标值\n产出指标，数量指标，培训场次，≥10场\n",
        "一级指标;二级指标;三级指标;指标值\n产出指标;数量指标;培训场次;≥10场\n",
        '一级指标,"二级指标", "三级指标", "指标值"\n产出指标, "数量指标", "培训场次", "≥10场"\n',
        ",,一级指标,二级指标,三级指标,指标值\n,,产出指标,数量指标,培训场次,≥10场\n",
        "二级指标,三级指标,指标值\n数量指标,培训场次,≥10场\n",
    ],
)
def test_marks_quotes_and_leading_commas(text: str) -> None:
    rows = rows_of(read(text))
    assert [row[:3] for row in rows] == [("数量指标", "培训场次", "≥10场")]


def test_a_row_that_broke_without_quotes_is_joined_and_says_so() -> None:
    text = HEAD + "产出指标,数量指标,培训\n场次,≥10场,20\n,质量指标,合格率,≥90%,20\n"
    document = read(text)
    assert rows_of(document) == [
        ("数量指标", "培训场次", "≥10场", "moved"),
        ("质量指标", "合格率", "≥90%", "exact"),
    ]
    assert "T40" in [one.code for one in document.findings]


@pytest.mark.parametrize(
    "below",
    ["产出指标,数量指标,培训\n质量指标,≥10场,20\n", "产出指标,数量指标,培训\n,≥10场,20\n"],
)
def test_what_may_be_two_rows_is_not_joined(below: str) -> None:
    assert "T40" not in [one.code for one in read(HEAD + below).findings]


def test_sentences_are_no_csv() -> None:
    text = "指标分三级，一级指标，二级指标，三级指标，都要填写。\n请于年底前，报送绩效目标。\n"
    assert [one.code for one in read(text).findings] == ["T03"]
