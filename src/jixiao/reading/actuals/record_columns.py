"""The columns of a file of actuals under the many names that files give them."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from jixiao.reading.grid import key
from jixiao.reading.labels import role_of_header
from jixiao.reading.labels.so_far import so_far

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["RECORD_COLUMNS", "column_of", "money_unit_of"]

RECORD_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "code": ("项目编码", "项目代码", "项目编号"),
        "unit": ("实施单位", "项目单位", "单位名称", "预算单位", "填报单位"),
        "project": ("项目名称", "项目"),
        "level1": ("一级指标", "一级"),
        "level2": ("二级指标", "二级"),
        "level3": ("三级指标", "三级", "指标名称", "指标内容", "绩效指标"),
        "actual": (
            "实际完成值",
            "完成值",
            "实际值",
            "全年完成值",
            "全年实际值",
            "全年实际完成值",
            "实际完成情况",
            "执行情况",
            "完成情况",
        ),
        "weight": ("分值", "权重", "指标分值"),
        "rate": ("得分率", "评定得分率"),
        "self_score": ("自评得分", "得分", "自评分"),
        "reason": (
            "偏差原因及改进措施",
            "偏差原因分析及改进措施",
            "偏差原因分析",
            "偏差原因",
            "未完成原因分析",
            "未完成原因及改进措施",
            "未完成原因和改进措施",
            "原因",
            "原因说明",
            "偏差原因说明",
        ),
        "evidence": ("佐证材料", "佐证", "证明材料"),
        "source": ("资金来源", "来源"),
        "initial": ("年初预算数", "年初预算"),
        "budget": ("全年预算数", "全年预算", "调整后预算数", "预算数"),
        "executed": ("全年执行数", "执行数", "预算执行数", "实际执行数"),
        "expected": ("全年预计执行数", "全年预计执行"),
        "months": ("执行月份",),
        "money_unit": ("金额单位",),
        "forecast": ("全年预计完成情况", "全年预计完成值", "全年预计完成", "预计全年完成情况"),
        "likelihood": ("完成目标可能性", "完成可能性", "目标完成可能性", "完成的可能性"),
        "causes": ("偏差原因类别", "偏差原因分类", "原因类别"),
        "cause_money": ("经费保障", "经费保障原因"),
        "cause_rules": ("制度保障", "制度保障原因"),
        "cause_staff": ("人员保障", "人员保障原因"),
        "cause_equipment": ("硬件条件保障", "硬件条件保障原因"),
        "cause_other": ("其他", "其他原因"),
    }
)
"""The columns by their keys, each under the names that files give it, the likeliest first."""
_COLUMNS: Mapping[str, str] = MappingProxyType(
    {name: column for column, names in RECORD_COLUMNS.items() for name in (*names, column)}
)
_SPENT = frozenset({"执行数", "预算执行数", "支出数", "实际执行数", "累计执行数", "执行金额"})
_UNIT = re.compile(r"\((元|千元|万元|亿元|[A-Z])\)$")


def column_of(header: str) -> str | None:
    """The column that a header or a JSON key names; None for one that is not known.

    >>> column_of("1-7月执行数"), column_of("全年预算数(万元)"), column_of("1-7月执行情况")
    ('executed', 'budget', 'actual')
    >>> column_of("备注") is None
    True
    """
    name = _UNIT.sub("", key(header)).rstrip(":")
    reached = so_far(name)
    if reached is None:
        return _COLUMNS.get(name)
    if reached.what in _SPENT:
        return "executed"
    return "actual" if role_of_header(name) == "实际值" else None


def money_unit_of(header: str) -> str | None:
    """The unit of money a header states.

    >>> money_unit_of("全年预算数（元）")
    '元'
    """
    match = _UNIT.search(key(header))
    return match[1] if match and not match[1].isascii() else None
