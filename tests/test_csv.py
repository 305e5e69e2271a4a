"""CSV: safe to open, one row a thing, and read back as it was; what a person changed is said."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import jixiao
from by_hand import document as document_of
from by_hand import row, table
from jixiao.checking import CheckReport
from jixiao.cli import cli
from jixiao.csv_rows import guarded, parsed, unpacked
from jixiao.tables import Field
from table_strategies import filled_tables

if TYPE_CHECKING:
    from jixiao.tables import Table

EXAMPLES = Path(__file__).parent.parent / "examples"
FILES = sorted(EXAMPLES.glob("*.txt")) + sorted(EXAMPLES.glob("nantong-2025-project.*"))
ACTUALS = str(EXAMPLES / "nantong-2025-actuals-illustrative.csv")


def text_of(result: object, *, personal: bool = True) -> str:
    made = jixiao.render(result, "csv", personal=personal)
    assert isinstance(made, str)
    return made


def read_back(made: str) -> jixiao.Document:
    return jixiao.read(made.encode(), file="导出.csv")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_document_is_read_back_as_it_was(path: Path) -> None:
    document = jixiao.read(path.read_bytes(), file=path.name)

    again = read_back(text_of(document))
    assert again == evolve(document, read_by=None)
    assert text_of(again) == text_of(document)


@given(st.lists(filled_tables(), min_size=1, max_size=2))
def test_any_tables_are_read_back_as_they_were(tables: list[Table]) -> None:
    document = evolve(document_of(*tables), file=None)

    assert read_back(text_of(document)) == document


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_and_is_never_a_formula(text: str) -> None:
    held = table(row("产出指标/数量指标/场次 | ≥1场"), fields=((text, text),), name=text)
    document = evolve(document_of(evolve(held, title=text)), file=None)
    made = text_of(document)

    assert read_back(made) == document
    rows = list(csv.reader(io.StringIO(made.removeprefix("\ufeff"), newline="")))
    assert not any(
        cell.startswith(("=", "+", "-", "@", "\t", "\r")) for one in rows for cell in one
    )


def test_what_is_masked_stays_masked() -> None:
    held = evolve(table(name="甲"), fields=(Field("负责人", "赵某某"),))
    made = text_of(document_of(held), personal=False)

    assert "赵某某" not in made
    assert read_back(made).tables[0].fields[0].text == "＊＊＊"


def test_a_cell_that_was_changed_by_hand_is_said() -> None:
    document = evolve(document_of(table(row("产出指标/数量指标/场次 | ≥1场"))), file=None)
    made = text_of(document)
    changed = made.replace(",场次,", ",次数,", 1)

    (said,) = read_back(changed).findings
    assert said.code == "T120"
    assert said.message() == (
        "本文件由程序导出，有 1 行的文字与末列“数据”不一致（首处在第 4 行），改动没有采用；"
        "请在原表上修改后重新导出"
    )
    assert read_back(changed).tables == document.tables


def test_several_documents_in_one_are_not_taken_for_one(tmp_path: Path) -> None:
    out = tmp_path / "all.csv"
    result = CliRunner().invoke(cli, ["read", str(FILES[0]), str(FILES[1]), "-o", str(out)])

    assert result.exit_code == 0
    (said,) = jixiao.read(out).findings
    assert said.message() == (
        "这个导出的 CSV 里有 2 份文件的内容，不能当作一份读取；请逐份导出后再读"
    )
    rows = [one for _, _, one in parsed(out.read_text(encoding="utf-8"))]
    files = [one["file"] for one in unpacked(rows)]
    assert files == [str(FILES[0]), str(FILES[1])]


def test_a_file_that_only_begins_like_ours_is_read_as_any_other() -> None:
    text = "jixiao/document/1,甲,数据\r\n1,乙,{\r\n"

    assert [one.code for one in jixiao.read(text.encode(), file="a.csv").findings][-1] == "T03"


def test_findings_and_scorecards_come_back_too() -> None:
    document = jixiao.read(FILES[2].read_bytes(), file=FILES[2].name)
    report = CheckReport(jixiao.check(document), document.file)
    card = jixiao.evaluate(document, jixiao.read_actuals(ACTUALS), as_of=date(2025, 12, 31))

    (found,) = unpacked(one for _, _, one in parsed(text_of(report)))
    (scored,) = unpacked(one for _, _, one in parsed(text_of(card)))
    assert CheckReport.from_json(found) == report
    assert jixiao.Scorecard.from_json(scored) == card


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-5", "'-5"),
        ("@甲", "'@甲"),
        ("＝1", "'＝1"),
        ("\t=1", "'\t=1"),
        ("'=1", "''=1"),
        ("≥98%", "≥98%"),
        ("1-2月", "1-2月"),
    ],
)
def test_an_apostrophe_stands_before_what_would_be_a_formula(text: str, cell: str) -> None:
    assert guarded(text) == cell


def test_the_first_columns_are_for_people() -> None:
    document = evolve(document_of(table(row("产出指标/数量指标/场次 | ≥1场 | ≥2场"))), file=None)
    lines = list(csv.reader(io.StringIO(text_of(document).removeprefix("\ufeff"), newline="")))

    assert lines[0] == [
        "jixiao/document/1",
        *("项目名称", "一级指标", "二级指标", "名称", "内容", "分值", "读取"),
        *("半年指标值", "全年指标值", "数据"),
    ]
    indicator = next(one for one in lines if one[0] == "1/tables/0/indicators/0")
    assert indicator[1:-1] == [
        *("试验项目", "产出指标", "数量指标", "场次", "", "", "exact"),
        *("≥1场", "≥2场"),
    ]
