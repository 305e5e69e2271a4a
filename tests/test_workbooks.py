"""Workbooks: text is always text, numbers are exact, the same sheets give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.sheets import Area, Between, Cell, Choice, Page, Sheet, Style, Workbook
from jixiao.writing.sheet_fitting import HIGHEST, fitted, line_count
from jixiao.writing.sheet_text import cell_text, sheet_names
from jixiao.writing.workbooks import workbook_bytes, write_workbook

if TYPE_CHECKING:
    from pathlib import Path

STARTS = ("=", "+", "-", "@", "\t", "\r", "'", "＝", "#N/A", "=cmd|'/c calc'!A0", "1", "_x003D_")
texts = st.builds(str.__add__, st.sampled_from(("", *STARTS)), st.text(max_size=12))


def one_cell(cell: Cell, name: str = "表") -> Workbook:
    return Workbook((Sheet(name, ((cell,),)),))


def parts_of(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


@given(texts, texts, texts, st.lists(texts, min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_no_text_becomes_a_formula(text: str, name: str, note: str, words: list[str]) -> None:
    sheet = Sheet(
        name,
        ((Cell(text, comment=note),),),
        page=Page(header=text, footer=note),
        checks=(Choice(Area.cell(1, 1), tuple(words)),),
    )

    data = workbook_bytes(Workbook((sheet, sheet), title=text, subject=note))

    book = openpyxl.load_workbook(io.BytesIO(data))
    cell = book.worksheets[0].cell(1, 1)
    assert cell.data_type == "s" or cell.value is None
    assert (cell.value or "") == cell_text(text)
    assert [
        row
        for name, row in parts_of(data).items()
        if "sheets/" in name and re.search("<f[ >/]", row)
    ] == []
    assert all(len(each) <= 31 and not set(each) & set("[]:*?/\\") for each in book.sheetnames)


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9
    )
)
@settings(max_examples=60, deadline=None)
def test_a_number_is_written_digit_by_digit(number: Decimal) -> None:
    data = workbook_bytes(one_cell(Cell(number, Style.NUMBER)))

    found = re.search(r"<v>([^<]*)</v>", parts_of(data)["xl/worksheets/sheet1.xml"])

    assert found is not None
    assert Decimal(found[1]) == number


def test_a_number_that_no_program_keeps_is_text() -> None:
    number = Decimal("12345678901234567.89")

    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(one_cell(Cell(number)))))

    assert book.worksheets[0].cell(1, 1).value == "12345678901234567.89"


def test_the_same_sheets_give_the_same_bytes() -> None:
    book = one_cell(Cell("≥98%", comment="说明"))

    assert workbook_bytes(book) == workbook_bytes(book)


def test_names_of_sheets_are_different_even_where_only_their_ends_differ() -> None:
    names = sheet_names(["长" * 40, "长" * 41, "History", "'"])

    assert names == ("长" * 31, "长" * 28 + "(2)", "History_", "_")


@pytest.mark.parametrize("style", [Style.BODY, Style.NUMBER, Style.TITLE, Style.BARE])
def test_every_cell_of_a_merge_has_its_frame_and_only_the_first_a_text(style: Style) -> None:
    rows = tuple(tuple(Cell("字", style) for _ in range(4)) for _ in range(3))
    areas = (Area(1, 1, 1, 4), Area(2, 2, 3, 3), Area(2, 4, 4, 4))

    data = workbook_bytes(Workbook((Sheet("表", rows, merges=areas),)))

    # a sheet that is read whole gets new frames from its reader
    sheet = openpyxl.load_workbook(io.BytesIO(data), read_only=True)["表"]
    line = "thin" if style in (Style.BODY, Style.NUMBER) else None
    covered = []
    for cell in (cell for row in sheet.iter_rows() for cell in row if hasattr(cell, "row")):
        if cell.value is None:
            covered.append((cell.row, cell.column))
        border = cell.border
        assert {border.left.style, border.right.style, border.top.style, border.bottom.style} == {
            line
        }
    if style is not Style.BARE:
        assert covered == [(1, 2), (1, 3), (1, 4), (2, 3), (3, 2), (3, 3), (3, 4), (4, 4)]
    whole = openpyxl.load_workbook(io.BytesIO(data))["表"]
    assert str(whole.merged_cells) == "A1:D1 B2:C3 D2:D4"
    assert [cell.value for row in whole.iter_rows() for cell in row].count("字") == 5


def test_a_choice_with_a_comma_stands_in_a_list_of_its_own() -> None:
    checks = (
        Choice(Area.cell(1, 1), ("甲,乙", "=丙")),
        Between(Area.cell(1, 2), Decimal(0), Decimal(100)),
    )
    sheet = Sheet("表", ((Cell(), Cell()),), checks=checks)

    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(Workbook((sheet,)))))

    assert [one.formula1 for one in book.worksheets[0].data_validations.dataValidation] == [
        "'_lists'!$A$1:$A$2",
        "0",
    ]
    assert [cell.value for cell in book["_lists"]["A"]] == ["甲,乙", "=丙"]
    assert book["_lists"].sheet_state == "veryHidden"


@given(st.text(alphabet="绩效 ab9\n≥", max_size=300), st.integers(6, 40))
def test_lines_hold_all_of_a_text(text: str, width: int) -> None:
    lines = line_count(text, width)

    assert lines >= text.count("\n") + 1
    assert lines * (width - 1) >= sum(1 for char in text if char != "\n")


def test_a_row_that_would_be_too_high_is_laid_over_several() -> None:
    rows = (
        (Cell("指标", Style.HEADER), Cell("值", Style.HEADER)),
        (Cell("很长" * 900), Cell("短")),
        (Cell("下一行"), Cell()),
    )
    sheet = Sheet("表", rows, widths=(30, 10), checks=(Choice(Area(2, 2, 3, 2), ("甲",)),))

    held = fitted(sheet)

    assert max(held.heights) <= HIGHEST
    assert held.sheet.rows[-1] == rows[-1]
    assert held.sheet.checks[0].area == Area(2, 2, len(held.heights), 2)
    assert Area(2, 1, len(held.heights) - 1, 1) in held.sheet.merges


def test_a_killed_writer_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "表.xlsx"
    path.write_bytes(b"old")

    def killed(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", killed)
    with pytest.raises(KeyboardInterrupt):
        write_workbook(path, one_cell(Cell("新")))

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
