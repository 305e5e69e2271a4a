"""The self-evaluation forms of several provinces as text: titles, headers, goals, money, sums."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import jixiao
from jixiao.reading.money.blocks import Block
from jixiao.writing.document_text import document_text

if TYPE_CHECKING:
    from jixiao.tables import Document, Table

YUNNAN = """项目支出绩效自评表
公开13表
编制单位：某市古城区某局\t\t\t\t\t\t\t金额单位：元
项目名称\t卫片执法补助
项目资金\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
\t年度资金总额\t72890\t72890\t72890\t10\t100.00%\t10.00
\t非财政拨款\t—\t—\t—\t/\tN/A\t/
绩效指标\t\t\t年度指标值\t\t\t实际完成值\t分值\t得分\t偏差原因分析及改进措施
一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位
产出指标\t数量指标\t补助经费\t﹦\t72890\t元\t72890\t10\t9
\t质量指标\t合格率\t≥\t95\t%\t95\t50\t45\t略
其他需要说明事项\t无
总分\t\t\t\t\t\t\t100\t91\t优
"""
HUBEI = """2020年度项目自评表
单位名称：某区商务局\t\t\t填报日期：2021年3月1日
项目名称\t服务贸易发展资金
预算执行情况（万元）（20分）\t\t预算数（A）\t执行数（B）\t执行率（B/A）\t得分（20分*执行率）
\t年度财政资金总额\t285.84\t271.55\t95%\t19
年度绩效目标1（40分）\t一级指标\t二级指标\t三级指标\t年初目标值（A）\t实际完成值（B）\t得分
\t产出指标\t数量指标\t支持企业数量\t3\t3\t20
\t\t时效指标\t资金拨付及时性\t98%以上\t100%\t20
年度绩效目标2（40分）\t一级指标\t二级指标\t三级指标\t年初目标值（A）\t实际完成值（B）\t得分
\t产出指标\t数量指标\t培训企业数量\t30\t30\t40
总分\t\t\t\t\t\t99
改进措施及结果应用方案\t加强
"""
YUEYANG = """部门整体支出绩效评价指标评分表
一级指标\t分值\t二级指标\t分值\t三级指标\t分值\t评价标准\t得分
投入\t15\t预算配置\t15\t财政供养人员控制率\t5\t≤100%，计5分；每超过一个百分点扣0.5分。\t5
\t\t\t\t“三公经费”变动率\t10\t≤0,计5分\t5
过程\t40\t预算执行\t25\t预算调整率\t3\t预算调整率=0，计3分\t3
\t\t预算管理\t15\t管理制度健全性\t15\t略\t15
总分\t55\t\t55\t\t33\t\t28
"""
DEPARTMENT = """部门整体支出绩效自评表
（2022年度）
部门名称\t某局
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施
{budget}
产出指标（50分）\t数量指标\t培训场次\t≥10场\t12场\t50\t50
总分（100分）\t\t\t\t\t60\t59.33
"""


def read(text: str) -> Document:
    return jixiao.read(text.encode(), file="t.txt")


def one(text: str) -> Table:
    (table,) = read(text).tables
    return table


def totals(table: Table) -> list[tuple[str, str | None, str | None, str, str]]:
    return [
        (sum_.name, sum_.level1, sum_.level2, str(sum_.weight), str(sum_.points))
        for sum_ in table.totals
    ]


def test_a_header_in_two_lines_with_the_number_of_the_form_below_the_title() -> None:
    document = read(YUNNAN)
    (table,) = document.tables
    assert (table.stage, table.money_unit, table.grade) == ("自评", "元", "优")
    assert [(row.level1, row.level2, row.level3) for row in table.indicators] == [
        ("产出指标", "数量指标", "补助经费"),
        ("产出指标", "质量指标", "合格率"),
    ]
    assert [str(row.value("年度指标值")) for row in table.indicators] == ["=72890元", "≥95%"]
    assert [str(row.value("实际完成值")) for row in table.indicators] == ["72890元", "95%"]
    assert [(row.weight, row.text("得分")) for row in table.indicators] == [
        (Decimal(10), "9"),
        (Decimal(50), "45"),
    ]
    assert totals(table) == [("总分", None, None, "100", "91")]
    assert {row.status.value for row in table.indicators} == {"exact"}
    assert [cell.text for cell in document.leftovers] == ["公开13表"]
    assert {name: str(value) for name, value in table.funding[0].amounts} == {
        "年初预算数": "72890元",
        "全年预算数": "72890元",
        "全年执行数": "72890元",
        "分值": "10",
        "执行率": "100.00%",
        "得分": "10.00",
    }
    assert {value for _, value in table.funding[1].amounts} == {None}


def test_two_goals_are_one_table_and_each_row_knows_its_goal() -> None:
    table = one(HUBEI)
    assert [(row.goal, row.level3) for row in table.indicators] == [
        ("年度绩效目标1", "支持企业数量"),
        ("年度绩效目标1", "资金拨付及时性"),
        ("年度绩效目标2", "培训企业数量"),
    ]
    assert totals(table) == [
        ("年度绩效目标1（40分）", "年度绩效目标1", None, "40", "None"),
        ("年度绩效目标2（40分）", "年度绩效目标2", None, "40", "None"),
        ("总分", None, None, "None", "99"),
    ]
    assert str(table.funding[0].amount("得分")) == "19"


def test_weights_in_columns_behind_their_levels() -> None:
    table = one(YUEYANG)
    assert [str(row.weight) for row in table.indicators] == ["5", "10", "3", "15"]
    assert [row.text("得分") for row in table.indicators] == ["5", "5", "3", "15"]
    assert {row.status.value for row in table.indicators} == {"exact"}
    assert totals(table) == [
        ("投入", "投入", None, "15", "None"),
        ("预算配置", "投入", "预算配置", "15", "None"),
        ("过程", "过程", None, "40", "None"),
        ("预算执行", "过程", "预算执行", "25", "None"),
        ("预算管理", "过程", "预算管理", "15", "None"),
        ("总分", None, None, "33", "28"),
    ]


def test_the_execution_of_the_budget_inside_the_tree() -> None:
    for budget in (
        "预算执行率（10分）\t预算执行率\t预算执行率\t100%\t93.27%\t10\t9.33",
        "预算执行率（10分）\t\t\t100%\t93.27%\t10\t9.33",
        "预算执行率（10分）\t\t\t\t\t10\t9.33",
    ):
        table = one(DEPARTMENT.format(budget=budget))
        row, other = table.indicators
        assert (row.level1, row.level3, row.status.value) == ("预算执行率", "预算执行率", "exact")
        assert (row.weight, row.text("得分")) == (Decimal(10), "9.33")
        assert other.level1 == "产出指标"
        assert [named[0] for named in totals(table)] == [
            "预算执行率（10分）",
            "产出指标（50分）",
            "总分",
        ]


# ── money ─────────────────────────────────────────────────────────────────────

BELOW = (
    "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
    "产出指标\t数量指标\t培训场次\t≥10场\t12场\t10\t10\n"
)
ABOVE = "项目支出绩效自评表\n（2022年度）\n项目名称\t培训\n"
AMOUNTS = {
    "年初预算数": "50万元",
    "全年预算数": "52万元",
    "全年执行数": "259.45万元",
    "分值": "10",
    "执行率": "0.8619",
    "得分": "9.33",
}


def amounts(text: str) -> dict[str, str]:
    line = one(ABOVE + text + BELOW).funding[0]
    assert line.source == "年度资金总额"
    return {name: str(value) for name, value in line.amounts}


def test_money_under_the_many_names_of_its_columns() -> None:
    row = "\t年度资金总额\t50\t52\t259.45万元\t10\t0.8619\t9.33\n"
    for names in (
        ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
        ("年初预算", "调整后预算数", "预算执行数", "权重", "预算执行率", "自评得分"),
        ("年初预算数", "全年预算数（A）", "全年执行数（B）", "标准分", "执行率（B/A）", "评分"),
    ):
        head = "\t".join(("项目资金（万元）", "", *names))
        assert amounts(f"{head}\n{row}") == AMOUNTS


def test_columns_of_money_in_another_order() -> None:
    head = "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t执行率\t分值\t得分\n"
    row = "\t年度资金总额\t50\t52\t259.45万元\t0.8619\t10\t9.33\n"
    assert amounts(head + row) == AMOUNTS


def test_sources_side_by_side_are_turned() -> None:
    lines = (
        "项目资金（万元）\t\t年度资金总额\t其中：当年财政拨款\t其他资金\n"
        "\t年初预算数\t50\t50\t0\n\t全年预算数\t52\t50\t2\n\t全年执行数\t259.45万元\t2\t—\n"
        "\t执行率\t0.8619\t93%\t—\n\t分值\t10\t/\tN/A\n\t得分\t9.33\t\t\n"
    )
    document = read(ABOVE + lines + BELOW)
    assert amounts(lines) == AMOUNTS
    second = document.tables[0].funding[1]
    assert [str(value) for _, value in second.amounts] == [
        *("50万元", "50万元", "2万元", "None", "93%", "None")
    ]
    assert document.leftovers == ()


def test_points_and_rates_are_no_money_in_a_form_nobody_knows() -> None:
    block = Block.of(None)
    names = ("得分", "分值", "执行率（B/A）", "全年执行数")
    assert [block.is_plain(name) for name in names] == [True, True, True, False]


# ── the year of the form, and the text for people ─────────────────────────────


def test_a_form_that_has_ended_is_said_and_only_then() -> None:
    text = HUBEI.replace("某区商务局", "湖北省某区商务局")
    later = text.replace("2020年度", "2022年度").replace("2021年3月", "2023年3月")
    assert "T68" not in {finding.code for finding in read(text).findings}
    assert [finding.message() for finding in read(later).findings if finding.code == "T68"] == [
        (
            "本表为 2022 年度，读取所用的表样“湖北自评-2020”只到 2020 年；"
            "请核对当年的表样，或用 --ruleset 指明规则集"
        )
    ]


def test_sums_points_and_the_grade_are_shown() -> None:
    shown = "\n".join(document_text(read(YUNNAN)))
    assert "  年度资金总额 年初预算数 72890 元，全年预算数 72890 元，" in shown
    assert "年度指标值  实际完成值  分值  得分" in shown
    assert "  印出的合计\n    总分    分值 100  得分 91" in shown
    assert "  印出的等级 优" in shown
