"""Official forms: written for every ruleset and stage, edited as a person would, and read back."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import openpyxl
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell import Cell as OpenCell
from openpyxl.utils import get_column_letter

import jixiao
from jixiao.cli import cli
from jixiao.form_marks import MARKS_SHEET, is_row_id
from jixiao.library import Library
from jixiao.official.changes import Change, changes_text, spelling_only
from jixiao.official.choosing import NoFormError, chosen_form
from jixiao.official.verbs import form_workbook, read_form
from jixiao.sheets import Tone
from jixiao.tables import Document, Stage
from jixiao.writing.workbooks import workbook_bytes
from table_strategies import filled_tables

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from jixiao.tables import Table

IDS = Library.default().ids()
STAGES: tuple[Stage, ...] = get_args(Stage)
TABLE = """2025年度项目绩效目标表
金额单位：万元
项目名称\t培训经费
主管部门\t某市教育局\t实施单位\t某市培训中心
项目负责人/联系电话\t张某 13800000000
项目资金\t资金来源\t全年预算数
\t资金总额\t72
\t财政拨款\t70.5
\t其他资金\t
绩效指标\t一级指标\t二级指标\t三级指标\t指标值
\t产出指标\t数量指标\t培训场次\t≥10场
\t\t\t培训人次\t≥500人次
\t\t质量指标\t培训合格率\t≥95%
\t\t时效指标\t完成及时率\t=100%
\t效益指标\t社会效益指标\t知晓率\t≥90%
\t满意度指标\t服务对象满意度指标\t学员满意度\t≥95%
"""
ACTUALS = """项目名称,一级指标,二级指标,三级指标,实际完成值,分值,偏差原因及改进措施
培训经费,产出指标,数量指标,培训场次,12场,15,
培训经费,产出指标,数量指标,培训人次,480人次,15,报名人数少
培训经费,产出指标,质量指标,培训合格率,96%,10,
培训经费,产出指标,时效指标,完成及时率,100%,10,
培训经费,效益指标,社会效益指标,知晓率,,30,
培训经费,满意度指标,服务对象满意度指标,学员满意度,97%,10,
"""


@lru_cache
def blank(ruleset: str, stage: Stage) -> bytes:
    book, _ = form_workbook(None, jixiao.load(ruleset), stage=stage)
    return workbook_bytes(book)


def document() -> Document:
    return jixiao.read(TABLE.encode(), file="目标.txt")


def filled(**options: object) -> bytes:
    book, _ = form_workbook(document(), **options)  # type: ignore[arg-type]
    return workbook_bytes(book)


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rows_by_id(sheet: Worksheet) -> dict[str, int]:
    return {
        str(cell.value): int(cell.row or 0)
        for row in sheet.iter_rows()
        for cell in row
        if is_row_id(str(cell.value))
    }


def row_of(sheet: Worksheet, text: str) -> int:
    return next(
        int(cell.row or 0) for row in sheet.iter_rows() for cell in row if cell.value == text
    )


def column_of(sheet: Worksheet, text: str) -> int:
    return next(
        int(cell.column or 0) for row in sheet.iter_rows() for cell in row if cell.value == text
    )


def unmerged(sheet: Worksheet) -> None:
    """What a person does before sorting: merged cells are parted and keep their text above."""
    for area in list(sheet.merged_cells.ranges):
        if area.max_row > area.min_row:
            sheet.unmerge_cells(str(area))


def kinds(changes: tuple[Change, ...]) -> list[tuple[str, str, str, str]]:
    return [(one.kind, one.column, one.before, one.after) for one in changes]


# ── every ruleset, every stage ────────────────────────────────────────────────


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("ruleset", IDS)
def test_a_form_goes_out_is_edited_by_a_person_and_comes_back(ruleset: str, stage: Stage) -> None:
    data = blank(ruleset, stage)
    assert read_form(data).changes == ()
    book = opened(data)
    sheet = book.worksheets[0]
    width = sheet.max_column
    assert sheet.column_dimensions[get_column_letter(width)].hidden
    ids = rows_by_id(sheet)
    rooms = [name for name in ids if ".s" in name]
    if len(rooms) < 3:
        # a form of prose has fields alone
        field = ids["jx:t0.f0"]
        sheet.cell(field, 2).value = "填入"
        (change,) = read_form(saved(book)).changes
        assert (change.kind, change.before, change.after) == ("value", "", "填入")
        return
    name = column_of(sheet, "三级指标")
    first = ids[rooms[0]]
    before = sheet.cell(first, name).value or ""
    sheet.cell(first, name).value = "甲项指标"
    removed = ids[rooms[-1]]
    gone = [cell.value for cell in sheet[removed][:-1] if cell.value]
    sheet.delete_rows(removed)
    sheet.insert_rows(first + 1)
    sheet.cell(first + 1, name).value = "乙项指标"

    returned = read_form(saved(book), file="表.xlsx")

    found = kinds(returned.changes)
    assert ("value", "三级指标", before, "甲项指标") in found
    assert ("row_added", "", "", "乙项指标") in found
    assert [one.kind for one in returned.changes].count("row_removed") == 1
    assert len(found) == 3
    assert len(gone) >= 0
    (table,) = returned.document.tables
    assert {"甲项指标", "乙项指标"} <= {row.level3 for row in table.indicators}
    assert returned.origins is not None
    assert (returned.origins.ruleset, returned.origins.stage) == (ruleset, stage)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("ruleset", IDS)
def test_a_blank_form_has_the_fields_columns_and_levels_of_its_ruleset(
    ruleset: str, stage: Stage
) -> None:
    chosen = chosen_form(jixiao.load(ruleset), stage)
    book = opened(blank(ruleset, stage))
    sheet = book.worksheets[0]
    texts = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}

    assert {one.path[-1] for one in chosen.table.fields} <= texts
    assert {one.name for one in chosen.table.columns} <= texts
    if chosen.table.columns:
        levels = {root.name for root in chosen.roots if root.level == 1 and root.children}
        assert {name for name in levels if name} <= texts
    assert book[MARKS_SHEET].sheet_state == "veryHidden"
    assert sheet.page_setup.paperSize == 9
    assert sheet.print_area != ""


# ── filled ────────────────────────────────────────────────────────────────────


def essence(table: Table) -> tuple[object, ...]:
    """What a table says, whatever the file it stands in."""
    return (
        table.kind,
        table.name,
        table.unit,
        table.year,
        table.stage,
        table.money_unit,
        sorted((one.name, one.text) for one in table.fields),
        [(one.source, one.amounts) for one in table.funding],
        [(one.name, one.amounts) for one in table.spending],
        [(row.key, [(name, str(value)) for name, value in row.values]) for row in table.indicators],
        [(row.texts, row.weight) for row in table.indicators],
        sorted((one.level1, one.level2) for one in table.slots),
    )


def test_a_filled_form_reads_as_the_same_table_by_the_ordinary_reader_and_by_its_ids() -> None:
    (table,) = document().tables
    data = filled(personal=True)

    (read,) = jixiao.read(data, file="表.xlsx").tables
    (returned,) = read_form(data).document.tables

    assert essence(read) == essence(table)
    assert essence(returned) == essence(table)


def test_personal_fields_are_masked_unless_asked_for() -> None:
    assert "张某" not in str(jixiao.read(filled(), file="a.xlsx").to_json(mask=False))
    assert "张某" in str(jixiao.read(filled(personal=True), file="a.xlsx").to_json(mask=False))
    marks = opened(filled())[MARKS_SHEET]
    assert all("张某" not in str(cell.value) for row in marks.iter_rows() for cell in row)


def test_rows_may_be_sorted_after_the_merged_cells_were_parted() -> None:
    book = opened(filled())
    sheet = book.worksheets[0]
    unmerged(sheet)
    names = ["培训场次", "培训人次", "培训合格率"]
    at = [row_of(sheet, name) for name in names]
    held = [[cell.value for cell in sheet[row]] for row in at]
    for row, values in zip(at, reversed(held), strict=True):
        for cell, value in zip(sheet[row], values, strict=True):
            cell.value = value

    returned = read_form(saved(book))

    assert {one.kind for one in returned.changes} == {"row_moved"}
    (table,) = returned.document.tables
    levels = {row.level3: (row.level1, row.level2) for row in table.indicators}
    assert levels["培训场次"] == ("产出指标", "数量指标")
    assert levels["培训合格率"] == ("产出指标", "质量指标")


def test_a_copied_row_has_an_id_twice_and_is_a_new_row() -> None:
    book = opened(filled())
    sheet = book.worksheets[0]
    unmerged(sheet)
    row = row_of(sheet, "培训人次")
    values = [cell.value for cell in sheet[row]]
    sheet.insert_rows(row + 1)
    for column, value in enumerate(values, 1):
        sheet.cell(row + 1, column).value = value
    sheet.cell(row + 1, 4).value = "培训课时"

    (change,) = read_form(saved(book)).changes

    assert change.kind == "row_added"
    assert "培训课时" in change.after


def test_a_row_whose_id_was_lost_is_known_by_its_text_and_that_is_said() -> None:
    book = opened(filled())
    sheet = book.worksheets[0]
    row = row_of(sheet, "培训人次")
    sheet.cell(row, sheet.max_column).value = None
    sheet.cell(row, 5).value = "≥600人次"

    returned = read_form(saved(book))

    assert [one.kind for one in returned.changes] == ["id_lost", "value"]


def test_a_sheet_without_any_id_is_said_and_read_as_it_stands() -> None:
    book = opened(filled())
    sheet = book.worksheets[0]
    sheet.delete_cols(sheet.max_column)

    returned = read_form(saved(book))

    assert [one.kind for one in returned.changes] == ["ids_lost"]
    assert len(returned.document.tables) == 1


def test_a_column_put_in_between_moves_nothing() -> None:
    book = opened(filled())
    sheet = book.worksheets[0]
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    sheet.insert_cols(5)
    sheet.cell(row_of(sheet, "培训人次"), 6).value = "≥600人次"

    changes = read_form(saved(book)).changes

    assert ("value", "指标值", "≥500人次", "≥600人次") in kinds(changes)


def test_a_renamed_sheet_and_a_written_over_label_are_no_loss() -> None:
    book = opened(filled())
    sheet = book.worksheets[0]
    sheet.title = "改了名"
    row = row_of(sheet, "项目名称")
    sheet.cell(row, 1).value = "项目的名称"

    returned = read_form(saved(book))

    assert kinds(returned.changes) == [("label", "", "项目名称", "项目的名称")]
    assert returned.document.tables[0].name == "培训经费"


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("≥98%", "≥９８％", True),
        ("≥98%", "不低于98%", True),
        ("≥98%", "≥89%", False),
        ("72", "72.00 ", True),
        ("1,200", "1200", True),
        ("规范", " 规范", True),
        ("规范", "较规范", False),
        ("", "≥1次", False),
    ],
)
def test_habits_of_writing_are_spelling_only(before: str, after: str, *, same: bool) -> None:
    assert spelling_only(before, after, value=True) is same


def test_figures_typed_as_text_are_spelling_only() -> None:
    book = opened(filled())
    sheet = book.worksheets[0]
    row = row_of(sheet, "资金总额")
    cell = next(cell for cell in sheet[row] if cell.value == 72)
    cell.value = " ７２ "

    assert [one.kind for one in read_form(saved(book)).changes] == ["spelling"]


def test_what_changed_is_said_in_words() -> None:
    book = opened(filled())
    sheet = book.worksheets[0]
    sheet.cell(row_of(sheet, "培训人次"), 5).value = "≥600人次"

    lines = list(changes_text(read_form(saved(book)).changes))

    assert lines == [
        f"【1】{sheet.title}",
        f"  [E{row_of(sheet, '培训人次')}] 培训人次 › 指标值：改了内容：≥500人次 → ≥600人次",
        "1 处：改 1，写法 0，增行 0，删行 0，其他 0",
    ]
    assert list(changes_text(())) == ["写出之后没有改动。"]


# ── scores, progress, findings ────────────────────────────────────────────────


def test_the_form_of_self_evaluation_holds_points_and_intervals_with_why() -> None:
    actuals = jixiao.read_actuals(ACTUALS.encode(), file="实际.csv")

    sheet = opened(filled(stage="自评", actuals=actuals)).worksheets[0]

    head = [cell.value for cell in sheet[row_of(sheet, "三级指标")]]
    points = head.index("得分") + 1
    assert sheet.cell(row_of(sheet, "培训场次"), points).value == 15
    assert sheet.cell(row_of(sheet, "培训人次"), points).value == 14.4
    missing = sheet.cell(row_of(sheet, "知晓率"), points)
    assert missing.value == "0～30"
    assert missing.comment is not None
    assert "得分在 0 至 30 之间" in missing.comment.text
    assert "报名人数少" in {cell.value for cell in sheet[row_of(sheet, "培训人次")]}


def test_the_form_of_monitoring_holds_what_was_done_and_how_likely_the_year_is() -> None:
    from datetime import date

    actuals = jixiao.read_actuals(ACTUALS.encode(), file="实际.csv")

    sheet = opened(filled(stage="监控", actuals=actuals, as_of=date(2025, 7, 31))).worksheets[0]

    row = [cell.value for cell in sheet[row_of(sheet, "培训场次")]]
    assert "12场" in row
    assert "确定能" in row


def test_the_months_of_the_form_are_those_closed_by_the_day() -> None:
    from datetime import date

    actuals = jixiao.read_actuals(ACTUALS.encode(), file="实际.csv")

    data = filled(stage="监控", actuals=actuals, as_of=date(2025, 6, 30))

    texts = {cell.value for row in opened(data).worksheets[0].iter_rows() for cell in row}
    assert {"1-6月执行数", "1-6月执行情况"} <= texts
    (table,) = jixiao.read(data, file="表.xlsx").tables
    row = next(row for row in table.indicators if row.level3 == "培训场次")
    assert (table.stage, str(row.value("年度指标值"))) == ("监控", "≥10场")


def test_points_of_the_execution_rate_stand_in_one_place() -> None:
    """南通 prints 预算执行率 among its indicators: the part of the money has no points then."""
    examples = Path(__file__).parent.parent / "examples"
    nantong = jixiao.read(examples / "nantong-2025-project.xlsx")
    actuals = jixiao.read_actuals(examples / "nantong-2025-actuals-illustrative.csv")
    book, _ = form_workbook(nantong, stage="自评", actuals=actuals)
    own = opened(workbook_bytes(book)).worksheets[0]
    national = opened(blank("财政部-2020", "自评")).worksheets[0]

    def points(sheet: Worksheet) -> object:
        at = row_of(sheet, "年度资金总额")
        head = [cell.value for cell in sheet[at - 1]]
        return sheet.cell(at, head.index("分值") + 1).value

    assert (points(own), points(national)) == (None, 10)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs an office program")
def test_an_office_program_opens_a_form_and_prints_every_word(tmp_path: Path) -> None:
    pdfplumber = pytest.importorskip("pdfplumber")
    (tmp_path / "表.xlsx").write_bytes(filled())
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"

    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "表.xlsx"],  # noqa: S607
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )

    with pdfplumber.open(tmp_path / "表.pdf") as pdf:
        text = "".join(page.extract_text() for page in pdf.pages)
    bare = "".join(text.split())
    assert {
        one for row in document().tables[0].indicators if (one := row.level3) not in bare
    } == set()
    assert "jx:t0" not in bare


def test_monitoring_needs_a_day() -> None:
    actuals = jixiao.read_actuals(ACTUALS.encode(), file="实际.csv")

    with pytest.raises(ValueError, match="as_of"):
        filled(stage="监控", actuals=actuals)


def test_findings_are_comments_at_their_cells() -> None:
    text = TABLE.replace("≥95%\n\t\t时效", "≥150%\n\t\t时效")
    document = jixiao.read(text.encode(), file="目标.txt")
    found = jixiao.check(document)
    placed = [one for one in found if one.where.level3 == "培训合格率"]
    assert placed

    book, _ = form_workbook(document)
    (sheet, _) = book.sheets

    comments = {cell.text: cell for row in sheet.rows for cell in row if cell.comment}
    assert placed[0].message() in comments["≥150%"].comment
    assert comments["≥150%"].tone is not Tone.PLAIN


def test_a_row_that_was_read_with_doubts_says_so_on_the_form() -> None:
    read = jixiao.read(Path(__file__).parent.parent / "examples" / "jiangsu-nantong-2025.txt")
    doubts = {
        (table.index, one.message())
        for table in read.tables
        for row in table.indicators
        for one in row.doubts
    }
    assert doubts

    book, _ = form_workbook(read)

    for index, said in doubts:
        comments = [cell.comment for row in book.sheets[index].rows for cell in row]
        assert any(said in one for one in comments)


def test_a_form_of_another_stage_that_is_not_there_says_which_are() -> None:
    with pytest.raises(NoFormError, match="项目绩效目标表"):
        chosen_form(jixiao.load("财政部-2020"), "目标", "没有的表")


# ── the command ───────────────────────────────────────────────────────────────


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, ["form", *arguments], catch_exceptions=False)
    return result.exit_code, result.output


def test_the_command_writes_fills_and_shows_changes(tmp_path: Path) -> None:
    source, out = tmp_path / "目标.txt", tmp_path / "表.xlsx"
    source.write_text(TABLE, encoding="utf-8")

    assert run("blank", "江苏南通-2025", "--stage", "监控", "-o", str(out))[0] == 0
    status, said = run("fill", str(source), "-o", str(out))
    assert (status, "已写出 1 张表" in said) == (0, True)
    assert run("changes", str(out)) == (0, "写出之后没有改动。\n")
    status, said = run("changes", str(out), "--format", "json")
    assert (status, '"schema": "jixiao/form-changes/1"' in said) == (0, True)


def test_the_command_says_what_it_cannot_do(tmp_path: Path) -> None:
    plain = tmp_path / "a.xlsx"
    saved_plain = io.BytesIO()
    openpyxl.Workbook().save(saved_plain)
    plain.write_bytes(saved_plain.getvalue())

    assert run("changes", str(plain))[0] == 3
    assert run("changes", str(tmp_path / "没有.xlsx"))[0] == 3
    assert run("fill", str(plain), "-o", str(tmp_path / "b.xlsx"))[0] == 3
    status, said = run(
        "blank", "财政部-2020", "--table", "没有的表", "-o", str(tmp_path / "b.xlsx")
    )
    assert (status, "项目绩效目标表" in said) == (2, True)


def test_without_openpyxl_the_extra_is_named(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['openpyxl'] = None\n"
        "from jixiao.cli import cli\n"
        f"cli(['form', 'blank', '财政部-2020', '-o', {str(tmp_path / 'a.xlsx')!r}])"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, encoding="utf-8"
    )

    assert done.returncode == 2
    assert 'pip install "jixiao[xlsx]"' in done.stderr
    assert "Traceback" not in done.stderr


# ── anything may be in a table, and anything may come back ────────────────────


@given(filled_tables())
@settings(max_examples=25, deadline=None)
def test_any_table_goes_out_and_comes_back_unchanged(table: Table) -> None:
    book, _ = form_workbook(Document("a.txt", tables=(table,)), jixiao.load("江苏南通-2025"))
    data = workbook_bytes(book)

    assert workbook_bytes(book) == data
    assert read_form(data).changes == ()


@given(
    st.lists(
        st.tuples(
            st.integers(0, 60),
            st.integers(0, 6),
            st.sampled_from(("", "=1+1", "jx:t0.i1", "jx:t9.z9", "甲", "9" * 40, "\t")),
        ),
        max_size=12,
    ),
    st.lists(st.tuples(st.integers(1, 60), st.integers(1, 3)), max_size=3),
)
@settings(max_examples=40, deadline=None)
def test_whatever_was_done_to_a_form_it_is_read(
    cells: list[tuple[int, int, str]], rows: list[tuple[int, int]]
) -> None:
    book = opened(filled())
    for sheet in (book.worksheets[0], book[MARKS_SHEET]):
        for row, column, text in cells:
            cell = sheet.cell(row + 1, column + 1)
            if isinstance(cell, OpenCell):
                cell.value = text
        for first, count in rows:
            sheet.delete_rows(first, count)

    returned = read_form(saved(book))

    assert all(Change.from_json(one.to_json()) == one for one in returned.changes)
    assert list(changes_text(returned.changes))


def test_the_real_documents_go_out_and_read_the_same() -> None:
    examples = Path(__file__).parent.parent / "examples"
    for name in ("jiangsu-nantong-2025.txt", "shaanxi-weinan-2023.txt"):
        read = jixiao.read(examples / name)
        book, count = form_workbook(read, personal=True)
        data = workbook_bytes(book)

        again = jixiao.read(data, file="表.xlsx")

        assert count == len(read.tables)
        assert [essence(one) for one in again.tables] == [essence(one) for one in read.tables]
        assert read_form(data).changes == ()
