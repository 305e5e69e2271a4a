"""The headers of columns that forms print beside indicators, and what each means to a rule.

Every word is kept as it is compared (`grid.key`). A form of a ruleset adds its own to these.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from jixiao.reading.labels.so_far import so_far

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.rules import Role

__all__ = [
    "CAUSE_HEADERS",
    "DESCRIBING",
    "LEVEL_HEADERS",
    "LIKELIHOODS",
    "PLAIN_HEADERS",
    "ROLE_HEADERS",
    "SAME_HEADERS",
    "role_of_header",
]

LEVEL_HEADERS: Mapping[str, int] = MappingProxyType(
    {
        "一级指标": 1,
        "一级": 1,
        "一级绩效指标": 1,
        "二级指标": 2,
        "二级": 2,
        "二级绩效指标": 2,
        "三级指标": 3,
        "三级": 3,
        "三级绩效指标": 3,
        "三级指标内容": 3,
        "三级指标名称": 3,
        "指标内容": 3,
        "指标名称": 3,
        "绩效指标名称": 3,
        "具体指标": 3,
    }
)
"""Headers of the three levels; 指标内容 is 三级指标 under another name (domain.md §8.13)."""
DESCRIBING = frozenset({"指标内容"})
"""Headers of the 三级 that say what it is about where 三级指标 stands beside them (云南)."""

ROLE_HEADERS: Mapping[str, Role] = MappingProxyType(
    {
        "指标值": "目标值",
        "年度指标值": "目标值",
        "目标值": "目标值",
        "年度目标值": "目标值",
        "年初目标值": "目标值",
        "年初指标值": "目标值",
        "年初设定目标值": "目标值",
        "年初设定指标值": "目标值",
        "全年目标值": "目标值",
        "全年指标值": "目标值",
        "计划值": "目标值",
        "计划目标值": "目标值",
        "预期指标值": "目标值",
        "预期目标值": "目标值",
        "预期值": "目标值",
        "目标数值": "目标值",
        "计划指标值": "目标值",
        "绩效指标值": "目标值",
        "预期当年实现值": "目标值",
        "指标值及单位": "目标值",  # 湖南: the unit stands in the same cell
        "目标值及单位": "目标值",
        "实际完成值": "实际值",
        "全年完成值": "实际值",
        "全年实际值": "实际值",
        "全年实际完成值": "实际值",
        "完成值": "实际值",
        "实际值": "实际值",
        "完成情况": "实际值",
        "实际完成情况": "实际值",
        "全年完成情况": "实际值",
        "全年实际完成情况": "实际值",
        "年度实际完成值": "实际值",
        "年度完成值": "实际值",
        "实际完成指标值": "实际值",
        "实际完成数": "实际值",
        "完成指标值": "实际值",
        "指标完成值": "实际值",
        "指标完成情况": "实际值",
        "指标值完成情况": "实际值",
        "自评完成值": "实际值",
        "执行情况": "实际值",
        "实现值": "实际值",
        "分值": "权重",
        "权重": "权重",
        "指标分值": "权重",
        "标准分值": "权重",
        "标准分": "权重",
        "分数": "权重",
        "权重分": "权重",
        "权重分值": "权重",
        "权重值": "权重",
        "指标权重": "权重",
        "满分": "权重",
        "得分": "得分",
        "自评得分": "得分",
        "自评分": "得分",
        "自评分值": "得分",
        "自评分数": "得分",
        "评分": "得分",
        "实际得分": "得分",
        "评价得分": "得分",
        "指标得分": "得分",
        "指标性质": "符号",
        "运算符号": "符号",
        "计算符号": "符号",
        "指标方向": "符号",
        "度量单位": "单位",
        "计量单位": "单位",
        "指标单位": "单位",
        "单位": "单位",
        "前年": "基期值",
        "上年": "基期值",
        "上年实际值": "基期值",
        "近两年指标值": "基期值",
        "偏差原因分析及改进措施": "原因",
        "偏差原因及改进措施": "原因",
        "偏差原因分析": "原因",
        "未完成原因分析": "原因",
        "未完成原因": "原因",
        "未完成原因分析及改进措施": "原因",
        "未完成原因及拟采取的改进措施": "原因",
        "偏差原因分析和改进措施": "原因",
        "偏差原因": "原因",
        "偏差原因说明": "原因",
        "偏差分析及改进措施": "原因",
        "偏差原因分析与改进措施": "原因",
        "原因分析及改进措施": "原因",
        "原因说明": "原因",
        "扣分原因": "原因",
        "扣分原因及改进措施": "原因",
        "扣分原因分析": "原因",
        "未完成原因及改进措施": "原因",
        "未完成原因和改进措施": "原因",
        "未完成原因和拟采取的改进措施": "原因",
        "执行偏差原因": "原因",
        "绩效指标描述": "描述",
        "指标描述": "描述",
        "指标解释": "描述",
        "指标说明": "描述",
        "指标值确定依据": "依据",
        "指标值设定依据": "依据",
        "指标值设置依据": "依据",
        "评分标准": "依据",
        "绩效标准": "依据",  # 湖南
        "指标值说明": "依据",  # 江西
    }
)
"""Headers of the other columns under their many names, and what they mean."""

CAUSE_HEADERS = ("经费保障", "制度保障", "人员保障", "硬件条件保障", "其他", "原因说明")
"""What stands below 偏差原因分析 in a table of monitoring (财预〔2019〕136号)."""
LIKELIHOODS = ("确定能", "有可能", "完全不可能", "不可能")
"""What stands below 完成目标可能性 there, one of them ticked."""
PLAIN_HEADERS = frozenset(
    {
        "指标分类",
        "指标类型",
        "指标属性",
        "备注",
        "序号",
        "完成率",
        "指标完成率",
        *CAUSE_HEADERS[:-1],
        "完成目标可能性",
        "完成可能性",
        "全年预计完成情况",
        "全年预计完成值",
        "预计全年完成情况",
        "预计全年完成值",
    }
)
"""Headers of columns that are known and mean nothing to a rule."""

SAME_HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "完成可能性": "完成目标可能性",
        "目标完成可能性": "完成目标可能性",
        "全年预计完成值": "全年预计完成情况",
        "预计全年完成情况": "全年预计完成情况",
        "预计全年完成值": "全年预计完成情况",
        "硬件保障": "硬件条件保障",
    }
)
"""Headers that are one of a form under another name."""

_ASIDE = re.compile(r"\([^()]{1,20}\)$")
_YEAR_MARK = re.compile(r"^(前|上|本|当)?\d{4}年|\([A-Z]\)?$")


def role_of_header(name: str) -> Role | None:
    """The role a header names, whatever form it stands in; None for one that is not known.

    >>> role_of_header("年初目标值(A)"), role_of_header("半年(程)指标值"), role_of_header("备注")
    ('目标值', '目标值', None)
    >>> role_of_header("上2023年"), role_of_header("1-9月完成情况"), role_of_header("1-9月执行数")
    ('基期值', '实际值', None)
    """
    reached = so_far(name)
    if reached is not None:
        return "实际值" if ROLE_HEADERS.get(reached.what) == "实际值" else None
    bare = _YEAR_MARK.sub("", name) or name
    for one in (bare, _ASIDE.sub("", bare)):
        if one in ROLE_HEADERS:
            return ROLE_HEADERS[one]
    if bare.endswith("指标值"):
        return "目标值"
    if name[:1] in "前上" and _YEAR_MARK.match(name):
        return "基期值"
    return None
