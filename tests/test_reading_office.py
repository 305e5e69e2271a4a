"""Workbooks, Word, HTML, OpenDocument and PDF give the tables that the same text gives."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from clean_tables import CleanTable, clean_tables
from forms import NANTONG, NATIONAL
from hostile_files import BLOCKS, SMALL, sheet_book
from jixiao.limits import Limits
from jixiao.reading import read_actuals, read_document
from jixiao.reading.files.number_formats import show_number
from jixiao.reading.text_layouts import rows_of_text
from jixiao.source import Origin
from jixiao.writing.places import spot
from office_files import (
    Kind,
    Span,
    as_docx,
    as_html,
    as_ods,
    as_pdf,
    as_xls,
    as_xlsx,
    blocks_of_text,
    made,
    word_table,
)
from test_reading_damage import money_of, rows_of

if TYPE_CHECKING:
    from jixiao.tables import Document, Table
    from office_files import Grid

RULESETS = (NANTONG, NATIONAL)
KINDS: tuple[Kind, ...] = ("xlsx", "docx", "html", "ods", "pdf")
DATA = Path(__file__).parent.parent / "examples"


def read(data: bytes, file: str = "表") -> Document:
    return read_document(data, file=file, rulesets=RULESETS)


def codes(document: Document) -> list[str]:
    return [one.code for one in document.findings]


def blocks(text: str) -> list[str | Grid]:
    """The rows of a text as blocks that a file can be made of."""
    rows = []
    for row in rows_of_text(text, RULESETS, file=None, limits=Limits()):
        cells = [""] * row.width
        for cell in row.cells:
            cells[cell.column] = cell.text
        rows.append((cells, row.plain))
    return blocks_of_text(rows)


def bare(text: str | None) -> str:
    return "".join((text or "").split())


def shape(table: Table) -> tuple[object, ...]:
    """What a table says, without where it stood and without white space."""
    rows = [
        (
            *map(bare, row.key),
            *((name, bare(value.text)) for name, value in row.values),
            bare(row.description),
            bare(row.basis),
            row.weight,
            tuple((name, bare(text)) for name, text in row.texts),
        )
        for row in table.indicators
    ]
    money = [
        (bare(line.source), [(name, str(one)) for name, one in line.amounts])
        for line in table.funding
    ]
    lines = [
        (bare(line.name), [(name, str(one)) for name, one in line.amounts])
        for line in table.spending
    ]
    fields = [(one.name, bare(one.text)) for one in table.fields]
    steps = [(step.due, step.share) for step in table.schedule]
    return (table.kind, bare(table.name), table.year, fields, money, lines, steps, rows)


# ── the documents ─────────────────────────────────────────────────────────────

DOCUMENTS = {
    "jiangsu-nantong-2025.txt": (18, 262),
    "shaanxi-weinan-2023.txt": (3, 33),
    "hebei-xinglong-2022.txt": (24, 196),
    "hubei-yangxin-2024.txt": (2, 76),
}


def text_of(name: str) -> str:
    """The text of a document; those that are not in the examples stand with the tests' data."""
    places = [folder / name for folder in (DATA, Path(__file__).parent / "data")]
    found = [place for place in places if place.is_file()]
    if not found:
        pytest.skip(f"{name} is not among the examples")
    return found[0].read_text(encoding="utf-8")


def ruled(document: Document) -> list[Table]:
    """The tables that stand in a grid with a header; goals told in prose are no matter of files."""
    return [table for table in document.tables if any(cell.use == "header" for cell in table.cells)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_gives_the_same_tables_in_every_kind_of_file(name: str, kind: Kind) -> None:
    text = text_of(name)
    was = read(text.encode())
    now = read(made(kind, blocks(text)), f"表.{kind}")

    read_now, read_was = ruled(now), ruled(was)
    assert len(read_now) == DOCUMENTS[name][0]
    assert sum(len(table.indicators) for table in read_now) == DOCUMENTS[name][1]
    assert [shape(table) for table in read_now] == [shape(table) for table in read_was]


@given(clean_tables())
@settings(max_examples=12, deadline=None)
def test_a_clean_table_is_read_exactly_in_every_kind_of_file(table: CleanTable) -> None:
    was = read(table.text.encode()).tables[0]
    for kind in KINDS[:4]:
        (now,) = read(made(kind, blocks(table.text))).tables
        assert rows_of(now) == rows_of(was), kind
        assert money_of(now) == money_of(was), kind
        assert {row.status for row in now.indicators} == {row.status for row in was.indicators}


# ── merged, shifted, split, several ───────────────────────────────────────────

_HEAD: list[str | Span | None] = ["一级指标", "二级指标", "三级指标"]
MERGED: Grid = [
    [Span("绩效指标", rows=5), *_HEAD, Span("指标值", columns=2), None],
    [
        None,
        Span("产出指标", rows=3),
        Span("数量指标", rows=2),
        "培训场次",
        Span("≥10场", columns=2),
        None,
    ],
    [None, None, None, "培训人数", Span("≥500人", columns=2), None],
    [None, None, "质量指标", "合格率", Span("≥98%", columns=2), None],
    [None, "效益指标", "社会效益", "知晓率", Span("≥90%", columns=2), None],
]
EXPECTED = [
    ("产出指标", "数量指标", "培训场次", "≥10场"),
    ("产出指标", "数量指标", "培训人数", "≥500人"),
    ("产出指标", "质量指标", "合格率", "≥98%"),
    ("效益指标", "社会效益", "知晓率", "≥90%"),
]


def keys(table: Table) -> list[tuple[str, ...]]:
    return [(*row.key, row.value("指标值").text) for row in table.indicators]


@pytest.mark.parametrize("kind", KINDS)
def test_merged_cells_count_where_they_begin(kind: Kind) -> None:
    above: Grid = [
        [Span("某县项目绩效目标表", columns=6), None, None, None, None, None],
        ["项目名称", Span("培训", columns=5), None, None, None, None],
    ]
    (table,) = read(made(kind, [[*above, *MERGED]])).tables

    assert (table.title, table.name) == ("某县项目绩效目标表", "培训")
    assert keys(table) == EXPECTED
    assert {row.status.value for row in table.indicators} == {"exact"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_shifted_row_is_put_in_place_and_says_so(kind: Kind) -> None:
    grid: Grid = [
        ["一级指标", "二级指标", "三级指标", "指标值"],
        ["产出指标", "数量指标", "培训场次", "≥10场"],
        ["培训人数", "≥500人", "", ""],
        ["", "质量指标", "合格率", "≥98%"],
        ["效益指标", "社会效益", "知晓率", "≥90%"],
    ]
    (table,) = read(made(kind, ["某县项目绩效目标表", grid])).tables

    assert keys(table) == EXPECTED
    assert [row.status.value for row in table.indicators] == ["exact", "moved", "exact", "exact"]


@pytest.mark.parametrize("kind", KINDS)
def test_several_tables_stand_one_below_the_other(kind: Kind) -> None:
    document = read(
        made(kind, [*BLOCKS, "一、说明", "另一个项目绩效目标表", SMALL, "注：1、可选择填写。"])
    )

    assert [table.title for table in document.tables] == [
        "某县项目绩效目标表",
        "另一个项目绩效目标表",
    ]
    assert len({table.origin for table in document.tables}) == 2


def test_several_sheets_are_read_apart() -> None:
    for data in (as_xlsx({"甲": BLOCKS, "乙": BLOCKS}), as_ods({"甲": BLOCKS, "乙": BLOCKS})):
        document = read(data)
        assert [table.origin.sheet for table in document.tables] == ["甲", "乙"]
        row = document.tables[1].indicators[0]
        place = dict(row.value_origins)["指标值"]
        assert spot(place) == "乙!D4" if place.row == 4 else spot(place) == "乙!D3"


def test_long_tables_go_on_over_the_pages_of_a_pdf() -> None:
    rows: Grid = [["产出指标", "数量指标", f"培训场次第{at}期", f"≥{at}场"] for at in range(1, 101)]
    head = SMALL[0]
    document = read(as_pdf(["某县项目绩效目标表", [head, *rows[:40]], [head, *rows[40:]]]))
    (table,) = document.tables

    assert [row.level3 for row in table.indicators] == [f"培训场次第{at}期" for at in range(1, 101)]
    pages = {row.origin.page for row in table.indicators}
    assert len(pages) > 2
    assert {row.status.value for row in table.indicators} == {"exact"}


def test_a_pdf_without_rules_is_read_by_where_its_text_stands() -> None:
    grid: Grid = [
        ["一级指标", "二级指标", "三级指标", "指标值"],
        ["产出指标", "数量指标", "培训场次", "≥10场"],
        ["", "", "培训人数", "≥500人"],
        ["", "质量指标", "合格率", "≥98%"],
        ["效益指标", "社会效益", "知晓率", "≥90%"],
    ]
    document = read(as_pdf(["某县项目绩效目标表", grid], ruled=False))
    (table,) = document.tables

    assert keys(table) == EXPECTED
    assert "T114" in codes(document)


def test_tables_inside_of_cells_are_read_after_their_row() -> None:
    inner = word_table(SMALL)
    body = (
        "<w:p><w:r><w:t>某县项目绩效目标表</w:t></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>绩效指标</w:t></w:r></w:p>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    )
    page = (
        "<h1>某县项目绩效目标表</h1><table><tr><td>绩效指标<table>"
        "<tr><th>一级指标<th>二级指标<th>三级指标<th>指标值"
        "<tr><td>产出指标<td>数量指标<td>培训场次<td>&ge;10场</table></table>"
    )
    for document in (read(as_docx([], body=body)), read(page.encode())):
        (table,) = document.tables
        assert keys(table) == EXPECTED[:1]


def test_what_word_has_deleted_or_keeps_for_old_programs_is_not_read() -> None:
    cell = (
        "<w:p><w:del><w:r><w:delText>≥9场</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>≥10</w:t></w:r></w:ins><w:r><w:t>场</w:t></w:r>"
        "<mc:AlternateContent xmlns:mc='m'><mc:Choice/><mc:Fallback><w:r><w:t>旧</w:t></w:r>"
        "</mc:Fallback></mc:AlternateContent></w:p>"
    )
    body = word_table(SMALL).replace(
        '<w:p><w:r><w:t xml:space="preserve">≥10场</w:t></w:r></w:p>', cell
    )
    document = read(as_docx([], body=f"<w:p><w:r><w:t>项目绩效目标表</w:t></w:r></w:p>{body}"))

    assert keys(document.tables[0]) == EXPECTED[:1]


# ── what a workbook hides ─────────────────────────────────────────────────────

STYLES = (
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="&quot;≥&quot;0%"/>'
    '<numFmt numFmtId="171" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>'
    "</numFmts>"
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="170"/><xf numFmtId="171"/>'
    '<xf numFmtId="12"/></cellXfs></styleSheet>'
)


_RUNS = '<c t="inlineStr"><is><r><t>≥9</t></r><r><t>8%</t></r><rPh><t>x</t></rPh></is></c>'


def value_sheet(cells: str, *, more: str = "", row: str = "") -> bytes:
    """A sheet whose only indicator has the given cell for its value."""

    def texts(*held: str) -> str:
        return "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in held)

    rows = (
        f"<row>{texts('项目绩效目标表')}</row>"
        f"<row>{texts('一级指标', '二级指标', '三级指标', '指标值')}</row>"
        f"<row{row}>{texts('产出指标', '数量指标', '合格率')}{cells}</row>"
    )
    return sheet_book(f"{more}<sheetData>{rows}</sheetData>", more={"xl/styles.xml": STYLES})


@pytest.mark.parametrize(
    ("cell", "text", "said"),
    [
        ('<c s="1"><v>0.98</v></c>', "98%", None),
        ('<c s="1"><v>0.98499999999999999</v></c>', "98.5%", None),
        ('<c s="2"><v>0.9</v></c>', "≥90%", None),
        ('<c s="3"><v>46022</v></c>', "2025年12月31日", None),
        ("<c><v>0.1</v></c>", "0.1", None),
        ('<c s="1"><f>100%</f><v>1</v></c>', "=100%", "T108"),
        ("<c><f>50%</f></c>", "=50%", "T108"),
        ('<c s="1"><f>A1/B1</f><v>0.95</v></c>', "95%", None),
        ("<c><f>SUM(A1:A3)</f></c>", "=SUM(A1:A3)", "T109"),
        ('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!", "T110"),
        ('<c t="str"><f>T(1)</f><v>≥3次</v></c>', "≥3次", None),
        ('<c s="4"><v>0.5</v></c>', "0.5", "T112"),
        (_RUNS, "≥98%", None),
    ],
)
def test_a_cell_reads_as_it_is_shown_or_was_typed(cell: str, text: str, said: str | None) -> None:
    document = read(value_sheet(cell))
    row = document.tables[0].indicators[0]

    assert row.value("指标值").text == text
    assert (said is None) == (not {"T108", "T109", "T110", "T112"} & set(codes(document)))
    assert said is None or said in codes(document)


def test_what_is_hidden_is_read_and_said() -> None:
    cell = '<c t="inlineStr"><is><t>≥98%</t></is></c>'
    hidden = read(
        value_sheet(cell, row=' hidden="1"', more='<cols><col min="4" max="9" hidden="1"/></cols>')
    )
    said = next(one for one in hidden.findings if one.code == "T106")

    assert len(hidden.tables[0].indicators) == 1
    assert said.message() == ("工作表“表”有隐藏的行 1 行、列 1 列，已一并读取；请核对是否应当填报")
    book = value_sheet(cell)
    assert "T106" not in codes(read(book))


def test_a_typed_formula_says_where_it_is() -> None:
    document = read(value_sheet('<c s="1"><f>100%</f><v>1</v></c>'))
    one = next(one for one in document.findings if one.code == "T108")

    assert spot(one.where.origin) == "表!D3"
    assert one.message().startswith("填报为“=100%”，表格软件把它当成了公式")


@pytest.mark.parametrize(
    ("raw", "form", "text"),
    [
        ("1234.5", "#,##0.00", "1234.5"),
        ("-0.05", "0%;[Red]-0%", "-5%"),
        ("0", '0;-0;"无"', "无"),
        ("45658", "yyyy-mm-dd", "2025-01-01"),
        ("45658.5", "yyyy-mm-dd h:mm", "2025-01-01 12:00"),
        ("0.75", "h:mm", "18:00"),
        ("100", '0"万元"', "100万元"),
        ("1E-3", "General", "0.001"),
        ("12345678901234567", "0", "12345678901234567"),
        ("nan", "0%", "nan"),
    ],
)
def test_numbers_show_as_their_format_says(raw: str, form: str, text: str) -> None:
    assert show_number(raw, form).text == text


# ── kinds and names ───────────────────────────────────────────────────────────


def test_the_kind_is_found_by_content_and_a_wrong_name_is_said() -> None:
    document = read(as_html(BLOCKS), "导出.xls")

    assert keys(document.tables[0]) == EXPECTED[:1]
    assert document.findings[0].message() == (
        "扩展名与内容不一致：文件名为“导出.xls”，内容是 html，已按 html 读取；建议改名"
    )
    assert "T100" not in codes(read(as_xlsx({"表": BLOCKS}), "表.xlsx"))
    assert codes(read(b"\xff\xd8\xff" + b"x" * 50, "表.xlsx")) == ["T105"]


def test_an_old_workbook_is_read_and_its_numbers_are_doubtful() -> None:
    rows: list[list[str | float]] = [
        ["项目绩效目标表"],
        ["一级指标", "二级指标", "三级指标", "指标值"],
        ["产出指标", "数量指标", "合格率", 0.98],
    ]
    document = read(as_xls(rows), "表.xls")

    assert document.tables[0].indicators[0].value("指标值").text == "0.98"
    assert "T111" in codes(document)


def test_csv_is_a_grid_too_and_an_open_quotation_mark_is_said() -> None:
    text = (
        "项目绩效目标表,,,\n一级指标,二级指标,三级指标,指标值\n"
        '产出指标,数量指标,"培训,场次",≥10场\n'
    )
    (table,) = read(text.encode(), "表.csv").tables
    assert table.indicators[0].level3 == "培训,场次"
    torn = read(text.replace('"培训,场次"', '"培训场次').encode(), "表.csv")
    assert "T38" in codes(torn)
    assert keys(torn.tables[0]) == EXPECTED[:1]


@pytest.mark.parametrize(
    ("package", "data", "extra"),
    [("pdfplumber", b"%PDF-1.7\n", "pdf"), ("python_calamine", as_xls([["甲"]]), "xlsx")],
)
def test_a_package_that_is_absent_is_named(
    package: str, data: bytes, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from importlib.util import find_spec

    def absent(name: str) -> object:
        return None if name == package else find_spec(name)

    monkeypatch.setattr("jixiao.reading.pdf.document.find_spec", absent)
    monkeypatch.setattr("jixiao.reading.files.xls.find_spec", absent)
    document = read(data)

    assert not document.readable
    assert f"pip install 'jixiao[{extra}]'" in document.findings[0].message()


# ── actuals ───────────────────────────────────────────────────────────────────


def test_actuals_are_read_from_a_workbook() -> None:
    grid: Grid = [
        [Span("2025年完成情况", columns=4), None, None, None],
        ["项目名称", "三级指标", "实际完成值", "分值"],
        [Span("培训", rows=2), "培训场次", "12场", "10"],
        [None, "合格率", "99%", "十分"],
        ["", "", "", ""],
        ["项目名称", "资金来源", "全年预算数", "全年执行数"],
        ["培训", "资金总额", "30", "28.5"],
    ]
    actuals = read_actuals(as_xlsx({"填写说明": ["先看这里"], "数据": [grid]}), file="完成.xlsx")

    assert [(row.project, row.level3, row.actual) for row in actuals.rows] == [
        ("培训", "培训场次", "12场"),
        ("培训", "合格率", "99%"),
    ]
    assert str(actuals.funding[0].executed) == "28.5万元"
    assert [one.code for one in actuals.findings] == ["T43"]
    assert spot(actuals.findings[0].where.origin) == "数据!D4"


def test_a_workbook_without_actuals_says_what_it_lacks() -> None:
    actuals = read_actuals(as_xlsx({"表": [[["甲", "乙"]]]}))

    assert not actuals.readable
    assert [one.code for one in actuals.findings] == ["T41"]


@pytest.mark.parametrize(
    ("origin", "zh", "en"),
    [
        (Origin(sheet="目标表", row=12, column=5), "目标表!E12", "目标表!E12"),
        (Origin(sheet="目标表"), "目标表", "目标表"),
        (Origin(page=2, row=3, column=1), "第 2 页第 3 行第 1 格", "page 2, row 3, cell 1"),
        (Origin(), "", ""),
    ],
)
def test_places_are_said_as_people_say_them(origin: Origin, zh: str, en: str) -> None:
    assert (spot(origin), spot(origin, "en")) == (zh, en)


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_the_examples_are_the_first_table_of_their_text(kind: str) -> None:
    first = read((DATA / "jiangsu-nantong-2025.txt").read_bytes()).tables[0]
    (example,) = read((DATA / f"nantong-2025-project.{kind}").read_bytes()).tables

    assert shape(example) == shape(first)


def test_a_line_that_is_too_long_is_kept_and_said() -> None:
    long = "甲" * 60
    for data in (as_docx([*BLOCKS, long]), as_html([*BLOCKS, long])):
        document = read_document(data, rulesets=RULESETS, limits=Limits(line_chars=50))
        assert codes(document).count("L05") == 1
        assert long in {cell.text for cell in document.leftovers}


def test_where_no_process_can_be_started_files_are_read_in_this_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows: list[list[str | float]] = [["项目绩效目标表"]]
    rows += [[str(one) for one in row] for row in SMALL]
    files = (as_pdf(BLOCKS), as_xls(rows))
    beside = [keys(read(data).tables[0]) for data in files]
    monkeypatch.setattr("jixiao.reading.pdf.document.can_start", lambda: False)
    monkeypatch.setattr("jixiao.reading.files.xls.can_start", lambda: False)

    assert [keys(read(data).tables[0]) for data in files] == beside == [EXPECTED[:1]] * 2


def test_escapes_of_excel_are_undone_but_for_what_is_no_character() -> None:
    cell = '<c t="inlineStr"><is><t>≥_x0039_8%_xD800_</t></is></c>'
    document = read(value_sheet(cell))

    assert document.tables[0].indicators[0].value("指标值").text == "≥98%_xD800_"
    assert str(document.to_json()).encode("utf-8")
