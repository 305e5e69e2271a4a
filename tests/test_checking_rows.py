"""Names, values, bases and columns: what must be left alone beside each finding of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from by_hand import PLAIN, document, level, row, ruleset, table
from check_cases_rows import ROW_CASES, based, departments_rows, planned
from checks_page import CASES
from department_tables import yearly
from jixiao.checking import check_document
from jixiao.findings import Severity
from jixiao.tables import RowStatus, Table

if TYPE_CHECKING:
    from check_cases import Case
    from jixiao.rules import IndicatorRule, Ruleset

KNOWN = {case.code for case in ROW_CASES}


def codes(*tables: Table, rules: Ruleset = PLAIN) -> set[str]:
    """The codes of this family that are found."""
    return {one.code for one in check_document(document(*tables), rules)} & KNOWN


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_each_check_says_its_finding_once(case: Case) -> None:
    held = evolve(document(*case.tables), leftovers=case.leftovers)
    found = check_document(held, case.rules)
    assert [one.code for one in found].count(case.code) == 1


@pytest.mark.parametrize(
    "text",
    [
        "数量指标/检查次数 | ≥5次 | ≥10次",
        "数量指标/检查次数 | ≥1次 | ≥1次",
        "数量指标/受益人数 | ≥90人 | ≥90人",
        "数量指标/投诉件数 | ≤3件 | ≤3件",
        "质量指标/合格率 | ≥95% | ≥95%",
        "数量指标/是否开展考评 | 是 | 是",
        "数量指标/某村新建水泥路1条 | ≥1公里 | ≥2公里",
        "数量指标/15分钟医保服务圈示范点 | ≥1个 | ≥3个",
        "数量指标/2025年度培训场次 | ≥1场 | ≥3场",
        "数量指标/印刷费 | ≤1万元 | ≤3万元",
        "数量指标/救助资金发放额 | 20万元 | 40万元",
        "成本指标/单位成本 | ≤5万元 | ≤5万元",
        "成本指标/补助标准 | 300元/人 | 300元/人",
        "质量指标/完整性、准确性 | 良好 | 良好",
        "质量指标/办理及时性和准确率提升 | 完成 | 完成",
        "时效指标/资金拨付及时率 | ≥95% | ≥95%",
        "数量指标/群众满意指数 | ≥90 | ≥90",
        "数量指标/发生事故数 | 0 | 0",
        "数量指标/造林面积 | ≥300公顷 | ≥900公顷",
        "数量指标/检查（含“回头看”） | ≥3次 | ≥9次",
        "数量指标/（1）检查 1）飞行 | ≥3次 | ≥9次",
        "质量指标/服务质量 | 不断提升 | 不断提升",
        "数量指标/指标1: |  | ",
        "数量指标/…… | …… | ……",
    ],
)
def test_rows_that_are_left_alone(text: str) -> None:
    found = codes(table(f"产出指标/{text}", total="3"))
    assert found - {"S48"} == set()
    assert ("S48" in found) == ("印刷费" in text)


@pytest.mark.parametrize(
    "text",
    [
        "效益指标/社会效益指标/服务对象满意度指标 | ≥95%",
        "满意度指标/服务对象满意度指标/服务对象满意度 | ≥95%",
        "效益指标/社会效益指标/社会效益提升率 | ≥5%",
    ],
)
def test_names_that_are_no_mere_classes(text: str) -> None:
    assert codes(table(text)) == set()


def fixed(text: str) -> IndicatorRule:
    """A form that prescribes the row of a text."""
    first, second, third = text.split(" | ", maxsplit=1)[0].split("/")
    return level(1, first, level(2, second, level(3, third)))


@pytest.mark.parametrize(
    "text",
    [
        "效益指标/社会效益指标/社会效益 | ≥95%",
        "产出指标/质量指标/完整性、准确性 | ≥95%",
        "产出指标/成本指标/资金下达及时率 | ≥95%",
        "产出指标/数量指标/是否完成 | ≥95%",
    ],
)
def test_names_that_the_form_prescribes(text: str) -> None:
    assert codes(table(text)) != set()
    assert codes(table(text), rules=ruleset(fixed(text))) == set()


def test_the_same_name_in_one_class_or_with_other_values_is_fine() -> None:
    one = "效益指标/社会效益指标/业务能力 | ≥95%"
    assert codes(table(one, one)) == {"S71"}
    assert codes(table(one, "效益指标/社会效益指标/业务水平 | ≥95%")) == set()
    assert codes(table(one, "效益指标/经济效益指标/业务能力 | ≥90%")) == set()


def test_a_description_that_explains_is_fine() -> None:
    held = row("产出指标/时效指标/发放情况 | 每月10日前")
    assert codes(table(evolve(held, description="每月10日前"))) == set()
    worded = row("产出指标/时效指标/发放情况 | 按时发放")
    assert codes(table(evolve(worded, description="工资发放的时间"))) == set()
    assert codes(table(evolve(worded, description="按时发放"))) == {"S45"}


def test_a_value_that_is_spoken_of_already_is_not_spoken_of_twice() -> None:
    held = row("满意度指标/服务对象满意度指标/满意指数 | 服务对象满意")
    found = check_document(document(table(evolve(held, description="服务对象满意"))), PLAIN)
    assert [one.code for one in found] == ["S12"]
    open_one = based(("管理效率/绩效管理/事前评估完成率 | 无", "预算支出标准"))
    assert [one.code for one in check_document(document(open_one), PLAIN)] == ["S58"]


@pytest.mark.parametrize("value", ["只减不增 | 只减不增 | 只减不增"])
def test_a_trend_beside_its_years_has_a_base(value: str) -> None:
    assert codes(yearly(f"运行成本/公用经费控制/公务接待费 | {value}", index=0)) == set()


@pytest.mark.parametrize(
    "basis", ["冀财社[2021]182号", "《医疗救助办法》", "承办服务协议", "财发〔2021〕15号"]
)
def test_one_document_may_stand_behind_a_whole_project(basis: str) -> None:
    rows = tuple((f"产出指标/数量指标/第{at}类检查 | 3次", basis) for at in range(9))
    assert codes(based(*rows)) == set()


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("管理效率/预算执行/预算调整率 | 0%", "预算支出标准"),
        ("管理效率/资产管理/资产管理规范性 | 资产保存完整", "行业标准"),
        ("产出指标/数量指标/检查次数 | 3次", "县政府办公室文件"),
        ("产出指标/数量指标/检查次数 | 3次", "工作办法"),
        ("管理效率/绩效管理/…… | 无", "计划标准"),
        ("管理效率/绩效管理/事前评估完成率 | 无", "无"),
    ],
)
def test_bases_that_fit(text: str, basis: str) -> None:
    assert codes(based((text, basis))) == set()


def test_plans_and_duties_of_small_numbers_are_left_alone() -> None:
    same = ("0.25", "0.5", "1")
    assert codes(*(planned(at, *same) for at in range(4))) == set()
    other = planned(5, "0.1", "0.5", "1")
    assert codes(*(planned(at, *same) for at in range(5)), other) == set()
    assert codes(departments_rows(1, 10)) == set()
    assert codes(departments_rows(5, 25)) == set()


def test_a_habit_of_three_tables_is_said_once() -> None:
    rows = tuple((f"产出指标/数量指标/第{at}类检查 | 3次", "行业规定") for at in range(5))
    plain = [
        table("产出指标/数量指标/检查次数 | 3次", name=f"别的{at}", index=at) for at in range(9)
    ]
    held = [based(*rows, name=f"项目{at}", index=10 + at) for at in range(3)]
    (one,) = (one for one in check_document(document(*plain, *held), PLAIN) if one.code == "S52")
    assert (one.count, one.where.table_index) == (3, None)
    few = check_document(document(*plain, *held[:2]), PLAIN)
    assert [one.where.table_index for one in few if one.code == "S52"] == [10, 11]


@pytest.mark.parametrize(
    "goal", ["完成第3批改造", "2025年完成", "1次培训", "培训10次", "不断提高", "第15个五年规划"]
)
def test_goals_whose_figures_stand_in_the_rows(goal: str) -> None:
    held = table("产出指标/数量指标/检查次数 | ≥2次 | ≥10次", fields=(("年度目标", goal),))
    assert codes(held) == set()


def test_former_terms_are_a_matter_of_the_year() -> None:
    held = table("产出指标/数量指标/贫困人口补助人数 | ≥200人")
    assert codes(held) == {"S66"}
    assert codes(evolve(held, year=2020)) == set()


@pytest.mark.parametrize("case", ROW_CASES, ids=lambda case: case.code)
def test_nothing_but_the_doubt_on_rows_that_reading_moved(case: Case) -> None:
    tables = []
    for held in case.tables:
        moved = tuple(evolve(one, status=RowStatus.MOVED) for one in held.indicators)
        tables.append(evolve(held, indicators=moved))
    of_rows = KNOWN - {"S53", "S54", "S67"}
    assert codes(*tables) & of_rows == set()


def test_none_of_these_is_an_error() -> None:
    for case in ROW_CASES:
        for one in check_document(document(*case.tables), case.rules):
            assert one.severity is not Severity.ERROR
