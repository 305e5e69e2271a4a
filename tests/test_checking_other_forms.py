"""Rows as published in other provinces: what a reviewer would say of them, and nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from by_hand import document, table
from jixiao.checking import check_document
from jixiao.findings import Severity
from jixiao.library import Library

if TYPE_CHECKING:
    from jixiao.tables import Table

NATIONAL = Library.default().load("财政部-2020")

SHAANXI = table(
    "产出指标/数量指标/指标1: 政策培训信息化建设指导会 | ≥5次",
    "产出指标/质量指标/指标1: 培训机构覆盖率 | ≥50%",
    "产出指标/时效指标/指标1: 资金支付率 | ≥95%",
    "产出指标/成本指标/指标1: 各项宣传监管培训工作 | 30万元",
    "效益指标/社会效益指标/指标1: 医保服务能力大提升 | ≥50%",
    "效益指标/可持续影响指标/指标1: 可持续发展率 | 95%",
    "满意度指标/服务对象满意度指标/指标1: 服务参保患者工作者满意度 | ≥90%",
    total="30",
    slots=(("效益指标", "经济效益指标"), ("效益指标", "生态效益指标")),
)
HUBEI = table(
    "运行成本/公用经费控制/公用经费控制率 | 100%",
    "运行成本/项目支出成本控制/“三公经费”变动率 | ≤0%",
    "管理效率/预算编制/预算调整率 | 0%",
    "管理效率/预算执行/预算执行率 | 100%",
    "管理效率/预算执行/结转结余率 | 0%",
    "管理效率/绩效管理/事前绩效评估完成率 | 无",
    "履职效能/核心业务产出1/定点医疗机构 | 2157家",
    "履职效能/核心业务产出2/聘请第三方服务 | 9次",
    "社会效应/社会效益/查处欺诈骗保行为 | 便捷、高效",
    "可持续发展能力/人才支撑/高学历、高层次人才储备率 | ≤10%",
    "满意度/服务对象满意度/服务对象满意度指标 | ≥95%",
)
HEBEI = table(
    "产出指标/数量指标/解决法律纠纷 | ≥100提供法律服务数量",
    "产出指标/质量指标/法律服务质量 | 医保法律质量",
    "产出指标/时效指标/及时性 | 及时解决医保纠纷",
    "产出指标/成本指标/不超过预算 | 不超预算",
    "效益指标/社会效益指标/群众投诉下降率% | ≥60%",
    "效益指标/社会效益指标/农村因病致贫人数 | 农村因病致贫人数较上年减少",
    "满意度指标/服务对象满意度指标/群众满意度 | ≥100百分比",
    total="2",
)
SICHUAN = table(
    "产出指标/数量指标/发放（缴纳）覆盖率 | =100%",
    "产出指标/质量指标/足额保障率（参保率） | =100%",
    "产出指标/时效指标/科目调整次数 | ≤10次",
    "效益指标/经济效益指标/结余率（结余数/预算数） | ≤5%",
    total="500",
)
HUNAN = table(
    "产出指标/质量指标/变质比例 | 0",
    "效益指标/社会效益指标/事件发生数 | 0起",
    "产出指标/数量指标/补助对象 | ≥320万亩",
    "产出指标/成本指标/补助标准 | ≥530元/人*月",
    total="45000",
)


def codes(held: Table) -> set[str]:
    """What is found under the national frame, without its own 校验."""
    found = check_document(document(held), NATIONAL)
    assert not [one for one in found if one.severity is Severity.ERROR]
    return {one.code for one in found if one.code.startswith("S")}


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (SHAANXI, {"S08", "S49"}),
        (HUBEI, {"S07", "S24"}),
        (HEBEI, {"S20", "S46", "S70"}),
        (SICHUAN, set()),
        (HUNAN, set()),
    ],
    ids=["陕西", "湖北", "河北", "四川", "湖南"],
)
def test_rows_of_other_places(held: Table, expected: set[str]) -> None:
    assert codes(held) == expected
