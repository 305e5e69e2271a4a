"""The papers of each stage: what they hold, that both formats say the same, and how they look."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
from click.testing import CliRunner
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

import jixiao
from every_result import results
from jixiao.checking import CheckReport
from jixiao.cli import cli
from jixiao.findings import MissingExtraError, Where, finding
from jixiao.messages import CATALOGUE
from jixiao.messages.paper_words import PAPER_WORDS
from jixiao.paper import Grid, Paper, told
from jixiao.papers.checked import check_papers
from jixiao.papers.evaluated import scorecard_papers
from jixiao.papers.recomputed import recompute_papers
from jixiao.papers.review_items import PARTS, item_of
from jixiao.papers.watched import monitor_papers
from jixiao.sheets import Area, Cell, Style
from jixiao.writing.docx_files import docx_bytes
from jixiao.writing.outputs import writer_of
from jixiao.writing.paper_sheets import paper_sheet
from jixiao.writing.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.writing.outputs import Kind

EXAMPLES = Path(__file__).parent.parent / "examples"
NANTONG = EXAMPLES / "jiangsu-nantong-2025.txt"
MIDYEAR = EXAMPLES / "nantong-2025-midyear-illustrative.csv"
ACTUALS = EXAMPLES / "nantong-2025-actuals-illustrative.csv"
SELF = EXAMPLES / "self-evaluation-2022-illustrative.csv"
PACKAGE = Path(jixiao.__file__).parent


@cache
def nantong() -> jixiao.Document:
    return jixiao.read(NANTONG)


@cache
def checked() -> tuple[Paper, ...]:
    document = nantong()
    report = CheckReport(jixiao.check(document), document.file)
    return check_papers((report,), Settings(documents=(document,)))


@cache
def monitored() -> tuple[jixiao.MonitorReport, tuple[Paper, ...]]:
    actuals = jixiao.read_actuals(MIDYEAR)
    report = jixiao.monitor(nantong(), actuals, as_of=date(2025, 6, 30))
    return report, monitor_papers(report, Settings(documents=(nantong(),), actuals=actuals))


@cache
def evaluated() -> tuple[jixiao.Scorecard, tuple[Paper, ...]]:
    actuals = jixiao.read_actuals(ACTUALS)
    card = jixiao.evaluate(nantong(), actuals)
    held = Settings(documents=(nantong(),), actuals=actuals, steps=True)
    return card, scorecard_papers(card, held)


@cache
def recomputed() -> tuple[jixiao.RecomputeReport, tuple[Paper, ...]]:
    report = jixiao.recompute(jixiao.read(SELF))
    return report, recompute_papers((report,), Settings())


PAPERS: dict[str, Callable[[], tuple[Paper, ...]]] = {
    "check": checked,
    "monitor": lambda: monitored()[1],
    "scorecard": lambda: evaluated()[1],
    "recompute": lambda: recomputed()[1],
}
each_kind = pytest.mark.parametrize("kind", PAPERS)


def grid(paper: Paper, number: int = 0) -> Grid:
    """A grid of a paper by its place."""
    return [block for block in paper.blocks if isinstance(block, Grid)][number]


def rows(paper: Paper, number: int = 0) -> list[list[str]]:
    """The texts of a grid, row by row."""
    return [[cell.text for cell in row] for row in grid(paper, number).rows]


def named(papers: tuple[Paper, ...], name: str) -> Paper:
    """The paper of that name."""
    return next(one for one in papers if one.name == name)


# ── the list of corrections and the form of review ──


def test_the_papers_of_a_check_and_their_heads() -> None:
    papers = checked()

    assert [one.name for one in papers[:3]] == ["修改意见单", "附表", "审核表1"]
    assert len(papers) == 2 + 1 + len(nantong().tables)
    assert [one.title for one in papers[:3]] == [
        "绩效目标修改意见单",
        "修改意见单附表：各处明细",
        "绩效目标审核表",
    ]
    assert rows(papers[0])[0] == [
        "序号",
        "项目",
        "位置",
        "填报内容",
        "说明与修改建议",
        "依据",
        "修改情况（单位填写）",
    ]
    assert rows(papers[2])[0] == [
        "审核内容",
        "审核项目（分值待核）",
        "意见序号",
        "程度",
        "位置",
        "比对所见",
        "审核意见",
        "得分",
    ]


def test_every_finding_stands_once_in_the_list_gravest_first() -> None:
    found = jixiao.check(nantong())
    listed = [row for row in rows(checked()[0])[1:] if row[0].isdigit()]

    assert [int(row[0]) for row in listed] == list(range(1, len(found) + 1))
    assert Counter(row[4] for row in listed) == Counter(one.message() for one in found)
    by_message = {one.message(): one.severity.rank for one in found}
    ranks = [by_message[row[4]] for row in listed]
    assert ranks == sorted(ranks)
    assert all(row[6] == "" for row in listed)


def test_every_finding_stands_once_in_the_forms_of_review() -> None:
    reviews = [one for one in checked() if one.name.startswith("审核表")]
    numbers = [row[2] for one in reviews for row in rows(one) if row[2].isdigit()]

    assert sorted(map(int, numbers)) == list(range(1, len(jixiao.check(nantong())) + 1))


def test_points_opinions_and_the_grade_are_left_to_the_reviewer() -> None:
    for one in checked():
        if one.name.startswith("审核表"):
            assert {row[7] for row in rows(one)[1:]} == {""}
            assert {row[6] for row in rows(one)[1:]} == {""}


def test_the_form_of_review_has_eight_items_that_say_that_their_points_are_to_be_checked() -> None:
    assert sum(part.points for part in PARTS) == 100
    assert [(part.heading, part.points) for part in PARTS] == [
        ("完整性", 20),
        ("相关性", 30),
        ("适当性", 30),
        ("可行性", 20),
    ]
    items = [row[1].partition("（")[0] for row in rows(checked()[3])[1:] if "分）" in row[1]]
    assert items == [
        "规范完整性",
        "明确清晰性",
        "目标相关性",
        "指标科学性",
        "绩效合理性",
        "资金匹配性",
        "实现可能性",
        "条件充分性",
    ]
    assert "原文待核" in "".join(told(checked()[3]))


def test_a_clause_is_named_with_its_status_and_else_what_was_compared() -> None:
    cites = {row[5] for row in rows(checked()[0])[1:] if row[0].isdigit()}

    assert "《项目支出绩效评价管理办法》（财预〔2020〕10号）（待核）" in cites
    assert "规则集校验（江苏南通-2025/N07）" in cites
    assert "表式要求（T55）" in cites
    assert "表内比对（S10）" in cites


def test_findings_with_many_places_have_them_in_the_annex() -> None:
    found = [one for one in jixiao.check(nantong()) if len(one.items) > 6]
    annex = rows(named(checked(), "附表"))[1:]

    assert len(annex) == sum(len(one.items) for one in found) > 0
    listed = [row for row in rows(checked()[0])[1:] if "见附表" in row[2]]
    assert {row[0] for row in annex} == {row[0] for row in listed}


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_a_finding_of_a_heading_belongs_to_an_item_of_that_heading(code: str) -> None:
    one = finding(code)
    items = {part.heading: {item.name for item in part.items} for part in PARTS}

    if one.heading is None:
        assert item_of(one) is None
    else:
        assert item_of(one) in items[one.heading]


def test_a_check_that_found_nothing_reads_well() -> None:
    papers = check_papers((CheckReport((), "好.txt"),), Settings())

    assert [one.name for one in papers] == ["修改意见单", "审核表1"]
    assert rows(papers[0])[1][0] == "没有需要修改的内容。"
    assert [row[2] for row in rows(papers[1])[1:9]] == ["未见需要修改的内容"] * 8


def test_findings_without_their_document_and_of_one_table_alone() -> None:
    where = Where("培训", 0, level3="场次")
    report = CheckReport((finding("S10", where, name="率", noun="率", value="好"), finding("T04")))
    papers = check_papers((report,), Settings())
    document = jixiao.Document(tables=(jixiao.Table("项目绩效目标表", "", "培训"),))
    alone = check_papers((report,), Settings(documents=(document,)))

    assert [one.name for one in papers] == ["修改意见单", "审核表1", "审核表2"]
    assert [one.name for one in alone] == ["修改意见单", "审核表"]
    assert [row[2] for row in rows(alone[1]) if row[2].isdigit()] == ["1", "2"]
    assert [row[0] for row in rows(alone[1]) if row[0] == "读取说明"] == ["读取说明"]


def test_several_files_have_papers_of_their_own_in_one_output(tmp_path: Path) -> None:
    other = EXAMPLES / "shaanxi-weinan-2023.txt"
    out = tmp_path / "两份.xlsx"
    done = CliRunner().invoke(cli, ["check", str(NANTONG), str(other), "-o", str(out)])

    assert done.stderr.endswith(f"已写入 {out}\n")
    names = load_workbook(out).sheetnames
    assert [one for one in names if one.startswith("修改意见单")] == ["修改意见单1", "修改意见单2"]
    assert {"审核表1-1", "审核表2-1"} <= set(names)


# ── monitoring ──


def test_the_papers_of_monitoring_and_their_heads() -> None:
    report, papers = monitored()

    assert [papers[0].name, papers[1].name, papers[-1].name] == ["预警清单", "监控表1", "核实事项"]
    assert len([one for one in papers if one.name.startswith("监控表")]) == len(report.tables)
    assert rows(papers[0])[0] == [
        "序号",
        "项目",
        "指标或资金",
        "当期应达",
        "执行情况",
        "完成全年",
        "进度",
        "状态",
        "灯",
        "需要说明",
        "原因及措施（单位填写）",
    ]
    upper, lower, *_ = rows(papers[1], 1)
    assert upper == [
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "1-6月执行情况",
        "全年预计完成情况",
        "偏差原因分析",
        *[""] * 5,
        "完成目标可能性",
        "备注",
    ]
    assert lower[6:12] == ["经费保障", "制度保障", "人员保障", "硬件条件保障", "其他", "原因说明"]


def test_a_form_of_monitoring_has_every_indicator_and_no_points() -> None:
    report, papers = monitored()

    for table, paper in zip(report.tables, papers[1:], strict=False):
        body = rows(paper, 1)[2:]
        assert [row[2] for row in body] == [one.level3 for one in table.indicators]
        assert [row[4] for row in body] == [one.actual or "请填写" for one in table.indicators]
        text = "".join(cell for row in body for cell in row)
        assert "得分" not in text
        assert "等次" not in text
        assert [row[1] for row in rows(paper)[1:]] == [one.name for one in table.money]


def test_warnings_are_all_that_has_a_red_or_yellow_lamp_or_is_behind() -> None:
    report, papers = monitored()
    listed = [row for row in rows(papers[0])[1:] if row[0].isdigit()]
    every = [one.progress for table in report.tables for one in table.money]
    every += [row.progress for table in report.tables for row in table.indicators]
    for lamp in ("红", "黄"):
        assert sum(row[8] == lamp for row in listed) == sum(one.lamp == lamp for one in every)
    behind = [one for one in every if one.standing in ("behind", "over")]
    assert sum(row[7] in ("滞后", "超出") for row in listed) == len(behind)


def test_a_report_without_warnings_says_so() -> None:
    empty = jixiao.MonitorReport((), (), "财政部-2020", "", date(2025, 1, 31), "month", "0")
    first, last = monitor_papers(empty, Settings())

    assert rows(first)[1][0] == "没有需要预警的内容。"
    assert rows(last)[1][0] == "没有需要核实、说明的事项。"


# ── self-evaluation ──


def test_the_summary_has_a_row_a_project_with_its_money_and_points() -> None:
    card, papers = evaluated()
    head, *body = rows(papers[0])

    assert head == [
        "序号",
        "项目",
        "实施单位",
        "预算数",
        "执行数",
        "执行率",
        "得分",
        "满分",
        "等次",
        "权重",
        "待定项",
        "备注",
    ]
    assert [row[1] for row in body[:-1]] == [one.name for one in card.tables]
    for row, one in zip(body, card.tables, strict=False):
        low, _, high = row[6].partition("～")
        assert str(one.total.low) == low
        assert str(one.total.high) == (high or low)
        assert row[9] == ("推定" if one.inferred else "填报")
    assert body[0][3:6] == ["72万元", "70.9992万元", "98.61%"]
    assert body[-1][0] == f"合计（{len(card.tables)} 个项目）"


def test_a_self_evaluation_form_has_every_indicator_with_actual_and_points() -> None:
    card, papers = evaluated()
    form = named(papers, "自评表1")
    body = rows(form, 1)
    by_name = {row[3]: row for row in body}

    assert form.title == "项目支出绩效自评表"
    scored = [one for one in card.tables[0].indicators if one.level3]
    for one in scored:
        row = by_name[one.level3]
        assert one.target in row
        assert (one.actual or "") in row


def test_a_scorecard_alone_still_has_its_forms() -> None:
    card, _ = evaluated()
    papers = scorecard_papers(card, Settings())

    texts = "".join(told(named(papers, "自评表1")))
    assert all(one.level3 in texts for one in card.tables[0].indicators)


def test_why_points_are_an_interval_is_said_below_the_form() -> None:
    card, papers = evaluated()
    at = next(n for n, one in enumerate(card.tables, 1) if one.total.low != one.total.high)

    assert any(
        text.startswith("各处说明：") and "得分在" in text
        for text in told(named(papers, f"自评表{at}"))
    )


# ── recomputing ──


def test_the_recomputed_rows_have_printed_recomputed_difference_and_reason() -> None:
    report, papers = recomputed()
    head, *body = rows(papers[0])

    assert head[6:] == ["分值", "自评分", "复核分", "差异", "结果", "理由"]
    listed = [row for row in body if row[0].isdigit()]
    assert len(listed) == len(report.rows) + len(report.totals)
    for row, one in zip(listed, report.rows, strict=False):
        assert row[3] == one.indicator
        assert row[11] == one.message()
        if one.printed is not None and one.computed is not None and one.computed.is_point:
            assert Decimal(row[9]) == one.printed - one.computed.low
    assert {row[10] for row in listed} <= {"一致", "档内", "从严", "复算不一致", "未比较"}


def test_the_working_paper_has_every_step_with_its_clause() -> None:
    report, papers = recomputed()
    steps = [step for one in report.rows for step in one.steps]
    body = rows(named(papers, "底稿"))[1:]

    said = Counter(row[3] for row in body)
    assert all(said[step.text()] >= 1 for step in steps)
    assert len(body) == len(steps) + len(report.rows)
    assert {row[5] for row in body if row[4]} == {"待核"}
    assert {row[5] for row in body if not row[4]} == {""}


def test_nothing_to_recompute_reads_well() -> None:
    papers = recompute_papers((jixiao.RecomputeReport(),), Settings())

    assert rows(papers[0])[1][0] == "没有可以复核的得分。"


# ── both formats ──


def docx_texts(data: bytes) -> list[str]:
    """The texts of paragraphs and cells of a document, in order, merged cells once."""
    body = docx.Document(io.BytesIO(data)).element.body
    found = []
    for paragraph in body.iter(qn("w:p")):
        parts = [
            "\n" if one.tag == qn("w:br") else one.text or ""
            for one in paragraph.iter(qn("w:t"), qn("w:br"))
        ]
        if parts:
            found.append("".join(parts))
    return found


def xlsx_texts(data: bytes) -> list[str]:
    """The texts of the cells of a workbook, in order."""
    book = load_workbook(io.BytesIO(data))
    return [
        text_of(cell.value)
        for sheet in book.worksheets
        for line in sheet.iter_rows()
        for cell in line
        if cell.value is not None
    ]


def text_of(value: object) -> str:
    """A value without the zeros that a number of a workbook does not keep."""
    text = str(value)
    return re.sub(r"\.?0+$", "", text) if re.fullmatch(r"-?\d+\.\d+", text) else text


@each_kind
def test_both_formats_say_the_same(kind: str) -> None:
    papers = PAPERS[kind]()
    papers = (*papers[:4], *papers[-2:]) if len(papers) > 8 else papers
    first = [text_of(text) for paper in papers for text in told(paper) if text]
    from jixiao.writing.paper_sheets import paper_workbook
    from jixiao.writing.workbooks import workbook_bytes

    assert [text_of(text) for text in docx_texts(docx_bytes(papers))] == first
    assert xlsx_texts(workbook_bytes(paper_workbook(papers))) == first


@each_kind
@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_the_same_result_gives_the_same_bytes_in_either_language(kind: Kind, form: str) -> None:
    result = results()[kind]

    for lang in ("zh", "en"):
        first, again = (jixiao.render(result, form, lang=lang) for _ in range(2))
        assert first == again
    assert isinstance(first, bytes)
    with zipfile.ZipFile(io.BytesIO(first)) as held:
        assert {one.date_time[0] for one in held.infolist()} == {2020}


@each_kind
def test_in_english_no_label_is_chinese(kind: Kind) -> None:
    result, held = results()[kind], Settings("en")
    made: dict[str, Callable[[], tuple[Paper, ...]]] = {
        "check": lambda: check_papers((result,), held),
        "monitor": lambda: monitor_papers(result, held),
        "scorecard": lambda: scorecard_papers(result, held),
        "recompute": lambda: recompute_papers((result,), held),
    }
    for paper in made[kind]():
        block = grid(paper)
        if paper.name.startswith("self-evaluation"):
            continue  # an official form keeps its own words
        labels = [cell.text for cell in block.rows[0] if cell.style is Style.HEADER]
        assert not [label for label in labels if re.search("[\u4e00-\u9fff]", label)]


@each_kind
def test_every_row_is_as_wide_as_the_paper(kind: str) -> None:
    for paper in PAPERS[kind]():
        for block in paper.blocks:
            if isinstance(block, Grid):
                assert {len(row) for row in block.rows} == {len(paper.widths)}
                assert all(one.bottom <= len(block.rows) for one in block.merges)
        merged = [
            (row, column)
            for area in paper_sheet(paper).merges
            for row in range(area.top, area.bottom + 1)
            for column in range(area.left, area.right + 1)
        ]
        assert len(merged) == len(set(merged))


def test_a_document_has_chinese_fonts_repeated_heads_and_page_numbers_only() -> None:
    data = writer_of("check", "docx").write(results()["check"])
    assert isinstance(data, bytes)
    document = docx.Document(io.BytesIO(data))
    styles = document.styles.element

    assert {one.get(qn("w:eastAsia")) for one in styles.iter(qn("w:rFonts"))} == {"宋体"}
    for table in document.tables:
        assert table._tbl.tr_lst[0].find(qn("w:trPr")).find(qn("w:tblHeader")) is not None  # noqa: SLF001
    for section in document.sections:
        assert section.orientation == WD_ORIENT.LANDSCAPE
        assert section.page_width is not None
        assert round(section.page_width.mm) == 297
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        assert not [name for name in held.namelist() if "thumbnail" in name]
        fields = re.findall(r'w:instr="(\w+)"', "".join(map(str, map(held.read, held.namelist()))))
    assert sorted(set(fields)) == ["NUMPAGES", "PAGE"]


def test_merged_cells_of_a_document_are_those_of_the_grid() -> None:
    block = Grid(
        tuple(tuple(Cell(f"{row}{column}") for column in "甲乙丙") for row in "一二三"),
        1,
        (Area(1, 1, 1, 2), Area(2, 3, 3, 3)),
    )
    made = docx_bytes((Paper("表", "题", (10, 10, 20), (block,)),))
    table = docx.Document(io.BytesIO(made)).tables[0]

    assert [cell.text for cell in table.rows[0].cells] == ["一甲", "一甲", "一丙"]
    assert [cell.text for cell in table.rows[2].cells] == ["三甲", "三乙", "二丙"]


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_can_stand_in_a_document(text: str) -> None:
    made = docx_bytes((Paper("表", text, (20,), (Grid(((Cell(text),), (Cell(text),))),)),))
    table = docx.Document(io.BytesIO(made)).tables[0]

    assert table.rows[0].cells[0].text == table.rows[1].cells[0].text
    shown = table.rows[0].cells[0].text
    assert len(shown) >= len(text.replace("\r\n", "\n"))


# ── the command ──


COMMANDS = {
    "check": ["check", str(NANTONG)],
    "monitor": ["monitor", str(NANTONG), "--actuals", str(MIDYEAR), "--as-of", "2025-06-30"],
    "evaluate": ["evaluate", str(NANTONG), "--actuals", str(ACTUALS)],
    "recompute": ["recompute", str(SELF)],
}
TITLES = {
    "check": "绩效目标修改意见单",
    "monitor": "绩效运行监控预警清单",
    "evaluate": "绩效自评得分汇总表",
    "recompute": "绩效自评复核表",
}


@pytest.mark.parametrize(
    ("command", "form"),
    [
        ("check", "docx"),
        ("monitor", "xlsx"),
        ("evaluate", "docx"),
        ("recompute", "xlsx"),
        ("recompute", "docx"),
    ],
)
def test_the_command_writes_the_papers_and_they_can_be_read_again(
    command: str, form: str, tmp_path: Path
) -> None:
    out = tmp_path / f"出.{form}"
    done = CliRunner().invoke(cli, [*COMMANDS[command], "-o", str(out)])

    assert done.stderr.endswith(f"已写入 {out}\n")
    texts = xlsx_texts(out.read_bytes()) if form == "xlsx" else docx_texts(out.read_bytes())
    assert texts[0] == TITLES[command]
    again = jixiao.read(out)
    assert again.file == str(out)


def test_from_python_save_writes_the_papers(tmp_path: Path) -> None:
    out = tmp_path / "意见单.docx"
    jixiao.save(jixiao.check(nantong()), out, document=nantong())

    assert docx_texts(out.read_bytes())[0] == "绩效目标修改意见单"


def test_without_the_extra_the_message_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)

    with pytest.raises(MissingExtraError, match=r'pip install "jixiao\[docx\]"'):
        docx_bytes(())


# ── words ──


@pytest.mark.parametrize("name", sorted(PAPER_WORDS))
def test_a_word_takes_the_same_figures_in_both_languages(name: str) -> None:
    chinese, english = PAPER_WORDS[name]
    figures = re.compile(r"\{([a-z_0-9]+)\}")

    assert set(figures.findall(chinese)) == set(figures.findall(english))
    assert not [word for word in ("造假", "违规", "虚报", "矛盾") if word in chinese]


def test_every_word_is_used() -> None:
    said = "".join(
        path.read_text(encoding="utf-8") for path in PACKAGE.joinpath("papers").glob("*.py")
    )
    whole = set(re.findall(r"[\"']([^\"'\s]+)[\"']", said))
    begun = {one for one in re.findall(r'f"([a-z_]*)\{', said) if one}
    ended = set(re.findall(r'\{kind\}(_[a-z_]+)"', said))

    for name in PAPER_WORDS:
        built = any(name.startswith(one) and name.removeprefix(one) in whole for one in begun)
        listed = any(name.endswith(one) and name.removesuffix(one) in whole for one in ended)
        assert name in whole or built or listed, name


# ── how they look ──


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_nothing_is_cut_where_an_office_prints_it(form: str, tmp_path: Path) -> None:
    import pdfplumber

    out = tmp_path / f"核.{form}"
    report, papers = recomputed()
    jixiao.save(report, out)
    command: list[Any] = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run([*command, home, out], check=True, capture_output=True, timeout=180)
    with pdfplumber.open(tmp_path / "核.pdf") as pdf:
        shown = Counter(one["text"] for page in pdf.pages for one in page.chars)
    wanted = Counter("".join("".join(told(one)) for one in papers))

    missing = {
        char: count - shown[char]
        for char, count in wanted.items()
        if not char.isspace() and not char.isascii() and shown[char] < count
    }
    assert missing == {}
