"""Hypothesis strategies of tables for the checks: any row, any amount, anything missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from by_hand import row, spending, table
from jixiao.tables import RowStatus

if TYPE_CHECKING:
    from jixiao.tables import Indicator, Table

__all__ = ["filled_tables", "indicators"]

VALUE_TEXTS = (
    "≥98%",
    "=50%",
    "=100%",
    "100%",
    "≥1870000万条",
    "≥2次",
    "≤5%",
    "序时进度",
    "不断提升",
    "较高",
    "全覆盖",
    "12月底前",
    "无",
    "……",
    "",
    "≥**人次",
)
NAME_TEXTS = (
    "预算执行率",
    "资金预算执行率",
    "资金专款专用率",
    "检查次数",
    "培训人数",
    "群众满意度",
    "办事效率",
    "指标1:",
    "",
)
PLACES = (
    ("过程", "资金管理"),
    ("产出指标", "数量指标"),
    ("产出指标", "成本指标"),
    ("效益指标", "社会效益"),
    ("满意度指标", "服务对象满意度"),
    ("", ""),
)
AMOUNTS = (None, "0", "0.5", "7.44", "30")
GOALS = (
    "",
    "预算执行率大于等于98%",
    "子项目1: 培训费 子项目2: 档案整理费",
    "（苏医保发【2023】30号《",
)


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    """A row of any status, with values that the checks look at."""
    level1, level2 = draw(st.sampled_from(PLACES))
    name = draw(st.sampled_from(NAME_TEXTS))
    half, whole = draw(st.sampled_from(VALUE_TEXTS)), draw(st.sampled_from(VALUE_TEXTS))
    status = draw(st.sampled_from((RowStatus.EXACT, RowStatus.EXACT, *RowStatus)))
    return row(f"{level1}/{level2}/{name} | {half} | {whole}", status, draw(st.integers(1, 99)))


@st.composite
def filled_tables(draw: st.DrawFn, index: int = 0) -> Table:
    """A table of the half-year form, with anything missing."""
    lines = draw(
        st.lists(
            st.builds(
                spending,
                st.sampled_from(("培训费", "课题研究", "差旅费", "")),
                st.sampled_from(AMOUNTS),
                st.sampled_from(AMOUNTS),
            ),
            max_size=3,
        )
    )
    return table(
        *draw(st.lists(indicators(), max_size=6)),
        total=draw(st.sampled_from(AMOUNTS)),
        lines=tuple(lines),
        fields=(
            ("立项必要性", draw(st.sampled_from(GOALS))),
            ("年度目标", draw(st.sampled_from(GOALS))),
        ),
        slots=draw(st.sampled_from(((), (("满意度指标", "服务对象满意度"),)))),
        name=draw(st.sampled_from(("网络租赁费", "业务调研", ""))),
        index=index,
    )
