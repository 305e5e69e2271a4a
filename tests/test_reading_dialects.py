"""Other ways of printing tables: a cell a line, plans of payments, tables within prose."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from forms import NANTONG, NATIONAL
from jixiao.reading import read_document
from jixiao.tables import Document, RowStatus
from test_reading_damage import cells_of, characters

RULESETS = (NANTONG, NATIONAL)

ROWS: tuple[tuple[str, ...], ...] = (
    ("362001某局本级", "", "", "", "", "", "单位：元"),
    ("项目编码", "P0001", "", "项目名称", "宣传经费", "", ""),
    ("预算规模及资金用途", "预算数", "17.20", "其中：财政    资金", "17.20", "其他资金", " "),
    ("", "宣传印刷", "", "", "", "", ""),
    ("资金支出计划（%）", "3月底", "", "6月底", "10月底", "12月底", ""),
    ("", "25%", "", "50%", "75%", "100%", ""),
    ("绩效目标", "1.做好宣传\n2.按时完成", "", "", "", "", ""),
    ("一级指标", "二级指标", "三级指标", "绩效指标描述", "", "指标值", "指标值确定依据"),
    ("产出指标", "数量指标", "印刷数量", "印刷宣传册", "", "≥500册", "行业规定"),
    ("", "质量指标", "合格率", "印刷\n质量合格", "", "≥100百分比", "行业规定"),
    ("满意度指标", "服务对象满意度指标", "满意度", "群众满意", "", "≥90%", "文件规定"),
)
TITLE = "[bookmark: _Toc_4]1.宣传经费绩效目标表"


def stacked(rows: tuple[tuple[str, ...], ...], title: str = TITLE) -> str:
    return f"{title}\n" + "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in rows)


def read(text: str) -> Document:
    return read_document(text.encode(), file="d.txt", rulesets=RULESETS)


def test_a_cell_a_line() -> None:
    text = stacked(ROWS)
    document = read(text)
    (table,) = document.tables
    assert (table.name, table.code, table.unit) == ("宣传经费", "P0001", "某局本级")
    assert table.money_unit == "元"
    assert [(line.source, str(line.amount())) for line in table.funding] == [
        ("预算数", "17.20元"),
        ("财政资金", "17.20元"),
        ("其他资金", "None"),
    ]
    purpose = table.field("资金用途")
    assert purpose is not None
    assert purpose.text == "宣传印刷"
    assert [(step.due, step.share) for step in table.schedule] == [
        ((3, 31), Decimal("0.25")),
        ((6, 30), Decimal("0.5")),
        ((10, 31), Decimal("0.75")),
        ((12, 31), Decimal(1)),
    ]
    first, second, third = table.indicators
    assert first.key == ("产出指标", "数量指标", "印刷数量")
    assert (first.description, first.basis) == ("印刷宣传册", "行业规定")
    assert second.level1 == "产出指标"
    assert second.description == "印刷\n质量合格"
    assert third.value("指标值").text == "≥90%"
    assert {row.status for row in table.indicators} == {RowStatus.EXACT}
    lines = text.split("\n")
    for row in table.indicators:
        line = dict(row.value_origins)["指标值"].line
        assert line is not None
        assert lines[line - 1].strip() == row.value("指标值").text
    assert [(one.text, one.use) for one in document.leftovers] == [("[bookmark: _Toc_4]", "markup")]
    assert cells_of(document) == characters(text)
    assert [one.code for one in document.findings] == ["T05"]


def test_a_row_torn_by_a_blank_line_is_joined_and_says_so() -> None:
    text = stacked(ROWS).replace("\t≥90%\n\t文件规定\n", "\t≥90%\n\n\t文件规定\n")
    document = read(text)
    row = document.tables[0].indicators[-1]
    assert (row.value("指标值").text, row.basis) == ("≥90%", "文件规定")
    assert row.status is RowStatus.MOVED
    assert [doubt.code for doubt in row.doubts] == ["T40"]
    assert cells_of(document) == characters(text)


@given(st.sets(st.integers(0, 90), max_size=6))
@example({0, 58, 60, 76, 77})
@settings(max_examples=60, deadline=None)
def test_blank_lines_anywhere_lose_nothing_and_fake_no_exact_row(places: set[int]) -> None:
    lines = stacked(ROWS).split("\n")
    torn = "\n".join(f"{line}\n" if index in places else line for index, line in enumerate(lines))
    document = read(torn)
    assert cells_of(document) == characters(torn)
    clean = {
        (*row.key, row.value("指标值").text) for row in read(stacked(ROWS)).tables[0].indicators
    }
    for table in document.tables:
        for row in table.indicators:
            if row.status is RowStatus.EXACT and row.value("指标值").text:
                assert row.key[2:] in {one[2:3] for one in clean}


PROSE = """某中心2023年单位预算公开说明

- 一、主要职责

表12	部门综合预算专项业务经费支出表	否
表13	部门专项业务经费绩效目标表	否

表4

2023年部门综合预算财政拨款收支总表

序号	收 入		支 出
	项 目	预算数	项目
1	一、财政拨款	7180130.00	一、财政拨款

表13

部门预算专项业务经费绩效目标表

项目名称	医保服务
项目属性	专用项目	实施期限	2023年
项目资金 (万元)	实施期资金总额:	30万元
	其中:财政拨款	30万元
	其他资金
总体目标	完成培训。
绩效目标	一级指标	二级指标	指标内容	指标值
	产出指标	数量指标	指标1: 培训会	≥5次
		成本指标	指标1: 培训工作	30万元
	效益指标	经济效益指标	指标1:
		社会效益指标	指标1: 服务能力	≥50%
	指标2: 知晓率	≥50%
	满意度指标	服务对象满意度指标	指标1: 满意度	≥90%

- 注: 1、绩效指标可选择填写。
2、根据需要可往下续表。
"""


def test_tables_within_prose() -> None:
    document = read(PROSE)
    (table,) = document.tables
    assert (table.name, table.title) == ("医保服务", "部门预算专项业务经费绩效目标表")
    assert [(*row.key, row.value("指标值").text) for row in table.indicators] == [
        ("产出指标", "数量指标", "培训会", "≥5次"),
        ("产出指标", "成本指标", "培训工作", "30万元"),
        ("效益指标", "社会效益指标", "服务能力", "≥50%"),
        ("效益指标", "社会效益指标", "知晓率", "≥50%"),
        ("满意度指标", "服务对象满意度指标", "满意度", "≥90%"),
    ]
    assert [row.status.value for row in table.indicators] == [*["exact"] * 3, "moved", "exact"]
    assert [(slot.level1, slot.level2) for slot in table.slots] == [("效益指标", "经济效益指标")]
    assert [(line.source, str(line.amount())) for line in table.funding] == [
        ("实施期资金总额", "30万元"),
        ("财政拨款", "30万元"),
        ("其他资金", "None"),
    ]
    assert cells_of(document) == characters(PROSE)
    assert [one.code for one in document.findings] == ["T05", "T10"]


SELF_EVALUATION = """项目支出绩效自评表
（2022年度）
项目名称	健身设施	主管部门	某局
项目资金（元）		年初预算数	全年预算数	全年执行数	分值	执行率	得分
	年度资金总额	250000	250000	215457.6	10	86.18%	8.62
	其中：当年财政拨款	250000	250000	215457.6	—	86.18%	—
	上年结转资金				—		—
一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分	偏差原因分析及改进措施
产出指标	数量指标	设施数量	≥50个	52个	20	20
	时效指标	完成时间	12月底前	12月	30	29.5	天气
"""


def test_a_self_evaluation_with_money_in_several_columns() -> None:
    document = read(SELF_EVALUATION)
    (table,) = document.tables
    assert (table.kind, table.stage, table.year) == ("项目支出绩效自评表", "自评", 2022)
    total, current, carried = table.funding
    assert [str(amount) for _, amount in total.amounts] == [
        "250000元",
        "250000元",
        "215457.6元",
        "10",
        "86.18%",
        "8.62",
    ]
    assert current.source == "其中：当年财政拨款"
    assert str(current.amount("执行率")) == "86.18%"
    assert current.amount("分值") is None
    assert carried.amount() is None
    first, second = table.indicators
    assert (first.weight, first.text("得分")) == (Decimal(20), "20")
    assert first.value("实际完成值").text == "52个"
    assert second.text("偏差原因分析及改进措施") == "天气"
    assert {row.status for row in table.indicators} == {RowStatus.EXACT}
    assert document.findings == ()
    assert cells_of(document) == characters(SELF_EVALUATION)
