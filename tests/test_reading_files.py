"""Files that cannot be read, files in other encodings, and what is said about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms import NANTONG, NATIONAL
from jixiao.limits import Limits
from jixiao.reading import read_document
from jixiao.tables import Document
from test_reading_damage import cells_of, characters

if TYPE_CHECKING:
    from pathlib import Path

RULESETS = (NANTONG, NATIONAL)
HEADER = "一级指标\t二级指标\t三级指标\t指标值"
ROW = "产出指标\t数量指标\t培训场次\t≥10场"
SMALL = f"某县项目绩效目标表\n项目名称\t培训\t实施单位\t某局\n{HEADER}\n{ROW}\n"


def read(text: str | bytes, limits: Limits | None = None) -> Document:
    data = text.encode() if isinstance(text, str) else text
    return read_document(data, file="f.txt", rulesets=RULESETS, limits=limits or Limits())


def said(document: Document) -> list[str]:
    return [f"{one.code} {one.message()}" for one in document.findings]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "T01 文件是空的：0 字节，没有可读的内容；请确认选对了文件，或重新导出后再读"),
        (
            b"\xef\xbb\xbf",
            "T01 文件是空的：3 字节，没有可读的内容；请确认选对了文件，或重新导出后再读",
        ),
        (
            b" \r\n\t\n",
            "T01 文件是空的：5 字节，没有可读的内容；请确认选对了文件，或重新导出后再读",
        ),
        (
            b"\x00\x01\x02\x03\xff\xfe\x80\x81",
            (
                "T02 文件不是文本：按 UTF-8、GB18030 都读不通"
                "（开头字节为 00 01 02 03 ff fe 80 81）；"
                "请另存为文本或 CSV（UTF-8）后再读"
            ),
        ),
        (
            b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xff\xfe",
            "T105 这种文件（压缩包）不能直接读取；请另存为 xlsx、docx 后再读",
        ),
        (
            b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
            "T105 这种文件（图片）不能直接读取；请另存为 xlsx、docx 后再读",
        ),
        (
            "年度报告\n没有表".encode(),
            (
                "T03 没有找到绩效表：应有标题（如“…绩效目标表”）和含“一级指标、二级指标”的表头，"
                "共读 2 行；全文列入未识别内容，请核对文件"
            ),
        ),
    ],
    ids=["empty", "mark-only", "white", "binary", "zip", "jpeg", "no-table"],
)
def test_what_cannot_be_read_is_said(data: bytes, message: str) -> None:
    document = read(data)
    assert said(document) == [message]
    assert not document.readable
    assert document.tables == ()
    assert document.findings[0].where.origin.file == "f.txt"
    assert document.findings[0].severity.value == "error"


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    path = tmp_path / "无.txt"
    document = read_document(path, rulesets=RULESETS)
    assert not document.readable
    (one,) = document.findings
    assert one.code == "T36"
    assert one.message().startswith(f"文件打不开：“{path}”（")
    assert one.where.origin.file == str(path)


def test_a_file_too_large_or_with_too_many_tables_is_said() -> None:
    assert [one.code for one in read(SMALL, Limits(file_bytes=10)).findings] == ["L03"]
    document = read(SMALL * 3, Limits(tables=2))
    assert len(document.tables) == 2
    assert "L04" in {one.code for one in document.findings}
    assert cells_of(document) == characters(SMALL * 3)
    long = read(SMALL + "甲" * 50, Limits(line_chars=40))
    assert "L05" in {one.code for one in long.findings}
    assert cells_of(long) == characters(SMALL + "甲" * 50)


def tables_of(document: Document) -> list[object]:
    return [(table.name, table.unit, table.indicators) for table in document.tables]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_encodings_give_the_same_tables(encoding: str) -> None:
    plain, other = read(SMALL), read(SMALL.encode(encoding))
    assert tables_of(plain) == tables_of(other)
    assert [one.code for one in other.findings] == (["T04"] if encoding == "gb18030" else [])


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_change_nothing(end: str) -> None:
    assert tables_of(read(SMALL)) == tables_of(read(SMALL.replace("\n", end)))


def test_a_form_nobody_knows_is_read_by_its_headers_and_said() -> None:
    text = (
        "医院运行绩效监测自评表\n部门名称\t某院\n"
        "一级指标\t二级指标\t指标内容\t年初目标值(A)\t全年完成值(B)\t分值\t得分\t备注说明\n"
        "产出指标\t数量指标\t指标1：门诊人次\t≥100人次\t120人次\t20\t20\t无\n"
        "\t\t指标2：\n\t质量指标\t治愈率\t≥90%\t91%\t十分\t9\n"
    )
    document = read_document(text.encode(), file="f.txt")
    (table,) = document.tables
    assert table.stage == "自评"
    assert [(column.name, column.role) for column in table.columns] == [
        ("年初目标值(A)", "目标值"),
        ("全年完成值(B)", "实际值"),
        ("分值", "权重"),
        ("得分", "得分"),
        ("备注说明", ""),
    ]
    first, second = table.indicators
    assert first.key == ("产出指标", "数量指标", "门诊人次")
    assert first.value("全年完成值(B)").text == "120人次"
    assert first.weight == 20
    assert first.text("得分") == "20"
    assert first.text("备注说明") == "无"
    assert second.weight is None
    assert [slot.level2 for slot in table.slots] == ["数量指标"]
    assert [one.split(" ")[0] for one in said(document)] == ["T05", "T33", "T34"]
    assert document.findings[2].message() == "分值填报为“十分”，不是数字，未计入，请核实"


def test_two_tables_without_a_title_between_them_are_two() -> None:
    second = SMALL.split("\n", 1)[1].replace("培训\t", "宣传\t")
    document = read(SMALL + second)
    assert [table.name for table in document.tables] == ["培训", "宣传"]
    assert "T07" in {one.code for one in document.findings if one.where.table_index == 1}


def test_prose_and_other_tables_are_left_over_and_not_read() -> None:
    other = "2025年财政拨款收支总表\n项目\t预算数\n一般公共服务\t20\n"
    text = f"一、基本情况\n{other}\n{SMALL}注：1、可选择填写。\n"
    document = read(text)
    assert len(document.tables) == 1
    assert document.findings == ()
    assert characters("".join(cell.text for cell in document.leftovers)) == characters(
        f"一、基本情况{other}注：1、可选择填写。"
    )


def test_personal_fields_are_masked_unless_asked_for() -> None:
    filled = SMALL.replace(
        "项目名称\t培训\t", "填报人\t某某\t联系电话\t13900000000\n项目名称\t培训\t"
    )
    text = f"{filled}如有疑问请拨 0513-00000000。\n"
    document = read(text)
    masked, plain = str(document.to_json()), str(document.to_json(mask=False))
    for private in ("某某", "13900000000", "0513-00000000"):
        assert private in plain
        assert private not in masked
    again = Document.from_json(document.to_json())
    assert again.tables[0].indicators == document.tables[0].indicators
    field = again.tables[0].field("填报人")
    assert field is not None
    assert field.text == "＊＊＊"


def test_json_opens_with_its_schema_and_holds_the_keys_of_the_design() -> None:
    shown = read(SMALL).to_json()
    assert next(iter(shown)) == "schema"
    assert shown["schema"] == "jixiao/document/1"
    table = shown["tables"][0]
    design = {"kind", "name", "year", "stage", "fields", "funding", "spending", "schedule"}
    assert design | {"indicators"} <= table.keys()
    row = table["indicators"][0]
    assert row["values"]["指标值"]["op"] == ">="
    assert row["status"] == "exact"
    assert row["origin"] == {"line": 4, "column": 3}
    with pytest.raises(ValueError, match="jixiao/table/9"):
        Document.from_json({"schema": "jixiao/table/9"})


PIECES = [
    "\t",
    "\n",
    "\r\n",
    " ",
    HEADER,
    ROW,
    SMALL,
    "支出",
    "资金总额",
    "72",
    "## ",
    "表",
    "≥98%",
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_raising_and_nothing_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    data = text.encode("utf-8", "ignore")
    document = read(data)
    if document.digest and "T01" not in {one.code for one in document.findings}:
        if "T02" in {one.code for one in document.findings}:
            return
        expected = data.decode("utf-8-sig")
        assert cells_of(document) == characters(expected)


@given(st.binary(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_without_raising(data: bytes) -> None:
    document = read(data)
    assert len(document.digest) == 64
    assert document.readable or document.findings


def test_a_line_of_very_many_cells_costs_little() -> None:
    document = read(SMALL + "甲\t" * 30_000 + "\n" + ROW + "\n")
    assert len(document.tables[0].indicators) == 3
    assert document.tables[0].indicators[1].status.value == "unread"
    assert cells_of(document) == characters(SMALL + "甲\t" * 30_000 + ROW)


FORM = "南通市本级项目预算绩效目标表\n2025年度\n项目名称\t\t培训\n"
COLUMNS = "一级指标\t二级指标\t三级指标\t半年(程) 指标值\t全年(程) 指标值\n"


def test_a_header_printed_twice_gives_its_columns_once() -> None:
    row = "产出指标\t数量指标\t培训场次\t≥5场\t≥10场\n"
    (table,) = read(FORM + COLUMNS + COLUMNS + row).tables
    assert [column.name for column in table.columns] == ["半年指标值", "全年指标值"]
    assert [value.text for _, value in table.indicators[0].values] == ["≥5场", "≥10场"]
    (again,) = read(FORM + COLUMNS + row + COLUMNS + row.replace("场次", "人数")).tables
    assert len(again.indicators) == 2


def test_rows_that_strayed_into_the_indicators_are_not_called_exact() -> None:
    rows = (
        "产出指标\t数量指标\t培训场次\t≥5场\t≥10场\n"
        "\t\t资金总额\t\t9.8\n"
        "奇怪标签\t数量指标\t培训人数\t≥5人\t≥10人\n"
        "\t\t参训人数\t≥5人\t≥10人\n"
        "效益指标\t经济效益\t节约率\t≥5%\t≥10%\n"
        "产出指标\t社会效益\t知晓率\t≥5%\t≥10%\n"
        "\t\t认可率\t≥5%\t≥10%\n"
    )
    (table,) = read(FORM + COLUMNS + rows).tables
    assert [row.status.value for row in table.indicators] == [
        "exact",
        "unread",
        "suspected",
        "suspected",
        "exact",
        "suspected",
        "suspected",
    ]


def test_a_fixed_row_beside_its_own_place_is_doubtful() -> None:
    rows = (
        "过程\t组织实施\t管理制度健全性\t健全\t健全\n"
        "产出指标\t数量指标\t管理制度健全性\t健全\t健全\n"
        "\t\t预算执行率\t≥50%\t≥98%\n"
        "过程\t资金管理\t预算执行率\t=50%\t=100%\n"
    )
    (table,) = read(FORM + COLUMNS + rows).tables
    assert [row.status.value for row in table.indicators] == [
        "exact",
        "suspected",
        "exact",
        "exact",
    ]
    assert [doubt.code for doubt in table.indicators[1].doubts] == ["T21"]


def test_a_form_of_its_own_may_name_its_levels_as_it_likes() -> None:
    text = (
        "某县专项资金绩效目标表\n项目名称\t培训\n一级指标\t二级指标\t三级指标\t指标值\n"
        "项目完成\t数量指标\t场次\t≥5场\n\t质量指标\t合格率\t≥95%\n"
        "项目效果\t社会效益\t知晓率\t≥90%\n\t自定指标\t认可率\t≥90%\n"
    )
    document = read_document(text.encode())
    rows = [(row.level1, row.level2, row.status.value) for row in document.tables[0].indicators]
    assert rows == [
        ("项目完成", "数量指标", "exact"),
        ("项目完成", "质量指标", "exact"),
        ("项目效果", "社会效益", "exact"),
        ("项目效果", "自定指标", "exact"),
    ]
