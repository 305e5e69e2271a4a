"""南通's tables as a reviewer of the bureau reads them: the reviewed list, and what stands out."""

from __future__ import annotations

from collections import Counter

import pytest

from jixiao.findings import Finding, Severity
from nantong_findings import found, nantong


def of(code: str) -> dict[int, Finding]:
    """The findings of one code by the number of the table, counted from 1 as in the document."""
    return {
        one.where.table_index + 1: one
        for one in found()
        if one.code.rsplit("/", 1)[-1] == code and one.where.table_index is not None
    }


def test_nothing_can_be_proved_wrong_in_the_published_tables() -> None:
    assert not [one for one in found() if one.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("code", "tables"),
    [
        ("S01", {10}),
        ("S02", {9, 18}),
        ("S03", {9}),
        ("S04", {9, 18}),
        ("S06", {5, 9}),
        ("S09", {9}),
        ("S14", {7, 14}),
        ("S16", {13}),
        ("N06", {6, 8, 13, 15, 17}),
        ("N07", {2, 9, 10, 11, 18}),
        ("T51", {16}),
        ("T63", {4, 6, 8, 9, 11, 12, 17, 18}),
    ],
)
def test_where_the_telling_findings_stand(code: str, tables: set[int]) -> None:
    assert set(of(code)) == tables


def test_the_blank_table_has_one_finding() -> None:
    assert [one.code for one in found() if one.where.table_index == 15] == ["T51"]


def test_a_doubtful_row_is_named_in_no_other_finding() -> None:
    doubtful = {
        (table.index, row.level3)
        for table in nantong().tables
        for row in table.indicators
        if not row.status.certain
    }
    for one in found():
        for place in one.items or (one.where,):
            if (place.table_index, place.level3) in doubtful:
                assert one.code == "T50"


def test_each_code_is_said_once_a_table() -> None:
    said = Counter((one.code, one.where.table_index) for one in found())
    assert set(said.values()) == {1}


def test_every_finding_stands_under_a_heading_of_the_review_form() -> None:
    assert {one.heading for one in found()} == {"完整性", "相关性", "适当性", "可行性"}


def test_two_projects_of_one_name_are_told_apart() -> None:
    names = [table.name for table in nantong().tables]
    assert names[3] == names[14]
    assert {one.where.unit for one in found() if one.where.table_index in (3, 14)} == {
        "南通市医疗保障局",
        "南通市医疗保险基金管理中心",
    }
