"""The words that forms of the field print: labels of fields, sources of money, headers of columns.

Every word is kept as it is compared (`grid.key`). A form of a ruleset adds its own to these.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from jixiao.money_names import BUDGET, TERM_TOTALS, TOTALS, is_total
from jixiao.reading.so_far import so_far

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.rules import Role

__all__ = [
    "BASIS_WORDS",
    "CAUSE_HEADERS",
    "CLASS_WORDS",
    "CODE_LABELS",
    "DESCRIBING",
    "FIELD_LABELS",
    "FUNDING_HEADS",
    "LEVEL_HEADERS",
    "LIKELIHOODS",
    "MONEY_HEADERS",
    "NAME_LABELS",
    "PLAIN_HEADERS",
    "ROLE_HEADERS",
    "SAME_HEADERS",
    "SOURCES",
    "SPENDING_HEADS",
    "UNIT_LABELS",
    "role_of_header",
]

NAME_LABELS = (
    "项目名称",
    "项目(专项)名称",
    "转移支付(项目)名称",
    "部门(单位)名称",
    "部门名称",
    "单位名称",
    "部门(单位)",
    "专项名称",
)
"""Labels of the name a table goes by, the likeliest first.

转移支付（项目）名称 is printed for transfers from the centre, 项目（专项）名称 in 重庆.
"""
UNIT_LABELS = (
    "实施单位",
    "项目实施单位",
    "具体实施单位",
    "资金使用单位",
    "项目单位",
    "预算单位",
    "单位名称",
    "部门(单位)名称",
    "申报单位",
    "填报单位",
)
"""Labels of the unit that carries the project out."""
CODE_LABELS = ("项目编码", "项目代码", "项目编号")

FIELD_LABELS = frozenset(
    {
        *NAME_LABELS,
        *UNIT_LABELS,
        *CODE_LABELS,
        "主管部门",
        "主管部门及代码",
        "项目主管部门",
        "项目类型",
        "项目类别",
        "项目属性",
        "项目级次",
        "项目性质",
        "开始时间",
        "完成时间",
        "项目年度目标",
        "项目年度绩效目标",
        "年度目标完成情况",
        "年度总体目标完成情况",
        "总体目标完成情况",
        "绩效目标完成情况",
        "实际完成情况",
        "开始日期",
        "结束日期",
        "结束时间",
        "起始时间",
        "实施期限",
        "项目期限",
        "实施期",
        "项目周期",
        "项目负责人",
        "项目负责人/联系电话",
        "项目负责人及联系电话",
        "负责人",
        "联系人",
        "联系电话",
        "填报人",
        "填报日期",
        "立项必要性",
        "立项依据",
        "项目立项依据",
        "实施可行性",
        "项目实施内容",
        "项目概况",
        "项目概况及立项依据",
        "项目内容",
        "专项概况",
        "专项属性",
        "专项负责人",
        "专项立项依据",
        "专项实施内容",
        "项目用途",
        "资金用途",
        "政策依据",
        "中长期目标",
        "长期目标",
        "中期目标",
        "中期绩效目标",
        "中长期绩效目标",
        "长期绩效目标",
        "实施期绩效目标",
        "实施期总体目标",
        "年度目标",
        "总体目标",
        "总体绩效目标",
        "项目总体目标",
        "年度绩效总目标",
        "本年度绩效目标",
        "项目绩效总目标",
        "年度总体目标",
        "年度绩效目标",
        "实施期目标",
        "绩效目标",
        "项目绩效目标",
        "年初设定目标",
        "全年实际完成情况",
        "目标完成情况",
        "部门职能概述",
        "年度工作任务",
        "部门职能",
        "主要职责",
        "年度主要任务",
        "工作保障措施",
        "存在问题",
        "改进措施",
        "改进措施及结果应用方案",
        "偏差大或目标未完成原因分析",
        "存在的问题",
        "存在的主要问题",
        "存在问题及改进措施",
        "存在问题及原因",
        "下一步改进措施",
        "主要问题及改进措施",
        "评价结论",
        "自评结论",
        "自评等级",
        "自评等次",
        "自评结果",
        "自评结果等级",
        "评价等级",
        "评价等次",
        "评价结果",
        "评价结果等级",
        "绩效等级",
        "绩效自评等级",
        "综合评价等级",
        "综合等级",
        "评定等级",
        "评定等次",
        "等级",
        "等次",
        "自评得分",
        "自评总分",
        "自评总得分",
        "自评分",
        "绩效自评得分",
        "评价得分",
        "综合得分",
        "综合评分",
        "总得分",
        "填表人",
        "填表日期",
        "填表时间",
        "填报时间",
        "填表单位",
        "填报单位",
        "单位负责人",
        "财务负责人",
        "部门负责人",
        "审核人",
        "经办人",
        "其他需要说明的问题",
        "其他说明",
        "说明",
        "其他需要说明事项",
        "其他需要说明的事项",
        "其他需说明的问题",
        "需要说明的其他问题",
        "编制单位",
        "填制单位",
        "备注",
    }
)

FUNDING_HEADS = re.compile(
    r"(项目|预算|年度|部门|专项|实施期)*(资金|资金情况|资金来源|资金总体情况|收入|资金申请|执行情况|"
    r"预算规模(及资金用途)?)(\(\d{1,2}分\))?(\((万元|元|千元|亿元)\))?(\(\d{1,2}分\))?"
)
"""What stands beside the part about money as a whole."""
SPENDING_HEADS = frozenset({"支出", "支出明细", "支出构成", "项目支出", "支出预算", "支出内容"})

_SOURCE_NAMES = (
    "财政拨款",
    "财政拨款小计",
    "财政资金",
    "当年财政拨款",
    "上年结转资金",
    "上年结转",
    "其他资金",
    "其它资金",
    "单位资金",
    "自有资金",
    "自筹资金",
    "一般公共预算资金",
    "一般公共预算拨款",
    "一般公共预算",
    "政府性基金",
    "政府性基金预算资金",
    "政府性基金预算",
    "政府性基金拨款",
    "财政专户管理资金",
    "国有资本金",
    "国有资本经营预算",
    "国有资本经营预算资金",
    "社保基金",
    "社会保险基金",
    "上级补助资金",
    "中央资金",
    "中央财政资金",
    "省级资金",
    "市级资金",
    "县级资金",
    "地方资金",
    "本级资金",
    "小计",
    "合计",
    "金额合计",
)
SOURCES = frozenset({*_SOURCE_NAMES, *filter(is_total, (*TOTALS, *TERM_TOTALS)), BUDGET})
"""Sources of money, without 其中 before them."""

MONEY_HEADERS = re.compile(
    r"(年初|全年|半年|年度|调整后|实施期|本年|当年|累计|\d{1,2}(-\d{1,2})?月)*"
    r"(\((程|年)\))?(预算|计划|实际|预计|申请)*(数|执行数|预算数|预算金额|支出数|金额|到位数)"
    r"(\((万元|元|千元|亿元|[A-C])\))?|总额|执行率|预算执行率|占比|分值|得分|权重"
)
"""Headers of columns in the part about money."""

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

BASIS_WORDS = (
    "行业标准",
    "计划标准",
    "历史标准",
    "经验标准",
    "国家标准",
    "地方标准",
    "部门标准",
    "其他标准",
    "其它标准",
    "预算支出标准",
    "行业规定",
    "文件规定",
    "政策规定",
    "历史数据",
)
"""What a form lets one choose from in 指标值确定依据."""
CLASS_WORDS = (
    "绩效基本型",
    "绩效提升型",
    "绩效提高型",
    "绩效改进型",
    "绩效创新型",
    "绩效卓越型",
)
"""What a form lets one choose from in 指标分类."""

_ASIDE = re.compile(r"\([^()]{1,20}\)$")
_YEAR_MARK = re.compile(r"^(前|上|本|当)?\d{4}年|\([A-Z]\)$")


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
