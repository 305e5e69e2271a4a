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


def test_part_sums_of_second_levels_know_them() -> None:
    rows = (
        "产出指标\t数量指标\t培训场次\t≥10场\t12场\t20\t20\n\t\t小计\t\t\t20\t20\n"
        "\t质量指标\t合格率\t≥95%\t97%\t30\t29.5\n\t\t小计\t\t\t30\t29.5\n"
        "\t小计\t\t\t\t50\t49.5\n"
    )
    table = one(HEAD + COLUMNS + rows)
    assert [(sum_.level1, sum_.level2, str(sum_.points)) for sum_ in table.totals] == [
        ("产出指标", "数量指标", "20"),
        ("产出指标", "质量指标", "29.5"),
        ("产出指标", None, "49.5"),
    ]
    report = jixiao.recompute(read(HEAD + COLUMNS + rows))
    assert [total.result for total in report.totals if total.kind == "score"] == ["explained"] * 3


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
    number = "0" * 11
    table = one(form(f"填表人：王某  联系电话：{number}\t填表日期：2023年1月5日\n"))
    assert {field.name for field in table.fields} >= {"填表人", "联系电话", "填表日期"}
    assert "王某" not in str(table.to_json())
    assert number not in str(table.to_json())


def test_a_sum_below_the_grade_is_a_sum() -> None:
    table = one(form("自评等级\t优\n总分\t\t\t\t\t80\t79.5\n"))
    assert figures(table) == [("总分", None, Decimal(80), Decimal("79.5"))]
    assert table.field("自评等级") == Field("自评等级", "优", table.fields[-1].origin)


# ── weights in labels ─────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "label",
    ["产出指标（50分）", "产出指标(50)", "产出 50分", "产出指标（权重50%）", "产出指标：50分"],
)
def test_a_label_with_its_weight_is_the_label(label: str) -> None:
    document = read(form().replace("产出指标", label))
    (table,) = document.tables
    assert [row.level1.removesuffix("指标") for row in table.indicators] == ["产出", "产出", "效益"]
    assert {row.status.value for row in table.indicators} == {"exact"}
    (total,) = table.totals
    assert (total.name, total.weight, total.points) == (
        label.replace(" ", ""),
        Decimal(50),
        None,
    )
    assert (total.level1, total.level2) == (table.indicators[0].level1, None)


def test_a_second_level_with_its_weight() -> None:
    table = one(form().replace("质量指标", "质量指标（30分）"))
    assert [(sum_.level1, sum_.level2, str(sum_.weight)) for sum_ in table.totals] == [
        ("产出指标", "质量指标", "30")
    ]
    assert table.indicators[1].key == ("产出指标", "质量指标", "合格率")


# ── goals ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lines", "goal", "done"),
    [
        (
            "年度总体目标\t预期目标\t\t实际完成情况\n\t办好培训\t\t办了12场\n",
            "年度总体目标",
            "实际完成情况",
        ),
        (
            "年度绩效目标\t年初设定目标\t\t全年实际完成情况\n\t办好培训\t\t办了12场\n",
            "年度绩效目标",
            "全年实际完成情况",
        ),
        (
            "\t预期目标\t\t实际完成情况\n年度总体目标\t办好培训\t\t办了12场\n",
            "年度总体目标",
            "实际完成情况",
        ),
        (
            "年度目标\t预期目标\t实际完成情况\n\t办好培训\n\t\t办了12场\n",
            "年度目标",
            "实际完成情况",
        ),
        (
            "项目年度目标\t办好培训\t年度目标完成情况\t办了12场\n",
            "项目年度目标",
            "年度目标完成情况",
        ),
    ],
)
def test_goals_in_two_columns(lines: str, goal: str, done: str) -> None:
    document = read(HEAD + lines + COLUMNS + ROWS.format(part=""))
    (table,) = document.tables
    found = {field.name: field.text for field in table.fields}
    assert (found[goal], found[done]) == ("办好培训", "办了12场")
    assert document.leftovers == ()
    assert len(table.fields) == 3


# ── targets and actuals ───────────────────────────────────────────────────────


def test_an_actual_is_read_by_its_target() -> None:
    head = "一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t完成值\t权重\t得分\t"
    head += "未完成原因分析\n"
    text = (
        HEAD
        + head
        + (
            "产出指标\t数量指标\t培训场次\t≥\t10\t场\t12\t50\t50\t\n"
            "\t质量指标\t合格率\t＝\t95\t%\t97\t30\t30\t\n"
            "效益指标\t社会效益指标\t就业率\t≥\t60\t%\t0.65\t20\t20\t\n"
        )
    )
    table = one(text)
    assert [str(row.value("年度指标值")) for row in table.indicators] == ["≥10场", "=95%", "≥60%"]
    assert [str(row.value("实际完成值")) for row in table.indicators] == ["12场", "97%", "0.65"]
    assert [column.role for column in table.columns] == [
        *("符号", "目标值", "单位", "实际值", "权重", "得分", "原因"),
    ]


@pytest.mark.parametrize("weight", ["分值", "权重", "分数", "标准分", "权重分", "分值（100分）"])
@pytest.mark.parametrize("points", ["得分", "自评得分", "自评分", "评分"])
def test_weights_and_points_under_their_names(weight: str, points: str) -> None:
    columns = COLUMNS.replace("分值", weight).replace("得分", points)
    table = one(HEAD + columns + ROWS.format(part="") + "总分\t\t\t\t\t80\t79.5\n")
    assert [row.weight for row in table.indicators] == [20, 30, 30]
    (role,) = [column.name for column in table.columns if column.role == "得分"]
    assert [row.text(role) for row in table.indicators] == ["20", "29.5", "30"]
    assert figures(table) == [("总分", None, Decimal(80), Decimal("79.5"))]


@pytest.mark.parametrize(
    "target", ["年度指标值", "指标值", "年初目标值(A)", "计划指标值", "年初设定目标值"]
)
@pytest.mark.parametrize(
    "actual",
    [
        "实际完成值",
        "全年完成值",
        "完成值",
        "全年实际值",
        "实际完成值(B)",
        "完成情况",
        "实际完成情况",
    ],
)
def test_targets_and_actuals_under_their_names(target: str, actual: str) -> None:
    columns = COLUMNS.replace("年度指标值", target).replace("实际完成值", actual)
    table = one(HEAD + columns + ROWS.format(part=""))
    named = {column.role: column.name for column in table.columns}
    row = table.indicators[0]
    assert str(row.value(named["目标值"])) == "≥10场"
    assert str(row.value(named["实际值"])) == "12场"
    assert row.text(named["原因"]) is None
    assert table.indicators[1].text(named["原因"]) == "天气"


@pytest.mark.parametrize(
    "reason",
    ["偏差原因分析及改进措施", "未完成原因和改进措施", "未完成原因分析", "备注", "扣分原因"],
)
def test_reasons_under_their_names(reason: str) -> None:
    columns = COLUMNS.replace("偏差原因分析及改进措施", reason)
    table = one(HEAD + columns + ROWS.format(part=""))
    (name,) = [column.name for column in table.columns if column.role == "原因"]
    assert table.indicators[1].text(name) == "天气"
