"""Documents that a reviewer has nothing to say about: a strategy for the property of silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import strategies as st

from by_hand import document, spending, table
from check_cases_documents import around

if TYPE_CHECKING:
    from jixiao.tables import Document, Table

__all__ = ["sound_documents"]

TOPICS = (
    "护理技能",
    "消防安全",
    "农田水利",
    "图书编目",
    "森林防火",
    "古籍修复",
    "幼儿保教",
    "食品检验",
)


@st.composite
def sound_tables(draw: st.DrawFn, topic: str, index: int) -> Table:
    """A project on one topic: figures with units, half of the work with half of the money."""
    times, cost = draw(st.integers(2, 30)) * 2, draw(st.integers(1, 40))
    people, share = draw(st.integers(50, 900)), draw(st.sampled_from(("90%", "95%", "98%")))
    total = draw(st.integers(5, 90)) * 2
    rows = (
        f"产出指标/数量指标/{topic}培训场次 | ≥{times // 2}场 | ≥{times}场",
        f"产出指标/质量指标/{topic}考核合格率 | ≥{share} | ≥{share}",
        f"产出指标/时效指标/{topic}培训完成时间 | 6月底前 | 12月底前",
        f"产出指标/成本指标/{topic}每场成本 | ≤{cost}万元 | ≤{cost}万元",
        f"效益指标/社会效益/{topic}受训人数 | ≥{people}人 | ≥{people * 2}人",
        f"满意度指标/服务对象满意度/{topic}学员满意度 | ≥{share} | ≥{share}",
    )
    kept = draw(st.lists(st.sampled_from(rows[1:]), unique=True, max_size=5))
    return table(
        rows[0],
        *kept,
        total=str(total),
        lines=(spending(f"{topic}培训费", str(total // 2), str(total)),),
        fields=(
            ("立项必要性", f"{topic}人员不足，需要组织轮训。"),
            ("实施可行性", f"已有{topic}师资和场地。"),
            ("年度目标", f"完成{topic}培训{times}场。"),
            ("实施单位", f"某市{topic}协会"),
        ),
        name=f"{topic}轮训",
        index=index,
        unit=f"某市{topic}协会",
    )


@st.composite
def sound_documents(draw: st.DrawFn) -> Document:
    """One to five projects, and a text around them whose sums are right."""
    topics = draw(st.lists(st.sampled_from(TOPICS), min_size=1, max_size=5, unique=True))
    tables = tuple(draw(sound_tables(topic, index)) for index, topic in enumerate(topics))
    staff, office = draw(st.integers(1, 900)), draw(st.integers(1, 900))
    text = (
        "二、收支说明",
        f"本单位支出 {staff + office} 万元，其中：",
        f"(1) 人员经费 (301) {staff} 万元，较上年增加 1 万元；",
        f"(2) 公用经费 (302) {office} 万元，较上年减少 1 万元。",
        "金额单位：元",
        f"1|301|人员经费|{staff}0000",
        f"2|302|公用经费|{office}0000",
    )
    return evolve(document(*tables), leftovers=around(*text))
