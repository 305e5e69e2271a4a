"""Actuals from CSV and JSON: columns under many names, figures, and what is said about bad ones."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.actuals import ActualRow, Actuals, FundingActual
from jixiao.limits import Limits
from jixiao.reading import read_actuals

HEADER = (
    "项目编码,实施单位,项目名称,一级指标,二级指标,三级指标,"
    "实际完成值,分值,得分率,自评得分,偏差原因及改进措施,佐证材料\n"
)
CSV = f"""{HEADER},某局,培训,产出指标,数量指标,培训场次,12场,10,,10,,签到表
,某局,培训,产出指标,质量指标,合格率,95%,10分,90%,9.5,天气原因,
,某局,培训,产出指标,时效指标,及时性,,,,,,

实施单位,项目名称,资金来源,年初预算数,全年预算数,1-7月执行数
某局,培训,年度资金总额,30,"1,028.40",14.5
某局,培训,上年结转资金,/,0,
"""


def read(text: str | bytes) -> Actuals:
    data = text.encode() if isinstance(text, str) else text
    return read_actuals(data, file="a.csv")


def said(actuals: Actuals) -> list[str]:
    return [f"{one.code} {one.message()}" for one in actuals.findings]


def test_rows_and_money_of_a_csv() -> None:
    actuals = read(CSV)
    assert actuals.findings == ()
    assert actuals.readable
    first, second, third = actuals.rows
    assert (first.unit, first.project, first.level3) == ("某局", "培训", "培训场次")
    assert (first.actual, first.weight, first.self_score) == ("12场", Decimal(10), Decimal(10))
    assert first.evidence == "签到表"
    assert first.code is None
    assert (second.rate, second.reason) == (Decimal("0.9"), "天气原因")
    assert (third.actual, third.weight) == (None, None)
    assert [row.origin.line for row in actuals.rows] == [2, 3, 4]
    total, carried = actuals.funding
    assert (str(total.initial), str(total.budget)) == ("30万元", "1028.40万元")
    assert str(total.executed) == "14.5万元"
    assert (carried.initial, str(carried.budget), carried.executed) == (None, "0万元", None)
    assert total.origin.line == 7


def contents(actuals: Actuals) -> object:
    return actuals.rows, actuals.funding


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_encodings_give_the_same_rows(encoding: str) -> None:
    assert contents(read(CSV.encode(encoding))) == contents(read(CSV))


def test_tabs_and_line_ends_give_the_same_rows() -> None:
    plain = CSV.replace('"1,028.40"', "1028.40")
    assert contents(read(plain.replace(",", "\t"))) == contents(read(plain))
    assert contents(read(plain.replace("\n", "\r\n"))) == contents(read(plain))


def test_names_of_columns_and_units_of_money() -> None:
    text = "项目代码,指标内容,全年完成值,权重,得分,未完成原因分析\nP01,培训场次,12,10,9,略\n"
    (row,) = read(text).rows
    assert (row.code, row.level3, row.actual) == ("P01", "培训场次", "12")
    assert (row.weight, row.self_score, row.reason) == (Decimal(10), Decimal(9), "略")
    text = "项目名称,资金来源,全年预算数（元）,全年执行数（元）\n培训,资金总额,300000,28万元\n"
    (line,) = read(text).funding
    assert (str(line.budget), str(line.executed)) == ("300000元", "28万元")


def test_formula_guards_of_spreadsheets_are_taken_off() -> None:
    (row,) = read("项目名称,三级指标,实际完成值\n培训,到位率,'=100%\n").rows
    assert row.actual == "=100%"


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            "项目名称,三级指标,分值\n培训,场次,10\n",
            [
                (
                    "T41 完成情况文件缺少列“实际完成值”：读到的列为“项目名称、三级指标、分值”；"
                    "请补上后再读"
                )
            ],
        ),
        (
            "甲,乙\n1,2\n",
            [
                (
                    "T41 完成情况文件缺少列“项目名称、三级指标、实际完成值”：读到的列为“甲、乙”；"
                    "请补上后再读"
                )
            ],
        ),
        (
            "三级指标,实际完成值\n场次,12\n",
            ["T41 完成情况文件缺少列“项目名称”：读到的列为“三级指标、实际完成值”；请补上后再读"],
        ),
        (
            "项目名称,三级指标,实际完成值,颜色\n培训,场次,12,红\n",
            ["T42 完成情况文件有未收录的列“颜色”，未用于测算，原文保留"],
        ),
        (
            "项目名称,三级指标,实际完成值,分值\n培训,场次,12,十分\n",
            ["T43 “分值”填报为“十分”，不是数字；请填数字（如 10 或 92.5），此处未计入"],
        ),
        (
            "项目名称,三级指标,实际完成值\n",
            [
                (
                    "T44 完成情况文件没有数据行："
                    "只读到表头“项目名称、三级指标、实际完成值”；请填写后再读"
                )
            ],
        ),
        (
            "项目名称,三级指标,实际完成值\n培训,,12\n",
            ["T47 本行没有三级指标名称，也没有资金来源，无法对应，未采用；请补上"],
        ),
        (
            "项目名称,三级指标,实际完成值\n培训,场次,12,多余\n",
            ["T48 本行有 4 格，表头只有 3 列，多出的“多余”未采用；请核对分隔符"],
        ),
        (
            "项目名称,三级指标,实际完成值,得分率\n培训,场次,12,120%\n",
            ["T49 “得分率”填报为“120%”，不在 0 到 100% 之间，请核实"],
        ),
        (
            "项目名称,三级指标,实际完成值,得分率\n培训,场次,12,85\n",
            ["T37 “得分率”填报为“85”，按 85% 读取；请写明百分号"],
        ),
        (
            "项目名称,资金来源,全年预算数\n培训,资金总额,约30\n",
            ["T43 “全年预算数”填报为“约30”，不是数字；请填数字（如 10 或 92.5），此处未计入"],
        ),
        (
            '[{"项目名称": "培训", "三级指标": "场次", "实际完成值": 12},',
            ["T45 JSON 读不通：第 1 行第 44 列附近；请核对括号、引号和逗号"],
        ),
        (
            '{"rows": []}',
            [
                (
                    "T46 JSON 的结构不是完成情况：读到 一个对象，应为 "
                    '{"schema": "jixiao/actuals/1", "indicators": […], "funding": […]} 或一个列表'
                )
            ],
        ),
        (
            '[{"项目名称": "培训", "三级指标": "场次", "实际完成值": [1]}]',
            ["T39 “实际完成值”应为文字或数字，读到一个列表，此处未采用；请改正"],
        ),
        ("", ["T01 文件是空的：0 字节，没有可读的内容；请确认选对了文件，或重新导出后再读"]),
    ],
)
def test_what_is_wrong_with_a_file_is_said(text: str, messages: list[str]) -> None:
    assert said(read(text)) == messages


def test_findings_know_the_cell() -> None:
    actuals = read("项目名称,三级指标,实际完成值,分值\n培训,场次,12,10\n宣传,次数,3,多\n")
    (one,) = actuals.findings
    assert (one.where.table, one.where.level3, one.where.column) == ("宣传", "次数", "分值")
    assert (one.where.origin.file, one.where.origin.line) == ("a.csv", 3)
    assert one.where.origin.column == 4
    assert one.raw == "多"
    assert [row.weight for row in actuals.rows] == [10, None]


def test_unknown_columns_are_kept() -> None:
    (row,) = read("项目名称,三级指标,实际完成值,颜色\n培训,场次,12,红\n").rows
    assert row.extra == (("颜色", "红"),)


def test_a_quotation_mark_never_closed_does_not_swallow_the_file() -> None:
    rows = "".join(f"培训,指标{number},{number}场\n" for number in range(100))
    actuals = read(f'项目名称,三级指标,实际完成值\n培训,"断,1场\n{rows}')
    assert len(actuals.rows) == 101
    assert [one.code for one in actuals.findings] == ["T38"]
    assert actuals.rows[5].origin.line == 7


def test_json_in_its_own_keys_and_in_chinese() -> None:
    own = {
        "schema": "jixiao/actuals/1",
        "indicators": [
            {"unit": "某局", "project": "培训", "level3": "场次", "actual": 12, "weight": 10.5}
        ],
        "funding": [{"project": "培训", "资金来源": "资金总额", "全年预算数": "30", "备注": "略"}],
    }
    actuals = read(json.dumps(own, ensure_ascii=False))
    (row,), (line,) = actuals.rows, actuals.funding
    assert (row.actual, row.weight, row.origin.row) == ("12", Decimal("10.5"), 1)
    assert (str(line.budget), line.extra) == ("30万元", (("备注", "略"),))
    assert [one.code for one in actuals.findings] == ["T42"]
    plain = [{"项目名称": "培训", "三级指标": "场次", "实际完成值": "12场"}]
    assert read(json.dumps(plain)).rows[0].actual == "12场"


def test_json_too_deep_or_with_absurd_numbers_is_said() -> None:
    assert [one.code for one in read("[" * 100_000).findings] == ["T45"]
    text = '[{"项目名称": "培训", "三级指标": "场次", "实际完成值": "1", "分值": 1e999999999}]'
    assert [one.code for one in read(text).findings] == ["T43"]


def test_too_many_rows_are_said() -> None:
    text = "项目名称,三级指标,实际完成值\n" + "培训,场次,12\n" * 5
    actuals = read_actuals(text.encode(), limits=Limits(actual_rows=3))
    assert len(actuals.rows) == 3
    assert [one.code for one in actuals.findings] == ["L06"]


def test_what_is_no_text_gives_unreadable_actuals() -> None:
    actuals = read(b"PK\x03\x04\x00\x00\xff\xfe")
    assert not actuals.readable
    assert [one.code for one in actuals.findings] == ["T105"]
    assert [one.code for one in read(b"\x00\x01\xff\xfe").findings] == ["T02"]
    assert not read_actuals("no such file.csv").readable


TEXTS = st.one_of(st.none(), st.text("甲乙丙0123%≥场次", min_size=1, max_size=6))
FIGURES = st.one_of(st.none(), st.decimals(0, 100, places=2))
ROWS = st.builds(
    ActualRow,
    unit=TEXTS,
    project=TEXTS,
    level1=TEXTS,
    level3=st.text("甲乙丙", min_size=1, max_size=6),
    actual=TEXTS,
    weight=FIGURES,
    rate=st.one_of(st.none(), st.decimals(0, 1, places=3)),
    self_score=FIGURES,
)


@given(st.lists(ROWS, max_size=5))
@settings(max_examples=50)
def test_json_is_read_back(rows: list[ActualRow]) -> None:
    lines = (FundingActual(project="培训", source="资金总额"),)
    actuals = Actuals(tuple(rows), lines, file="x.json")
    shown = actuals.to_json()
    assert Actuals.from_json(json.loads(json.dumps(shown))) == actuals
    again = read_actuals(json.dumps(shown, ensure_ascii=False).encode())
    plain = [(one.project, one.level3, one.actual, one.weight, one.rate) for one in again.rows]
    assert plain == [(one.project, one.level3, one.actual, one.weight, one.rate) for one in rows]
    assert again.findings == ()


@given(st.text("项目名称三级指标,\t\n\r\"'[]{}:=0%", max_size=80))
@settings(max_examples=200)
def test_any_text_is_read_without_raising(text: str) -> None:
    actuals = read(text)
    assert actuals.readable or actuals.findings or not text.strip(" \t\r\n,\"'")


def test_the_columns_of_the_form_of_monitoring_are_read() -> None:
    text = (
        "实施单位,项目名称,三级指标,1-6月执行情况,全年预计完成情况,经费保障,人员保障,其他,"
        "原因说明,完成目标可能性\n"
        "某局,培训,培训场次,4场,10场,√,否,场地,场地维修,有可能\n"
        "\n"
        "实施单位,项目名称,资金来源,全年预算数,1-6月执行数,全年预计执行数,偏差原因类别,原因说明\n"
        "某局,培训,资金总额,20,8.5,20,经费、硬件条件,拨付较晚\n"
    )

    actuals = read_actuals(text.encode(), file="a.csv")

    (row,), (line,) = actuals.rows, actuals.funding
    assert actuals.findings == ()
    assert (row.actual, row.forecast, row.likelihood) == ("4场", "10场", "有可能")
    assert (row.causes, row.reason) == (("经费保障", "其他"), "场地维修")
    assert (str(line.executed), line.months, str(line.forecast)) == ("8.5万元", (1, 6), "20万元")
    assert (line.causes, line.reason) == (("经费保障", "硬件条件保障"), "拨付较晚")


def test_what_the_form_of_monitoring_says_comes_back_from_json() -> None:
    text = (
        "项目名称,三级指标,执行情况,偏差原因类别,完成目标可能性\n培训,场次,4场,人员,确定能\n"
        "项目名称,资金来源,3-7月执行数\n培训,资金总额,5\n"
    )
    actuals = read_actuals(text.encode(), file="a.csv")

    again = Actuals.from_json(actuals.to_json())
    read_back = read_actuals(json.dumps(actuals.to_json()).encode(), file="b.json")

    assert again == actuals
    assert actuals.funding[0].months == (3, 7)
    assert read_back.rows[0].causes == ("人员保障",)
    assert read_back.rows[0].likelihood == "确定能"
    assert read_back.funding[0].months == (3, 7)
    assert read_back.findings == ()
