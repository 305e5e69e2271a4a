"""Cases of the page of checks: the prose and lists around the tables, names and codes."""

from __future__ import annotations

from attrs import evolve

from by_hand import table
from check_cases import CHECKS, Case
from jixiao.source import Origin
from jixiao.tables import Cell

__all__ = ["DOCUMENT_CASES", "around"]


def around(*lines: str) -> tuple[Cell, ...]:
    """What stands around the tables: one text a line, its cells parted by `|`."""
    return tuple(
        Cell(cell, Origin(file="试验.txt", line=number, column=place))
        for number, line in enumerate(lines, start=1)
        for place, cell in enumerate(line.split("|"), start=1)
    )


PARTS = (
    "本单位当年支出 718.01 万元，较上年增加 39.32 万元，其中：",
    "(1) 离退休经费 (2080501) 1.3 万元，较上年增加 0.3 万元，原因是新增支出；",
    "(2) 养老保险缴费 (2080505) 73.42 万元，较上年增加 22.68 万元；",
    "(3) 经办事务 (2101506) 643.2 万元，较上年减少 1 万元；",
)

DOCUMENT_CASES: tuple[Case, ...] = (
    Case(
        "S59",
        "资金为零的指标",
        "文件写明没有政府采购预算或“三公”经费，而表中有这方面的指标。文中另有金额的不提示。",
        (table("产出指标/质量指标/政府采购预算执行率 | ≥95%"),),
        leftovers=around("七、政府采购情况说明", "本单位当年无政府采购预算，并已公开空表。"),
    ),
    Case(
        "S60",
        "清单少于目标",
        "文件列有培训、会议等明细，项数少于指标值。列得更多、或有几份清单的不提示。",
        (table("产出指标/数量指标/开展业务培训 | ≥5次"),),
        leftovers=around("序号|会议/培训名称|时间", "1|救助培训会|3月", "2|政策宣传|4月"),
    ),
    Case(
        "S61",
        "单位名称写法",
        "同一文件中单位名称只差“保障”与“保险”、“中心”与“机构”，或末尾缺字。其他不同的名称视为两个单位。",
        (table(CHECKS, fields=(("实施单位", "某市医疗保障经办中心"),)),),
        leftovers=around("预算单位：某市医疗保险经办机构"),
    ),
    Case(
        "S62",
        "编码与名称",
        "同一编码对应两个名称，如两个项目用了同一个项目编码。",
        (
            evolve(table(CHECKS, name="培训"), code="13082222P00877"),
            evolve(table(CHECKS, name="宣传", index=1), code="13082222P00877"),
        ),
    ),
    Case(
        "S63",
        "文中合计",
        "文中“合计……其中……”的各项相加不等于合计（四舍五入的零头除外）。各项不足合计的 99% 的，"
        "视为没有列全，不提示。",
        (table(CHECKS),),
        leftovers=around(*PARTS),
    ),
    Case(
        "S64",
        "文中增减",
        "各项“较上年增加、减少”的数相加不等于合计的增减。有一项没有写增减的不相加。",
        (table(CHECKS),),
        leftovers=around(*PARTS),
    ),
    Case(
        "S65",
        "元与万元折算",
        "文中的万元数与括号里的元、或同一科目编码的明细表（元）折算后不符。",
        (table(CHECKS),),
        leftovers=around(
            "经办事务（2101506）643.2 万元。",
            "金额单位：元",
            "1|2101506|经办事务|6432973|5571234",
        ),
    ),
)
