"""Pages whose lines are not those of a table: one line, a cell a line; and damages to them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import jixiao
from jixiao.tables import RowStatus
from self_evaluation_grids import FILES, Filled
from spaced_tables import as_cells, as_lines, as_one_line
from table_strategies import self_evaluation_forms
from test_reading_damage import cells_of, characters
from test_reading_other_damage import rows_of, said

if TYPE_CHECKING:
    from jixiao.tables import Document, Table

PAGE = (
    "附件: 项目支出绩效自评表 (2023年度) 项目名称 河道清理项目 主管部门 101-示例镇人民政府 "
    "实施单位 101001-示例镇人民政府 项目资金 (万元) 年初预算数 全年预算数 全年执行数 分值 执行率 "
    "得分 年度资金总额: 20 20 18 10 90% 9 其中:本年财政拨款 20 20 18 上年结转资金 其他资金 "
    "年度总体目标 预期目标 实际完成情况 清理河道五条。 清理了五条河道。 绩效指标 一级指标 二级指标 "
    "三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施 产出指标(50分) 数量指标 "
    "清理河道条数 ≥5条 5条 20 20 质量指标 清理达标率 ≥95百分比 96 10 10 档案完整性 按规定归档 "
    "达成预期指标 10 10 时效指标 完工时间 6月底前 6月 10 10 效益指标(30分) 社会效益指标 "
    "对沿岸环境的改善 效果明显 达成预期指标 30 28 经济效益指标 满意度指标(10分) "
    "服务对象满意度指标 沿岸居民满意度 ≥90% 92% 10 10 总分 100 97\n"
)
CELLS = """项目支出绩效目标表

（2024年度）

项目名称

水渠修缮项目

绩效指标

一级指标

二级指标

三级指标

指标值

产出指标

数量指标

修缮水渠长度

≥12公里

新增水闸数量

≥3座

质量指标

验收合格率

100%

效益指标

经济效益

指标

年增粮食

3500公斤

满意度指标

服务对象满意度指标

受益农户满意度

≥95%

注：请根据实际情况填报。
"""
SIGNED = """项目支出绩效目标表
（2024年度）
项目名称 平安校园项目
一级指标 二级指标 三级指标 指标性质 指标方向 目标值 计量单位 分值
产出指标 数量指标 巡查人数 正向 = 8 4
产出指标 质量指标 巡查完成率 正向 = 100 % 4
产出指标 时效指标 完成时间 定性
年底前
10
效益指标 社会效益指标 校园秩序 定性
明显改善
10
满意度指标 服务对象满意度指标 师生满意度 正向 大于等于 95 % 10
"""


def read(text: str) -> Document:
    return jixiao.read(text.encode(), file="s.txt")


def told(table: Table) -> list[tuple[str | None, ...]]:
    return [(*row.key, *(value.text for _, value in row.values)) for row in table.indicators]


def test_a_page_on_one_line_is_read_whole() -> None:
    document = read(PAGE)
    (table,) = document.tables
    assert cells_of(document) == characters(PAGE)
    assert (table.name, table.unit, table.year) == ("河道清理项目", "101001-示例镇人民政府", 2023)
    assert told(table) == [
        ("产出指标", "数量指标", "清理河道条数", "≥5条", "5条"),
        ("产出指标", "质量指标", "清理达标率", "≥95百分比", "96"),
        ("产出指标", "质量指标", "档案完整性", "按规定归档", "达成预期指标"),
        ("产出指标", "时效指标", "完工时间", "6月底前", "6月"),
        ("效益指标", "社会效益指标", "对沿岸环境的改善", "效果明显", "达成预期指标"),
        ("满意度指标", "服务对象满意度指标", "沿岸居民满意度", "≥90%", "92%"),
    ]
    assert {row.status for row in table.indicators} == {RowStatus.EXACT}
    assert sum(row.weight or 0 for row in table.indicators) == Decimal(90)
    assert [line.source for line in table.funding] == [
        "年度资金总额",
        "其中:本年财政拨款",
        "上年结转资金",
        "其他资金",
    ]
    second = dict(table.funding[1].amounts)
    assert [str(second[name]) for name in ("年初预算数", "全年预算数", "全年执行数")] == [
        "20万元",
        "20万元",
        "18万元",
    ]
    assert [one.text for one in table.goals][:2] == ["清理河道五条。"]
    assert table.indicators[1].origin.line == 1
    assert table.indicators[1].origin.column == PAGE.index("清理达标率") + 1


def test_several_pages_on_one_line() -> None:
    document = read(PAGE.replace("\n", " ") * 3)
    assert [len(table.indicators) for table in document.tables] == [6, 6, 6]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("5条 20 20", "5条 25 20"),
        ("10 10 时效指标", "10 时效指标"),
        ("按规定归档 达成预期指标", "按规定归档"),
        ("达标率 ≥95百分比", "达标 率 ≥95百分比"),
        ("96 10 10 档案", "96 10 10 因雨 推迟 档案"),
    ],
)
def test_what_does_not_add_up_is_doubted(old: str, new: str) -> None:
    was = rows_of(read(PAGE).tables[0])
    text = PAGE.replace(old, new, 1)
    (table,) = read(text).tables
    assert text != PAGE
    assert rows_of(table, RowStatus.EXACT, RowStatus.MOVED) <= was
    assert any(row.status is RowStatus.SUSPECTED for row in table.indicators)


def test_a_share_is_no_amount() -> None:
    text = PAGE.replace("其中:本年财政拨款 20 20 18", "其中:本年财政拨款 20 18 90")
    document = read(text)
    assert "其中:本年财政拨款" not in {line.source for line in document.tables[0].funding}
    assert cells_of(document) == characters(text)


def test_a_cell_a_line() -> None:
    document = read(CELLS)
    (table,) = document.tables
    assert cells_of(document) == characters(CELLS)
    assert told(table) == [
        ("产出指标", "数量指标", "修缮水渠长度", "≥12公里"),
        ("产出指标", "数量指标", "新增水闸数量", "≥3座"),
        ("产出指标", "质量指标", "验收合格率", "100%"),
        ("效益指标", "经济效益指标", "年增粮食", "3500公斤"),
        ("满意度指标", "服务对象满意度指标", "受益农户满意度", "≥95%"),
    ]
    assert {row.status for row in table.indicators} == {RowStatus.EXACT}


def test_a_value_that_is_not_printed_leaves_no_certain_row_beside_it() -> None:
    (table,) = read(CELLS.replace("≥3座\n\n", "")).tables
    certain = [row.level3 for row in table.indicators if row.status is not RowStatus.SUSPECTED]
    assert "新增水闸数量" not in certain
    assert {"年增粮食", "受益农户满意度"} <= set(certain)
    assert {row.status for row in table.indicators} >= {RowStatus.SUSPECTED, RowStatus.MOVED}
    assert RowStatus.EXACT not in {row.status for row in table.indicators}


def test_signs_and_units_in_columns_of_their_own() -> None:
    document = read(SIGNED)
    (table,) = document.tables
    assert cells_of(document) == characters(SIGNED)
    assert [row.level3 for row in table.indicators] == [
        "巡查人数",
        "巡查完成率",
        "完成时间",
        "校园秩序",
        "师生满意度",
    ]
    assert [value.text for row in table.indicators for _, value in row.values] == [
        "8",
        "100",
        "年底前",
        "明显改善",
        "95",
    ]
    assert [str(row.weight) for row in table.indicators] == ["4", "4", "10", "10", "10"]


# ── damages ───────────────────────────────────────────────────────────────────

FORMS = st.sampled_from((as_lines, as_one_line, as_cells))


def tokens_of(text: str) -> list[str]:
    """Words and what stands between them, by turns."""
    found: list[str] = [""]
    for char in text:
        if char.isspace() != found[-1].isspace() and found[-1]:
            found.append("")
        found[-1] += char
    return found


def body_words(tokens: list[str], table: Filled) -> list[int]:
    """The cells of rows: names, values, weights and points."""
    first = tokens.index("产出指标" if "产出指标" in tokens else table.rows[0].level2)
    cells = {
        cell
        for row in table.rows
        for cell in (row.level3, row.target, row.actual, row.weight, row.points)
    }
    return [at for at in range(first, len(tokens)) if tokens[at] in cells]


def hold(table: Filled, text: str) -> None:
    """Nothing is lost, and no certain row is none of the table's."""
    document = read(text)
    assert cells_of(document) == characters(text)
    was = rows_of(read(FILES["t.txt"](table).decode()).tables[0])
    for one in document.tables:
        assert rows_of(one, RowStatus.EXACT) <= was
        if not said(document):
            assert rows_of(one) == was


@given(self_evaluation_forms(), FORMS, st.data())
@settings(max_examples=12, deadline=None)
def test_a_cell_that_is_lost(table: Filled, form: object, data: st.DataObject) -> None:
    assert callable(form)
    tokens = tokens_of(form(table))
    found = body_words(tokens, table)
    assume(found)
    del tokens[data.draw(st.sampled_from(found))]
    hold(table, "".join(tokens))


@given(self_evaluation_forms(), FORMS, st.data())
@settings(max_examples=12, deadline=None)
def test_a_cell_that_is_broken(table: Filled, form: object, data: st.DataObject) -> None:
    assert callable(form)
    tokens = tokens_of(form(table))
    found = [at for at in body_words(tokens, table) if len(tokens[at]) > 2 and tokens[at].isalpha()]
    assume(found)
    at = data.draw(st.sampled_from(found))
    stop = data.draw(st.integers(1, len(tokens[at]) - 1))
    tokens[at] = (
        f"{tokens[at][:stop]}{data.draw(st.sampled_from((' ', chr(10))))}{tokens[at][stop:]}"
    )
    hold(table, "".join(tokens))


@given(self_evaluation_forms(), FORMS, st.data())
@settings(max_examples=12, deadline=None)
def test_lines_broken_or_joined_between_cells(
    table: Filled, form: object, data: st.DataObject
) -> None:
    assert callable(form)
    tokens = tokens_of(form(table))
    found = [at + 1 for at in body_words(tokens, table) if at + 2 < len(tokens)]
    assume(found)
    at = data.draw(st.sampled_from(found))
    tokens[at] = " " if "\n" in tokens[at] else "\n"
    hold(table, "".join(tokens))


@given(self_evaluation_forms(), FORMS, st.data())
@settings(max_examples=12, deadline=None)
def test_a_value_before_its_name(table: Filled, form: object, data: st.DataObject) -> None:
    assert callable(form)
    tokens = tokens_of(form(table))
    names = {row.level3 for row in table.rows}
    found = [at for at in body_words(tokens, table) if tokens[at] in names]
    assume(found)
    at = data.draw(st.sampled_from(found))
    tokens[at], tokens[at + 2] = tokens[at + 2], tokens[at]
    hold(table, "".join(tokens))
