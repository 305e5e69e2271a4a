"""PDF as printed: rows torn by pages, pages turned, headers and footers, tables without rules."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections import Counter
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

import jixiao
from forms import NANTONG, NATIONAL
from jixiao.limits import Limits
from jixiao.reading import read_document
from jixiao.reading.text_layouts import rows_of_text
from jixiao.source import squeeze
from office_files import as_docx, as_pdf, blocks_of_text, word_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.tables import Document
    from office_files import Grid

pytest.importorskip("pdfplumber")
EXAMPLES = Path(__file__).parent.parent / "examples"
HEADER = ["一级指标", "二级指标", "三级指标", "指标值", "指标说明"]
TITLE = "某县项目绩效目标表"
OFFICE = shutil.which("soffice")
WIDE, LONG = 16838, 11906
"""The sides of A4, in twentieths of a point."""


def word(blocks: Sequence[str | Grid], *, ruled: bool, landscape: bool, repeat: bool) -> bytes:
    """The blocks as a document of A4 whose rows may go over the end of a page."""
    width, height = (WIDE, LONG) if landscape else (LONG, WIDE)
    body: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            body.append(f"<w:p><w:r><w:t>{block.replace('&', '&amp;')}</w:t></w:r></w:p>")
            continue
        columns = max(len(cells) for cells in block)
        rows: Grid = [[*cells, *[""] * (columns - len(cells))] for cells in block]
        each = (width - 2000) // columns
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        lines = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
        made = word_table(rows).replace(
            "<w:tblPr/>",
            f'<w:tblPr><w:tblW w:w="{each * columns}" w:type="dxa"/>'
            + (f"<w:tblBorders>{lines}</w:tblBorders>" if ruled else "")
            + '<w:tblLayout w:type="fixed"/></w:tblPr>'
            + "<w:tblGrid>"
            + f'<w:gridCol w:w="{each}"/>' * columns
            + "</w:tblGrid>",
            1,
        )
        if repeat:
            made = made.replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1)
        body += [made, "<w:p/>"]
    across = ' w:orient="landscape"' if landscape else ""
    body.append(
        f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"{across}/>'
        '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000"/></w:sectPr>'
    )
    return as_docx([], body="".join(body))


def read(data: bytes) -> Document:
    """A file by the forms that the tests know."""
    return read_document(data, file="表.pdf", rulesets=(NANTONG, NATIONAL))


def keys(document: Document) -> list[tuple[str, ...]]:
    """What the rows say, without the spaces that lines leave."""
    return [
        tuple(squeeze(text) for text in (*row.key, *(value.text for _, value in row.values)))
        for table in document.tables
        for row in table.indicators
    ]


def unlike(document: Document, wanted: Sequence[tuple[str, ...]]) -> list[str]:
    """The status of each row that is not among those that the table has."""
    left = Counter(wanted)
    found: list[str] = []
    rows = [row for table in document.tables for row in table.indicators]
    for held, row in zip(keys(document), rows, strict=True):
        if left[held]:
            left[held] -= 1
        else:
            found.append(row.status.value)
    return found


def codes(document: Document) -> set[str]:
    return {one.code for one in document.findings}


def long_rows(count: int) -> Grid:
    """Rows with texts of many lengths, so that pages end in the midst of some."""
    rows: Grid = []
    levels = [("产出指标", "数量指标"), ("产出指标", "质量指标"), ("效益指标", "社会效益指标")]
    for at in range(count):
        level1, level2 = levels[3 * at // count]
        name = f"第{at + 1}类困难群众医疗救助资金" + "及时足额发放" * (at % 4) + "率"
        told = "反映救助资金按规定程序审核并及时足额发放到位的情况，" * (1 + at % 3)
        rows.append([level1, level2, name, f"≥{60 + at % 40}%", told])
    return rows


def weinan() -> str:
    """A document of three tables amid prose."""
    return (EXAMPLES / "shaanxi-weinan-2023.txt").read_text(encoding="utf-8")


def weinan_blocks() -> list[str | Grid]:
    """Its lines and tables."""
    rows = []
    for row in rows_of_text(weinan(), (), file=None, limits=Limits()):
        cells = [""] * row.width
        for cell in row.cells:
            cells[cell.column] = cell.text
        rows.append((cells, row.plain))
    return blocks_of_text(rows)


@lru_cache(maxsize=1)
def printed() -> dict[str, bytes]:
    """Word documents as the office program prints them, all in one run."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    torn: list[str | Grid] = [TITLE, [list(HEADER), *long_rows(30)]]
    made = {
        "torn": word(torn, ruled=True, landscape=False, repeat=False),
        "torn-repeated": word(torn, ruled=True, landscape=True, repeat=True),
        "torn-bare": word(torn, ruled=False, landscape=True, repeat=False),
        "weinan": word(weinan_blocks(), ruled=True, landscape=False, repeat=False),
        "weinan-across": word(weinan_blocks(), ruled=True, landscape=True, repeat=False),
        "weinan-bare": word(weinan_blocks(), ruled=False, landscape=True, repeat=False),
    }
    with TemporaryDirectory() as name:
        folder = Path(name)
        for one, document in made.items():
            (folder / f"{one}.docx").write_bytes(document)
        home = f"-env:UserInstallation=file://{folder}/office"
        command = [OFFICE, home, "--headless", "--convert-to", "pdf", "--outdir", name]
        files = [str(folder / f"{one}.docx") for one in made]
        subprocess.run([*command, *files], check=True, capture_output=True)
        return {one: (folder / f"{one}.pdf").read_bytes() for one in made}


@pytest.mark.parametrize("name", ["torn", "torn-repeated"])
def test_rows_that_a_page_tears_are_joined_or_doubted(name: str) -> None:
    was = read(as_docx([TITLE, [list(HEADER), *long_rows(30)]]))
    now = read(printed()[name])

    assert "T116" in codes(now)
    assert len(now.tables) == 1
    wrong = unlike(now, keys(was))
    assert set(wrong) <= {"suspected", "unread"}
    assert len(wrong) <= 4


def test_a_table_without_rules_and_with_wrapped_cells_is_doubted() -> None:
    was = read(as_docx([TITLE, [list(HEADER), *long_rows(30)]]))
    now = read(printed()["torn-bare"])

    assert {"T114", "T119"} <= codes(now)
    assert set(unlike(now, keys(was))) <= {"suspected", "unread"}


@pytest.mark.parametrize("name", ["weinan", "weinan-across", "weinan-bare"])
def test_a_document_printed_by_an_office_program_is_never_silently_another(name: str) -> None:
    was = jixiao.read(weinan().encode())
    now = jixiao.read(printed()[name], file="表.pdf")

    wrong = unlike(now, keys(was))
    if name == "weinan-bare":
        assert set(wrong) <= {"suspected", "unread"}
    else:
        assert (len(keys(now)), wrong) == (33, [])


# ── pages drawn as they may be ────────────────────────────────────────────────


class Sheet:
    """Pages drawn cell by cell, with the rules that a page shows."""

    def __init__(self, *, size: tuple[float, float] = (595, 842)) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont
        from reportlab.pdfgen.canvas import Canvas

        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        self.out = io.BytesIO()
        self.height = size[1]
        self.canvas = Canvas(self.out, pagesize=size, invariant=1)

    def text(self, left: float, top: float, text: str) -> None:
        """A line of text, ten points high."""
        self.canvas.setFont("STSong-Light", 10)
        self.canvas.drawString(left, self.height - top - 9, text)

    def table(  # noqa: PLR0913 - what a table may look like
        self,
        top: float,
        rows: Sequence[Sequence[str]],
        *,
        left: float = 40,
        width: float = 80,
        open_end: bool = False,
        open_start: bool = False,
    ) -> float:
        """A ruled table, a line of text by "|"; the rule below or above it may be missing."""
        canvas, start = self.canvas, top
        columns = len(rows[0])
        for at, cells in enumerate(rows):
            lines = max(len(cell.split("|")) for cell in cells)
            for column, cell in enumerate(cells):
                for line, text in enumerate(cell.split("|")):
                    self.text(left + column * width + 5, top + 3 + 12 * line, text)
            if at or not open_start:
                canvas.line(left, self.height - top, left + columns * width, self.height - top)
            top += 12 * lines + 6
        if not open_end:
            canvas.line(left, self.height - top, left + columns * width, self.height - top)
        for column in range(columns + 1):
            x = left + column * width
            canvas.line(x, self.height - start, x, self.height - top)
        return top

    def page(self) -> None:
        """The end of a page."""
        self.canvas.showPage()

    def read(self) -> Document:
        """What is drawn, read."""
        self.canvas.save()
        return read(self.out.getvalue())


_HEAD = HEADER[:4]
_FIRST = ["产出指标", "数量指标", "培训场次", "≥10场"]
_LAST = ["", "质量指标", "合格率", "≥98%"]


def names(document: Document) -> list[str]:
    return [row.level3 for table in document.tables for row in table.indicators]


@pytest.mark.parametrize("repeated", [False, True])
def test_a_cell_that_is_full_goes_on_on_the_next_page(*, repeated: bool) -> None:
    sheet = Sheet()
    sheet.text(40, 40, TITLE)
    torn = ["", "", "参加全县医保经|办业务培训的工", "≥500人"]
    sheet.table(60, [_HEAD, _FIRST, torn])
    sheet.text(280, 800, "第 1 页")
    sheet.page()
    rest = [["", "", "作人员人数", ""], _LAST]
    sheet.table(40, [_HEAD, *rest] if repeated else rest)
    sheet.text(280, 800, "第 2 页")
    document = sheet.read()

    assert names(document) == ["培训场次", "参加全县医保经办业务培训的工作人员人数", "合格率"]
    assert {row.status.value for row in document.tables[0].indicators} == {"exact"}
    assert codes(document) == {"T116"}


def test_a_cell_with_room_left_is_doubted_with_its_pages() -> None:
    sheet = Sheet()
    sheet.text(40, 40, TITLE)
    sheet.table(60, [_HEAD, _FIRST, ["", "", "培训的", "≥500人"]])
    sheet.page()
    sheet.table(40, [["", "", "工作人员人数", ""], _LAST])
    document = sheet.read()
    rows = document.tables[0].indicators

    assert names(document) == ["培训场次", "培训的", "工作人员人数", "合格率"]
    assert [row.status.value for row in rows] == ["exact", "suspected", "suspected", "exact"]
    (doubt,) = rows[1].doubts
    assert doubt.message() == (
        "读取存疑：本行在第 1 页末、第 2 页首，可能是跨页的一行，未能确定，请核对原表"
    )
    assert "T117" in codes(document)


def test_a_row_without_a_rule_at_the_end_of_the_page_goes_on() -> None:
    sheet = Sheet()
    sheet.text(40, 40, TITLE)
    sheet.table(60, [_HEAD, _FIRST, ["", "", "培训的工作", "≥500人"]], open_end=True)
    sheet.page()
    sheet.table(40, [["", "", "人员人数", ""], _LAST], open_start=True)
    document = sheet.read()

    assert names(document) == ["培训场次", "培训的工作人员人数", "合格率"]
    assert {row.status.value for row in document.tables[0].indicators} == {"exact"}


def test_whole_rows_on_both_sides_of_a_page_stay_apart() -> None:
    sheet = Sheet()
    sheet.text(40, 40, TITLE)
    sheet.table(60, [_HEAD, _FIRST])
    sheet.page()
    sheet.table(40, [["", "", "培训人数", "≥500人"], _LAST])
    document = sheet.read()

    assert names(document) == ["培训场次", "培训人数", "合格率"]
    assert not codes(document)


def test_a_label_that_a_page_tears_is_one_label() -> None:
    sheet = Sheet()
    sheet.text(40, 40, TITLE)
    sheet.table(60, [_HEAD, _FIRST, ["效益指标", "社会效益", "知晓率", "≥90%"]])
    sheet.page()
    sheet.table(40, [["", "指标", "", ""], ["", "生态效益指标", "绿化率", "≥50%"]])
    document = sheet.read()

    # 社会效益 is a label as it stands and has room for more: nothing proves more of it.
    assert names(document)[-1] == "绿化率"
    levels = [row.level2 for row in document.tables[0].indicators]
    assert levels[-1] == "生态效益指标"


def test_titles_and_lines_that_every_page_repeats_are_no_part_of_the_table() -> None:
    sheet = Sheet()
    for page, rows in enumerate(([_FIRST], [["", "", "培训人数", "≥500人"]], [_LAST]), 1):
        sheet.text(200, 30, TITLE)
        sheet.text(400, 45, "单位：万元")
        sheet.table(60, [_HEAD, *rows])
        sheet.text(40, 780, "某县财政局编制")
        sheet.text(280, 800, f"— {page} —")
        sheet.page()
    document = sheet.read()
    (table,) = document.tables

    assert names(document) == ["培训场次", "培训人数", "合格率"]
    assert (table.title, table.indicators[1].level1) == (TITLE, "产出指标")


def test_forms_of_a_page_each_are_tables_for_themselves() -> None:
    sheet = Sheet()
    for name in ("甲项目", "乙项目"):
        sheet.text(200, 30, TITLE)
        sheet.table(60, [["项目名称", name, "", ""], _HEAD, _FIRST, _LAST])
        sheet.page()
    document = sheet.read()

    assert [table.name for table in document.tables] == ["甲项目", "乙项目"]
    assert names(document) == ["培训场次", "合格率"] * 2


def test_levels_that_begin_again_are_another_table() -> None:
    sheet = Sheet()
    for _ in range(2):
        sheet.text(200, 30, TITLE)
        sheet.table(60, [_HEAD, _FIRST, ["效益指标", "社会效益指标", "知晓率", "≥90%"]])
        sheet.page()

    assert [len(table.indicators) for table in sheet.read().tables] == [2, 2]


def test_two_tables_on_a_page_and_an_empty_page_between() -> None:
    sheet = Sheet()
    sheet.text(40, 40, TITLE)
    end = sheet.table(60, [_HEAD, _FIRST])
    sheet.text(40, end + 10, "另一个项目绩效目标表")
    sheet.table(end + 30, [_HEAD, ["效益指标", "社会效益指标", "知晓率", "≥90%"]])
    sheet.page()
    sheet.page()
    sheet.text(40, 40, "第三个项目绩效目标表")
    sheet.table(60, [_HEAD, _FIRST])
    document = sheet.read()

    assert [table.title for table in document.tables] == [
        TITLE,
        "另一个项目绩效目标表",
        "第三个项目绩效目标表",
    ]
    (said,) = document.findings
    assert said.message() == (
        "PDF 第 2 页没有文字（可能是扫描件），未读取；请先做文字识别，或找原表"
    )


def test_letters_over_the_rules_of_their_cell_are_doubted() -> None:
    sheet = Sheet()
    sheet.text(40, 40, TITLE)
    sheet.table(60, [_HEAD, _FIRST, _LAST, ["", "", "培训人数", "≥500人"]])
    sheet.text(240, 108.5, "次数")
    document = sheet.read()

    assert "T118" in codes(document)
    assert {row.status.value for row in document.tables[0].indicators} >= {"suspected"}


@pytest.mark.parametrize(("turn", "drawn"), [(0, 90), (0, 180), (0, 270), (90, 0), (90, 90)])
def test_a_page_printed_across_is_read_upright(turn: int, drawn: int) -> None:
    sheet = Sheet(size=(500, 500))
    sheet.canvas.setPageRotation(turn)
    sheet.canvas.translate(250, 250)
    sheet.canvas.rotate(drawn)
    sheet.canvas.translate(-250, -250)
    sheet.text(40, 40, TITLE)
    sheet.table(60, [_HEAD, _FIRST])
    sheet.page()
    document = sheet.read()

    assert keys(document) == [tuple(_FIRST)]
    assert not codes(document)


def test_a_page_that_holds_only_its_number() -> None:
    sheet = Sheet()
    sheet.text(280, 800, "1")
    sheet.page()
    document = sheet.read()

    assert not document.tables
    assert [cell.text for cell in document.leftovers] == ["1"]


def test_wrapped_cells_without_rules_are_joined_by_the_gaps_that_tell_rows() -> None:
    grid: Grid = [
        list(HEADER[:4]),
        ["产出指标", "数量指标", "培训场次", "≥10场"],
        ["", "质量指标", "参加培训的全县医保经办人员考试合格率", "≥98%"],
    ]
    document = read(as_pdf([TITLE, grid], ruled=False, sizes=[90, 90, 60, 60]))

    assert {row.status.value for row in document.tables[0].indicators} <= {"exact", "suspected"}
    assert "T114" in codes(document)
