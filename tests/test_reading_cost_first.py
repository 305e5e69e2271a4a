"""成本指标 as a 一级, as the newer frame has it, and as a 二级 of 产出指标 as of old."""

from __future__ import annotations

import pytest

import jixiao
from jixiao.findings import Severity

HEAD = (
    "{title}\n（2024年度）\n项目名称,职业技能培训\n年度资金总额,45.6万元\n"
    "一级指标,二级指标,三级指标,指标值\n"
)
COSTS = (
    "成本指标,经济成本指标,人均培训成本,≤350元/人\n"
    "{again},社会成本指标,噪声投诉次数,≤3次\n"
    "{again},生态环境成本指标,教材印制废料占比,≤5%\n"
)
REST = (
    "产出指标,数量指标,培训人次,≥1200人次\n"
    ",质量指标,培训合格率,≥95%\n"
    ",时效指标,培训计划按期完成率,≥98%\n"
    "效益指标,社会效益指标,学员就业率,≥70%\n"
    "满意度指标,服务对象满意度指标,学员满意度,≥90%\n"
)
TITLES = ("项目支出绩效目标表", "项目支出绩效目标申报表", "部门预算项目绩效目标申报表")


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("again", ["成本指标", ""])
def test_a_cost_that_heads_kinds_of_cost_is_a_first_level(title: str, again: str) -> None:
    text = HEAD.format(title=title) + COSTS.format(again=again) + REST
    document = jixiao.read(text.encode(), file="a.csv")
    rows = document.tables[0].indicators
    assert [(row.level1, row.level2, row.status.value) for row in rows[:3]] == [
        ("成本指标", "经济成本指标", "exact"),
        ("成本指标", "社会成本指标", "exact"),
        ("成本指标", "生态环境成本指标", "exact"),
    ]
    assert rows[3].level1 == "产出指标"
    grave = [one for one in jixiao.check(document) if one.severity is not Severity.HINT]
    assert grave == []
    assert not document.leftovers


def test_a_cost_without_kinds_stays_a_second_level_of_output() -> None:
    text = HEAD.format(title=TITLES[0]) + REST.replace(
        "效益指标,社会", ",成本指标,人均成本,≤350元/人\n效益指标,社会"
    )
    rows = jixiao.read(text.encode(), file="a.csv").tables[0].indicators
    assert ("产出指标", "成本指标", "人均成本") in [row.key for row in rows]


@pytest.mark.parametrize("title", TITLES[:2])
def test_the_usual_titles_of_the_national_form_are_known(title: str) -> None:
    text = HEAD.format(title=title) + REST
    document = jixiao.read(text.encode(), file="a.csv")
    assert document.tables[0].ruleset == "财政部-2020"
    assert "T05" not in {one.code for one in document.findings}
