"""Hypothesis strategies of tables for the checks: any row, any amount, anything missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from by_hand import row, spending, table
from clean_tables import NAMES
from jixiao.tables import RowStatus
from other_tables import DONE, TREE, VALUES
from self_evaluation_grids import Filled, FilledRow, Money

if TYPE_CHECKING:
    from jixiao.tables import Indicator, Table

__all__ = ["filled_tables", "indicators", "self_evaluation_forms"]

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
    "30万元",
    "只减不增",
    "较上年增长5%",
    "≥100",
    "≥100提供服务数量",
    "≥10次",
    "是",
)
NAME_TEXTS = (
    "预算执行率",
    "资金预算执行率",
    "资金专款专用率",
    "检查次数",
    "培训人数",
    "群众满意度",
    "办事效率",
    "案件调查率达到100%",
    "社会效益",
    "是否完成",
    "制度完整性、准确性",
    "检查次数（飞行检查",
    "专项资金下达及时率",
    "高层次人才储备率",
    "贫困人口补助人数",
    "业务调研",
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
    "培训30场，覆盖283个村",
    "支出72万元，其中：人员经费50万元、公用经费29万元。",
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


# ── self-evaluations ──────────────────────────────────────────────────────────

_POINTS = ("0", "4.5", "8.62", "10", "12.5", "")
_SOURCES = ("其中：当年财政拨款", "上年结转资金", "其他资金")
_BLANKS = ("", "—", "/", "N/A")


@st.composite
def _money_of(draw: st.DrawFn, source: str, *, total: bool) -> Money:
    amounts = [
        draw(st.sampled_from(("0", "43.2", "259.45万元", "1,100", ""))).replace(",", "")
        for _ in range(3)
    ]
    rate = draw(st.sampled_from(("86%", "100.00%", "0.1", "0.8619")))
    if not total:
        blank = draw(st.sampled_from(_BLANKS))
        return Money(source, (*amounts, blank, draw(st.sampled_from((rate, blank))), blank))
    return Money(source, (*amounts, "10", rate, draw(st.sampled_from(("9", "8.62", "10")))))


@st.composite
def self_evaluation_forms(draw: st.DrawFn) -> Filled:
    """A self-evaluation in the national form, with any of its parts left out."""
    names = iter(draw(st.permutations(NAMES)))
    rows: list[FilledRow] = []
    for first, seconds in TREE.items():
        least = min(2, len(seconds))
        several = st.lists(st.sampled_from(seconds), min_size=least, max_size=3, unique=True)
        for second in draw(several):
            for _ in range(draw(st.integers(1, 2)) if rows else 2):
                at = draw(st.integers(0, len(VALUES) - 1))
                rows.append(
                    FilledRow(
                        first,
                        second,
                        next(names),
                        VALUES[at],
                        DONE[at],
                        draw(st.sampled_from(("5", "10", "12.5"))),
                        draw(st.sampled_from(_POINTS)),
                        draw(st.sampled_from(("", "天气原因", "已完工，剩余3%尾款未付"))),
                    )
                )
    weights = draw(st.sampled_from(("", "（30分）", "(30)", "（22.5分）")))
    money = [draw(_money_of("年度资金总额", total=True))]
    money += [
        draw(_money_of(source, total=False))
        for source in draw(st.lists(st.sampled_from(_SOURCES), unique=True))
    ]
    return Filled(
        draw(st.sampled_from(("基层培训", "网络租赁费", "危房改造（2021年续建）"))),
        draw(st.integers(2018, 2026)),
        tuple(rows),
        money=tuple(money) if draw(st.booleans()) else (),
        goals=draw(st.sampled_from((None, ("办好培训，受益500人。", "办了12场，受益487人。")))),
        weights=dict.fromkeys(TREE, weights) if weights else {},
        parts={
            first: ("30", draw(st.sampled_from(("28.5", "30"))))
            for first in draw(st.lists(st.sampled_from(tuple(TREE)), unique=True))
        },
        total=draw(st.sampled_from((None, ("100", "98.81"), ("", "98.81"), ("100", "")))),
        grade=draw(st.sampled_from(("", "优", "良", "中"))),
    )
