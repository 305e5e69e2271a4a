"""Money on pages: labels that are no amounts, amounts inside labels, codes and words beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jixiao.reading import read_document

if TYPE_CHECKING:
    from jixiao.tables import Document, Table

INDICATORS = """一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t培训场次\t≥10场
"""


def read_with(rows: str, title: str = "项目支出绩效目标表") -> tuple[Table, Document]:
    """The table with these rows above its indicators, and its document."""
    document = read_document(f"{title}\n项目名称\t某培训\n{rows}\n{INDICATORS}".encode())
    return document.tables[0], document


def money(table: Table) -> dict[str, str | None]:
    """The first amount of each source."""
    amounts = ((line.source, line.amount()) for line in table.funding)
    return {source: None if one is None else str(one) for source, one in amounts}


def codes(document: Document) -> set[str]:
    """The codes of what was said."""
    return {one.code for one in document.findings}


def fields(table: Table) -> dict[str, str]:
    """The fields by name."""
    return {one.name: one.text for one in table.fields}


@pytest.mark.parametrize("side", ["总", "总体", "年度"])
def test_the_label_of_a_goal_is_no_amount(side: str) -> None:
    text = "1、新建灌溉水渠两公里；2、改善三个村的灌溉条件，方便群众耕种"
    table, document = read_with(
        f"资金情况（万元）\t年度资金总额\t50\n\t其中：财政拨款\t50\n{side}\t年度目标\n\t{text}"
    )

    assert money(table) == {"年度资金总额": "50万元", "财政拨款": "50万元"}
    assert fields(table)["年度目标"] == text
    assert "T24" not in codes(document)
    assert document.leftovers == ()


def test_an_amount_is_that_of_the_label_right_before_it() -> None:
    row = "项目预算资金（万元）\t中期预算资金总额\t年度预算资金总额\t25"
    table, document = read_with(row)

    assert money(table) == {"中期预算资金总额": None, "年度预算资金总额": "25万元"}
    assert "T24" not in codes(document)


def test_codes_and_kinds_beside_the_money_are_fields() -> None:
    table, document = read_with(
        "项目资金预算执行10分\t项目总预算\t90\t财政资金预算分类\t一般公共预算\n"
        "\t当年年度预算\t30\n"
        "\t其中：财政资金\t30\t财政资金科目代码\t2130505-生产发展\n"
        "\t其中：其它资金\t0\n"
        "\t年度预算执行率\t100%\t分值\t10分"
    )

    found = money(table)
    assert found == {
        "项目总预算": "90万元",
        "资金总额": "30万元",
        "财政资金": "30万元",
        "其它资金": "0万元",
    }
    told = fields(table)
    assert told["财政资金预算分类"] == "一般公共预算"
    assert told["财政资金科目代码"] == "2130505-生产发展"
    assert (told["年度预算执行率"], told["年度预算执行率：分值"]) == ("100%", "10分")
    assert not {"T24", "T26", "T08"} & codes(document)


def test_the_money_of_a_transfer_and_how_it_was_managed() -> None:
    table, document = read_with(
        "资金投入情况（万元）\t\t全年预算数（A）\t全年执行数（B）\t预算执行率（B/A×100%）\n"
        "\t年度资金总额：\t120.5万\t120.5万\t100%\n"
        "\t其中：中央财政资金\t80.5万\t80.5万\t100%\n"
        "\t彩票公益金用于助学\t0\t0\t100%\n"
        "\t地方资金\t40万\t40万\t100%\n"
        "\t其他资金\n"
        "资金管理情况\t\t情况说明\t存在问题和改进措施\n"
        "\t分配科学性\t按人数分配\t暂无\n"
        "\t下达及时性\t收到后一周内下达\n"
        "总体目标完成情况\t\t总体目标\t全年实际完成情况\n"
        "\t\t按时足额发放\t已发放",
        "助学资金转移支付项目绩效目标自评表",
    )

    total = table.funding[0]
    assert [str(amount) for _, amount in total.amounts] == ["120.5万元", "120.5万元", "100%"]
    assert [line.source for line in table.funding] == [
        "年度资金总额",
        "中央财政资金",
        "彩票公益金用于助学",
        "地方资金",
        "其他资金",
    ]
    assert table.spending == ()
    told = fields(table)
    assert told["分配科学性"] == "按人数分配"
    assert told["分配科学性：存在问题和改进措施"] == "暂无"
    assert told["下达及时性"] == "收到后一周内下达"
    assert not {"T22", "T25", "T28", "T30", "T31", "T24"} & codes(document)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("资金情况（万元）\t年度资金总额：50万\t某项补助资金50", {"年度资金总额": "50万元"}),
        (
            "资金情况\t资金总额：35其中：财政拨款30；其他资金5",
            {"资金总额": "35万元", "财政拨款": "30万元", "其他资金": "5万元"},
        ),
        ("下达中央预算内投资（万元）\t2350", {"下达中央预算内投资": "2350万元"}),
        ("年度金额（元）\t1894200", {"年度金额": "1894200元"}),
        (
            "主办科室\t规划科\t本年度申请市财政预算资金（万元）\t919.00",
            {"本年度申请市财政预算资金": "919.00万元"},
        ),
    ],
)
def test_amounts_in_the_cell_of_their_label_and_totals_under_other_names(
    rows: str, found: dict[str, str]
) -> None:
    table, document = read_with(rows)

    assert money(table) == found
    assert "T24" not in codes(document)
    assert document.leftovers == ()


STREAM = """项目支出绩效目标表 |
||||||
项目名称 |
某培训 |
|||||
项目资金
(万元) |
年度资金总额： |
30.00 |
||||
其中：财政拨款 |
30.00 |
|||||
绩 |
一级指标 |
二级指标 |
三级指标 |
指标值 |
||
产出指标 |
数量指标 |
培训场次 |
≥10场 |
|||
培训人数 |
≥200人 |
|||||
质量指标 |
考试合格率 |
≥95% |
||||
"""
"""A cell a line, rows filled up, 绩 left of 绩效指标 beside the header, a head on two lines."""


def test_rows_behind_a_label_that_only_stands_beside_the_header_are_not_doubted() -> None:
    document = read_document(STREAM.encode())
    table = document.tables[0]

    assert [(row.level1, row.level2, row.level3, row.status.value) for row in table.indicators] == [
        ("产出指标", "数量指标", "培训场次", "exact"),
        ("产出指标", "数量指标", "培训人数", "exact"),
        ("产出指标", "质量指标", "考试合格率", "exact"),
    ]
    assert money(table) == {"年度资金总额": "30.00万元", "财政拨款": "30.00万元"}
    assert "T10" not in codes(document)


def test_a_row_that_lost_a_cell_is_still_doubted() -> None:
    lost = STREAM.replace("数量指标 |\n培训场次 |\n", "培训场次 |\n", 1).replace(
        "≥10场 |\n|||", "≥10场 |\n||||", 1
    )
    document = read_document(lost.encode())

    first = document.tables[0].indicators[0]
    assert first.doubts != ()


def test_a_label_beside_the_header_on_a_line_of_its_own_is_part_of_its_width() -> None:
    text = """项目支出绩效目标表 | |||||
项目名称 | 某培训 | ||||
主管部门 | 某局 | 实施单位 | 某中心 | ||
绩 效 指 标 |
一级指标 | 二级指标 | 三级指标 | 指标值 | |
产出指标 | 数量指标 | 培训场次 | ≥10场 | ||
质量指标 | 考试合格率 | ≥95% | |||
"""
    document = read_document(text.encode())

    assert [row.level3 for row in document.tables[0].indicators] == ["培训场次", "考试合格率"]
    assert "T94" not in codes(document)
