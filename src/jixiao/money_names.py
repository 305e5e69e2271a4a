"""Which line of money is the sum of the others: 资金总额 under its many names, the year's first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jixiao.source import squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "BUDGET",
    "SUBTOTAL",
    "TERM_TOTALS",
    "TOTALS",
    "is_granted",
    "is_term_total",
    "is_total",
    "total_at",
]

TOTALS = (
    "年度资金总额",
    "资金总额",
    "项目资金总额",
    "年度财政资金总额",
    "年度金额",
    "金额合计",
    "总额",
    "合计",
    "总计",
    "全部资金",
)
"""What the money of the year as a whole is called, the surest first."""
TERM_TOTALS = ("实施期资金总额", "中长期资金总额", "中期资金总额", "项目总预算")
"""What the money of a project's whole term is called, where it runs for years."""
BUDGET = "预算数"
"""The line of the total where a form calls the money by its column: 预算数, 其中：财政资金."""
SUBTOTAL = "小计"
"""A sum that may be of a part only."""

_SUFFIX = "资金总额"
_BUDGETED = re.compile("预算(?=资金总额$)")
"""What a form puts into the name of a total: 年度预算资金总额."""
_UNIT = re.compile(r"\((?:单位:)?(?:元|千元|万元|亿元)\)$")
_GRANTED = re.compile(
    r"(?:本年度?|当年|年度)?(?:(?:拟|计划)?(?:申请|下达|安排)(?:中央|省级?|市级?|县级?|区级?)?"
    r"(?:财政)?(?:预算内?)?(?:资金|投资)|金额)"
)


def _bare(source: str) -> str:
    bare = _UNIT.sub("", squeeze(source).rstrip(":")).rstrip(":")
    return _BUDGETED.sub("", bare)


def is_granted(source: str) -> bool:
    """Whether a label says what was asked for or granted: all the money of a table that has it.

    >>> is_granted("下达中央预算内投资（万元）"), is_granted("年度金额"), is_granted("省级资金")
    (True, True, False)
    """
    return _GRANTED.fullmatch(_bare(source)) is not None


def is_term_total(source: str) -> bool:
    """Whether a source of money is the sum for a project's whole term.

    >>> is_term_total("中期预算资金总额"), is_term_total("年度预算资金总额")
    (True, False)
    """
    return _bare(source) in TERM_TOTALS


def is_total(source: str) -> bool:
    """Whether a source of money is a sum of others by its name alone.

    合计 and 预算数 may be the total of a table too, and heads of columns or sums of a part as well:
    `total_at` takes them where they stand among sources.

    >>> is_total("年度资金总额："), is_total("其他资金"), is_total("合计")
    (True, False, False)
    """
    return _bare(source).endswith(_SUFFIX) or is_term_total(source)


def total_at(
    sources: Sequence[str], names: Sequence[str] = (*TOTALS, BUDGET, *TERM_TOTALS)
) -> int | None:
    """Which of some sources is the sum of the others; None where none is.

    Of several the one whose name stands first in `names`: that of the year before that of the
    term. A total under a name of its own (专项资金总额) is taken where it stands above all others.

    >>> total_at(("实施期资金总额", "其中：财政拨款", "年度资金总额")), total_at(("财政拨款",))
    (2, None)
    """
    found = [_bare(source) for source in sources]
    known = next((found.index(name) for name in names if name in found), None)
    if known is not None:
        return known
    if not found or found[0] in TERM_TOTALS:
        return None
    return 0 if found[0].endswith(_SUFFIX) or is_granted(found[0]) else None
