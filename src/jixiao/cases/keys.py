"""The words that may begin a line of a case, or one of its items, for a ruleset."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.rules import GroupRule, TableRule

__all__ = ["AMOUNTS", "EXPECTED", "HEADS", "INPUTS", "LEVELS", "FormKeys", "form_keys"]

LEVELS = ("一级指标", "二级指标", "三级指标")
AMOUNTS = ("年初预算数", "全年预算数", "全年执行数")
HEADS = ("名称", "输入", "期望", "表", "项", "指标")
INPUTS = (
    "指标值",
    "实际完成值",
    "分值",
    "计算符号",
    "度量单位",
    *LEVELS,
    "表样",
    "方法",
    "得分率",
    "评价日期",
    "上年值",
    "偏差原因",
    *AMOUNTS,
    "总分",
)
EXPECTED = (
    "得分",
    "得分率",
    "方法",
    "等次",
    "达成",
    "未达成",
    "无法判断",
    "不计分",
    "没有问题",
    "问题",
)


@frozen
class FormKeys:
    """What the lines of a form may say: fields, columns, and the columns of each block."""

    fields: tuple[str, ...]
    columns: Mapping[str, str]
    blocks: Mapping[str, Mapping[str, str]]


def form_keys(form: TableRule) -> FormKeys:
    """The words of a form, each with the name that the form itself has for it."""
    fields = [one.name for one in form.fields]
    fields += [other for one in form.fields for other in one.aliases]
    fields += [row for group in form.groups for row in group.rows]
    fields += [name for name in ("项目名称", "实施单位", "资金总额") if name not in fields]
    columns = {name: name for name in LEVELS}
    for one in form.columns:
        columns |= dict.fromkeys((one.name, *one.aliases), one.name)
    blocks = {group.name: MappingProxyType(_block(group)) for group in form.groups}
    return FormKeys(
        tuple(dict.fromkeys(fields)), MappingProxyType(columns), MappingProxyType(blocks)
    )


def _block(group: GroupRule) -> dict[str, str]:
    known: dict[str, str] = {}
    for one in group.columns:
        known |= dict.fromkeys((one.name, *one.aliases), one.name)
    return known
