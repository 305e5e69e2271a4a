"""Wrapped text: a clean table is read as it is; a damaged one too, or the difference is said."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms import NATIONAL
from jixiao.reading import read_document
from jixiao.reading.tails import Tails, is_shuffle
from jixiao.tables import Document, RowStatus
from test_reading_damage import cells_of, characters
from wrapped_tables import WRAPPED_DAMAGES, WrappedTable, wrapped_tables

if TYPE_CHECKING:
    from collections.abc import Callable


def read(table: WrappedTable) -> Document:
    return read_document(table.text.encode(), file="w.txt", rulesets=(NATIONAL,))


def rows_of(document: Document, *statuses: RowStatus) -> Counter[tuple[str, ...]]:
    """Rows without the white space that wrapping puts into quantities."""
    return Counter(
        tuple(
            "".join(text.split())
            for text in (
                *row.key,
                *(row.text(one.name) or "" for one in table.columns if one.role == "基期值"),
                *(value.text for _, value in row.values),
                row.basis or "",
                row.text("指标分类") or "",
            )
        )
        for table in document.tables
        for row in table.indicators
        if not statuses or row.status in statuses
    )


@given(wrapped_tables())
@settings(max_examples=40, deadline=None)
def test_a_clean_table_is_read_and_no_exact_row_is_wrong(table: WrappedTable) -> None:
    document = read(table)
    truth = Counter(row.truth for row in table.rows)
    assert cells_of(document) == characters(table.text)
    assert rows_of(document, RowStatus.EXACT, RowStatus.MOVED) <= truth
    assert sum(rows_of(document).values()) == len(table.rows)


@pytest.mark.parametrize("damage", WRAPPED_DAMAGES, ids=lambda one: one.__name__)
@given(st.data())
@settings(max_examples=25, deadline=None)
def test_damage_is_undone_or_said(
    damage: Callable[[WrappedTable, st.DrawFn], WrappedTable], data: st.DataObject
) -> None:
    table = data.draw(wrapped_tables())
    torn = data.draw(st.composite(lambda draw: damage(table, draw))())
    document = read(torn)
    truth = Counter(row.truth for row in table.rows)
    assert cells_of(document) == characters(torn.text)
    assert rows_of(document, RowStatus.EXACT) <= truth, "an exact row is a row of the table"
    if rows_of(document) != truth:
        said = {one.code for one in document.findings} - {"T05"}
        assert any(code.startswith("T") for code in said)


UNDONE = {
    "page_between",
    "header_again",
    "end_narrow",
    "end_shuffled",
    "cells_joined",
    "quantity_spaced",
    "placeholder_between",
    "header_narrow",
    "title_marked",
}
"""Damages that leave one reading: every row that was certain is there again."""


@pytest.mark.parametrize(
    "damage",
    [one for one in WRAPPED_DAMAGES if one.__name__ in UNDONE],
    ids=lambda one: one.__name__,
)
@given(st.data())
@settings(max_examples=25, deadline=None)
def test_damage_with_one_reading_is_undone(
    damage: Callable[[WrappedTable, st.DrawFn], WrappedTable], data: st.DataObject
) -> None:
    table = data.draw(wrapped_tables())
    torn = data.draw(st.composite(lambda draw: damage(table, draw))())
    certain = rows_of(read(table), RowStatus.EXACT)
    assert certain <= rows_of(read(torn))


def test_a_shuffle_is_believed_only_where_one_pair_explains_it() -> None:
    assert is_shuffle("预算支出绩效基本标准型", ("预算支出标准", "绩效基本型"))
    assert not is_shuffle("预算支出绩效基本标准", ("预算支出标准", "绩效基本型"))
    from jixiao.reading.fragments import Gap, Piece
    from jixiao.source import Origin

    pieces = [Piece(char, Gap.BLANK, Origin()) for char in "甲丙乙丁"]
    sure = Tails([("甲乙", "己庚"), ("丙丁", "戊辛")]).at(pieces, 0)
    assert sure is not None
    assert (sure.words, sure.shuffled) == (("甲乙", "丙丁"), True)
    assert Tails([("甲乙", "甲丁"), ("丙丁", "丙乙")]).at(pieces, 0) is None


def test_letters_lost_at_the_end_of_a_row_make_it_and_the_next_doubtful() -> None:
    end = "行业标准\n\n绩效基本\n\n型\n\n"
    rows = "预算编制\n\n预算编制科学性 100%\n\n行业标准\n\n绩效基\n\n"
    rows += f"预算执行 预算执行率 100%\n\n{end}"
    more = f"资产管理 资产管理规范率 100%\n\n{end}" * 3
    text = "部门整体绩效目标申报表\n\n一级\n\n指标\n二级指标 三级指标 指标值\n\n"
    text += "指标值确\n\n定依据\n指标分类\n\n"
    document = read_document(f"{text}管理\n\n效率\n\n{rows}{more}".encode(), rulesets=(NATIONAL,))
    statuses = [row.status.value for row in document.tables[0].indicators]
    assert statuses == ["suspected", "suspected", "exact", "exact", "exact"]
    assert {"T81"} <= {one.code for one in document.findings}
