"""Money that names no source: labels beside or above their amounts, and heads with their points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import jixiao
from jixiao.tables import FundingLine
from office_files import as_docx, as_html, as_xlsx

if TYPE_CHECKING:
    from jixiao.tables import Document, Table
    from office_files import Grid

BELOW = (
    "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
    "产出指标\t数量指标\t培训场次\t≥10场\t12场\t90\t90\n"
)
ABOVE = "项目支出绩效自评表\n（2022年度）\n项目名称\t培训\n主管部门\t某局\n"
PAIRS = "年初预算数\t50\t全年预算数\t52\t全年执行数\t50\t执行率\t96%\n"
FOUR = {
    "年初预算数": "50万元",
    "全年预算数": "52万元",
    "全年执行数": "50万元",
    "执行率": "96%",
}


def document(text: str) -> Document:
    return jixiao.read(text.encode(), file="t.txt")


def one(text: str) -> Table:
    (table,) = document(ABOVE + text + BELOW).tables
    return table


def filled(table: Table, line: int = 0) -> dict[str, str]:
    return {name: str(one) for name, one in table.funding[line].amounts if one is not None}


@pytest.mark.parametrize(
    "money",
    [
        PAIRS,
        f"项目资金（万元）\t{PAIRS}",
        "项目资金（万元）\t年初预算数\t50\t全年预算数\t52\n\t全年执行数\t50\t执行率\t96%\n",
        "年初预算数\t50\n全年预算数\t52\n全年执行数\t50\n执行率\t96%\n",
        "年初预算数\t全年预算数\t全年执行数\t执行率\n50\t52\t50\t96%\n",
        "项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t执行率\n\t50\t52\t50\t96%\n",
        "年初预算数\t全年预算数\n50\t52\n全年执行数\t执行率\n50\t96%\n",
        "年初预算数（元）\t500000\t全年预算数（万元）\t52\t全年执行数\t50万元\t执行率\t96%\n",
    ],
)
def test_labels_with_their_amounts(money: str) -> None:
    read = document(ABOVE + money + BELOW)
    (table,) = read.tables
    assert [line.source for line in table.funding] == ["资金总额"]
    wanted = dict(FOUR)
    if "500000" in money:
        wanted["年初预算数"] = "500000元"
    assert filled(table) == wanted
    assert read.leftovers == ()
    label = "年初预算数（元）" if "500000" in money else "年初预算数"
    said = f"“{label}”没有印出资金来源，读作“资金总额”，请核对原表"
    assert [finding.message() for finding in read.findings] == [said]
    assert len(table.indicators) == 1


@pytest.mark.parametrize("kind", ["xlsx", "docx", "html"])
def test_labels_with_their_amounts_in_files(kind: str) -> None:
    rows = [line.split("\t") for line in (PAIRS + BELOW).splitlines()]
    width = max(map(len, rows))
    grid: Grid = [[*row, *[""] * (width - len(row))] for row in rows]
    blocks: list[str | Grid] = ["项目支出绩效自评表", "（2022年度）", grid]
    make = {"xlsx": lambda: as_xlsx({"表": blocks}), "docx": lambda: as_docx(blocks)}
    data = make[kind]() if kind in make else as_html(blocks)
    (table,) = jixiao.read(data, file=f"t.{kind}").tables
    assert filled(table) == FOUR


@pytest.mark.parametrize(
    "label", ["当年预算（万元）", "本年度预算", "预算金额", "年度预算数", "项目预算金额（万元）"]
)
def test_the_budget_of_the_year_as_one_label(label: str) -> None:
    for line in (
        f"{label}\t50\n",
        f"实施单位\t某所\t{label}\t50\n",
        f"{label}\t50\t实施单位\t某所\n",
        f"{label}\t50\t其中：财政拨款\t40\t其他资金\t10\n",
    ):
        table = one(line)
        assert filled(table) == {"全年预算数": "50万元"}
        assert table.unit == ("某所" if "某所" in line else None)
        parts = [(part.source, str(part.amount())) for part in table.funding[1:]]
        wanted = [("财政拨款", "40万元"), ("其他资金", "10万元")] if "其中" in line else []
        assert parts == wanted


def test_what_is_no_amount_stays_a_field() -> None:
    read = document(f"{ABOVE}当年预算（万元）\t约五十\n项目概况\t办班\n{BELOW}")
    (table,) = read.tables
    assert table.funding == ()
    assert [(one.name, one.text) for one in table.fields][-2:] == [
        ("当年预算(万元)", "约五十"),
        ("项目概况", "办班"),
    ]


def test_a_label_behind_such_money_is_a_field_again() -> None:
    read = document(f"{ABOVE}预算金额\t50\n其中：财政拨款\t50\n绩效依据\t办法\n{BELOW}")
    (table,) = read.tables
    assert [line.source for line in table.funding] == ["资金总额", "财政拨款"]
    assert table.fields[-1].text == "办法"
    assert read.leftovers == ()


def test_what_heads_the_names_is_no_column() -> None:
    """四川自评: 年度预算数（万元） stands above the sources, before 年初预算 and 调整后预算数."""
    table = one(
        "预算执行情况（10分）\t年度预算数（万元）\t年初预算\t调整后预算数\t预算执行数\t预算执行率\t得分\n"
        "\t总额\t30\t32\t16\t50%\t5\n\t其中：财政资金\t30\t32\t16\t50%\t/\n"
    )
    assert filled(table) == {
        "年初预算数": "30万元",
        "全年预算数": "32万元",
        "全年执行数": "16万元",
        "执行率": "50%",
        "得分": "5",
        "分值": "10",
    }


def test_points_in_the_head_of_the_money() -> None:
    """湖北自评: 预算执行情况（20分）; the points of a column stand before those of the head."""
    text = (
        "预算执行情况（万元）（20分）\t\t全年预算数\t全年执行数\t执行率{0}\t得分\n"
        "\t年度资金总额\t52\t50\t96%{1}\t9.6\n\t其中：财政拨款\t52\t50\t96%{2}\t/\n"
    )
    headed, printed = one(text.format("", "", "")), one(text.format("\t分值", "\t10", "\t/"))
    assert [str(line.amount("分值")) for line in headed.funding] == ["20", "None"]
    assert [str(line.amount("分值")) for line in printed.funding] == ["10", "None"]


def test_columns_printed_are_filled_in_their_order_where_the_form_has_more() -> None:
    table = one(
        "项目资金（万元）\t\t全年预算数\t全年执行数\t执行率\t得分\n\t\t年度资金总额\t52\t50\t96%\t9.6\n"
    )
    assert filled(table) == {
        "全年预算数": "52万元",
        "全年执行数": "50万元",
        "执行率": "96%",
        "得分": "9.6",
    }


def test_months_of_the_money_of_a_monitoring_table() -> None:
    text = (
        "项目支出绩效目标执行监控表\n项目名称\t办案\n"
        "项目资金（万元）\t\t全年预算数\t{0}执行数\t{1}执行率\n\t年度资金总额\t50\t30\t60%\n"
        "一级指标\t二级指标\t三级指标\t年度指标值\t{0}执行情况\n产出指标\t数量指标\t件数\t9件\t8件\n"
    )
    for months, rate in (("1-6月", "1-6月"), ("截至8月底", "")):
        (table,) = document(text.format(months, rate)).tables
        assert filled(table) == {
            "全年预算数": "50万元",
            f"{months}执行数": "30万元",
            f"{rate}执行率": "60%",
        }
        assert str(table.indicators[0].value(f"{months}执行情况")) == "8件"


def test_a_label_with_its_text_below_the_money_is_a_field() -> None:
    """重庆: what the project is about stands below its money, and is no source."""
    table = one(
        "项目资金（万元）\t年度资金总额\t50\n\t其中：财政拨款\t50\n"
        "立项情况说明\t对村内道路两侧进行绿化，并补植行道树\n"
    )
    assert [line.source for line in table.funding] == ["年度资金总额", "财政拨款"]
    assert table.fields[-1].name == "立项情况说明"


def test_a_known_source_with_a_text_for_its_amount_stays_a_source() -> None:
    read = document(
        ABOVE + "项目资金（万元）\t年度资金总额\t50\n\t财政拨款\t见局里另行下达的资金文件\n" + BELOW
    )
    assert [line.source for line in read.tables[0].funding] == ["年度资金总额", "财政拨款"]
    assert "T24" in {finding.code for finding in read.findings}


@pytest.mark.parametrize(
    "money",
    [
        (
            "项目资金（万元）\t实施期资金总额\t150\t年度资金总额\t50\n"
            "\t其中：财政拨款\t140\t其中：财政拨款\t45\n\t其他资金\t10\t其他资金\t5\n"
        ),
        (
            "项目资金（万元）\t实施期资金总额\t150\n\t其中：财政拨款\t140\n\t其他资金\t10\n"
            "\t年度资金总额\t50\n\t其中：财政拨款\t45\n\t其他资金\t5\n"
        ),
    ],
)
def test_parts_of_the_term_and_of_the_year_are_told_apart(money: str) -> None:
    table = one(money)
    told = {(line.source, line.under): str(line.amount()) for line in table.funding}
    assert told == {
        ("实施期资金总额", ""): "150万元",
        ("年度资金总额", ""): "50万元",
        ("财政拨款", "实施期资金总额"): "140万元",
        ("财政拨款", "年度资金总额"): "45万元",
        ("其他资金", "实施期资金总额"): "10万元",
        ("其他资金", "年度资金总额"): "5万元",
    }
    again = [FundingLine.from_json(line.to_json()) for line in table.funding]
    assert [line.under for line in again] == [line.under for line in table.funding]
