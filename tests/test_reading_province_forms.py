"""Self-evaluation tables of provinces, read by their own ruleset: columns, money, reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jixiao

if TYPE_CHECKING:
    from jixiao.tables import Table

SICHUAN = """部门预算项目支出绩效自评表
（2023年度）
项目名称\t51092324T000010263357-办案经费
主管部门\t某县司法局\t实施单位\t某县司法局
预算执行情况（10分）\t\t年初预算\t调整后预算数\t预算执行数\t预算执行率\t权重\t得分\t原因
\t总额\t30.00\t30.00\t25.00\t83.33%\t10\t8.33\t{reason}
\t其中：财政资金\t30.00\t30.00\t25.00\t83.33%\t/\t/\t
\t其他资金\t0.00\t0.00\t0.00\t0.00%\t/\t/\t
绩效指标（90分）\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t完成值\t权重\t得分\t未完成原因分析
\t产出指标\t数量指标\t足额保障率（参保率）\t＝\t100\t%\t100\t22.5\t22.5\t
\t\t\t科目调整次数\t≤\t10\t次\t0\t22.5\t22.5\t
\t\t时效指标\t按时发放率\t＝\t100\t%\t95\t22.5\t21.38\t人员变动
\t效益指标\t经济效益指标\t结余率\t≤\t5\t%\t3\t22.5\t22.5\t
"""
HUBEI = """2020年度项目自评表
单位名称\t湖北省某市某区商务局
项目名称\t服务贸易发展资金
主管部门\t区商务局\t项目实施单位\t投资促进中心
预算执行情况（万元）（20分）\t\t预算数（A）\t执行数（B）\t执行率（B/A）\t得分（20分*执行率）
\t年度财政资金总额\t285.84\t285.84\t100%\t20
年度绩效目标（80分）\t一级指标\t二级指标\t三级指标\t年初目标值（A）\t实际完成值（B）\t得分
\t产出指标\t数量指标\t支持服务贸易企业数量\t3\t3\t10
\t\t时效指标\t资金拨付及时性\t98%以上\t100%\t10
"""


def read(text: str) -> Table:
    (table,) = jixiao.read(text.encode(), file="t.txt").tables
    return table


def own(text: str) -> set[str]:
    document = jixiao.read(text.encode(), file="t.txt")
    return {one.code for one in jixiao.check(document) if "/" in one.code}


def test_sign_value_and_unit_in_columns_of_their_own() -> None:
    table = read(SICHUAN.format(reason="项目跨年"))
    assert (table.ruleset, table.year, table.stage) == ("四川自评-2023", 2023, "自评")
    assert [str(row.value("指标值")) for row in table.indicators] == [
        "=100%",
        "≤10次",
        "=100%",
        "≤5%",
    ]
    assert [str(row.weight) for row in table.indicators] == ["22.5"] * 4
    assert table.indicators[2].text("未完成原因分析") == "人员变动"


def test_words_beside_the_money_are_kept_with_their_line() -> None:
    table = read(SICHUAN.format(reason="项目跨年"))
    total, *parts = table.funding
    assert total.source == "总额"
    assert dict(total.texts) == {"原因": "项目跨年"}
    assert str(dict(total.amounts)["全年执行数"]) == "25.00万元"
    assert [one.source for one in parts] == ["财政资金", "其他资金"]
    assert all(one.texts == () for one in parts)


def test_a_reason_that_is_given_is_not_asked_for() -> None:
    assert own(SICHUAN.format(reason="项目跨年")) == set()
    assert own(SICHUAN.format(reason="")) == {"四川自评-2023/S01"}


def test_weights_with_the_points_of_the_funds_make_100() -> None:
    short = SICHUAN.format(reason="项目跨年").replace("22.5\t22.5\t\n\t\t\t", "20\t20\t\n\t\t\t")
    assert own(short) == {"财政部-2020/C01"}


def test_the_money_of_hubei_is_headed_with_its_points() -> None:
    table = read(HUBEI)
    assert table.ruleset == "湖北自评-2020"
    (line,) = table.funding
    assert [(name, str(one)) for name, one in line.amounts] == [
        ("全年预算数", "285.84万元"),
        ("全年执行数", "285.84万元"),
        ("执行率", "100%"),
        ("得分", "20"),
        ("分值", "20"),
    ]
    assert [column.name for column in table.columns] == ["年初目标值(A)", "实际完成值(B)", "得分"]
    assert own(HUBEI) == set()


HUNAN = """项目支出绩效目标表
（2023年度）
转移支付（项目）名称\t就学补助
主管部门\t某局\t资金使用单位\t某县某局
*联系人\t张三
绩效指标\t一级指标\t二级指标\t三级指标内容\t{sign}指标值及单位\t绩效标准
\t产出指标\t数量指标\t补助人数\t{first}≥101人\t计划标准
\t\t质量指标\t发放准确率\t{second}100%\t行业标准
"""


def test_columns_of_hunan_and_labels_of_transfers() -> None:
    table = read(HUNAN.format(sign="", first="", second=""))
    assert (table.name, table.unit) == ("就学补助", "某县某局")
    assert "联系人" in {one.name for one in table.fields}
    told = [
        (row.level3, str(row.value(table.columns[0].name)), row.basis) for row in table.indicators
    ]
    assert told == [("补助人数", "≥101人", "计划标准"), ("发放准确率", "100%", "行业标准")]


def test_of_two_columns_of_signs_the_operator_counts() -> None:
    """内蒙古: 指标性质 says 正向 and 指标方向 =; a drawn ═ is the sign of equality."""
    text = HUNAN.format(sign="指标性质\t指标方向\t", first="正向\t≥\t", second="正向\t═\t").replace(
        "≥101", "101"
    )
    first, second = read(text).indicators
    assert [str(row.values[0][1]) for row in (first, second)] == ["≥101人", "=100%"]


def test_a_grade_beside_a_sum_whose_column_was_lost() -> None:
    text = """项目支出绩效自评表
项目名称\t某项目
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
产出指标\t数量指标\t次数\t9次\t9次\t100\t96
总分\t\t\t\t\t100\t96\t优
"""
    document = jixiao.read(text.encode(), file="t.txt")
    assert (document.tables[0].grade, document.leftovers) == ("优", ())
