"""The names of 一级 and 二级 indicators in the known templates, with and without 指标.

Reading needs them to recognise a label that stands in the wrong column, also where no ruleset
knows the form. They come from forms: the frame of 财预〔2020〕10号 and the county and city forms of
江苏, 河北, 湖北, 陕西 and 湖南 (待核 where the notice behind a form was not read).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LEVEL1_NAMES", "LEVEL2_PARENTS", "base_name"]

_TREE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "决策": ("项目立项", "绩效目标", "资金投入"),
        "过程": ("资金管理", "组织实施", "预算执行", "预算管理", "资产管理"),
        "产出": (
            "数量",
            "质量",
            "时效",
            "产出数量",
            "产出质量",
            "产出时效",
            "产出成本",
            "职责履行",
        ),
        "成本": ("经济成本", "社会成本", "生态环境成本"),
        "效益": (
            "经济效益",
            "社会效益",
            "生态效益",
            "环境效益",
            "可持续影响",
            "可持续发展",
            "项目效益",
        ),
        "满意度": ("服务对象满意度", "社会公众满意度", "联系部门满意度", "受益对象满意度"),
        "运行成本": ("公用经费控制", "在职人员控制", "项目支出成本控制"),
        "管理效率": (
            "战略管理",
            "预算编制",
            "预算执行",
            "绩效管理",
            "资产管理",
            "财务管理",
            "预算管理",
        ),
        "履职效能": ("核心业务产出",),
        "社会效应": ("经济效益", "社会效益", "生态效益", "环境效益"),
        "可持续发展能力": ("体制机制改革", "人才支撑", "科技支撑"),
        "投入": ("目标设定", "预算配置", "资金落实"),
        "效果": ("履职效益",),
        "预算执行率": (),
    }
)
_PARENTS: Mapping[str, tuple[str, ...]] = MappingProxyType({"成本": ("产出",)})
"""成本指标 is a 二级 of 产出 in the older frame and a 一级 of its own since 财预〔2021〕101号."""

_SUFFIX = "指标"


def base_name(name: str) -> str:
    """A level name without the suffix 指标, by which names are compared.

    >>> base_name("经济效益指标"), base_name("指标")
    ('经济效益', '指标')
    """
    return name.removesuffix(_SUFFIX) or name


LEVEL1_NAMES: frozenset[str] = frozenset(_TREE)
"""一级, without the suffix 指标."""

LEVEL2_PARENTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        child: tuple(parent for parent, children in _TREE.items() if child in children)
        for children in _TREE.values()
        for child in children
    }
    | dict(_PARENTS)
)
"""二级 without the suffix 指标, and the 一级 it may stand under, the commonest first.

>>> LEVEL2_PARENTS["社会效益"]
('效益', '社会效应')
"""
