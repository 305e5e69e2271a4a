"""Money in tables torn out of a page: an amount beside each source, on its line or below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import jixiao
from test_reading_damage import cells_of, characters

if TYPE_CHECKING:
    from jixiao.tables import Document

ABOVE = "项目支出绩效目标表\n（2024年度）\n项目名称 河道清理\n"
BELOW = (
    "一级指标 二级指标 三级指标 指标值\n"
    "产出指标 数量指标 清理河道条数 ≥5条\n质量指标 清理达标率 ≥95%\n"
)
WHOLE = [("年度资金总额", "10万元"), ("财政拨款", "8万元"), ("其他资金", "2万元")]


def read(money: str, *, by_cell: bool = False) -> Document:
    text = ABOVE + money + BELOW
    if by_cell:
        text = "\n\n".join(text.replace("\n", " ").split()) + "\n"
    document = jixiao.read(text.encode(), file="s.txt")
    assert cells_of(document) == characters(text)
    return document


def told(document: Document) -> list[tuple[str, str]]:
    (table,) = document.tables
    return [
        (line.source, str(amount))
        for line in table.funding
        for _, amount in line.amounts
        if amount is not None
    ]


@pytest.mark.parametrize("by_cell", [False, True])
@pytest.mark.parametrize(
    "money",
    [
        "资金情况（万元） 年度资金总额： 10\n其中：财政拨款 8\n其他资金 2\n",
        "资金情况（万元）\n年度资金总额： 10\n其中：财政拨款 8\n其他资金 2\n",
        "年度资金总额： 10万元\n其中：财政拨款 8万元\n其他资金 2万元\n",
    ],
)
def test_an_amount_beside_each_source(money: str, by_cell: bool) -> None:  # noqa: FBT001
    assert told(read(money, by_cell=by_cell)) == WHOLE


def test_an_amount_behind_its_colon() -> None:
    assert told(read("年度资金总额：10万元\n财政拨款：10万元\n")) == [
        ("年度资金总额", "10万元"),
        ("财政拨款", "10万元"),
    ]


@pytest.mark.parametrize(
    "money",
    [
        "年度资金总额： 10 8\n其中：财政拨款 8\n",
        "其中：财政拨款 8\n其他资金 2\n",
        "年度资金总额： 10\n其中：财政拨款 8\n不知名的来源 2\n",
        "年度资金总额：\n其中：财政拨款\n",
    ],
)
def test_what_may_be_otherwise_is_not_read(money: str) -> None:
    assert told(read(money)) == []


def test_columns_of_money_a_cell_a_line() -> None:
    money = (
        "项目资金（万元） 年初预算数 全年预算数 全年执行数 分值 执行率 得分 "
        "年度资金总额 43.2 43.2 37.8 10 87.5% 8.75 其中：财政拨款 43.2 43.2 37.8\n"
    )
    document = read(money, by_cell=True)
    assert [
        (line.source, [str(one) for _, one in line.amounts if one is not None])
        for line in document.tables[0].funding
    ] == [
        ("年度资金总额", ["43.2万元", "43.2万元", "37.8万元", "10", "87.5%", "8.75"]),
        ("财政拨款", ["43.2万元", "43.2万元", "37.8万元"]),
    ]


def test_a_header_broken_over_lines_keeps_its_first_word() -> None:
    money = "年初\n\n预算数\n\n全年预算数\n\n全年执行数\n\n年度资金总额\n\n10\n\n10\n\n9\n\n"
    above = "\n\n".join(ABOVE.split())
    below = "\n\n".join(BELOW.split())
    text = f"{above}\n\n{money}{below}\n"
    (table,) = jixiao.read(text.encode(), file="s.txt").tables
    assert {name for name, _ in table.funding[0].amounts} == {
        "年初预算数",
        "全年预算数",
        "全年执行数",
    }


def test_a_unit_that_is_a_number_is_doubted() -> None:
    text = (
        "项目支出绩效目标表\n项目名称 甲项目\n"
        "一级指标 二级指标 三级指标 指标方向 目标值 计量单位 分值\n"
        "产出指标 数量指标 培训场次 = 8 场 40\n产出指标 时效指标 完成时间 = 44,561 44,561 50\n"
    )
    (table,) = jixiao.read(text.encode(), file="s.txt").tables
    assert [bool(row.doubts) for row in table.indicators] == [False, True]
