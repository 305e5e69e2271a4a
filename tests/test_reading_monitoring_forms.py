"""Tables of monitoring: months other than July, headers in two storeys, torn or without blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import jixiao
from office_files import Span, as_docx, as_html, as_xlsx

if TYPE_CHECKING:
    from jixiao.tables import Table
    from office_files import Grid

TITLE = "项目支出绩效目标执行监控表"
ABOVE = f"""{TITLE}
（2024年度）
项目名称\t办案经费
主管部门\t某局\t\t实施单位\t某所
"""
UPPER = (
    *("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "{}", "全年预计完成情况"),
    *("偏差原因分析", "", "", "", "", "", "完成目标可能性", "", "", "备注"),
)
LOWER = (
    *("经费保障", "制度保障", "人员保障", "硬件条件保障", "其他", "原因说明"),
    *("确定能", "有可能", "完全不可能"),
)
ROWS = (
    (
        *("", "产出指标", "数量指标", "办案数量", "≥100件", "60件", "100件"),
        *("", "", "√", "", "", "人手不足", "", "√", "", ""),
    ),
    (
        *("", "", "质量指标", "结案率", "≥95%", "90%", "95%"),
        *("", "", "", "", "", "", "√", "", "", ""),
    ),
)


def lines(*, blanks: bool, so_far: str) -> str:
    upper = [one.format(so_far) for one in UPPER]
    lower = ["", "", "", "", "", "", "", *LOWER, ""]
    if not blanks:
        upper, lower = [one for one in upper if one], list(LOWER)
    return ABOVE + "".join("\t".join(row) + "\n" for row in (upper, lower, *ROWS))


def read(data: str | bytes, file: str = "t.txt") -> Table:
    raw = data if isinstance(data, bytes) else data.encode()
    (table,) = jixiao.read(raw, file=file).tables
    return table


def held(table: Table, so_far: str) -> None:
    assert [column.name for column in table.columns] == [
        *("年度指标值", so_far, "全年预计完成情况", *LOWER[:6], "完成目标可能性", "备注"),
    ]
    roles = {column.name: column.role for column in table.columns}
    assert (roles[so_far], roles["原因说明"]) == ("实际值", "原因")
    first, second = table.indicators
    assert {row.status.value for row in table.indicators} == {"exact"}
    assert (first.level1, first.level2, first.level3) == ("产出指标", "数量指标", "办案数量")
    assert [str(value) for _, value in first.values] == ["≥100件", "60件"]
    assert dict(first.texts) == {
        "全年预计完成情况": "100件",
        "人员保障": "√",
        "原因说明": "人手不足",
        "完成目标可能性": "有可能",
    }
    assert second.text("完成目标可能性") == "确定能"


@pytest.mark.parametrize(
    ("so_far", "due"),
    [
        ("1-7月执行情况", (7, 31)),
        ("1—6月执行情况", (6, 30)),
        ("截至8月底完成情况", (8, 31)),
        ("1-2月实际完成值", (2, 28)),
        ("上半年完成情况", (6, 30)),
        ("执行情况", None),
    ],
)
@pytest.mark.parametrize("blanks", [True, False])
def test_months_and_storeys(so_far: str, due: tuple[int, int] | None, *, blanks: bool) -> None:
    table = read(lines(blanks=blanks, so_far=so_far))
    held(table, so_far)
    assert {column.due for column in table.columns if column.role == "实际值"} == {due}


def grid() -> Grid:
    def span(text: str, columns: int = 1, rows: int = 1) -> list[str | Span | None]:
        return [Span(text, rows, columns), *[None] * (columns - 1)]

    upper: list[str | Span | None] = [Span("绩效指标", 4)]
    for name in ("一级指标", "二级指标", "三级指标", "年度指标值", "1-9月\n执行情况"):
        upper += span(name, rows=2)
    upper += [*span("全年预计\n完成情况", rows=2), *span("偏差原因分析", 6)]
    upper += [*span("完成目标可能性", 3), *span("备注", rows=2)]
    body: Grid = [[None, *row[1:]] for row in ROWS]
    return [["项目名称", *span("办案经费", 16)], upper, [*[None] * 7, *LOWER, None], *body]


@pytest.mark.parametrize("kind", ["xlsx", "docx", "html"])
def test_merged_headers_of_files(kind: str) -> None:
    blocks: list[str | Grid] = [TITLE, "（2024年度）", grid()]
    files = {
        "xlsx": lambda: as_xlsx({"表": blocks}),
        "docx": lambda: as_docx(blocks),
        "html": lambda: as_html(blocks),
    }
    held(read(files[kind](), f"t.{kind}"), "1-9月执行情况")


def test_a_header_torn_by_breaks_inside_its_cells() -> None:
    text = lines(blanks=True, so_far="1-9月\n执行情况")
    held(read(text.replace("全年预计完成情况", "全年预计\n完成情况")), "1-9月执行情况")


def test_a_row_below_the_header_that_is_no_storey_stays_a_row() -> None:
    text = lines(blanks=True, so_far="执行情况").replace("办案数量", "其他")
    assert [row.level3 for row in read(text).indicators] == ["其他", "结案率"]


def test_likelihood_under_another_name() -> None:
    text = f"""{TITLE}
项目名称\t办案经费
一级指标\t二级指标\t三级指标\t年度指标值\t1-9月完成情况\t预计全年完成情况\t偏差原因\t完成可能性
产出指标\t数量指标\t办案数量\t≥100件\t60件\t100件\t人手不足\t确定能
"""
    (row,) = read(text).indicators
    assert dict(row.texts) == {
        "全年预计完成情况": "100件",
        "原因说明": "人手不足",
        "完成目标可能性": "确定能",
    }
