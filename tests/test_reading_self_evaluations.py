"""Self-evaluations read: printed sums, grades, goals, weights in labels, columns."""

from __future__ import annotations

from decimal import Decimal

import pytest

import jixiao
from jixiao.tables import Document, Field, Table

HEAD = "项目支出绩效自评表\n（2022年度）\n项目名称\t培训\n"
COLUMNS = (
    "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施\n"
)
ROWS = (
    "产出指标\t数量指标\t培训场次\t≥10场\t12场\t20\t20\n"
    "\t质量指标\t合格率\t≥95%\t97%\t30\t29.5\t天气\n"
    "{part}"
    "效益指标\t社会效益指标\t就业率\t≥60%\t65%\t30\t30\n"
)


def read(text: str) -> Document:
    return jixiao.read(text.encode(), file="t.txt")


def one(text: str) -> Table:
    (table,) = read(text).tables
    return table


def form(below: str = "", part: str = "") -> str:
    return HEAD + COLUMNS + ROWS.format(part=part) + below


def figures(table: Table) -> list[tuple[str, str | None, Decimal | None, Decimal | None]]:
    return [(sum_.name, sum_.level1, sum_.weight, sum_.points) for sum_ in table.totals]


# ── sums ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["总分", "合计", "总 计", "自评总分", "总得分", "自评得分合计"])
def test_a_sum_is_no_indicator(name: str) -> None:
    document = read(form(f"{name}\t\t\t\t\t100\t98.81\n"))
    (table,) = document.tables
    assert len(table.indicators) == 3
    assert figures(table) == [
        (name.replace(" ", ""), None, Decimal(100), Decimal("98.81")),
    ]
    assert document.leftovers == ()
    assert table.totals[0].texts == (("分值", "100"), ("得分", "98.81"))
    assert Table.from_json(table.to_json()).totals == table.totals


def test_figures_stand_only_in_the_columns_they_stand_in() -> None:
    assert figures(one(form("总分\t\t\t\t\t\t98.81\n"))) == [("总分", None, None, Decimal("98.81"))]
    assert figures(one(form("总分\t\t\t\t\t100\n"))) == [("总分", None, Decimal(100), None)]
    assert figures(one(form("总分\t\t\t\t\t—\t98.81分\n"))) == [
        ("总分", None, None, Decimal("98.81"))
    ]


def test_a_row_that_lost_its_empty_cells_is_read_in_order_and_said() -> None:
    document = read(form("总分\t100\t98.81\n"))
    assert figures(document.tables[0]) == [("总分", None, Decimal(100), Decimal("98.81"))]
    assert [one.message() for one in document.findings if one.code == "T65"] == [
        "读取存疑：“总分”一行与表头错列，其中“100、98.81”已按次序归入“分值、得分”，请核对原表"
    ]


def test_a_figure_that_may_be_either_is_left_over_and_said() -> None:
    document = read(form("总分\t98.81\n"))
    assert document.tables[0].totals == ()
    assert [cell.text for cell in document.leftovers] == ["98.81"]
    assert [one.message() for one in document.findings if one.code == "T66"] == [
        "读取存疑：“总分”一行的“98.81”不在分值、得分各列中，未读作分数，列入未识别内容，请核对原表"
    ]


def test_a_part_sum_knows_its_level() -> None:
    table = one(form("总分\t\t\t\t\t80\t79.5\n", part="\t小计\t\t\t\t50\t49.5\n"))
    assert figures(table) == [
        ("小计", "产出指标", Decimal(50), Decimal("49.5")),
        ("总分", None, Decimal(80), Decimal("79.5")),
    ]
    assert [row.level1 for row in table.indicators] == ["产出指标", "产出指标", "效益指标"]


def test_a_part_sum_before_its_rows_gives_them_their_level() -> None:
    part = "效益指标\t小计\t\t\t\t30\t30\n"
    text = form(part=part).replace("效益指标\t社会", "\t社会")
    table = one(text)
    assert figures(table) == [("小计", "效益指标", Decimal(30), Decimal(30))]
    assert table.indicators[-1].key == ("效益指标", "社会效益指标", "就业率")


def test_a_sum_with_rows_below_it_sums_what_is_above() -> None:
    part = "合计\t\t\t\t\t50\t49.5\n"
    table = one(form("合计\t\t\t\t\t30\t30\n合计\t\t\t\t\t80\t79.5\n", part=part))
    assert [(sum_.level1, sum_.points) for sum_ in table.totals] == [
        ("产出指标", Decimal("49.5")),
        ("效益指标", Decimal(30)),
        (None, Decimal("79.5")),
    ]


def test_a_part_sum_under_no_level_is_left_over() -> None:
    text = HEAD + COLUMNS + "小计\t\t\t\t\t50\t49.5\n" + ROWS.format(part="")
    document = read(text)
    assert document.tables[0].totals == ()
    assert {cell.text for cell in document.leftovers} == {"小计", "50", "49.5"}
    assert [one.message() for one in document.findings if one.code == "T67"] == [
        "读取存疑：“小计”（50、49.5）之上没有印出一级指标，不知合计哪些行，列入未识别内容，请核对原表"
    ]


def test_a_name_with_a_target_is_an_indicator() -> None:
    table = one(form("\t\t合计\t≥10场\t12场\t20\t20\n"))
    assert table.totals == ()
    assert table.indicators[-1].level3 == "合计"


# ── grades and scores beside the grid ─────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "grade", "points"),
    [
        ("自评等级\t良", "良", None),
        ("自评结论\t优秀", "优秀", None),
        ("评价结论：优", "优", None),
        ("自评得分：96.5分  等级：优", "优", "96.5"),
        ("自评得分\t96.5\t自评等级\t优", "优", "96.5"),
        ("自评得分：96.5分\t自评等级：优", "优", "96.5"),
        ("总分：96.5分", None, "96.5"),
        ("自评等级\t□优 ☑良 □中 □差", "良", None),
        ("自评等级\t优（√） 良（ ） 中（ ）", "优", None),
        ("评价结论\t项目完成较好，综合评定等级为“良”。", "良", None),
        ("评价结论\t项目组织良好，产出优质。", None, None),
        ("自评等级\t", None, None),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_grades_and_scores_beside_the_grid(
    line: str, grade: str | None, points: str | None, *, above: bool
) -> None:
    text = HEAD + line + "\n" + COLUMNS + ROWS.format(part="") if above else form(line + "\n")
    document = read(text)
    (table,) = document.tables
    assert table.grade == grade
    assert [str(sum_.points) for sum_ in table.totals] == ([points] if points else [])
    assert len(table.indicators) == 3
    assert document.leftovers == ()
    assert table.to_json()["grade"] == grade


def test_people_at_the_foot_are_fields_and_masked() -> None:
    table = one(form("填表人：王某  联系电话：0513-00000000\t填表日期：2023年1月5日\n"))
    assert {field.name for field in table.fields} >= {"填表人", "联系电话", "填表日期"}
    assert "王某" not in str(table.to_json())


def test_a_sum_below_the_grade_is_a_sum() -> None:
    table = one(form("自评等级\t优\n总分\t\t\t\t\t80\t79.5\n"))
    assert figures(table) == [("总分", None, Decimal(80), Decimal("79.5"))]
    assert table.field("自评等级") == Field("自评等级", "优", table.fields[-1].origin)
