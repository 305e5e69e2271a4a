"""The words that forms of the field print: those of money here, beside labels and headers.

Labels of fields are kept in `fields`, headers of columns in `columns`; whoever reads a form finds
them all by this name. Every word is kept as it is compared (`grid.key`).
"""

from __future__ import annotations

import re

from jixiao.money_names import BUDGET, TERM_TOTALS, TOTALS, is_granted, is_total
from jixiao.reading.labels.columns import (
    CAUSE_HEADERS,
    DESCRIBING,
    LEVEL_HEADERS,
    LIKELIHOODS,
    PLAIN_HEADERS,
    ROLE_HEADERS,
    SAME_HEADERS,
    role_of_header,
)
from jixiao.reading.labels.fields import CODE_LABELS, FIELD_LABELS, NAME_LABELS, UNIT_LABELS

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
    "is_source",
    "role_of_header",
]

FUNDING_HEADS = re.compile(
    r"(项目|预算|年度|部门|专项|实施期|资金)*(资金|资金情况|资金构成|资金来源|资金总体情况|收入|资金申请|执行情况|"
    r"资金投入(情况)?|预算执行|预算安排|预算规模(及资金用途)?)"
    r"(\(\d{1,2}分\)|\d{1,2}分)?(\((单位:)?(万元|元|千元|亿元)\))?(\(\d{1,2}分\))?"
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
_TOTAL = re.compile(
    r"(?:年度|本年度?|当年|项目|专项|中期|中长期|实施期|财政|预算|下达|投入)*资金总额"
)
_LOTTERY = re.compile(r"彩票公益金(?:用于.{2,12}|资金)?")


def is_source(name: str) -> bool:
    """Whether a name as compared is a source of money that the field knows.

    >>> [is_source(one) for one in ("财政拨款", "年度预算资金总额", "财政资金科目代码")]
    [True, True, False]
    """
    return (
        name in SOURCES
        or _TOTAL.fullmatch(name) is not None
        or _LOTTERY.fullmatch(name) is not None
        or is_granted(name)
    )


MONEY_HEADERS = re.compile(
    r"(年初|全年|半年|年度|调整后|实施期|本年|当年|累计|\d{1,2}(-\d{1,2})?月)*"
    r"(\((程|年)\))?(预算|计划|实际|预计|申请)*(数|执行数|预算数|预算金额|支出数|金额|到位数)"
    r"(\((万元|元|千元|亿元|[A-C])\))?|总额|执行率|预算执行率|占比|分值|得分|权重"
)
"""Headers of columns in the part about money."""

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
