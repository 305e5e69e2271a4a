"""Goals in two columns, the weight of all rows beside a header, and scores of two people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import jixiao
from office_files import Span, as_docx, as_html, as_xlsx

if TYPE_CHECKING:
    from office_files import Grid

RATED = (
    "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
    "产出指标\t数量指标\t培训场次\t≥10场\t12场\t90\t90\n"
)
SICHUAN = "项目基本情况\t1.项目年度目标完成情况\t项目年度目标\t\t年度目标完成情况\n"
PLANNED = "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t培训场次\t≥10场\n"


def goals(text: str, kind: str = "自评") -> dict[str, str]:
    title = "项目支出绩效自评表" if kind == "自评" else "项目支出绩效目标表"
    below = RATED if kind == "自评" else PLANNED
    document = jixiao.read(f"{title}\n（2022年度）\n{text}{below}".encode(), file="t.txt")
    (table,) = document.tables
    assert document.leftovers == ()
    assert len(table.indicators) == 1
    assert {finding.code for finding in document.findings} == set()
    return {one.name: one.text for one in table.fields}


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("项目年度目标\t年度目标完成情况\n办好\t办成\n", ("项目年度目标", "年度目标完成情况")),
        (f"{SICHUAN}\t\t办好\t\t办成\n", ("项目年度目标", "年度目标完成情况")),
        (
            "年度总体目标\t预期目标\t\t实际完成情况\n\t办好\t\t办成\n",
            ("年度总体目标", "实际完成情况"),
        ),
        (
            "总体目标完成情况\t总体目标\t全年实际完成情况\n\t办好\t办成\n",
            ("总体目标", "全年实际完成情况"),
        ),
        ("预期目标\t实际完成情况\n办好\t办成\n", ("年度总体目标", "实际完成情况")),
    ],
)
def test_the_goal_of_the_year_beside_what_was_done(head: str, names: tuple[str, str]) -> None:
    assert goals(head) == dict(zip(names, ("办好", "办成"), strict=True))


def test_a_label_below_goals_that_begin_at_the_edge_is_no_goal() -> None:
    found = goals("项目年度目标\t年度目标完成情况\n办好\t办成\n2.实施内容概述\t按月发放\n")
    assert (found["项目年度目标"], found["年度目标完成情况"]) == ("办好", "办成")
    assert found["2.实施内容概述"] == "按月发放"


@pytest.mark.parametrize(
    ("head", "term"),
    [
        ("总体目标\t中期目标（2025年—2027年）\t\t年度目标\n\t建成\t\t开工\n", "中期目标"),
        ("绩效目标\t实施期目标\t年度目标\n\t建成\t开工\n", "实施期目标"),
        (
            "总体目标\t实施期目标（2024年-2026年）\t年度目标（2024年度）\n\t建成\t开工\n",
            "实施期目标",
        ),
        ("中长期目标\t年度目标\n建成\t开工\n", "中长期目标"),
        ("总体目标\t实施期目标\t建成\n\t年度目标\t开工\n", "实施期目标"),
        ("中期目标（2025年—2027年）\t建成\t年度目标\t开工\n", "中期目标"),
    ],
)
def test_the_term_beside_the_year(head: str, term: str) -> None:
    found = goals(head, "目标")
    assert {name: text for name, text in found.items() if text} == {
        term: "建成",
        "年度目标": "开工",
    }


@pytest.mark.parametrize("kind", ["xlsx", "docx", "html"])
def test_merged_goals_in_files(kind: str) -> None:
    grid: Grid = [
        ["项目名称", Span("培训", columns=3), None, None],
        [Span("总体目标", 2), "中期目标（2025年—2027年）", Span("年度目标", columns=2), None],
        [None, "目标1：建成。", Span("目标1：开工。", columns=2), None],
        ["一级指标", "二级指标", "三级指标", "指标值"],
        ["产出指标", "数量指标", "培训场次", "≥10场"],
    ]
    blocks: list[str | Grid] = ["项目支出绩效目标表", grid]
    make = {"xlsx": lambda: as_xlsx({"表": blocks}), "docx": lambda: as_docx(blocks)}
    data = make[kind]() if kind in make else as_html(blocks)
    (table,) = jixiao.read(data, file=f"t.{kind}").tables
    found = {one.name: one.text for one in table.fields}
    assert found == {"项目名称": "培训", "中期目标": "目标1：建成。", "年度目标": "目标1：开工。"}


def test_a_label_beside_the_header_weighs_all_rows_and_is_no_level() -> None:
    rated = "\t".join(["绩效指标（90分）", RATED.replace("\n产出", "\n\t产出", 1)])
    (table,) = jixiao.read(
        f"项目支出绩效自评表\n（2022年度）\n{rated}".encode(), file="t.txt"
    ).tables
    told = [(one.name, one.level1, str(one.weight), one.points) for one in table.totals]
    assert told == [("绩效指标（90分）", None, "90", None)]


def test_two_columns_of_scores() -> None:
    """The unit's own counts; the other keeps its name, on the rows and in the sums."""
    head, row = RATED.splitlines()
    for other in ("复核得分", "财政评分", "评价得分"):
        heads = head.replace("得分", f"自评得分\t{other}")
        text = f"{heads}\n{row}\t80\n总分\t\t\t\t\t90\t90\t80\n"
        document = jixiao.read(f"项目支出绩效自评表\n（2022年度）\n{text}".encode(), file="t.txt")
        (table,) = document.tables
        (one,) = table.indicators
        own = next(column.name for column in table.columns if column.role == "得分")
        assert (one.text(own), one.text(other)) == ("90", "80")
        assert [column.role for column in table.columns if column.name == other] == [""]
        assert dict(table.totals[0].texts)[other] == "80"
        assert (str(table.totals[0].weight), str(table.totals[0].points)) == ("90", "90")
        assert [finding.message() for finding in document.findings] == [
            f"表头有 2 列得分：按“{own}”复算，“{other}”按原文保留"
        ]
