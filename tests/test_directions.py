"""What names say about their direction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.directions import direction_of_name


@pytest.mark.parametrize(
    "name",
    [
        "会议费控制率",
        "“三公经费”变动率",
        "预算调整率",
        "结转结余率",
        "数据差错率",
        "群众投诉率",
        "空编率",
        "在职人员控制率",
        "项目总成本",
        "群众投诉次数（次）",
        "不合格率",
        "三公经费增长率",
        "业务办结时限",
        "安全事故发生率（%）",
    ],
)
def test_less_is_better(name: str) -> None:
    found = direction_of_name(name)
    assert found is not None
    assert found.direction == "less"


@pytest.mark.parametrize(
    "name",
    [
        "验收合格率",
        "群众投诉处理率",
        "群众投诉处理及时率",
        "差错下降率",
        "成本节约率",
        "公众满意度",
        "服务对象满意度指标",
        "资金到位率",
        "培训人次",
        "设备采购数量（台）",
        "经费压减率",
    ],
)
def test_more_is_better(name: str) -> None:
    found = direction_of_name(name)
    assert found is not None
    assert found.direction == "more"


@pytest.mark.parametrize("name", ["困难群众救助发放标准", "核定编制数", "护理补贴标准"])
def test_the_very_figure(name: str) -> None:
    found = direction_of_name(name)
    assert found is not None
    assert found.direction == "exact"


@pytest.mark.parametrize("name", ["", "血压控制率", "糖尿病患者血糖控制率", "某比值", "影响程度"])
def test_nothing_is_guessed(name: str) -> None:
    assert direction_of_name(name) is None


@given(st.text(max_size=12), st.sampled_from(["合格率", "投诉率", "发放标准"]))
def test_brackets_spaces_and_the_suffix_change_nothing(front: str, ending: str) -> None:
    found = direction_of_name(front + ending)
    assert found == direction_of_name(f"{front}{ending} （%）")
    assert found == direction_of_name(f"{front}{ending}指标")
